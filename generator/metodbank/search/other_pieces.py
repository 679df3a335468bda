"""The pieces of all that is no listed record: difficulties, rows of roadmaps, sections, prose, archive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from metodbank import addresses
from metodbank.keys import key_of
from metodbank.pages.context import SiteContext
from metodbank.pages.difficulty_pages import terms
from metodbank.prose import ProsePage
from metodbank.search.archived_pieces import archived_pieces
from metodbank.search.definition_pieces import definition_pieces
from metodbank.search.measure_pieces import measure_pieces
from metodbank.search.piece import Brief, Card, MadePiece, PiecePlan, Weight, piece_of
from metodbank.search.section_pieces import section_pieces
from metodbank.search.texts import RecordTexts, said_words

_MARKUP = re.compile(r"\]\([^)]*\)|<[^>]*>|\{[^}]*\}")
_WORTH = {"difficulty": 20, "page": 8}
_SUMMARY_LENGTH = 200


def other_pieces(context: SiteContext) -> Iterator[PiecePlan]:
    """Yield what the search finds beside listed records."""
    texts = RecordTexts(context.base)
    for identifier in terms(context):
        yield PiecePlan(f"difficulty/{identifier}", "", partial(_difficulty, context, identifier))
    yield from definition_pieces(context)
    yield from measure_pieces(context, texts)
    yield from archived_pieces(context, texts)
    yield from section_pieces(context)
    for page in context.base.contents.prose:
        if page.address != addresses.NOT_FOUND:
            yield PiecePlan(f"page/{page.address}", key_of(page.path, page.text), partial(_prose, page))


def _difficulty(context: SiteContext, identifier: str) -> MadePiece:
    term = terms(context)[identifier]
    text = term.description or ""
    card = Card(addresses.difficulty_page(identifier), term.title, "затруднение", "", text)
    fields = [(Weight.TITLE, term.title), (Weight.TOPIC, text), (Weight.TEXT, term.group or "")]
    return piece_of(card, _words(fields), (term.title,)), _brief("difficulty")


def _prose(page: ProsePage) -> MadePiece:
    text = _MARKUP.sub(" ", page.body)
    summary = str(page.front_matter.get("description") or "")
    card = Card(page.address, page.title, "страница", "", summary[:_SUMMARY_LENGTH])
    fields = [(Weight.TITLE, page.title), (Weight.SUMMARY, summary), (Weight.TEXT, text)]
    return piece_of(card, _words(fields), (page.title,)), _brief("page")


def _words(fields: Iterable[tuple[Weight, str]]) -> list[tuple[Weight, list[str]]]:
    return [(weight, [*said_words(text)]) for weight, text in fields]


def _brief(register: str) -> Brief:
    return Brief({"register": (register,)}, _WORTH[register], 0)
