"""The result of a measure beside its term: an act that came later (RM8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from metodbank.checks.check import Looking
from metodbank.checks.measures import is_doubted, measures_of
from metodbank.measure_terms import proposed_term
from metodbank.models.roadmap import Measure
from metodbank.patterns import regex
from metodbank.problems import FieldPath, Finding
from metodbank.records import Record

_DATED = regex(
    r"(?<![а-яё])от\s{1,2}([0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[0-9]{1,2}\s?[а-яё]{3,8}\s?[0-9]{4})(?![0-9])",
    re.IGNORECASE,
)


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the acts that a result names and that are dated later than the last day of the term."""
    for at, measure in measures_of(record):
        last = measure.term.last_day
        if last is None or is_doubted(measure, "result", "term"):
            continue
        told: set[date] = set()
        for place, day in _days(measure, at, looking):
            if day > last and day not in told:
                told.add(day)
                yield Finding("MB709", place, day.isoformat(), details={"end": last.isoformat()})


def _days(measure: Measure, at: FieldPath, looking: Looking) -> Iterator[tuple[FieldPath, date]]:
    for index, identifier in enumerate(measure.result_acts):
        act = looking.base.get("act", identifier)
        if act is not None and act.data.date:
            yield (*at, "result_acts", index), act.data.date
    for match in _DATED.finditer(measure.result or ""):
        term = proposed_term(match.group(1))
        if term is not None and term.last_day:
            yield (*at, "result"), term.last_day
