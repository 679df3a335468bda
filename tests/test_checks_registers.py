"""Rules of practices, programs, sites and associations at their boundaries; expected values by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge_bases import add, change, problems_of, write
from metodbank.checks.association_meetings import school_year
from metodbank.checks.practice_results import says_unmeasured
from metodbank.checks.practice_sharing import is_open
from metodbank.checks.practice_steps import is_long, promise_in
from metodbank.checks.years import is_older, years_in

PRACTICE, PROGRAM = "practices/primer.yml", "programs/kurs.yml"
SITE, ASSOCIATION = "internships/ploshchadka.yml", "associations/obedinenie.yml"
NUMBERED = "  state: included\n  number: '000000'\n"
EXAMINED = "expertise:\n  decision: {}\n  date: 2026-04-16\n  act: prikaz\n"
MEASURED = "measurements:\n  - what: Доля\n    unit: percent\n"


def told(root: Path, file: str, *codes: str, as_of: date = date(2026, 11, 22)) -> list[str]:
    """Return which of the codes are told of the file."""
    return [p.code for p in problems_of(root, as_of) if p.file == file and p.code in codes]


def places(root: Path, code: str) -> list[str]:
    """Return the places where the code is told."""
    return [p.place for p in problems_of(root) if p.code == code]


@pytest.mark.parametrize(
    ("day", "as_of", "expected"),
    [
        (date(2025, 11, 22), date(2026, 11, 21), False),
        (date(2025, 11, 22), date(2026, 11, 22), False),
        (date(2025, 11, 22), date(2026, 11, 23), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(9999, 12, 31), date(1, 1, 1), False),
    ],
)
def test_day_is_older_than_a_year_from_the_day_after(day: date, as_of: date, expected: bool) -> None:
    assert is_older(day, 1, as_of) is expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024/25 учебный год", (2024, 2025)),
        ("2022/23–2025/26 учебные годы", (2022, 2023, 2025, 2026)),
        ("2025–2028", (2025, 2028)),
        ("сентябрь и декабрь 2024 и 2025 гг.", (2024, 2025)),
        ("1999/00 учебный год", (1999,)),
        ("2024-05", (2024,)),
        ("тел. 202512", ()),
        ("вторая четверть", ()),
    ],
)
def test_years_are_read_as_people_write_them(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("  valid_until: 2026-11-21\n  checked_on: 2026-10-05\n", ["MB509"]),
        ("  valid_until: 2026-11-22\n  checked_on: 2026-10-05\n", []),
        ("  checked_on: 2025-11-22\n", []),
        ("  checked_on: 2025-11-21\n", ["MB510"]),
        ("", ["MB510"]),
        ("  valid_until: 2026-11-21\n  checked_on: 2026-10-05\nactive: {to: 2026-11-21}\n", []),
        ("  valid_until: 2026-11-21\n  checked_on: 2026-10-05\nactive: {to: 2026-11-22}\n", ["MB509"]),
    ],
)
def test_entry_in_the_federal_register_grows_old(root: Path, fields: str, codes: list[str]) -> None:
    change(root, PROGRAM, "  state: unknown\n", NUMBERED + fields)
    assert told(root, PROGRAM, "MB509", "MB510") == codes


@pytest.mark.parametrize("state", ["pending", "not-included", "unknown"])
def test_program_outside_the_register_need_not_be_looked_up(root: Path, state: str) -> None:
    change(root, PROGRAM, "state: unknown", f"state: {state}\n  valid_until: 2020-01-01")
    assert told(root, PROGRAM, "MB509", "MB510") == []


@pytest.mark.parametrize(
    ("kind", "is_told"),
    [
        ("school", True),
        ("municipal-authority", True),
        ("additional-education", True),
        ("iro", False),
        ("cnppm", False),
        ("methodical-service", False),
        ("university", False),
        ("college", False),
        ("other", False),
    ],
)
def test_provider_is_of_a_kind_that_teaches_adults(root: Path, kind: str, is_told: bool) -> None:
    change(root, "reference/organizations.yml", "kind: iro", f"kind: {kind}")
    assert told(root, PROGRAM, "MB511") == (["MB511"] if is_told else [])


def test_kind_of_organization_that_a_region_added_is_not_judged(root: Path) -> None:
    write(root, "reference/vocabularies/organization-kinds.yml", "entries: {fond: {title: Фонд}}\n")
    change(root, "reference/organizations.yml", "kind: iro", "kind: fond")
    assert problems_of(root) == []


@pytest.mark.parametrize(
    ("group", "columns"),
    [
        ("{from: 2026-09-01, to: 2027-06-30}", []),
        ("{from: 2026-08-31, to: 2026-10-30}", [12]),
        ("{from: 2027-06-14, to: 2027-07-01}", [28]),
        ("{from: 2027-07-01}", [12]),
        ("{from: 2026-08-31, to: 2027-07-01}", [12, 28]),
    ],
)
def test_group_stays_inside_the_days_of_the_program(root: Path, group: str, columns: list[int]) -> None:
    add(root, PROGRAM, f"active: {{from: 2026-09-01, to: 2027-06-30}}\nschedule:\n  - {group}\n")
    last = (root / PROGRAM).read_text("utf-8").count("\n")
    assert places(root, "MB512") == [f"{PROGRAM}:{last}:{column}" for column in columns]


@pytest.mark.parametrize(
    ("groups", "codes"),
    [
        ("[{from: 2026-11-21}]", ["MB516"]),
        ("[{from: 2026-11-22}]", []),
        ("[{from: 2026-09-01, to: 2026-11-21}]", ["MB516"]),
        ("[{from: 2026-09-01, to: 2026-11-22}]", []),
        ("[{from: 2025-09-01}, {from: 2027-02-01}]", []),
        ("[{from: 2025-09-01}, {from: 2026-02-01}]", ["MB516"]),
        ("[]", []),
    ],
)
def test_some_group_is_not_over(root: Path, groups: str, codes: list[str]) -> None:
    add(root, PROGRAM, f"schedule: {groups}\n")
    assert told(root, PROGRAM, "MB516") == codes
    change(root, PROGRAM, "status: published", "status: archived")
    assert told(root, PROGRAM, "MB516") == []


@pytest.mark.parametrize(
    ("partners", "codes"),
    [("{}", ["MB514"]), ("{partners: [iro]}", ["MB514"]), ("{partners: [iro, shkola]}", [])],
)
def test_network_has_another_partner(root: Path, partners: str, codes: list[str]) -> None:
    add(root, PROGRAM, f"network: {partners}\n")
    assert told(root, PROGRAM, "MB514") == codes


@pytest.mark.parametrize(("hours", "codes"), [(36, []), (37, ["MB515"])])
def test_internship_is_a_part_of_the_program(root: Path, hours: int, codes: list[str]) -> None:
    add(root, PROGRAM, f"internship: {{hours: {hours}}}\n")
    assert told(root, PROGRAM, "MB515") == codes


@pytest.mark.parametrize(
    ("status", "decision", "comment", "codes"),
    [
        ("published", "reject", "", ["MB602"]),
        ("published", "reject", "  comment: Не согласны.\n", ["MB602"]),
        ("published", "revise", "", ["MB602"]),
        ("published", "revise", "  comment: План дописали, ждём совета.\n", []),
        ("published", "recommend-municipal", "", []),
        ("review", "reject", "", []),
        ("archived", "revise", "", []),
    ],
)
def test_published_practice_was_not_refused(
    root: Path, status: str, decision: str, comment: str, codes: list[str]
) -> None:
    change(root, PRACTICE, "published", status)
    add(root, PRACTICE, EXAMINED.format(decision) + comment)
    assert told(root, PRACTICE, "MB602") == codes


def test_practice_that_was_not_examined_is_right(root: Path) -> None:
    assert problems_of(root) == []


@pytest.mark.parametrize(
    "text",
    [
        "Замеров не было.",
        "Замеры не проводили, но дети стали спокойнее.",
        "Ничего не измеряли.",
        "Чисел у нас нет.",
        "Мы этого не считали, поэтому скажу только о своём впечатлении.",
        "Стало тише. Сравнить с прошлым годом нельзя: тогда никто не мерил.",
    ],
)
def test_text_that_says_there_were_no_measurements_is_understood(text: str) -> None:
    assert says_unmeasured(text)


@pytest.mark.parametrize(
    "text",
    [
        "Дети стали отвечать охотнее.",
        "Ошибок больше не было.",
        "Замеры есть в отчёте школы.",
        "Не все полюбили читать.",
    ],
)
def test_text_that_does_not_say_so_is_told(root: Path, text: str) -> None:
    change(root, PRACTICE, "results: Замеров не было.", f"results: {text}")
    assert told(root, PRACTICE, "MB603") == ["MB603"]


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        ("    before: 0\n    after: 100\n", []),
        ("    before: -0.1\n    after: 100.1\n", ["MB604", "MB604"]),
        ("    after: 58\n", []),
        ("    before: 31\n", []),
    ],
)
def test_percent_is_a_share(root: Path, numbers: str, codes: list[str]) -> None:
    add(root, PRACTICE, MEASURED + numbers)
    assert told(root, PRACTICE, "MB604") == codes


def test_points_may_be_more_than_a_hundred(root: Path) -> None:
    add(root, PRACTICE, MEASURED.replace("percent", "points") + "    before: 120\n    after: 512\n")
    assert told(root, PRACTICE, "MB604") == []


@pytest.mark.parametrize(
    ("periods", "year", "codes"),
    [
        (["2021 год"], 2026, []),
        (["2021 год"], 2027, ["MB605"]),
        (["2020/21 учебный год"], 2026, []),
        (["2019/20 учебный год"], 2026, ["MB605"]),
        (["2015 год", "2024 год"], 2026, []),
        (["2015 год", "первая четверть"], 2026, ["MB605"]),
        (["первая четверть"], 2026, []),
    ],
)
def test_last_measurement_is_of_the_last_five_years(
    root: Path, periods: list[str], year: int, codes: list[str]
) -> None:
    rows = [
        f"  - {{what: Доля, unit: percent, before: 1, after: 2, period: {period}}}\n" for period in periods
    ]
    add(root, PRACTICE, "measurements:\n" + "".join(rows))
    assert told(root, PRACTICE, "MB605", as_of=date(year, 1, 1)) == codes


@pytest.mark.parametrize(
    ("points", "total", "maximum", "codes"),
    [
        ((5, 3), 8, 10, []),
        ((5, 3), 7, 10, ["MB607"]),
        ((5, 3), 8, 11, ["MB607"]),
        ((5, 3), 9, 9, ["MB607", "MB607"]),
        ((6, 3), 9, 10, ["MB606"]),
        ((), 11, 10, ["MB606"]),
        ((), 10, 10, []),
        ((0, 0), 0, 10, []),
    ],
)
def test_points_add_up(
    root: Path, points: tuple[int, ...], total: int, maximum: int, codes: list[str]
) -> None:
    rows = [f"    - {{criterion: relevance, points: {number}, out_of: 5}}\n" for number in points]
    scores = "  scores:\n" + "".join(rows) if rows else ""
    add(root, PRACTICE, f"{EXAMINED.format('revise')}{scores}  total: {total}\n  maximum: {maximum}\n")
    assert told(root, PRACTICE, "MB606", "MB607") == codes


@pytest.mark.parametrize(
    ("experts", "act", "codes"),
    [
        ([], "  act: prikaz\n", []),
        ([], "", ["MB608"]),
        (["iro"], "  act: prikaz\n", ["MB608"]),
        (["iro", "iro"], "", []),
        (["iro", "shkola"], "", ["MB609"]),
        (["shkola"], "", ["MB608", "MB609"]),
    ],
)
def test_two_experts_from_elsewhere(root: Path, experts: list[str], act: str, codes: list[str]) -> None:
    rows = [f"    - {{role: методист, organization: {organization}}}\n" for organization in experts]
    listed = "  experts:\n" + "".join(rows) if rows else ""
    add(root, PRACTICE, "expertise:\n  decision: recommend-regional\n  date: 2026-04-16\n" + act + listed)
    assert sorted(told(root, PRACTICE, "MB608", "MB609")) == codes


@pytest.mark.parametrize(
    ("decision", "total", "maximum", "codes"),
    [
        ("recommend-regional", 14, 20, []),
        ("recommend-municipal", 13, 20, ["MB610"]),
        ("reject", 14, 20, ["MB610"]),
        ("reject", 13, 20, []),
        ("revise", 20, 20, []),
        ("recommend-regional", 0, 0, []),
    ],
)
def test_decision_follows_the_threshold(
    root: Path, decision: str, total: int, maximum: int, codes: list[str]
) -> None:
    add(root, PRACTICE, f"{EXAMINED.format(decision)}  total: {total}\n  maximum: {maximum}\n")
    assert told(root, PRACTICE, "MB610") == []
    add(root, "region.yml", "expertise_threshold: 70\n")
    assert told(root, PRACTICE, "MB610") == codes


def test_threshold_is_held_against_the_criteria_where_no_total_is_written(root: Path) -> None:
    add(root, "region.yml", "expertise_threshold: 70\n")
    rows = "  scores:\n    - {criterion: relevance, points: 3, out_of: 5}\n"
    add(root, PRACTICE, EXAMINED.format("recommend-regional") + rows)
    [problem] = problems_of(root)
    assert (problem.code, "3 из 5 при проходном балле 70 %" in problem.message) == ("MB610", True)


def test_experts_may_explain_a_decision_against_the_points(root: Path) -> None:
    add(root, "region.yml", "expertise_threshold: 70\n")
    points = "  total: 13\n  maximum: 20\n"
    add(root, PRACTICE, EXAMINED.format("recommend-regional") + points + "  comment: Нужна малым школам.\n")
    assert told(root, PRACTICE, "MB610") == []


@pytest.mark.parametrize(
    "text",
    [
        "Распечатайте памятку на каждого.",
        "Распечатайте по одной карточке на пару.",
        "Список умений в файле.",
        "Бланк лежит в приложении к записи.",
        "В приложении — готовая таблица.",
        "Скачайте шаблон и впишите свои слова.",
        "Прилагаем образец плана.",
        "Карточки прилагаются.",
    ],
)
def test_promise_of_a_paper_is_heard(text: str) -> None:
    assert promise_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Сделайте карточку: лист в четверть страницы.",
        "Ученики чертят таблицу в тетради.",
        "Каждый заполняет таблицу и сдаёт лист.",
        "Напишите памятку вместе с классом.",
        "Ученик сохраняет ответ в файле.",
        "К уроку приложены все силы.",
        "Раздайте листы и карточки.",
        "В приложении для телефона включите таймер.",
    ],
)
def test_paper_that_one_makes_oneself_is_no_promise(text: str) -> None:
    assert promise_in(text) == ""


@pytest.mark.parametrize(
    "beside",
    ["url: https://example.org/listy\n", "conditions: Листы по адресу https://example.org/ открыты всем.\n"],
)
def test_promise_is_kept_by_an_address_too(root: Path, beside: str) -> None:
    change(root, PRACTICE, "Прочитать текст и задать один вопрос.", "Распечатайте памятку.")
    assert told(root, PRACTICE, "MB611") == ["MB611"]
    add(root, PRACTICE, beside)
    assert told(root, PRACTICE, "MB611") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("а" * 700, False),
        ("а" * 701, True),
        ("1. Раз\n2. Два\n" + "а" * 700, False),
        ("| а | б |\n|---|---|\n" + "а" * 700, False),
    ],
)
def test_long_step_is_longer_than_a_screen_and_has_no_list(text: str, expected: bool) -> None:
    assert is_long(text) is expected


@pytest.mark.parametrize(
    ("day", "codes"), [("2025-11-21", ["MB613"]), ("2025-11-22", []), ("2026-04-16", [])]
)
def test_recommended_practice_has_a_year_to_be_tried(root: Path, day: str, codes: list[str]) -> None:
    add(root, PRACTICE, EXAMINED.format("recommend-regional").replace("2026-04-16", day))
    assert told(root, PRACTICE, "MB613") == codes


def test_failed_trial_is_a_trial(root: Path) -> None:
    add(root, PRACTICE, EXAMINED.format("recommend-regional").replace("2026-04-16", "2025-01-16"))
    add(root, PRACTICE, "adoptions: [{organization: iro, outcome: failure}]\n")
    assert told(root, PRACTICE, "MB613", "MB615") == []


@pytest.mark.parametrize(
    ("license_id", "expected"),
    [
        ("cc-by-4.0", True),
        ("cc-by-sa-4.0", True),
        ("official", True),
        ("cc-by-nc-4.0", False),
        ("cc-by-nc-nd-4.0", False),
        ("cc-by-nd-4.0", False),
        ("all-rights-reserved", False),
    ],
)
def test_open_licence_lets_change_and_earn(license_id: str, expected: bool) -> None:
    assert is_open(license_id) is expected


@pytest.mark.parametrize(
    ("until", "codes"),
    [
        ("2026-11-21", []),
        ("2026-11-22", ["MB801"]),
        ("2027-02-19", ["MB801"]),
        ("2027-02-20", ["MB801"]),
        ("2027-02-21", []),
    ],
)
def test_site_ends_within_ninety_days(root: Path, until: str, codes: list[str]) -> None:
    # From 22 November: 8 days of it, 31, 31 and 20 days of February make 90.
    add(root, SITE, f"valid_until: {until}\n")
    assert told(root, SITE, "MB801") == codes
    add(root, SITE, "state: suspended\n")
    assert told(root, SITE, "MB801") == []


def test_site_for_internships_is_named_by_itself_or_by_the_program(root: Path) -> None:
    change(root, SITE, "kind: mentoring", "kind: internship")
    assert told(root, SITE, "MB802") == ["MB802"]
    add(root, PROGRAM, "internship: {site: ploshchadka, hours: 12}\n")
    assert problems_of(root) == []


def test_site_whose_term_is_over_needs_no_program(root: Path) -> None:
    change(root, SITE, "kind: mentoring", "kind: internship")
    add(root, SITE, "valid_until: 2026-11-21\n")
    assert told(root, SITE, "MB802") == []


@pytest.mark.parametrize(
    ("fields", "as_of", "value"),
    [
        ("years: [{year: 2024, trainees: 6}]\n", date(2025, 12, 31), ""),
        ("years: [{year: 2024, trainees: 6}]\n", date(2026, 1, 1), "2025"),
        ("years: [{year: 2025, trainees: 0}]\n", date(2026, 1, 1), "2024"),
        ("", date(2027, 1, 1), "2024, 2025, 2026"),
        ("valid_until: 2025-08-31\n", date(2027, 1, 1), "2024, 2025"),
        ("state: finished\n", date(2027, 1, 1), ""),
    ],
)
def test_each_finished_year_of_a_site_is_told_of(root: Path, fields: str, as_of: date, value: str) -> None:
    change(root, SITE, "2026-09-01", "2024-09-01")
    add(root, SITE, fields)
    found = [p.value for p in problems_of(root, as_of) if p.code == "MB803"]
    assert found == ([value] if value else [])


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("state: revoked\n", ["MB804"]),
        ("state: revoked\ntermination: {date: 2026-10-01, reason: нет стажёров}\n", ["MB804"]),
        ("state: revoked\ntermination: {act: prikaz}\n", []),
        ("state: finished\n", []),
        ("state: suspended\n", []),
    ],
)
def test_revoked_site_has_its_act(root: Path, fields: str, codes: list[str]) -> None:
    add(root, SITE, fields)
    assert told(root, SITE, "MB804") == codes


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("", "", ["MB805"]),
        ("topic: Чтение на уроке", "topic: «Чтение» на уроке.", ["MB805"]),
        ("topic: Чтение на уроке", "topic: Чтение на перемене", []),
        ("kind: mentoring", "kind: base", []),
        ("organization: shkola", "organization: iro", []),
        ("awarded_on: 2026-09-01", "awarded_on: 2026-09-01\nstate: finished", []),
        ("awarded_on: 2026-09-01", "awarded_on: 2026-03-01\nvalid_until: 2026-08-31", []),
        ("awarded_on: 2026-09-01", "awarded_on: 2026-03-01\nvalid_until: 2026-09-01", ["MB805"]),
        ("status: published", "status: archived", []),
    ],
)
def test_two_sites_of_one_topic_share_no_day(root: Path, old: str, new: str, codes: list[str]) -> None:
    text = (root / SITE).read_text("utf-8")
    assert old in text
    write(root, "internships/vtoraya.yml", text.replace(old, new, 1) if old else text)
    assert told(root, "internships/vtoraya.yml", "MB805") == codes
    assert told(root, SITE, "MB805") == []


@pytest.mark.parametrize(
    ("closed_on", "files"),
    [
        ("2026-11-22", []),
        ("2026-11-21", [ASSOCIATION, SITE, PRACTICE]),
    ],
)
def test_records_in_use_of_a_closed_organization_are_told(
    root: Path, closed_on: str, files: list[str]
) -> None:
    write(
        root, "events/proshlo.yml", (root / "events/vstrecha.yml").read_text("utf-8").replace("iro", "shkola")
    )
    change(
        root,
        "reference/organizations.yml",
        "  territory: okrug\n",
        f"  territory: okrug\n  closed_on: {closed_on}\n",
    )
    assert [p.file for p in problems_of(root) if p.code == "MB806"] == files


def test_record_that_is_over_may_stay_with_a_closed_organization(root: Path) -> None:
    change(
        root,
        "reference/organizations.yml",
        "  territory: okrug\n",
        "  territory: okrug\n  closed_on: 2026-01-01\n",
    )
    add(root, SITE, "state: finished\n")
    add(root, ASSOCIATION, "closed: {date: 2026-01-01}\n")
    change(root, PRACTICE, "published", "archived")
    assert places(root, "MB806") == []


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 8, 31), 2025),
        (date(2026, 9, 1), 2026),
        (date(2026, 12, 31), 2026),
        (date(2027, 1, 1), 2026),
    ],
)
def test_school_year_begins_on_the_first_of_september(day: date, year: int) -> None:
    assert school_year(day) == year


@pytest.mark.parametrize(
    ("year", "as_of", "codes"),
    [
        ("2025/26", date(2026, 8, 31), []),
        ("2025/26", date(2026, 9, 1), ["MB811"]),
        ("2026/27", date(2026, 8, 31), ["MB811"]),
        ("2026/27", date(2026, 9, 1), []),
        ("2026–2027 учебный год", date(2027, 8, 31), []),
        ("2024–2027", date(2026, 9, 1), []),
        ("2026 год", date(2026, 9, 1), []),
        ("этот год", date(2026, 9, 1), ["MB811"]),
    ],
)
def test_plan_is_for_the_current_school_year(root: Path, year: str, as_of: date, codes: list[str]) -> None:
    change(root, ASSOCIATION, "2026/27", year)
    assert told(root, ASSOCIATION, "MB811", as_of=as_of) == codes
    change(root, ASSOCIATION, "status: published", "status: draft")
    assert told(root, ASSOCIATION, "MB811", as_of=as_of) == []


def test_plan_whose_name_holds_no_year_is_known_by_its_meetings(root: Path) -> None:
    change(root, ASSOCIATION, "2026/27", "этот год\n  meetings: [{date: 2027-03-03, topic: Чтение}]")
    assert told(root, ASSOCIATION, "MB811") == []


def test_closed_association_needs_no_plan_and_no_meetings(root: Path) -> None:
    change(root, ASSOCIATION, "2026/27", "2020/21\n  meetings: [{date: 2021-03-03, topic: Чтение}]")
    assert set(told(root, ASSOCIATION, "MB811", "MB813")) == {"MB811", "MB813"}
    add(root, ASSOCIATION, "closed: {date: 2021-06-01}\n")
    assert told(root, ASSOCIATION, "MB811", "MB813") == []


@pytest.mark.parametrize(
    ("event", "codes"),
    [
        ("starts: 2025-11-21\nstate: held\n", ["MB813"]),
        ("starts: 2025-11-22\nstate: held\n", []),
        ("starts: 2025-11-21\nends: 2025-11-23\nstate: held\n", []),
        ("starts: 2025-11-21\nmoved_to: 2026-02-01\nstate: moved\n", []),
        ("starts: 2026-11-01\nstate: cancelled\n", ["MB813"]),
        ("starts: 2026-12-01\n", []),
        ("", ["MB813"]),
    ],
)
def test_association_met_within_a_year(root: Path, event: str, codes: list[str]) -> None:
    change(root, ASSOCIATION, "2026/27", "2026/27\n  meetings: [{date: 2025-10-21, topic: Чтение}]")
    if event:
        text = (root / "events/vstrecha.yml").read_text("utf-8").replace("starts: 2026-12-09\n", event)
        write(root, "events/vtoraya.yml", text + "associations: [obedinenie]\n")
    assert told(root, ASSOCIATION, "MB813") == codes


def test_association_of_whose_meetings_nothing_is_known_is_not_called_silent(root: Path) -> None:
    assert told(root, ASSOCIATION, "MB813", as_of=date(2030, 1, 1)) == []


@pytest.mark.parametrize(
    ("members", "codes"),
    [
        ("{number: 2, as_of: 2025-11-22}", ["MB812"]),
        ("{number: 3, as_of: 2025-11-22}", []),
        ("{number: 3, as_of: 2025-11-21}", ["MB815"]),
        ("{number: 0, as_of: 2020-01-01}", ["MB812", "MB815"]),
    ],
)
def test_members_are_three_and_counted_within_a_year(root: Path, members: str, codes: list[str]) -> None:
    add(root, ASSOCIATION, f"members: {members}\n")
    assert told(root, ASSOCIATION, "MB812", "MB815") == codes


@pytest.mark.parametrize(
    ("entity", "codes"),
    [
        ("{form: entity}", ["MB814"]),
        ('{form: entity, inn: "0012345673"}', []),
        ('{form: entity, ogrn: "1200000001233"}', []),
        ("{form: no-entity}", []),
    ],
)
def test_legal_entity_has_a_number(root: Path, entity: str, codes: list[str]) -> None:
    add(root, ASSOCIATION, f"legal_entity: {entity}\n")
    assert told(root, ASSOCIATION, "MB814") == codes


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_rules_of_the_day_bear_the_ends_of_the_calendar(root: Path, day: date) -> None:
    add(root, SITE, "valid_until: 2027-01-01\n")
    add(root, PROGRAM, "schedule: [{from: 2026-12-01}]\n")
    add(root, ASSOCIATION, "members: {number: 9, as_of: 2026-10-01}\n")
    change(root, PROGRAM, "  state: unknown\n", NUMBERED + "  checked_on: 2026-10-05\n")
    add(root, PRACTICE, MEASURED + "    after: 5\n    period: 2025 год\n")
    assert [p for p in problems_of(root, day) if p.is_error] == []
