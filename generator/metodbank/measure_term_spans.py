"""One piece of a term between commas: a point of the calendar, two of them, or one with «до» or «с»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from metodbank.calendar_points import Grain, Point
from metodbank.measure_term_words import Token, Word

DATE, DEADLINE, MONTH, SPAN, OPEN = "date", "deadline", "month", "span", "open"
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text means: the kind, and the spans of days where the year is known."""

    kind: str
    days: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """One piece, before its year is known; `ends_late` is said with «до конца»."""

    kind: str
    points: tuple[Point, ...]
    ends_late: bool = False

    def reading(self, points: Sequence[Point]) -> Reading | None:
        """Return the kind and the days for the points with their years, None where they do not fit."""
        first, last = points[0], points[-1]
        if self.kind == OPEN:
            return Reading(OPEN, ((first.first_day, None),))
        if self.kind == DEADLINE:
            # «До мая» may or may not count May: only days and «до конца» are certain.
            certain = self.ends_late or last.grain is Grain.DAY
            return Reading(DEADLINE, ((None, last.last_day),)) if certain else None
        if first.first_day > last.last_day or first.is_coarse != last.is_coarse:
            return None
        return Reading(self.kind, ((first.first_day, last.last_day),))


def span_of(words: Sequence[Word]) -> Span | None:
    """Return what the words say, or None where they do not fit together."""
    tokens = [word.token for word in words]
    if tokens[0] is Token.SINCE:
        return _since(words)
    if tokens[0] in {Token.UNTIL, Token.TO}:
        late = tokens[1:2] == [Token.END]
        until = _point(words[1 + late :])
        return Span(DEADLINE, (until,), late) if until else None
    if Token.DASH in tokens:
        place = tokens.index(Token.DASH)
        return _between(words[:place], words[place + 1 :], excluding=False)
    point = _point(words)
    if point is None:
        return None
    kinds = {Grain.DAY: DATE, Grain.NUMBER: DATE, Grain.MONTH: MONTH}
    return Span(kinds.get(point.grain, SPAN), (point,))


def _since(words: Sequence[Word]) -> Span | None:
    tokens = [word.token for word in words]
    place = next((place for place, token in enumerate(tokens) if token in {Token.TO, Token.UNTIL}), None)
    if place is not None:
        return _between(words[1:place], words[place + 1 :], excluding=tokens[place] is Token.UNTIL)
    since = _point(words[1:])
    return Span(OPEN, (since,)) if since else None


def _between(first: Sequence[Word], last: Sequence[Word], *, excluding: bool) -> Span | None:
    late = bool(last) and last[0].token is Token.END
    start, end = _point(first), _point(last[late:])
    if start is None or end is None or (excluding and not late and end.grain is not Grain.DAY):
        return None
    return Span(SPAN, (start, end))


_GRAINS: Mapping[tuple[Token, ...], Grain] = {
    (Token.DAY,): Grain.DAY,
    (Token.DAY_AND_MONTH,): Grain.DAY,
    (Token.NUMBER, Token.MONTH): Grain.DAY,
    (Token.MONTH,): Grain.MONTH,
    (Token.NUMBER, Token.QUARTER): Grain.QUARTER,
    (Token.NUMBER, Token.HALF): Grain.HALF,
    (Token.YEAR,): Grain.YEAR,
    (Token.SCHOOL_YEAR,): Grain.SCHOOL_YEAR,
    (Token.NUMBER,): Grain.NUMBER,
}
"""What the words of a point are without its year, which stands last."""


def _point(words: Sequence[Word]) -> Point | None:
    tokens = tuple(word.token for word in words)
    year = None
    if len(words) > 1 and tokens[-1] is Token.YEAR:
        year = words[-1].numbers[0]
        words, tokens = words[:-1], tokens[:-1]
    grain = _GRAINS.get(tokens)
    if grain is None:
        return None
    numbers = [number for word in words for number in word.numbers]
    if grain is Grain.SCHOOL_YEAR:
        return Point.school_year(*numbers) if year is None else None
    if tokens in {(Token.DAY,), (Token.YEAR,)}:
        return Point(grain, *numbers) if year is None else None
    if grain is Grain.NUMBER and year is not None:
        return None
    return Point(grain, year, *(reversed(numbers) if tokens == (Token.NUMBER, Token.MONTH) else numbers))
