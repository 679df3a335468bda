"""The indicators of a base as they are given out: definitions, values with their grounds, assessments.

What is given out is what `Scoring` tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from metodbank.definition_layers import Layered
from metodbank.indicators.lines import Lines
from metodbank.indicators.memo import Memo
from metodbank.indicators.moments import has_begun
from metodbank.indicators.score import Score
from metodbank.indicators.scoring import Scoring
from metodbank.indicators.wording import value_text
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.framework import Framework, Statement, Target
from metodbank.models.indicator import REGION
from metodbank.open_data.definition_shapes import IndicatorData
from metodbank.open_data.definitions_told import Definitions
from metodbank.open_data.documents import AskingData
from metodbank.open_data.score_shapes import AssessmentData, ScoreData
from metodbank.open_data.scores_told import Scores


class Telling:
    """Tells the indicators of one base as of one day."""

    def __init__(self, scoring: Scoring, lines: Lines) -> None:
        self.scoring = scoring
        self.base = scoring.base
        self._lines = lines
        self.definitions = Definitions(scoring.base)
        self._scores = Scores(scoring, self.definitions)
        self._memo = Memo()

    @property
    def home(self) -> str:
        """Return the base's own territory."""
        return self.scoring.territories()[0]

    def indicator(self, identifier: str) -> IndicatorData:
        """Return the definition of an indicator that the base knows."""
        return self.definitions.indicator(self.base.indicators[identifier])

    def followed(self, framework: str | None = None) -> list[Layered[Framework]]:
        """Return the frameworks that the base follows, or the one of them."""
        return [each for each in self.base.followed if framework in {None, each.id}]

    def statements(self, framework: str | None = None) -> list[tuple[Layered[Framework], Statement]]:
        """Return the statements of followed frameworks that the region did not drop."""
        followed = self.followed(framework)
        return [(layered, statement) for layered in followed for statement in layered.definition.assessed]

    def years_of(self, identifier: str) -> tuple[int, ...]:
        """Return the years of an indicator: with a target, with a figure, and the one shown first."""
        asked = self._asking_for(identifier)
        targets = {target.year for _, statement in asked for target in statement.targets}
        rows = {row.year for row in self.base.observations.get(identifier, ())}
        return tuple(sorted(targets | rows | {self.scoring.default_year()}))

    def places_of(self, identifier: str) -> tuple[str, ...]:
        """Return the territories that an indicator has values of: of a region as a whole, one alone."""
        rows = self.base.observations.get(identifier, ())
        if self._is_of_region(identifier) and all(row.territory == self.home for row in rows):
            return (self.home,)
        return self.scoring.territories()

    def targets_of(self, identifier: str) -> Iterator[tuple[Layered[Framework], Statement, Target]]:
        """Yield the targets that followed frameworks set for an indicator, with what they say in what."""
        for layered, statement in self._asking_for(identifier):
            yield from ((layered, statement, target) for target in statement.targets if target.is_set)

    def has_begun(self, year: int) -> bool:
        """Return whether there can be values of the year."""
        return has_begun(year, self.scoring.as_of)

    def score(self, identifier: str, territory: str, year: int) -> ScoreData:
        """Return the value for a territory and a year, every ground with its line."""
        return self._told(self.scoring.score(identifier, territory, year), territory)

    def of_due_rows(self, identifier: str, territory: str, year: int) -> ScoreData | None:
        """Return the value from the rows of roadmaps whose term has come; None where rows are not counted."""
        found = self.scoring.of_due_rows(identifier, territory, year)
        return self._told(found, territory) if found is not None else None

    def by_provider(self, identifier: str, territory: str, year: int) -> tuple[ScoreData, ...]:
        """Return the values of the organizations of a territory."""
        found = self.scoring.by_provider(identifier, territory, year)
        return tuple(self._told(score, territory) for score in found)

    def inside(self, identifier: str, territory: str, year: int) -> tuple[ScoreData, ...]:
        """Return the values of the territories directly inside one."""
        found = self.scoring.breakdown(identifier, territory, year)
        return tuple(self._told(score, score.subject) for score in found)

    def assessments(
        self, identifier: str, territory: str, year: int, framework: str | None = None
    ) -> Iterator[AssessmentData]:
        """Yield how the statements of followed frameworks that ask for an indicator stand."""
        for layered, statement in self._asking_for(identifier):
            if framework in {None, layered.id}:
                found = self.scoring.assess(layered.id, statement, territory, year)
                if found is not None:
                    yield self._scores.assessment(found)

    def asking(self, identifier: str, territory: str, year: int) -> Iterator[AskingData]:
        """Yield the statements that ask for an indicator, those of followed frameworks first."""
        followed = [layered.id for layered in self.base.followed]
        others = [name for name in self.base.frameworks if name not in followed]
        for name in (*followed, *others):
            layered = self.base.frameworks[name]
            for statement in layered.definition.statements:
                if statement.indicator != identifier:
                    continue
                is_followed = name in followed
                found = self.scoring.assess(name, statement, territory, year) if is_followed else None
                yield AskingData(
                    self.definitions.framework(layered),
                    self.definitions.statement(layered, statement),
                    self._scores.assessment(found) if found else None,
                )

    def shown_value(self, score: Score) -> str:
        """Return the value for the eye, never rounded onto a target of its year that is not reached."""
        if score.value is None:
            return ""
        plain = value_text(score.value, score.unit)
        for _, statement in self._asking_for(score.indicator):
            target = statement.targets_by_year.get(score.year)
            if target is not None and target.value is not None:
                near = value_text(score.value, score.unit, target.operator, target.value)
                if near != plain:
                    return near
        return plain

    def _told(self, score: Score, territory: str) -> ScoreData:
        placed = replace(
            score,
            numerator=self._lines.placed(score.numerator),
            denominator=self._lines.placed(score.denominator),
        )
        return self._scores.score(placed, territory, self.shown_value(score))

    def _asking_for(self, indicator: str) -> list[tuple[Layered[Framework], Statement]]:
        """Return the statements of followed frameworks that ask for an indicator."""
        by_indicator = self._memo.get("statements", self._by_indicator)
        return by_indicator.get(indicator, [])

    def _by_indicator(self) -> dict[str, list[tuple[Layered[Framework], Statement]]]:
        found: dict[str, list[tuple[Layered[Framework], Statement]]] = {}
        for layered, statement in self.statements():
            found.setdefault(statement.indicator, []).append((layered, statement))
        return found

    def _is_of_region(self, identifier: str) -> bool:
        layered = self.base.indicators.get(identifier)
        return layered is not None and layered.definition.scope == REGION


def shows_indicators(base: KnowledgeBase) -> bool:
    """Return whether a base has indicators to show."""
    return bool(Scoring(base, date.max).indicators())  # which ones they are depends on no day
