"""The acts that records rest on: whether they still stand (AC2), and whether one can read them (AC3)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Subject
from metodbank.knowledge_base import KnowledgeBase, Record
from metodbank.linked_fields import Link, links_of
from metodbank.models.record import ARCHIVED
from metodbank.problems import Finding

REGION_FILE = "region.yml"
GONE = {"repealed", "succeeded"}
TELLS_THE_PAST = {"sources", "measures", "termination", "closed"}
"""The fields in which an act is a source, a result, a proof or an end, and may be out of force itself."""


def gone(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield what rests on an act that was repealed or has a successor."""
    for subject, link, act in _relied_on(looking.base):
        if act.data.state in GONE:
            state = looking.base.term("act-states", act.data.state)
            details = {"title": act.title, "state": state.title if state else act.data.state}
            suggestion = act.data.superseded_by or ""
            yield subject, Finding("MB406", link.at, link.value, details=details, suggestion=suggestion)


def unreadable(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the acts that something rests on and that have neither an address nor a file, each once."""
    told: set[str] = set()
    for subject, _, act in _relied_on(looking.base):
        if act.id not in told and not (act.data.url or act.data.file):
            told.add(act.id)
            by = subject if isinstance(subject, str) else subject.file
            yield act, Finding("MB407", ("kind",), act.id, details={"title": act.title, "by": by})


def _relied_on(base: KnowledgeBase) -> Iterator[tuple[Record | str, Link, Record]]:
    links: list[tuple[Record | str, Link]] = [
        (record, link)
        for kind in base.kinds
        if kind.is_register
        for record in base.records[kind.name].values()
        if record.data.status != ARCHIVED
        for link in record.links
    ]
    links += [(REGION_FILE, link) for link in links_of(base.region)]
    for subject, link in links:
        if link.field.refers_to == "act" and link.at[0] not in TELLS_THE_PAST:
            act = base.get("act", link.value)
            if act is not None:
                yield subject, link, act
