"""A tiny line of values for a cell of a table; the numbers stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from metodbank.charts.identity import chart_id
from metodbank.charts.scales import scale_of
from metodbank.charts.shapes import Chart, Dot, Drawing, Line, Shape, em, share
from metodbank.charts.year_data import YearGoal, YearValue

_HEIGHT, _TOP, _PLOT = Fraction(8, 5), Fraction(3, 10), Fraction(1)


@dataclass(frozen=True, slots=True)
class Sparkline(Chart):
    """A tiny chart without letters."""

    kind = "spark"


def sparkline(
    title: str, values: Sequence[YearValue], goals: Sequence[YearGoal] = (), *, name: str = ""
) -> Sparkline:
    """Return the tiny chart; its title says what a reader who does not see it must know."""
    identifier = chart_id(name, "spark", title, repr(values), repr(goals))
    drawing = Drawing(identifier, "spark", em(_HEIGHT), tuple(_shapes(values, goals)))
    return Sparkline(identifier, title, "", (drawing,))


def _shapes(values: Sequence[YearValue], goals: Sequence[YearGoal]) -> Iterator[Shape]:
    known = sorted((each.year, each.value) for each in values if each.value is not None)
    years = sorted({each.year for each in values} | {each.year for each in goals})
    if not years:
        return
    numbers = [value for _, value in known] + [goal.value for goal in goals]
    scale = scale_of(numbers, from_zero=True)
    slots = Fraction(years[-1] - years[0] + 1)

    def x(year: int, of_slot: Fraction = Fraction(1, 2)) -> str:
        return share((year - years[0] + of_slot) / slots)

    def y(value: Fraction) -> str:
        return em(_TOP + _PLOT * (1 - scale.part(value)))

    yield Line("axis", "0%", em(_TOP + _PLOT), "100%", em(_TOP + _PLOT))
    for goal in goals:
        yield Line("goal", x(goal.year, Fraction(0)), y(goal.value), x(goal.year, Fraction(1)), y(goal.value))
    for (one, low), (other, high) in pairwise(known):
        if other == one + 1:
            yield Line("line", x(one), y(low), x(other), y(high))
    there = {year for year, _ in known}
    for year, value in known:
        if year == known[-1][0]:
            yield Dot("point", x(year), y(value), em(Fraction(1, 4)))
        elif not there & {year - 1, year + 1}:
            yield Dot("lone", x(year), y(value), em(Fraction(1, 10)))
