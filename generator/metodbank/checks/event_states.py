"""Whether an event took place: what is over (MB831), moved (MB832, MB834) or still to come (MB833)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.dates import in_words
from metodbank.models.event import HELD, MOVED, PLANNED, Event
from metodbank.problems import Finding
from metodbank.records import Record


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what the state of an event says against its days; one with errors may have lost them."""
    event = record.data
    if not isinstance(event, Event):
        return
    yield from _moved(event)
    if event.starts and looking.base.lists(record):
        yield from _beside_today(event, looking)


def _moved(event: Event) -> Iterator[Finding]:
    if event.state == MOVED and event.moved_to is None:
        yield Finding(
            "MB832", ("state",), event.state, details={"lack": "состояние «перенесено» без нового дня"}
        )
    elif event.moved_to and event.state != MOVED:
        details = {"lack": "новый день без состояния «перенесено»"}
        yield Finding("MB832", ("moved_to",), event.moved_to.isoformat(), details=details)
    if event.moved_to and event.starts and event.moved_to < event.starts:
        details = {"day": in_words(event.moved_to), "start": in_words(event.starts)}
        yield Finding("MB834", ("moved_to",), event.moved_to.isoformat(), details=details)


def _beside_today(event: Event, looking: Looking) -> Iterator[Finding]:
    is_expected = event.state == PLANNED or (event.state == MOVED and event.moved_to is not None)
    if is_expected and event.last_day < looking.as_of:
        details = {"day": in_words(event.last_day)}
        yield Finding("MB831", ("state",), event.state, details=details)
    if event.day > looking.as_of and (event.state == HELD or event.participants is not None):
        at = ("state",) if event.state == HELD else ("participants",)
        value = event.state if event.state == HELD else str(event.participants)
        yield Finding("MB833", at, value, details={"day": in_words(event.day)})
