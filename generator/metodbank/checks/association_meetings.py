"""An association meets: a plan for the current учебный год (CM1), something within a year (CM3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.checks.check import Looking, Subject
from metodbank.checks.years import is_older, years_in
from metodbank.models.association import Association, YearPlan
from metodbank.problems import Finding

SEPTEMBER = 9
CANCELLED = "cancelled"
SILENT_YEARS = 1
"""Whoever meets at all meets once in a учебный год."""


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the associations without a current plan, and those whose last known meeting is long past."""
    base, as_of = looking.base, looking.as_of
    events = _days_of_events(looking)
    for record in base.listed("association"):
        if is_closed(record.data, as_of):
            continue
        yield from ((record, finding) for finding in _plan(record.data.plan, school_year(as_of)))
        days = [*events.get(record.id, []), *_meetings(record.data.plan)]
        if days and is_older(max(days), SILENT_YEARS, as_of):
            yield record, Finding("MB813", ("plan",) if record.data.plan else (), max(days).isoformat())


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


def _days_of_events(looking: Looking) -> dict[str, list[date]]:
    """Return the last days of the listed events, those cancelled left out, by association."""
    days: dict[str, list[date]] = {}
    for record in looking.base.listed("event"):
        event = record.data
        if event.state != CANCELLED:
            for association in event.associations:
                days.setdefault(association, []).append(event.moved_to or event.ends or event.starts)
    return days
