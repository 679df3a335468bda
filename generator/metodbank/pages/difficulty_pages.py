"""Difficulties in a teacher's words: the list of all, and a page that gathers what helps with each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from metodbank import addresses
from metodbank.models.vocabulary import Term
from metodbank.pages.cards import CardGroup, Cards, more_of
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView
from metodbank.records import Record
from metodbank.russian_words import counted

TITLE = "Затруднения"
INTRO = (
    "С чем сталкиваются учителя, их словами. За каждым затруднением — практики, курсы, площадки, объединения."
)
OTHERS = "Разное"
DIFFICULTIES_FIELD = "difficulties"


@dataclass(frozen=True, slots=True)
class DifficultyView:
    """A difficulty in a list."""

    link: LinkView
    description: str
    count: str


@dataclass(frozen=True, slots=True)
class DifficultyGroup:
    """Difficulties under one heading."""

    title: str
    difficulties: tuple[DifficultyView, ...]


@dataclass(frozen=True, slots=True)
class DifficultyPageView:
    """One difficulty."""

    title: str
    description: str
    types: tuple[str, ...]
    themes: tuple[str, ...]
    count: str
    groups: tuple[CardGroup, ...]
    near: tuple[LinkView, ...]


def difficulty_pages(context: SiteContext, cards: Cards) -> Iterator[PagePlan]:
    """Yield the list of difficulties and the page of each that is not hidden."""
    address = addresses.list_page(addresses.DIFFICULTIES)
    yield PagePlan(address, partial(_list, context, address))
    for identifier in terms(context):
        yield PagePlan(addresses.difficulty_page(identifier), partial(_page, context, identifier, cards))


def _list(context: SiteContext, address: str) -> Page:
    body = context.renderer.render(
        "difficulties.html.jinja", title=TITLE, intro=INTRO, groups=groups(context, address)
    )
    return Page(address, TITLE, as_description(INTRO), context.trail(address, LinkView(TITLE)), body)


def terms(context: SiteContext) -> dict[str, Term]:
    """Return the difficulties that are offered or used."""
    entries = context.base.vocabularies[addresses.DIFFICULTY_VOCABULARY].entries
    return {
        identifier: term
        for identifier, term in entries.items()
        if not term.hidden or helping(context, identifier)
    }


def helping(context: SiteContext, identifier: str) -> list[Record]:
    """Return the listed records that help with a difficulty, by kind and title."""
    return [
        record
        for kind in context.base.kinds
        for record in context.facets.having(kind, addresses.DIFFICULTY_VOCABULARY, identifier)
    ]


def groups(context: SiteContext, seen_from: str) -> tuple[DifficultyGroup, ...]:
    """Return all difficulties under their headings, linked from a page."""
    found: dict[str, list[DifficultyView]] = {}
    for identifier, term in terms(context).items():
        found.setdefault(term.group or OTHERS, []).append(view(context, identifier, term, seen_from))
    return tuple(DifficultyGroup(title, tuple(views)) for title, views in found.items())


def view(context: SiteContext, identifier: str, term: Term, seen_from: str) -> DifficultyView:
    """Return one difficulty with the number of records that help with it."""
    number = len(helping(context, identifier))
    count = counted(number, "запись", "записи", "записей") if number else "пока ничего"
    href = context.presenter_at(seen_from).href(addresses.difficulty_page(identifier))
    return DifficultyView(LinkView(term.title, href), term.description or "", count)


def _page(context: SiteContext, identifier: str, cards: Cards) -> Page:
    term = terms(context)[identifier]
    address = addresses.difficulty_page(identifier)
    records = helping(context, identifier)
    near = [
        LinkView(other.title, context.presenter_at(address).href(addresses.difficulty_page(key)))
        for key, other in terms(context).items()
        if other.group == term.group and key != identifier
    ]
    shown = DifficultyPageView(
        title=term.title,
        description=term.description or "",
        types=_titles(context, "difficulty-types", term.types),
        themes=_titles(context, "themes", term.themes),
        count=counted(len(records), "запись", "записи", "записей"),
        groups=cards.groups(
            records, lambda kind: more_of(context, kind, DIFFICULTIES_FIELD, identifier, address)
        ),
        near=tuple(near),
    )
    body = context.renderer.render("difficulty.html.jinja", difficulty=shown)
    index = LinkView(TITLE, context.presenter_at(address).href(addresses.list_page(addresses.DIFFICULTIES)))
    trail = context.trail(address, index, LinkView(term.title))
    return Page(address, term.title, as_description(term.description or term.title), trail, body)


def _titles(context: SiteContext, vocabulary: str, identifiers: tuple[str, ...]) -> tuple[str, ...]:
    found = (context.base.term(vocabulary, identifier) for identifier in identifiers)
    return tuple(term.title for term in found if term)
