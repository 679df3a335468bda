"""The territories of an indicator in a year: bars with their finding, and the table of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from metodbank.charts import Bar, BarsChart, bars_chart
from metodbank.indicators.score import Score
from metodbank.models.indicator import REGION
from metodbank.open_data.score_shapes import AssessmentData
from metodbank.open_data.telling import Telling
from metodbank.pages.indicator_place_rows import PlaceRow, from_the_best, place_rows
from metodbank.pages.indicator_spread import PlaceValue, over_places, places_text
from metodbank.pages.indicator_tally import answers_goal, by_target
from metodbank.pages.indicator_views import HIDDEN, GoalView, ScoreViews
from metodbank.russian_words import counted, number_text

MOST_BARS = 20
DESCRIPTION = "Полосы — значения территорий. Те же числа — в таблице."


@dataclass(frozen=True, slots=True)
class TerritoriesView:
    """All territories; `goals` are the targets, told once; without values there is no chart."""

    chart: BarsChart | None
    finding: str
    not_drawn: str
    hidden: str
    goals: tuple[GoalView, ...]
    rows: tuple[PlaceRow, ...]
    has_states: bool


def territories_view(
    telling: Telling, views: ScoreViews, identifier: str, year: int
) -> TerritoriesView | None:
    """Return the territories, None where the indicator is of the base's own territory alone."""
    if len(telling.places_of(identifier)) < 2:
        return None
    rows = tuple(place_rows(telling, views, identifier, year))
    hidden = sum(row.score.is_hidden for row in rows)
    making = _Bars(telling, identifier, year)
    return TerritoriesView(
        chart=making.chart(),
        finding=making.finding(),
        not_drawn=making.not_drawn(),
        hidden=places_text(hidden) if hidden else "",
        goals=tuple(map(views.goal, by_target(telling.assessments(identifier, telling.home, year)))),
        rows=rows,
        has_states=any(row.states for row in rows),
    )


class _Bars:
    """Makes the chart of what lies directly inside the base's own territory, which stands first."""

    def __init__(self, telling: Telling, identifier: str, year: int) -> None:
        self._telling = telling
        self._identifier = identifier
        self._year = year
        self._inside = from_the_best(telling, identifier, telling.home, year)
        self._goal = next(filter(self._is_for_territories, self._found(telling.home)), None)

    def chart(self) -> BarsChart | None:
        """Return the chart, None where no territory has a value."""
        if all(score.value is None for score in self._inside):
            return None
        home = self._telling.scoring.score(self._identifier, self._telling.home, self._year)
        bars = [self._bar(home, is_own=True), *map(self._bar, self._drawn())]
        target = self._target()
        text = f"цель: {self._goal.target_text}" if self._goal and target is not None else ""
        return bars_chart(self.finding(), DESCRIPTION, bars, target, text)

    def finding(self) -> str:
        """Return what the values show beside each other."""
        goal = self._goal
        text = f"цели {self._year} года ({goal.target_text})" if goal else ""
        unit = self._telling.base.indicators[self._identifier].definition.unit
        return over_places([self._place(score) for score in self._inside], unit, text)

    def not_drawn(self) -> str:
        """Return which territories the chart shows where it does not show all."""
        if len(self._inside) <= MOST_BARS:
            return ""
        first = counted(MOST_BARS // 2, "первая", "первые", "первых")
        last = counted(MOST_BARS // 2, "последняя", "последние", "последних")
        return (
            f"На диаграмме {first} и {last} из {number_text(len(self._inside))} территорий, все — в таблице."
        )

    def _drawn(self) -> Sequence[Score]:
        half = MOST_BARS // 2
        is_all = len(self._inside) <= MOST_BARS
        return self._inside if is_all else [*self._inside[:half], *self._inside[-half:]]

    def _found(self, place: str) -> list[AssessmentData]:
        found = self._telling.assessments(self._identifier, place, self._year)
        return [each for each in found if each.target_text]

    def _is_for_territories(self, found: AssessmentData) -> bool:
        statement = self._telling.base.frameworks[found.framework].definition.statement(found.statement)
        return statement is not None and statement.applies_to != REGION

    def _target(self) -> Fraction | None:
        for layered, statement, target in self._telling.targets_of(self._identifier):
            if target.year == self._year and (layered.id, statement.id) == _key(self._goal):
                return target.value
        return None

    def _bar(self, score: Score, *, is_own: bool = False) -> Bar:
        coverage = score.coverage
        return Bar(
            label=self._telling.base.name_of("territory", score.subject),
            value=score.value,
            text=self._telling.shown_value(score) or (HIDDEN if score.is_hidden else ""),
            is_own=is_own,
            is_partial=coverage is not None and coverage.reported < coverage.expected,
        )

    def _place(self, score: Score) -> PlaceValue:
        found = [each for each in self._found(score.subject) if _key(each) == _key(self._goal)]
        return PlaceValue(
            self._telling.base.name_of("territory", score.subject),
            score.value,
            self._telling.shown_value(score),
            score.is_hidden,
            answers_goal(found[0]) if found and score.value is not None else None,
        )


def _key(found: AssessmentData | None) -> tuple[str, str] | None:
    return (found.framework, found.statement) if found else None
