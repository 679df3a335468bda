"""How long a record is of use: until it runs out, is closed, or is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from metodbank.models.event import CANCELLED, HELD

NEVER = date.min
ALWAYS = date.max
_ACTIVE = "active"


def last_day_of_use(kind: str, data: Any) -> date:
    """Return the last day on which a record is of use: `NEVER`, or `ALWAYS` where it sets none."""
    until: date = getattr(data, "valid_until", None) or ALWAYS
    asked = _ASKED.get(kind)
    return min(until, asked(data)) if asked else until


def _of_program(data: Any) -> date:
    return (data.active and data.active.end) or ALWAYS


def _of_association(data: Any) -> date:
    closed = data.closed
    if closed is None:
        return ALWAYS
    return closed.date - timedelta(1) if closed.date is not None and closed.date > NEVER else NEVER


_ASKED: Mapping[str, Callable[[Any], date]] = {
    "internship": lambda data: ALWAYS if data.state == _ACTIVE else NEVER,
    "program": _of_program,
    "association": _of_association,
    "event": lambda data: NEVER if data.state in {CANCELLED, HELD} else data.last_day,
}
"""Until when a record of a kind is of use beside not having run out."""
