"""Small valid bases made by chance from a number, as real files: what indicators are counted from.

    territories    a region with 0–6 okrugs, some with settlements, some that exist for a part of the time;
                   sometimes a country above it, sometimes the base is that of one okrug
    records        programs, roadmaps, reports and practices, published or not, of organizations anywhere
    monitoring     one or two tables a year, long or wide, in the encodings and words that are accepted:
                   corrections, figures without their parts, small groups, the region's own row, gaps
    frameworks     some of the standard, one of its own, sometimes a change of a standard one

The same number makes the same files.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from indicator_tables import write_tables

YEARS = range(2021, 2027)
DAYS = (date(2021, 7, 1), date(2023, 12, 31), date(2024, 2, 10), date(2025, 6, 15), date(2026, 11, 22))
"""The days that a base is looked at."""
STANDARD_FRAMEWORKS = ("concept-2020", "muya-2023", "lipetsk-2021", "megion-2021", "r-76-retelling")
STAGES = ("monitoring", "analytical-note", "recommendations", "decision", "measures", "measures-assessment")
NO_SHARES = ("teachers-per-methodist", "svoe-chislo", "svoi-organizatsii")
AT_MOST = ("teachers-per-methodist", "svoi-komandy")
AHEAD = ("recommendations", "decision", "measures")
CONTACT = {"who": "методический кабинет", "phone": "+7 (000) 000-00-00"}


class _Plain(yaml.CSafeDumper):
    """Writes a part in full wherever it stands again: records may not point to another place."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (the signature of the library)
        return True


def write_base(root: Path, number: int) -> Path:
    """Write the base of the number into the folder and return the folder."""
    chance = Random(number)  # noqa: S311 (not a secret)
    territories = _territories(chance)
    home = "okrug-1" if "okrug-1" in territories and chance.random() < 0.15 else "kray"
    organizations = _organizations(chance, territories)
    frameworks = chance.sample(STANDARD_FRAMEWORKS, chance.randint(0, 3))
    own = _own_framework(chance)
    _write(root, "reference/frameworks/svoya.yml", own)
    _write_changes(root, chance, frameworks)
    for name, fields in _own_indicators(chance).items():
        _write(root, f"reference/indicators/{name}.yml", fields)
    region: dict[str, Any] = {
        "name": f"Проба {number}", "description": "База для сверки показателей.", "level": "regional",
        "territory": home, "operator": "iro", "responsible": "отдел мониторинга", "contact": CONTACT,
        "frameworks": [*frameworks, "svoya"],
    }  # fmt: skip
    if chance.random() < 0.4:
        region["small_group"] = chance.choice((2, 3, 10, 20))
    _write(root, "region.yml", region)
    _write(root, "reference/territories.yml", territories)
    _write(root, "reference/organizations.yml", organizations)
    _write(root, "reference/acts.yml", {"prikaz": _act("1"), "prikaz-2": _act("2")})
    for folder, records in (
        ("programs", [_program(chance, organizations, territories, i) for i in range(chance.randint(0, 8))]),
        ("practices", [_practice(chance, organizations, territories) for _ in range(chance.randint(0, 9))]),
        ("roadmaps", [_roadmap(chance, organizations, territories) for _ in range(chance.randint(0, 4))]),
        ("reports", [_report(chance, organizations, territories) for _ in range(chance.randint(0, 8))]),
    ):
        for i, record in enumerate(records):
            _write(root, f"{folder}/{folder[:-1]}-{i}.yml", record)
    write_tables(root, chance, list(territories), YEARS, DAYS)
    return root


def _write(root: Path, file: str, fields: dict[str, Any]) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(fields, Dumper=_Plain, allow_unicode=True, sort_keys=False), "utf-8")


def _day(chance: Random, first: int = 2021, last: int = 2026) -> date:
    """Return a day of the years, often one on which something turns: a day looked at, the end of a year."""
    found = date(first, 1, 1) + timedelta(days=chance.randrange((last - first + 1) * 365))
    if chance.random() < 0.6:
        return found
    turning = [day for day in DAYS if first <= day.year <= last] or [found]
    return chance.choice((chance.choice(turning), found.replace(month=12, day=31)))


def _end(chance: Random, start: date, least: int, most: int) -> date:
    """Return a last day so many days after the first, or at the end of a year."""
    found = start + timedelta(days=chance.randint(least, most))
    turning = [day for day in (found.replace(month=12, day=31), *DAYS) if day >= start]
    return found if chance.random() < 0.6 else chance.choice(turning)


def _territories(chance: Random) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    if chance.random() < 0.15:
        found["strana"] = {"name": "Страна", "kind": "country"}
    found["kray"] = {"name": "Пробный край", "kind": "region"}
    if "strana" in found:
        found["kray"]["parent"] = "strana"
    for i in range(1, chance.randint(0, 6) + 1):
        okrug = {"name": f"Округ № {i}", "short_name": f"Округ {i}", "kind": "municipal-okrug"}
        found[f"okrug-{i}"] = _exists_for_a_time(chance, okrug | {"parent": "kray"})
        if chance.random() < 0.12:
            for j in range(1, chance.randint(1, 3) + 1):
                settlement = {"name": f"Поселение {i}-{j}", "kind": "rural-settlement"}
                found[f"poselenie-{i}-{j}"] = _exists_for_a_time(
                    chance, settlement | {"parent": f"okrug-{i}"}
                )
    return found


def _exists_for_a_time(chance: Random, fields: dict[str, Any]) -> dict[str, Any]:
    if chance.random() < 0.2:
        fields["valid_from"] = _day(chance, 2020, 2024).isoformat()
    if chance.random() < 0.15:
        fields["valid_until"] = _day(chance, 2024, 2026).isoformat()
    if fields.get("valid_from", "") > fields.get("valid_until", "9"):
        del fields["valid_until"]
    return fields


def _organizations(chance: Random, territories: dict[str, Any]) -> dict[str, dict[str, Any]]:
    institute = {"name": "Пробный институт", "short_name": "Институт", "kind": "iro", "territory": "kray"}
    found = {"iro": institute}
    for territory in territories:
        for i in range(chance.randint(0, 2)):
            name = f"sluzhba-{territory}-{i}"
            found[name] = {
                "name": f"Служба {territory} {i}", "short_name": f"Служба {territory} {i}",
                "kind": "methodical-service", "territory": territory,
            }  # fmt: skip
    for fields in found.values():
        if chance.random() < 0.65:
            fields["programs_complete_on"] = _day(chance).isoformat()
    return found


def _act(number: str) -> dict[str, Any]:
    return {
        "kind": "order", "number": number, "date": "2021-01-11", "issuer": "Пробное министерство",
        "title": f"О системе, часть {number}", "state": "in-force", "url": f"https://example.org/{number}",
    }  # fmt: skip


def _status(chance: Random) -> str:
    return chance.choices(("published", "review", "archived", "draft"), (8, 1, 1, 1))[0]


def _program(chance: Random, organizations: Any, territories: Any, number: int) -> dict[str, Any]:
    state = chance.choice(("included", "included", "pending", "not-included", "excluded", "unknown"))
    register: dict[str, Any] = {"state": state}
    if state == "included":
        register["number"] = f"{number:06}"
        if chance.random() < 0.8:
            included = _day(chance, 2021, 2025)
            register["included_on"] = included.isoformat()
            register["valid_until"] = _end(chance, included, 100, 1500).isoformat()
            register.pop(chance.choice(("included_on", "valid_until", "number-stays")), None)
    program = {
        "title": f"Курс {number}", "status": _status(chance), "kind": "pk", "hours": 36,
        "study_form": "full-time", "annotation": "Разбираем уроки.", "audience": ["teacher"],
        "difficulties": ["reading-comprehension"], "federal_register": register,
        "organization": chance.choice(list(organizations)), "contact": CONTACT,
    }  # fmt: skip
    if chance.random() < 0.2:
        program["territory"] = chance.choice(list(territories))
    if chance.random() < 0.7:
        start = _day(chance, 2020, 2025)
        end = _end(chance, start, 30, 1500)
        active = {"from": start.isoformat(), "to": end.isoformat()}
        active.pop(chance.choice(("from", "to", "both-stay")), None)
        program["active"] = active
    return program


def _practice(chance: Random, organizations: Any, territories: Any) -> dict[str, Any]:
    practice = {
        "title": f"Практика {chance.randrange(10**6)}", "status": _status(chance),
        "difficulties": ["reading-comprehension"], "education_levels": ["basic"], "audience": ["teacher"],
        "steps": "Прочитать текст и задать один вопрос.", "results": "Замеров не было.",
        "organization": chance.choice(list(organizations)), "contact": CONTACT,
    }  # fmt: skip
    if chance.random() < 0.7:
        practice["level"] = chance.choice(("municipal", "regional", "institutional"))
    if chance.random() < 0.5:
        practice["audience"] = ["teacher", "methodist"]
    if chance.random() < 0.6:
        practice["grades"] = {"from": chance.randint(1, 6), "to": chance.randint(6, 11)}
    if chance.random() < 0.3:
        practice["territory"] = chance.choice(list(territories))
    if chance.random() < 0.7:
        practice["created"] = _day(chance).isoformat()
    return practice


def _roadmap(chance: Random, organizations: Any, territories: Any) -> dict[str, Any]:
    start = _day(chance, 2020, 2024)
    end = _end(chance, start, 200, 1400)
    is_told = chance.random() < 0.7
    roadmap: dict[str, Any] = {
        "title": f"Дорожная карта {chance.randrange(10**6)}", "status": _status(chance), "act": "prikaz",
        "period": {"from": start.isoformat(), "to": end.isoformat()},
        "measures": [_measure(chance, i, start, is_told) for i in range(1, chance.randint(2, 7))],
        "organization": chance.choice(list(organizations)),
    }  # fmt: skip
    if chance.random() < 0.5:
        roadmap["territory"] = chance.choice(list(territories))
    return roadmap


def _measure(chance: Random, number: int, start: date, is_told: bool) -> dict[str, Any]:
    due = _end(chance, start, 0, 900)
    day = due.isoformat()
    states = ("done", "done", "done-late", "planned", "in-progress", "cancelled", "moved")
    state = chance.choice(states if is_told else (*states, "unknown"))
    measure: dict[str, Any] = {
        "id": f"m{number}", "title": f"Провести семинар {number}", "responsible": ["iro"], "state": state,
        "term": {"raw": due.strftime("%d.%m.%Y"), "kind": "date", "from": day, "to": day},
    }  # fmt: skip
    if state == "unknown" and chance.random() < 0.5:
        del measure["state"]
    if state in {"done", "done-late"}:
        early = timedelta(days=chance.choice((0, 0, 30, 100)))
        measure["done_on"] = (
            (due - early) if state == "done" else _end(chance, due + timedelta(days=1), 0, 200)
        ).isoformat()
        measure["evidence"] = [{"act": "prikaz"}]
    if state == "moved":
        measure["moved_to"] = (due + timedelta(days=200)).isoformat()
    if state in {"moved", "cancelled"}:
        measure["decision"] = {"reason": "Решили иначе."}
        if number % 2:  # no further chance: the bases of the numbers stay what they are
            measure["decision"]["date"] = (start + timedelta(days=200 * number)).isoformat()
    return measure


def _report(chance: Random, organizations: Any, territories: Any) -> dict[str, Any]:
    kind = chance.choice((*STAGES, "passport"))
    start = _day(chance, 2021, 2025)
    end = _end(chance, start, 30, 500)
    report: dict[str, Any] = {
        "title": f"Отчёт {chance.randrange(10**6)}", "status": _status(chance), "kind": kind,
        "period": {"from": start.isoformat(), "to": end.isoformat()},
        "organization": chance.choice(list(organizations)), "contact": CONTACT,
    }  # fmt: skip
    if chance.random() < 0.85:
        earliest = start if kind in AHEAD else end
        report["prepared_on"] = _end(chance, earliest, 0, 200).isoformat()
    if chance.random() < 0.4:
        report["territory"] = chance.choice(list(territories))
    if chance.random() < 0.4:
        report["territories"] = chance.sample(list(territories), chance.randint(1, len(territories)))
    return report


def _own_indicators(chance: Random) -> dict[str, dict[str, Any]]:
    def seen(title: str, counted: str) -> dict[str, Any]:
        return {"title": title, "counted": counted, "observed": True}

    def practices(*conditions: dict[str, Any], **more: Any) -> dict[str, Any]:
        register = {"kind": "practice", "conditions": list(conditions), **more}
        return {"title": "практики банка", "counted": "measures", "register": register}

    share: dict[str, Any] = {"unit": "percent", "direction": "at-least", "one_unit": "Одно лицо."}
    number: dict[str, Any] = share | {"unit": "count"}
    created = {"field": "created", "not_after": "moment"}
    place = {"territory_by": chance.choice(("territory", "organization"))}
    return {
        "svoi-lyudi": share | {
            "title": "Доля педагогов, которым помогли", "short_title": "Помогли",
            "numerator": seen("педагоги, которым помогли", "people"),
            "denominator": seen("педагоги, которые просили", "people"),
        },
        "svoi-uspeshnye": share | {
            "title": "Доля педагогов, которым помощь помогла", "short_title": "Помогло",
            "numerator": seen("педагоги, которым помощь помогла", "people"),
            "denominator": seen("педагоги, которые обратились", "people"),
            "related": [{"indicator": "svoi-lyudi", "relation": "part-of"}],
        },
        "svoi-komandy": share | {
            "title": "Доля команд без плана", "short_title": "Без плана", "direction": "at-most",
            "numerator": seen("команды без плана", "teams"), "denominator": seen("все команды", "teams"),
        },
        "svoe-chislo": number | {
            "title": "Число педагогов с наградой", "short_title": "С наградой",
            "numerator": seen("педагоги с наградой", "people"),
        },
        "svoya-gotovnost": share | {
            "title": "Готовность плана", "short_title": "План готов", "unit": "yes-no",
            "numerator": seen("готовые планы", "measures"), "denominator": seen("все планы", "measures"),
        },
        "svoi-praktiki": share | {
            "title": "Доля муниципальных практик", "short_title": "Муниципальные",
            "numerator": practices(created, _condition(chance), **place),
            "denominator": practices(created, **place),
        },
        "svoi-organizatsii": number | {
            "title": "Число организаций с практиками", "short_title": "С практиками",
            "numerator": practices(_condition(chance), distinct="organization", **place),
        },
    }  # fmt: skip


def _condition(chance: Random) -> dict[str, Any]:
    return chance.choice(
        (
            {"field": "level", "is": ["municipal"]},
            {"field": "level", "is": ["municipal", "regional"], "or_absent": True},
            {"field": "level", "is_not": ["regional"]},
            {"field": "level", "given": False},
            {"field": "created", "given": True},
            {"field": "grades", "given": True},
            {"field": "grades.from", "at_least": 5},
            {"field": "grades.to", "at_most": 9, "or_absent": True},
            {"field": "audience", "is": ["methodist"]},
            {"field": "audience", "is_not": ["methodist"]},
            {"field": "created", "not_before": "moment", "or_absent": True},
        )
    )


def _own_framework(chance: Random) -> dict[str, Any]:
    indicators = (
        "svoi-lyudi", "svoi-uspeshnye", "svoi-komandy", "svoe-chislo", "svoi-praktiki",
        "svoi-organizatsii", "svoya-gotovnost", "fr-programs-share",
        "teachers-per-methodist", "roadmap-completion", "monitoring-cycle", "young-teachers-support-share",
        "diagnostics-share",
    )  # fmt: skip
    period = {"from_year": 2022, "to_year": chance.choice((2024, 2025, 2026))}
    has_period = chance.random() < 0.5
    years = range(period["from_year"], period["to_year"] + 1) if has_period else YEARS
    framework: dict[str, Any] = {
        "title": "Своя система показателей", "short_title": "Своя", "level": "regional", "act": "prikaz",
        "citation": "Приказ Пробного министерства от 11.01.2021 № 1", "act_date": "2021-01-11",
        "state": "in-force",
        "statements": [
            {"id": f"p{i}", "number": str(i), "indicator": name, "name": f"пункт {i}",
             "targets": _targets(chance, name, years)}
            for i, name in enumerate(indicators, 1) if chance.random() < 0.85
        ],
    }  # fmt: skip
    if not framework["statements"]:
        framework["statements"] = [{"id": "p1", "indicator": "svoi-lyudi", "name": "пункт 1"}]
    return framework | ({"period": period} if has_period else {})


def _targets(chance: Random, indicator: str, years: range) -> list[dict[str, Any]]:
    targets = []
    for year in years:
        lot = chance.random()
        if lot < 0.3:
            continue
        if lot < 0.4:
            targets.append({"year": year, "raw": "*"})
        elif indicator == "svoya-gotovnost":
            targets.append({"year": year, "raw": "должно быть", "operator": "yes"})
        elif lot < 0.55 and indicator in ("roadmap-completion", "monitoring-cycle"):
            targets.append({"year": year, "raw": "ежегодно", "operator": "yes"})
        else:
            targets.append(_number(chance, indicator, year))
    return targets


def _number(chance: Random, indicator: str, year: int) -> dict[str, Any]:
    most = 300 if indicator in NO_SHARES else 100
    value: int | str = chance.randint(0, most)
    if chance.random() < 0.25:
        value = f"{chance.randint(0, most - 1)}.{chance.randint(1, 9)}"
    target: dict[str, Any] = {"year": year, "raw": str(value), "value": value}
    if chance.random() < 0.5:
        target["operator"] = "at-most" if indicator in AT_MOST else "at-least"
        target["operator_inferred"] = chance.random() < 0.5
    return target


def _write_changes(root: Path, chance: Random, frameworks: list[str]) -> None:
    """Lay something over the standard: a title, other targets, a statement left out, one more."""
    if "concept-2020" in frameworks and chance.random() < 0.7:
        targets = _targets(chance, "fr-trained-share", range(2021, 2025))
        if 2024 not in {target["year"] for target in targets}:  # the standard has one of that year
            targets.append({"year": 2024, "dropped": True})
        changes = [
            {"id": "vi-2-1", "targets": targets},
            {"id": "vi-3-1", "dropped": True, "dropped_reason": "Методистов в области нет."},
            {"id": "svoy", "indicator": "svoi-lyudi", "name": "пункт области", "targets": []},
        ]
        over: dict[str, Any] = {"short_title": "Концепция, у нас"}
        over["statements"] = chance.sample(changes, chance.randint(1, 3))
        _write(root, "reference/frameworks/concept-2020.yml", over)
    if chance.random() < 0.2:
        _write(root, "reference/indicators/diagnostics-share.yml", {"short_title": "Диагностика"})
    if chance.random() < 0.2:
        base = {"title": "учителя с затруднениями", "counted": "people", "observed": True}
        _write(root, "reference/indicators/routes-share.yml", {"denominator": base})
