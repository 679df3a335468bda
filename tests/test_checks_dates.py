"""Time passes: what was right stays right, whatever the day of the check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge_bases import REPOSITORY, add, change, codes_of, problems_of, read, the_problem_of

FAR = date(2020, 1, 1), date(2060, 12, 31)


def test_demonstration_has_no_problem_on_its_day() -> None:
    base, problems = read(REPOSITORY)
    assert base is not None
    assert sum(len(records) for records in base.records.values()) > 40
    assert [p for p in problems if p.is_error] == []


def test_no_day_makes_an_error_of_what_was_none() -> None:
    for day in FAR:
        problems = problems_of(REPOSITORY, day)
        assert [p for p in problems if p.is_error] == []
        assert problems, "the far day was looked at"


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_first_and_last_day_of_the_calendar_do_no_harm(root: Path, day: date) -> None:
    assert all(not problem.is_error for problem in problems_of(root, day))


@pytest.mark.parametrize(
    ("as_of", "codes"),
    [
        (date(2026, 9, 1), []),
        (date(2026, 9, 2), ["MB208"]),
        (date(2055, 6, 1), ["MB208"]),
        (date(2060, 1, 1), ["MB206", "MB206", "MB208"]),
        (date(1990, 1, 1), ["MB206", "MB206"]),
    ],
)
def test_date_is_weighed_against_the_day_of_the_check(root: Path, as_of: date, codes: list[str]) -> None:
    add(root, "practices/primer.yml", "created: 2026-01-01\nreview_by: 2026-09-01\n")
    found = [p.code for p in problems_of(root, as_of) if p.file == "practices/primer.yml"]
    assert sorted(found) == codes


def test_archived_record_is_not_due_for_another_look(root: Path) -> None:
    add(root, "practices/primer.yml", "review_by: 2026-09-01\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.value) == ("MB208", "2026-09-01")
    assert "до 1\u00a0сентября\u00a02026\u00a0г., и" in problem.message
    change(root, "practices/primer.yml", "published", "archived")
    assert codes_of(root) == []


@pytest.mark.parametrize(
    ("fields", "code", "place"),
    [
        ("period: {from: 2026-05-02, to: 2026-05-01}\n", "MB205", "12:32"),
        ("period: {from: 2026-05-01, to: 2026-05-01}\n", "", ""),
        ("created: 2026-05-02\nupdated: 2026-05-01\n", "MB207", "13:10"),
        ("grades: {from: 6, to: 5}\n", "MB205", "12:23"),
    ],
)
def test_end_before_its_beginning_is_told_at_the_end(root: Path, fields: str, code: str, place: str) -> None:
    add(root, "practices/primer.yml", fields)
    found = [(p.code, p.place) for p in problems_of(root)]
    assert found == ([(code, f"practices/primer.yml:{place}")] if code else [])
