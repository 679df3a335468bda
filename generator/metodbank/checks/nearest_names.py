"""The record that a misspelt id most likely means: by its own id or by its title."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from metodbank.knowledge_base import KnowledgeBase
from metodbank.near_names import NearNames
from metodbank.reads import read, unnoted

_known: WeakKeyDictionary[KnowledgeBase, dict[str, NearNames]] = WeakKeyDictionary()


def nearest(base: KnowledgeBase, kind: str, identifier: str) -> str:
    """Return the id of the nearest record of the kind, empty where none is near."""
    read(f"kind/{kind}")
    read("set-aside")
    with unnoted():
        of_base = _known.setdefault(base, {})
        if kind not in of_base:
            of_base[kind] = _names_of(base, kind)
    return of_base[kind].nearest(identifier)


def _names_of(base: KnowledgeBase, kind: str) -> NearNames:
    records = base.contents.records[kind]
    aside = (identifier for found, identifier in base.contents.set_aside if found == kind)
    by_title = {record.row.title.lower(): identifier for identifier, record in records.items()}
    return NearNames(sorted({*records, *aside}), by_title)
