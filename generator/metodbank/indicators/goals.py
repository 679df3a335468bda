"""What is missing for a target, in whole people, teams, programs or measures.

Everything is whole numbers across: fractions are as exact, but thousands of them take four times as long.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from metodbank.indicators.score import Score, ToGoal
from metodbank.models.indicator import AT_MOST, PERCENT


def is_reached(value: Fraction, operator: str, target: Fraction) -> bool:
    """Return whether the exact value meets the target; nothing is rounded for it."""
    own, wanted = value.numerator * target.denominator, target.numerator * value.denominator
    return own <= wanted if operator == AT_MOST else own >= wanted


def to_goal(score: Score, operator: str, target: Fraction) -> ToGoal | None:
    """Return the least that must be added or taken away; None where the parts are unknown or hidden.

    Of a share only the numerator changes: whoever is in the base is in it already.
    """
    numerator, denominator = score.numerator, score.denominator
    base = 1 if denominator is None else denominator.value
    if numerator is None or numerator.value is None or base is None:
        return None
    # The numerator must come to `wanted / whole`.
    wanted, whole = target.numerator * base, target.denominator * (100 if score.unit == PERCENT else 1)
    if operator != AT_MOST:
        return ToGoal(max(0, _up(wanted, whole) - numerator.value), numerator.unit)
    fewer = max(0, numerator.value - wanted // whole)
    goal = ToGoal(fewer, numerator.unit, is_fewer=True)
    if not fewer or score.unit == PERCENT or not target or denominator is None:
        return goal
    enough = _up(numerator.value * target.denominator, target.numerator)
    return replace(goal, or_more=enough - base, or_unit=denominator.unit)


def _up(number: int, by: int) -> int:
    """Return the least whole number that is not less than one divided by the other."""
    return -(-number // by)
