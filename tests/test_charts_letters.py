"""Where words of charts are broken: by the rules of Russian, and never inside a number or a date."""

from __future__ import annotations

from fractions import Fraction

import pytest

from metodbank.charts.letters import wrapped


@pytest.mark.parametrize(
    ("word", "width", "expected"),
    [
        ("профессиональных", 8, ("профессио-", "нальных")),
        ("профессиональных", 5, ("профес-", "сиональ-", "ных")),
        ("Константинопольского", 8, ("Константино-", "польского")),
        ("Константин", 6, ("Констан-", "тин")),
        ("методобъединения", 6, ("методобъ-", "единения")),
        ("01.01.2026–30.04.2025", 9, ("01.01.2026–", "30.04.2025")),
        ("30.04.2025", 5, ("30.04.2025",)),
        ("2025–2027", 9, ("2025–2027",)),
    ],
)
def test_words_are_broken_by_rule_and_numbers_never(word: str, width: int, expected: tuple[str, ...]) -> None:
    assert wrapped(word, Fraction(width)) == expected
