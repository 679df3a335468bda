"""The term of a measure read from the words of its document; a year that they do not name is never guessed.

The text is stretches parted by «далее», a stretch is pieces parted by commas. What does not fit that is not
understood, and the author is asked for the days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import chain

from metodbank.calendar_points import Point, in_one_year
from metodbank.measure_term_spans import DATE, DEADLINE, MONTH, OPEN, SPAN, Days, Reading, Span, span_of
from metodbank.measure_term_words import Token, Word, words_of
from metodbank.models.roadmap import RELATIVE_YEAR, MeasureTerm

LONGEST = 300
SET, EACH_YEAR, COMPOSITE = "set", "each-year", "composite"
_HOW_OFTEN = {Token.YEARLY, Token.ONGOING}


def proposed_term(raw: str) -> MeasureTerm | None:
    """Return the term that the words mean, or None where they are not understood for certain."""
    text = raw.strip()
    if not text or len(text) > LONGEST or "\n" in text:
        return None
    words = words_of(text)
    if words is None:
        return None
    plain = [word for word in words if word.token is not Token.SCHEDULE]
    by_schedule = len(plain) < len(words)
    try:
        reading = _whole(plain) if plain or not by_schedule else Reading(RELATIVE_YEAR)
    except ValueError:  # a day that does not exist
        return None
    return _term(text, reading, by_schedule=by_schedule) if reading else None


def _term(raw: str, reading: Reading, *, by_schedule: bool) -> MeasureTerm:
    periods = [{"from": start, "to": end} for start, end in reading.days]
    days = {"parts": periods} if len(periods) > 1 else dict(chain.from_iterable(p.items() for p in periods))
    return MeasureTerm.model_validate({"raw": raw, "kind": reading.kind, "by_schedule": by_schedule, **days})


def _whole(words: Sequence[Word]) -> Reading | None:
    stretches = [_stretch(stretch) for stretch in _split(words, Token.AFTERWARDS)]
    if len(stretches) == 1:
        return stretches[0]
    days: list[Days] = []
    for stretch in stretches:
        if stretch is None:
            return None
        rest = stretch.days or _from_the_end(days)
        if days and not rest:
            return None
        days += rest
    if len(days) == 1:
        return None
    return Reading(COMPOSITE, tuple(days)) if days else Reading(RELATIVE_YEAR)


def _from_the_end(days: Sequence[Days]) -> list[Days]:
    """Return what follows the days and has no end that is known: «далее — в течение года».

    After 31 December nothing: the next year is not in the document.
    """
    end = days[-1][1] if days else None
    follows = end and end + timedelta(days=1)
    return [(follows, None)] if follows and end and follows.year == end.year else []


def _stretch(words: Sequence[Word]) -> Reading | None:
    often = {word.token for word in words} & _HOW_OFTEN
    plain = [word for word in words if word.token not in _HOW_OFTEN]
    pieces = [piece for piece in _split(plain, Token.SEPARATOR) if piece]
    dated = [piece for piece in pieces if [word.token for word in piece] != [Token.SOME_YEAR]]
    some_year = len(dated) < len(pieces)
    if not dated:
        if some_year or Token.YEARLY in often:
            return Reading(RELATIVE_YEAR)
        return Reading(OPEN) if often else None
    spans = [span for span in map(span_of, dated) if span is not None]
    points = in_one_year([point for span in spans for point in span.points])
    if len(spans) < len(dated) or points is None:
        return None
    years = {point.year is not None for point in points}
    if years == {False}:
        return Reading(RELATIVE_YEAR)
    if years != {True} or len({point.is_coarse for point in points}) > 1:
        return None
    readings = _readings(spans, points)
    if readings is None:
        return None
    return _joined(readings, points, yearly=Token.YEARLY in often, some_year=some_year)


def _readings(spans: Sequence[Span], points: Iterable[Point]) -> list[Reading] | None:
    left = iter(points)
    readings = [span.reading([next(left) for _ in span.points]) for span in spans]
    known = [reading for reading in readings if reading is not None]
    return known if len(known) == len(readings) else None


def _joined(
    readings: Sequence[Reading], points: Sequence[Point], *, yearly: bool, some_year: bool
) -> Reading | None:
    kinds = {reading.kind for reading in readings}
    days = tuple(chain.from_iterable(reading.days for reading in readings))
    coarse = points[0].is_coarse
    if some_year:
        rest = _from_the_end(days)
        return Reading(COMPOSITE, (*days, *rest)) if rest and not yearly else None
    if yearly and kinds != {OPEN}:
        return Reading(EACH_YEAR, days) if coarse and kinds == {SPAN} else None
    if len(readings) == 1:
        return readings[0]
    if coarse:
        return Reading(EACH_YEAR if kinds == {SPAN} and len(points) == len(days) else COMPOSITE, days)
    # «До 15 января, 15 мая» may be one deadline or two.
    return Reading(SET, days) if kinds <= {DATE, MONTH, SPAN} or kinds == {DEADLINE} else None


def _split(words: Iterable[Word], by: Token) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.token is by:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts
