"""Values by years as points and a line, targets as steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from metodbank.charts.identity import chart_id
from metodbank.charts.scales import tick_text
from metodbank.charts.shapes import Chart, Drawing, Sign, em
from metodbank.charts.year_data import NO_DATA, YearGoal, YearValue, goal_word
from metodbank.charts.year_labels import labels_of
from metodbank.charts.year_plot import HEIGHT, YearPlot

GOAL = "цель"


@dataclass(frozen=True, slots=True)
class YearsChart(Chart):
    """Values by years."""


def years_chart(
    title: str,
    description: str,
    values: Sequence[YearValue],
    goals: Sequence[YearGoal] = (),
    *,
    name: str = "",
) -> YearsChart:
    """Return the chart of values and targets by years; the title is what it shows, in words.

    A year without a value breaks the line and says why there is none. Where all values are large the axis
    begins below the least of them, and a note says so. `name` tells two charts of the same content in one
    page apart.
    """
    plot = YearPlot(values, goals)
    identifier = chart_id(name, "years", title, repr(values), repr(goals))
    words = tuple(placed.words() for placed in labels_of(plot))
    drawing = Drawing(identifier, "years", em(HEIGHT), (*plot.shapes(), *words))
    low = plot.scale.low
    notes = (f"Ось начинается с {tick_text(low, plot.is_percent)}, не с нуля.",) if low else ()
    return YearsChart(identifier, title, description, (drawing,), _signs(plot), notes)


def _signs(plot: YearPlot) -> tuple[Sign, ...]:
    """Return the legend: only what the chart has."""
    states = {each.is_preliminary for each, _ in plot.known}
    found = (
        (False in states, Sign("point", "значение")),
        (True in states, Sign("point-preliminary", "предварительное значение")),
        (bool(plot.goals), Sign("goal", _goal_sign(goal_word(plot.goals).strip()))),
        (bool(plot.absences), Sign("missing", NO_DATA)),
    )
    return tuple(sign for is_there, sign in found if is_there)


def _goal_sign(word: str) -> str:
    return f"{GOAL}: {word}" if word and word != GOAL else GOAL
