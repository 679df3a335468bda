"""How rows of a chart stand: words above their bars in a narrow place, beside them in a wide one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from metodbank.charts.labels import ROOMS
from metodbank.charts.letters import width_of
from metodbank.charts.shapes import BOLD

_AIR = Fraction(1, 50)
"""Between words and bars that stand side by side, as a part of the width."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows stand in a place of at least so many em; words beside the bars have the part `words` of it."""

    room: str
    least: Fraction
    words: Fraction = Fraction(0)

    @property
    def rooms(self) -> tuple[int, ...]:
        """Return the rooms that the place may have."""
        return tuple(room for room in ROOMS if room >= self.least)

    @property
    def start(self) -> Fraction:
        """Return where the bars begin, 0..1."""
        return self.words + _AIR if self.words else Fraction(0)

    def across(self, part: Fraction) -> Fraction:
        """Return where a part 0..1 of the room of bars ends, as a part of the whole width."""
        return self.start + (1 - self.start) * part


_NARROW, _MIDDLE = Layout("narrow", Fraction(9)), Layout("middle", Fraction(18))
_BROAD, _MOST_WORDS, _STEP = Fraction(44), Fraction(2, 5), Fraction(1, 20)


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a row: its label, a value at the right of that, and what is said under the bar."""

    label: str
    value: str = ""
    said: str = ""
    href: str = ""
    look: str = "label"
    said_at: tuple[Fraction, Fraction] = (Fraction(0), Fraction(1))
    """Between which parts of the room of bars its bar stands: what is said begins or ends there."""


def layouts_of(rows: Iterable[Row]) -> tuple[Layout, ...]:
    """Return the layouts, which assets/charts.css shows by the width of the place.

    Beside the bars words have no more than they need in one line, and not more than two fifths.
    """
    widths = [width_of(row.label, row.look in BOLD) + value_width(row) for row in rows]
    needed = max(widths, default=Fraction(0))
    words = min(-(-needed / _BROAD // _STEP) * _STEP, _MOST_WORDS)
    return _NARROW, _MIDDLE, Layout("broad", _BROAD, max(words, _STEP))


def value_width(row: Row) -> Fraction:
    """Return how much of a line the value of a row takes, with the room before it, in em."""
    return width_of(row.value, f"{row.look}-value" in BOLD) + 1 if row.value else Fraction(0)
