"""Rules about events and reports at their boundaries: what took place, who was asked, by when."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge_bases import AS_OF, FILES, add, change, problems_of, the_problem_of, write
from metodbank.problems import Problem

EVENT, REPORT = "events/vstrecha.yml", "reports/otchet.yml"
RECOMMENDED = "recommendations:\n  - text: Назначить дежурство.\n"


def told(root: Path, as_of: date = AS_OF) -> list[Problem]:
    return [problem for problem in problems_of(root, as_of) if re.fullmatch("MB8[23].", problem.code)]


def codes(root: Path, as_of: date = AS_OF) -> list[str]:
    return sorted(problem.code for problem in told(root, as_of))


def with_event(root: Path, fields: str, status: str = "published") -> None:
    text = FILES[EVENT].replace("starts: 2026-12-09\n", fields)
    write(root, EVENT, text.replace("status: published", f"status: {status}"))


def with_report(root: Path, old: str, new: str) -> None:
    write(root, REPORT, FILES[REPORT].replace(old, new))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("starts: 2026-11-22\n", []),
        ("starts: 2026-11-21\n", ["MB831"]),
        ("starts: 2026-11-20\nends: 2026-11-22\n", []),
        ("starts: 2026-11-20\nends: 2026-11-21\nstate: planned\n", ["MB831"]),
        ("starts: 2026-11-21\nstate: held\nparticipants: 12\n", []),
        ("starts: 2026-11-21\nstate: cancelled\n", []),
        ("starts: 2026-11-20\nstate: moved\nmoved_to: 2026-11-22\n", []),
        ("starts: 2026-11-20\nstate: moved\nmoved_to: 2026-11-21\n", ["MB831"]),
        ("starts: 2026-11-22\nstate: held\n", []),
        ("starts: 2026-11-23\nstate: held\n", ["MB833"]),
        ("starts: 2026-11-23\nparticipants: 0\n", ["MB833"]),
        ("starts: 2026-11-23\nstate: held\nparticipants: 12\n", ["MB833"]),
        ("starts: 2026-11-23\nstate: cancelled\n", []),
    ],
)
def test_event_is_weighed_against_the_day(root: Path, fields: str, expected: list[str]) -> None:
    with_event(root, fields)
    assert codes(root) == expected
    for status in ("draft", "archived"):
        with_event(root, fields, status)
        assert codes(root) == [], status


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("starts: 2026-12-09\nstate: moved\n", ["MB832"]),
        ("starts: 2026-12-09\nmoved_to: 2026-12-16\n", ["MB832"]),
        ("starts: 2026-12-09\nstate: cancelled\nmoved_to: 2026-12-16\n", ["MB832"]),
        ("starts: 2026-12-09\nstate: moved\nmoved_to: 2026-12-09\n", []),
        ("starts: 2026-12-09\nstate: moved\nmoved_to: 2026-12-08\n", ["MB834"]),
        ("starts: 2026-12-09\nmoved_to: 2026-12-08\n", ["MB832", "MB834"]),
    ],
)
def test_move_of_an_event_is_told_whole(root: Path, fields: str, expected: list[str]) -> None:
    for status in ("published", "draft"):
        with_event(root, fields, status)
        assert codes(root) == expected
    assert all(problem.is_error == (problem.code == "MB832") for problem in told(root))


def test_no_day_makes_an_error_of_an_event_or_a_report(root: Path) -> None:
    with_event(root, "starts: 2026-11-21\nstate: held\nparticipants: 3\n")
    add(root, REPORT, "prepared_on: 2026-06-10\n")
    for day in (date(1990, 1, 1), AS_OF, date(2060, 1, 1)):
        assert [problem for problem in told(root, day) if problem.is_error] == []
    assert codes(root, date(1990, 1, 1)) == ["MB823", "MB833"]


def test_days_are_told_in_words(root: Path) -> None:
    with_event(root, "starts: 2026-11-21\n")
    assert "21\u00a0ноября\u00a02026\u00a0г." in the_problem_of(root).message


def test_report_is_preliminary_until_somebody_says_otherwise(root: Path) -> None:
    with_report(root, "act: prikaz\n", "")
    assert codes(root) == []
    with_report(root, "act: prikaz\n", "state: approved\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.is_error, problem.line) == ("MB821", False, 4)
    with_report(root, "act: prikaz\n", "act: prikaz\nstate: approved\n")
    assert codes(root) == []


@pytest.mark.parametrize(
    ("fields", "lack"),
    [
        ("addressees: [shkola]\n    due: 2026-12-15", ""),
        ("addressee: всем школам\n    due: 2026-12-15", ""),
        ("addressees: [shkola]", "не сказано, к какому сроку."),
        ("due: 2026-12-15", "не сказано, кому она."),
        ("state: accepted", "не сказано, кому она и к какому сроку."),
    ],
)
def test_recommendation_says_to_whom_and_by_when(root: Path, fields: str, lack: str) -> None:
    add(root, REPORT, f"{RECOMMENDED}    {fields}\n")
    found = told(root)
    assert [problem.code for problem in found] == (["MB822"] if lack else [])
    assert all(problem.message.endswith(lack) and not problem.is_error for problem in found)


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        ("analytical-note", date(2026, 5, 30), ["MB823"]),
        ("analytical-note", date(2026, 5, 31), []),
        ("monitoring", date(2026, 5, 30), ["MB823"]),
        ("decision", date(2026, 5, 30), []),
        ("recommendations", date(2026, 5, 30), []),
        ("decision", AS_OF, []),
        ("decision", AS_OF + timedelta(days=1), ["MB823"]),
        ("analytical-note", AS_OF + timedelta(days=1), ["MB823"]),
    ],
)
def test_report_is_prepared_after_its_period_and_not_tomorrow(
    root: Path, kind: str, day: date, expected: list[str]
) -> None:
    with_report(root, "kind: analytical-note", f"kind: {kind}\nprepared_on: {day}")
    assert codes(root) == expected
    change(root, REPORT, "status: published", "status: draft")
    assert codes(root) == ([] if day > AS_OF else expected)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("{from: 2025-09-01, to: 2026-05-31}", []),
        ("{from: 2025-09-01}", ["MB824"]),
        ("{to: 2026-05-31}", ["MB824"]),
        ("{}", ["MB824"]),
    ],
)
def test_period_of_a_report_has_both_ends(root: Path, period: str, expected: list[str]) -> None:
    with_report(root, "period:\n  from: 2025-09-01\n  to: 2026-05-31\n", f"period: {period}\n")
    assert codes(root) == expected
    assert all(problem.is_error for problem in told(root))


def test_records_that_are_wrong_elsewhere_are_looked_at_all_the_same(root: Path) -> None:
    with_event(root, "starts: never\nstate: moved\n")
    with_report(root, "period:\n  from: 2025-09-01\n  to: 2026-05-31\n", f"{RECOMMENDED}period: never\n")
    assert codes(root) == ["MB822", "MB832"]
