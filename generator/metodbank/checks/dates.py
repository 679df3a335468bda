"""Dates: order (G7, G8), reach (G7), and what is due for another look (G9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from metodbank.checks.check import Looking
from metodbank.knowledge_base import Record
from metodbank.models.act import Act
from metodbank.models.fields import Group
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.problems import FieldPath, Finding

_YEAR = timedelta(days=365.25)
PAST, FUTURE = 30 * _YEAR, 15 * _YEAR
FIRST_ACT = date(1918, 1, 1)
SPANS = (
    ("start", "end"),
    ("awarded_on", "valid_until"),
    ("included_on", "valid_until"),
    ("valid_from", "valid_until"),
)


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
        yield Finding("MB208", ("review_by",), review_by.isoformat())


def _groups(data: Group, at: FieldPath) -> Iterator[tuple[FieldPath, Group]]:
    yield at, data
    for field in _fields(type(data), Holds.GROUP):
        value = getattr(data, field.name)
        if isinstance(value, Group):
            yield from _groups(value, (*at, field.key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from _groups(item, (*at, field.key, index))


@cache
def _fields(model: type[Group], holds: Holds) -> tuple[FieldShape, ...]:
    return tuple(field for field in shape_of(model) if field.holds is holds)


def _order(group: Group, at: FieldPath) -> Iterator[Finding]:
    keys = {field.name: field.key for field in _fields(type(group), Holds.DATE)}
    for first, last in SPANS:
        if first not in keys or last not in keys:
            continue
        start, end = getattr(group, first), getattr(group, last)
        if start and end and end < start:
            details = {"start": start.isoformat(), "end": end.isoformat()}
            yield Finding("MB205", (*at, keys[last]), end.isoformat(), details=details)


def _reach(group: Group, at: FieldPath, as_of: date) -> Iterator[Finding]:
    earliest = FIRST_ACT if isinstance(group, Act) else _moved(as_of, -PAST)
    latest = as_of if isinstance(group, Act) else _moved(as_of, FUTURE)
    for field in _fields(type(group), Holds.DATE):
        day = getattr(group, field.name)
        if day and not earliest <= day <= latest:
            yield Finding("MB206", (*at, field.key), day.isoformat())


def _moved(day: date, span: timedelta) -> date:
    """Return the day so much later or earlier, at most the last or the first of the calendar."""
    try:
        return day + span
    except OverflowError:
        return date.max if span > timedelta() else date.min
