"""The Федеральный реестр ДПП: where to look it up (DP4), one number each (DP5), none outside (DP8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from metodbank.checks.check import Looking, Placed
from metodbank.checks.repeats import repeats
from metodbank.models.program import Program
from metodbank.problems import Finding
from metodbank.records import Record

INCLUDED = "included"
MAY_HAVE_NUMBER = (INCLUDED, "excluded")


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what the number, the address and the state of one program say against each other."""
    data = record.data
    if not isinstance(data, Program) or data.federal_register is None:
        return
    entry = data.federal_register
    at = ("federal_register",)
    pattern = looking.base.region.federal_register_pattern
    if entry.state == INCLUDED and not (entry.number or entry.url):
        yield Finding("MB505", (*at, "state"), entry.state)
    if entry.number and pattern and not re.fullmatch(pattern, entry.number):
        yield Finding("MB506", (*at, "number"), entry.number, details={"pattern": pattern})
    if entry.number and entry.state not in MAY_HAVE_NUMBER:
        yield Finding("MB508", (*at, "number"), entry.number)


def number_of(record: Record, looking: Looking) -> str | None:  # noqa: ARG001 (as every rule gathers)
    """Return the number of a program in the register."""
    entry = record.data.federal_register if isinstance(record.data, Program) else None
    return entry.number if entry else None


def shared_numbers(found: Sequence[tuple[Record, str]], looking: Looking) -> Iterator[Placed]:  # noqa: ARG001 (as every rule judges)
    """Yield the programs whose register number another program has."""
    for record, number, other in repeats(found):
        at = ("federal_register", "number")
        yield record, Finding("MB507", at, number, details={"other": other.file})
