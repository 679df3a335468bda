"""Rules about roadmaps at their boundaries: days, states, doubts, names, what the examples cannot show."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from knowledge_bases import AS_OF, FILES, change, problems_of, write
from metodbank.problems import Problem

FILE = "roadmaps/karta.yml"
HEAD = FILES[FILE][: FILES[FILE].index("measures:")]
TERM = "term: {raw: Декабрь 2026, kind: month, from: 2026-12-01, to: 2026-12-31}"
MAY = "{from: 2027-05-01, to: 2027-05-31}"
JUNE, JULY = "{from: 2027-06-01, to: 2027-06-30}", "{from: 2027-07-01, to: 2027-07-31}"
PROOF = "evidence: [{url: 'https://example.org/spravka'}]"


def with_rows(root: Path, *rows: str) -> None:
    """Write the roadmap with these rows, each of them the fields beside the id and the title."""
    lines = [f"  - {{id: r{n}, title: Дело {n}, {row}}}\n" for n, row in enumerate(rows, 1)]
    write(root, FILE, f"{HEAD}organization: iro\nmeasures:\n{''.join(lines)}")


def row(fields: str = "", term: str = TERM, responsible: str = "[iro]") -> str:
    return ", ".join(part for part in (f"responsible: {responsible}", term, fields) if part)


def told(root: Path, as_of: date = AS_OF) -> list[Problem]:
    """Return what the rules of roadmaps, of dates and of required fields say about the roadmap."""
    codes = re.compile("MB(7..|205|1..)")
    return [p for p in problems_of(root, as_of) if p.file == FILE and codes.fullmatch(p.code)]


def codes(root: Path, as_of: date = AS_OF) -> list[str]:
    return [problem.code for problem in told(root, as_of)]


def test_roadmap_without_a_fault_is_silent(root: Path) -> None:
    with_rows(root, row(), row(term="term: {raw: Май 2027, kind: month, from: 2027-05-01, to: 2027-05-31}"))
    assert codes(root) == []


@pytest.mark.parametrize(
    ("raw", "days", "code"),
    [
        ("01.09.2026", "kind: date, from: 2026-09-01, to: 2026-09-01", ""),
        ("31.08.2026", "kind: date, from: 2026-08-31, to: 2026-08-31", "MB702"),
        ("До 31.08.2027", "kind: deadline, to: 2027-08-31", ""),
        ("До 01.09.2027", "kind: deadline, to: 2027-09-01", "MB702"),
        ("01.09.2027", "kind: date, from: 2027-09-01, to: 2027-09-01", "MB702"),
        (
            "Август 2026, май 2027",
            "kind: set, parts: [{from: 2026-08-01, to: 2026-08-31}, {from: 2027-05-01, to: 2027-05-31}]",
            "MB702",
        ),
    ],
)
def test_term_is_weighed_against_the_days_of_the_roadmap(root: Path, raw: str, days: str, code: str) -> None:
    with_rows(root, row(term=f"term: {{raw: '{raw}', {days}}}"))
    assert codes(root) == ([code] if code else [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("state: done, done_on: 2026-11-22, " + PROOF, []),
        ("state: done, done_on: 2026-11-23, " + PROOF, ["MB705"]),
        ("state: done", ["MB703", "MB704"]),
        ("state: done-late, done_on: 2026-11-22", ["MB703", "MB718"]),
        ("state: done-late, " + PROOF, ["MB704"]),
        ("state: moved", ["MB712", "MB719"]),
        ("state: moved, moved_to: 2027-01-15, decision: {date: 2026-11-01}", ["MB712"]),
        ("state: moved, moved_to: 2027-01-15, decision: {act: prikaz}", []),
        ("state: cancelled, decision: {reason: Семинар провёл институт.}", []),
        ("state: unknown", []),
    ],
)
def test_state_asks_for_what_proves_it(root: Path, fields: str, expected: list[str]) -> None:
    with_rows(root, row(fields))
    assert sorted(codes(root)) == expected


@pytest.mark.parametrize("state", ["planned", "in-progress", "moved", "unknown", "cancelled"])
@pytest.mark.parametrize(("as_of", "is_late"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_only_what_is_known_to_be_undone_is_late(root: Path, state: str, as_of: date, is_late: bool) -> None:
    new = "moved_to: 2026-12-31, " if state == "moved" else ""
    with_rows(root, row(f"state: {state}, {new}decision: {{reason: Так решили.}}"))
    expected = is_late and state in {"planned", "in-progress", "moved"}
    assert codes(root, as_of) == (["MB706"] if expected else [])


def test_new_day_of_a_moved_measure_is_the_one_that_counts(root: Path) -> None:
    with_rows(root, row("state: moved, moved_to: 2027-02-01, decision: {act: prikaz}"))
    assert codes(root, date(2027, 2, 1)) == []
    assert codes(root, date(2027, 2, 2)) == ["MB706"]


def test_only_a_listed_roadmap_is_late(root: Path) -> None:
    with_rows(root, row("state: planned"))
    for status, expected in (("published", ["MB706"]), ("archived", []), ("draft", [])):
        write(root, FILE, (root / FILE).read_text("utf-8").replace("status: published", f"status: {status}"))
        assert codes(root, date(2027, 1, 1)) == expected, status
        write(root, FILE, (root / FILE).read_text("utf-8").replace(f"status: {status}", "status: published"))


def test_term_that_goes_on_without_an_end_is_never_late(root: Path) -> None:
    parts = "parts: [{to: 2026-11-01}, {from: 2026-11-02}]"
    term = f"term: {{raw: 'До 01.11.2026, далее в течение года', kind: composite, {parts}}}"
    with_rows(root, row("state: in-progress", term=term))
    assert codes(root, date(2027, 8, 1)) == []


def test_no_day_makes_an_error_of_a_roadmap(root: Path) -> None:
    with_rows(root, row("state: planned"), row(f"state: done, done_on: 2026-11-22, {PROOF}"))
    for day in (date(1990, 1, 1), date(2060, 1, 1)):
        assert codes(root, day)
        assert [problem for problem in told(root, day) if problem.is_error] == []


@pytest.mark.parametrize(
    "role",
    [
        "Пробина П. П.", "методист П.П. Пробина", "методист Пробина П.", "Прова Проба Пробовна",
        "методисту Прове Пробовне", "специалист Пробенко П.П.", "методист Петрова", "Директор Сидорчук",
        "заместитель Кузнецов, методисты", "педагог-психолог Сидоренко", "методист Петрова-Пробина",
    ],
)  # fmt: skip
def test_name_among_roles_is_an_error_and_is_not_repeated(root: Path, role: str) -> None:
    with_rows(root, row(f"roles: ['{role}']"))
    [problem] = [problem for problem in told(root) if problem.code == "MB707"]
    assert problem.is_error
    assert role not in problem.message


@pytest.mark.parametrize(
    "role",
    [
        "методисты", "РМО учителей-предметников", "ответственный специалист", "школа имени А. С. Пушкина",
        "гимназия имени Петра Ильича Чайковского", "отдел А.", "директор Кирова",
        "директор Боровой школы", "директор Каменской школы", "руководители Центров",
        "учитель Русского языка", "методисты Института", "специалист Минобрнауки РБ",
        "ГАУ ДПО «Институт»", "Минобрнауки РБ",
    ],
)  # fmt: skip
def test_office_among_roles_is_no_name(root: Path, role: str) -> None:
    with_rows(root, row(f"roles: ['{role}']"))
    assert codes(root) == []


def test_role_answers_where_no_organization_does(root: Path) -> None:
    with_rows(root, row("roles: [методисты]", responsible="[]"), row(responsible="[]"))
    assert [(p.code, p.value) for p in told(root)] == [("MB708", "r2")]


@pytest.mark.parametrize(
    ("result", "codes_expected"),
    [
        ("result: Приказ от 31.12.2026", []),
        ("result: Приказ от 01.01.2027 г.", ["MB709"]),
        ("result: 'Приказ № 5 от 1января 2027г.'", ["MB709"]),
        ("result: Приказ от 16.01.2023 и план от 1 февраля 2027 года", ["MB709"]),
        ("result: Работа от 32.13.2027", []),
        ("result: Отчёт за 01.02.2027", []),
        ("result_acts: [pozdnii]", ["MB709"]),
        ("result: Приказ от 20.01.2027, result_acts: [pozdnii]", ["MB709"]),
        ("result: Приказ от 21.01.2027, result_acts: [pozdnii]", ["MB709", "MB709"]),
        ("result_acts: [prikaz]", []),
    ],
)
def test_result_is_not_later_than_its_term(root: Path, result: str, codes_expected: list[str]) -> None:
    act = "pozdnii: {kind: order, number: '7', date: 2027-01-20, title: О плане, state: in-force}\n"
    acts = "reference/acts.yml"
    write(root, acts, (root / acts).read_text("utf-8") + act)
    with_rows(root, row(result))
    assert codes(root, date(2027, 3, 1)) == codes_expected


@pytest.mark.parametrize(
    ("cell", "silenced"),
    [
        ("term", {"MB702", "MB709", "MB713"}),
        ("responsible", {"MB708"}),
        ("result", {"MB709"}),
        ("row", {"MB702", "MB708", "MB709", "MB713"}),
        ("title", set()),
    ],
)
def test_doubtful_cell_is_not_warned_about_again(root: Path, cell: str, silenced: set[str]) -> None:
    term = "term: {raw: Декабрь 2025, kind: month, from: 2025-12-01, to: 2025-12-30}"
    wrong = row("result: Приказ от 15.01.2026", term=term, responsible="[]")
    with_rows(root, wrong)
    every = {"MB702", "MB708", "MB709", "MB713"}
    assert set(codes(root)) == every
    with_rows(root, f"{wrong}, doubts: [{{cell: {cell}, reason: Клетка смазана.}}]")
    assert set(codes(root)) == (every - silenced) | {"MB710"}


def test_every_doubt_is_named_with_its_cell(root: Path) -> None:
    with_rows(root, row("doubts: [{cell: term, reason: Смазано.}, {cell: row, reason: Сдвинуто.}]"))
    assert [(p.code, p.message) for p in told(root)] == [
        ("MB710", "Неуверенно прочитано: Срок."),
        ("MB710", "Неуверенно прочитано: Вся строка."),
    ]


@pytest.mark.parametrize(
    ("term", "code", "suggestion"),
    [
        (
            "raw: Май 2027",
            "MB714",
            "term: {raw: 'Май 2027', kind: month, from: 2027-05-01, to: 2027-05-31}",
        ),
        ("raw: В мае", "MB714", "term: {raw: 'В мае', kind: month, from: ГГГГ-05-01, to: ГГГГ-05-31}"),
        ("raw: октябрь", "MB714", "term: {raw: 'октябрь', kind: month, from: ГГГГ-10-01, to: ГГГГ-10-31}"),
        (
            "raw: 30 августа",
            "MB714",
            "term: {raw: '30 августа', kind: date, from: ГГГГ-08-30, to: ГГГГ-08-30}",
        ),
        ("raw: до 30.08, kind: deadline", "MB714", "term: {raw: 'до 30.08', kind: deadline, to: ГГГГ-08-30}"),
        ("raw: В течение года", "MB714", "term: {raw: 'В течение года', kind: relative-year}"),
        ("raw: Сентябрь – май", "MB714", "term: {raw: 'Сентябрь – май', kind: relative-year}"),
        ("raw: Первое полугодие", "MB714", "term: {raw: 'Первое полугодие', kind: relative-year}"),
        ("raw: Когда получится", "MB714", ""),
        ("raw: Когда получится, kind: month", "MB714", ""),
        ("raw: Когда получится, kind: open", "", ""),
        ("raw: Когда получится, kind: month, from: 2027-05-01, to: 2027-05-31", "", ""),
        ("raw: Май 2027, from: 2027-05-01, to: 2027-05-31", "", ""),
        ("raw: В течение года, kind: relative-year", "MB701", ""),
        (
            "raw: В течение года, kind: span, from: 2027-01-01, to: 2027-08-31",
            "MB713",
            "term: {raw: 'В течение года', kind: relative-year}",
        ),
        (
            "raw: Май 2027, kind: span, from: 2027-05-01, to: 2027-05-31",
            "MB713",
            "term: {raw: 'Май 2027', kind: month, from: 2027-05-01, to: 2027-05-31}",
        ),
        (
            "raw: 'До 20.05.2027 по графику', kind: deadline, to: 2027-05-20",
            "MB713",
            "term: {raw: 'До 20.05.2027 по графику', kind: deadline, to: 2027-05-20, by_schedule: true}",
        ),
        (
            "raw: 'Май 2027, июнь 2027', kind: set, from: 2027-05-01, to: 2027-06-30",
            "",
            "",
        ),
        (
            f"raw: 'Май 2027, июль 2027', kind: set, parts: [{MAY}, {JUNE}]",
            "MB713",
            f"term: {{raw: 'Май 2027, июль 2027', kind: set, parts: [{MAY}, {JULY}]}}",
        ),
        (
            f"raw: 'Май 2027, июнь 2027', kind: set, to: 2027-07-01, parts: [{MAY}, {JUNE}]",
            "MB713",
            f"term: {{raw: 'Май 2027, июнь 2027', kind: set, parts: [{MAY}, {JUNE}]}}",
        ),
    ],
)
def test_term_is_compared_with_its_words(root: Path, term: str, code: str, suggestion: str) -> None:
    with_rows(root, row(term=f"term: {{{term}}}"))
    assert [(p.code, p.suggestion) for p in told(root)] == ([(code, suggestion)] if code else [])


def test_proposal_without_a_year_says_that_it_is_missing(root: Path) -> None:
    with_rows(root, row(term="term: {raw: октябрь}"), row(term="term: {raw: Май 2027}"))
    without, whole = (problem.remedy for problem in told(root))
    assert "года в словах нет" in without
    assert "ГГГГ-10-01" in without
    assert "не угадывает" in whole
    assert "ГГГГ" not in whole


@pytest.mark.parametrize(
    ("term", "note", "expected"),
    [
        ("raw: В течение года, kind: span, from: 2026-09-01, to: 2027-08-31", "Год — в заголовке карты.", ""),
        ("raw: В течение года, kind: span, from: 2026-09-01, to: 2027-08-31", "Это 2026/27 учебный.", ""),
        ("raw: В течение года, kind: span, from: 2026-09-01, to: 2027-08-31", "По плану.", "relative-year"),
        ("raw: октябрь, kind: month, from: 2026-10-01, to: 2026-10-31", "Год — в пункте 3 приказа.", ""),
        (
            "raw: октябрь, kind: month, from: 2026-10-01, to: 2026-10-30",
            "Год — в пункте 3.",
            "to: 2026-10-31",
        ),
        (
            "raw: октябрь, kind: month, from: 2026-11-01, to: 2026-11-30",
            "Год — в пункте 3.",
            "from: 2026-10-01",
        ),
        ("raw: 30 августа, kind: date, from: 2027-08-30, to: 2027-08-30", "2027 год: п. 3.", ""),
        (
            "raw: 30 августа, kind: date, from: 2027-08-31, to: 2027-08-31",
            "2027 год: п. 3.",
            "from: 2027-08-30",
        ),
        ("raw: Сентябрь – май, kind: span, from: 2026-09-01, to: 2027-05-31", "Учебный год назван выше.", ""),
        (
            "raw: Май 2027, kind: month, from: 2026-12-01, to: 2026-12-31",
            "Год назван выше.",
            "from: 2027-05-01",
        ),
    ],
)
def test_year_that_stands_elsewhere_is_told_in_the_note(
    root: Path, term: str, note: str, expected: str
) -> None:
    with_rows(root, row(f"note: '{note}'", term=f"term: {{{term}}}"))
    found = told(root)
    assert [problem.code for problem in found] == (["MB713"] if expected else [])
    assert all(expected in problem.suggestion for problem in found)


def test_doubt_about_a_term_without_a_year_is_enough(root: Path) -> None:
    term = "term: {raw: октябрь, kind: month, from: 2026-11-01, to: 2026-11-30}"
    with_rows(root, row("note: Год выше., doubts: [{cell: term, reason: Смазано.}]", term=term))
    assert codes(root) == ["MB710"]


@pytest.mark.parametrize("state", ["unknown", "planned", "in-progress", "cancelled", "moved"])
def test_only_what_is_done_has_a_day_of_it(root: Path, state: str) -> None:
    new = "moved_to: 2027-01-15, " if state == "moved" else ""
    with_rows(root, row(f"state: {state}, {new}done_on: 2026-11-20, decision: {{act: prikaz}}"))
    [problem] = told(root)
    assert (problem.code, problem.is_error) == ("MB717", True)


@pytest.mark.parametrize(
    ("fields", "suggestion"),
    [
        ("state: done, done_on: 2026-12-31", ""),
        ("state: done, done_on: 2027-01-01", "done-late"),
        ("state: done-late, done_on: 2026-12-31", "done"),
        ("state: done-late, done_on: 2027-01-01", ""),
        ("state: done, done_on: 2027-01-15, moved_to: 2027-01-15", ""),
        ("state: done, done_on: 2027-01-16, moved_to: 2027-01-15", "done-late"),
        ("state: done-late, done_on: 2027-01-15, moved_to: 2027-01-15", "done"),
        ("state: done, done_on: 2027-01-01, doubts: [{cell: term, reason: Смазано.}]", ""),
    ],
)
def test_state_of_what_is_done_tells_whether_it_was_in_time(root: Path, fields: str, suggestion: str) -> None:
    with_rows(root, row(f"{fields}, {PROOF}"))
    found = [(p.code, p.suggestion, p.is_error) for p in told(root, date(2027, 2, 1)) if p.code != "MB710"]
    assert found == ([("MB718", suggestion, False)] if suggestion else [])


def test_what_has_no_last_day_is_never_done_late(root: Path) -> None:
    term = "term: {raw: В течение года, kind: relative-year}"
    for state in ("done", "done-late"):
        with_rows(root, row(f"state: {state}, done_on: 2026-11-20, {PROOF}", term=term))
        assert codes(root) == ["MB701"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("state: moved, moved_to: 2026-12-31", []),
        ("state: moved, moved_to: 2026-12-30", ["MB720"]),
        ("state: moved", ["MB719"]),
        ("state: planned, moved_to: 2027-01-15", ["MB719"]),
        ("state: in-progress, moved_to: 2027-01-15", ["MB719"]),
        ("state: cancelled, moved_to: 2027-01-15", ["MB719"]),
        ("moved_to: 2026-12-30", ["MB719", "MB720"]),
    ],
)
def test_move_is_told_by_the_state_and_the_new_day(root: Path, fields: str, expected: list[str]) -> None:
    with_rows(root, row(f"{fields}, decision: {{act: prikaz}}"))
    found = told(root)
    assert sorted(problem.code for problem in found) == expected
    assert all(problem.is_error == (problem.code == "MB719") for problem in found)


@pytest.mark.parametrize(
    ("event", "proof", "is_told"),
    [
        ("state: planned\nstarts: 2026-11-20\n", "{event: vstrecha}", True),
        ("state: held\nstarts: 2026-11-22\n", "{event: vstrecha}", False),
        ("state: held\nstarts: 2026-11-23\n", "{event: vstrecha}", True),
        ("state: cancelled\nstarts: 2026-11-20\n", "{event: vstrecha}", True),
        ("state: planned\nstarts: 2026-12-09\n", "{event: vstrecha}, {act: prikaz}", False),
        ("state: planned\nstarts: 2026-12-09\n", "{event: vstrecha, report: otchet}", False),
        ("state: planned\nstarts: 2026-12-09\n", "{event: net-takogo}", False),
    ],
)
def test_event_to_come_proves_nothing(root: Path, event: str, proof: str, is_told: bool) -> None:
    change(root, "events/vstrecha.yml", "starts: 2026-12-09\n", event)
    with_rows(root, row(f"state: done, done_on: 2026-11-20, evidence: [{proof}]"))
    assert codes(root) == (["MB721"] if is_told else [])
    change(root, FILE, "status: published", "status: draft")
    assert codes(root) == []


def test_day_of_what_is_late_is_told_in_words(root: Path) -> None:
    with_rows(root, row("state: planned"))
    [problem] = told(root, date(2027, 1, 1))
    assert problem.message == "Последний день мероприятия «r1», 31\u00a0декабря\u00a02026\u00a0г., прошёл."


def test_what_is_proposed_can_be_copied(root: Path) -> None:
    with_rows(root, row(term="term: {raw: 'Май 2027, июнь 2027 по графику'}"))
    [problem] = told(root)
    assert problem.suggestion in problem.remedy
    with_rows(root, row(term=problem.suggestion))
    assert codes(root) == []


def test_end_before_the_beginning_of_a_term_is_told_once(root: Path) -> None:
    with_rows(root, row(term="term: {raw: Потом, kind: span, from: 2027-05-02, to: 2027-05-01}"))
    assert codes(root) == ["MB205"]
    parts = "[{to: 2027-05-01}, {from: 2027-05-03, to: 2027-05-02}]"
    with_rows(root, row(term=f"term: {{raw: Потом, kind: composite, parts: {parts}}}"))
    assert codes(root) == ["MB205"]


def test_deadline_is_weighed_against_the_day_of_the_act(root: Path) -> None:
    change(root, "reference/acts.yml", "date: 2025-08-20", "date: 2026-09-01")
    for raw, day, expected in (
        ("До 01.09.2026", "2026-09-01", ["MB716"]),
        ("До 02.09.2026", "2026-09-02", ["MB716"]),
        ("До 03.09.2026", "2026-09-03", []),
    ):
        with_rows(root, row(term=f"term: {{raw: {raw}, kind: deadline, to: {day}}}"))
        assert codes(root) == expected, raw


def test_repeated_id_and_title_are_told_at_the_later_row(root: Path) -> None:
    titles = ("Семинар по чтению", "семинар по чтению")
    rows = "".join(f"  - {{id: a, title: {title}, {row()}}}\n" for title in titles)
    write(root, FILE, f"{HEAD}organization: iro\nmeasures:\n{rows}")
    line = len(f"{HEAD}organization: iro\nmeasures:\n".splitlines()) + 2
    assert [(p.code, p.line) for p in told(root)] == [("MB715", line)]
    write(root, FILE, f"{HEAD}organization: iro\nmeasures:\n{rows.replace('id: a', 'id: b', 1)}")
    assert [(p.code, p.line, p.is_error) for p in told(root)] == [("MB711", line, False)]


def test_roadmap_that_is_wrong_elsewhere_is_looked_at_all_the_same(root: Path) -> None:
    with_rows(root, row("state: done"))
    change(root, FILE, "act: prikaz\n", "")
    assert sorted(codes(root)) == ["MB101", "MB703", "MB704"]
    write(root, FILE, HEAD)
    assert "MB101" in codes(root)
