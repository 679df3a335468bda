"""The listed records of a kind by the territory that each is of, exactly."""

from __future__ import annotations

from metodbank.knowledge_base import KnowledgeBase
from metodbank.records import Record


def listed_by_territory(base: KnowledgeBase, kind: str) -> dict[str, list[Record]]:
    """Return the listed records of a kind by territory; those of none are left out."""
    found: dict[str, list[Record]] = {}
    for record in base.listed(kind):
        territory = base.territory_of(record)
        if territory is not None:
            found.setdefault(territory, []).append(record)
    return found
