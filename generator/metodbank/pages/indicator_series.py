"""The values of an indicator over the years beside its targets: points, what they show, charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from metodbank.charts import Sparkline, YearGoal, YearsChart, YearValue, sparkline, years_chart
from metodbank.definition_layers import Layered
from metodbank.models.framework import Framework, Statement, Target
from metodbank.open_data.telling import Telling
from metodbank.pages.indicator_findings import Aim, YearPoint, in_brief, over_years
from metodbank.pages.indicator_views import HIDDEN

Asked = tuple[Layered[Framework], Statement, Target]
SPARK_TITLE = "Линия значений и целей по годам"


@dataclass(frozen=True, slots=True)
class TrendView:
    """The way of the values for a cell: a tiny line where there are two of them, and words."""

    spark: Sparkline | None
    text: str


def points_of(telling: Telling, identifier: str, until: int | None = None) -> tuple[YearPoint, ...]:
    """Return the values of the base's own territory in the years that have begun, in order."""
    years = [year for year in span_of(telling, identifier) if telling.has_begun(year)]
    return tuple(_point(telling, identifier, year) for year in years if until is None or year <= until)


def span_of(telling: Telling, identifier: str) -> range:
    """Return all years from the first to the last one of an indicator, those that nobody told of too."""
    years = telling.years_of(identifier)
    return range(min(years), max(years) + 1)


def names_systems(telling: Telling, identifier: str) -> bool:
    """Return whether several followed frameworks set targets, so that each must be told whose it is."""
    return len({layered.id for layered, _, _ in telling.targets_of(identifier)}) > 1


def chart_of(telling: Telling, identifier: str) -> YearsChart | None:
    """Return the chart of all years titled by what it shows, None where there is nothing to draw."""
    points, leader = points_of(telling, identifier), _leader(telling, identifier)
    goals = _goals(telling, identifier, leader)
    if not any(point.value is not None for point in points):
        return None
    what = "Точки — значения по годам" + (
        f", ступени — цели{_whose(telling, identifier, leader)}." if goals else "."
    )
    description = f"{what} Те же числа — в таблице рядом."
    return years_chart(finding_of(telling, identifier), description, _values(points), goals)


def finding_of(telling: Telling, identifier: str) -> str:
    """Return what the values of all years show, beside the target of the year that is shown first."""
    definition = telling.base.indicators[identifier].definition
    aim = aim_of(telling, identifier, telling.scoring.default_year())
    return over_years(points_of(telling, identifier), definition.unit, definition.direction, aim)


def trend_view(telling: Telling, identifier: str, year: int, name: str, framework: str = "") -> TrendView:
    """Return the way of the values up to a year beside the targets of one framework.

    `name` is the row's own among those of the page.
    """
    points = points_of(telling, identifier, year)
    text = in_brief(points, telling.base.indicators[identifier].definition.unit)
    known = sum(point.value is not None for point in points)
    goals = [goal for goal in _goals(telling, identifier, framework) if goal.year <= year]
    spark = sparkline(SPARK_TITLE, _values(points), goals, name=name) if known > 1 else None
    return TrendView(spark, text)


def aim_of(telling: Telling, identifier: str, year: int) -> Aim | None:
    """Return the target of the year, else the nearest later one, else the last one before it."""
    targets = list(telling.targets_of(identifier))
    ahead = [each for each in targets if each[2].year >= year]
    chosen = min(ahead, key=_year_of) if ahead else max(targets, key=_year_of, default=None)
    if chosen is None:
        return None
    layered, statement, target = chosen
    whose = f" ({layered.definition.short_title})" if names_systems(telling, identifier) else ""
    return Aim(target.year, telling.definitions.target_text(statement, target) + whose)


def _year_of(asked: Asked) -> int:
    return asked[2].year


def _point(telling: Telling, identifier: str, year: int) -> YearPoint:
    score = telling.scoring.score(identifier, telling.home, year)
    return YearPoint(year, score.value, telling.shown_value(score), score.is_preliminary, score.is_hidden)


def _values(points: Sequence[YearPoint]) -> list[YearValue]:
    return [
        YearValue(each.year, each.value, each.text or (HIDDEN if each.is_hidden else ""), each.is_preliminary)
        for each in points
    ]


def _leader(telling: Telling, identifier: str) -> str:
    """Return the framework whose targets are drawn: the first that the region names, of those with numbers.

    Targets of two frameworks are not one line: their steps would be read as one demand that changed.
    """
    asked = telling.targets_of(identifier)
    return next((layered.id for layered, _, target in asked if target.value is not None), "")


def _whose(telling: Telling, identifier: str, framework: str) -> str:
    """Return whose targets are drawn where others set some too."""
    if not names_systems(telling, identifier):
        return ""
    title = telling.base.frameworks[framework].definition.short_title
    return f" одной системы: {title}; цели других систем названы только в таблице"


def _goals(telling: Telling, identifier: str, framework: str) -> list[YearGoal]:
    """Return the targets of a framework, one a year."""
    found: dict[int, YearGoal] = {}
    for layered, statement, target in telling.targets_of(identifier):
        if layered.id == framework and target.value is not None:
            text = telling.definitions.target_text(statement, target)
            found.setdefault(target.year, YearGoal(target.year, target.value, text))
    return [found[year] for year in sorted(found)]
