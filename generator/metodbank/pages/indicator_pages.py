"""«Показатели»: the list as the followed frameworks have it, and a page for each that answers «почему»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from metodbank import addresses
from metodbank.indicators.score import State
from metodbank.open_data.definition_shapes import StatementData
from metodbank.open_data.documents import AskingData
from metodbank.open_data.documents_told import why_file
from metodbank.open_data.score_shapes import AssessmentData
from metodbank.open_data.telling import Telling
from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_views import GoalView, ScoreView, ScoreViews
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken

TITLE = "Показатели"
INTRO = (
    "Значение каждого показателя, его цель и состояние. Страница показателя говорит, откуда взялось каждое "
    "число: что посчитано, что нет и почему."
)


@dataclass(frozen=True, slots=True)
class AskingView:
    """A statement of an act that asks for the indicator."""

    anchor: str
    act: LinkView | None
    told: AskingData
    goal: GoalView | None


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related indicator with its value."""

    link: LinkView
    relation: str
    note: str
    value: str


@dataclass(frozen=True, slots=True)
class YearView:
    """The values of a year; where it has not begun a note stands instead, with the targets."""

    year: int
    rows: tuple[ScoreView, ...] = ()
    note: str = ""
    goals: tuple[GoalView, ...] = ()
    """How all the rows stand alike; a row has what is its own."""
    has_states: bool = True


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of the list: a statement of a framework, or an indicator that none asks for."""

    number: str
    link: LinkView
    score: ScoreView
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """The rows under one framework."""

    title: str
    citation: str
    rows: tuple[IndicatorRow, ...]
    dropped: tuple[StatementData, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherRow:
    """An indicator of the standard that the base neither follows nor has figures of."""

    link: LinkView
    title: str


def indicator_pages(context: SiteContext) -> Iterator[PagePlan]:
    """Yield the list of indicators and the page of each that is known; nothing where none is to be shown."""
    identifiers = context.telling.scoring.explained()
    if not identifiers:
        return
    index = addresses.list_page(addresses.INDICATORS)
    yield PagePlan(index, partial(_index, context, index))
    for identifier in identifiers:
        yield PagePlan(addresses.indicator_page(identifier), partial(_page, context, identifier))


def _index(context: SiteContext, address: str) -> Page:
    telling, presenter = context.telling, context.presenter_at(address)
    year = telling.scoring.default_year()
    body = context.renderer.render(
        "indicators.html.jinja",
        title=TITLE,
        intro=INTRO,
        territory=presenter.link("territory", telling.home),
        year=year,
        groups=tuple(_groups(context, presenter, year)),
        others=tuple(_others(context, presenter)),
        data=_data(presenter),
    )
    return Page(address, TITLE, as_description(INTRO), context.trail(address, LinkView(TITLE)), body)


def _groups(context: SiteContext, presenter: Presenter, year: int) -> Iterator[IndicatorGroup]:
    telling = context.telling
    views = ScoreViews(presenter, context.base.kinds, lambda found: LinkView(found.statement))
    asked = set()
    for layered in context.base.followed:
        rows = []
        for statement in layered.definition.assessed:
            if statement.indicator in context.base.indicators:
                asked.add(statement.indicator)
                found = telling.assessments(statement.indicator, telling.home, year, layered.id)
                goals = [each for each in found if each.statement == statement.id]
                number = statement.number or ""
                rows.append(_row(context, presenter, views, statement.indicator, number, goals, year))
        told = telling.definitions.framework(layered)
        dropped = tuple(
            telling.definitions.statement(layered, each)
            for each in layered.definition.statements
            if each.dropped
        )
        yield IndicatorGroup(told.short_title, unbroken(told.citation), tuple(rows), dropped)
    others = [each for each in telling.scoring.indicators() if each not in asked]
    if others:
        rows = [_row(context, presenter, views, each, "", [], year) for each in others]
        yield IndicatorGroup("Вне систем показателей", "", tuple(rows))


def _others(context: SiteContext, presenter: Presenter) -> Iterator[OtherRow]:
    """Yield the indicators that are known and that nobody asks for, without values."""
    telling = context.telling
    shown = telling.scoring.indicators()
    for identifier in telling.scoring.explained():
        if identifier not in shown:
            title = context.base.indicators[identifier].definition.title
            yield OtherRow(_link(telling, presenter, identifier), title)


def _row(
    context: SiteContext,
    presenter: Presenter,
    views: ScoreViews,
    identifier: str,
    number: str,
    goals: list[AssessmentData],
    year: int,
) -> IndicatorRow:
    telling = context.telling
    told = telling.score(identifier, telling.home, year)
    link = _link(telling, presenter, identifier)
    return IndicatorRow(number, link, views.score(told, goals), told.brief_remarks)


def _page(context: SiteContext, identifier: str) -> Page:
    address = addresses.indicator_page(identifier)
    telling, presenter = context.telling, context.presenter_at(address)
    home, year = telling.home, telling.scoring.default_year()
    why = why_file(telling, identifier, home, year)
    told = why.indicator
    views = ScoreViews(presenter, context.base.kinds, partial(_statement_link, telling))
    goals = [each.assessment for each in why.asking if each.assessment]
    asking = [_asking(context, presenter, views, each) for each in why.asking]
    values = {each.indicator: each.text or each.absence_text for each in why.related}
    body = context.renderer.render(
        "indicator.html.jinja",
        indicator=told,
        year=year,
        score=views.score(why.score, goals, is_open=True),
        providers=tuple(map(views.score, why.providers)),
        asking=[each for each in asking if each.told.framework.is_followed],
        others=[each for each in asking if not each.told.framework.is_followed],
        related=[
            RelatedView(
                _link(telling, presenter, each.indicator),
                each.relation_text,
                each.note,
                values.get(each.indicator, ""),
            )
            for each in told.related
        ],
        years=tuple(_years(telling, views, identifier)),
        data=_data(presenter),
    )
    index = LinkView(TITLE, presenter.href(addresses.list_page(addresses.INDICATORS)))
    trail = context.trail(address, index, LinkView(told.short_title))
    return Page(address, told.short_title, as_description(told.title), trail, body)


def _years(telling: Telling, views: ScoreViews, identifier: str) -> Iterator[YearView]:
    for year in reversed(telling.years_of(identifier)):
        if not telling.has_begun(year):
            goals = tuple(map(views.goal, telling.assessments(identifier, telling.home, year)))
            yield YearView(year, note=f"{year} год ещё не начался.", goals=goals)
            continue
        rows = [
            views.score(
                telling.score(identifier, territory, year), telling.assessments(identifier, territory, year)
            )
            for territory in telling.places_of(identifier)
        ]
        yield _year(year, rows)


def _year(year: int, rows: list[ScoreView]) -> YearView:
    """Return the values of a year; what every row would say of its target is said once."""
    alike = tuple(goal for goal in rows[0].goals if len(rows) > 1 and _is_alike(goal, rows))
    own = [replace(row, goals=tuple(goal for goal in row.goals if goal not in alike)) for row in rows]
    return YearView(year, tuple(own), goals=alike, has_states=not alike or any(row.goals for row in own))


def _is_alike(goal: GoalView, rows: list[ScoreView]) -> bool:
    return goal.state.id in _WITHOUT_VALUES and all(goal in row.goals for row in rows)


_WITHOUT_VALUES = {State.PERIOD_OVER.value, State.NO_TARGET.value, State.NOT_DUE.value}


def _asking(context: SiteContext, presenter: Presenter, views: ScoreViews, told: AskingData) -> AskingView:
    identifier = told.framework.act
    act = presenter.cited(identifier) if identifier and context.base.get("act", identifier) else None
    goal = views.goal(told.assessment) if told.assessment else None
    return AskingView(_anchor(told.framework.id, told.statement.id), act, told, goal)


def _statement_link(telling: Telling, found: AssessmentData) -> LinkView:
    framework = telling.scoring.base.frameworks[found.framework].definition
    statement = framework.statement(found.statement)
    number = f", {statement.number}" if statement and statement.number else ""
    return LinkView(f"{framework.short_title}{number}", f"#{_anchor(found.framework, found.statement)}")


def _anchor(framework: str, statement: str) -> str:
    return f"s-{framework}-{statement}"


def _link(telling: Telling, presenter: Presenter, identifier: str) -> LinkView:
    layered = telling.scoring.base.indicators.get(identifier)
    title = layered.definition.short_title if layered else identifier
    is_shown = identifier in telling.scoring.explained()
    return LinkView(title, presenter.href(addresses.indicator_page(identifier)) if is_shown else "")


def _data(presenter: Presenter) -> tuple[LinkView, ...]:
    return (
        LinkView("JSON", presenter.href(addresses.INDICATORS_JSON)),
        LinkView("CSV для Excel", presenter.href(addresses.INDICATORS_CSV)),
        LinkView("схема JSON", presenter.href(addresses.INDICATORS_SCHEMA)),
    )
