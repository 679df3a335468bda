"""Reference data that nothing in the base names (G16); whether terms are used is looked at elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from metodbank.checks.check import Looking, Subject
from metodbank.knowledge_base import KnowledgeBase, Record, RecordKey
from metodbank.linked_fields import links_of
from metodbank.problems import Finding

LOOKED_AT = ("organization", "act", "actor", "channel")
_TITLE = {"organization": ("name",), "act": ("kind",)}


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the organizations, acts, subjects and channels that stand alone."""
    base = looking.base
    named = _named(base)
    for kind in LOOKED_AT:
        for record in base.records.get(kind, {}).values():
            if record.key not in named and not _names_its_place(record):
                yield record, Finding("MB226", _TITLE.get(kind, ("title",)), record.title)


def _named(base: KnowledgeBase) -> set[RecordKey]:
    """Return what another record, the region or a record with errors names."""
    named = {
        (link.field.refers_to, link.value)
        for record in base.all()
        for link in record.links
        if (link.field.refers_to, link.value) != record.key
    }
    others = chain(links_of(base.region), *(unsound.links for unsound in base.unsound))
    return named | {(link.field.refers_to, link.value) for link in others}


def _names_its_place(record: Record) -> bool:
    """Return whether the record itself says what it belongs to: where cited, of whom part, how reached."""
    data = record.data
    return any(getattr(data, name, None) for name in ("cited_in", "functions", "organizations", "part_of"))
