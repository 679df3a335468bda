"""Days, months, quarters and years as plans name them: often with the year said only once, at the end."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

LEAP_YEAR = 2024


class Grain(Enum):
    """How long a point is; NUMBER is one whose unit stands at the next point: «1 и 2 кварталы»."""

    NUMBER = auto()
    DAY = auto()
    MONTH = auto()
    QUARTER = auto()
    HALF = auto()
    YEAR = auto()
    SCHOOL_YEAR = auto()


_MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6}


@dataclass(frozen=True, slots=True)
class Point:
    """One point: `number` is the month, quarter or half, or a number that waits for its unit."""

    grain: Grain
    year: int | None
    number: int = 1
    day: int = 1

    def __post_init__(self) -> None:
        """Refuse what the calendar does not hold; without a year 29 February may be."""
        _ = self.first_day, self.last_day

    @classmethod
    def school_year(cls, first: int, last: int) -> Point:
        """Return the school year `2023/2024` or `2023/24`."""
        if last not in {first + 1, (first + 1) % 100}:
            raise ValueError("a school year ends in the next one")
        return cls(Grain.SCHOOL_YEAR, first)

    @property
    def is_coarse(self) -> bool:
        """Return whether it is a whole year, which lends its year to nothing."""
        return self.grain in {Grain.YEAR, Grain.SCHOOL_YEAR}

    @property
    def first_day(self) -> date:
        """Return its first day."""
        year = self.year or LEAP_YEAR
        if self.grain is Grain.DAY:
            return date(year, self.number, self.day)
        if self.grain is Grain.SCHOOL_YEAR:
            return date(year, 9, 1)
        length = _MONTHS_IN.get(self.grain, 12)
        return date(year, 1 if length == 12 else (self.number - 1) * length + 1, 1)

    @property
    def last_day(self) -> date:
        """Return its last day."""
        year = self.year or LEAP_YEAR
        if self.grain is Grain.DAY:
            return self.first_day
        if self.grain is Grain.SCHOOL_YEAR:
            return date(year + 1, 8, 31)
        length = _MONTHS_IN.get(self.grain, 12)
        month = 12 if length == 12 else self.number * length
        return date(year, month, monthrange(year, month)[1])


def in_one_year(points: Sequence[Point]) -> list[Point] | None:
    """Return the points with the unit and the year that the next one lends; None where that does not fit.

    «Декабрь – январь 2024» does not: a lent year that turns the order round would be a guess.
    """
    found: list[Point] = []
    for point in reversed(points):
        lender = found[-1] if found else None
        lent = _lent(point, lender)
        if lent.grain is Grain.NUMBER:
            return None
        if lender and point.year is None and lent.year is not None and lent.first_day > lender.first_day:
            return None
        found.append(lent)
    return found[::-1]


def _lent(point: Point, lender: Point | None) -> Point:
    if lender is None or lender.is_coarse:
        return point
    if point.grain is Grain.NUMBER and lender.grain is Grain.DAY:
        return replace(lender, day=point.number)
    if point.grain is Grain.NUMBER and lender.grain in {Grain.QUARTER, Grain.HALF}:
        return replace(lender, number=point.number)
    return replace(point, year=lender.year) if point.year is None else point
