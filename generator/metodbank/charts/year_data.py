"""What a chart of years is made of, and the years that say the same one after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

NO_DATA = "нет данных"
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class YearValue:
    """The value of a year as it is said; None where there is none, and then the text may say why."""

    year: int
    value: Fraction | None
    text: str
    is_preliminary: bool = False


@dataclass(frozen=True, slots=True)
class YearGoal:
    """The target of a year as it is said."""

    year: int
    value: Fraction
    text: str


OfYear = TypeVar("OfYear", YearValue, YearGoal)


def runs_of(things: Sequence[OfYear], said: Callable[[OfYear], object]) -> list[list[OfYear]]:
    """Return things in order of year; those of following years that say the same stand together."""
    runs: list[list[OfYear]] = []
    for each in things:
        last = runs[-1][-1] if runs else None
        if last and last.year + 1 == each.year and said(last) == said(each):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def absences_of(values: Sequence[YearValue]) -> list[list[YearValue]]:
    """Return the years that are known to have no value, those that say the same together."""
    return runs_of([each for each in values if each.value is None], lambda each: each.text)


def goal_word(goals: Sequence[YearGoal]) -> str:
    """Return what all targets say before their number, «не менее»; nothing where it differs."""
    if not all(_DIGIT.search(goal.text) for goal in goals):
        return ""
    words = {_DIGIT.split(goal.text, maxsplit=1)[0] for goal in goals}
    return words.pop() if len(words) == 1 else ""
