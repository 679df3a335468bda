"""The words of a term and its days: what is missing (MB714), disagrees (RM13), or no document says (RM1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.measures import is_doubted, measures_of
from metodbank.measure_term_spans import OPEN
from metodbank.measure_term_words import Token, words_of
from metodbank.measure_terms import proposed_term
from metodbank.models.parts import Period
from metodbank.models.roadmap import RELATIVE_YEAR, Measure, MeasureTerm
from metodbank.problems import Finding
from metodbank.records import Record

WITHOUT_DAYS = {RELATIVE_YEAR, OPEN}
NAMED = {Token.MONTH, Token.DAY_AND_MONTH, Token.QUARTER}
ALONE = NAMED | {Token.NUMBER, Token.UNTIL, Token.SINCE, Token.END, Token.SCHEDULE}
"""Of such words a term is one point of the year; those of two may be of two years."""
SOME_YEAR, YEAR_SIGN = 2023, "ГГГГ"
YEAR_IN_NOTE = re.compile(r"(?<![а-яё])год|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", re.IGNORECASE)


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield what the terms of a roadmap leave unsaid or say against their own words."""
    for at, measure in measures_of(record):
        found = _finding(measure)
        if found is not None:
            code, suggestion = found
            details = {"about_year": about_year(suggestion)}
            yield Finding(code, (*at, "term"), measure.term.raw, details=details, suggestion=suggestion)


def _finding(measure: Measure) -> tuple[str, str] | None:
    term = measure.term
    read = proposed_term(term.raw)
    doubted = is_doubted(measure, "term")
    if not term.periods and term.kind not in WITHOUT_DAYS:
        return None if doubted and read is None else ("MB714", _proposal(term.raw, read))
    if read is not None and _year_is_elsewhere(measure, read):
        with_year = None if doubted else _in_years_of(term)
        return ("MB713", written(with_year)) if with_year else None
    if read is not None and not doubted and not agree(term, read):
        return "MB713", written(read)
    return ("MB701", "") if term.kind == RELATIVE_YEAR and not term.periods else None


def _proposal(raw: str, read: MeasureTerm | None) -> str:
    """Return what can be copied; where the words name a month or a day alone, with a place for the year."""
    if read is None:
        return ""
    whole = in_year(raw, SOME_YEAR) if read.kind == RELATIVE_YEAR else None
    if whole is None:
        return written(read)
    return written(whole.model_copy(update={"raw": raw})).replace(f" {SOME_YEAR}-", f" {YEAR_SIGN}-")


def about_year(suggestion: str) -> str:
    """Return what is to be said of the year beside a proposal."""
    if YEAR_SIGN in suggestion:
        return (
            f"Месяц или день она прочла, а года в словах нет: поставьте его вместо {YEAR_SIGN} и напишите в"
            " note, где он стоит. Если его нет нигде, оставьте только raw и kind: relative-year"
        )
    return "Год, которого в словах нет, она не угадывает"


def _year_is_elsewhere(measure: Measure, read: MeasureTerm) -> bool:
    """Return whether the words name no year, the author gave days, and the note tells of the year."""
    has_no_year = read.kind == RELATIVE_YEAR and not read.periods
    return has_no_year and bool(measure.term.periods and YEAR_IN_NOTE.search(measure.note or ""))


def _in_years_of(term: MeasureTerm) -> MeasureTerm | None:
    """Return the words with the author's year, where they name other days of it than the author does."""
    years = sorted({day.year for day in (term.first_day, term.last_day) if day})
    readings = [whole for year in years if (whole := in_year(term.raw, year))]
    if any((term.first_day, term.last_day) == (whole.first_day, whole.last_day) for whole in readings):
        return None
    return readings[0].model_copy(update={"raw": term.raw}) if readings else None


def in_year(raw: str, year: int) -> MeasureTerm | None:
    """Return the month or the day that the words name, in that year; None where they name neither."""
    tokens = {word.token for word in words_of(raw.strip()) or ()}
    if not tokens & NAMED or not tokens <= ALONE:
        return None
    for sign in (" ", "."):
        read = proposed_term(f"{raw.strip().rstrip('.')}{sign}{year}")
        if read is not None and read.periods:
            return read
    return None


def agree(term: MeasureTerm, read: MeasureTerm) -> bool:
    """Return whether a term says what was read from its words; a list of parts may be told by its ends."""
    if term.kind not in {None, read.kind} or term.by_schedule != read.by_schedule:
        return False
    if (term.first_day, term.last_day) != (read.first_day, read.last_day):
        return False
    if term.start not in {None, term.first_day} or term.end not in {None, term.last_day}:
        return False
    return not term.parts or sorted(map(_days, term.periods)) == sorted(map(_days, read.periods))


def _days(period: Period) -> tuple[str, str]:
    return (period.start.isoformat() if period.start else "", period.end.isoformat() if period.end else "")


def written(term: MeasureTerm) -> str:
    """Return the term as it can be copied into a record."""
    raw = term.raw.replace("'", "''")
    fields = [f"raw: '{raw}'", f"kind: {term.kind}"]
    if term.parts:
        fields.append("parts: [" + ", ".join(f"{{{_keys(part)}}}" for part in term.parts) + "]")
    elif term.periods:
        fields.append(_keys(term.periods[0]))
    if term.by_schedule:
        fields.append("by_schedule: true")
    return f"term: {{{', '.join(fields)}}}"


def _keys(period: Period) -> str:
    start, end = _days(period)
    return ", ".join(f"{key}: {day}" for key, day in (("from", start), ("to", end)) if day)
