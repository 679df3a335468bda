"""Figures that are most likely a slip of the hand: a share in place of percents, a day years later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from metodbank.checks.check import Looking, Placed
from metodbank.checks.observation_latest import by_indicator
from metodbank.dates import in_words
from metodbank.indicators.wording import fraction_text
from metodbank.models.indicator import PERCENT, Indicator
from metodbank.models.observation import Observation
from metodbank.observation_columns import AS_OF, VALUE, path_to
from metodbank.problems import Finding

_WHOLE = 100
_MOST_USUAL_DECIMALS = 2


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the rows that say 0,2996 where 29,96 was meant, and of each table the days that come too late."""
    late: dict[str, Observation] = {}
    for _, definition, rows in by_indicator(looking.base):
        for row in rows:
            if _is_like_a_fraction(definition, row.value):
                yield row, _fraction(definition, row)
            if row.as_of > date(row.year + 1, 12, 31):
                late[row.file] = min(late.get(row.file, row), row, key=lambda each: each.row)
    for file, row in late.items():
        details = {"year": str(row.year), "day": in_words(row.as_of)}
        yield file, Finding("MB923", path_to(row, AS_OF), row.as_of.isoformat(), details=details)


def _is_like_a_fraction(definition: Indicator, value: Fraction | None) -> bool:
    if value is None or definition.unit != PERCENT or not 0 < value < 1:
        return False
    hundredths: Fraction = value * 10**_MOST_USUAL_DECIMALS
    return hundredths.denominator != 1


def _fraction(definition: Indicator, row: Observation) -> Finding:
    value = row.value or Fraction(0)
    details = {"indicator": definition.short_title, "meant": fraction_text(value * _WHOLE, 10)}
    return Finding("MB922", path_to(row, VALUE), fraction_text(value, 10), details=details)
