"""The right to publish a record: the paper is named (P5), not expired and not withdrawn (P6).

A consent may be withdrawn on any day (152-ФЗ, статья 9), and then what rests on it goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.parts import Rights
from metodbank.models.record import ARCHIVED, PUBLISHED
from metodbank.problems import Finding
from metodbank.records import Record

CONSENT = "consent"


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what is wrong with the ground on which the record is published."""
    rights = vars(record.data).get("rights")
    if not isinstance(rights, Rights):
        return
    if rights.basis == CONSENT and not (rights.number and rights.date):
        missing = " и ".join(
            word for word, value in (("номера", rights.number), ("даты", rights.date)) if not value
        )
        yield Finding("MB314", ("rights", "basis"), rights.basis, details={"missing": missing})
    if record.data.status not in {PUBLISHED, ARCHIVED}:
        return
    if rights.withdrawn_on:
        yield Finding("MB316", ("rights", "withdrawn_on"), rights.withdrawn_on.isoformat())
    elif rights.valid_until and rights.valid_until < looking.as_of:
        yield Finding("MB315", ("rights", "valid_until"), rights.valid_until.isoformat())
