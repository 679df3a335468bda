"""The pieces of pages that gather others: lists, the yearly cycle, the map of evidence, the passport."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from metodbank import addresses
from metodbank.open_data.telling import shows_indicators
from metodbank.pages import (
    cycle_pages,
    difficulty_pages,
    evidence_page,
    framework_pages,
    indicator_list_page,
    passport_page,
)
from metodbank.pages.context import SiteContext
from metodbank.search.piece import Brief, Card, MadePiece, PiecePlan, Weight, piece_of
from metodbank.search.texts import said_words

WORTH = 4
_KIND = "раздел"


class Section(NamedTuple):
    """A page of the site that shows what stands on many others: its address, its name, what it is for."""

    address: str
    title: str
    intro: str


_OF_INDICATORS = (
    Section(addresses.list_page(addresses.INDICATORS), indicator_list_page.TITLE, indicator_list_page.INTRO),
    Section(addresses.list_page(addresses.FRAMEWORKS), framework_pages.TITLE, framework_pages.INTRO),
    Section(addresses.list_page(addresses.CYCLE), cycle_pages.TITLE, cycle_pages.INTRO),
    Section(addresses.EVIDENCE, evidence_page.TITLE, evidence_page.INTRO),
    Section(addresses.PASSPORT, passport_page.TITLE, passport_page.INTRO),
)


def section_pieces(context: SiteContext) -> Iterator[PiecePlan]:
    """Yield the pages that gather others, of those that the site has."""
    for section in _sections(context):
        yield PiecePlan(f"section/{section.address}", "", partial(section_piece, section))


def section_piece(section: Section) -> MadePiece:
    """Return the piece of a page that gathers others, and its brief."""
    card = Card(section.address, section.title, _KIND, "", section.intro)
    fields = [(Weight.TITLE, said_words(section.title)), (Weight.SUMMARY, said_words(section.intro))]
    return piece_of(card, fields, (section.title,)), Brief({"register": ("page",)}, WORTH, 0)


def _sections(context: SiteContext) -> Iterator[Section]:
    for kind in context.base.kinds:
        if context.facets.listed[kind.name]:
            yield Section(addresses.list_page(kind.folder), kind.title, kind.intro)
    yield Section(addresses.list_page(addresses.DIFFICULTIES), difficulty_pages.TITLE, difficulty_pages.INTRO)
    if shows_indicators(context.base):
        yield from _OF_INDICATORS
