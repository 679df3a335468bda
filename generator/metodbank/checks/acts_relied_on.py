"""The acts that records rest on: whether they still stand (AC2), and whether one can read them (AC3)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.knowledge_base import KnowledgeBase
from metodbank.linked_fields import Link, links_of
from metodbank.models.record import ARCHIVED
from metodbank.problems import Finding
from metodbank.records import Record
from metodbank.region_reading import REGION_FILE

GONE = {"repealed", "succeeded"}
TELLS_THE_PAST = {"sources", "measures", "termination", "closed"}
"""The fields in which an act is a source, a result, a proof or an end, and may be out of force itself."""


def look(looking: Looking) -> Iterator[Placed]:
    """Yield what rests on an act that was repealed or succeeded, and, each once, the acts to read nowhere."""
    base = looking.base
    of_region = [link for link in links_of(base.region) if link.refers_to == "act"]
    for act in base.records["act"].values():
        resting = [
            *_resting_on(base, act),
            *((REGION_FILE, link) for link in of_region if link.value == act.id),
        ]
        if not resting:
            continue
        if act.data.state in GONE:
            details = {"title": act.title, "state": base.word("act-states", act.data.state)}
            for subject, link in resting:
                suggestion = act.data.superseded_by or ""
                yield subject, Finding("MB406", link.at, link.value, details=details, suggestion=suggestion)
        if not (act.data.url or act.data.file):
            first = resting[0][0]
            by = first if isinstance(first, str) else first.file
            yield act, Finding("MB407", ("kind",), act.id, details={"title": act.title, "by": by})


def _resting_on(base: KnowledgeBase, act: Record) -> Iterator[tuple[Record | str, Link]]:
    """Yield the records in use that rest on an act, each with its reference."""
    for record, link in base.named_by("act", act.id):
        if record.kind.is_register and record.status != ARCHIVED and link.at[0] not in TELLS_THE_PAST:
            yield record, link
