"""What fills the slots of prose pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from metodbank import addresses
from metodbank.knowledge_base import Record
from metodbank.models.parts import Contact
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.difficulty_pages import helping, terms, view
from metodbank.pages.presenting import LinkView, phone_view, titles_view, view_class
from metodbank.prose import SLOT
from metodbank.russian_words import number_text, plural

DIFFICULTIES_ON_HOME = 12
NEWEST = 6


@dataclass(frozen=True, slots=True)
class CountView:
    """A number of records of a kind."""

    number: str
    link: LinkView


def filled(html: str, context: SiteContext, cards: Cards, address: str) -> str:
    """Return the drawn prose page with its slots filled; an unknown slot is left empty."""
    return SLOT.sub(lambda match: str(slot(match.group(2), context, cards, address)), html)


def slot(name: str, context: SiteContext, cards: Cards, address: str) -> Markup:
    """Return what fills a slot on the page at the address."""
    if name == "region-name":
        return escape(context.base.region.name)
    if name == "region-description":
        return context.renderer.render(
            "slots/region_description.html.jinja", text=context.base.region.description
        )
    if name == "difficulties":
        return _difficulties(context, address)
    if name == "newest":
        shown = [cards.card(record) for record in newest(context)]
        return context.renderer.render("slots/newest.html.jinja", cards=shown)
    if name == "counts":
        return context.renderer.render("slots/counts.html.jinja", counts=_counts(context, address))
    if name == "territories":
        return _territories(context, address)
    if name == "contact":
        return _contact(context, address)
    if name == "documents":
        return _documents(context, address)
    return Markup()


def newest(context: SiteContext) -> list[Record]:
    """Return the records that were created or checked last."""
    listed = [r for kind in context.base.kinds if kind.is_register for r in context.facets.listed[kind.name]]
    return sorted(listed, key=lambda r: (-_day(r).toordinal(), r.id))[:NEWEST]


def _day(record: Record) -> date:
    day: date = record.data.created or record.data.updated or date.min
    return day


def _difficulties(context: SiteContext, address: str) -> Markup:
    found = terms(context)
    ranked = sorted(found, key=lambda identifier: -len(helping(context, identifier)))[:DIFFICULTIES_ON_HOME]
    views = [view(context, i, found[i], address) for i in found if i in ranked]
    return context.renderer.render("slots/difficulties.html.jinja", difficulties=views)


def _counts(context: SiteContext, address: str) -> list[CountView]:
    href = context.presenter_at(address).href
    counts = []
    for kind in context.base.kinds:
        number = len(context.base.listed(kind.name))
        word = plural(number, kind.words.one, kind.words.few, kind.words.many)
        counts.append(CountView(number_text(number), LinkView(word, href(addresses.list_page(kind.folder)))))
    return counts


def _territories(context: SiteContext, address: str) -> Markup:
    presenter = context.presenter_at(address)
    registers = [kind for kind in context.base.kinds if kind.is_register]
    rows = []
    for territory in context.facets.listed["territory"]:
        numbers = [
            str(sum(record.kind is kind for record in context.base.listed_by_territory.get(territory.id, ())))
            for kind in registers
        ]
        rows.append((presenter.link_to(territory), numbers))
    titles = [kind.title for kind in registers]
    return context.renderer.render("slots/territories.html.jinja", titles=titles, rows=rows)


def _contact(context: SiteContext, address: str) -> Markup:
    region = context.base.region
    given = region.contact
    shown = view_class(Contact)(
        who=given.who,
        phone=phone_view(given.phone) if given.phone else None,
        email=given.email,
        hours=given.hours,
    )
    operator = context.presenter_at(address).link("organization", region.operator)
    return context.renderer.render(
        "slots/contact.html.jinja",
        operator=operator,
        responsible=region.responsible,
        contact=shown,
        parts=titles_view(Contact),
    )


def _documents(context: SiteContext, address: str) -> Markup:
    presenter = context.presenter_at(address)
    acts = sorted(context.base.listed("act"), key=lambda act: (-act.data.date.toordinal(), act.id))
    return context.renderer.render(
        "slots/documents.html.jinja", links=[presenter.link_to(act) for act in acts]
    )
