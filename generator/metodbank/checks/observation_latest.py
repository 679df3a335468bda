"""Rows of monitoring as rules look at them: of which indicator, which stands on a day, what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from metodbank.indicators.ratios import value_of
from metodbank.indicators.rows import has_parts
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.indicator import Indicator
from metodbank.models.observation import Observation
from metodbank.observation_columns import NUMERATOR, VALUE, path_to
from metodbank.problems import FieldPath


def by_indicator(base: KnowledgeBase) -> Iterator[tuple[str, Indicator, tuple[Observation, ...]]]:
    """Yield each indicator that has rows, with them; of one that an error keeps out no rows are read."""
    for name, rows in base.observations.items():
        yield name, base.indicators[name].definition, rows


def latest(rows: Iterable[Observation], day: date = date.max) -> dict[tuple[str, int], Observation]:
    """Return the row that stands on the day, by territory and year."""
    found: dict[tuple[str, int], Observation] = {}
    for row in rows:
        if row.as_of <= day:
            known = found.setdefault((row.territory, row.year), row)
            if known.as_of < row.as_of:
                found[row.territory, row.year] = row
    return found


def told_value(definition: Indicator, row: Observation) -> Fraction | None:
    """Return the exact value that a row tells, None where it tells too little."""
    if has_parts(definition, row):
        return value_of(definition, row.numerator or 0, row.denominator)
    return row.value


def place_of_value(row: Observation) -> FieldPath:
    """Return the cell that the value of a row begins with."""
    return path_to(row, NUMERATOR if row.numerator is not None else VALUE)
