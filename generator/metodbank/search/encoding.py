"""Data as scripts that hand it over, and words as text of one byte a letter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_SWAPPED = str.maketrans(
    _LETTERS + "abcdefghijklmnopqrstuvwxyzABCDEF", "abcdefghijklmnopqrstuvwxyzABCDEF" + _LETTERS
)


def swapped(word: str) -> str:
    """Return the word with Latin letters for Russian ones, one byte each, and the other way round."""
    return word.translate(_SWAPPED)


def script(name: str, *data: object) -> bytes:
    """Return the script that hands data over to the search under a name."""
    said = ",".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in (name, *data))
    return f"metodbankSearch({said})\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def data_in(content: bytes) -> list[Any]:
    """Return what a script hands over, its name first."""
    said = content.decode().removeprefix("metodbankSearch(").removesuffix(")\n")
    data: list[Any] = json.loads(f"[{said}]")
    return data


def common_beginning(words: Sequence[str]) -> str:
    """Return what all of the words begin with."""
    first, last = min(words), max(words)
    same = next((place for place, letter in enumerate(first) if letter != last[place]), len(first))
    return first[:same]


def told_from(before: str, word: str) -> str:
    """Return a word as how many letters it has of the one before, a digit, and the rest swapped."""
    same = min(len(common_beginning((before, word))), len(DIGITS) - 1)
    return DIGITS[same] + swapped(word[same:])


def told_after(before: str, told: str) -> str:
    """Return the word that was told from the one before."""
    return before[: int(told[0], len(DIGITS))] + swapped(told[1:])
