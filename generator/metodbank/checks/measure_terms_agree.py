"""The words of a term and its days: what is missing (MB714), disagrees (RM13), or no document says (RM1)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.measures import is_doubted, measures_of
from metodbank.knowledge_base import Record
from metodbank.measure_term_spans import OPEN
from metodbank.measure_terms import proposed_term
from metodbank.models.parts import Period
from metodbank.models.roadmap import RELATIVE_YEAR, Measure, MeasureTerm
from metodbank.problems import Finding

WITHOUT_DAYS = {RELATIVE_YEAR, OPEN}


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield what the terms of a roadmap leave unsaid or say against their own words."""
    for at, measure in measures_of(record):
        found = _finding(measure)
        if found is not None:
            code, suggestion = found
            yield Finding(code, (*at, "term"), measure.term.raw, suggestion=suggestion)


def _finding(measure: Measure) -> tuple[str, str] | None:
    term = measure.term
    read = proposed_term(term.raw)
    doubted = is_doubted(measure, "term")
    if not term.periods and term.kind not in WITHOUT_DAYS:
        return None if doubted and read is None else ("MB714", written(read) if read else "")
    if read is not None and not doubted and not agree(term, read):
        return "MB713", written(read)
    return ("MB701", "") if term.kind == RELATIVE_YEAR and not term.periods else None


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
