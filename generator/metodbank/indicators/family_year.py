"""The people behind the open scores of one family of indicators in one year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from metodbank.indicators.figures import Figures
from metodbank.indicators.ratios import group_of_people, has_base_of_people, is_small
from metodbank.indicators.score import Count, Origin, Score
from metodbank.indicators.sums import is_summed
from metodbank.indicators.suppression import Cell
from metodbank.indicators.territories import Territories


@dataclass(frozen=True, slots=True)
class FamilyYear:
    """One family of indicators (`families`) in one year; `moment` is the day the year is told for."""

    figures: Figures
    territories: Territories
    family: Sequence[str]
    year: int
    moment: date
    small_group: int

    def inside(self, territory: str) -> tuple[str, ...]:
        """Return what lies directly inside a territory at the moment."""
        return self.territories.inside(territory, self.moment)

    def score(self, indicator: str, territory: str) -> Score:
        """Return the open score."""
        return self.figures.score(indicator, territory, self.year)

    def is_small(self, indicator: str, territory: str) -> bool:
        """Return whether the people that a share is taken of, or that are counted alone, are few."""
        return is_small(self.people(indicator, territory), self.small_group)

    def family_small(self, territory: str) -> list[str]:
        """Return the indicators of the family that tell of few people there."""
        return [indicator for indicator in self.family if self.is_small(indicator, territory)]

    def people(self, indicator: str, territory: str) -> int | None:
        """Return how many people a score tells of; None where it has no parts or tells of none."""
        score = self.score(indicator, territory)
        if not is_summed(score):
            return None
        definition = self.figures.definition(indicator)
        return group_of_people(definition, _value(score.numerator), _value(score.denominator))

    def cell(self, indicator: str, territory: str) -> Cell | None:
        """Return the people of a territory and how many of them count; None where it adds to no sum."""
        score = self.score(indicator, territory)
        size = self.size_of(indicator, score)
        if size is None:
            return None
        has_base = has_base_of_people(self.figures.definition(indicator))
        return Cell(size, _value(score.numerator) if has_base else None)

    def cells(self, parent: str) -> dict[str, dict[str, Cell]]:
        """Return the cells in the sum of each indicator that has one, by territory."""
        found = {}
        for indicator in self.family:
            if self.score(indicator, parent).origin is Origin.SUM:
                cells = {child: self.cell(indicator, child) for child in self.inside(parent)}
                found[indicator] = {child: cell for child, cell in cells.items() if cell is not None}
        return found

    def size_of(self, indicator: str, score: Score) -> int | None:
        """Return the people of the base, or of the numerator where only that counts people."""
        if not is_summed(score):
            return None
        has_base = has_base_of_people(self.figures.definition(indicator))
        return _value(score.denominator if has_base else score.numerator)

    def lacks_some(self, indicator: str, territory: str) -> bool:
        """Return whether the score is a sum for which someone inside, at whatever depth, did not report."""
        score = self.score(indicator, territory)
        if score.origin is not Origin.SUM or not is_summed(score) or score.coverage is None:
            return False
        if score.coverage.reported < score.coverage.expected:
            return True
        return any(self.lacks_some(indicator, each) for each in self.inside(territory))


def _value(count: Count | None) -> int | None:
    return count.value if count is not None else None
