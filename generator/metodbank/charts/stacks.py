"""Bars made of parts: how many are in each state, by patterns, words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from metodbank.charts.identity import chart_id
from metodbank.charts.layouts import Layout, Row, layouts_of
from metodbank.charts.letters import width_of
from metodbank.charts.patterns import fill, is_dark, patterns
from metodbank.charts.rows import BAR, parts_of, row_place
from metodbank.charts.shapes import Box, Chart, Drawing, Pattern, Shape, Sign, Words, em, share
from metodbank.russian_words import NO_BREAK, number_text

_MOST_IN_PART = 12
_BASE = Fraction(85, 100)


@dataclass(frozen=True, slots=True)
class StackRow:
    """A row: states and how many are in each, in the order of drawing."""

    label: str
    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Return how many there are in all."""
        return sum(number for _, number in self.parts)


@dataclass(frozen=True, slots=True)
class StackChart(Chart):
    """Wholes by their parts."""


def stack_chart(
    title: str,
    description: str,
    rows: Sequence[StackRow],
    legend: Sequence[tuple[str, str]],
    *,
    name: str = "",
) -> StackChart:
    """Return the chart; the legend gives the states their words, and lists those that there are.

    `name` tells two charts of the same content in one page apart.
    """
    identifier = chart_id(name, "stack", title, repr(rows), repr(legend))
    plot = _Plot(rows, legend)
    drawings = tuple(
        plot.drawing(f"{identifier}-{layout.room}-{number}", layout, part, some)
        for layout in layouts_of(map(plot.row, rows))
        for number, (part, some) in enumerate(parts_of(rows, _MOST_IN_PART))
    )
    return StackChart(identifier, title, description, drawings, tuple(plot.signs(f"{identifier}-sign")))


class _Plot:
    """The rows against the longest of them."""

    def __init__(self, rows: Sequence[StackRow], legend: Sequence[tuple[str, str]]) -> None:
        self._words = dict(legend)
        there = {state for row in rows for state, number in row.parts if number}
        known = [state for state, _ in legend if state in there]
        self._states = [*known, *sorted(there - set(known))]
        self._most = max((row.total for row in rows), default=0)

    def drawing(self, identifier: str, layout: Layout, part: str, rows: Sequence[StackRow]) -> Drawing:
        """Return some rows in a place of one width."""
        shapes: list[Shape] = []
        top = Fraction(0)
        used = patterns(identifier, map(_look, self._states))
        for row in rows:
            place = row_place(layout, top, self.row(row))
            shapes += [*self._parts(layout, row, place.bar, used), *place.words]
            top = place.bottom
        return Drawing(identifier, layout.room, em(top), tuple(shapes), tuple(used.values()), part)

    def row(self, row: StackRow) -> Row:
        """Return the words of a row: they name its parts, so a grey copy needs no legend."""
        said = [f"{self._word(state)}: {number_text(number)}" for state, number in row.parts if number]
        parts = (part.replace(" ", NO_BREAK) for part in said)
        return Row(row.label, number_text(row.total), ", ".join(parts))

    def _parts(
        self, layout: Layout, row: StackRow, y: Fraction, used: dict[str, Pattern]
    ) -> Iterator[Box | Words]:
        done = 0
        for state, number in row.parts:
            if not number:
                continue
            start = layout.across(Fraction(done, self._most))
            done += number
            width = layout.across(Fraction(done, self._most)) - start
            look, text = _look(state), number_text(number)
            yield Box(look, share(start), em(y), share(width), em(BAR), fill(used, look))
            if width * layout.least >= width_of(text) + Fraction(1, 2):
                yield Words(
                    "part-on-dark" if is_dark(look) else "part",
                    share(start + width / 2),
                    ((em(y + _BASE), text),),
                    "middle",
                )

    def signs(self, owner: str) -> Iterator[Sign]:
        """Yield the legend."""
        used = patterns(owner, map(_look, self._states))
        for state in self._states:
            yield Sign(_look(state), self._word(state), used.get(_look(state)))

    def _word(self, state: str) -> str:
        return self._words.get(state, state)


def _look(state: str) -> str:
    return f"state-{state}"
