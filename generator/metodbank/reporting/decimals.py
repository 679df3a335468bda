"""Exact numbers as the files of Office programs hold them."""

from __future__ import annotations

from fractions import Fraction


def places_of(value: Fraction) -> int:
    """Return how many decimals a fraction has that is a decimal."""
    places = 0
    while value.denominator != 1:
        places, value = places + 1, value * 10
    return places


def decimal(value: Fraction) -> str:
    """Return a fraction that is a decimal to its last digit: no binary number in between."""
    places = places_of(value)
    digits = f"{abs((value * 10**places).numerator):0{places + 1}}"
    whole, decimals = (digits[:-places], digits[-places:]) if places else (digits, "")
    return ("-" if value < 0 else "") + whole + (f".{decimals}" if decimals else "")
