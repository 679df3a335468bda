"""The targets of a framework beside its period (IN3) and the direction of their indicators (IN14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from metodbank.definition_layers import Layered
from metodbank.models.framework import Framework, Statement, Target, YearSpan
from metodbank.models.indicator import AT_LEAST, AT_MOST, Indicator
from metodbank.problems import FieldPath, Finding

DIRECTIONS: Mapping[str, str] = {AT_LEAST: "не менее", AT_MOST: "не более"}
"""The operators that a direction may contradict, in the words of acts."""


def target_findings(
    framework: Framework,
    places: Mapping[str, int],
    target_places: Mapping[str, Mapping[int, int]],
    indicators: Mapping[str, Layered[Indicator]],
) -> Iterator[Finding]:
    """Yield the targets that cannot be meant.

    `places` tells where the region's file says each statement, `target_places` where its targets by year.
    """
    for statement in framework.assessed:
        place = places.get(statement.id)
        written = target_places.get(statement.id, {})
        for target in statement.targets:
            index = written.get(target.year)
            at: FieldPath = () if place is None or index is None else ("statements", place, "targets", index)
            if is_outside(framework.period, target.year):
                details = {"period": _in_words(framework.period)}
                where = (*at, "year") if at else ("period",)
                yield Finding("MB903", where, str(target.year), details=details)
            if at and contradicts(statement, target, indicators):
                details = {"year": str(target.year), **direction_words(statement, target, indicators)}
                yield Finding("MB914", (*at, "operator"), target.operator or "", details=details)


def is_outside(period: YearSpan | None, year: int) -> bool:
    """Return whether the year lies outside the years of a framework; an end that is not given is open."""
    if period is None:
        return False
    first, last = period.from_year, period.to_year
    return (first is not None and year < first) or (last is not None and year > last)


def contradicts(statement: Statement, target: Target, indicators: Mapping[str, Layered[Indicator]]) -> bool:
    """Return whether the target wants less of what the indicator wants more of, or the other way round."""
    layered = indicators.get(statement.indicator)
    return target.operator in DIRECTIONS and layered is not None and target.operator != _direction(layered)


def direction_words(
    statement: Statement, target: Target, indicators: Mapping[str, Layered[Indicator]]
) -> dict[str, str]:
    """Return what the target wants and what the indicator does, in Russian."""
    layered = indicators[statement.indicator]
    return {
        "wanted": DIRECTIONS[target.operator or AT_LEAST],
        "defined": DIRECTIONS[_direction(layered)],
        "indicator": layered.definition.short_title,
    }


def _direction(layered: Layered[Indicator]) -> str:
    return layered.definition.direction


def _in_words(period: YearSpan | None) -> str:
    first, last = (period.from_year, period.to_year) if period else (None, None)
    if first and last:
        return f"{first}–{last} годы"
    return f"годы по {last}" if last else f"годы с {first}"
