"""The state of a measure beside its days: done (MB717, MB718), moved (MB719, MB720), proved (MB721)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.measures import is_doubted, measures_of
from metodbank.dates import in_words
from metodbank.models.event import HELD
from metodbank.models.roadmap import DONE, DONE_LATE, MOVED, Evidence, Measure
from metodbank.problems import FieldPath, Finding
from metodbank.records import Record

FINISHED = {DONE, DONE_LATE}


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the states that the days of the same row contradict."""
    lists = looking.base.lists(record)
    for at, measure in measures_of(record):
        yield from _done(measure, at)
        yield from _moved(measure, at)
        if lists and measure.state in FINISHED and _is_all_to_come(measure, looking):
            yield Finding("MB721", (*at, "evidence"), measure.id, details={"measure": measure.id})


def _done(measure: Measure, at: FieldPath) -> Iterator[Finding]:
    day, due = measure.done_on, measure.due
    if day is None:
        return
    place = (*at, "done_on")
    if measure.state not in FINISHED:
        yield Finding("MB717", place, day.isoformat(), details={"measure": measure.id})
    elif due and (day > due) != (measure.state == DONE_LATE) and not _is_term_doubted(measure):
        late = "позже срока" if day > due else "не позже срока"
        details = {"day": in_words(day), "due": in_words(due), "late": late}
        right = DONE_LATE if day > due else DONE
        yield Finding("MB718", (*at, "state"), measure.state, details=details, suggestion=right)


def _moved(measure: Measure, at: FieldPath) -> Iterator[Finding]:
    new, last = measure.moved_to, measure.term.last_day if measure.term else None
    if measure.state == MOVED and new is None:
        details = {"measure": measure.id, "lack": "состояние «перенесено» без нового срока"}
        yield Finding("MB719", (*at, "state"), measure.state, details=details)
    # What was moved and is done keeps its new day: by that one it is told whether it was late.
    elif new and measure.state not in {MOVED, *FINISHED}:
        details = {"measure": measure.id, "lack": "новый срок без состояния «перенесено»"}
        yield Finding("MB719", (*at, "moved_to"), new.isoformat(), details=details)
    if new and last and new < last and not is_doubted(measure, "term"):
        details = {"day": in_words(new), "last": in_words(last)}
        yield Finding("MB720", (*at, "moved_to"), new.isoformat(), details=details)


def _is_term_doubted(measure: Measure) -> bool:
    return measure.moved_to is None and is_doubted(measure, "term")


def _is_all_to_come(measure: Measure, looking: Looking) -> bool:
    return bool(measure.evidence) and all(_is_to_come(proof, looking) for proof in measure.evidence)


def _is_to_come(proof: Evidence, looking: Looking) -> bool:
    """Return whether the proof is an event and nothing else, and that event has not taken place."""
    if proof.act or proof.report or proof.practice or proof.url or not proof.event:
        return False
    event = looking.base.get("event", proof.event)
    if event is None:
        return False
    return bool(event.data.state != HELD or event.data.day > looking.as_of)
