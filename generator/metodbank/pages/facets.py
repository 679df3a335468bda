"""The values by which lists are filtered, and which listed records have each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from heapq import nlargest
from operator import itemgetter
from typing import Any

from metodbank.keys import key_of
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.kinds import Kind
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.pages.grouping import Grouping, Ids
from metodbank.reads import Noted, read, unnoted
from metodbank.records import Record
from metodbank.russian_words import sort_key

NEWEST = 6


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
    """All facets of all kinds of a base, made of the facts of its records alone.

    A look at `of_kind` is not noted: who plans by it says what it saw. `known` is the grouping of a base of
    which the lists were the same.
    """

    def __init__(self, base: KnowledgeBase, as_of: date, known: Grouping | None = None) -> None:
        self._base = base
        self._known = known
        with unnoted():
            if known is None:
                listed = {
                    kind.name: self._grouped(kind, in_list_order(base.listed(kind.name), as_of))
                    for kind in base.kinds
                }
                of_kind = {
                    kind.name: tuple(self._facet(kind, name, listed[kind.name]) for name in kind.facets)
                    for kind in base.kinds
                }
            else:
                listed = {kind: self._records(kind, ids) for kind, ids in known.listed.items()}
                of_kind = {
                    kind.name: tuple(self._known_facet(kind, name, known) for name in kind.facets)
                    for kind in base.kinds
                }
        self.listed: Mapping[str, tuple[Record, ...]] = Noted("listing", listed)
        self.of_kind = of_kind
        self._having = {
            (kind, facet.field.name, value.id): value.records
            for kind, facets in of_kind.items()
            for facet in facets
            for value in facet.values
        }

    def having(self, kind: Kind, vocabulary: str, value: str) -> tuple[Record, ...]:
        """Return the listed records of the kind that have a value of a vocabulary, in the list's order."""
        read(f"having/{kind.name}/{value}")
        return next(
            (
                records
                for facet in self.of_kind[kind.name]
                if facet.field.vocabulary == vocabulary
                and (records := self._having.get((kind.name, facet.field.name, value)))
            ),
            (),
        )

    def counted(self, kind: Kind) -> list[tuple[FieldShape, list[tuple[str, str, int]]]]:
        """Return of each facet of the kind its field, and id, title and number of records of its values."""
        read(f"facets/{kind.name}")
        return [
            (f.field, [(v.id, v.title, len(v.records)) for v in f.values]) for f in self.of_kind[kind.name]
        ]

    def newest(self) -> list[Record]:
        """Return the records of the registers that were created or checked last."""
        read("newest")
        kinds = [kind.name for kind in self._base.kinds if kind.is_register and not kind.tab]
        with unnoted():
            changed = [(r.facts.changed or date.min, r) for kind in kinds for r in self.listed[kind]]
            since = min(nlargest(NEWEST, (day for day, _ in changed)), default=date.min)
            newest = ((-day.toordinal(), r.id, r) for day, r in changed if day >= since)
            return [record for *_, record in sorted(newest, key=itemgetter(0, 1))[:NEWEST]]

    def number(self, kind: str) -> int:
        """Return how many records of a kind are listed."""
        read(f"listing/{kind}")
        return len(self.listed[kind]) if kind in self.listed else 0

    def has(self, kind: Kind, facet: str, value: str) -> bool:
        """Return whether some listed record of the kind has the value, so that it has a page."""
        read(f"facet/{kind.name}/{facet}/{value}")
        return (kind.name, facet, value) in self._having

    def heading(self, record: Record) -> str:
        """Return the words that head the part of a list in which the record stands, empty where none do."""
        part = record.facts.part
        return self._title(_field(record.kind, record.kind.grouped), part) if part is not None else ""

    @cached_property
    def grouping(self) -> Grouping:
        """Return what is kept for the next build."""
        if self._known is not None:
            return self._known
        with unnoted():
            listed = {kind: _ids(records) for kind, records in self.listed.items()}
        values = {
            (kind, facet.field.name): tuple((v.id, v.title, _ids(v.records)) for v in facet.values)
            for kind, facets in self.of_kind.items()
            for facet in facets
        }
        return Grouping(listed, values, self._answers())

    def _answers(self) -> dict[str, str]:
        """Return the key of what each name stands for under which lists are read."""
        with unnoted():
            found = {}
            for (kind, name, value), records in self._having.items():
                found[f"facet/{kind}/{name}/{value}"] = ""
                ids = key_of("\n".join([record.id for record in records]))
                found[f"having/{kind}/{value}"] = key_of(found.get(f"having/{kind}/{value}", ""), name, ids)
            for kind, records in self.listed.items():
                found[f"listing/{kind}"] = key_of("\n".join([record.id for record in records]))
            found["newest"] = key_of(*(record.name for record in self.newest()))
            for of_kind in self._base.kinds:
                found[f"facets/{of_kind.name}"] = _told(self.counted(of_kind))
        return found

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
        return tuple(sorted(records, key=lambda r: order.get(r.facts.part or "", len(order))))

    def _facet(self, kind: Kind, name: str, listed: tuple[Record, ...]) -> Facet:
        field = _field(kind, name)
        values_of = self._territory_of if field.refers_to == "territory" else partial(_values, name)
        found: defaultdict[str, list[Record]] = defaultdict(list)
        for record in listed:
            for value in values_of(record):
                found[value].append(record)
        values = [FacetValue(i, self._title(field, i), tuple(found[i])) for i in self._ordered(field, found)]
        return Facet(field, tuple(values))

    def _known_facet(self, kind: Kind, name: str, known: Grouping) -> Facet:
        values = [
            FacetValue(i, title, self._records(kind.name, ids))
            for i, title, ids in known.values[kind.name, name]
        ]
        return Facet(_field(kind, name), tuple(values))

    def _records(self, kind: str, ids: Ids) -> tuple[Record, ...]:
        return tuple(map(self._base.contents.records[kind].__getitem__, ids))

    def _territory_of(self, record: Record) -> tuple[str, ...]:
        territory = self._base.territory_of(record)
        return (territory,) if territory and self._base.get("territory", territory) else ()

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


def _ids(records: Iterable[Record]) -> Ids:
    return tuple([record.id for record in records])


def _told(counted: list[tuple[FieldShape, list[tuple[str, str, int]]]]) -> str:
    return key_of(*(f"{field.name}\n{values}" for field, values in counted))


def _values(facet: str, record: Record) -> tuple[str, ...]:
    return record.facts.values.get(facet, ())


@cache
def _field(kind: Kind, name: str) -> FieldShape:
    return next(field for field in shape_of(kind.model) if field.name == name)


def in_list_order(records: Iterable[Record], as_of: date) -> tuple[Record, ...]:
    """Return the records as lists show them.

    By title as a Russian reader expects; kinds with a day begin with the nearest to come, then the latest
    that is over, then those without one.
    """

    def place(record: Record) -> tuple[Any, ...]:
        facts = record.facts
        day = facts.day
        if day is None:
            return 2, 0, facts.order, record.id
        return *((0, day.toordinal()) if day >= as_of else (1, -day.toordinal())), facts.order, record.id

    return tuple(sorted(records, key=place))
