"""The glossary as one page: terms in the order of the alphabet, each with its definitions and their acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from metodbank import addresses
from metodbank.knowledge_base import Record
from metodbank.models.kinds import Kind
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, as_description
from metodbank.pages.presenting import LinkView
from metodbank.russian_words import counted


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


def glossary_list(context: SiteContext, kind: Kind, cards: Cards) -> Iterator[Page]:  # noqa: ARG001 (as every list)
    """Yield the one page of all terms."""
    address = addresses.list_page(kind.folder)
    presenter = context.presenter_at(address)
    records = context.facets.listed[kind.name]
    letters = [
        LetterView(
            letter,
            f"letter-{place}",
            tuple(TermView(presenter.link_to(r), presenter.record(r)) for r in found),
        )
        for place, (letter, found) in enumerate(groupby(records, key=_letter), start=1)
    ]
    body = context.renderer.render(
        "glossary.html.jinja",
        kind=kind,
        letters=letters,
        count=counted(len(records), kind.words.one, kind.words.few, kind.words.many),
    )
    yield Page(
        address, kind.title, as_description(kind.intro), context.trail(address, LinkView(kind.title)), body
    )


def _letter(record: Record) -> str:
    first = next((letter for letter in record.title if letter.isalnum()), "…")
    return first.upper().replace("Ё", "Е")
