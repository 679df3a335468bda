"""The place of a row of a chart: its words, its bar, and where the next row begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from metodbank.charts.layouts import Layout, Row, value_width
from metodbank.charts.letters import ASCENT, LINE, width_of, wrapped
from metodbank.charts.shapes import BOLD, Words, em, share

BAR = Fraction(1)
"""How thick a bar is, in em."""
_GAP = Fraction(6, 10)
_LEAST_LABEL = Fraction(7)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands: its words, and in em from the top its bar and the beginning of the next row."""

    words: tuple[Words, ...]
    bar: Fraction
    bottom: Fraction


def row_place(layout: Layout, top: Fraction, row: Row) -> RowPlace:
    """Return the place of a row that begins at the top."""
    width = layout.least * (layout.words or 1)
    look = f"{row.look}-value"
    taken = value_width(row)
    is_bold = row.look in BOLD
    needed = min(_LEAST_LABEL, width_of(row.label, is_bold))
    is_own_line = bool(row.value) and width - taken < needed
    lines = wrapped(row.label, width if is_own_line else width - taken, is_bold=is_bold)
    words = [_words(row.look, top, lines, href=row.href)] if row.label else []
    head = len(lines) if row.label else 0
    if is_own_line:
        values = wrapped(row.value, width, is_bold=True)
        words.append(_words(look, top + LINE * head, values))
        head += len(values)
    elif row.value:
        words.append(_words(look, top, (row.value,), x=layout.words or Fraction(1), anchor="end"))
    bar = top + ((LINE - BAR) / 2 if layout.words else LINE * head + Fraction(1, 5))
    bottom = bar + BAR
    if row.said:
        said, x, anchor = _said(layout, row)
        words.append(_words("said", bottom + Fraction(1, 10), said, x=x, anchor=anchor))
        bottom += LINE * len(said)
    return RowPlace(tuple(words), bar, max(bottom, top + LINE * head if layout.words else bottom) + _GAP)


def _said(layout: Layout, row: Row) -> tuple[tuple[str, ...], Fraction, str]:
    """Return the lines of what is said, and where they begin or end: under the bar if there is room."""
    room = layout.least * (1 - layout.start)
    lines = wrapped(row.said, room)
    width = max(map(width_of, lines))
    left, right = row.said_at
    if width <= (1 - left) * room:
        return lines, layout.across(left), "start"
    if width <= right * room:
        return lines, layout.across(right), "end"
    middle = (left + right) / 2
    if width <= 2 * min(middle, 1 - middle) * room:
        return lines, layout.across(middle), "middle"
    return lines, layout.start, "start"


def _words(
    look: str,
    top: Fraction,
    lines: Sequence[str],
    *,
    x: Fraction = Fraction(0),
    anchor: str = "start",
    href: str = "",
) -> Words:
    heights = (em(top + ASCENT + LINE * place) for place in range(len(lines)))
    return Words(look, share(x), tuple(zip(heights, lines, strict=True)), anchor, href=href)


def parts_of(rows: Sequence[T], most: int) -> Iterator[tuple[str, Sequence[T]]]:
    """Yield the rows of each drawing and which part it is: a page of paper breaks between drawings only."""
    parts = [rows[start : start + most] for start in range(0, len(rows), most)] or [rows]
    for number, part in enumerate(parts, start=1):
        yield (f"часть {number} из {len(parts)}" if len(parts) > 1 else ""), part
