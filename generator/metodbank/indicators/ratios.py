"""The value that the parts of an indicator come to, as an exact fraction."""

from __future__ import annotations

from fractions import Fraction

from metodbank.models.indicator import PEOPLE, PERCENT, Indicator


def value_of(definition: Indicator, numerator: int, denominator: int | None) -> Fraction:
    """Return the percentage, so many for one, or the count; the denominator of a share is not 0."""
    if definition.denominator is None or denominator is None:
        return Fraction(numerator)
    return Fraction(numerator * (100 if definition.unit == PERCENT else 1), denominator)


def group_of_people(definition: Indicator, numerator: int | None, denominator: int | None) -> int | None:
    """Return how many persons a value tells of, None where it does not tell of persons.

    Those are whom a share is taken of; where that counts no persons they are the ones of the numerator.
    """
    if has_base_of_people(definition):
        return denominator
    return numerator if definition.numerator.counted == PEOPLE else None


def has_base_of_people(definition: Indicator) -> bool:
    """Return whether the denominator counts persons."""
    return definition.denominator is not None and definition.denominator.counted == PEOPLE


def is_small(size: int | None, small_group: int) -> bool:
    """Return whether there are persons, and fewer than may be told of."""
    return size is not None and 0 < size < small_group
