"""How a value stands against its target as of the day, in words: one vocabulary for pages and reports."""

from __future__ import annotations

from enum import StrEnum

from metodbank.indicators.goals import is_reached
from metodbank.indicators.score import Absence, Assessment, Coverage, Origin, Score, State
from metodbank.indicators.wording import GOAL_REACHED, to_goal_text
from metodbank.russian_words import number_text


class Standing(StrEnum):
    """How a value stands as of the day, whatever the term; `NONE` where there is no target to hold it to."""

    ANSWERS = "answers"
    SHORT = "short"
    NO_DATA = "no-data"
    NOT_COMPUTABLE = "not-computable"
    HIDDEN = "hidden"
    NONE = "none"


_OF_STATES = {
    State.REACHED: Standing.ANSWERS,
    State.NOT_REACHED: Standing.SHORT,
    State.NO_TARGET: Standing.NONE,
    State.PERIOD_OVER: Standing.NONE,
}
_OF_ABSENCES = {
    Absence.HIDDEN: Standing.HIDDEN,
    Absence.NOT_COMPUTABLE: Standing.NOT_COMPUTABLE,
    Absence.NO_DATA: Standing.NO_DATA,
    Absence.NOT_DUE: Standing.NONE,
}
_HIDDEN = "скрыто: малая группа"
_EARLY = {
    Standing.ANSWERS: "уже отвечает цели",
    Standing.SHORT: "ещё не отвечает цели",
    Standing.NO_DATA: "данных пока нет",
    Standing.NOT_COMPUTABLE: "пока не рассчитывается",
    Standing.HIDDEN: _HIDDEN,
    Standing.NONE: "",
}


def standing_of(found: Assessment) -> Standing:
    """Return how the value stands as of the day; before its term too, by the exact value."""
    if found.state in _OF_STATES:
        return _OF_STATES[found.state]
    score, target = found.score, found.target
    if target is None or not target.is_set:
        return Standing.NONE
    if found.to_goal is not None:
        return Standing.SHORT if found.to_goal.number else Standing.ANSWERS
    if score.absence in _OF_ABSENCES:
        return _OF_ABSENCES[score.absence]
    if score.value is None or target.value is None:
        return Standing.SHORT  # «есть» is asked for, and it is not all there
    is_met = is_reached(score.value, found.operator, target.value)
    return Standing.ANSWERS if is_met else Standing.SHORT


def standing_text(found: Assessment) -> str:
    """Return the state and how the value stands: «срок не наступил; до цели 5 человек».

    Of a value over incomplete data it says over whose: «достигнут по тем, кто отчитался (3 из 4)».
    """
    standing = standing_of(found)
    now = ""
    if standing is Standing.SHORT and found.to_goal is not None:
        now = to_goal_text(found.to_goal)
    elif found.state is State.NOT_DUE:
        now = _EARLY[standing]
    elif standing is Standing.HIDDEN:
        now = _HIDDEN
    partly = partly_text(found)
    text = "; ".join(part for part in (found.state.words, now) if part)
    return f"{text} {partly}" if partly else text


def goal_text(found: Assessment) -> str:
    """Return what is missing for the target; that nothing is, over incomplete data with whose they are.

    Before the term nothing is reached yet: «уже отвечает цели».
    """
    if found.to_goal is None:
        return ""
    if found.to_goal.number:
        return to_goal_text(found.to_goal)
    text = _EARLY[Standing.ANSWERS] if found.state is State.NOT_DUE else GOAL_REACHED
    partly = partly_text(found)
    return f"{text} {partly}" if partly else text


def partly_text(found: Assessment) -> str:
    """Return «по тем, кто отчитался (3 из 4)» where a verdict rests on incomplete data, else nothing."""
    is_verdict = standing_of(found) in {Standing.ANSWERS, Standing.SHORT}
    return covered_text(found.score) if is_verdict else ""


def covered_text(score: Score) -> str:
    """Return over whose data a value is, empty where it is over all of them or rests on a row of its own."""
    coverage = score.coverage
    is_partial = coverage is not None and 0 < coverage.reported < coverage.expected
    if coverage is None or not is_partial or score.value is None or score.origin in _OWN:
        return ""
    return _of_those(coverage)


_OWN = {Origin.OWN_ROW, Origin.ENTERED}


def _of_those(coverage: Coverage) -> str:
    of_all = f"{number_text(coverage.reported)} из {number_text(coverage.expected)}"
    who = "организациям с полным реестром программ" if coverage.are_providers else "тем, кто отчитался"
    return f"по {who} ({of_all})"
