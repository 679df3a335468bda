"""The day for which the value of a year is told, and what of years and periods that decides."""

from __future__ import annotations

from datetime import date

from metodbank.models.parts import Period


def moment_of(year: int, as_of: date) -> date:
    """Return the last day of the year, or the day asked for where that is earlier."""
    return min(date(year, 12, 31), as_of)


def has_begun(year: int, as_of: date) -> bool:
    """Return whether the year has begun on the day."""
    return date(year, 1, 1) <= as_of


def has_ended(year: int, as_of: date) -> bool:
    """Return whether the last day of the year is there."""
    return date(year, 12, 31) <= as_of


def holds_day(period: Period, day: date) -> bool:
    """Return whether the day lies in the period; an end that is not given is open."""
    return (period.start is None or period.start <= day) and (period.end is None or day <= period.end)


def overlaps_year(period: Period, year: int) -> bool:
    """Return whether a day of the year lies in the period."""
    starts_before = period.start is None or period.start <= date(year, 12, 31)
    return starts_before and (period.end is None or period.end >= date(year, 1, 1))
