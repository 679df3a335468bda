"""The values by which lists are filtered, and which listed records have each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metodbank.knowledge_base import KnowledgeBase, Record
from metodbank.models.kinds import Kind
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.russian_words import sort_key


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet with the records that have it, in the order of the list."""

    id: str
    title: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A field by which the list of a kind is filtered."""

    field: FieldShape
    values: tuple[FacetValue, ...]


class Facets:
    """All facets of all kinds of a base."""

    def __init__(self, base: KnowledgeBase, as_of: date) -> None:
        self._base = base
        self.listed = {
            kind.name: self._grouped(kind, in_list_order(base.listed(kind.name), as_of))
            for kind in base.kinds
        }
        self.of_kind = {
            kind.name: tuple(self._facet(kind, name) for name in kind.facets) for kind in base.kinds
        }
        self._known = {
            (kind, facet.field.name, value.id)
            for kind, facets in self.of_kind.items()
            for facet in facets
            for value in facet.values
        }

    def has(self, kind: Kind, facet: str, value: str) -> bool:
        """Return whether some listed record of the kind has the value, so that it has a page."""
        return (kind.name, facet, value) in self._known

    def heading(self, record: Record) -> str:
        """Return the words that head the part of a list in which the record stands, empty where none do."""
        if not record.kind.grouped:
            return ""
        return self._title(
            _field(record.kind, record.kind.grouped), getattr(record.data, record.kind.grouped)
        )

    def _grouped(self, kind: Kind, records: tuple[Record, ...]) -> tuple[Record, ...]:
        """Return the records part by part, parts in the order of their vocabulary or reference table."""
        if not kind.grouped:
            return records
        field = _field(kind, kind.grouped)
        known = (
            self._base.records[field.refers_to]
            if field.refers_to
            else self._base.vocabularies[field.vocabulary].entries
        )
        order = {identifier: place for place, identifier in enumerate(known)}
        return tuple(sorted(records, key=lambda r: order.get(getattr(r.data, kind.grouped), len(order))))

    def _facet(self, kind: Kind, name: str) -> Facet:
        field = _field(kind, name)
        found: dict[str, list[Record]] = {}
        for record in self.listed[kind.name]:
            for value in self._values(record, field):
                found.setdefault(value, []).append(record)
        values = [FacetValue(i, self._title(field, i), tuple(found[i])) for i in self._ordered(field, found)]
        return Facet(field, tuple(values))

    def _values(self, record: Record, field: FieldShape) -> tuple[str, ...]:
        if field.refers_to == "territory":
            territory = self._base.territory_of(record)
            return (territory,) if territory and self._base.get("territory", territory) else ()
        value = getattr(record.data, field.name)
        if value is None:
            return ()
        return tuple(dict.fromkeys(value)) if isinstance(value, tuple) else (value,)

    def _title(self, field: FieldShape, identifier: str) -> str:
        if field.holds is Holds.REFERENCE:
            record = self._base.get(field.refers_to, identifier)
            return record.title if record else identifier
        return self._base.word(field.vocabulary, identifier)

    def _ordered(self, field: FieldShape, found: dict[str, list[Record]]) -> list[str]:
        if field.holds is Holds.REFERENCE:
            return sorted(found, key=lambda identifier: sort_key(self._title(field, identifier)))
        order = {
            identifier: place
            for place, identifier in enumerate(self._base.vocabularies[field.vocabulary].entries)
        }
        return sorted(found, key=lambda identifier: (order.get(identifier, len(order)), identifier))


def _field(kind: Kind, name: str) -> FieldShape:
    return next(field for field in shape_of(kind.model) if field.name == name)


def in_list_order(records: list[Record], as_of: date) -> tuple[Record, ...]:
    """Return the records as lists show them.

    By title as a Russian reader expects; kinds with a day begin with the nearest to come, then the latest
    that is over, then those without one.
    """
    return tuple(
        sorted(records, key=lambda record: (*_by_day(record, as_of), sort_key(record.title), record.id))
    )


def _by_day(record: Record, as_of: date) -> tuple[int, int]:
    day: date | None = getattr(record.data, record.kind.day) if record.kind.day else None
    if day is None:
        return (2, 0)
    return (0, day.toordinal()) if day >= as_of else (1, -day.toordinal())
