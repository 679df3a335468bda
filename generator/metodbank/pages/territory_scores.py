"""The indicators of a territory beside those of the region: what asks for help stands first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metodbank import addresses
from metodbank.hints.needs import Need, need_of
from metodbank.indicators.score import Absence, Assessment, State
from metodbank.indicators.standing import Standing
from metodbank.indicators.wording import beside_text, shown_number
from metodbank.models.indicator import YES_NO
from metodbank.open_data.score_shapes import AssessmentData
from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_tally import ahead_text, partly_tally
from metodbank.pages.indicator_views import SIGNS, standing_view
from metodbank.pages.measure_views import StateView
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.russian_words import number_text

_ORDER = (*Need, None)
_TOLD = (State.NOT_REACHED, State.NO_DATA, State.NOT_COMPUTABLE, State.NOT_DUE, State.REACHED)
_UNTOLD = {State.PERIOD_OVER, State.NO_TARGET}


@dataclass(frozen=True, slots=True)
class TerritoryScore:
    """One indicator of a territory; `beside` is how its value stands to that of the region."""

    id: str
    link: LinkView
    value: str
    absence: str
    remarks: tuple[str, ...]
    region: str
    beside: str
    target: str
    state: StateView | None
    why: str
    lacking: str
    need: Need | None
    is_assessed: bool
    assessed: AssessmentData | None


@dataclass(frozen=True, slots=True)
class CountView:
    """How many indicators stand alike, and how those stand that are not due yet."""

    state: StateView
    text: str


def territory_scores(
    context: SiteContext, presenter: Presenter, territory: str, year: int
) -> tuple[TerritoryScore, ...]:
    """Return the indicators that are asked of a territory or known of it, those that need help first."""
    telling = context.telling
    rows = [
        _score(context, presenter, indicator, territory, year)
        for indicator in telling.scoring.indicators()
        if is_asked_of(context, indicator, territory)
    ]
    return tuple(sorted(rows, key=lambda row: (not row.is_assessed, _ORDER.index(row.need))))


def is_asked_of(context: SiteContext, indicator: str, territory: str) -> bool:
    """Return whether an indicator means something for a territory: what asks for it asks there too."""
    telling = context.telling
    if territory not in telling.places_of(indicator):
        return False
    year = telling.scoring.default_year()
    asking = any(statement.indicator == indicator for _, statement in telling.statements())
    return not asking or any(True for _ in telling.assessments(indicator, territory, year))


def counts(rows: Iterable[TerritoryScore]) -> tuple[CountView, ...]:
    """Return how many of the indicators with a target stand alike; of those not due yet, how they stand now.

    A hidden value is counted too: that it is hidden tells no number.
    """
    found = [row.assessed for row in rows if row.assessed and row.assessed.state not in _UNTOLD]
    views = []
    for state in _TOLD:
        alike = [each for each in found if each.state is state]
        ahead = ahead_text(alike) if state is State.NOT_DUE else ""
        hidden = sum(each.standing is Standing.HIDDEN for each in alike) if state is not State.NOT_DUE else 0
        partly = partly_tally(alike) if state is not State.NOT_DUE else ""
        remark = f", из них скрыто {number_text(hidden)}" if hidden else partly
        text = f"{number_text(len(alike))}{ahead and ': '}{ahead}{remark}"
        if alike:
            views.append(CountView(StateView(state.value, SIGNS[state], state.words), text))
    return tuple(views)


def _score(
    context: SiteContext, presenter: Presenter, indicator: str, territory: str, year: int
) -> TerritoryScore:
    telling = context.telling
    told = telling.score(indicator, territory, year)
    pairs = _assessed(context, indicator, territory, year)
    main = min(pairs, key=lambda pair: _gravity(pair[0]), default=None)
    need = need_of(found for found, _ in pairs)
    goal = main[1] if main else None
    is_assessed = main is not None and main[0].state not in _UNTOLD and told.absence is not Absence.HIDDEN
    return TerritoryScore(
        id=indicator,
        link=indicator_link(context, presenter, indicator),
        value=told.text,
        absence=told.absence_text,
        remarks=told.brief_remarks,
        region=_region(context, indicator, territory, year),
        beside=_beside(context, indicator, territory, year),
        target=goal.target_text if goal else "",
        state=standing_view(goal) if goal else None,
        why=goal.why_so if goal else "",
        lacking=goal.to_goal.text if goal and goal.to_goal and goal.to_goal.number else "",
        need=need,
        is_assessed=is_assessed,
        assessed=goal,
    )


def _assessed(
    context: SiteContext, indicator: str, territory: str, year: int
) -> list[tuple[Assessment, AssessmentData]]:
    telling = context.telling
    return list(_pairs(context, telling.assessments(indicator, territory, year)))


def _pairs(
    context: SiteContext, told: Iterable[AssessmentData]
) -> Iterator[tuple[Assessment, AssessmentData]]:
    scoring = context.telling.scoring
    for each in told:
        statement = context.base.frameworks[each.framework].definition.statement(each.statement)
        found = statement and scoring.assess(each.framework, statement, each.territory, each.year)
        if found:
            yield found, each


def _gravity(found: Assessment) -> tuple[bool, int]:
    return found.state in _UNTOLD, _ORDER.index(need_of([found]))


def _region(context: SiteContext, indicator: str, territory: str, year: int) -> str:
    """Return the value of the base's own territory, empty for that territory itself."""
    telling = context.telling
    if territory == telling.home:
        return ""
    told = telling.score(indicator, telling.home, year)
    return told.text or told.absence_text


def _beside(context: SiteContext, indicator: str, territory: str, year: int) -> str:
    telling = context.telling
    own = telling.scoring.score(indicator, territory, year)
    home = telling.scoring.score(indicator, telling.home, year)
    if territory == telling.home or own.value is None or home.value is None or own.unit == YES_NO:
        return ""
    here = shown_number(own.value, telling.shown_value(own), own.unit)
    there = shown_number(home.value, telling.shown_value(home), own.unit)
    return beside_text(here, there, own.unit) or (
        "столько же" if own.value == home.value else "почти столько же"
    )


def indicator_link(context: SiteContext, presenter: Presenter, indicator: str) -> LinkView:
    """Return the link to the page of an indicator."""
    title = context.base.indicators[indicator].definition.short_title
    return LinkView(title, presenter.href(addresses.indicator_page(indicator)))
