"""«Паспорт системы»: what a passport of the system holds, from the records of the base."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from metodbank import addresses
from metodbank.open_data.telling import shows_indicators
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.passport_sections import positions
from metodbank.pages.plain_views import date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.status_block import publication_of
from metodbank.pages.wording import unbroken

TITLE = "Паспорт системы"
INTRO = (
    "Что база знает о системе научно-методического сопровождения по позициям паспорта: кадры, программы, "
    "инфраструктура, деньги, участие, ресурсы, результаты. И чего в ней нет."
)
ACT = "prikaz-megion-360-o-2021"
ACT_TITLE = (
    "приказ департамента образования и молодёжной политики администрации города Мегиона "
    "от 19 августа 2021 г. № 360-О"
)
CLAUSE = "приложение 1, определение паспорта"


def passport_pages(context: SiteContext) -> Iterator[PagePlan]:
    """Yield the page where there are indicators to show."""
    if shows_indicators(context.base):
        address = addresses.PASSPORT
        yield PagePlan(address, partial(_page, context, address))


def _page(context: SiteContext, address: str) -> Page:
    presenter, region = context.presenter_at(address), context.base.region
    home, year = context.telling.home, context.telling.scoring.default_year()
    body = context.renderer.render(
        "passport.html.jinja",
        title=TITLE,
        intro=INTRO,
        source=_source(context, presenter),
        clause=CLAUSE,
        territory=presenter.link("territory", home),
        operator=presenter.link("organization", region.operator),
        responsible=region.responsible,
        basis=presenter.cited(region.basis_act) if region.basis_act else None,
        as_of=date_view(context.as_of),
        year=year,
        publication=publication_of(context.base),
        positions=positions(context, presenter),
    )
    return Page(address, TITLE, as_description(INTRO), context.trail(address, LinkView(TITLE)), body)


def _source(context: SiteContext, presenter: Presenter) -> LinkView:
    """Return the act that the positions are taken from, linked where the base has it."""
    is_known = context.base.get("act", ACT) is not None
    return LinkView(unbroken(ACT_TITLE), presenter.link("act", ACT).href if is_known else "")
