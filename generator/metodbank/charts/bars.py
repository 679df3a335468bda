"""Horizontal bars in the order given: one's own marked, partial data hatched, missing data said in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from metodbank.charts.identity import chart_id
from metodbank.charts.layouts import Layout, Row, layouts_of
from metodbank.charts.letters import ASCENT, LINE, width_of, wrapped
from metodbank.charts.patterns import fill, patterns
from metodbank.charts.rows import BAR, parts_of, row_place
from metodbank.charts.scales import are_percentages, scale_of
from metodbank.charts.shapes import Box, Chart, Drawing, Line, Pattern, Shape, Sign, Words, em, share

NO_DATA = "нет данных"
OWN_MARK = "►"
PARTIAL = "данные неполные"
_OVER = Fraction(1, 5)
_MOST_IN_PART = 25


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: a value of None is missing, and the text may say why; `is_partial` where not all reported."""

    label: str
    value: Fraction | None
    text: str
    href: str = ""
    is_own: bool = False
    is_partial: bool = False

    @property
    def look(self) -> str:
        """Return how the bar looks."""
        if self.is_partial:
            return "own-partial" if self.is_own else "partial"
        return "own" if self.is_own else "bar"


@dataclass(frozen=True, slots=True)
class BarsChart(Chart):
    """Values side by side."""


def bars_chart(
    title: str,
    description: str,
    bars: Sequence[Bar],
    goal: Fraction | None = None,
    goal_text: str = "",
    *,
    name: str = "",
) -> BarsChart:
    """Return the chart of bars as they are ordered, with the goal as a line through them.

    `name` tells two charts of the same content in one page apart.
    """
    identifier = chart_id(name, "bars", title, repr(bars), repr(goal), goal_text)
    plot = _Plot(bars, goal, goal_text)
    drawings = tuple(
        plot.drawing(f"{identifier}-{layout.room}-{number}", layout, part, rows)
        for layout in layouts_of(map(_row, bars))
        for number, (part, rows) in enumerate(parts_of(bars, _MOST_IN_PART))
    )
    signs = tuple(_signs(identifier, bars, goal is not None, goal_text))
    is_group = any(bar.href for bar in bars)
    return BarsChart(identifier, title, description, drawings, signs, is_group=is_group)


class _Plot:
    """The bars against one axis, which begins at nothing."""

    def __init__(self, bars: Sequence[Bar], goal: Fraction | None, goal_text: str) -> None:
        known = [bar.value for bar in bars if bar.value is not None]
        scale = scale_of(known if goal is None else [*known, goal], from_zero=True)
        self._scale, self._goal_text = scale, goal_text
        self._goal = None if goal is None else scale.part(goal)
        texts = [bar.text for bar in bars if bar.value is not None]
        self._is_whole = are_percentages(texts) and scale.high == 100

    def drawing(self, identifier: str, layout: Layout, part: str, bars: Sequence[Bar]) -> Drawing:
        """Return some rows in a place of one width."""
        shapes: list[Shape] = []
        top = self._goal_words(layout, shapes)
        used = patterns(identifier, (bar.look for bar in bars))
        for bar in bars:
            place = row_place(layout, top, _row(bar))
            shapes += [*self._bar(layout, bar, place.bar, used), *place.words]
            top = place.bottom
        return Drawing(identifier, layout.room, em(top), tuple(shapes), tuple(used.values()), part)

    def _bar(self, layout: Layout, bar: Bar, y: Fraction, used: dict[str, Pattern]) -> Iterator[Shape]:
        start, middle, room = share(layout.start), em(y + BAR / 2), 1 - layout.start
        if bar.value is None:
            yield Line("missing", start, middle, "100%", middle)
        else:
            if self._is_whole:
                yield Box("track", start, em(y), share(room), em(BAR))
            width = share(room * self._scale.part(bar.value))
            yield Box(bar.look, start, em(y), width, em(BAR), fill(used, bar.look))
        if self._goal is not None:
            at = share(layout.across(self._goal))
            yield Line("goal", at, em(y - _OVER), at, em(y + BAR + _OVER))

    def _goal_words(self, layout: Layout, shapes: list[Shape]) -> Fraction:
        """Add what the goal is, over its line or as near as there is room, and return where rows begin."""
        if self._goal is None:
            return Fraction(0)
        room = layout.least * (1 - layout.start)
        lines = wrapped(self._goal_text, room)
        half = max(map(width_of, lines)) / 2
        at, anchor = layout.across(self._goal), "middle"
        if half > self._goal * room:
            at, anchor = layout.start, "start"
        elif half > (1 - self._goal) * room:
            at, anchor = Fraction(1), "end"
        heights = (em(ASCENT + LINE * place) for place in range(len(lines)))
        shapes.append(Words("goal-text", share(at), tuple(zip(heights, lines, strict=True)), anchor))
        return LINE * len(lines) + Fraction(1, 2)


def _row(bar: Bar) -> Row:
    label = f"{OWN_MARK} {bar.label}" if bar.is_own else bar.label
    text = bar.text or (NO_DATA if bar.value is None else "")
    return Row(label, text, href=bar.href, look="own-label" if bar.is_own else "label")


def _signs(identifier: str, bars: Sequence[Bar], has_goal: bool, goal_text: str) -> Iterator[Sign]:
    own = [bar.label for bar in bars if bar.is_own]
    if own:
        yield Sign("own", f"{OWN_MARK} {own[0]}")
    if any(bar.is_partial for bar in bars):
        yield Sign("partial", PARTIAL, patterns(f"{identifier}-sign", ["partial"])["partial"])
    if has_goal and goal_text:
        yield Sign("goal", goal_text)
