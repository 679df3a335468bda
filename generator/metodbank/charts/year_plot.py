"""The plane of years and numbers: where points, lines and steps stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from metodbank.charts.scales import are_percentages, scale_of
from metodbank.charts.shapes import Dot, Line, Shape, em, share
from metodbank.charts.year_data import YearGoal, YearValue, absences_of, runs_of

TOP, PLOT = Fraction(2), Fraction(10)
BOTTOM = TOP + PLOT
HEIGHT = BOTTOM + Fraction(21, 10)
MISSING = BOTTOM - Fraction(5, 10)
"""Where a line stands in the years that have no value, in em from the top."""
DOT = Fraction(3, 10)
_INSET = Fraction(1, 5)

Place = tuple[Fraction, Fraction]
"""A part of the width and em from the top."""


class YearPlot:
    """Years from the first to the last one of values and targets, each with a slot of the same width."""

    def __init__(self, values: Sequence[YearValue], goals: Sequence[YearGoal]) -> None:
        self.values = tuple(sorted(values, key=lambda each: each.year))
        self.goals = tuple(sorted(goals, key=lambda each: (each.year, each.value)))
        years = [each.year for each in self.values] + [each.year for each in self.goals]
        self.years = range(min(years), max(years) + 1) if years else range(0)
        self.absences = absences_of(self.values)
        self.goal_runs = runs_of(self.goals, lambda goal: (goal.value, goal.text))
        self.known = [(each, each.value) for each in self.values if each.value is not None]
        numbers = [value for _, value in self.known] + [goal.value for goal in self.goals]
        texts = [each.text for each, _ in self.known] or [each.text for each in self.goals]
        self.is_percent = are_percentages(texts)
        self.scale = scale_of(numbers, from_zero=self.is_percent or len(numbers) < 3)

    def x(self, year: int, of_slot: Fraction = Fraction(1, 2)) -> Fraction:
        """Return where a year stands, as a part of the width: in the middle of its slot."""
        return (year - self.years.start + of_slot) / len(self.years)

    def y(self, value: Fraction) -> Fraction:
        """Return where a value stands, in em from the top."""
        return BOTTOM - PLOT * self.scale.part(value)

    def segments(self) -> Iterator[tuple[Place, Place]]:
        """Yield the line: pieces between neighbouring years that both have a value."""
        for (one, low), (other, high) in pairwise(self.known):
            if other.year == one.year + 1:
                yield (self.x(one.year), self.y(low)), (self.x(other.year), self.y(high))

    def steps(self) -> Iterator[tuple[Place, Place]]:
        """Yield the steps of the targets; those of neighbouring years are joined if each has only one."""
        for goal in self.goals:
            height = self.y(goal.value)
            yield (self.x(goal.year, Fraction(0)), height), (self.x(goal.year, Fraction(1)), height)
        alone = [goal for goal in self.goals if sum(each.year == goal.year for each in self.goals) == 1]
        for one, other in pairwise(alone):
            if other.year == one.year + 1 and one.value != other.value:
                border = self.x(other.year, Fraction(0))
                yield (border, self.y(one.value)), (border, self.y(other.value))

    def shapes(self) -> Iterator[Shape]:
        """Yield all but the labels, what lies below first."""
        for tick in self.scale.ticks:
            height = self.y(tick)
            look = "axis" if tick == self.scale.low else "grid"
            yield _line(look, (Fraction(0), height), (Fraction(1), height))
        for run in self.absences:
            ends = self.x(run[0].year, _INSET), self.x(run[-1].year, 1 - _INSET)
            yield _line("missing", (ends[0], MISSING), (ends[1], MISSING))
        yield from (_line("goal", *step) for step in self.steps())
        yield from (_line("line", *segment) for segment in self.segments())
        for each, value in self.known:
            look = "point-preliminary" if each.is_preliminary else "point"
            yield Dot(look, share(self.x(each.year)), em(self.y(value)), em(DOT))


def _line(look: str, start: Place, end: Place) -> Line:
    return Line(look, share(start[0]), em(start[1]), share(end[0]), em(end[1]))
