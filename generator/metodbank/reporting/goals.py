"""Targets, states and «до цели» for a form: by the statement that was named, else by the first that asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from metodbank.indicators.score import State
from metodbank.indicators.wording import GOAL_REACHED
from metodbank.models.framework import YES
from metodbank.models.indicator import PERCENT
from metodbank.open_data.definition_shapes import TargetData
from metodbank.open_data.documents import AskingData
from metodbank.pages.indicator_views import SIGNS
from metodbank.reporting.answer import Answer, missing, target_number
from metodbank.reporting.asked import Asked

_PARTED = ", "
NOT_SET = "не установлена"
_WITHOUT_TARGET = {State.NO_TARGET: "цель не установлена", State.PERIOD_OVER: State.PERIOD_OVER.words}
_WITHOUT_VALUE = {State.NO_DATA, State.NOT_COMPUTABLE}


def statement_asked(asked: Asked, asking: Iterable[AskingData]) -> AskingData | None:
    """Return the statement that was named; else of those that are followed the first with a target."""
    found = [each for each in asking if _is_meant(each, asked)]
    with_target = [each for each in found if _target(each, asked.year) is not None]
    return next(iter([*with_target, *found]), None)


def target_answer(asking: AskingData | None, asked: Asked, unit: str) -> Answer:
    """Return the target of the year."""
    if asking is None:
        return _nobody_asks()
    target = _target(asking, asked.year)
    if target is None or not target.text:
        return Answer(NOT_SET)
    is_number = target.value is not None and target.operator != YES
    number = target_number(Fraction(str(target.value)), unit) if is_number else None
    return Answer(target.text, number)


def target_words(asking: AskingData | None, asked: Asked) -> Answer:
    """Return the target of the year in words, with «не менее» or «не более», in a cell of its own too."""
    return replace(target_answer(asking, asked, PERCENT), number=None)


def state_answer(asking: AskingData | None) -> Answer:
    """Return the state by sign and word; over incomplete data, over whose it is."""
    found = asking.assessment if asking else None
    if found is None:
        return _not_assessed(asking)
    is_verdict = found.state in {State.REACHED, State.NOT_REACHED}
    parts = (SIGNS[found.state], found.state_text, found.partly if is_verdict else "")
    text = " ".join(part for part in parts if part)
    return missing(text, found.reason) if found.state in _WITHOUT_VALUE else Answer(text)


def standing_answer(asking: AskingData | None) -> Answer:
    """Return the state and how the value stands as of the day, also before its term."""
    found = asking.assessment if asking else None
    if found is None:
        return _not_assessed(asking)
    text = f"{SIGNS[found.state]} {found.standing_text}"
    return missing(text, found.reason) if found.state in _WITHOUT_VALUE else Answer(text)


def goal_answer(asking: AskingData | None, absent: Answer | None) -> Answer:
    """Return what is missing for the target; `absent` tells why there is no value, None if there is one."""
    found = asking.assessment if asking else None
    if found is None:
        return _not_assessed(asking)
    if found.to_goal is not None:
        return Answer(found.to_goal.text)
    if found.state is State.REACHED:
        return Answer(GOAL_REACHED)
    if found.state in _WITHOUT_TARGET:
        return Answer(_WITHOUT_TARGET[found.state])
    if absent is not None:
        return absent
    return missing("не рассчитывается", "значение внесено без числителя и знаменателя")


def act_text(asking: AskingData | None, year: int) -> str:
    """Return which document wants the target of a year, with its clause and its own words."""
    target = _target(asking, year) if asking else None
    if asking is None or target is None:
        return ""
    where = _place(asking.framework.citation, asking.statement.clause or asking.statement.number)
    return f"Цель на {year} год: «{target.raw}» ({where})"


def is_yes_no(asking: AskingData | None, year: int) -> bool:
    """Return whether the statement asks that a thing is there at all, not how much of it."""
    target = _target(asking, year) if asking else None
    return target is not None and target.operator == YES


def yes_answer(asking: AskingData | None, value: str) -> Answer | None:
    """Return whether the thing is there in full, with its value where it is not; None where nobody knows."""
    found = asking.assessment if asking else None
    if found is not None and found.to_goal is not None and not found.to_goal.number:
        return Answer("есть")
    return Answer(f"есть не всё: {value}") if value else None


def _place(citation: str, clause: str) -> str:
    """Return citation and clause as one; what both of them say is said once."""
    parts = clause.split(_PARTED)
    for said in range(len(parts), 0, -1):
        if citation.endswith(f"{_PARTED}{_PARTED.join(parts[:said])}"):
            parts = parts[said:]
            break
    return _PARTED.join(part for part in (citation, *parts) if part)


def _is_meant(each: AskingData, asked: Asked) -> bool:
    if asked.framework:
        return (each.framework.id, each.statement.id) == (asked.framework, asked.statement)
    return each.framework.is_followed and not each.statement.dropped_reason


def _target(asking: AskingData, year: int) -> TargetData | None:
    return next((each for each in asking.statement.targets if each.year == year), None)


def _nobody_asks() -> Answer:
    return missing(NOT_SET, "ни одна система, за которой база следит, этого показателя не требует")


def _not_assessed(asking: AskingData | None) -> Answer:
    if asking is None:
        return _nobody_asks()
    dropped = asking.statement.dropped_reason
    if dropped:
        return missing("не оценивается", f"регион исключил пункт: {dropped}")
    if not asking.framework.is_followed:
        return missing("не оценивается", f"за системой {asking.framework.id} база не следит")
    return missing("не оценивается", "пункт относится к региону в целом")
