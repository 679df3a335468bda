"""What a chart is drawn of: marks whose places are shares of the width and heights of a letter.

A drawing is as wide as its room: places from left to right are per cent of it, everything else is in em. So
letters have the reader's own size on a telephone, on a wall and at 200 %, and nothing is stretched.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

PLACES = 2
"""Decimals of every coordinate: enough for the eye, and the same bytes on every machine."""
BOLD = frozenset({"value", "label-value", "own-label", "own-label-value", "day"})
"""The looks of text that are bold."""


def share(part: Fraction | int) -> str:
    """Return a part of the width, 0..1, as per cent: `33.33%`."""
    return f"{_decimal(Fraction(part) * 100)}%"


def em(height: Fraction | int) -> str:
    """Return a length in heights of a letter: `1.25em`."""
    return f"{_decimal(Fraction(height))}em"


def _decimal(number: Fraction) -> str:
    """Return the number rounded half up, without needless zeros."""
    scaled = (abs(number) * 10**PLACES * 2 + 1) // 2
    whole, rest = divmod(scaled, 10**PLACES)
    decimals = f"{rest:0{PLACES}}".rstrip("0")
    sign = "-" if number < 0 and scaled else ""
    return f"{sign}{whole}{'.' if decimals else ''}{decimals}"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled with its look or with the pattern of that id."""

    tag: ClassVar[str] = "box"
    look: str
    x: str
    y: str
    width: str
    height: str
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    tag: ClassVar[str] = "line"
    look: str
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point, filled with its look or with the pattern of that id."""

    tag: ClassVar[str] = "dot"
    look: str
    x: str
    y: str
    r: str
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text, each at its height; `step` is the class of the least room that they are shown in.

    `anchor` is start, middle or end, `shift` how far from `x` that is.
    """

    tag: ClassVar[str] = "words"
    look: str
    x: str
    lines: tuple[tuple[str, str], ...]
    anchor: str = "start"
    shift: str = ""
    step: str = ""
    href: str = ""


Shape = Box | Line | Dot | Words


@dataclass(frozen=True, slots=True)
class Pattern:
    """The pattern of a look: `id` is its own in the page, `path` stands in each square of 8 by 8."""

    id: str
    look: str
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One SVG: `room` names the places where it is shown, `part` says which part of a long chart it is."""

    id: str
    room: str
    height: str
    shapes: tuple[Shape, ...]
    patterns: tuple[Pattern, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A line of the legend: the sample of a look, and what it means."""

    look: str
    text: str
    pattern: Pattern | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """What `parts/charts.html.jinja` draws; `is_group` where it holds links and so cannot be one picture."""

    kind: ClassVar[str] = "chart"
    id: str
    title: str
    description: str
    drawings: tuple[Drawing, ...]
    signs: tuple[Sign, ...] = ()
    notes: tuple[str, ...] = ()
    is_group: bool = False
