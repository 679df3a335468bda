"""An answer to what a form asks: words, a number where there is one, the ground, or why it is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from metodbank.indicators.wording import fraction_text, rounded, with_unit
from metodbank.models.indicator import COUNT, PERCENT, YES_NO
from metodbank.reporting.basis import Basis

_MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is shown, rounded already, with so many decimals.

    `is_percent` where 65 stands for 65 %, `is_plain` where thousands are not parted, as in a year.
    """

    value: Fraction
    places: int = 0
    is_percent: bool = False
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What takes the place of the brackets.

    `text` stands inside other text, `number` in a cell of its own. `lack` tells in Russian why there is no
    answer; `text` then says so in a word or two. `basis` is None where nothing was counted, `act` tells
    which document wants the target that the answer is about.
    """

    text: str
    number: Number | None = None
    basis: Basis | None = None
    lack: str = ""
    act: str = ""

    def resting_on(self, basis: Basis, act: str = "") -> Answer:
        """Return the same answer with its ground."""
        return replace(self, basis=basis, act=act)


def missing(text: str, why: str) -> Answer:
    """Return that there is no answer: in a word for the form, with the reason for the list."""
    return Answer(text, lack=why)


def shown_number(value: Fraction, unit: str, shown: str) -> Number | None:
    """Return the number that is shown as `shown`; None where the value is told in words only."""
    if unit == YES_NO:
        return None
    if unit == COUNT and value.denominator == 1:
        return Number(value)
    for places in range(1, _MOST_PLACES + 1):
        if with_unit(fraction_text(value, places), unit) == shown:
            return Number(rounded(value, places), places, unit == PERCENT)
    return None


def target_number(value: Fraction, unit: str) -> Number:
    """Return a target with as many decimals as the values beside it, or more where it has more."""
    least = 0 if unit == COUNT else 1
    for places in range(least, 5):
        if rounded(value, places) == value:
            return Number(value, places, unit == PERCENT)
    return Number(rounded(value, 4), 4, unit == PERCENT)
