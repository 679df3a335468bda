"""Indicators and frameworks: the standard ones, and a region's files laid over them by id."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from knowledge_bases import REPOSITORY, add, base_of, change, codes_of, problems_of, the_problem_of, write
from metodbank.cli import run
from metodbank.definition_layers import Layered
from metodbank.models.framework import Framework
from metodbank.models.indicator import Indicator

STANDARD = REPOSITORY / "generator" / "metodbank" / "standard"
PROGRAMS = "reference/indicators/fr-programs-share.yml"
SCHOOLS = "reference/indicators/shkoly.yml"
OWN = "reference/frameworks/oblast.yml"
CONCEPT = "reference/frameworks/concept-2020.yml"
CONDITION = """\
numerator:
  title: программы
  counted: programs
  register:
    kind: program
    conditions:
      - {condition}
"""
ODDITIES = {"MB905", "MB907", "MB913", "MB916"}
"""What is told of the acts themselves: «*», a looser target, one set afterwards, a retelling."""
STATEMENT = "statements:\n  - {id: s, indicator: routes-share, name: Один"
AN_INDICATOR = """\
title: Школы, где есть клуб
short_title: Школы с клубом
unit: percent
numerator: {title: школы с клубом, counted: organizations, observed: true}
denominator: {title: все школы, counted: organizations, observed: true}
one_unit: Одна школа.
"""
A_FRAMEWORK = """\
title: Показатели области
short_title: Область
act: prikaz
citation: Приказ о показателях
state: in-force
statements:
  - {id: p1, indicator: shkoly, name: Доля школ с клубом}
  - {id: p2, indicator: fr-programs-share, name: Доля программ}
"""


def indicator(root: Path, identifier: str) -> Layered[Indicator]:
    return base_of(root).indicators[identifier]


def framework(root: Path, identifier: str) -> Layered[Framework]:
    return base_of(root).frameworks[identifier]


def with_condition(root: Path, condition: str) -> Path:
    return write(root, PROGRAMS, CONDITION.replace("{condition}", condition))


def test_base_begins_with_the_standard_and_follows_none(root: Path) -> None:
    base = base_of(root)
    assert len(base.indicators) == 13
    assert len(base.frameworks) == 5
    assert sum(len(each.definition.statements) for each in base.frameworks.values()) == 34
    assert base.followed == []
    assert {(each.file, each.changed, each.is_own) for each in base.indicators.values()} == {("", (), False)}


@pytest.mark.parametrize("path", sorted(STANDARD.glob("indicators/*.yml")), ids=lambda path: path.stem)
def test_standard_indicator_is_sound(root: Path, path: Path) -> None:
    write(root, f"reference/indicators/{path.name}", path.read_bytes())
    assert codes_of(root) == []
    assert indicator(root, path.stem).changed == ()
    every = re.sub("^title: .*$", "title: Другое название", path.read_text("utf-8"), flags=re.MULTILINE)
    write(root, "reference/indicators/sovsem-drugoy.yml", every)
    assert codes_of(root) == []
    assert indicator(root, "sovsem-drugoy").is_own


@pytest.mark.parametrize("path", sorted(STANDARD.glob("frameworks/*.yml")), ids=lambda path: path.stem)
def test_standard_framework_is_sound(root: Path, path: Path) -> None:
    of_acts = r"^act: .*\n|^not_given:\n(  - .*\n)+"
    text = re.sub(of_acts, "", path.read_text("utf-8"), flags=re.MULTILINE)
    write(root, f"reference/frameworks/{path.name}", text)
    write(root, "reference/frameworks/sovsem-drugaya.yml", text)
    add(root, "region.yml", f"frameworks: [{path.stem}, sovsem-drugaya]\n")
    assert set(codes_of(root)) <= ODDITIES
    assert [each.changed for each in base_of(root).followed] == [(), ()]


def test_region_changes_only_the_fields_that_it_names_and_that_is_known(root: Path) -> None:
    before = indicator(root, "fr-programs-share").definition
    write(root, PROGRAMS, f"note: Считаем по приказу.\ndirection: at-least\nunit: {before.unit}\n")
    assert codes_of(root) == []
    after = indicator(root, "fr-programs-share")
    assert (after.file, after.changed, after.is_own) == (PROGRAMS, ("note",), False)
    assert after.definition.note == "Считаем по приказу."
    assert after.definition.numerator == before.numerator
    assert indicator(root, "routes-share").file == ""


def test_misspelt_field_of_a_condition_is_told_in_its_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_condition(root, "{field: federal_registr.state, is: [included]}")
    assert run(["--root", str(root), "check", "--as-of", "2026-11-22"]) == 1
    told = capsys.readouterr().out
    assert f"{PROGRAMS}:7:17: ошибка MB955" in told
    assert "Вероятно, имелось в виду «federal_register.state»" in told


def test_broken_file_of_the_region_leaves_the_standard(root: Path) -> None:
    before = indicator(root, "fr-programs-share")
    with_condition(root, "{field: stat, is: [included]}")
    add(root, PROGRAMS, "note: Тоже пропадёт.\n")
    assert codes_of(root) == ["MB955"]
    assert indicator(root, "fr-programs-share") == before


def test_text_that_programs_read_differently_leaves_the_standard(root: Path) -> None:
    before = indicator(root, "fr-programs-share")
    write(root, PROGRAMS, "note: no\n")
    assert codes_of(root) == ["MB013"]
    assert indicator(root, "fr-programs-share") == before


@pytest.mark.parametrize(
    ("condition", "code", "suggestion"),
    [
        ("{field: federal_register.state, is: [includet]}", "MB204", "included"),
        ("{field: federal_register.state, is_not: [Исключена]}", "MB204", "excluded"),
        ("{field: organization, is: [shkolla]}", "MB202", "shkola"),
        ("{field: kind, is: [p-k]}", "MB204", "pk"),
        ("{field: schedule.from, not_after: moment}", "MB955", "schedule"),
        ("{field: federal_register.state.title, given: true}", "MB955", "federal_register.state"),
        ("{field: federal_register.state, not_after: moment}", "MB956", ""),
        ("{field: federal_register, holds: moment}", "MB956", ""),
        ("{field: active, is: [true]}", "MB956", ""),
        ("{field: annotation, is: [слово]}", "MB956", ""),
        ("{field: audience, at_least: 2}", "MB956", ""),
        ("{field: hours, is: [много]}", "MB957", ""),
        ("{field: cascade, is: [1]}", "MB957", ""),
        ("{field: hours}", "MB951", ""),
        ("{field: hours, at_least: 16, at_most: 36}", "MB951", ""),
        ("{field: active, holds: сегодня}", "MB121", ""),
        ("{feild: hours, at_least: 16}", "MB102", "field"),
    ],
)
def test_condition_that_would_choose_wrongly_is_told(
    root: Path, condition: str, code: str, suggestion: str
) -> None:
    with_condition(root, condition)
    problem = problems_of(root)[-1]
    assert (problem.code, problem.file, problem.line, problem.suggestion) == (code, PROGRAMS, 7, suggestion)
    assert problem.is_error


@pytest.mark.parametrize(
    "condition",
    [
        "{field: federal_register.state, is: [included, pending]}",
        "{field: federal_register, given: true}",
        "{field: federal_register.valid_until, not_before: moment, or_absent: true}",
        "{field: active, holds: moment}",
        "{field: hours, at_least: 16}",
        "{field: hours, is: [16, 36]}",
        "{field: cascade, is: [true]}",
        "{field: audience, is_not: [mentor]}",
        "{field: organization, is: [iro]}",
        "{field: schedule, given: false}",
        "{field: network.partners, is: [shkola]}",
        "{field: title, is: [Смысловое чтение]}",
    ],
)
def test_condition_that_fits_its_field_is_taken(root: Path, condition: str) -> None:
    with_condition(root, condition)
    assert codes_of(root) == []
    assert indicator(root, "fr-programs-share").changed == ("numerator",)


def test_kind_and_distinct_field_of_a_register_are_looked_up(root: Path) -> None:
    with_condition(root, "{field: hours, at_least: 16}")
    add(root, PROGRAMS, "    distinct: organisation\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.suggestion) == ("MB955", f"{PROGRAMS}:8:15", "organization")
    with_condition(root, "{field: title, given: true}")
    change(root, PROGRAMS, "kind: program\n", "kind: programm\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.suggestion) == ("MB204", f"{PROGRAMS}:5:11", "program")


def test_region_adds_its_own_indicator_and_framework_and_follows_it(root: Path) -> None:
    write(root, SCHOOLS, AN_INDICATOR)
    write(root, OWN, A_FRAMEWORK)
    add(root, "region.yml", "frameworks: [oblast, megion-2021, oblast]\nsmall_group: 10\n")
    assert codes_of(root) == []
    base = base_of(root)
    assert [each.id for each in base.followed] == ["oblast", "megion-2021"]
    own = base.followed[0]
    assert (own.file, own.changed, own.is_own) == (OWN, (), True)
    assert [statement.indicator for statement in own.definition.assessed] == ["shkoly", "fr-programs-share"]
    assert base.region.small_group == 10
    assert list(base.indicators)[-1] == "shkoly"


@pytest.mark.parametrize("number", ["1", "21", "пять"])
def test_small_group_has_its_limits(root: Path, number: str) -> None:
    add(root, "region.yml", f"small_group: {number}\n")
    assert the_problem_of(root).place == f"region.yml:{line_of(root, 'region.yml', 'small_group')}:14"


def test_unknown_framework_is_told_and_the_others_are_followed(root: Path) -> None:
    add(root, "region.yml", "frameworks: [megion-2021, concept-2021, net-takoy]\n")
    problems = problems_of(root)
    line = line_of(root, "region.yml", "frameworks")
    assert [(p.code, p.place, p.suggestion) for p in problems] == [
        ("MB962", f"region.yml:{line}:27", "concept-2020"),
        ("MB962", f"region.yml:{line}:41", ""),
    ]
    assert [each.id for each in base_of(root).followed] == ["megion-2021"]


def test_unknown_indicator_sets_the_framework_aside(root: Path) -> None:
    write(root, OWN, A_FRAMEWORK.replace("fr-programs-share", "fr-program-share"))
    write(root, SCHOOLS, AN_INDICATOR)
    add(root, "region.yml", "frameworks: [oblast]\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.suggestion) == ("MB958", f"{OWN}:8:25", "fr-programs-share")
    assert base_of(root).followed == []


def test_statement_whose_indicator_is_broken_waits_for_it(root: Path) -> None:
    write(root, OWN, A_FRAMEWORK)
    write(root, SCHOOLS, AN_INDICATOR + "lishnee: 1\n")
    assert [(p.code, p.file) for p in problems_of(root)] == [("MB963", OWN), ("MB102", SCHOOLS)]
    assert [each.id for each in framework(root, "oblast").definition.statements] == ["p2"]


def test_related_indicator_that_there_is_none_of_is_told(root: Path) -> None:
    write(root, SCHOOLS, AN_INDICATOR + "related:\n  - {indicator: route-share}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.suggestion) == ("MB958", f"{SCHOOLS}:8:17", "routes-share")


def test_indicator_of_two_broken_files_is_told_in_both(root: Path) -> None:
    write(root, SCHOOLS, AN_INDICATOR.replace("unit: percent", "unit: percents"))
    write(root, "reference/indicators/kluby.yml", AN_INDICATOR + "related:\n  - {indicator: shkoly}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.suggestion) == ("MB204", f"{SCHOOLS}:3:7", "percent")


def test_region_changes_one_statement_adds_one_and_drops_one(root: Path) -> None:
    first, second, *others = framework(root, "concept-2020").definition.statements
    write(
        root,
        CONCEPT,
        f"""\
period: {{from_year: 2021, to_year: 2027}}
statements:
  - id: {second.id}
    targets:
      - {{year: 2026, raw: не менее 29.96 %, value: 29.96}}
  - id: svoy
    indicator: teachers-per-methodist
    name: Число педагогов на методиста
    targets:
      - {{year: 2026, raw: "200,5", value: "200,5"}}
      - {{year: 2027, raw: "*"}}
  - {{id: {first.id}, dropped: true, dropped_reason: Карты у области нет.}}
""",
    )
    assert codes_of(root) == ["MB912", "MB905"]
    after = framework(root, "concept-2020")
    assert after.changed == (
        "period",
        f"statements.{second.id}.targets",
        "statements.svoy",
        f"statements.{first.id}.dropped",
        f"statements.{first.id}.dropped_reason",
    )
    statements = after.definition.statements
    assert [each.id for each in statements] == [first.id, second.id, *(each.id for each in others), "svoy"]
    assert [each.id for each in after.definition.assessed] == [each.id for each in statements[1:]]
    assert statements[1].name == second.name
    assert statements[2:-1] == tuple(others)
    *of_standard, target = statements[1].targets
    assert tuple(of_standard) == second.targets
    assert (target.value, target.operator, target.operator_inferred) == (Fraction(749, 25), "at-least", True)
    set_one, not_set = statements[-1].targets
    assert (set_one.value, set_one.operator, set_one.is_set) == (Fraction(401, 2), "at-most", True)
    assert (not_set.value, not_set.operator, not_set.is_set) == (None, None, False)


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("statements: слово", "MB106", 1),
        ("statements: [слово]", "MB107", 1),
        ("statements:\n  - {name: Без имени}", "MB101", 2),
        ("statements:\n  - {id: novyy, indicator: routes-share}", "MB101", 2),
        (f"{STATEMENT}}}\n  - {{id: s, indicator: routes-share, name: Другой}}", "MB960", 3),
        (f"{STATEMENT}, same_as: z}}", "MB959", 2),
        (f"{STATEMENT}, ambiguities: [zz]}}", "MB959", 2),
        (f"{STATEMENT}, unit: percents}}", "MB204", 2),
        (f"{STATEMENT}, dropped: true}}", "MB961", 2),
        (f"{STATEMENT}, targets: [{{year: 2024, raw: '*', value: 0}}]}}", "MB953", 2),
        (f"{STATEMENT}, targets: [{{year: 2024, raw: треть, value: треть}}]}}", "MB120", 2),
        (f"{STATEMENT}, targets: [{{year: 2024, raw: да, operator: yes}}]}}", "MB013", 2),
        ("act: prikas", "MB202", 1),
        ("groups: []", "MB959", 1),
        ("titel: Концепция", "MB102", 1),
    ],
)
def test_what_is_wrong_in_a_change_of_a_framework_is_told(
    root: Path, lines: str, code: str, line: int
) -> None:
    before = framework(root, "concept-2020")
    write(root, CONCEPT, f"{lines}\n")
    found = {(problem.code, problem.file, problem.line) for problem in problems_of(root)}
    assert found == {(code, CONCEPT, line)}
    assert framework(root, "concept-2020") == before


def test_name_that_is_nearly_that_of_the_standard_is_told_once(root: Path) -> None:
    write(root, "reference/frameworks/concept-2021.yml", "note: Мимо.\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.suggestion) == ("MB954", "concept-2020")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("reference/indicators/svoy.yaml", "MB004"),
        ("reference/frameworks/Область.yml", "MB002"),
        ("reference/frameworks/index.yml", "MB003"),
        ("reference/indicators/year-2025.yml", "MB003"),
        ("reference/indicators/svoy-in-2025.yml", "MB003"),
        ("reference/indicators/2025/svoy.yml", "MB002"),
        ("reference/indicator/svoy.yml", "MB222"),
        ("reference/indicators.yml", "MB222"),
    ],
)
def test_definition_in_a_wrong_file_is_told(root: Path, file: str, code: str) -> None:
    write(root, file, AN_INDICATOR)
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == (code, file)
    assert len(base_of(root).indicators) == 13


@pytest.mark.parametrize(
    "file", ["2025.csv", "reference/2025-okrug.csv", "monitorng/2025.csv", "monitoring-2/2025.csv"]
)
def test_table_of_monitoring_in_a_wrong_folder_is_told(root: Path, file: str) -> None:
    write(root, file, "показатель;территория\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == ("MB965", file)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "MB015"), (b"title: [\n", "MB008"), (b"\xff\xfe", "MB006"), (b"- 1\n", "MB015")],
)
def test_bytes_that_are_no_definition_are_told(root: Path, content: bytes, code: str) -> None:
    for file in (PROGRAMS, SCHOOLS, CONCEPT, OWN):
        write(root, file, content)
    told = {(problem.code, problem.file) for problem in problems_of(root)}
    assert told == {(code, file) for file in (PROGRAMS, SCHOOLS, CONCEPT, OWN)}
    assert len(base_of(root).indicators) == 13


def line_of(root: Path, file: str, words: str) -> int:
    """Return the number of the first line that holds the words."""
    lines = (root / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


LONGER = "period: {from_year: 2021, to_year: 2025}\n"


def _over_muya(root: Path, *targets: str) -> list[str]:
    """Lay targets over one statement of the standard that has several, and return all that stand."""
    lines = "".join(f"      - {{{target}}}\n" for target in targets)
    write(
        root,
        "reference/frameworks/muya-2023.yml",
        f"{LONGER}statements:\n  - id: p3-3-1\n    targets:\n{lines}",
    )
    statement = framework(root, "muya-2023").definition.statement("p3-3-1")
    assert statement is not None
    return [f"{target.year} {target.raw}" for target in statement.targets]


def test_target_of_a_region_stands_in_place_of_that_of_its_year_alone(root: Path) -> None:
    before = framework(root, "muya-2023").definition.statement("p3-3-1")
    assert before is not None
    assert [(target.year, target.raw) for target in before.targets] == [
        (2021, "*"),
        (2022, "233 чел."),
        (2023, "180 чел."),
        (2024, "не более 250 чел."),
    ]
    stands = _over_muya(
        root, "year: 2025, raw: не более 150, value: 150", "year: 2024, raw: '170', value: 170"
    )
    assert stands == ["2021 *", "2022 233 чел.", "2023 180 чел.", "2024 170", "2025 не более 150"]
    assert framework(root, "muya-2023").changed == ("period", "statements.p3-3-1.targets")


def test_target_that_a_region_takes_away_is_gone_and_what_it_was_is_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(root, "region.yml", "frameworks: [muya-2023]\n")
    stands = _over_muya(
        root,
        "year: 2022, dropped: true",
        "year: 2024, raw: не более 170, value: 170",
        "year: 2025, raw: не более 150, value: 150",
    )
    assert stands == ["2021 *", "2023 180 чел.", "2024 не более 170", "2025 не более 150"]
    assert run(["--root", str(root), "why", "teachers-per-methodist", "region", "2024"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "цель на 2022 год снята, в стандарте «233 чел.»" in told
    assert "цель на 2024 год: в стандарте «не более 250 чел.»" in told
    assert "цель на 2025 год добавлена" in told
    assert "2023 год: в стандарте" not in told


def test_year_of_a_target_that_cannot_be_taken_away_or_stands_twice_is_told(root: Path) -> None:
    _over_muya(root, "year: 2031, dropped: true", "year: 2024, raw: '1'", "year: 2024, raw: '2'")
    assert [(p.code, p.line) for p in problems_of(root) if p.is_error] == [("MB959", 5), ("MB960", 7)]
    assert framework(root, "muya-2023").file == ""


def test_finding_about_a_target_is_placed_where_the_region_says_it(root: Path) -> None:
    _over_muya(root, "year: 2024, raw: не более 150, value: 510, note: Так решено.")
    (problem,) = [problem for problem in problems_of(root) if problem.code == "MB920"]
    assert (problem.file, problem.line) == ("reference/frameworks/muya-2023.yml", 5)


@pytest.mark.parametrize(("identifier", "suggestion"), [("vi-2-11", "vi-2-1"), ("zzz-9", "")])
@pytest.mark.parametrize("item", ["dropped: true", "targets: [{year: 2024, raw: 9 %, value: 9}]"])
def test_change_of_a_statement_that_the_standard_lacks_is_told_as_such(
    root: Path, identifier: str, suggestion: str, item: str
) -> None:
    write(root, CONCEPT, f"statements:\n  - {{id: {identifier}, {item}}}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.line, problem.suggestion) == ("MB926", 2, suggestion)
