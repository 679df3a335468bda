"""The glossary: terms in the order of the alphabet, each with its definitions and their acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from metodbank import addresses
from metodbank.keys import key_of
from metodbank.models.kinds import Kind
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.list_pages import page_steps
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView
from metodbank.records import Record
from metodbank.russian_words import counted

PER_PAGE = 60


@dataclass(frozen=True, slots=True)
class TermView:
    """A term in the list."""

    link: LinkView
    fields: Any


@dataclass(frozen=True, slots=True)
class LetterView:
    """Terms that begin with one letter."""

    letter: str
    anchor: str
    terms: tuple[TermView, ...]


def glossary_list(context: SiteContext, kind: Kind, cards: Cards) -> Iterator[PagePlan]:  # noqa: ARG001 (as every list)
    """Yield the pages of the glossary; from each of them letters lead to where their terms begin."""
    records = context.facets.listed[kind.name]
    pages = [records[first : first + PER_PAGE] for first in range(0, len(records), PER_PAGE)] or [()]
    letters: dict[str, str] = {}
    for number, found in enumerate(pages, start=1):
        for record in found:
            page = addresses.list_page(kind.folder, number)
            letters.setdefault(_letter(record), f"{page}#letter-{len(letters) + 1}")
    for number, found in enumerate(pages, start=1):
        make = partial(_page, context, kind, (number, len(pages)), found, letters)
        given = key_of(str(len(pages)), repr(letters), *(record.id for record in found))
        yield PagePlan(addresses.list_page(kind.folder, number), make, given)


def _page(
    context: SiteContext,
    kind: Kind,
    place: tuple[int, int],
    records: Sequence[Record],
    letters: Mapping[str, str],
) -> Page:
    number, last = place
    address = addresses.list_page(kind.folder, number)
    presenter = context.presenter_at(address)
    groups = [
        LetterView(
            letter,
            letters[letter].partition("#")[2],
            tuple(TermView(presenter.link_to(record), presenter.record(record)) for record in found),
        )
        for letter, found in groupby(records, key=_letter)
    ]
    body = context.renderer.render(
        "glossary.html.jinja",
        kind=kind,
        pagination=tuple(page_steps(partial(addresses.list_page, kind.folder), number, last, presenter.href)),
        letters=[LinkView(letter, presenter.href(found_at)) for letter, found_at in letters.items()],
        groups=groups,
        count=counted(len(context.facets.listed[kind.name]), kind.words.one, kind.words.few, kind.words.many),
    )
    index = LinkView(kind.title, presenter.href(addresses.list_page(kind.folder)))
    steps = [LinkView(kind.title)] if number == 1 else [index, LinkView(f"Страница {number}")]
    title = kind.title if number == 1 else f"{kind.title}, страница {number}"
    intro = kind.intro if number == 1 else f"Страница {number}. {kind.intro}"
    return Page(address, title, as_description(intro), context.trail(address, *steps), body)


def _letter(record: Record) -> str:
    first = next((letter for letter in record.title if letter.isalnum()), "…")
    return first.upper().replace("Ё", "Е")
