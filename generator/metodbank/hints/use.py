"""Whether a record is of use on a day, and how fresh it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from metodbank.indicators.moments import holds_day
from metodbank.record_use import last_day_of_use


def is_of_use(kind: str, data: Any, day: date) -> bool:
    """Return whether it is valid on the day and not closed; an event is of use until it is over."""
    asked = _ASKED.get(kind)
    return last_day_of_use(kind, data) >= day and (asked is None or asked(data, day))


def freshness(data: Any) -> date:
    """Return the day on which the record was last checked, made ready or created."""
    names = ("updated", "prepared_on", "created")
    return next((day for name in names if (day := getattr(data, name, None))), date.min)


def _is_open(closed: date | None, day: date) -> bool:
    return closed is None or closed > day


_ASKED: Mapping[str, Callable[[Any, date], bool]] = {
    "organization": lambda data, day: _is_open(data.closed_on, day),
    "roadmap": lambda data, day: holds_day(data.period, day),
}
"""What a record of reference data and a roadmap must be beside not having run out."""
