"""A measure's state: proof and day of what is done (RM3, RM4), what is late (RM5), why it is off (RM12)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.measures import measures_of
from metodbank.dates import in_words
from metodbank.models.roadmap import CANCELLED, DONE, DONE_LATE, MOVED, Measure
from metodbank.problems import FieldPath, Finding
from metodbank.records import Record


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what the state of a measure asks for and the row does not have."""
    for at, measure in measures_of(record):
        if measure.state in {DONE, DONE_LATE}:
            yield from _done(measure, at, looking)
        if measure.state in {CANCELLED, MOVED} and not _is_explained(measure):
            yield Finding("MB712", (*at, "state"), measure.state, details={"measure": measure.id})
        if looking.base.lists(record) and measure.is_overdue(looking.as_of) and measure.due:
            details = {"measure": measure.id, "day": in_words(measure.due)}
            yield Finding("MB706", (*at, "state"), measure.due.isoformat(), details=details)


def _done(measure: Measure, at: FieldPath, looking: Looking) -> Iterator[Finding]:
    details = {"measure": measure.id}
    if not measure.evidence:
        yield Finding("MB703", (*at, "state"), measure.state, details=details)
    if measure.done_on is None:
        yield Finding("MB704", (*at, "state"), measure.state, details=details)
    elif measure.done_on > looking.as_of:
        yield Finding("MB705", (*at, "done_on"), measure.done_on.isoformat(), details=details)


def _is_explained(measure: Measure) -> bool:
    return measure.decision is not None and bool(measure.decision.reason or measure.decision.act)
