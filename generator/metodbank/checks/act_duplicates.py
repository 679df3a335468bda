"""One act twice (AC1): the same kind, number, date and issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from metodbank.checks.check import Looking, Placed
from metodbank.checks.repeats import repeats
from metodbank.models.act import Act
from metodbank.problems import Finding
from metodbank.records import Record

_IGNORED = re.compile(r"[\s№]")


def identity(
    record: Record,
    looking: Looking,  # noqa: ARG001 (as every rule gathers)
) -> tuple[str, str, date, str] | None:
    """Return what makes an act this one; without a number or a date it may be any."""
    act = record.data
    if not isinstance(act, Act) or act.number is None or act.date is None:
        return None
    number = _IGNORED.sub("", act.number).casefold()
    return act.kind, number, act.date, " ".join((act.issuer or "").casefold().split())


def judge(found: Sequence[tuple[Record, Any]], looking: Looking) -> Iterator[Placed]:  # noqa: ARG001 (as every rule judges)
    """Yield the acts that an earlier record already holds."""
    for record, _, other in repeats(found):
        yield record, Finding("MB405", ("number",), record.data.number, details={"other": other.id})
