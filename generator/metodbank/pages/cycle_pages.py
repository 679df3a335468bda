"""«Годовой цикл»: what of the monitoring of each year exists and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from metodbank import addresses
from metodbank.indicators.cycles import Cycles
from metodbank.indicators.moments import has_begun, has_ended, overlaps_year
from metodbank.open_data.telling import shows_indicators
from metodbank.pages.context import SiteContext
from metodbank.pages.cycle_stages import CYCLE_INDICATOR, CycleYear
from metodbank.pages.cycle_views import StageView, StepView, YearView
from metodbank.pages.indicator_views import ScoreViews
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.records import Record
from metodbank.russian_words import NO_BREAK

TITLE = "Годовой цикл"
INTRO = (
    "Что в каждом году есть и чего нет: показатели, сбор, анализ, адресные рекомендации, решения и оценка."
)
_FIRST_YEAR = 1990


def cycle_pages(context: SiteContext) -> Iterator[PagePlan]:
    """Yield the list of years and the page of each that has begun, where there are indicators to show."""
    if not shows_indicators(context.base):
        return
    cycles = Cycles(context.base)
    index = addresses.list_page(addresses.CYCLE)
    yield PagePlan(index, partial(_index, context, cycles, index))
    years = cycle_years(context, cycles)
    for year in years:
        yield PagePlan(addresses.cycle_page(year), partial(_page, context, cycles, year))


def cycle_years(context: SiteContext, cycles: Cycles) -> list[int]:
    """Return the years that have begun and have a target, a figure or a report, the latest first."""
    scoring = context.telling.scoring
    found = {*scoring.years(), scoring.default_year()}
    for report in cycles.of(context.telling.home):
        found |= _years_of(report)
    return sorted((year for year in found if has_begun(year, context.as_of)), reverse=True)


def _years_of(report: Record) -> set[int]:
    period, prepared = report.data.period, report.data.prepared_on
    days = (period.start, period.end, prepared)
    return {day.year for day in days if day and day.year >= _FIRST_YEAR and overlaps_year(period, day.year)}


def _index(context: SiteContext, cycles: Cycles, address: str) -> Page:
    presenter = context.presenter_at(address)
    years = cycle_years(context, cycles)
    body = context.renderer.render(
        "cycle_years.html.jinja",
        title=TITLE,
        intro=INTRO,
        territory=presenter.link("territory", context.telling.home),
        years=[_year(context, cycles, presenter, year) for year in years],
    )
    return Page(address, TITLE, as_description(INTRO), context.trail(address, LinkView(TITLE)), body)


def _year(context: SiteContext, cycles: Cycles, presenter: Presenter, year: int) -> YearView:
    page = presenter.href(addresses.cycle_page(year))
    stages = tuple(CycleYear(context, cycles, presenter, year).stages())
    score = context.telling.score(CYCLE_INDICATOR, context.telling.home, year)
    return YearView(
        LinkView(f"{year}{NO_BREAK}год", page),
        "" if has_ended(year, context.as_of) else "ещё идёт",
        score.text or score.absence_text,
        _steps(stages, page),
    )


def _page(context: SiteContext, cycles: Cycles, year: int) -> Page:
    address = addresses.cycle_page(year)
    presenter, telling = context.presenter_at(address), context.telling
    stages = tuple(CycleYear(context, cycles, presenter, year).stages())
    views = ScoreViews(
        presenter, context.base.kinds, lambda found: LinkView(_asking(context, found.framework))
    )
    score = views.score(
        telling.score(CYCLE_INDICATOR, telling.home, year),
        telling.assessments(CYCLE_INDICATOR, telling.home, year),
    )
    title = f"Годовой цикл {year}{NO_BREAK}года"
    index = presenter.href(addresses.list_page(addresses.CYCLE))
    body = context.renderer.render(
        "cycle_year.html.jinja",
        title=title,
        year=year,
        is_over=has_ended(year, context.as_of),
        territory=presenter.link("territory", telling.home),
        steps=_steps(stages, ""),
        stages=stages,
        score=score,
        indicator=LinkView(
            context.base.indicators[CYCLE_INDICATOR].definition.short_title,
            presenter.href(addresses.indicator_page(CYCLE_INDICATOR)),
        ),
        years=[
            LinkView(str(each), presenter.href(addresses.cycle_page(each)) if each != year else "")
            for each in cycle_years(context, cycles)
        ],
    )
    trail = context.trail(address, LinkView(TITLE, index), LinkView(str(year)))
    return Page(address, title, as_description(f"{title}. {INTRO}"), trail, body)


def _asking(context: SiteContext, framework: str) -> str:
    return context.base.frameworks[framework].definition.short_title


def _steps(stages: Sequence[StageView], page: str) -> tuple[StepView, ...]:
    return tuple(StepView(LinkView(stage.title, f"{page}#{stage.id}"), stage.state) for stage in stages)
