"""Organizations and acts that nothing in the base names (G16).

Subjects, channels and directions always say by which act they stand here, and documents tie them to nothing
else; whether terms are used is looked at beside the texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from metodbank.checks.check import Looking, Subject
from metodbank.knowledge_base import KnowledgeBase, Record, RecordKey
from metodbank.linked_fields import links_of
from metodbank.models.act import Act
from metodbank.problems import Finding

LOOKED_AT = {"organization": ("name",), "act": ("kind",)}
"""The kinds, each with the field beside which its finding is told."""


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the organizations and acts that stand alone."""
    base = looking.base
    named = _named(base)
    for kind, at in LOOKED_AT.items():
        for record in base.records[kind].values():
            if record.key not in named and not _says_where_it_belongs(record):
                yield record, Finding("MB226", at, record.title)


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


def _says_where_it_belongs(record: Record) -> bool:
    """Return whether an act names the acts that cite it, or whose new edition it is: they link to it."""
    data = record.data
    return isinstance(data, Act) and bool(data.cited_in or data.amends)
