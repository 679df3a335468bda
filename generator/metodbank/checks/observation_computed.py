"""Figures entered for what is counted from records: where the two differ (IN9), and where none can count.

A figure stands in for a roadmap or a cycle of which too little is known, never for a register. Both
are taken as of the day that the row names, so it does not matter on which day the base is checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from metodbank.checks.check import Looking, Placed
from metodbank.checks.observation_latest import by_indicator, latest, place_of_value, told_value
from metodbank.indicators.score import Origin, Score
from metodbank.indicators.scoring import Scoring
from metodbank.indicators.wording import value_text
from metodbank.models.indicator import Indicator
from metodbank.models.observation import Observation
from metodbank.problems import Finding

TOLERANCE = Fraction(1, 10)
"""In percentage points: a figure that somebody rounded to one decimal is the same."""


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the entered figures that the records contradict, and those that never count."""
    base = looking.base
    scorings: dict[date, Scoring] = {}
    for indicator, definition, rows in by_indicator(base):
        if any(part is not None and part.observed for part in (definition.numerator, definition.denominator)):
            continue
        for (territory, year), row in latest(rows).items():
            scoring = scorings.setdefault(row.as_of, Scoring(base, row.as_of))
            finding = _held_against(scoring.score(indicator, territory, year), definition, row)
            if finding is not None:
                details = {
                    "indicator": definition.short_title,
                    "territory": base.name_of("territory", territory),
                    "year": str(year),
                    "command": f"metodbank why {indicator} {territory} {year}",
                    **finding.details,
                }
                yield row.file, replace(finding, details=details)


def _held_against(score: Score, definition: Indicator, row: Observation) -> Finding | None:
    """Return what is to be told of a row beside what was counted, with the numbers of both."""
    entered = told_value(definition, row)
    if entered is None:
        return None
    details = {"entered": value_text(entered, definition.unit)}
    if score.value is None:
        is_ignored = definition.numerator.register_records is not None
        details["reason"] = score.reason
        return Finding("MB917", place_of_value(row), details=details) if is_ignored else None
    if score.origin is not Origin.COUNTED or abs(score.value - entered) <= TOLERANCE:
        return None
    details["computed"] = value_text(score.value, definition.unit)
    return Finding("MB909", place_of_value(row), details=details)
