"""Figures that cannot be: more than all there are, less than nothing (IN1), a share of nobody (IN2)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.observation_latest import by_indicator
from metodbank.models.indicator import PERCENT, Indicator
from metodbank.models.observation import Observation
from metodbank.observation_columns import DENOMINATOR, NUMERATOR, VALUE, path_to
from metodbank.problems import Finding
from metodbank.russian_words import number_text

WHOLE = 100


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the impossible figures; each is set aside."""
    base = looking.base
    for _, definition, rows in by_indicator(base):
        of_a_part, divides = is_share_of_part(definition), definition.denominator is not None
        for row in rows:
            found = _wrong(row, of_a_part=of_a_part, divides=divides)
            if found is not None:
                key, what = found
                code = "MB902" if key == DENOMINATOR and not row.denominator else "MB901"
                details = {
                    "indicator": definition.short_title,
                    "territory": base.name_of("territory", row.territory),
                    "what": what,
                }
                yield row, Finding(code, path_to(row, key), details=details)


def is_share_of_part(definition: Indicator) -> bool:
    """Return whether the numerator counts some of those whom the denominator counts."""
    whole = definition.denominator
    return definition.unit == PERCENT and whole is not None and whole.counted == definition.numerator.counted


def _wrong(row: Observation, *, of_a_part: bool, divides: bool) -> tuple[str, str] | None:
    """Return the column that is wrong, and why in Russian."""
    numerator, denominator, value = row.numerator, row.denominator, row.value
    if numerator is not None and denominator is not None and 0 <= numerator <= denominator > 0:
        return None
    if numerator is not None and numerator < 0:
        return NUMERATOR, "числитель меньше нуля"
    if denominator is not None and denominator < 0:
        return DENOMINATOR, "знаменатель меньше нуля"
    if denominator == 0 and divides:
        return DENOMINATOR, "знаменатель — ноль"
    if of_a_part and numerator is not None and denominator is not None and numerator > denominator:
        words = f"числитель {number_text(numerator)} больше знаменателя {number_text(denominator)}"
        return NUMERATOR, words
    if value is not None and value < 0:
        return VALUE, "значение меньше нуля"
    if value is not None and of_a_part and value > WHOLE:
        return VALUE, "доля больше 100\u00a0%"
    return None
