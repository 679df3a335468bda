"""A score against the target of a statement: the state and its reason, in a fixed order of questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from metodbank.dates import in_words
from metodbank.indicators.goals import is_reached, to_goal
from metodbank.indicators.moments import has_ended
from metodbank.indicators.score import Absence, Assessment, Score, State, ToGoal
from metodbank.indicators.wording import target_text, value_text
from metodbank.models.framework import NOT_SET, YES, Framework, Statement, Target
from metodbank.models.indicator import AT_LEAST, AT_MOST, PERCENT


class Wanted(NamedTuple):
    """One statement of a framework, with what all its years have in common.

    `direction` is the way of its indicator, for targets that name none of their own; `first_year` and
    `last_year` are those of the framework.
    """

    framework_id: str
    framework: Framework
    statement: Statement
    direction: str
    targets: Mapping[int, Target]
    first_year: int | None
    last_year: int | None


def wanted(framework_id: str, framework: Framework, statement: Statement, direction: str) -> Wanted:
    """Return what asks for a value of each year."""
    targets = statement.targets_by_year
    first, last = framework.first_year, framework.last_year
    return Wanted(framework_id, framework, statement, direction, targets, first, last)


class Asked(NamedTuple):
    """What is assessed: a statement for a year, as of a day; `target` is None where there is none of it."""

    wants: Wanted
    year: int
    as_of: date
    target: Target | None

    @property
    def operator(self) -> str:
        """Return how the value is held against the target; the indicator's way where the act does not say."""
        return (self.target.operator if self.target else None) or self.wants.direction


def assess(
    wants: Wanted, score: Score, year: int, as_of: date, *, is_held_by_roadmap: bool | None
) -> Assessment:
    """Return the assessment of a score; `is_held_by_roadmap` is None where no roadmaps are counted."""
    target = wants.targets.get(year)
    asked = Asked(wants, year, as_of, target)
    state, reason = _state(asked, score, is_held_by_roadmap)
    return Assessment(
        framework=wants.framework_id,
        statement=wants.statement,
        territory=score.subject,
        year=year,
        state=state,
        reason=reason,
        score=score,
        target=target,
        to_goal=_to_goal(asked, score, is_held_by_roadmap) if state in _OF_TARGETS else None,
        is_retrospective=target is not None and target.is_set and wants.framework.is_retrospective(year),
        operator=asked.operator,
    )


_OF_TARGETS = {State.NOT_DUE, State.REACHED, State.NOT_REACHED}
_OF_ABSENCE = {Absence.NO_DATA: State.NO_DATA}


def _state(asked: Asked, score: Score, is_held_by_roadmap: bool | None) -> tuple[State, str]:
    last = asked.wants.last_year
    if last is not None and asked.year > last:
        return State.PERIOD_OVER, f"последний год системы показателей — {last}"
    target = asked.target
    if target is None or not target.is_set:
        return _without_target(asked)
    if not has_ended(asked.year, asked.as_of):
        return State.NOT_DUE, f"срок — {in_words(date(asked.year, 12, 31))}"
    if target.operator == YES:
        return _yes(score, asked.year, is_held_by_roadmap)
    if score.absence is not Absence.NONE or score.value is None or target.value is None:
        return _absent(score)
    return _compared(score, asked.operator, score.value, target.value)


def _without_target(asked: Asked) -> tuple[State, str]:
    targets = asked.wants.statement.targets
    if asked.target is not None:
        why = "не установлено" if asked.target.raw == NOT_SET else "значение цели не внесено"
        return State.NO_TARGET, f"на {asked.year} год в документе «{asked.target.raw}»: {why}"
    years = sorted(target.year for target in targets if target.is_set)
    if not years:
        return State.NO_TARGET, "документ называет показатель, но целей не устанавливает"
    in_years = f"{', '.join(map(str, years))} " + ("год" if len(years) == 1 else "годы")
    is_to_come = all(target.year > asked.year for target in targets) and not has_ended(years[0], asked.as_of)
    if is_to_come and not _is_before_all(asked):
        return State.NOT_DUE, f"цель установлена на {in_years}"
    return State.NO_TARGET, f"на {asked.year} год цели нет; она установлена на {in_years}"


def _is_before_all(asked: Asked) -> bool:
    """Return whether the year was over before the framework asked for anything: of that none is to come."""
    first = asked.wants.first_year
    return first is not None and asked.year < first and has_ended(asked.year, asked.as_of)


def _absent(score: Score) -> tuple[State, str]:
    return _OF_ABSENCE.get(score.absence, State.NOT_COMPUTABLE), score.reason


def _yes(score: Score, year: int, is_held_by_roadmap: bool | None) -> tuple[State, str]:
    if is_held_by_roadmap:
        return State.REACHED, f"дорожная карта утверждена, её период включает {year} год"
    if is_held_by_roadmap is False:
        return State.NOT_COMPUTABLE, score.reason or f"дорожной карты на {year} год нет"
    if score.absence is not Absence.NONE or score.value is None:
        return _absent(score)
    shown = value_text(score.value, score.unit)
    is_whole = score.value >= (100 if score.unit == PERCENT else 1)
    return (State.REACHED, f"есть: {shown}") if is_whole else (State.NOT_REACHED, f"есть не всё: {shown}")


def _compared(score: Score, operator: str, value: Fraction, target: Fraction) -> tuple[State, str]:
    shown, wanted = value_text(value, score.unit, operator, target), target_text(target, score.unit)
    if is_reached(value, operator, target):
        return State.REACHED, f"{shown} — {_WORDS[operator]} {wanted}"
    return State.NOT_REACHED, f"{shown}, а цель — {_WORDS[operator]} {wanted}"


_WORDS = {AT_LEAST: "не менее", AT_MOST: "не более"}


def _to_goal(asked: Asked, score: Score, is_held_by_roadmap: bool | None) -> ToGoal | None:
    target = asked.target
    if target is not None and target.operator == YES:
        is_there = _yes(score, asked.year, is_held_by_roadmap)[0] is State.REACHED
        return ToGoal(0, score.numerator.unit if score.numerator else "") if is_there else None
    if target is None or target.value is None:
        return None
    return to_goal(score, asked.operator, target.value)
