"""The groups of a program: inside the days when it is carried on (DP10), and some still to come (DP14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.checks.check import Looking
from metodbank.models.parts import Period
from metodbank.models.program import Intake, Program
from metodbank.problems import Finding
from metodbank.records import Record


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the groups outside the program's days, and a list of groups that are all over."""
    data = record.data
    if not isinstance(data, Program) or not data.schedule:
        return
    if data.active is not None:
        for index, intake in enumerate(data.schedule):
            yield from _outside(intake, data.active, index)
    last = max(_last_day(intake) for intake in data.schedule)
    if last < looking.as_of and looking.base.lists(record) and not is_over(data, looking.as_of):
        yield Finding("MB516", ("schedule",), last.isoformat())


def is_over(program: Program, as_of: date) -> bool:
    """Return whether the program is known to be carried on no longer."""
    return program.active is not None and program.active.end is not None and program.active.end < as_of


def _last_day(intake: Intake) -> date:
    return intake.end or intake.start


def _outside(intake: Intake, active: Period, index: int) -> Iterator[Finding]:
    at = ("schedule", index)
    if active.start is not None and intake.start < active.start:
        details = {"limit": f"реализуется с {active.start.isoformat()}"}
        yield Finding("MB512", (*at, "from"), intake.start.isoformat(), details=details)
    last = _last_day(intake)
    if active.end is not None and last > active.end:
        details = {"limit": f"реализуется по {active.end.isoformat()}"}
        yield Finding("MB512", (*at, "to" if intake.end else "from"), last.isoformat(), details=details)
