"""The days of a term beside those of the roadmap (RM2) and of the act that it came with (MB716)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from metodbank.checks.check import Looking
from metodbank.checks.measures import is_doubted, measures_of
from metodbank.measure_term_spans import DEADLINE
from metodbank.models.parts import Period
from metodbank.models.roadmap import MeasureTerm
from metodbank.problems import Finding
from metodbank.records import Record

ONE_DAY = timedelta(days=1)
"""An act signed on the eve leaves no working day."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the terms that lie outside the roadmap's period, and the deadlines that leave no time."""
    for at, measure in measures_of(record):
        term, place = measure.term, (*at, "term")
        outside = _outside(term, record.data.period)
        if outside and not is_doubted(measure, "term"):
            period = record.data.period
            details = {"start": _written(period.start), "end": _written(period.end)}
            yield Finding("MB702", place, outside.isoformat(), details=details)
        act = looking.base.get("act", record.data.act) if record.data.act else None
        signed = act.data.date if act else None
        if signed and term.kind == DEADLINE and term.last_day and term.last_day - signed <= ONE_DAY:
            details = {"date": signed.isoformat()}
            yield Finding("MB716", place, term.last_day.isoformat(), details=details)


def _outside(term: MeasureTerm, period: Period | None) -> date | None:
    """Return the first day that the term names and the period does not hold."""
    if period is None:
        return None
    for own in term.periods:
        for day in (own.start, own.end):
            if day and ((period.start and day < period.start) or (period.end and day > period.end)):
                return day
    return None


def _written(day: date | None) -> str:
    return day.isoformat() if day else "…"
