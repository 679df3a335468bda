"""Lists: every kind, whole and by each value of its facets, cut into pages; all without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from metodbank import addresses
from metodbank.keys import key_of
from metodbank.models.kinds import Kind
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView
from metodbank.records import Record
from metodbank.russian_words import counted

_NEAR = 2


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet: its title, and its values as links with the number of records."""

    title: str
    links: tuple[LinkView, ...]


class StepView(NamedTuple):
    """A step between the pages of a list."""

    text: str
    href: str = ""
    label: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """The words around the cards of a list."""

    heading: str
    intro: str
    count: str
    empty: str
    chosen: str
    all_link: LinkView
    pagination: tuple[StepView, ...]


class ListPart(NamedTuple):
    """Cards under one heading; most lists have one part without any."""

    heading: str
    cards: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list before it is cut into pages."""

    kind: Kind
    records: tuple[Record, ...]
    address: Callable[[int], str]
    facet: str = ""
    value: str = ""


def list_pages(context: SiteContext, kind: Kind, cards: Cards) -> Iterator[PagePlan]:
    """Yield the pages of the list of a kind, and of the list of each value of its facets."""
    everything = Listing(
        kind, context.facets.listed[kind.name], lambda n: addresses.list_page(kind.folder, n)
    )
    yield from _pages(context, everything, cards)
    for facet in context.facets.of_kind[kind.name]:
        for value in facet.values:
            chosen = _chosen(kind, facet.field.name, facet.field.title, value.id, value.title, value.records)
            yield from _pages(context, chosen, cards)


def _chosen(
    kind: Kind, name: str, facet: str, value_id: str, value: str, records: tuple[Record, ...]
) -> Listing:
    return Listing(
        kind,
        records,
        lambda n: addresses.facet_page(kind.folder, name, value_id, n),
        facet=facet,
        value=value,
    )


def facet_views(context: SiteContext, kind: Kind, seen_from: str) -> tuple[FacetView, ...]:
    """Return the facets of a kind with links from a page to the lists of their values."""
    href = context.presenter_at(seen_from).href
    return tuple(
        FacetView(
            field.title,
            tuple(
                LinkView(title, href(addresses.facet_page(kind.folder, field.name, value)), str(number))
                for value, title, number in values
            ),
        )
        for field, values in context.facets.counted(kind)
        if values
    )


def _panel(context: SiteContext, kind: Kind) -> Markup:
    """Return the panel of facets, the same on every page of the kind."""
    # A look at the facets is noted for every page that shows the panel, not only for the first.
    context.facets.counted(kind)
    known = context.panels.get(kind.name)
    if known is not None:
        return known
    views = facet_views(context, kind, addresses.list_page(kind.folder))
    if not views:
        return context.panels.setdefault(kind.name, Markup())
    html = context.renderer.render("facets.html.jinja", facets=views)
    return context.panels.setdefault(kind.name, context.ready.mark(f"panel/{kind.name}", html.encode()))


def _pages(context: SiteContext, listing: Listing, cards: Cards) -> Iterator[PagePlan]:
    size = context.base.region.page_size
    last = max(1, -(-len(listing.records) // size))
    told = f"{size}\n{last}\n{len(listing.records)}\n{listing.facet}\n{listing.value}"
    for number in range(1, last + 1):
        shown = listing.records[(number - 1) * size : number * size]
        make = partial(_page, context, listing, shown, (number, last, size), cards)
        yield PagePlan(
            listing.address(number), make, key_of(told, "\n".join([record.id for record in shown]))
        )


def _page(
    context: SiteContext,
    listing: Listing,
    shown: tuple[Record, ...],
    place: tuple[int, int, int],
    cards: Cards,
) -> Page:
    number, last, size = place
    address = listing.address(number)
    body = context.renderer.render(
        "list.html.jinja",
        page=_view(context, listing, number, last, size),
        facets=_panel(context, listing.kind),
        parts=_parts(context, shown, cards),
    )
    return Page(
        address=address,
        title=_title(listing, number),
        description=as_description(_describe(listing, number)),
        trail=_trail(context, listing, number, address),
        body=body,
    )


def _parts(context: SiteContext, records: tuple[Record, ...], cards: Cards) -> tuple[ListPart, ...]:
    if records and not records[0].kind.grouped:
        return (ListPart("", cards.of(records)),)
    return tuple(
        ListPart(heading, cards.of(list(found)))
        for heading, found in groupby(records, key=context.facets.heading)
    )


def _view(context: SiteContext, listing: Listing, number: int, last: int, size: int) -> ListView:
    kind = listing.kind
    href = context.presenter_at(listing.address(number)).href
    total = counted(len(listing.records), kind.words.one, kind.words.few, kind.words.many)
    first, final = (number - 1) * size + 1, min(number * size, len(listing.records))
    return ListView(
        heading=kind.title,
        intro="" if listing.value else kind.intro,
        count=f"{total}, показаны {first}–{final}" if last > 1 else total if listing.records else "",
        empty=kind.empty,
        chosen=f"{listing.facet}: {listing.value}" if listing.value else "",
        all_link=LinkView(f"Показать все {kind.words.few}", href(addresses.list_page(kind.folder))),
        pagination=tuple(page_steps(listing.address, number, last, href)) if last > 1 else (),
    )


def page_steps(
    address: Callable[[int], str], number: int, last: int, href: Callable[[str], str]
) -> Iterator[StepView]:
    """Yield the steps from one page of a list to the others."""
    if number > 1:
        yield StepView("← Назад", href(address(number - 1)))
    shown = sorted({1, last, *range(max(1, number - _NEAR), min(last, number + _NEAR) + 1)})
    for before, step in zip([0, *shown], shown, strict=False):
        if step - before > 1:
            yield StepView("…")
        if step == number:
            yield StepView(str(step), current=True)
        else:
            yield StepView(str(step), href(address(step)), f"Страница {step}")
    if number < last:
        yield StepView("Дальше →", href(address(number + 1)))


def _title(listing: Listing, number: int) -> str:
    title = f"{listing.kind.title}: {listing.value}" if listing.value else listing.kind.title
    return title if number == 1 else f"{title}, страница {number}"


def _describe(listing: Listing, number: int) -> str:
    text = f"{listing.kind.title}. {listing.facet}: {listing.value}." if listing.value else listing.kind.intro
    return text if number == 1 else f"Страница {number}. {text}"


def _trail(context: SiteContext, listing: Listing, number: int, address: str) -> tuple[LinkView, ...]:
    href = context.presenter_at(address).href
    steps = [LinkView(listing.kind.title, href(addresses.list_page(listing.kind.folder)))]
    if listing.value:
        steps.append(LinkView(listing.value, href(listing.address(1))))
    if number > 1:
        steps.append(LinkView(f"Страница {number}"))
    steps[-1] = LinkView(steps[-1].text)
    return context.trail(address, *steps)
