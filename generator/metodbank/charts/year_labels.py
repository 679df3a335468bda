"""What is written in the plane of years, those labels first that must be read in the least room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from metodbank.charts.frames import Point, Stroke
from metodbank.charts.labels import Label, Placed, Spot
from metodbank.charts.letters import ASCENT, LINE, wrapped
from metodbank.charts.placing import Plane
from metodbank.charts.scales import halving, tick_text
from metodbank.charts.year_data import NO_DATA, YearGoal, YearValue, goal_word
from metodbank.charts.year_plot import BOTTOM, DOT, MISSING, YearPlot

BEFORE, AFTER = Fraction(4), Fraction(1)
"""The margins of the drawing in em, as in assets/charts.css."""
_CLEAR = DOT + Fraction(2, 10)
_BELOW = _CLEAR + ASCENT
_ABOVE = -_CLEAR - (LINE - ASCENT)
_ABSENT_WIDTH = Fraction(5)


def labels_of(plot: YearPlot) -> list[Placed]:
    """Return the labels in their spots."""
    points = [Point(plot.x(each.year), plot.y(value), DOT) for each, value in plot.known]
    strokes = [Stroke(*each) for each in (*plot.segments(), *plot.steps())]
    plane = Plane(BEFORE, AFTER, points, strokes)
    plane.place_alike(_ticks(plot))
    for years in halving(plot.years):
        plane.place_alike(_year(plot, year) for year in years)
    values = [_value(plot, *each) for group in halving(plot.known) for each in group]
    goals = [_goal(plot, run) for group in halving(plot.goal_runs) for run in group]
    for label in (*values[:1], *goals[:1], *_absent(plot), *values[1:], *goals[1:]):
        plane.place(label)
    return plane.placed


def _ticks(plot: YearPlot) -> Iterator[Label]:
    for tick in plot.scale.ticks:
        spot = Spot(plot.y(tick) + Fraction(35, 100), "end", Fraction(-1, 2))
        yield Label("tick", Fraction(0), (tick_text(tick, plot.is_percent),), (spot,))


def _year(plot: YearPlot, year: int) -> Label:
    return Label("year", plot.x(year), (str(year),), (Spot(BOTTOM + Fraction(17, 10)),))


def _value(plot: YearPlot, each: YearValue, value: Fraction) -> Label:
    """Return the label of a point: above, below, or askew."""
    above, below, near = plot.y(value) + _ABOVE, plot.y(value) + _BELOW, Fraction(1, 10)
    spots = (
        Spot(above),
        Spot(below),
        Spot(below, "start", near),
        Spot(above, "end", -near),
        Spot(above, "start", near),
        Spot(below, "end", -near),
    )
    return Label("value", plot.x(each.year), (each.text,), spots)


def _goal(plot: YearPlot, run: Sequence[YearGoal]) -> Label:
    """Return the label of a step, over or under it, in the middle or at its ends; words are in the legend."""
    height, text = plot.y(run[0].value), run[0].text.removeprefix(goal_word(plot.goals))
    left, right = plot.x(run[0].year, Fraction(0)), plot.x(run[-1].year, Fraction(1))
    above, below = height - Fraction(45, 100), height + ASCENT + Fraction(15, 100)
    near = Fraction(3, 10)
    ways = (((left + right) / 2, "middle", Fraction(0)), (right, "end", -near), (left, "start", near))
    spots = tuple(Spot(y, anchor, shift, at) for at, anchor, shift in ways for y in (above, below))
    return Label("goal-text", (left + right) / 2, (text,), spots)


def _absent(plot: YearPlot) -> Iterator[Label]:
    for run in plot.absences:
        lines = wrapped(run[0].text or NO_DATA, _ABSENT_WIDTH)
        first = MISSING - LINE * len(lines) + Fraction(7, 10)
        middle = (plot.x(run[0].year) + plot.x(run[-1].year)) / 2
        yield Label("absent", middle, lines, (Spot(first),))
