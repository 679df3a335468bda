"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from metodbank.patterns import regex


def test_pattern_does_what_a_compiled_one_does() -> None:
    digits = regex(r"(\d+)-(?P<last>\d+)", re.IGNORECASE)
    found = digits.search("дом 12-34")
    assert found is not None
    assert (found.groups(), found["last"]) == (("12", "34"), "34")
    assert digits.sub("№", "1-2 и 3-4") == "№ и №"
    assert [match.group() for match in digits.finditer("1-2 3-4")] == ["1-2", "3-4"]
    assert digits.pattern == r"(\d+)-(?P<last>\d+)"
    assert regex("ДА", re.IGNORECASE).fullmatch("да")
    assert regex(rb"\d").findall(b"a1b2") == [b"1", b"2"]


def test_wrong_source_is_told_at_the_first_use() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")
