"""Records that readers act upon while their organization is closed (ST8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.checks.association_meetings import is_closed
from metodbank.checks.check import Looking
from metodbank.checks.internship_terms import is_working
from metodbank.checks.program_schedule import is_over
from metodbank.models.association import Association
from metodbank.models.internship import Internship
from metodbank.models.practice import Practice
from metodbank.models.program import Program
from metodbank.problems import Finding
from metodbank.records import Record


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the closed organization of a record that is still in use."""
    data = record.data
    if not looking.base.lists(record) or not _is_in_use(data, looking.as_of) or not data.organization:
        return
    organization = looking.base.get("organization", data.organization)
    closed_on = organization.facts.closed_on if organization else None
    if organization is not None and closed_on is not None and closed_on < looking.as_of:
        details = {"title": organization.title, "day": closed_on.isoformat()}
        yield Finding("MB806", ("organization",), data.organization, details=details)


def _is_in_use(data: object, as_of: date) -> bool:
    """Return whether a reader would turn to the organization; events and reports are history."""
    if isinstance(data, Internship):
        return is_working(data, as_of)
    if isinstance(data, Program):
        return not is_over(data, as_of)
    if isinstance(data, Association):
        return not is_closed(data, as_of)
    return isinstance(data, Practice)
