"""How near a record is to a territory: its own first, then those of the region, then those of neighbours."""

from __future__ import annotations

from enum import IntEnum

from metodbank.indicators.memo import Memo
from metodbank.indicators.territories import Territories
from metodbank.knowledge_base import KnowledgeBase
from metodbank.records import Record


class Near(IntEnum):
    """Whose a record is, seen from a territory."""

    OWN = 0
    INSIDE = 1
    ABOVE = 2
    ELSEWHERE = 3


class Nearness:
    """Tells it of the records of one base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._memo = Memo()

    def of(self, record: Record, territory: str) -> Near:
        """Return how near a record is to a territory; of none, it is everybody's."""
        places = self._memo.get("territories", lambda: Territories(self._base))
        own = self._base.territory_of(record)
        if own == territory:
            return Near.OWN
        if own is None or own in places.upwards(territory):
            return Near.ABOVE
        return Near.INSIDE if territory in places.upwards(own) else Near.ELSEWHERE
