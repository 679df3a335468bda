"""Values of indicators in the passport: whom monitoring counted, and how what the acts ask for stands.

Nothing is summed here: every number is one that `Scoring` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metodbank import addresses
from metodbank.indicators.score import Absence, State
from metodbank.models.indicator import PEOPLE, PER_ONE, Indicator, Part
from metodbank.open_data.score_shapes import AssessmentData, ScoreData
from metodbank.pages.context import SiteContext
from metodbank.pages.framework_statements import NO_TARGET
from metodbank.pages.indicator_views import HIDDEN, standing_view
from metodbank.pages.measure_views import StateView
from metodbank.pages.presenting import LinkView, Presenter

STAFF = frozenset({PEOPLE, "teams", "methodists"})
"""What is counted of the staff, values of `counted-things`."""
NOT_JUDGED = "не оценивается"
MOST_NAMED = 3
"""So many of those who did not report are named beside a number."""


@dataclass(frozen=True, slots=True)
class StaffView:
    """A group of the staff as an indicator counts it."""

    title: str
    number: str
    remarks: tuple[str, ...]
    indicator: LinkView


@dataclass(frozen=True, slots=True)
class StandingView:
    """An indicator with its value, and the target of one statement that asks for it."""

    indicator: LinkView
    value: str
    has_value: bool
    remarks: tuple[str, ...]
    asked_by: str
    target: str
    state: StateView | None
    why: str


class Values:
    """Tells the values of the base's own territory for the year that the site shows first."""

    def __init__(self, context: SiteContext, presenter: Presenter) -> None:
        self._telling = context.telling
        self._base = context.base
        self._presenter = presenter
        self.year = context.telling.scoring.default_year()

    def staff(self) -> tuple[StaffView, ...]:
        """Return the groups of the staff that the indicators are counted of, each group once."""
        found: dict[tuple[str, str], StaffView] = {}
        for identifier in self._telling.scoring.indicators():
            for view in self._staff_of(identifier):
                found.setdefault((view.title, view.number), view)
        return tuple(found.values())

    def standings(self, identifiers: Iterable[str] | None = None) -> tuple[StandingView, ...]:
        """Return how indicators stand, all that are shown where none are named.

        A framework whose period is over is left out where another one asks for the same.
        """
        shown = self._telling.scoring.indicators()
        wanted = shown if identifiers is None else [each for each in identifiers if each in shown]
        return tuple(view for each in wanted for view in self._standings_of(each))

    def _staff_of(self, identifier: str) -> Iterator[StaffView]:
        definition = self._base.indicators[identifier].definition
        score = self._score(identifier)
        for part, count in zip(_staff_parts(definition), _counts(definition, score), strict=True):
            if part is not None and part.counted in STAFF:
                hidden = HIDDEN if score.absence is Absence.HIDDEN else "нет данных"
                number = count or hidden
                remarks = (*score.brief_remarks, *self._silent(score)) if count else ()
                yield StaffView(part.title, number, remarks, self._link(identifier))

    def _silent(self, score: ScoreData) -> Iterator[str]:
        """Yield who is missing, so that nobody takes two numbers for parts of one whole."""
        coverage = score.coverage
        if coverage is None or coverage.of != "territories" or coverage.reported == coverage.expected:
            return
        inside = self._telling.inside(score.indicator, self._telling.home, self.year)
        names = [each.name for each in inside if each.absence is Absence.NO_DATA]
        if names:
            more = f" и ещё {len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else ""
            yield f"(нет чисел: {', '.join(names[:MOST_NAMED])}{more})"

    def _standings_of(self, identifier: str) -> Iterator[StandingView]:
        score = self._score(identifier)
        found = list(self._telling.assessments(identifier, self._telling.home, self.year))
        running = [each for each in found if each.state is not State.PERIOD_OVER]
        told: list[AssessmentData | None] = [*(running or found[:1])]
        for each in told or [None]:
            yield self._standing(identifier, score, each)

    def _standing(self, identifier: str, score: ScoreData, found: AssessmentData | None) -> StandingView:
        framework = self._base.frameworks[found.framework].definition.short_title if found else ""
        return StandingView(
            indicator=self._link(identifier),
            value=score.text or (HIDDEN if score.absence is Absence.HIDDEN else score.absence_text),
            has_value=bool(score.text),
            remarks=score.brief_remarks,
            asked_by=framework,
            target=(found.target_text if found else "") or NO_TARGET,
            state=standing_view(found) if found else None,
            why=found.why_so if found else NOT_JUDGED,
        )

    def _score(self, identifier: str) -> ScoreData:
        return self._telling.score(identifier, self._telling.home, self.year)

    def _link(self, identifier: str) -> LinkView:
        title = self._base.indicators[identifier].definition.short_title
        return LinkView(title, self._presenter.href(addresses.indicator_page(identifier)))


def _staff_parts(definition: Indicator) -> tuple[Part | None, ...]:
    """Return the parts that say how large a group is: of a ratio of two groups, both."""
    if definition.unit == PER_ONE:
        return (definition.numerator, definition.denominator)
    return (definition.denominator,)


def _counts(definition: Indicator, score: ScoreData) -> tuple[str, ...]:
    below = score.denominator.text if score.denominator else ""
    above = score.numerator.text if score.numerator else ""
    return (above, below) if definition.unit == PER_ONE else (below,)
