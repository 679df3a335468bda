"""What a practice changed: measured or not (PR2), numbers that can be (PR3), not too long ago (PR4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.years import years_in
from metodbank.models.practice import Measurement, Practice
from metodbank.models.record import ARCHIVED
from metodbank.patterns import regex
from metodbank.problems import Finding
from metodbank.records import Record
from metodbank.russian_words import number_text

PERCENT = "percent"
HIGHEST_PERCENT = 100
FRESH_YEARS = 5
"""After that the children, the curricula and the devices are others."""

_MEASURED = r"(?:замер|измер|мерил|мерял|мерим|счита|подсч[её]т|чисел|числа|цифр|сравни)\w*"
_NONE = r"\b(?:не|нет|без|ни)\b"
_NOT_MEASURED = regex(
    rf"{_NONE}[^.!?\n]{{0,40}}\b{_MEASURED}|\b{_MEASURED}[^.!?\n]{{0,40}}{_NONE}", re.IGNORECASE
)


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what the results leave unsaid and the measurements that cannot be so or are old."""
    data = record.data
    if not isinstance(data, Practice):
        return
    if (
        data.results
        and data.status != ARCHIVED
        and not data.measurements
        and not says_unmeasured(data.results)
    ):
        yield Finding("MB603", ("results",))
    for index, measurement in enumerate(data.measurements):
        yield from _impossible(measurement, index)
    if looking.base.lists(record):
        yield from _old(data.measurements, looking.as_of.year)


def says_unmeasured(text: str) -> bool:
    """Return whether the text says in some words that nothing was measured."""
    return _NOT_MEASURED.search(text) is not None


def _impossible(measurement: Measurement, index: int) -> Iterator[Finding]:
    if measurement.unit != PERCENT:
        return
    for key in ("before", "after"):
        number = getattr(measurement, key)
        if number is not None and not 0 <= number <= HIGHEST_PERCENT:
            yield Finding("MB604", ("measurements", index, key), number_text(number))


def _old(measurements: tuple[Measurement, ...], this_year: int) -> Iterator[Finding]:
    dated = [(max(years_in(m.period or ""), default=0), -index) for index, m in enumerate(measurements)]
    year, index = max(dated, default=(0, 0))
    if year and this_year - year > FRESH_YEARS:
        yield Finding("MB605", ("measurements", -index, "period"), str(year))
