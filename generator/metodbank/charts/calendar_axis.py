"""A calendar from left to right: years always, and quarters or months where the time is short enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from metodbank.charts.labels import Label, Spot
from metodbank.charts.layouts import Layout
from metodbank.charts.letters import ASCENT, LINE
from metodbank.charts.placing import Plane
from metodbank.charts.scales import halving
from metodbank.charts.shapes import Line, Words, em, share

_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_QUARTERS = ("I", "II", "III", "IV")
_DAYS_BY_MONTHS, _DAYS_BY_QUARTERS = 550, 5 * 366
_DAY = timedelta(1)
_BESIDE = Fraction(1, 5)
_UNDER = Fraction(3, 10)


@dataclass(frozen=True, slots=True)
class CalendarAxis:
    """The days of a chart from the first to the last one; `as_of` is the day that it is told for."""

    first: date
    last: date
    as_of: date

    @property
    def height(self) -> Fraction:
        """Return how much of the top of the drawing the axis takes, in em."""
        return LINE * (2 + bool(self._length)) + _UNDER

    def part_of(self, start: date, end: date) -> tuple[Fraction, Fraction]:
        """Return where a term begins and ends, 0..1, its last day included."""
        return self._part(start), self._part(end + _DAY if end < date.max else end)

    def lines(self, layout: Layout, bottom: Fraction) -> Iterator[Line]:
        """Yield the lines from the axis down to the bottom."""
        for day in self._days(self._length):
            at = share(layout.across(self._part(day)))
            yield Line("grid", at, em(2 * LINE + _UNDER), at, em(bottom))
        for day in self._days(12):
            at = share(layout.across(self._part(day)))
            yield Line("grid-year", at, em(LINE + _UNDER), at, em(bottom))

    def today(self, layout: Layout, bottom: Fraction) -> Iterator[Line]:
        """Yield the line of the day that the chart is told for."""
        if self._has_as_of:
            at = share(layout.across(self._part(self.as_of)))
            yield Line("today", at, em(LINE), at, em(bottom))

    def words(self, layout: Layout) -> Iterator[Words]:
        """Yield the words over the lines: the day, the years, the quarters or months."""
        plane = Plane(rooms=layout.rooms)
        if self._has_as_of:
            spots = tuple(Spot(ASCENT, anchor) for anchor in ("middle", "start", "end"))
            text = f"на {self.as_of:%d.%m.%Y}"
            plane.place(Label("day", layout.across(self._part(self.as_of)), (text,), spots))
        years = [max(self.first, date(year, 1, 1)) for year in range(self.first.year, self.last.year + 1)]
        for group in halving(years):
            plane.place_alike(self._label(layout, day, str(day.year), 1) for day in group)
        for days in self._by_weight():
            plane.place_alike(self._label(layout, day, self._name(day), 2) for day in days)
        return (placed.words() for placed in plane.placed)

    @property
    def _has_as_of(self) -> bool:
        return self.first <= self.as_of <= self.last

    @property
    def _length(self) -> int:
        """Return of how many months what a year is made of is; nothing where the time is too long."""
        days = (self.last - self.first).days
        return 1 if days <= _DAYS_BY_MONTHS else 3 if days <= _DAYS_BY_QUARTERS else 0

    def _part(self, day: date) -> Fraction:
        """Return where a day begins, 0..1."""
        inside = min(max((day - self.first).days, 0), (self.last - self.first).days + 1)
        return Fraction(inside, (self.last - self.first).days + 1)

    def _days(self, months: int) -> list[date]:
        """Return the first days of years, or of parts of years so many months long."""
        if not months:
            return []
        years = range(self.first.year, self.last.year + 1)
        days = [date(year, month, 1) for year in years for month in range(1, 13, months)]
        return [day for day in days if self.first <= day <= self.last]

    def _by_weight(self) -> list[list[date]]:
        """Return the parts of years in groups: their beginnings, halves and the rest."""
        steps = (6, 3, 1) if self._length == 1 else (2, 1)
        groups: dict[int, list[date]] = {}
        for day in self._days(self._length):
            place = (day.month - 1) // self._length
            groups.setdefault(next(step for step in steps if place % step == 0), []).append(day)
        return [groups[step] for step in steps if step in groups]

    def _name(self, day: date) -> str:
        names = _MONTHS if self._length == 1 else _QUARTERS
        return names[(day.month - 1) // self._length]

    def _label(self, layout: Layout, day: date, text: str, line: int) -> Label:
        spot = Spot(LINE * line + ASCENT + Fraction(1, 10), "start", _BESIDE)
        return Label("tick", layout.across(self._part(day)), (text,), (spot,))
