"""Scores as they are given out: numbers that may be told, each ground with its place and its source."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from typing import Literal

from metodbank.indicators.score import Assessment, Count, Coverage, Ground, OwnRow, Score
from metodbank.indicators.scoring import Scoring
from metodbank.indicators.standing import goal_text, partly_text, standing_of, standing_text
from metodbank.indicators.wording import (
    counted_text,
    coverage_text,
    formula_text,
    fraction_text,
    rounded,
    shown_number,
    value_text,
)
from metodbank.models.indicator import PERCENT
from metodbank.open_data.definitions_told import Definitions
from metodbank.open_data.score_shapes import (
    AssessmentData,
    CountData,
    CoverageData,
    GroundData,
    LeftOutData,
    OwnRowData,
    ScoreData,
    ToGoalData,
)
from metodbank.open_data.statuses import NO_STATUS, Statuses
from metodbank.russian_words import number_text

_PLACES = 4


class Scores:
    """Tells the scores of one base."""

    def __init__(self, scoring: Scoring, definitions: Definitions) -> None:
        self._scoring = scoring
        self._definitions = definitions
        self._statuses = Statuses(scoring.base)

    def score(self, score: Score, territory: str, shown: str) -> ScoreData:
        """Return a score of a territory, or of an organization in it; `shown` is the value for the eye."""
        base = self._scoring.base
        kind = "organization" if score.of_provider else "territory"
        status = self._statuses.of_score(score)
        return ScoreData(
            indicator=score.indicator,
            territory=territory,
            provider=score.subject if score.of_provider else "",
            name=base.name_of(kind, score.subject),
            year=score.year,
            moment=score.moment,
            value=_number(score.value),
            exact="" if score.value is None else str(score.value),
            text=shown,
            formula=formula_text(score, shown),
            numerator=self._count(score, score.numerator),
            denominator=self._count(score, score.denominator),
            absence=score.absence,
            reason=score.reason,
            remark=score.remark,
            coverage=_coverage(score.coverage),
            status=status.id,
            status_text=status.text,
            origin=score.origin,
            source=score.source,
            own=self._own(score, shown),
        )

    def assessment(self, found: Assessment) -> AssessmentData:
        """Return how a score stands against the target of a statement."""
        return AssessmentData(
            framework=found.framework,
            statement=found.statement.id,
            indicator=found.statement.indicator,
            territory=found.territory,
            year=found.year,
            state=found.state,
            state_text=found.state.words,
            reason=found.reason,
            target_raw=found.target.raw if found.target else "",
            target_text=self._definitions.target_text(found.statement, found.target),
            to_goal=_to_goal(found),
            standing=standing_of(found),
            standing_text=standing_text(found),
            partly=partly_text(found),
            is_retrospective=found.is_retrospective,
        )

    def _count(self, score: Score, count: Count | None) -> CountData | None:
        if count is None:
            return None
        return CountData(
            value=count.value,
            text="" if count.value is None else counted_text(count.value, count.unit),
            title=count.title,
            unit=count.unit,
            counted=tuple(self._ground(score, each) for each in count.counted),
            left_out=tuple(_left_out(self._ground(score, each), each.reason) for each in count.left_out),
        )

    def _ground(self, score: Score, ground: Ground) -> GroundData:
        row = self._statuses.row(score.indicator, ground)
        status = self._statuses.of_row(row) if row else NO_STATUS
        # What was written beside a number that is not told may tell it.
        is_told = row is not None and ground.amount is not None
        return GroundData(
            text=ground.text,
            amount=ground.amount,
            record=ground.record,
            territory=ground.subject,
            file=ground.file,
            line=ground.line,
            status=status.id,
            status_text=status.text,
            source=row.source if row is not None and is_told else "",
            note=row.note if row is not None and is_told else "",
        )

    def _own(self, score: Score, shown: str) -> OwnRowData | None:
        own = score.own
        if own is None:
            return None
        status = self._statuses.of_row(self._statuses.at(score.indicator, own.file, own.line))
        return OwnRowData(
            numerator=own.numerator,
            denominator=own.denominator,
            value=_number(own.value),
            value_text="" if own.value is None else value_text(own.value, score.unit),
            numerator_difference=own.numerator_difference,
            denominator_difference=own.denominator_difference,
            difference_text=_difference(own, score, shown),
            status=status.id,
            status_text=status.text,
            file=own.file,
            line=own.line,
            reason=own.reason,
        )


def _left_out(ground: GroundData, reason: str) -> LeftOutData:
    return LeftOutData(**{each.name: getattr(ground, each.name) for each in fields(ground)}, reason=reason)


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(rounded(value, _PLACES))


def _coverage(coverage: Coverage | None) -> CoverageData | None:
    if coverage is None:
        return None
    of: Literal["territories", "providers"] = "providers" if coverage.are_providers else "territories"
    return CoverageData(coverage.reported, coverage.expected, of, coverage_text(coverage))


def _to_goal(found: Assessment) -> ToGoalData | None:
    goal = found.to_goal
    if goal is None:
        return None
    return ToGoalData(goal.number, goal.unit, goal.is_fewer, goal.or_more, goal.or_unit, goal_text(found))


def _difference(own: OwnRow, score: Score, shown: str) -> str:
    """Return by how much the region's own row is more or less than the sum, empty where it is the same.

    The difference of the values is that of the values as they are shown.
    """
    if not own.differs:
        return ""
    parts = [
        f"{title} {_signed(number)}"
        for title, number in (
            ("числитель", own.numerator_difference),
            ("знаменатель", own.denominator_difference),
        )
        if number
    ]
    if own.value is not None and score.value is not None and own.value_difference:
        parts.append(_value_difference(own.value, score.value, score.unit, shown))
    return ", ".join(parts)


def _value_difference(own: Fraction, total: Fraction, unit: str, shown: str) -> str:
    sign = " п. п." if unit == PERCENT else ""
    number = shown_number(own, value_text(own, unit), unit) - shown_number(total, shown, unit)
    text = fraction_text(number)
    if text == "0":
        return f"разница значений меньше 0,1{sign}"
    return f"значение {'+' if number > 0 else ''}{text}{sign}"


def _signed(number: int) -> str:
    return f"+{number_text(number)}" if number > 0 else number_text(number)
