"""Scores for the eye, in Russian: rounded half up, and never rounded onto a target that is not reached."""

from __future__ import annotations

from fractions import Fraction

from metodbank.indicators.goals import is_reached
from metodbank.indicators.score import Coverage, Score, ToGoal
from metodbank.models.indicator import AT_LEAST, AT_MOST, PER_ONE, PERCENT, YES_NO
from metodbank.russian_words import NO_BREAK, counted, number_text, plural

_COUNTED = {
    "people": ("человек", "человека", "человек"),
    "methodists": ("методист", "методиста", "методистов"),
    "teams": ("команда", "команды", "команд"),
    "organizations": ("организация", "организации", "организаций"),
    "programs": ("программа", "программы", "программ"),
    "measures": ("мероприятие", "мероприятия", "мероприятий"),
    "stages": ("стадия", "стадии", "стадий"),
    "indicators": ("показатель", "показателя", "показателей"),
    "practices": ("практика", "практики", "практик"),
    "internships": ("стажировка", "стажировки", "стажировок"),
    "associations": ("объединение", "объединения", "объединений"),
    "events": ("мероприятие", "мероприятия", "мероприятий"),
    "reports": ("отчёт", "отчёта", "отчётов"),
}
_OTHER = ("единица", "единицы", "единиц")
_ONE_MORE = {
    "people": "человека",
    "methodists": "методиста",
    "teams": "команду",
    "organizations": "организацию",
    "programs": "программу",
    "stages": "стадию",
    "practices": "практику",
    "internships": "стажировку",
}
"""What stands after «на 1» or «на 21», where it is not as in «до цели 1»."""

GOAL_REACHED = "цель достигнута"


def rounded(value: Fraction, places: int) -> Fraction:
    """Return the value rounded half up, away from zero for a difference below it."""
    scaled = _scaled(value, places)
    return Fraction(-scaled if value < 0 else scaled, 10**places)


def fraction_text(value: Fraction, places: int = 2) -> str:
    """Return a fraction rounded half up to at most so many decimals as 1 234,5."""
    whole, rest = divmod(_scaled(value, places), 10**places)
    decimals = f"{rest:0{places}}".rstrip("0")
    sign = "−" if value < 0 and (whole or rest) else ""
    return sign + number_text(whole) + (f",{decimals}" if decimals else "")


def _scaled(value: Fraction, places: int) -> int:
    """Return the rounded amount of the value in units of the last decimal, without a sign."""
    parts: int = abs(value.numerator) * 10**places
    return (2 * parts + value.denominator) // (2 * value.denominator)


def with_unit(text: str, unit: str) -> str:
    """Return a number with the sign of the indicator's unit."""
    sign = {PERCENT: "%", PER_ONE: "чел."}.get(unit, "")
    return f"{text}{NO_BREAK}{sign}" if sign else text


def value_text(
    value: Fraction, unit: str, operator: str | None = None, target: Fraction | None = None
) -> str:
    """Return the value as it is shown: 65 %, 29,96 % beside a target of 30 %, «менее 30 %» nearer still."""
    if unit == YES_NO:
        return "есть" if value >= 1 else "нет"
    if target is None or operator not in {AT_LEAST, AT_MOST} or is_reached(value, operator, target):
        return with_unit(fraction_text(value, 1), unit)
    for places in (1, 2):
        if not is_reached(rounded(value, places), operator, target):
            return with_unit(fraction_text(value, places), unit)
    than = "более" if operator == AT_MOST else "менее"
    return f"{than} {target_text(target, unit)}"


def target_text(target: Fraction, unit: str) -> str:
    """Return a target with its unit."""
    return with_unit(fraction_text(target), unit)


def shown_number(value: Fraction, text: str, unit: str) -> Fraction:
    """Return the number that the text of a value shows, the value itself where it shows another one.

    Whoever takes one shown value from another with a pocket calculator gets the difference of these.
    """
    for places in (1, 2):
        if text == with_unit(fraction_text(value, places), unit):
            return rounded(value, places)
    return value


def beside_text(own: Fraction, other: Fraction, unit: str) -> str:
    """Return how much more or less one shown number is: «на 2,3 п. п. меньше»; empty where they are alike."""
    difference = own - other
    amount = abs(rounded(difference, 2))
    if unit == YES_NO or not amount:
        return ""
    sign = {PERCENT: "п.\u00a0п.", PER_ONE: "чел."}.get(unit, "")
    shown = f"{fraction_text(amount)}{NO_BREAK}{sign}" if sign else fraction_text(amount)
    return f"на {shown} {'больше' if difference > 0 else 'меньше'}"


def counted_text(number: int, unit: str) -> str:
    """Return so many people, teams or programs in words: 13 человек."""
    return counted(number, *_COUNTED.get(unit, _OTHER))


def lacking_text(number: int, unit: str) -> str:
    """Return so many of a thing as they stand after «из» or «не хватает»: 21 человека, 20 человек."""
    _, few, many = _COUNTED.get(unit, _OTHER)
    return counted(number, few, many, many)


def _by(number: int, unit: str) -> str:
    """Return by how many something is more or fewer: на 1 методиста."""
    one, few, many = _COUNTED.get(unit, _OTHER)
    return f"на {counted(number, _ONE_MORE.get(unit, one), few, many)}"


def to_goal_text(goal: ToGoal) -> str:
    """Return «до цели 5 человек», or how many fewer, or how many more of the denominator would do."""
    if not goal.number:
        return GOAL_REACHED
    if not goal.is_fewer:
        return f"до цели {counted_text(goal.number, goal.unit)}"
    text = f"до цели нужно {_by(goal.number, goal.unit)} меньше"
    if goal.or_more is None:
        return text
    return f"{text} или {_by(goal.or_more, goal.or_unit)} больше"


def coverage_text(coverage: Coverage) -> str:
    """Return «отчитались 6 из 8», or of how many organizations the register is complete."""
    of_all = f"{number_text(coverage.reported)} из {number_text(coverage.expected)}"
    if coverage.are_providers:
        if not coverage.expected:
            return "организаций, у которых есть действующие программы, нет"
        whose = plural(coverage.expected, "организации", "организаций", "организаций")
        return f"реестр программ полон у {of_all} {whose}"
    verb = plural(coverage.reported, "отчиталась", "отчитались", "отчитались")
    return f"{verb} {of_all}"


def formula_text(score: Score, shown: str = "") -> str:
    """Return the formula with the numbers in it: 13 / 20 × 100 = 65 %; empty where a number is unknown.

    `shown` is how the value is shown, where a target is near.
    """
    if score.value is None or score.numerator is None or score.numerator.value is None:
        return ""
    plain = value_text(score.value, score.unit)
    shown = shown or plain
    places = 1 if shown == plain else 2
    is_exact = rounded(score.value, places) == score.value
    sign = "=" if is_exact else "—" if shown[0].isalpha() else "≈"
    above = number_text(score.numerator.value)
    if score.denominator is None:
        return shown
    if score.denominator.value is None:
        return ""
    times = " × 100" if score.unit == PERCENT else ""
    return f"{above} / {number_text(score.denominator.value)}{times} {sign} {shown}"
