"""The pieces of records: what the search knows of each, taken from its fields and from its card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from metodbank import addresses
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.practice import Practice
from metodbank.pages.cards import CardView, FactView
from metodbank.pages.notices import grounds
from metodbank.records import Record
from metodbank.search.piece import Brief, Card, Piece, Weight, piece_of
from metodbank.search.texts import RecordTexts, Words, said_words

_EPOCH = date(2000, 1, 1)
_END_OF_NAME = re.compile("[:,(]")
_COMPLETE = 10
_RUNG = 3
_REGISTER = 20
_TAB = 10
_LONG_MINUTES = ((10, "m10"), (20, "m20"), (45, "m45"))
_LONG_HOURS = ((18, "h18"), (36, "h36"), (72, "h72"))
_IS_OF_FIELDS = {
    "subject": "subjects",
    "level": "education_levels",
    "audience": "audience",
    "difficulty": "difficulties",
    "theme": "themes",
    "form": "forms",
}


class RecordPieces:
    """Makes the pieces of the records of one base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._texts = RecordTexts(base)
        self._sizes: dict[type[Any], int] = {}

    def of(self, record: Record, view: CardView) -> tuple[Piece, Brief]:
        """Return the piece of a record whose card shows the view, and the brief that goes with it."""
        until: date | None = getattr(record.data, "valid_until", None)
        card = Card(
            address=addresses.record_page(record.kind.folder, record.id),
            title=view.link.text,
            kind=view.kind,
            facts=" · ".join(map(_told, view.facts)),
            summary=view.summary,
            until=until.isoformat() if until else "",
            difficulties="; ".join(view.difficulties),
            grounds=f"{view.grounds.rung}{view.grounds.text}" if view.grounds else "",
        )
        return piece_of(card, self._fields(record), names_of(record)), self._brief(record, view)

    def _fields(self, record: Record) -> Iterator[tuple[Weight, Words]]:
        """Yield the texts of a record, and what such a record is called: «курс по чтению» is said so."""
        yield Weight.SUMMARY, said_words(record.kind.words.one)
        yield from self._texts.of(record)

    def _brief(self, record: Record, view: CardView) -> Brief:
        fields = vars(record.data)
        facets: dict[str, tuple[str, ...]] = {"register": (record.kind.name,)}
        for facet, name in _IS_OF_FIELDS.items():
            if values := fields.get(name):
                facets[facet] = tuple(dict.fromkeys(values))
        for facet, value_of in _OTHERS.items():
            if values := value_of(record.data):
                facets[facet] = values
        territory = self._base.territory_of(record) if record.kind.is_register else None
        if territory and self._base.get("territory", territory):
            facets["territory"] = (territory,)
        day: date | None = fields.get("updated") or fields.get("created")
        return Brief(facets, self._standing(record, view), (day - _EPOCH).days if day else 0)

    def _standing(self, record: Record, view: CardView) -> int:
        """Return what the record is worth: registers before reference data, the fuller and proven first."""
        fields = vars(record.data)
        given = sum(value is not None and value != () and value is not False for value in fields.values())
        worth: int = _COMPLETE * given // len(fields)
        if view.grounds:
            worth += _RUNG * int(view.grounds.rung)
        if record.kind.is_register:
            worth += _REGISTER if not record.kind.tab else _TAB
        return worth


def names_of(record: Record) -> tuple[str, ...]:
    """Return what readers call a record: its title, also that before a sign, other names, abbreviations."""
    fields = vars(record.data)
    names = [record.title, str(fields.get("name") or ""), str(fields.get("short_name") or "")]
    names += [before for name in names if (before := _END_OF_NAME.split(name)[0]) != name]
    return (*names, *fields.get("variants", ()), *fields.get("abbreviations", ()))


def _told(fact: FactView) -> str:
    """Return a fact in a line of facts: two spans of time in a row would not tell which is which."""
    return f"{fact.title.lower()} {fact.text}" if fact.name.endswith("_minutes") else fact.text


def _grades(data: Any) -> tuple[str, ...]:
    grades = getattr(data, "grades", None)
    return tuple(map(str, range(grades.first, grades.last + 1))) if grades else ()


def _grounds(data: Any) -> tuple[str, ...]:
    return (str(grounds(data).rung),) if isinstance(data, Practice) else ()


def _duration(data: Any) -> tuple[str, ...]:
    for name, bounds, longest in (("lesson_minutes", _LONG_MINUTES, "m99"), ("hours", _LONG_HOURS, "h99")):
        value = getattr(data, name, None)
        if value is not None:
            return (next((word for most, word in bounds if value <= most), longest),)
    return ()


def _federal_register(data: Any) -> tuple[str, ...]:
    told = getattr(data, "federal_register", None)
    return (told.state,) if told else ()


_OTHERS: Mapping[str, Callable[[Any], tuple[str, ...]]] = {
    "grades": _grades,
    "grounds": _grounds,
    "duration": _duration,
    "fr": _federal_register,
}
