"""One value in two records of which each should have its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from metodbank.knowledge_base import KnowledgeBase, Record


def repeats(
    base: KnowledgeBase, kind: str, own: Callable[[Record], object | None]
) -> Iterator[tuple[Record, Record]]:
    """Yield each record whose own value an earlier one has, with that one; None is nobody's."""
    owners: dict[object, Record] = {}
    for record in base.records[kind].values():
        value = own(record)
        if value is not None:
            owner = owners.setdefault(value, record)
            if owner is not record:
                yield record, owner
