"""The acts that records rest on: whether they still stand (AC2), and whether one can read them (AC3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from metodbank.checks.check import Looking, Subject
from metodbank.knowledge_base import KnowledgeBase, Record
from metodbank.linked_fields import Link, links_of
from metodbank.loading import REGION_FILE
from metodbank.models.record import ARCHIVED
from metodbank.problems import Finding

GONE = {"repealed", "succeeded"}
TELLS_THE_PAST = {"sources", "measures", "termination", "closed"}
"""The fields in which an act is a source, a result, a proof or an end, and may be out of force itself."""


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield what rests on an act that was repealed or succeeded, and, each once, the acts to read nowhere."""
    told: set[str] = set()
    for subject, link, act in _relied_on(looking.base):
        if act.data.state in GONE:
            details = {"title": act.title, "state": looking.base.word("act-states", act.data.state)}
            suggestion = act.data.superseded_by or ""
            yield subject, Finding("MB406", link.at, link.value, details=details, suggestion=suggestion)
        if act.id not in told and not (act.data.url or act.data.file):
            told.add(act.id)
            by = subject if isinstance(subject, str) else subject.file
            yield act, Finding("MB407", ("kind",), act.id, details={"title": act.title, "by": by})


def _relied_on(base: KnowledgeBase) -> Iterator[tuple[Record | str, Link, Record]]:
    """Yield what rests on an act, records in use and the region, with its reference and the act."""
    for subject, links in _resting(base):
        for link in links:
            if link.field.refers_to == "act" and link.at[0] not in TELLS_THE_PAST:
                act = base.get("act", link.value)
                if act is not None:
                    yield subject, link, act


def _resting(base: KnowledgeBase) -> Iterator[tuple[Record | str, Iterable[Link]]]:
    for kind in base.kinds:
        for record in base.records[kind.name].values() if kind.is_register else ():
            if record.data.status != ARCHIVED:
                yield record, record.links
    yield REGION_FILE, links_of(base.region)
