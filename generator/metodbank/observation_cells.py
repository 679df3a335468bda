"""Cells of a table of figures: numbers, days and states as people and spreadsheets write them.

What a text means is returned, or the finding for one that means nothing, without its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from metodbank.dates import parse_iso, suggest_iso
from metodbank.models.observation import APPROVED, PRELIMINARY
from metodbank.problems import Finding

T = TypeVar("T")

_SPACES = " \u00a0\u2007\u2009\u202f"
_WITHOUT_SPACES = str.maketrans("", "", _SPACES)
_GROUPED = f"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{1,3}}|[0-9]{{1,12}}"
_WHOLE = re.compile(rf"([-−]?)({_GROUPED})(?:[.,]0{{1,2}})?")
_DECIMAL = re.compile(rf"([-−]?)({_GROUPED})(?:[.,]([0-9]{{1,10}}))?[{_SPACES}]?%?")
_MIDNIGHT = re.compile(r" 0?0:00(?::00)?$")
_STATES = {
    "предварительно": PRELIMINARY,
    PRELIMINARY: PRELIMINARY,
    "утверждено": APPROVED,
    APPROVED: APPROVED,
}


class Meanings(dict[str, T | Finding], Generic[T]):
    """What the texts of a column mean; each is looked at once, however many rows say it."""

    def __init__(self, meaning: Callable[[str], T | Finding]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, text: str) -> T | Finding:
        """Look at a text that no row said before."""
        self[text] = found = self._meaning(text)
        return found


class TypedValue(NamedTuple):
    """A number and the text that was typed for it, with so many digits after the comma."""

    number: Fraction
    decimals: int
    text: str

    def stands_for(self, exact: Fraction) -> bool:
        """Return whether the exact number, rounded to as many digits, is the typed one."""
        return abs(exact - self.number) <= Fraction(1, 2 * 10**self.decimals)


def whole_number(text: str) -> int | Finding | None:
    """Return the whole number of `1 234`, or of `1 234,00` as a spreadsheet shows it; None for no text."""
    match = _WHOLE.fullmatch(text)
    if match is None:
        return Finding("MB946", value=text, details={"wanted": "целое число"}) if text else None
    return _signed(match[1], match[2])


def typed_value(text: str) -> TypedValue | Finding | None:
    """Return the number of `1 234,5`, `29.96` or `30 %`; None for no text."""
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return Finding("MB946", value=text, details={"wanted": "число"}) if text else None
    digits = match[3] or ""
    number = Fraction(_signed(match[1], match[2] + digits), 10 ** len(digits))
    return TypedValue(number, len(digits), text)


def _signed(sign: str, digits: str) -> int:
    number = int(digits.translate(_WITHOUT_SPACES))
    return -number if sign else number


def day_of(text: str) -> date | Finding:
    """Return the day of `2025-12-31` or, as a spreadsheet rewrites it, `31.12.2025`, with midnight or not."""
    said = _MIDNIGHT.sub("", text)
    day = parse_iso(said) or parse_iso("" if "/" in said else suggest_iso(said))
    return day or Finding("MB947", value=text)


def state_of(text: str) -> tuple[str, str] | Finding:
    """Return the state and the act named after it; an empty cell is preliminary."""
    word, _, act = text.partition(" ")
    state = _STATES.get(word.lower()) if text else PRELIMINARY
    act = act.strip()
    if state is None or bool(act) != (state == APPROVED):
        return Finding("MB945", value=text)
    return state, act
