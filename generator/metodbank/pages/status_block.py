"""The status block of every page: who keeps the base, on what ground, as of which day."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.region import Nature
from metodbank.pages.context import SiteContext
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView

NOTICES = {
    Nature.OFFICIAL: "",
    Nature.DEMONSTRATION: "Вымышленный регион: всё на этом сайте придумано для примера.",
    Nature.EXAMPLE: "Учебный пример по тексту приказа, не сайт органа.",
}


@dataclass(frozen=True, slots=True)
class StatusView:
    """What the status block says."""

    name: str
    operator: LinkView
    responsible: str
    basis: LinkView
    as_of: DateView
    publication: str
    notice: str
    about: str
    accessibility: str
    personal_data: str


def notice_of(base: KnowledgeBase) -> str:
    """Return the notice that stands on every page, empty for an official base without one."""
    region = base.region
    return region.notice or NOTICES[region.nature]


def publication_of(base: KnowledgeBase) -> str:
    """Return whether what stands on the site is officially published by standing there."""
    is_official = base.region.official_publication
    return "Официальное опубликование." if is_official else "Не официальное опубликование."


def status_block(context: SiteContext, address: str) -> Markup:
    """Return the block as pages at this depth show it."""
    region, presenter = context.base.region, context.presenter_at(address)
    status = StatusView(
        name=region.name,
        operator=presenter.link("organization", region.operator),
        responsible=region.responsible,
        basis=presenter.link("act", region.basis_act) if region.basis_act else LinkView("не указано"),
        as_of=date_view(context.as_of),
        publication=publication_of(context.base),
        notice=notice_of(context.base),
        about=presenter.href("about/index.html"),
        accessibility=presenter.href("about/accessibility.html"),
        personal_data=presenter.href("about/personal-data.html"),
    )
    return context.renderer.render("status_block.html.jinja", status=status)
