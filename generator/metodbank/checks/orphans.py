"""Organizations and acts that nothing in the base names (G16).

Subjects, channels and directions always say by which act they stand here, and documents tie them to nothing
else; whether terms are used is looked at beside the texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from metodbank.checks.check import Looking, Placed
from metodbank.knowledge_base import KnowledgeBase
from metodbank.linked_fields import links_of
from metodbank.models.act import Act
from metodbank.problems import Finding
from metodbank.records import Record

LOOKED_AT = {"organization": ("name",), "act": ("kind",)}
"""The kinds, each with the field beside which its finding is told."""


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the organizations and acts that stand alone."""
    base = looking.base
    others = chain(links_of(base.region), *(unsound.links for unsound in base.unsound))
    named = {(link.refers_to, link.value) for link in others}
    for kind, at in LOOKED_AT.items():
        for record in base.records[kind].values():
            if record.key not in named and not _is_named(base, record) and not _says_where_it_belongs(record):
                yield record, Finding("MB226", at, record.title)


def _is_named(base: KnowledgeBase, record: Record) -> bool:
    return any(mention.record is not record for mention in base.named_by(*record.key))


def _says_where_it_belongs(record: Record) -> bool:
    """Return whether an act names the acts that cite it, or whose new edition it is: they link to it."""
    data = record.data
    return isinstance(data, Act) and bool(data.cited_in or data.amends)
