"""How long a program stands in the Федеральный реестр (DP6), and when that was last looked at (DP7)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.federal_register import INCLUDED
from metodbank.checks.program_schedule import is_over
from metodbank.checks.years import is_older
from metodbank.models.program import Program
from metodbank.problems import Finding
from metodbank.records import Record

YEARS_BETWEEN_LOOKS = 1
"""Programs enter and leave the register all year round."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield a term that is over and a look that is missing or a year old, of programs still carried on."""
    data = record.data
    if not isinstance(data, Program) or data.federal_register is None or not looking.base.lists(record):
        return
    entry, at = data.federal_register, ("federal_register",)
    if entry.state != INCLUDED or is_over(data, looking.as_of):
        return
    if entry.valid_until is not None and entry.valid_until < looking.as_of:
        yield Finding("MB509", (*at, "valid_until"), entry.valid_until.isoformat())
    if entry.checked_on is None:
        yield Finding("MB510", at, details={"when": "неизвестно когда"})
    elif is_older(entry.checked_on, YEARS_BETWEEN_LOOKS, looking.as_of):
        details = {"when": f"{entry.checked_on.isoformat()}, больше года назад"}
        yield Finding("MB510", (*at, "checked_on"), entry.checked_on.isoformat(), details=details)
