"""Figures of monitoring: tables as people and spreadsheets save them, and which of several figures stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import site_bases
from damage import damaged
from knowledge_bases import REPOSITORY, add, change, read, write
from metodbank.commands.check import as_json_text
from metodbank.commands.outcome import as_text
from metodbank.loading import load
from metodbank.models.observation import Observation
from metodbank.observation_columns import path_to
from metodbank.observations import MOST_TOLD, Standing, standing
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding, Problem
from metodbank.root_folder import RootFolder

FILE = "monitoring/2025.csv"
HEADER = (
    "показатель;территория;числитель;знаменатель;значение;по состоянию на;источник;состояние;примечание\n"
)
READING = {"MB006", "MB007", "MB908", "MB924", "MB925", *(f"MB{number}" for number in range(930, 951))}
"""The codes of what is wrong with a table; other rules may have something to say about its numbers."""

Told = list[tuple[str, str]]


def problems_in(root: Path) -> list[Problem]:
    """Return what is wrong with the tables of a base."""
    return [problem for problem in read(root)[1] if problem.code in READING]


def told(root: Path) -> Told:
    """Return the code and the place of each problem of the tables."""
    return [(problem.code, problem.place) for problem in problems_in(root)]


def figures_of(root: Path) -> list[Observation]:
    """Return every figure that was read; rules about what the numbers say have not looked at them."""
    base = load(root).knowledge_base
    assert base is not None
    return [one for several in base.observations.values() for one in several]


def table(root: Path, *rows: str, header: str = HEADER, file: str = FILE) -> Path:
    """Write a table of the rows and return the root."""
    write(root, file, header + "".join(f"{row}\n" for row in rows))
    return root


def numbers_of(observations: Iterable[Observation]) -> list[tuple[str, str, int | None, int | None]]:
    """Return of what the figures are, and their parts."""
    return [(one.indicator, one.territory, one.numerator, one.denominator) for one in observations]


def test_row_gives_a_figure_with_everything_that_it_says(root: Path) -> None:
    table(root, "fr-trained-share;okrug;13;20;;31.12.2025;Отчёт округа;утверждено prikaz;Сверено")
    assert told(root) == []
    assert figures_of(root) == [
        Observation(
            indicator="fr-trained-share",
            territory="okrug",
            year=2025,
            numerator=13,
            denominator=20,
            value=None,
            as_of=date(2025, 12, 31),
            source="Отчёт округа",
            state="approved",
            act="prikaz",
            note="Сверено",
            file=FILE,
            row=2,
            column=3,
        )
    ]


def test_what_a_row_does_not_say_is_unknown_preliminary_and_of_the_end_of_the_year(root: Path) -> None:
    table(
        root,
        "fr-trained-share;okrug;;;29,96",
        header="показатель;территория;числитель;знаменатель;значение\n",
    )
    assert told(root) == []
    (figure,) = figures_of(root)
    assert (figure.numerator, figure.denominator, figure.value) == (None, None, Fraction(2996, 100))
    assert (figure.as_of, figure.state, figure.act) == (date(2025, 12, 31), "preliminary", "")
    assert (figure.source, figure.note) == ("", "")


DISTRICT = "Пробный муниципальный округ"
LINES = [
    ["показатель", "территория", "числитель", "знаменатель", "по состоянию на", "источник"],
    ["fr-trained-share", DISTRICT, "1\u00a0234", "2\u00a0000,00", "31.12.2025", "Отчёт №\u00a01"],
    ["", "", "", "", "", ""],
    ["young-teachers-support-share", "okrug", "7", "9", "2026-01-20 0:00", "Отчёт; уточнено"],
]  # fmt: skip


def joined(separator: str, end: str) -> str:
    """Return the lines as a spreadsheet saves them: a cell that holds the separator stands in quotes."""
    cells = [[f'"{cell}"' if separator in cell else cell for cell in line] for line in LINES]
    return "".join(separator.join(line) + end for line in cells)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\xef\xbb\xbf" + joined(";", "\r\n").encode(), id="Excel: CSV UTF-8"),
        pytest.param(joined(";", "\r\n").encode("cp1251"), id="Excel: CSV"),
        pytest.param(joined(";", "\r\n").encode("cp866"), id="CP866"),
        pytest.param(joined(";", "\n").encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(joined(";", "\n").encode("utf-16-be"), id="UTF-16 without a mark, high byte first"),
        pytest.param(b"\xff\xfe" + joined("\t", "\r\n").encode("utf-16-le"), id="Excel: Unicode text"),
        pytest.param(b"\xfe\xff" + joined(";", "\n").encode("utf-16-be"), id="UTF-16, high byte first"),
        pytest.param(b"sep=;\r\n" + joined(";", "\r\n").encode(), id="sep=;"),
        pytest.param(b"\xef\xbb\xbfsep=,\r\n" + joined(",", "\r\n").encode(), id="sep=,"),
        pytest.param(joined(";", "\r").encode(), id="old Macintosh"),
        pytest.param(joined(";", "\n").rstrip().encode(), id="no last line end"),
    ],
)  # fmt: skip
def test_table_is_read_as_a_spreadsheet_saved_it(root: Path, raw: bytes) -> None:
    write(root, FILE, raw)
    assert [code for code, _ in told(root) if code != "MB932"] == []
    figures = figures_of(root)
    assert [(one.numerator, one.denominator, one.as_of, one.row) for one in figures] == [
        (1234, 2000, date(2025, 12, 31), 2),
        (7, 9, date(2026, 1, 20), 4),
    ]
    assert [one.territory for one in figures] == ["okrug", "okrug"]
    assert [one.source for one in figures] == ["Отчёт № 1", "Отчёт; уточнено"]


@pytest.mark.parametrize(
    ("header", "encoding", "name"),
    [
        (HEADER, "cp1251", "Windows-1251"),
        (HEADER.upper(), "cp1251", "Windows-1251"),
        (HEADER, "koi8-r", "КОИ-8"),
        (HEADER.upper(), "koi8-r", "КОИ-8"),
        (HEADER, "cp866", "DOS (866)"),
        (HEADER.upper(), "cp866", "DOS (866)"),
        (HEADER, "utf-16-le", "UTF-16"),
        ("indicator;territory;numerator;denominator;value;as_of;source\n", "cp1251", "Windows-1251"),
    ],
)
def test_encoding_is_guessed_by_the_letters_and_named(
    root: Path, header: str, encoding: str, name: str
) -> None:
    write(root, FILE, (header + "fr-trained-share;okrug;13;20;;;Отчёт\n").encode(encoding))
    assert [(p.code, p.value) for p in problems_in(root)] == [("MB932", name)]
    assert [(one.numerator, one.source) for one in figures_of(root)] == [(13, "Отчёт")]


def test_english_spreadsheet_and_english_keys(root: Path) -> None:
    write(
        root,
        FILE,
        "Indicator,Territory,Value,As_of,State,Source\r\n"
        'fr-trained-share,okrug,65.5%,2025-12-31,approved prikaz,"Report, ""form 1"""\r\n',
    )
    assert told(root) == []
    (figure,) = figures_of(root)
    assert (figure.value, figure.state, figure.act) == (Fraction(131, 2), "approved", "prikaz")
    assert figure.source == 'Report, "form 1"'


def test_wide_form_gives_a_figure_for_each_pair_that_is_filled(root: Path) -> None:
    table(
        root,
        "Пробный муниципальный округ;13;20;7;9;20.01.2026;Отчёт",
        "region;130;200;;;;Сводный отчёт",
        header="Территория;fr-trained-share:числитель;fr-trained-share:знаменатель;"
        "young-teachers-support-share : numerator;young-teachers-support-share: Знаменатель;"
        "По состоянию на;Источник\n",
    )
    assert told(root) == []
    figures = figures_of(root)
    assert numbers_of(figures) == [
        ("fr-trained-share", "okrug", 13, 20),
        ("fr-trained-share", "region", 130, 200),
        ("young-teachers-support-share", "okrug", 7, 9),
    ]
    assert [(one.row, one.column, one.as_of) for one in figures] == [
        (2, 2, date(2026, 1, 20)),
        (3, 2, date(2025, 12, 31)),
        (2, 4, date(2026, 1, 20)),
    ]


def test_several_tables_of_a_year_are_read_and_the_year_is_that_of_the_name(root: Path) -> None:
    for file in ("monitoring/2024.csv", "monitoring/2025-okrug.csv", "monitoring/okruga/2023-vse.CSV"):
        table(root, "fr-trained-share;okrug;13;20;;;Отчёт", file=file)
    assert told(root) == []
    assert [one.year for one in figures_of(root)] == [2024, 2025, 2023]


@pytest.mark.parametrize(
    "name",
    [
        "zarechny.csv",
        "2025.xlsx",
        "25.csv",
        "2025zarechny.csv",
        "1925.csv",
        "2025.csv.txt",
        "README.md",
        "2025 копия.csv",
        "9999.csv",
        "0000.csv",
    ],
)
def test_file_that_is_named_otherwise_is_told(root: Path, name: str) -> None:
    table(root, "fr-trained-share;okrug;13;20;;;Отчёт", file=f"monitoring/{name}")
    assert told(root) == [("MB931", f"monitoring/{name}:1:1")]
    assert figures_of(root) == []


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("2025 копия.csv", "2025-копия.csv"),
        ("2025 (2).csv", "2025-2.csv"),
        ("2025_zarechny.csv", "2025-zarechny.csv"),
        ("9999.csv", ""),
        ("2025.csv.txt", ""),
    ],
)
def test_right_name_is_suggested_where_only_the_hyphen_lacks(root: Path, name: str, suggestion: str) -> None:
    table(root, file=f"monitoring/{name}")
    (problem,) = problems_in(root)
    assert problem.suggestion == suggestion
    assert "год от 1990 до 2100" in problem.message


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1234", 1234), ("1 234", 1234), ("1\u202f234\u00a0567", 1234567), ("1\u2009234", 1234),
        ("13,0", 13), ("13.00", 13), ("0", 0), ("-3", -3), ("−3", -3), ("007", 7), ("«13»", None),
        ("13,5", None), ("1,234", None), ("13,000", None), ("12 34", None),
        ("1 2345", None), ("13 чел.", None), ("1e3", None),
        ("٣", None), ("²", None), ("9999999999999", None), ("—", None), ("12/15", None), ("=1+1", None),
    ],
)  # fmt: skip
def test_whole_number_is_read_exactly_or_told(root: Path, text: str, number: int | None) -> None:
    table(root, f"fr-trained-share;okrug;{text};2000000;;;Отчёт")
    assert [one.numerator for one in figures_of(root)] == ([] if number is None else [number])
    assert told(root) == ([("MB946", f"{FILE}:2:3")] if number is None else [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("29,96", Fraction(749, 25)), ("29.96", Fraction(749, 25)), ("30 %", Fraction(30)),
        ("30%", Fraction(30)), ("30\u00a0%", Fraction(30)), ("0,1", Fraction(1, 10)),
        ("1 234,5", Fraction(2469, 2)), (",5", None), ("5,", None), ("1.234.567", None), ("30 %%", None),
        ("30 процентов", None), ("1/3", None),
    ],
)  # fmt: skip
def test_value_is_read_exactly_or_told(root: Path, text: str, number: Fraction | None) -> None:
    table(root, f"fr-trained-share;okrug;;;{text};;Отчёт")
    assert [one.value for one in figures_of(root)] == ([] if number is None else [number])
    assert told(root) == ([("MB946", f"{FILE}:2:5")] if number is None else [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-12-31", date(2025, 12, 31)), ("31.12.2025", date(2025, 12, 31)),
        ("1.2.2026", date(2026, 2, 1)), ("31.12.2025 0:00", date(2025, 12, 31)),
        ("31.12.2025 00:00:00", date(2025, 12, 31)),
        ("30.02.2025", None), ("12/31/2025", None), ("01/02/2025", None),
        ("31.12.25", None), ("декабрь", None), ("31.12.2025 12:30", None), ("46022", None),
    ],
)  # fmt: skip
def test_day_is_read_or_told(root: Path, text: str, day: date | None) -> None:
    table(root, f"fr-trained-share;okrug;13;20;;{text};Отчёт")
    assert [one.as_of for one in figures_of(root)] == ([] if day is None else [day])
    assert told(root) == ([("MB947", f"{FILE}:2:6")] if day is None else [])


@pytest.mark.parametrize(("text", "is_told"), [("31.12.2024", True), ("01.01.2025", False)])
def test_day_before_the_year_of_the_figure_is_a_slip(root: Path, text: str, is_told: bool) -> None:
    table(root, f"fr-trained-share;okrug;13;20;;{text};Отчёт", "routes-share;okrug;13;20;;;Отчёт")
    assert told(root) == ([("MB930", f"{FILE}:2:6")] if is_told else [])
    assert len(figures_of(root)) == (1 if is_told else 2)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", ("preliminary", "")), ("предварительно", ("preliminary", "")),
        ("Preliminary", ("preliminary", "")), ("Утверждено prikaz", ("approved", "prikaz")),
        ("approved   prikaz", ("approved", "prikaz")),
        ("утверждено", "MB945"), ("предварительно prikaz", "MB945"), ("готово", "MB945"), ("prikaz", "MB945"),
        ("утверждено prikas", "MB943"),
    ],
)  # fmt: skip
def test_state_is_understood_or_told(root: Path, text: str, state: tuple[str, str] | str) -> None:
    table(root, f"fr-trained-share;okrug;13;20;;;Отчёт;{text}")
    wrong = isinstance(state, str)
    assert [(one.state, one.act) for one in figures_of(root)] == ([] if wrong else [state])
    assert told(root) == ([(state, f"{FILE}:2:8")] if wrong else [])


def test_value_beside_its_parts_must_be_their_ratio_as_far_as_it_was_typed(root: Path) -> None:
    table(
        root,
        "fr-trained-share;okrug;2;3;66,7;;Отчёт",
        "diagnostics-share;okrug;2;3;67 %;;Отчёт",
        "routes-share;okrug;2;3;66,6;;Отчёт",
        "teachers-per-methodist;region;465;2;232,5;;Отчёт",
        "teachers-per-methodist;okrug;465;2;232,5 %;;Отчёт",
        "young-teachers-support-share;okrug;0;0;5;;Отчёт",
    )
    assert told(root) == [("MB950", f"{FILE}:4:5"), ("MB946", f"{FILE}:6:5")]
    assert "66,7" in problems_in(root)[0].message
    assert [one.value for one in figures_of(root)] == [None] * 4


def test_part_without_the_other_is_told_where_the_definition_needs_both(root: Path) -> None:
    table(
        root,
        "fr-trained-share;okrug;13;;;;Отчёт",
        "fr-trained-share;region;;20;;;Отчёт",
        "teachers-per-methodist;okrug;180;;;;Отчёт",
    )
    assert told(root) == [("MB940", f"{FILE}:2:4"), ("MB940", f"{FILE}:3:3")]
    assert numbers_of(figures_of(root)) == [("teachers-per-methodist", "okrug", 180, None)]


def test_rows_without_numbers_are_no_figures_and_told_once(root: Path) -> None:
    table(root, "fr-trained-share;okrug;;;;;Отчёт", "Заречный округ", "fr-trained-share;region;1;2;;;Отчёт")
    assert told(root) == [("MB948", f"{FILE}:2:1")]
    assert "{number}" not in problems_in(root)[0].message
    assert "2" in problems_in(root)[0].message
    assert len(figures_of(root)) == 1


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("показатель;территория;числитель;знаминатель", [("MB936", 4, "знаменатель")]),
        ("показатель;територия;числитель;знаменатель;итого", [("MB936", 2, "территория"), ("MB936", 5, "")]),
        ("indicator;territory;numerator;denominater", [("MB936", 4, "denominator")]),
        ("показатель;территория;числитель", [("MB937", 3, "")]),
        ("показатель;территория", [("MB937", 2, ""), ("MB937", 2, "")]),
        ("показатель;числитель;знаменатель;", [("MB937", 4, "")]),
        ("показатель;территория;числитель;знаменатель;Числитель", [("MB938", 5, "")]),
        ("показатель;территория;числитель;знаменатель;indicator", [("MB938", 5, "")]),
        (
            "показатель;территория;fr-trained-share:числитель",
            [("MB936", 3, ""), ("MB937", 3, ""), ("MB937", 3, "")],
        ),
        ("Мониторинг за 2025 год", [("MB935", 1, "")]),
        (
            "территория;fr-trained-share:числитель;fr-trained-share:знаминатель",
            [("MB936", 3, "fr-trained-share:знаменатель")],
        ),
        ("территория;fr-trained-share:числитель;числитель", [("MB936", 3, ""), ("MB937", 2, "")]),
        ("територия;fr-trained-share:числитель;fr-trained-share:знаменатель", [("MB936", 1, "территория")]),
    ],
)  # fmt: skip
def test_header_that_is_not_understood_is_told_and_no_row_is_read(
    root: Path, header: str, expected: list[tuple[str, int, str]]
) -> None:
    table(root, "fr-trained-share;okrug;13;20;", header=f"\n{header}\n")
    problems = problems_in(root)
    assert sorted((p.code, p.column, p.suggestion) for p in problems) == expected
    assert {problem.line for problem in problems} == {2}
    assert figures_of(root) == []


def test_indicator_of_a_wide_header_that_is_unknown_loses_its_pair_alone(root: Path) -> None:
    table(
        root,
        "okrug;1;2;3;4;5",
        header="территория;fr-traned-share:числитель;fr-traned-share:знаменатель;routes-share:числитель;"
        "routes-share:знаменатель;diagnostics-share:числитель\n",
    )
    assert [(p.code, p.place, p.suggestion) for p in problems_in(root)] == [
        ("MB941", f"{FILE}:1:2", "fr-trained-share"),
        ("MB937", f"{FILE}:1:6", ""),
    ]
    assert numbers_of(figures_of(root)) == [("routes-share", "okrug", 3, 4)]


def test_every_problem_of_a_wide_header_is_told_at_once(root: Path) -> None:
    header = (
        "территория;routes-share;fr-traned-share:числитель;fr-traned-share:знаменатель;"
        "diagnostics-share:числитель;источнек;fr-trained-share:числитель;fr-trained-share:числитель\n"
    )
    table(root, "okrug;1;2;3;4;5;6;7", header=header)
    assert sorted((p.code, p.column, p.suggestion) for p in problems_in(root)) == [
        ("MB936", 2, "routes-share:числитель"),
        ("MB936", 6, "источник"),
        ("MB937", 5, ""),
        ("MB937", 7, ""),
        ("MB938", 8, ""),
        ("MB941", 3, "fr-trained-share"),
    ]
    assert figures_of(root) == []


def test_header_that_names_indicators_alone_is_told_how_the_wide_form_names_them(root: Path) -> None:
    table(root, "okrug;65;40", header="территория;fr-trained-share;routs-share\n")
    assert sorted((p.code, p.column, p.suggestion) for p in problems_in(root)) == [
        ("MB936", 2, "fr-trained-share:числитель"),
        ("MB936", 3, "routes-share:числитель"),
    ]


def test_part_that_is_misspelt_in_a_wide_header_is_not_missing_besides(root: Path) -> None:
    header = "территория;fr-trained-share:числитель;fr-trained-share:знаминатель\n"
    table(root, "okrug;13;20", header=header)
    assert [(p.code, p.column) for p in problems_in(root)] == [("MB936", 3)]


def test_wrong_number_of_a_wide_row_loses_that_indicator_alone(root: Path) -> None:
    table(
        root,
        "okrug;13;20;семь;9",
        header="территория;fr-trained-share:числитель;fr-trained-share:знаменатель;"
        "routes-share:числитель;routes-share:знаменатель\n",
    )
    (problem,) = problems_in(root)
    assert (problem.code, problem.place, problem.field) == ("MB946", f"{FILE}:2:4", "routes-share:числитель")
    assert numbers_of(figures_of(root)) == [("fr-trained-share", "okrug", 13, 20)]


def test_every_cell_that_is_wrong_is_told_with_its_column(root: Path) -> None:
    table(
        root,
        "",
        "fr-traned-share;Пробный муниципальный окрук;много;20;;никогда;Отчёт;готово",
        "routes-share;okrug;1;2;;;О",
    )
    assert [(p.code, p.place, p.field, p.suggestion) for p in problems_in(root)] == [
        ("MB941", f"{FILE}:3:1", "показатель", "fr-trained-share"),
        ("MB942", f"{FILE}:3:2", "территория", "okrug"),
        ("MB946", f"{FILE}:3:3", "числитель", ""),
        ("MB947", f"{FILE}:3:6", "по состоянию на", ""),
        ("MB945", f"{FILE}:3:8", "состояние", ""),
    ]
    assert numbers_of(figures_of(root)) == [("routes-share", "okrug", 1, 2)]


def test_cell_beside_the_header_is_told_and_its_row_is_set_aside(root: Path) -> None:
    table(
        root,
        "okrug;1;;2;Отчёт",
        "region;1;сдвиг;2;Отчёт",
        "okrug;1;;2;Отчёт;;ещё",
        header="территория;routes-share:числитель;;routes-share:знаменатель;источник\n",
    )
    assert told(root) == [("MB939", f"{FILE}:3:3"), ("MB939", f"{FILE}:4:7")]
    assert numbers_of(figures_of(root)) == [("routes-share", "okrug", 1, 2)]


def test_broken_quote_loses_its_row_and_an_open_one_what_follows(root: Path) -> None:
    rows = ['routes-share;okrug;1;2;;;"Отчёт" округа', "routes-share;region;3;4;;;Отчёт"]
    table(root, *rows)
    assert told(root) == [("MB934", f"{FILE}:2:1")]
    assert numbers_of(figures_of(root)) == [("routes-share", "region", 3, 4)]
    for swallowed in ("fr-trained-share;okrug;1;2;;;Отчёт", 'fr-trained-share;okrug;1;2;;;"Отчёт"'):
        table(root, rows[1], 'routes-share;okrug;1;2;;;"Отчёт', swallowed, "diagnostics-share;okrug;1;2;;;О")
        assert told(root) == [("MB934", f"{FILE}:3:1")]
        assert numbers_of(figures_of(root)) == [("routes-share", "region", 3, 4)]


def test_note_of_several_lines_is_one_cell_and_rows_are_counted_as_a_spreadsheet_does(root: Path) -> None:
    table(
        root,
        'routes-share;okrug;1;2;;;Отчёт;;"Первая\r\nвторая; и ""третья"""',
        "routes-share;region;много;4;;;Отчёт",
    )
    assert told(root) == [("MB946", f"{FILE}:3:3")]
    assert [one.note for one in figures_of(root)] == ['Первая вторая; и "третья"']


@pytest.mark.parametrize("trap", ["\x00", "\u202e", "\x1b", "\ufeff"])
def test_invisible_mark_sets_its_row_aside(root: Path, trap: str) -> None:
    table(root, f"routes-share;okrug;1;2;;;От{trap}чёт", "routes-share;region;3;4;;;Отчёт")
    assert told(root) == [("MB007", f"{FILE}:2:7")]
    assert numbers_of(figures_of(root)) == [("routes-share", "region", 3, 4)]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param(b"", "MB925", id="empty"),
        pytest.param(b"\xef\xbb\xbf\r\n;;;\r\n", "MB925", id="blank"),
        pytest.param(HEADER.encode() + "routes-share;okrug;1;2;;;О".encode()[:-1], "MB006", id="cut letter"),
        pytest.param(b"\xff\xfe" + HEADER.encode("utf-16-le")[:-1], "MB006", id="cut UTF-16"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)) * 40, "MB924", id="a workbook"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "MB924", id="an old workbook"),
        pytest.param(b'"' + HEADER.encode(), "MB934", id="open quote"),
    ],
)
def test_file_that_holds_no_table_is_told(root: Path, raw: bytes, code: str) -> None:
    write(root, FILE, raw)
    assert [told_code for told_code, _ in told(root) if told_code != "MB932"] == [code]
    assert figures_of(root) == []


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        pytest.param(b" " * (5 * 1024 * 1024 + 1), "1:1", id="bytes"),
        pytest.param(HEADER.encode() + b"routes-share;okrug\n" * 50_001, "50002:1", id="rows"),
        pytest.param(HEADER.encode() + b";" * 200 + b"x\n", "2:201", id="columns"),
        pytest.param(HEADER.encode() + b"routes-share;okrug;1;2;;;" + b"x" * 2001, "2:7", id="letters"),
    ],
)
def test_table_beyond_a_limit_is_told(root: Path, raw: bytes, place: str) -> None:
    write(root, FILE, raw)
    assert told(root) == [("MB933", f"{FILE}:{place}")]
    assert figures_of(root) == []


def test_table_at_the_limits_is_read(root: Path) -> None:
    rows = [
        f"routes-share;okrug;1;2;;{1 + n % 28}.{1 + n // 28 % 12}.{2025 + n // 336};О" for n in range(49_999)
    ]
    note = "x" * 2000
    table(root, *rows, f"routes-share;region;1;2;;;О;;{note}" + ";" * 300)
    assert told(root) == []
    assert len(figures_of(root)) == 50_000


def test_past_many_problems_only_their_number_is_told(root: Path) -> None:
    table(root, *["routes-share;okrug;много;2;;;Отчёт"] * 1234)
    problems = problems_in(root)
    assert [problem.code for problem in problems].count("MB946") == MOST_TOLD == 500
    (last,) = [problem for problem in problems if problem.code == "MB949"]
    assert "1 234" in last.message.replace("\u00a0", " ")


def test_territory_is_named_by_id_by_name_or_by_short_name(root: Path) -> None:
    change(root, "reference/territories.yml", "  kind: municipal", "  short_name: Округ\n  kind: municipal")
    names = ("okrug", "Пробный  муниципальный\u00a0округ", "Округ", "округ")
    days = ("1.1.2026", "2.1.2026", "3.1.2026", "4.1.2026")
    table(root, *(f"routes-share;{name};1;2;;{day};О" for name, day in zip(names, days, strict=True)))
    assert [(p.code, p.line, p.suggestion) for p in problems_in(root)] == [("MB942", 5, "okrug")]
    assert [one.territory for one in figures_of(root)] == ["okrug"] * 3


def test_what_is_set_aside_may_be_named_and_of_an_unread_table_anything(root: Path) -> None:
    add(root, "reference/territories.yml", "novyy:\n  name: Новый округ\n  kind: 5\n  size: 7\n")
    table(root, "routes-share;novyy;1;2;;;О", "routes-share;Новый округ;3;4;;1.1.2026;О")
    assert told(root) == []
    assert [one.territory for one in figures_of(root)] == ["novyy", "novyy"]
    write(root, "reference/territories.yml", "region: [\n")
    table(root, "routes-share;kakoy-to;1;2;;;О")
    assert told(root) == []


def test_of_several_figures_the_latest_known_by_the_day_stands(root: Path) -> None:
    table(
        root,
        "routes-share;okrug;14;20;;20.01.2026;О",
        "routes-share;okrug;13;20;;;О",
        "routes-share;okrug;15;20;;01.03.2026;О",
    )
    assert told(root) == []
    late, first, last = figures_of(root)
    key = ("routes-share", "okrug", 2025)

    def as_of(year: int, month: int, day: int) -> dict[tuple[str, str, int], Standing]:
        return standing([late, first, last], date(year, month, day))

    assert as_of(2025, 12, 30) == {key: Standing(None, (), (first, late, last))}
    assert as_of(2025, 12, 31) == {key: Standing(first, (), (late, last))}
    assert as_of(2026, 1, 20) == {key: Standing(late, (first,), (last,))}
    assert as_of(2026, 11, 22) == {key: Standing(last, (first, late), ())}


def test_two_figures_for_one_day_are_both_set_aside_wherever_they_stand(root: Path) -> None:
    table(root, "routes-share;okrug;13;20;;;О", "routes-share;region;1;2;;;О", "routes-share;okrug;14;20;;;О")
    table(
        root,
        "okrug;15;20;31.12.2025",
        header="территория;routes-share:числитель;routes-share:знаменатель;по состоянию на\n",
        file="monitoring/2025-okrug.csv",
    )
    assert told(root) == [("MB908", f"{FILE}:2:3"), ("MB908", f"{FILE}:4:3")]
    assert all("monitoring/2025-okrug.csv, строка 2" in problem.message for problem in problems_in(root))
    assert numbers_of(figures_of(root)) == [("routes-share", "region", 1, 2)]


def test_tables_that_contributors_are_shown_are_read_as_they_stand(tmp_path: Path) -> None:
    root = site_bases.copied(tmp_path / "base")
    rmtree(root / "monitoring")
    shown = re.findall(r"```csv\n(.*?)```", (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    assert len(shown) == 2
    found = []
    for text in shown:
        write(root, "monitoring/2026.csv", text)
        assert told(root) == []
        found.append(numbers_of(figures_of(root)))
    assert found == [
        [
            ("fr-trained-share", "zarechny-okrug", 41, 208),
            ("fr-trained-share", "ozersk", 131, 620),
            ("routes-share", "borovoy-okrug", None, None),
        ],
        [
            ("fr-trained-share", "zarechny-okrug", 41, 208),
            ("fr-trained-share", "borovoy-okrug", 48, 258),
            ("routes-share", "zarechny-okrug", 12, 208),
        ],
    ]


def test_finding_about_a_figure_is_placed_in_its_cell_in_either_form(root: Path) -> None:
    table(root, "routes-share;okrug;13;20;;;О")
    table(
        root,
        "31.12.2025;okrug;1;2;3;4",
        header="По состоянию на;Территория;fr-trained-share:числитель;fr-trained-share:знаменатель;"
        "diagnostics-share:числитель;Diagnostics-share:Знаменатель\n",
        file="monitoring/2024.csv",
    )
    book = ProblemBook(RootFolder(root))
    places = {}
    for one in figures_of(root):
        findings = [Finding("MB940", path_to(one, key)) for key in ("denominator", "as_of")]
        places[one.indicator] = [(p.place, p.field) for p in book.placed(one.file, findings)]
    assert places == {
        "routes-share": [(f"{FILE}:2:4", "знаменатель"), (f"{FILE}:2:6", "по состоянию на")],
        "fr-trained-share": [
            ("monitoring/2024.csv:2:4", "fr-trained-share:знаменатель"),
            ("monitoring/2024.csv:2:1", "По состоянию на"),
        ],
        "diagnostics-share": [
            ("monitoring/2024.csv:2:6", "Diagnostics-share:Знаменатель"),
            ("monitoring/2024.csv:2:1", "По состоянию на"),
        ],
    }


SOUND = (
    HEADER
    + "routes-share;okrug;13;20;;31.12.2025;Отчёт;предварительно;\n"
    + "fr-trained-share;Пробный муниципальный округ;1 234;2 000;61,7;;«Отчёт»;утверждено prikaz;Сверено\n"
    + "территория;region;;;\n"
)
PIECES = [*SOUND, *HEADER.strip().split(";"), '"', ";", ",", "\r", "\n", "\t", "sep=;", "\x00"]
BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from(PIECES)).map(lambda parts: "".join(parts).encode()),
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def look_at_bytes(root: Path, raw: bytes) -> None:
    """Read a base with such a table, as a reader and as a program would look at it."""
    write(root, FILE, raw)
    base, problems = read(root)
    assert base is not None
    for problem in problems:
        assert problem.line >= 1, problem
        assert problem.column >= 1, problem
        assert problem.message, problem
        assert problem.remedy, problem
    as_text(problems).encode()
    as_json_text(problems).encode()


@quick
@given(raw=BYTES)
@example(b"sep=")
@example(b'"')
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00\x00")
@example(b"\x00" * 1000)
@example(b'"\n' * 1000)
@example(b";" * 100_000)
@example(b"\n" * 100_000)
def test_any_bytes_are_a_table_or_told(root: Path, raw: bytes) -> None:
    look_at_bytes(root, raw)


@quick
@given(chance=st.randoms(use_true_random=False), encoding=st.sampled_from(["utf-8-sig", "cp1251", "utf-16"]))
def test_any_damage_to_a_table_is_read_or_told(root: Path, chance: Random, encoding: str) -> None:
    look_at_bytes(root, damaged(SOUND.encode(encoding), chance))
