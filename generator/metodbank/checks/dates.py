"""Dates: order (G7, G8), reach (G7), and what is due for another look (G9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache

from metodbank.checks.check import Looking
from metodbank.dates import in_words
from metodbank.models.act import Act
from metodbank.models.fields import Group
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.problems import FieldPath, Finding
from metodbank.records import Record

_YEAR = timedelta(days=365.25)
# What a base tells of lies within these; further away it is nearly always a slip in the year. No act before
# those of 1918 is cited any longer.
PAST, FUTURE = 30 * _YEAR, 15 * _YEAR
FIRST_ACT = date(1918, 1, 1)
SPANS = (
    ("start", "end"),
    ("starts", "ends"),
    ("awarded_on", "valid_until"),
    ("included_on", "valid_until"),
    ("valid_from", "valid_until"),
)
"""The pairs of fields, wherever both stand in one group, of which the first comes first."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what is wrong with the dates of the record."""
    data = record.data
    for at, group in _groups(data, ()):
        yield from _order(group, at)
        yield from _reach(group, at, looking.as_of)
    created, updated = getattr(data, "created", None), getattr(data, "updated", None)
    if created and updated and updated < created:
        details = {"start": created.isoformat(), "end": updated.isoformat()}
        yield Finding("MB207", ("updated",), updated.isoformat(), details=details)
    review_by = getattr(data, "review_by", None)
    if review_by and looking.base.lists(record) and review_by < looking.as_of:
        details = {"day": in_words(review_by)}
        yield Finding("MB208", ("review_by",), review_by.isoformat(), details=details)


def _groups(data: Group, at: FieldPath) -> Iterator[tuple[FieldPath, Group]]:
    """Yield the group and those inside it that hold dates, with their places."""
    yield at, data
    for field in _dated_groups(type(data)):
        value = getattr(data, field.name)
        if isinstance(value, Group):
            yield from _groups(value, (*at, field.key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from _groups(item, (*at, field.key, index))


def _order(group: Group, at: FieldPath) -> Iterator[Finding]:
    for first, last in _spans(type(group)):
        start, end = getattr(group, first.name), getattr(group, last.name)
        if start and end and end < start:
            details = {"start": start.isoformat(), "end": end.isoformat()}
            yield Finding("MB205", (*at, last.key), end.isoformat(), details=details)


def _reach(group: Group, at: FieldPath, as_of: date) -> Iterator[Finding]:
    earliest, latest = _limits(type(group), as_of)
    for field in _dates(type(group)):
        day = getattr(group, field.name)
        if day and not earliest <= day <= latest:
            yield Finding("MB206", (*at, field.key), day.isoformat())


@cache
def _dates(model: type[Group]) -> tuple[FieldShape, ...]:
    return tuple(field for field in shape_of(model) if field.holds is Holds.DATE)


@cache
def _spans(model: type[Group]) -> tuple[tuple[FieldShape, FieldShape], ...]:
    dates = {field.name: field for field in _dates(model)}
    return tuple((dates[first], dates[last]) for first, last in SPANS if first in dates and last in dates)


@cache
def _dated_groups(model: type[Group]) -> tuple[FieldShape, ...]:
    return tuple(
        field
        for field in shape_of(model)
        if field.group is not None and (_dates(field.group) or _dated_groups(field.group))
    )


@lru_cache(maxsize=256)
def _limits(model: type[Group], as_of: date) -> tuple[date, date]:
    """Return the first and the last day that is no slip; an act cannot be of tomorrow."""
    if issubclass(model, Act):
        return FIRST_ACT, as_of
    return _moved(as_of, -PAST), _moved(as_of, FUTURE)


def _moved(day: date, span: timedelta) -> date:
    """Return the day so much later or earlier, at most the last or the first of the calendar."""
    try:
        return day + span
    except OverflowError:
        return date.max if span > timedelta() else date.min
