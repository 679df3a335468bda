"""An association meets: a plan for the current учебный год (CM1), something within a year (CM3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from metodbank.checks.check import Looking, Placed
from metodbank.checks.years import is_older, years_in
from metodbank.models.association import Association, YearPlan
from metodbank.models.event import Event
from metodbank.problems import Finding
from metodbank.records import Record

SEPTEMBER = 9
CANCELLED = "cancelled"
SILENT_YEARS = 1
"""Whoever meets at all meets once in a учебный год."""


Met = tuple[tuple[str, ...], tuple[date, ...]]
"""Associations, and days on which they met."""


def plans(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield that a listed association has no plan for the current year."""
    data = record.data
    if isinstance(data, Association) and looking.base.lists(record) and not is_closed(data, looking.as_of):
        yield from _plan(data.plan, school_year(looking.as_of))


def gather(record: Record, looking: Looking) -> Met | None:
    """Return the days of the plan of an open association, or the last day of an event of associations."""
    data = record.data
    if isinstance(data, Association) and looking.base.lists(record) and not is_closed(data, looking.as_of):
        return ((), tuple(_meetings(data.plan)))
    if isinstance(data, Event) and looking.base.lists(record) and data.state != CANCELLED:
        return (
            (data.associations, (data.moved_to or data.ends or data.starts,)) if data.associations else None
        )
    return None


def judge(found: Sequence[tuple[Record, Met]], looking: Looking) -> Iterator[Placed]:
    """Yield the associations whose last known meeting is long past."""
    events: dict[str, list[date]] = {}
    for _, (associations, days) in found:
        for association in associations:
            events.setdefault(association, []).extend(days)
    for record, (_, planned) in found:
        if record.kind.name == "association":
            days_known = [*events.get(record.id, []), *planned]
            if days_known and is_older(max(days_known), SILENT_YEARS, looking.as_of):
                at = ("plan",) if record.data.plan else ()
                yield record, Finding("MB813", at, max(days_known).isoformat())


def is_closed(association: Association, as_of: date) -> bool:
    """Return whether the association is closed, with or without a known day."""
    closed = association.closed
    return closed is not None and (closed.date is None or closed.date < as_of)


def school_year(day: date) -> int:
    """Return the year in which the учебный год of that day began, on 1 September."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def covers(plan: YearPlan, year: int) -> bool:
    """Return whether a plan is for the учебный год that began in that year: by its name or a meeting."""
    named = years_in(plan.year)
    if len(named) == 1:
        return named[0] in {year, year + 1}
    if named and min(named) <= year < max(named):
        return True
    return any(school_year(day) == year for day in _meetings(plan))


def _plan(plan: YearPlan | None, year: int) -> Iterator[Finding]:
    if plan is None or not covers(plan, year):
        details = {"year": f"{year}/{(year + 1) % 100:02}"}
        yield Finding("MB811", ("plan", "year") if plan else (), plan.year if plan else "", details=details)


def _meetings(plan: YearPlan | None) -> list[date]:
    return [meeting.date for meeting in plan.meetings] if plan else []
