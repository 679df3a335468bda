"""«Паспорт показателя» of a year: one number, what it means, why it is so, and who asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from metodbank import addresses
from metodbank.open_data.definition_shapes import IndicatorData
from metodbank.open_data.documents import WhyFile
from metodbank.open_data.documents_told import why_file
from metodbank.open_data.telling import Telling
from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_asking import asking_views
from metodbank.pages.indicator_headline import headline_view
from metodbank.pages.indicator_links import (
    data_links,
    list_address,
    passport_address,
    passport_link,
    passport_years,
    statement_link,
    year_links,
)
from metodbank.pages.indicator_territories import territories_view
from metodbank.pages.indicator_views import ScoreViews
from metodbank.pages.indicator_years import years_view
from metodbank.pages.page import Page, as_description
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.serving_views import ServingView, serving_view
from metodbank.pages.wording import all_unbroken, unbroken

TITLE = "Показатели"


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related indicator with its value."""

    link: LinkView
    relation: str
    note: str
    value: str


def passport_page(context: SiteContext, identifier: str, year: int) -> Page:
    """Return the page of an indicator for a year that it has a page of."""
    telling = context.telling
    address = passport_address(telling, identifier, year)
    presenter = context.presenter_at(address)
    views = ScoreViews(presenter, context.base.kinds, partial(statement_link, telling))
    why = why_file(telling, identifier, telling.home, year)
    asking = asking_views(context, presenter, views, why.asking)
    found = [each.assessment for each in why.asking if each.assessment]
    told = all_unbroken(why.indicator)
    is_default = year == telling.scoring.default_year()
    body = context.renderer.render(
        "indicator.html.jinja",
        indicator=told,
        name=told.short_title,
        home=telling.home,
        year=year,
        years=_year_links(telling, presenter, identifier, year),
        headline=headline_view(telling, views, why.score, found, told.unit),
        over_years=years_view(context, presenter, identifier, year),
        territories=territories_view(telling, views, identifier, year),
        providers=tuple(map(views.score, why.providers)),
        serving=_serving(context, presenter, identifier, year),
        sources=_sources(why),
        asking=[each for each in asking if each.told.framework.is_followed],
        others=[each for each in asking if not each.told.framework.is_followed] if is_default else [],
        whole=LinkView("", "" if is_default else presenter.href(addresses.indicator_page(identifier))),
        related=tuple(_related(telling, presenter, why)),
        data=data_links(presenter),
    )
    title = told.short_title if is_default else f"{told.short_title}, {year} год"
    trail = context.trail(address, *_steps(telling, presenter, told, year))
    return Page(address, title, as_description(told.title), trail, body)


def _serving(context: SiteContext, presenter: Presenter, identifier: str, year: int) -> ServingView | None:
    """Return what helps; only the page of the default year says it, because it is of today."""
    telling = context.telling
    is_today = year == telling.scoring.default_year() and identifier in telling.scoring.indicators()
    return serving_view(context, presenter, identifier, telling.home) if is_today else None


def _steps(telling: Telling, presenter: Presenter, told: IndicatorData, year: int) -> Iterator[LinkView]:
    default = telling.scoring.default_year()
    yield LinkView(TITLE, presenter.href(list_address(telling, default)))
    if year == default:
        yield LinkView(told.short_title)
    else:
        yield LinkView(told.short_title, presenter.href(addresses.indicator_page(told.id)))
        yield LinkView(f"{year} год")


def _year_links(telling: Telling, presenter: Presenter, identifier: str, year: int) -> tuple[LinkView, ...]:
    years = passport_years(telling, identifier)
    return year_links(presenter, {each: passport_address(telling, identifier, each) for each in years}, year)


def _sources(why: WhyFile) -> tuple[str, ...]:
    """Return the files that the value comes of, each once, in the order of what was counted."""
    counts = [count for count in (why.score.numerator, why.score.denominator) if count is not None]
    files = dict.fromkeys(ground.file for count in counts for ground in count.counted if ground.file)
    return tuple(files)


def _related(telling: Telling, presenter: Presenter, why: WhyFile) -> Iterator[RelatedView]:
    values = {each.indicator: each.text or each.absence_text for each in why.related}
    for each in why.indicator.related:
        link = passport_link(telling, presenter, each.indicator, why.score.year)
        yield RelatedView(link, each.relation_text, unbroken(each.note), values.get(each.indicator, ""))
