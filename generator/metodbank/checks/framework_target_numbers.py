"""Targets whose number is not that of the act's words, or is one that the indicator cannot have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from metodbank.checks.check import Looking, Placed
from metodbank.checks.framework_places import ToldFramework, label, told_frameworks
from metodbank.checks.framework_targets_unread import number_in
from metodbank.indicators.wording import fraction_text
from metodbank.models.framework import Statement, Target
from metodbank.models.indicator import AT_LEAST, PER_ONE, PERCENT, YES_NO, Indicator

_OF_SHARES = re.compile(r"%|\bпроцент", re.IGNORECASE)
_OF_PEOPLE = re.compile(r"\bчел(?:\.|овек)", re.IGNORECASE)
_PEOPLE = "people"
_WHOLE = 100


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the targets whose number is most likely a slip of the hand; they are assessed all the same."""
    indicators = looking.base.indicators
    for framework in told_frameworks(looking):
        for statement in framework.definition.assessed:
            layered = indicators.get(statement.indicator)
            for place, target in enumerate(statement.targets):
                if target.value is not None and layered is not None:
                    yield from _slips(framework, statement, place, target.value, layered.definition)


def _slips(
    framework: ToldFramework, statement: Statement, place: int, value: Fraction, definition: Indicator
) -> Iterator[Placed]:
    target = statement.targets[place]
    details = {"statement": label(statement), "year": str(target.year), "raw": target.raw}
    at, written = ("targets", place, "value"), fraction_text(value, 3)
    said = number_in(target)
    if said and Fraction(said) != value:
        yield from framework.tell_of(statement, "MB920", details, *at, value=written)
        return
    what = _unlike(statement, target, value, definition)
    if what:
        details |= {"what": what, "indicator": definition.short_title}
        yield from framework.tell_of(statement, "MB921", details, *at, value=written)


def _unlike(statement: Statement, target: Target, value: Fraction, definition: Indicator) -> str:
    """Return in Russian why the indicator cannot have such a target, empty where it can."""
    unit = definition.unit
    if unit == PERCENT and not 0 <= value <= _WHOLE:
        return "доля бывает от 0 до 100\u00a0%"
    if not value and (target.operator or definition.direction) == AT_LEAST:
        return "«не менее 0» достигнуто всегда"
    if unit != PERCENT and (statement.unit == PERCENT or _OF_SHARES.search(target.raw)):
        return "документ говорит о процентах, а показатель считают не в процентах"
    is_of_people = statement.unit == _PEOPLE or _OF_PEOPLE.search(target.raw)
    if unit in {PERCENT, YES_NO} and is_of_people and not _OF_SHARES.search(target.raw):
        return "документ говорит о людях, а показатель — не число людей"
    if unit == PER_ONE and statement.unit == YES_NO:
        return "документ спрашивает «да или нет», а показатель — число людей"
    return ""
