"""Which indicators of a territory ask for help in a year, and why."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from metodbank.indicators.score import Absence, Assessment, State


class Need(StrEnum):
    """What is wrong, the gravest first."""

    SHORT = "short"
    NEAR = "near"
    NO_DATA = "no-data"
    NOT_COMPUTABLE = "not-computable"


def need_of(assessments: Iterable[Assessment]) -> Need | None:
    """Return why an indicator asks for help, the gravest of its statements; None where it does not.

    A year that is not over is short of nothing yet: what it lacks now is `NEAR`.
    """
    needs = {need for each in assessments if (need := _need(each))}
    return next((need for need in Need if need in needs), None)


def _need(found: Assessment) -> Need | None:
    match found.state:
        case State.NOT_REACHED:
            return Need.SHORT
        case State.NO_DATA:
            return Need.NO_DATA
        case State.NOT_COMPUTABLE:
            return None if found.score.is_hidden else Need.NOT_COMPUTABLE
        case State.NOT_DUE if found.target is not None and found.target.is_set:
            return _before_term(found)
    return None


def _before_term(found: Assessment) -> Need | None:
    if found.to_goal is not None:
        return Need.NEAR if found.to_goal.number else None
    match found.score.absence:
        case Absence.NO_DATA:
            return Need.NO_DATA
        case Absence.NOT_COMPUTABLE:
            return Need.NOT_COMPUTABLE
        case Absence.NONE:
            return Need.NEAR
    return None
