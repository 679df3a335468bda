"""Frames of labels, and the points and lines that labels keep away from; places are parts of the width.

Whether two things meet is asked very often, so lengths are whole thousandths of an em here.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

_AIR = 250


class Frame(NamedTuple):
    """A rectangle, in thousandths of an em."""

    left: int
    top: int
    right: int
    bottom: int

    def moved(self, at: Fraction, inner: int) -> Frame:
        """Return the frame where its place is a part of a width of so many thousandths."""
        x = thousandths(at, inner)
        return Frame(self.left + x, self.top, self.right + x, self.bottom)

    def meets(self, other: Frame) -> bool:
        """Return whether two frames overlap; to the left and the right they keep some air."""
        return (
            self.left < other.right + _AIR
            and other.left < self.right + _AIR
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Point:
    """A point that no label may cover: a part of the width, and em."""

    at: Fraction
    y: Fraction
    r: Fraction

    def frame(self, inner: int) -> Frame:
        """Return the frame of the point where the whole width is so many thousandths."""
        x, y, r = thousandths(self.at, inner), thousandths(self.y), thousandths(self.r)
        return Frame(x - r, y - r, x + r, y + r)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line that a label should not cross where it has another spot: parts of the width, and em."""

    start: tuple[Fraction, Fraction]
    end: tuple[Fraction, Fraction]

    def segment(self, inner: int) -> Segment:
        """Return the line where the whole width is so many thousandths."""
        (x1, y1), (x2, y2) = self.start, self.end
        return Segment(thousandths(x1, inner), thousandths(y1), thousandths(x2, inner), thousandths(y2))


class Segment(NamedTuple):
    """A line from left to right, in thousandths of an em."""

    x1: int
    y1: int
    x2: int
    y2: int

    def meets(self, frame: Frame) -> bool:
        """Return whether the line runs through the frame."""
        left, right = max(frame.left, self.x1), min(frame.right, self.x2)
        if left > right:
            return False
        ends = (self.y1, self.y2)
        if self.x1 != self.x2:
            rise, run = self.y2 - self.y1, self.x2 - self.x1
            ends = (self.y1 + rise * (left - self.x1) // run, self.y1 + rise * (right - self.x1) // run)
        return min(ends) < frame.bottom and frame.top < max(ends)


def thousandths(part: Fraction, of: int = 1000) -> int:
    """Return a part of so many thousandths, or em in thousandths."""
    return part.numerator * of // part.denominator
