"""The pieces of records in the archive: who knows one of them finds it, behind all that is in use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from metodbank import addresses
from metodbank.models.record import ARCHIVED
from metodbank.pages.context import SiteContext
from metodbank.records import Record
from metodbank.search.piece import Brief, Card, MadePiece, PiecePlan, Weight, piece_of
from metodbank.search.record_pieces import names_of
from metodbank.search.texts import RecordTexts, said_words

REGISTER = "archived"
WORTH = 0


def archived_pieces(context: SiteContext, texts: RecordTexts) -> Iterator[PiecePlan]:
    """Yield the records that have a page and stand in no list."""
    for kind in context.base.kinds:
        if kind.is_register:
            for record in context.base.shown(kind.name):
                if record.status == ARCHIVED:
                    name = f"{REGISTER}/{record.name}"
                    yield PiecePlan(name, "", partial(_archived, texts, record))


def _archived(texts: RecordTexts, record: Record) -> MadePiece:
    kind = f"{record.kind.words.one}, в архиве"
    summary = getattr(record.data, "summary", None) or ""
    card = Card(addresses.record_page(record.kind.folder, record.id), record.title, kind, "", summary)
    fields = [(Weight.TOPIC, said_words("архив архивная запись")), *texts.of(record)]
    return piece_of(card, fields, names_of(record)), Brief({"register": (REGISTER,)}, WORTH, 0)
