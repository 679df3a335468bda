"""What of a family of indicators is not told of a year: which territories, which totals, which own rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from metodbank.indicators.family_year import FamilyYear
from metodbank.indicators.own_rows import told_by_own_rows
from metodbank.indicators.score import Origin
from metodbank.indicators.sums import is_summed
from metodbank.indicators.suppression import Cell, Hidden, Total, safe


@dataclass(frozen=True, slots=True)
class Secrets:
    """Hidden `cells` are territories in every indicator, `totals` and `own` rows by indicator and place."""

    cells: frozenset[str] = frozenset()
    totals: frozenset[tuple[str, str]] = frozenset()
    own: frozenset[tuple[str, str]] = frozenset()

    def hides(self, indicator: str, territory: str) -> bool:
        """Return whether the value of the territory is hidden."""
        return territory in self.cells or (indicator, territory) in self.totals


@dataclass
class Hiding:
    """Works out the secrets of one family and one year.

    `days` are all the days on which another row begins to stand, whichever of them is asked for: a cell that
    is hidden on one is hidden on all, or what two of them tell together would give it away.
    """

    days: Mapping[date, FamilyYear]
    cells: set[str] = field(default_factory=set)
    totals: set[tuple[Total, str]] = field(default_factory=set)

    def secrets(self, asked: date) -> Secrets:
        """Return what is hidden on one of the days.

        The deepest territories go first: a hidden total is a hidden cell above.
        """
        year = self.days[asked]
        if not any(any(_reported(each)) for each in self.days.values()):
            return Secrets()
        parents = [each for each in year.territories.parents() if self._inside(each)]
        inside = {child for parent in parents for child in self._inside(parent)}
        for parent in parents:
            self._hide_inside(parent, inside)
        self._hide_outermost(parents)
        for territory in sorted(self.cells):
            self.cells.update(year.territories.below(territory))
        totals = {(total.indicator, place) for total, place in self.totals if total.day == asked}
        own = {pair for each in parents for pair in told_by_own_rows(year, each, self.cells, totals)}
        stand_in = {(i, t) for i, t in own if year.score(i, t).origin is Origin.OWN_ROW}
        return Secrets(frozenset(self.cells), frozenset(totals | stand_in), frozenset(own))

    def _inside(self, territory: str) -> tuple[str, ...]:
        """Return what lies directly inside a territory on any of the days."""
        return tuple(dict.fromkeys(child for year in self.days.values() for child in year.inside(territory)))

    def _hide_outermost(self, parents: list[str]) -> None:
        """Hide what is small and on a day lies inside of nothing: home itself, what is no more or not yet."""
        for day, year in self.days.items():
            inside = {child for parent in parents for child in year.inside(parent)}
            for territory in year.territories.places.keys() - inside:
                small = year.family_small(territory)
                if territory in parents:
                    self.totals.update((Total(day, indicator), territory) for indicator in small)
                elif small:
                    self.cells.add(territory)

    def _hide_inside(self, parent: str, inside: set[str]) -> None:
        """Hide cells day after day: whoever was hidden once, when no more was known, stays so."""
        hidden = Hidden(frozenset(self.cells.intersection(self._inside(parent))), frozenset())
        breakdown: dict[Total, Mapping[str, Cell]] = {}
        for day, year in sorted(self.days.items(), key=itemgetter(0)):
            small = {each for each in year.inside(parent) if year.family_small(each)}
            breakdown |= {Total(day, indicator): cells for indicator, cells in year.cells(parent).items()}
            hidden = safe(breakdown, small | hidden.cells, year.small_group)
        self.cells |= hidden.cells
        totals = hidden.totals | self._over_others(breakdown.keys() - hidden.totals, parent)
        self.totals |= {(total, parent) for total in totals}
        if totals and parent in inside:
            self.cells.add(parent)

    def _over_others(self, kept: AbstractSet[Total], parent: str) -> AbstractSet[Total]:
        """Return the totals that are, farther inside, over other territories than the ones that stay."""
        children = self._inside(parent)
        others = {total for total in kept if any((total, child) in self.totals for child in children)}
        return others if kept - others else set()


def _reported(year: FamilyYear) -> Iterator[bool]:
    """Yield whether there is a value; where nothing is reported there is nothing to hide."""
    for indicator in year.family:
        for territory in year.territories.places:
            yield is_summed(year.score(indicator, territory))
