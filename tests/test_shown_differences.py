"""Differences for the eye are those of the numbers as they are shown."""

from __future__ import annotations

from fractions import Fraction

import pytest

from metodbank.indicators.wording import beside_text, shown_number


@pytest.mark.parametrize(
    ("own", "own_text", "home", "home_text", "expected"),
    [
        # 34,54 and 33,06: exactly 1,48; on the page 34,5 and 33,1.
        ("34.54", "34,5\u00a0%", "33.06", "33,1\u00a0%", "на 1,4\u00a0п.\u00a0п. больше"),
        ("20.26", "20,3\u00a0%", "21.14", "21,1\u00a0%", "на 0,8\u00a0п.\u00a0п. меньше"),
        # Beside a target of 30 % a value is shown nearer.
        ("29.96", "29,96\u00a0%", "28.04", "28\u00a0%", "на 1,96\u00a0п.\u00a0п. больше"),
        ("18.62", "18,6\u00a0%", "18.58", "18,6\u00a0%", ""),
    ],
)
def test_difference_is_that_of_the_shown_numbers(
    own: str, own_text: str, home: str, home_text: str, expected: str
) -> None:
    here = shown_number(Fraction(own), own_text, "percent")
    there = shown_number(Fraction(home), home_text, "percent")
    assert beside_text(here, there, "percent") == expected
