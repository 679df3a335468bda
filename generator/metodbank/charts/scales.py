"""Axes of numbers: from nothing, or from below the least of numbers that are all large, by round steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from typing import TypeVar

from metodbank.russian_words import NO_BREAK, number_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high` with a mark at every `step`."""

    low: Fraction
    high: Fraction
    step: Fraction

    def part(self, value: Fraction) -> Fraction:
        """Return where the value is, 0..1."""
        inside = min(max(value, self.low), self.high)
        return (inside - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> tuple[Fraction, ...]:
        """Return the marks, the least first."""
        return tuple(
            self.low + self.step * place for place in range(int((self.high - self.low) / self.step) + 1)
        )


def scale_of(values: Sequence[Fraction], *, from_zero: bool, intervals: int = 4) -> Scale:
    """Return the axis for the values; a percentage has no mark above 100."""
    most = max((*values, Fraction(0)))
    least = min(values, default=Fraction(0))
    if most <= 0 and least >= 0:
        return Scale(Fraction(0), Fraction(1), Fraction(1))
    low = Fraction(0) if from_zero or 3 * least < 2 * most else least
    low = min(low, least)
    step = _step((most - low) / intervals or most / intervals, all(each.denominator == 1 for each in values))
    bottom = low // step * step
    top = -(-most // step) * step
    return Scale(bottom, max(top, bottom + step), step)


def _step(least: Fraction, is_whole: bool) -> Fraction:
    """Return the next round number: 1, 2, 5, 10, 20, 50…; not below one where things are counted."""
    power = Fraction(1)
    while power > least and not (is_whole and power == 1):
        power /= 10
    for _ in count():
        for times in (1, 2, 5):
            if times * power >= least:
                return times * power
        power *= 10
    raise AssertionError("round numbers have no end")


def tick_text(tick: Fraction, is_percent: bool) -> str:
    """Return a mark of an axis in Russian."""
    text = number_text(tick.numerator if tick.denominator == 1 else float(tick))
    return f"{text}{NO_BREAK}%" if is_percent else text


def are_percentages(texts: Sequence[str]) -> bool:
    """Return whether every text says a percentage."""
    return bool(texts) and all(text.rstrip().endswith("%") for text in texts)


def halving(things: Sequence[T]) -> list[list[T]]:
    """Return a row of things in groups, so that as many groups as there is room for stand evenly.

    The last thing is in the first group; each group stands between the things of those before it.
    """
    step = 1 << max(len(things) - 1, 0).bit_length()
    groups: list[list[T]] = []
    backwards = things[::-1]
    while step:
        group = [backwards[place] for place in range(0, len(things), step) if not groups or place // step % 2]
        if group:
            groups.append(group)
        step //= 2
    return groups
