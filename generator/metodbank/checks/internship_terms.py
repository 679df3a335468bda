"""A site in time: it ends soon (ST3), tells of each year (ST5), is closed by an act (ST6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.checks.check import Looking
from metodbank.models.internship import Internship
from metodbank.problems import Finding
from metodbank.records import Record

ACTIVE, REVOKED = "active", "revoked"
DAYS_BEFORE = 90
"""An application and an order take about that long."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what is due for a site that works, and a revocation without its act."""
    data = record.data
    if not isinstance(data, Internship):
        return
    if data.state == REVOKED and (data.termination is None or data.termination.act is None):
        yield Finding("MB804", ("termination",) if data.termination else ("state",))
    if data.state == ACTIVE and looking.base.lists(record):
        yield from _ending(data, looking.as_of)
        yield from _untold_years(data, looking.as_of)


def is_working(site: Internship, as_of: date) -> bool:
    """Return whether the site is neither stopped nor past its term."""
    return site.state == ACTIVE and (site.valid_until is None or site.valid_until >= as_of)


def _ending(data: Internship, as_of: date) -> Iterator[Finding]:
    if data.valid_until is not None and 0 <= (data.valid_until - as_of).days <= DAYS_BEFORE:
        yield Finding("MB801", ("valid_until",), data.valid_until.isoformat())


def _untold_years(data: Internship, as_of: date) -> Iterator[Finding]:
    if data.awarded_on is None:
        return
    end = min(as_of.year, data.valid_until.year + 1 if data.valid_until else as_of.year)
    told = {row.year for row in data.years}
    untold = [str(year) for year in range(data.awarded_on.year, end) if year not in told]
    if untold:
        yield Finding("MB803", ("years",) if data.years else (), ", ".join(untold))
