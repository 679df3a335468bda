"""A score as it may be told: without the numbers that would tell of single persons, wherever they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from metodbank.indicators.score import Absence, Count, Ground, OwnRow, Score
from metodbank.indicators.small_groups import Secrets

SMALL_GROUP = "скрыто: малая группа"

GroundT = TypeVar("GroundT", bound=Ground)


def told(score: Score, secrets: Secrets) -> Score:
    """Return the score without what is secret; the one that has nothing secret is the very same."""
    if secrets.hides(score.indicator, score.subject):
        return _hidden(score)
    hides_own = score.own is not None and (score.indicator, score.subject) in secrets.own
    if not secrets.cells and not hides_own:
        return score
    return replace(
        score,
        numerator=_without_amounts(score.numerator, secrets),
        denominator=_without_amounts(score.denominator, secrets),
        own=_without_numbers(score.own) if score.own is not None and hides_own else score.own,
    )


def _hidden(score: Score) -> Score:
    """Return the score with no number in it; that there is a row, and where, the repository tells anyway."""
    if score.absence is not Absence.NONE:
        return score
    return replace(
        score,
        numerator=_emptied(score.numerator),
        denominator=_emptied(score.denominator),
        value=None,
        absence=Absence.HIDDEN,
        reason=SMALL_GROUP,
        source="",
        own=_without_numbers(score.own) if score.own is not None else None,
    )


def _emptied(count: Count | None) -> Count | None:
    if count is None:
        return None
    counted = tuple(replace(ground, amount=None) for ground in count.counted)
    left_out = tuple(replace(ground, amount=None) for ground in count.left_out)
    return replace(count, value=None, counted=counted, left_out=left_out)


def _without_amounts(count: Count | None, secrets: Secrets) -> Count | None:
    if count is None:
        return None
    counted, left_out = _blanked(count.counted, secrets), _blanked(count.left_out, secrets)
    return replace(count, counted=counted, left_out=left_out)


def _blanked(grounds: tuple[GroundT, ...], secrets: Secrets) -> tuple[GroundT, ...]:
    return tuple(replace(each, amount=None) if each.subject in secrets.cells else each for each in grounds)


def _without_numbers(own: OwnRow) -> OwnRow:
    return OwnRow(
        None, None, None, None, None, None,
        is_preliminary=own.is_preliminary, file=own.file, line=own.line, reason=SMALL_GROUP,
    )  # fmt: skip
