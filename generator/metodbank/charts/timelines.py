"""Terms along the calendar, with a line at the day that it is told for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from metodbank.charts.calendar_axis import CalendarAxis
from metodbank.charts.identity import chart_id
from metodbank.charts.layouts import Layout, Row, layouts_of
from metodbank.charts.patterns import fill, patterns
from metodbank.charts.rows import BAR, parts_of, row_place
from metodbank.charts.shapes import Box, Chart, Dot, Drawing, Pattern, Shape, Words, em, share

_MOST_IN_PART = 12
_LEAST = Fraction(7, 10)
"""A span that would be narrower than this is a point, in em."""
_BASE = Fraction(85, 100)


@dataclass(frozen=True, slots=True)
class Span:
    """A term from its first day to its last one; `text` says its state and term in words."""

    label: str
    start: date
    end: date
    state: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class TimelineChart(Chart):
    """Terms along the calendar."""


def timeline(
    title: str,
    description: str,
    spans: Sequence[Span],
    first: date,
    last: date,
    as_of: date,
    *,
    name: str = "",
    is_broad_only: bool = False,
) -> TimelineChart:
    """Return the chart from the first day to the last one, with a line at the day that it is told for.

    A span that reaches beyond is cut there and bears a mark. `name` tells two charts of the same content in
    one page apart. With `is_broad_only` the page itself hides the chart in a place narrower than 44 em, and
    shows a list instead, so the drawings for such places are left out.
    """
    identifier = chart_id(name, "timeline", title, repr(spans), repr((first, last, as_of)))
    axis = CalendarAxis(first, max(first, last), as_of)
    layouts = layouts_of(_row(axis, span) for span in spans)
    drawings = tuple(
        _drawing(f"{identifier}-{layout.room}-{number}", layout, axis, part, some)
        for layout in (layouts[-1:] if is_broad_only else layouts)
        for number, (part, some) in enumerate(parts_of(spans, _MOST_IN_PART))
    )
    is_group = any(span.href for span in spans)
    return TimelineChart(identifier, title, description, drawings, is_group=is_group)


def _drawing(
    identifier: str, layout: Layout, axis: CalendarAxis, part: str, spans: Sequence[Span]
) -> Drawing:
    used = patterns(identifier, (f"state-{span.state}" for span in spans))
    bars: list[Shape] = []
    words: list[Shape] = []
    top = axis.height
    for span in spans:
        place = row_place(layout, top, _row(axis, span))
        bars += _span(layout, axis, span, place.bar, used)
        words += place.words
        top = place.bottom
    shapes = (*axis.lines(layout, top), *bars, *axis.today(layout, top), *words, *axis.words(layout))
    return Drawing(identifier, layout.room, em(top), shapes, tuple(used.values()), part)


def _row(axis: CalendarAxis, span: Span) -> Row:
    at = axis.part_of(span.start, span.end)
    return Row(span.label, said=span.text, href=span.href, said_at=at)


def _span(
    layout: Layout, axis: CalendarAxis, span: Span, y: Fraction, used: dict[str, Pattern]
) -> Iterator[Shape]:
    left, right = (layout.across(part) for part in axis.part_of(span.start, span.end))
    look = f"state-{span.state}"
    if (right - left) * layout.least < _LEAST:
        middle = (left + right) / 2
        yield Dot(look, share(middle), em(y + BAR / 2), em(_LEAST / 2), fill(used, look))
    else:
        yield Box(look, share(left), em(y), share(right - left), em(BAR), fill(used, look))
    if span.start < axis.first:
        yield Words("beyond", share(left), ((em(y + _BASE), "◂"),), shift=em(Fraction(1, 10)))
    if span.end > axis.last:
        yield Words("beyond", share(right), ((em(y + _BASE), "▸"),), "end", em(Fraction(-1, 10)))
