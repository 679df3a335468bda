"""Rules about targets and figures (IN1–IN16, P10): what is told, where, and what is left alone."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from knowledge_bases import AS_OF, REPOSITORY, add, base_of, problems_of, write
from metodbank.cli import run
from metodbank.indicators.scoring import Scoring
from metodbank.problems import Problem, Severity

FILE, HEADER = "monitoring/2025.csv", "показатель;территория;числитель;знаменатель;значение;источник"
OWN = "reference/frameworks/oblast.yml"
MUYA = "reference/frameworks/muya-2023.yml"
HEAD = "title: Показатели области\nshort_title: Область\ncitation: Приказ № 1\nstate: in-force\n"
SEVER = "sever:\n  name: Северный округ\n  kind: municipal-okrug\n  parent: region\n"
BASES = (REPOSITORY, *sorted((REPOSITORY / "examples").iterdir()))


def table(root: Path, *rows: str, year: int = 2025, header: str = HEADER) -> None:
    """Write the table of a year; each row is given a source where it names none."""
    full = [row if row.count(";") == header.count(";") else f"{row};Отчёт" for row in rows]
    write(root, f"monitoring/{year}.csv", "\n".join([header, *full, ""]))


def statements(root: Path, *items: str, head: str = "", file: str = OWN) -> None:
    """Write the region's framework with the statements."""
    write(root, file, HEAD + head + "statements:\n" + "".join(f"  - {{{item}}}\n" for item in items))


def follow(root: Path, *names: str) -> str:
    """Follow the frameworks and return the line of `region.yml` that says so."""
    add(root, "region.yml", f"frameworks: [{', '.join(names)}]\n")
    return f"region.yml:{(root / 'region.yml').read_text('utf-8').count(chr(10))}"


def told(root: Path, as_of: date = AS_OF) -> list[tuple[str, str]]:
    """Return the code and the place of every problem."""
    return [(problem.code, problem.place) for problem in problems_of(root, as_of)]


def the(root: Path, code: str, as_of: date = AS_OF) -> Problem:
    """Return the one problem with the code."""
    (problem,) = [problem for problem in problems_of(root, as_of) if problem.code == code]
    return problem


# IN1, IN2: figures that cannot be


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("fr-trained-share;okrug;25;20;", "MB901", 3),
        ("fr-trained-share;okrug;-1;20;", "MB901", 3),
        ("fr-trained-share;okrug;1;-20;", "MB901", 4),
        ("fr-trained-share;okrug;;;100,1", "MB901", 5),
        ("fr-trained-share;okrug;;;-3", "MB901", 5),
        ("teachers-per-methodist;region;-5;1;", "MB901", 3),
        ("fr-trained-share;okrug;0;0;", "MB902", 4),
        ("fr-trained-share;okrug;3;0;", "MB902", 4),
        ("teachers-per-methodist;region;500;0;", "MB902", 4),
    ],
)
def test_impossible_figure_is_an_error_and_is_set_aside(root: Path, row: str, code: str, column: int) -> None:
    table(root, row, "routes-share;okrug;5;20;")
    problem = the(root, code)
    assert (problem.place, problem.is_error) == (f"{FILE}:2:{column}", True)
    assert told(root) == [(code, problem.place)]
    assert list(base_of(root).observations) == ["routes-share"]


@pytest.mark.parametrize(
    "row",
    [
        "fr-trained-share;okrug;20;20;",
        "fr-trained-share;okrug;0;20;",
        "fr-trained-share;okrug;;;100",
        "teachers-per-methodist;region;500;2;",
        "teachers-per-methodist;region;;;250",
    ],
)
def test_figure_at_the_edge_of_the_possible_is_taken(root: Path, row: str) -> None:
    table(root, row)
    assert told(root) == []
    assert len(base_of(root).observations) == 1


def test_impossible_figure_of_one_territory_leaves_the_sum_of_the_others(root: Path) -> None:
    add(root, "reference/territories.yml", SEVER)
    table(root, "fr-trained-share;okrug;13;20;", "fr-trained-share;sever;30;10;")
    assert the(root, "MB901").message == (
        "Показатель «Освоили программы Федерального реестра по диагностике», Северный округ: "
        "числитель 30 больше знаменателя 10. Строка не считается."
    )
    score = Scoring(base_of(root), AS_OF).score("fr-trained-share", "region", 2025)
    assert score.value == Fraction(65)
    assert score.coverage is not None
    assert (score.coverage.reported, score.coverage.expected) == (1, 2)


def test_impossible_pair_of_the_wide_form_is_told_in_its_own_columns(root: Path) -> None:
    header = (
        "территория;источник;fr-trained-share:числитель;fr-trained-share:знаменатель;routes-share:числитель;"
    )
    table(root, "okrug;Отчёт;13;20;9;5", header=header + "routes-share:знаменатель")
    assert told(root) == [("MB901", f"{FILE}:2:5")]
    assert list(base_of(root).observations) == ["fr-trained-share"]


def test_of_a_table_with_swapped_columns_the_first_five_hundred_are_told(root: Path) -> None:
    rows = [f"fr-trained-share;okrug;25;20;;{1 + day % 28:02}.{1 + day // 28 % 12:02}.2025;Отчёт"
            for day in range(336)]  # fmt: skip
    rows += [row.replace("fr-trained", "diagnostics") for row in rows]
    table(root, *rows, header=HEADER.replace("источник", "по состоянию на;источник"))
    codes = [code for code, _ in told(root)]
    assert (codes.count("MB901"), codes.count("MB949")) == (500, 1)
    assert base_of(root).observations == {}


# IN3, IN14: targets that cannot be meant


def test_target_outside_the_period_sets_the_framework_aside(root: Path) -> None:
    item = "id: p1, indicator: routes-share, name: Доля, targets: [{year: YEAR, raw: 30 %, value: 30}]"
    line = follow(root, "oblast")
    for year, outside in ((2024, True), (2025, False), (2027, False), (2028, True)):
        statements(root, item.replace("YEAR", str(year)), head="period: {from_year: 2025, to_year: 2027}\n")
        assert told(root) == ([("MB903", f"{OWN}:7:68")] if outside else []), (year, line)
        assert [each.id for each in base_of(root).followed] == ([] if outside else ["oblast"])


def test_period_that_a_region_shortens_is_told_beside_it_and_the_standard_stands(root: Path) -> None:
    follow(root, "concept-2020")
    write(root, "reference/frameworks/concept-2020.yml", "period: {from_year: 2022, to_year: 2024}\n")
    problem = the(root, "MB903")
    assert (problem.place, problem.value) == ("reference/frameworks/concept-2020.yml:1:9", "2021")
    (followed,) = base_of(root).followed
    period = followed.definition.period
    assert period is not None
    assert (followed.file, period.from_year) == ("", 2021)


def test_target_of_a_year_that_nobody_followed_names_is_no_problem(root: Path) -> None:
    follow(root, "concept-2020")
    table(root, "fr-trained-share;okrug;13;20;", year=2031)
    assert told(root) == []


@pytest.mark.parametrize(
    ("indicator", "operator", "is_wrong"),
    [
        ("routes-share", "at-most", True),
        ("routes-share", "at-least", False),
        ("teachers-per-methodist", "at-least", True),
        ("teachers-per-methodist", "at-most", False),
    ],
)
def test_target_that_turns_its_indicator_round_is_an_error(
    root: Path, indicator: str, operator: str, is_wrong: bool
) -> None:
    target = f"{{year: 2027, raw: '70', value: 70, operator: {operator}}}"
    statements(root, f"id: p1, indicator: {indicator}, name: Имя, targets: [{target}]")
    assert [code for code, _ in told(root)] == (["MB914"] if is_wrong else [])
    assert ("oblast" in base_of(root).frameworks) is not is_wrong


def test_indicator_that_a_region_turned_round_is_told_once_beside_its_direction(root: Path) -> None:
    file = "reference/indicators/fr-trained-share.yml"
    write(root, file, "note: Проба.\ndirection: at-most\n")
    assert told(root) == []
    follow(root, "muya-2023", "concept-2020")
    problem = the(root, "MB914")
    assert (problem.place, problem.is_error) == (f"{file}:2:12", True)
    assert "2021 (Муйский район, 2023, п. 2.1) — «не менее»" in problem.message


# IN4–IN7, IN12, IN13, IN16: what acts say


def test_target_in_words_is_told_once_a_statement_with_the_number_in_it(root: Path) -> None:
    targets = "{year: 2026, raw: не менее 29.5 %}, {year: 2027, raw: вырастет}"
    statements(root, f"id: p1, number: '1.1', indicator: routes-share, name: Доля, targets: [{targets}]")
    problem = the(root, "MB904")
    assert (problem.place, problem.suggestion) == (f"{OWN}:6:94", "29.5")
    assert "п. 1.1" in problem.message
    assert "2026, 2027" in problem.message
    assert not problem.is_error
    assert told(root) == [("MB904", problem.place)]


@pytest.mark.parametrize(
    ("raw", "suggestion"),
    [("к 2027 году — не менее 30%", "30"), ("30 из 100", ""), ("все", ""), ("не более 12,5 чел.", "12.5")],
)
def test_number_is_suggested_only_where_there_is_one(root: Path, raw: str, suggestion: str) -> None:
    statements(root, f"id: p1, indicator: routes-share, name: Доля, targets: [{{year: 2027, raw: '{raw}'}}]")
    assert the(root, "MB904").suggestion == suggestion


def test_target_that_says_yes_needs_no_number(root: Path) -> None:
    targets = "{year: 2027, raw: ежегодно, operator: 'yes'}"
    statements(root, f"id: p1, indicator: monitoring-cycle, name: Цикл, targets: [{targets}]")
    assert told(root) == []


def test_oddities_of_a_standard_act_are_told_where_it_is_followed_and_of_no_other(root: Path) -> None:
    assert told(root) == []
    line = follow(root, "megion-2021", "muya-2023", "concept-2020", "lipetsk-2021")
    assert told(root) == [(code, f"{line}:27") for code in ("MB905", "MB907", "MB913")]
    assert "п. 1.2 (2021, 2022); п. 3.1 (2021)" in the(root, "MB905").message
    assert "на 2023 год — «180 чел.», а на 2024 — «не более 250 чел.»" in the(root, "MB907").message
    assert "2021 и 2022 годы" in the(root, "MB913").message
    assert not any(problem.is_error for problem in problems_of(root))


def test_region_explains_an_oddity_in_its_own_file_and_it_is_told_no_more(root: Path) -> None:
    line = follow(root, "muya-2023")
    write(root, MUYA, "short_title: Район\n")
    assert ("MB907", f"{line}:14") in told(root)
    item = "  - id: p3-3-1\n    targets:\n      - {year: 2023, raw: 180, value: 180}\n"
    write(root, MUYA, f"statements:\n{item}      - {{year: 2024, raw: 250, value: 250}}\n")
    assert ("MB907", f"{MUYA}:5:9") in told(root)
    write(
        root, MUYA, f"statements:\n{item}      - {{year: 2024, raw: 250, value: 250, note: Так в приказе.}}\n"
    )
    assert "MB907" not in [code for code, _ in told(root)]


def test_share_that_is_called_an_amount_asks_for_a_footnote(root: Path) -> None:
    for name, footnote, is_told in (
        ("Количество команд", "", True),
        ("число и количество команд", "", True),
        ("Количество команд", ", footnote: Это доля.", False),
        ("Доля команд в общем количестве команд", "", False),
        ("Доля команд, количество которых известно", "", False),
    ):
        statements(root, f"id: p1, indicator: management-teams-share, name: '{name}'{footnote}")
        assert told(root) == ([("MB906", f"{OWN}:6:55")] if is_told else []), name
    statements(root, "id: p1, indicator: teachers-per-methodist, name: Количество педагогов")
    assert told(root) == []


@pytest.mark.parametrize(
    ("first", "second", "is_looser"),
    [("70", "69.9", True), ("70", "70", False), ("70", "71", False)],
)
def test_looser_target_is_told(root: Path, first: str, second: str, is_looser: bool) -> None:
    later = f"{{year: 2027, raw: '{second}', value: {second}}}"
    targets = f"{later}, {{year: 2025, raw: '{first}', value: {first}}}"
    statements(root, f"id: p1, indicator: routes-share, name: Доля, targets: [{targets}]")
    assert [code for code, _ in told(root)] == (["MB907"] if is_looser else [])


def test_indicator_twice_in_a_list_is_told_and_in_two_lists_is_not(root: Path) -> None:
    parts = "parts: [{id: a, title: Первый}, {id: b, title: Второй}]\n"
    one, two = ("id: p1, indicator: routes-share, name: Доля", "id: p2, indicator: routes-share, name: Доля")
    statements(root, one, two)
    assert told(root) == [("MB912", f"{OWN}:7:25")]
    statements(root, one, f"{two}, same_as: p1")
    assert told(root) == []
    statements(root, f"{one}, dropped: true, dropped_reason: Не нужен.", two)
    assert told(root) == []
    statements(root, f"{one}, part: a", f"{two}, part: b", head=parts)
    assert told(root) == []
    statements(root, f"{one}, part: a", f"{two}, part: a", head=parts)
    assert told(root) == [("MB912", f"{OWN}:8:25")]


def test_years_set_afterwards_are_one_information_a_framework(root: Path) -> None:
    late = "{year: 2023, raw: '*'}, {year: 2024, raw: 9 %, value: 9}, {year: 2025, raw: 9 %, value: 9}"
    head = "act_date: 2025-02-17\n"
    items = (f"id: p{i}, indicator: {name}, name: Доля, targets: [{late}]"
             for i, name in enumerate(("routes-share", "fr-trained-share")))  # fmt: skip
    statements(root, *items, head=head)
    problem = the(root, "MB913")
    assert problem.severity.value == "info"
    assert "2024 год:" in problem.message
    assert problem.place == f"{OWN}:7:92"


def test_framework_that_is_not_in_force_is_told_where_it_is_followed(root: Path) -> None:
    write(root, OWN, HEAD.replace("in-force", "superseded") + "superseded_by: Приказ № 2\nstatements:\n"
          "  - {id: p1, indicator: routes-share, name: Доля}\n")  # fmt: skip
    assert told(root) == []
    line = follow(root, "oblast", "r-76-retelling")
    assert told(root) == [("MB916", f"{line}:14"), ("MB916", f"{line}:22")]
    own, retelling = problems_of(root)
    assert "заменена; позднее принято: Приказ № 2" in own.message
    assert "пересказ; позднее принято: Концепция ЕФС (Р-174)" in retelling.message


# IN9: entered and counted


def _cycle(root: Path, *stages: str, prepared: str = "2025-06-20") -> None:
    for stage in stages:
        write(
            root,
            f"reports/{stage}.yml",
            f"title: Отчёт\nstatus: published\nkind: {stage}\nperiod: {{from: 2025-01-01, to: 2025-05-31}}\n"
            f"prepared_on: {prepared}\norganization: iro\ncontact:\n  who: методический кабинет\n"
            '  phone: "+7 (000) 000-00-00"\n',
        )


@pytest.mark.parametrize(
    ("numbers", "is_wrong"),
    [
        ("2;5;", False),
        ("3;5;", True),
        (";;40", False),
        (";;40,1", False),
        (";;40,11", True),
        (";;39,89", True),
    ],
)
def test_entered_value_may_differ_from_the_counted_one_by_a_rounding(
    root: Path, numbers: str, is_wrong: bool
) -> None:
    _cycle(root, "monitoring", "recommendations")
    table(root, f"monitoring-cycle;region;{numbers}")
    assert [code for code, _ in told(root)] == (["MB909"] if is_wrong else [])
    score = Scoring(base_of(root), AS_OF).score("monitoring-cycle", "region", 2025)
    assert score.value == 40


def test_entered_value_is_held_against_the_day_that_it_names(root: Path) -> None:
    _cycle(root, "monitoring")
    _cycle(root, "recommendations", prepared="2025-11-10")
    header = HEADER.replace("источник", "по состоянию на;источник")
    table(root, "monitoring-cycle;region;1;5;;30.06.2025;Отчёт", header=header)
    assert told(root) == []
    table(root, "monitoring-cycle;region;2;5;;30.06.2025;Отчёт", header=header)
    problem = the(root, "MB909")
    assert "внесено 40\u00a0%, а по записям базы — 20\u00a0%" in problem.message
    assert "metodbank why monitoring-cycle region 2025" in problem.remedy
    for day in (date(2025, 3, 1), date(2025, 12, 30), date(2030, 1, 1)):
        assert the(root, "MB909", day) == problem


def test_figure_entered_for_a_register_is_told_never_to_count(root: Path) -> None:
    table(root, "fr-programs-share;region;3;5;", "roadmap-completion;region;3;5;")
    problem = the(root, "MB917")
    assert told(root) == [("MB917", f"{FILE}:2:3")]
    assert problem.severity is Severity.INFO
    assert problem.message.replace("\u00a0", " ") == (
        "Показатель «Программы в Федеральном реестре», Пробная область, 2025 год: внесено 60 %. Он считается "
        "только по реестру, и строка не учитывается; по реестру значения нет (ни у одной организации реестр "
        "программ не отмечен как полный на 31 декабря 2025 г.)."
    )
    scoring = Scoring(base_of(root), AS_OF)
    assert scoring.score("fr-programs-share", "region", 2025).value is None
    assert scoring.score("roadmap-completion", "region", 2025).value == 60


def test_figure_entered_for_a_register_that_can_be_counted_is_held_against_it(root: Path) -> None:
    add(root, "reference/organizations.yml", "  programs_complete_on: 2025-09-01\n")
    table(root, "fr-programs-share;region;0;1;")
    assert told(root) == []
    table(root, "fr-programs-share;region;1;1;")
    assert told(root) == [("MB909", f"{FILE}:2:3")]


def test_corrected_figure_stands_for_the_earlier_one_and_what_cannot_be_counted_for_nothing(
    root: Path,
) -> None:
    header = HEADER.replace("источник", "по состоянию на;источник")
    rows = ("monitoring-cycle;region;5;5;;30.11.2025;Отчёт", "monitoring-cycle;region;1;5;;31.12.2025;Отчёт")
    table(root, *rows, header=header)
    assert told(root) == []
    _cycle(root, "monitoring")
    assert told(root) == []


# IN10, IN15, P10: figures


def test_rows_without_a_source_are_counted_once_a_table(root: Path) -> None:
    table(
        root, "fr-trained-share;okrug;13;20;;Отчёт", "routes-share;okrug;13;20;;", "routes-share;region;;;61;"
    )
    table(root, "fr-trained-share;okrug;13;20;;", year=2024)
    first, second = problems_of(root)
    assert [(p.code, p.place) for p in (first, second)] == [
        ("MB910", "monitoring/2024.csv:2:6"),
        ("MB910", f"{FILE}:3:6"),
    ]
    assert "в 1\u00a0строке" in first.message
    assert "в 2\u00a0строках" in second.message


def _two_years(root: Path, before: str, after: str, indicator: str = "fr-trained-share") -> None:
    table(root, f"{indicator};okrug;{before}", year=2024)
    table(root, f"{indicator};okrug;{after}")


@pytest.mark.parametrize(
    ("before", "after", "is_told"),
    [
        ("10;100;", "40;100;", False),
        ("10;100;", "401;1000;", True),
        ("41;100;", "10;100;", True),
        (";;10", ";;40,1", True),
        ("10;100;", ";;40", False),
    ],
)
def test_jump_of_more_than_thirty_points_is_told(root: Path, before: str, after: str, is_told: bool) -> None:
    _two_years(root, before, after)
    assert told(root) == ([("MB915", f"{FILE}:2:{5 if after.startswith(';') else 3}")] if is_told else [])


def test_jump_is_told_with_both_figures_and_as_of_the_day(root: Path) -> None:
    _two_years(root, "10;100;", "45;100;")
    message = the(root, "MB915").message
    assert message == (
        "Показатель «Освоили программы Федерального реестра по диагностике», 2025 год: "
        "Пробный муниципальный округ — 45\u00a0%, а годом раньше 10\u00a0% (monitoring/2024.csv, строка 2)."
    )
    _two_years(root, "10;100;", "45;100;", "management-teams-share")
    for day, is_told in ((date(2025, 12, 30), False), (date(2025, 12, 31), True)):
        assert ("MB915" in [code for code, _ in told(root, day)]) is is_told


def test_jumps_of_many_territories_are_one_line_an_indicator_and_a_table(root: Path) -> None:
    places = [f"okrug-{i}" for i in range(7)]
    for place in places:
        add(root, "reference/territories.yml", SEVER.replace("sever", place).replace("Северный", place))
    table(root, *(f"fr-trained-share;{place};10;100;" for place in places), year=2024)
    table(root, *(f"fr-trained-share;{place};50;100;" for place in places))
    message = the(root, "MB915").message
    assert message.count("годом раньше") == 5
    assert message.endswith("строка 6) и другие.")
    table(root, *(f"fr-trained-share;{place};50;100;" for place in places[:5]))
    assert the(root, "MB915").message.endswith("строка 6).")


@pytest.mark.parametrize(
    ("indicator", "before", "after"),
    [
        ("fr-trained-share", "1;4;", "60;100;"),
        ("fr-trained-share", "20;100;", "4;4;"),
        ("teachers-per-methodist", "100;1;", "500;1;"),
        ("roadmap-completion", "10;100;", "60;100;"),
    ],
)
def test_jump_of_a_small_group_of_another_unit_or_of_what_gathers_is_not_told(
    root: Path, indicator: str, before: str, after: str
) -> None:
    _two_years(root, before, after, indicator)
    assert "MB915" not in [code for code, _ in told(root)]


def test_jump_of_a_cell_that_is_hidden_with_a_small_one_is_not_told(root: Path) -> None:
    """Of two territories the larger one is hidden with the smaller: the total would give it away."""
    add(root, "reference/territories.yml", SEVER)
    table(root, "fr-trained-share;okrug;10;100;", "fr-trained-share;sever;10;100;", year=2024)
    table(root, "fr-trained-share;okrug;60;100;", "fr-trained-share;sever;1;3;")
    assert told(root) == [("MB317", f"{FILE}:3:4")]
    table(root, "fr-trained-share;okrug;60;100;", "fr-trained-share;sever;10;100;")
    assert told(root) == [("MB915", f"{FILE}:2:3")]


def test_rows_of_few_people_are_named_and_their_numbers_are_not(root: Path) -> None:
    rows = ("fr-trained-share;okrug;2;3;", "routes-share;okrug;4;5;", "diagnostics-share;okrug;1;4;")
    table(root, *rows, "management-teams-share;okrug;1;2;", "teachers-per-methodist;region;4;1;")
    problem = the(root, "MB317")
    assert problem.place == f"{FILE}:2:4"
    assert problem.message.startswith("В строках 2, 4, 6 людей меньше 5:")
    add(root, "region.yml", "small_group: 3\n")
    assert told(root) == []


def test_of_many_rows_of_few_people_twenty_are_named(root: Path) -> None:
    header = HEADER.replace("источник", "по состоянию на;источник")
    rows = [f"fr-trained-share;okrug;2;3;;{day:02}.12.2025;Отчёт" for day in range(1, 26)]
    table(root, *rows, header=header)
    assert "20, 21 и ещё 5 людей меньше 5" in the(root, "MB317").message


# All of them


@pytest.mark.parametrize("root", BASES, ids=lambda root: root.name)
def test_no_base_of_ours_has_an_error_on_any_day(root: Path) -> None:
    for day in (date(2021, 1, 1), date(2024, 12, 31), AS_OF, date(2031, 1, 1)):
        ours = [p for p in problems_of(root, day) if p.code >= "MB901" or p.code == "MB317"]
        assert [problem for problem in ours if problem.is_error] == []
        assert len([problem for problem in ours if problem.severity.value == "warning"]) <= 2, day


def test_command_names_the_row_and_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table(root, "fr-trained-share;okrug;25;20;")
    assert run(["--root", str(root), "check", "--as-of", "2026-11-22"]) == 1
    assert "monitoring/2025.csv:2:3: ошибка MB901, поле «числитель»" in capsys.readouterr().out
    table(root, "fr-trained-share;okrug;20;25;")
    assert run(["--root", str(root), "check", "--as-of", "2026-11-22"]) == 0


def test_rows_of_an_indicator_that_an_error_keeps_out_are_left_alone(root: Path) -> None:
    table(root, "kluby;okrug;25;20;;", "kluby;region;1;1;;Отчёт")
    table(root, "kluby;okrug;1;20;;", year=2024)
    write(root, "reference/indicators/kluby.yml", "title: Клубы\n")
    assert {code for code, _ in told(root)} == {"MB101"}


# Slips of the hand in targets and figures


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("raw: не менее 30 %, value: 3", "MB920"),
        ("raw: не менее 30 %, value: 30.5", "MB920"),
        ("raw: 'не менее 29,5 %', value: 29.5", ""),
        ("raw: 'к 2024 году – не менее 30%', value: 30", ""),
        ("raw: от 30 до 40 %, value: 30", ""),
        ("raw: не менее половины, value: 50", ""),
        ("raw: 250 %, value: 250", "MB921"),
        ("raw: 0 %, value: 0", "MB921"),
        ("raw: 0 %, value: 0, operator: at-least", "MB921"),
        ("raw: 1 %, value: 1", ""),
        ("raw: 100 %, value: 100", ""),
        ("raw: 30 человек, value: 30", "MB921"),
        ("raw: 30 % человек, value: 30", ""),
    ],
)
def test_target_with_a_number_that_cannot_be_meant_is_told_and_assessed(
    root: Path, target: str, code: str
) -> None:
    statements(root, f"id: p1, indicator: routes-share, name: Доля, targets: [{{year: 2025, {target}}}]")
    place = f"{OWN}:6:{len('  - {id: p1, indicator: routes-share, name: Доля, targets: [{year: 2025, ') + 1}"
    column = target.index("value: ") + len("value: ")
    place = f"{OWN}:6:{int(place.rpartition(':')[2]) + column}"
    assert told(root) == ([(code, place)] if code else [])
    assert "oblast" in base_of(root).frameworks


def test_target_in_percent_of_what_is_counted_in_people_is_told(root: Path) -> None:
    item = "id: p1, indicator: teachers-per-methodist, name: Число, targets: [{year: 2025, RAW, value: 250}]"
    for raw, is_told in (("raw: не более 250 %", True), ("raw: не более 250 чел.", False)):
        statements(root, item.replace("RAW", raw))
        assert [code for code, _ in told(root)] == (["MB921"] if is_told else []), raw
    assert Severity.WARNING not in {problem.severity for problem in problems_of(root)}


def test_target_in_words_is_not_said_to_be_unset(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    follow(root, "oblast")
    statements(
        root, "id: p1, indicator: routes-share, name: Доля, targets: [{year: 2024, raw: не менее 9 %}]"
    )
    assert run(["--root", str(root), "indicators", "--year", "2024", "--format", "csv"]) == 0
    text = capsys.readouterr().out
    assert "«не менее 9 %»: значение цели не внесено" in text
    assert "не установлено" not in text


@pytest.mark.parametrize(
    ("value", "is_told"),
    [
        ("0,2996", True),
        ("0.999", True),
        ("0,29", False),
        ("0,5", False),
        ("1,2996", False),
        ("29,9612", False),
    ],
)
def test_share_in_place_of_percents_is_told(root: Path, value: str, is_told: bool) -> None:
    table(root, f"fr-trained-share;okrug;;;{value}")
    assert told(root) == ([("MB922", f"{FILE}:2:5")] if is_told else [])
    assert len(base_of(root).observations) == 1


def test_share_in_place_of_percents_is_told_with_what_was_meant(root: Path) -> None:
    table(root, "fr-trained-share;okrug;;;0,2996", "teachers-per-methodist;region;;;0,2996")
    assert "Если имелось в виду 29,96 %" in the(root, "MB922").remedy


@pytest.mark.parametrize(
    ("day", "is_told"), [("31.12.2026", False), ("01.01.2027", True), ("31.12.2031", True)]
)
def test_day_long_after_the_year_is_told_once_a_table(root: Path, day: str, is_told: bool) -> None:
    header = HEADER.replace("источник", "по состоянию на;источник")
    rows = [f"{name};okrug;13;20;;{day};Отчёт" for name in ("routes-share", "fr-trained-share")]
    table(root, *rows, header=header)
    assert told(root) == ([("MB923", f"{FILE}:2:6")] if is_told else [])
