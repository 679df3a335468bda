"""Labels, the spots that they may take, and the widths from which they may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from metodbank.charts.frames import Frame, thousandths
from metodbank.charts.letters import ASCENT, LINE, width_of
from metodbank.charts.shapes import BOLD, Words, em, share

ROOMS = (9, 11, 13, 15, 18, 21, 25, 30, 36, 44, 54)
"""The widths, in em, from which a label may be shown, as in assets/charts.css; no place is narrower."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label may stand: `y` is its first base line, `shift` how far from its place it begins."""

    y: Fraction
    anchor: str = "middle"
    shift: Fraction = Fraction(0)
    at: Fraction | None = None
    """The part of the width, where it is not that of the label."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at a part of the width, with the spots that it may take, the best first."""

    look: str
    at: Fraction
    lines: tuple[str, ...]
    spots: tuple[Spot, ...]

    def place(self, spot: Spot) -> Fraction:
        """Return the part of the width at which the label stands in a spot."""
        return self.at if spot.at is None else spot.at

    def frame(self, spot: Spot) -> Frame:
        """Return the frame of the label in a spot, from its place at nothing."""
        width = thousandths(max(width_of(line, self.look in BOLD) for line in self.lines))
        left = thousandths(spot.shift) - {"start": 0, "middle": width // 2, "end": width}[spot.anchor]
        top = thousandths(spot.y - ASCENT)
        return Frame(left, top, left + width, top + len(self.lines) * thousandths(LINE))


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in its spot, shown where the room is at least so many em."""

    label: Label
    spot: Spot
    room: int

    def words(self) -> Words:
        """Return the label as it is drawn."""
        label, spot = self.label, self.spot
        return Words(
            label.look,
            share(label.place(spot)),
            tuple((em(spot.y + LINE * place), line) for place, line in enumerate(label.lines)),
            spot.anchor,
            em(spot.shift) if spot.shift else "",
            "" if self.room == ROOMS[0] else f"mb-from-{self.room}",
        )
