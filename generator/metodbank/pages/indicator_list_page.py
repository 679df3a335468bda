"""«Показатели» of a year: followed frameworks, a short summary, what is due, what is missing from whom."""

from __future__ import annotations

from datetime import date

from metodbank.dates import in_words
from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_due import due_views
from metodbank.pages.indicator_gaps import gaps_view
from metodbank.pages.indicator_groups import Groups
from metodbank.pages.indicator_links import data_links, list_address, list_years, year_links
from metodbank.pages.page import Page, as_description
from metodbank.pages.presenting import LinkView

TITLE = "Показатели"
INTRO = (
    "Значение каждого показателя, его цель и состояние. Страница показателя говорит, откуда взялось каждое "
    "число: что посчитано, что нет и почему."
)


def list_page(context: SiteContext, year: int) -> Page:
    """Return the list of a year."""
    telling = context.telling
    address = list_address(telling, year)
    presenter = context.presenter_at(address)
    default = telling.scoring.default_year()
    groups = Groups(telling, presenter, year)
    shown, gaps = tuple(groups.views()), gaps_view(context, presenter, year)
    title = TITLE if year == default else f"{TITLE}, {year} год"
    body = context.renderer.render(
        "indicators.html.jinja",
        title=title,
        intro=INTRO,
        territory=presenter.link("territory", telling.home),
        year=year,
        as_of=in_words(min(date(year, 12, 31), context.as_of)),
        years=year_links(
            presenter, {each: list_address(telling, each) for each in list_years(telling)}, year
        ),
        groups=shown,
        has_summary=bool(gaps.silent) or any(group.summary for group in shown),
        due=tuple(due_views(telling, presenter, year)),
        gaps=gaps,
        others=tuple(groups.others()),
        data=data_links(presenter),
    )
    first = LinkView(TITLE, presenter.href(list_address(telling, default)))
    steps = (LinkView(TITLE),) if year == default else (first, LinkView(f"{year} год"))
    return Page(address, title, as_description(INTRO), context.trail(address, *steps), body)
