"""Whether a record is of use on a day, and how fresh it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from metodbank.indicators.moments import holds_day
from metodbank.models.event import CANCELLED, HELD

_ACTIVE = "active"


def is_of_use(kind: str, data: Any, day: date) -> bool:
    """Return whether it is valid on the day and not closed; an event is of use until it is over."""
    until = getattr(data, "valid_until", None)
    asked = _ASKED.get(kind)
    return (until is None or until >= day) and (asked is None or asked(data, day))


def freshness(data: Any) -> date:
    """Return the day on which the record was last checked, made ready or created."""
    names = ("updated", "prepared_on", "created")
    return next((day for name in names if (day := getattr(data, name, None))), date.min)


def _is_open(closed: date | None, day: date) -> bool:
    return closed is None or closed > day


def _of_association(data: Any, day: date) -> bool:
    closed = data.closed
    return closed is None or (closed.date is not None and closed.date > day)


_ASKED: Mapping[str, Callable[[Any, date], bool]] = {
    "internship": lambda data, day: data.state == _ACTIVE,
    "program": lambda data, day: data.active is None or _is_ahead(data.active.end, day),
    "association": _of_association,
    "event": lambda data, day: data.state not in {CANCELLED, HELD} and data.last_day >= day,
    "organization": lambda data, day: _is_open(data.closed_on, day),
    "roadmap": lambda data, day: holds_day(data.period, day),
}
"""What a record of a kind must be beside not having run out."""


def _is_ahead(end: date | None, day: date) -> bool:
    return end is None or end >= day
