"""One act twice (AC1): the same kind, number, date and issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from metodbank.checks.check import Looking, Subject
from metodbank.checks.repeats import repeats
from metodbank.knowledge_base import Record
from metodbank.problems import Finding

_IGNORED = re.compile(r"[\s№]")


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the acts that an earlier record already holds."""
    for record, other in repeats(looking.base, "act", _identity):
        yield record, Finding("MB405", ("number",), record.data.number, details={"other": other.id})


def _identity(record: Record) -> tuple[str, str, date, str] | None:
    """Return what makes an act this one; without a number or a date it may be any."""
    act = record.data
    if act.number is None or act.date is None:
        return None
    number = _IGNORED.sub("", act.number).casefold()
    return act.kind, number, act.date, " ".join((act.issuer or "").casefold().split())
