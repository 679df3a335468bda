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
    as_of = looking.as_of
    for at, group in _groups(data, ()):
        yield from _order(group, at)
        yield from _reach(group, at, as_of)
    fields = vars(data)
    created, updated = fields.get("created"), fields.get("updated")
    if created and updated and updated < created:
        details = {"start": created.isoformat(), "end": updated.isoformat()}
        yield Finding("MB207", ("updated",), updated.isoformat(), details=details)
    review_by = fields.get("review_by")
    if review_by and looking.base.lists(record) and review_by < as_of:
        details = {"day": in_words(review_by)}
        yield Finding("MB208", ("review_by",), review_by.isoformat(), details=details)


def _groups(data: Group, at: FieldPath) -> list[tuple[FieldPath, Group]]:
    """Return the group and those inside it that hold dates, with their places."""
    found = [(at, data)]
    values = vars(data)
    for field in _dated_groups(type(data)):
        value = values[field.name]
        if isinstance(value, Group):
            found += _groups(value, (*at, field.key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                found += _groups(item, (*at, field.key, index))
    return found


def _order(group: Group, at: FieldPath) -> Iterator[Finding]:
    values = vars(group)
    for first, last in _spans(type(group)):
        start, end = values[first.name], values[last.name]
        if start and end and end < start:
            details = {"start": start.isoformat(), "end": end.isoformat()}
            yield Finding("MB205", (*at, last.key), end.isoformat(), details=details)


def _reach(group: Group, at: FieldPath, as_of: date) -> Iterator[Finding]:
    values = vars(group)
    for field in _dates(type(group)):
        day = values[field.name]
        if day and not _is_near(day, type(group), as_of):
            yield Finding("MB206", (*at, field.key), day.isoformat())


def _is_near(day: date, model: type[Group], as_of: date) -> bool:
    earliest, latest = _limits(model, as_of)
    return earliest <= day <= latest


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
