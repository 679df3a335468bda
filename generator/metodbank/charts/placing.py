"""Labels that never lie over one another: each is given the least room in which it has its own place.

Places from left to right stretch with the room and letters do not, so a label that has its place in a narrow
room keeps it in every wider one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from metodbank.charts.frames import Frame, Point, Stroke, thousandths
from metodbank.charts.labels import ROOMS, Label, Placed

_TELEPHONE = 21
"""A label that a telephone shows need not be shown in less room, if lines run through it there."""
_WIDE = 44


class Plane:
    """A drawing whose width without the margins `before` and `after`, in em, is what places are parts of."""

    def __init__(
        self,
        before: Fraction = Fraction(0),
        after: Fraction = Fraction(0),
        points: Sequence[Point] = (),
        strokes: Sequence[Stroke] = (),
        rooms: Sequence[int] = ROOMS,
    ) -> None:
        self._before, self._after = thousandths(before), thousandths(after)
        self._rooms = {room: room * 1000 - self._before - self._after for room in reversed(rooms)}
        self._taken = {room: [point.frame(inner) for point in points] for room, inner in self._rooms.items()}
        looked_at = [self._rooms[room] for room in (_TELEPHONE, _WIDE) if room in self._rooms]
        self._lines = [(inner, [stroke.segment(inner) for stroke in strokes]) for inner in looked_at]
        self.placed: list[Placed] = []

    def place(self, label: Label) -> None:
        """Give the label the spot that shows it in the least room; one that has none stays in the table."""
        found = []
        for order, spot in enumerate(label.spots):
            at, own = label.place(spot), label.frame(spot)
            room = self._least(at, own)
            if room is not None:
                found.append((room > _TELEPHONE, self._crossed(at, own), room, order))
        if found:
            _, _, room, order = min(found)
            self._take(Placed(label, label.spots[order], room))

    def place_alike(self, labels: Iterable[Label]) -> None:
        """Place labels that are shown together or not at all; one that has no spot is left out."""
        before = len(self.placed)
        for label in labels:
            self.place(label)
        group = self.placed[before:]
        del self.placed[before:]
        most = max((placed.room for placed in group), default=0)
        for placed in group:
            at, own = placed.label.place(placed.spot), placed.label.frame(placed.spot)
            for room, inner in self._rooms.items():
                if placed.room <= room < most:
                    self._taken[room].remove(own.moved(at, inner))
            self.placed.append(replace(placed, room=most))

    def _take(self, placed: Placed) -> None:
        at, own = placed.label.place(placed.spot), placed.label.frame(placed.spot)
        self.placed.append(placed)
        for room, inner in self._rooms.items():
            if placed.room <= room:
                self._taken[room].append(own.moved(at, inner))

    def _least(self, at: Fraction, own: Frame) -> int | None:
        """Return the least room from which on a label has its place to itself."""
        least = None
        for room, inner in self._rooms.items():
            frame = own.moved(at, inner)
            if frame.left < -self._before or frame.right > inner + self._after:
                break
            if any(frame.meets(other) for other in self._taken[room]):
                break
            least = room
        return least

    def _crossed(self, at: Fraction, own: Frame) -> int:
        """Return how many lines a label would cross."""
        return sum(
            segment.meets(own.moved(at, inner)) for inner, segments in self._lines for segment in segments
        )
