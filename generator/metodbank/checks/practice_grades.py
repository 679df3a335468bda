"""Grades that fit the level of education (PR11): 1–4 начальное, 5–9 основное, 10–11 среднее общее."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.practice import Practice
from metodbank.problems import Finding
from metodbank.records import Record

GRADES = {"primary": range(1, 5), "basic": range(5, 10), "secondary": range(10, 12)}


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield grades that none of the practice's levels has, or a span that begins after it ends."""
    data = record.data
    if not isinstance(data, Practice) or data.grades is None:
        return
    first, last = data.grades.first, data.grades.last
    if first > last:
        yield Finding("MB205", ("grades", "to"), str(last), details={"start": str(first), "end": str(last)})
        return
    levels = [level for level in data.education_levels or () if level in GRADES]
    fitting = {grade for level in levels for grade in GRADES[level]}
    if levels and not set(range(first, last + 1)) <= fitting:
        terms = looking.base.vocabularies["education-levels"].entries
        titles = ", ".join(terms[level].title for level in levels)
        yield Finding("MB601", ("grades",), f"{first}–{last}", details={"levels": titles})
