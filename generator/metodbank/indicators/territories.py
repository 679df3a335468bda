"""Which territories lie inside which at a moment, as far as sums of figures go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metodbank.knowledge_base import KnowledgeBase
from metodbank.reads import read, unnoted


@dataclass(frozen=True, slots=True)
class Place:
    """One territory: its name, in what it lies, and since and until when it is there."""

    id: str
    title: str
    parent: str | None
    since: date
    until: date

    def exists(self, moment: date) -> bool:
        """Return whether the territory is there on the day."""
        return self.since <= moment <= self.until

    def is_gone(self, year: int, moment: date) -> bool:
        """Return whether the territory was there on no day of the year up to the moment."""
        return self.until < date(year, 1, 1) or self.since > moment


class Territories:
    """The territories of a base.

    `home` is that of the base itself. What lies above it is not summed: the base holds only a part of it.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        # The whole table has one name: an indicator of a region looks at every row of it.
        read("place/reference/territories.yml")
        self.home = base.region.territory
        records = base.records["territory"]
        with unnoted():
            self.places = {
                identifier: Place(
                    identifier,
                    record.row.title,
                    record.data.parent,
                    record.data.valid_from or date.min,
                    record.data.valid_until or date.max,
                )
                for identifier, record in records.items()
            }
        self._children, self._depths = self._below_home()

    def _below_home(self) -> tuple[dict[str, list[Place]], dict[str, int]]:
        """Return what lies directly inside of home and of what it holds, and how deep each of these lies."""
        inside: dict[str, list[Place]] = {}
        for place in self.places.values():
            # Home lies in nothing here, so no wrong row can make a circle.
            if place.parent is not None and place.id != self.home:
                inside.setdefault(place.parent, []).append(place)
        children: dict[str, list[Place]] = {}
        depths = {self.home: 0}
        left = [self.home]
        for parent in left:
            if parent in inside:
                children[parent] = inside[parent]
                depths.update((place.id, depths[parent] + 1) for place in inside[parent])
                left += [place.id for place in inside[parent]]
        return children, depths

    def title(self, territory: str) -> str:
        """Return the name of a territory, its id where the base does not hold it."""
        place = self.places.get(territory)
        return place.title if place else territory

    def has_inside(self, territory: str) -> bool:
        """Return whether anything ever lay inside a territory whose figures are summed."""
        return territory in self._children

    def inside(self, territory: str, moment: date) -> tuple[str, ...]:
        """Return what lies directly inside a territory on the day; nothing for what lies above home."""
        return tuple(place.id for place in self._children.get(territory, ()) if place.exists(moment))

    def gone(self, territory: str, moment: date) -> tuple[str, ...]:
        """Return what lies directly inside a territory on other days than this."""
        return tuple(place.id for place in self._children.get(territory, ()) if not place.exists(moment))

    def upwards(self, territory: str | None) -> list[str]:
        """Return the territory and all that it lies in, the nearest first, no farther than home."""
        found: dict[str, None] = {}
        while territory is not None and territory not in found:
            found[territory] = None
            if territory == self.home:
                break
            place = self.places.get(territory)
            territory = place.parent if place else None
        return list(found)

    def below(self, territory: str) -> Iterator[str]:
        """Yield all that lies inside a territory, at whatever depth."""
        left = self._children.get(territory, [])[::-1]
        while left:
            place = left.pop()
            yield place.id
            left += self._children.get(place.id, [])[::-1]

    def parents(self) -> list[str]:
        """Return the territories that others lie directly inside of, those that lie deepest first."""
        return sorted(self._children, key=lambda each: (-self._depths[each], each))
