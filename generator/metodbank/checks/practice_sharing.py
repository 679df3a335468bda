"""Whether a practice travels: nobody tried it (PR13), a closed licence (PR14), tried by its own (PR15)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.practice_expertise import RECOMMENDED
from metodbank.checks.years import is_older
from metodbank.models.practice import Practice
from metodbank.models.record import ARCHIVED
from metodbank.problems import Finding
from metodbank.records import Record

RESTRICTED = frozenset({"nc", "nd"})
RESERVED = "all-rights-reserved"
YEARS_TO_TRY = 1
"""Within a учебный год others have had their chance."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what keeps the practice from others, and a repetition that is none."""
    data = record.data
    if not isinstance(data, Practice):
        return
    expertise = data.expertise
    if (
        expertise is not None
        and expertise.decision in RECOMMENDED
        and not data.adoptions
        and looking.base.lists(record)
        and is_older(expertise.date, YEARS_TO_TRY, looking.as_of)
    ):
        yield Finding("MB613", ("expertise", "decision"), expertise.decision)
    if data.status != ARCHIVED and not is_open(data.license):
        yield Finding("MB614", ("license",), looking.base.word("licenses", data.license))
    for index, adoption in enumerate(data.adoptions):
        if adoption.organization is not None and adoption.organization == data.organization:
            yield Finding("MB615", ("adoptions", index, "organization"), adoption.organization)


def is_open(license_id: str) -> bool:
    """Return whether the licence lets anyone use and change the text for any aim."""
    return license_id != RESERVED and not RESTRICTED & set(license_id.split("-"))
