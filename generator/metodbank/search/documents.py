"""The files of documents: the table of all of them, and their cards, a few in each file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from metodbank.search.bits import ascending, text_of
from metodbank.search.columns import column_of
from metodbank.search.encoding import script, swapped
from metodbank.search.piece import Brief, Card

_HALF_YEAR = 182
_FRESHEST = 10


def table_of(briefs: Sequence[Brief], numbers: Sequence[int], room: int) -> list[object]:
    """Return the numbers of all documents, and the column of their standings, freshness included.

    Freshness is reckoned from the youngest document, not from today: the site is the same tomorrow.
    """
    newest = max((brief.day for brief in briefs), default=0)
    standings = [brief.standing + max(0, _FRESHEST - (newest - brief.day) // _HALF_YEAR) for brief in briefs]
    return [text_of(ascending(numbers, room)), *column_of(standings)]


def days_file(name: str, briefs: Sequence[Brief]) -> bytes:
    """Return the script with the day of every document: how many bits one has, all, and where they begin.

    Days are counted from that before the earliest, which is told in days since 2000-01-01; none is 0.
    """
    days = [brief.day for brief in briefs]
    before = min((day for day in days if day), default=1) - 1
    told = [max(0, day - before) for day in days]
    width = max(told, default=0).bit_length()
    bits = "".join([f"{day:0{width}b}" for day in told]) if width else ""
    return script(name, width, text_of(bits), before)


def cards_file(name: str, cards: Iterable[tuple[int, Card]]) -> bytes:
    """Return the script with the cards of some documents by number."""
    return script(name, {str(number): _told(card) for number, card in cards})


def _told(card: Card) -> list[str]:
    told = [card.address, *map(swapped, card[1:])]
    while not told[-1]:
        told.pop()
    return told
