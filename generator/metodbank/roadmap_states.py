"""What is known of a row of a roadmap on a day that may lie in the past.

A state that is typed has no history, but its days have: a row done on 12 January was not done on 31 December,
and one that was cancelled or moved in October was still to be done by its first term in September.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from metodbank.models.roadmap import CANCELLED, DONE, DONE_LATE, IN_PROGRESS, UNKNOWN, Measure


class RowState(StrEnum):
    """How a row stands on a day. Unknown is neither done nor late, whatever its term is."""

    DONE = "done"
    IN_PROGRESS = "in-progress"
    PLANNED = "planned"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


def state_on(measure: Measure, day: date, as_of: date) -> RowState:
    """Return how a row stands at the end of a day that is not later than the day asked for.

    The last day of a term is not late as long as it lasts: on `as_of` itself it still does.
    """
    if is_cancelled_on(measure, day):
        return RowState.CANCELLED
    if is_done_by(measure, day):
        return RowState.DONE
    if measure.state == UNKNOWN:
        return RowState.UNKNOWN
    due = due_on(measure, day)
    if due is not None and due <= day and due < as_of:
        return RowState.OVERDUE
    return RowState.IN_PROGRESS if measure.state == IN_PROGRESS else RowState.PLANNED


def is_cancelled_on(measure: Measure, day: date) -> bool:
    """Return whether the row is cancelled on the day; a decision without a date holds on every day."""
    return measure.state == CANCELLED and _is_decided(measure, day)


def is_done_by(measure: Measure, day: date) -> bool:
    """Return whether the row is known to be done, and was on the day already."""
    return measure.state in {DONE, DONE_LATE} and measure.done_on is not None and measure.done_on <= day


def due_on(measure: Measure, day: date) -> date | None:
    """Return the last day of the row's term as it was known on the day, None where the year is not known."""
    is_moved = measure.moved_to is not None and _is_decided(measure, day)
    return measure.moved_to if is_moved else measure.term.last_day


def _is_decided(measure: Measure, day: date) -> bool:
    decided = measure.decision.date if measure.decision else None
    return decided is None or decided <= day
