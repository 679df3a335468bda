"""The pieces of the rows of roadmaps: each is found by its own words, at its place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from metodbank import addresses
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.roadmap import Measure
from metodbank.pages.context import SiteContext
from metodbank.pages.measure_views import anchor_of
from metodbank.records import Record
from metodbank.search.piece import Brief, Card, MadePiece, PiecePlan, Weight, piece_of
from metodbank.search.texts import RecordTexts, said_words

REGISTER = "measure"
_KIND = "мероприятие"
_WORTH = 2


def measure_pieces(context: SiteContext, texts: RecordTexts) -> Iterator[PiecePlan]:
    """Yield the rows of the roadmaps that stand in lists."""
    for record in context.facets.listed["roadmap"]:
        for place, measure in enumerate(record.data.measures):
            make = partial(_measure, context.base, texts, record, place)
            yield PiecePlan(f"{REGISTER}/{record.id}/{measure.id}", "", make)


def _measure(base: KnowledgeBase, texts: RecordTexts, record: Record, place: int) -> MadePiece:
    measure: Measure = record.data.measures[place]
    page = addresses.record_page(record.kind.folder, record.id)
    number = f"{measure.number}. " if measure.number else ""
    card = Card(
        f"{page}#{anchor_of(measure)}", f"{number}{measure.title}", _KIND, record.title, measure.result or ""
    )
    told = [base.name_of("organization", each) for each in (*measure.responsible, *measure.executors)]
    fields = [
        (Weight.TOPIC, said_words(measure.title)),
        (Weight.TOPIC, said_words(f"{_KIND} {measure.number or ''}")),
        (Weight.SUMMARY, said_words(measure.result or "")),
        (Weight.TEXT, said_words(". ".join((*told, *measure.roles, record.title)))),
        *((Weight.TEXT, words) for _, words in texts.of_group(measure)),
    ]
    return piece_of(card, fields, (measure.title,)), Brief({"register": (REGISTER,)}, _WORTH, 0)
