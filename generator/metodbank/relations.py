"""Who refers to each record, and which records are of a territory: indexes made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from metodbank.linked_fields import Link
from metodbank.reads import read, unnoted
from metodbank.records import Record, RecordKey


class Mention(NamedTuple):
    """A record that refers to another one, and by which field."""

    record: Record
    link: Link


class Relations:
    """The indexes over the records of one base; nothing of them is noted (`reads`) but by `Mentions`.

    `lists` tells whether a record stands in lists, `territory_of` the territory that it is of.
    """

    def __init__(
        self,
        records: Callable[[], Iterable[Record]],
        lists: Callable[[Record], bool],
        territory_of: Callable[[Record], str | None],
    ) -> None:
        self._records = records
        self._lists = lists
        self._territory_of = territory_of

    @cached_property
    def links_to(self) -> Mapping[RecordKey, list[Mention]]:
        """Return every link to each record, those of records that are not listed included."""
        found: dict[RecordKey, list[Mention]] = {}
        for record in self._records():
            for link in record.row.links:
                found.setdefault((link.refers_to, link.value), []).append(Mention(record, link))
        return found

    def listed_links_to(self, key: RecordKey) -> list[Mention]:
        """Return who refers to a record: listed records only, each of them once a field."""
        found: dict[tuple[RecordKey, str], Mention] = {}
        for mention in self.links_to.get(key, ()):
            if self._lists(mention.record):
                found.setdefault((mention.record.key, str(mention.link.at[0])), mention)
        return list(found.values())

    @cached_property
    def by_territory(self) -> Mapping[str, list[Record]]:
        """Return the listed records of the registers by their territory, that of their organization too."""
        found: dict[str, list[Record]] = {}
        known: dict[tuple[str | None, str | None], str | None] = {}
        with unnoted():
            for record in self._records():
                row = record.row
                if row.status is not None and self._lists(record):
                    place = row.territory, row.organization
                    if place not in known:
                        known[place] = self._territory_of(record)
                    territory = known[place]
                    if territory is not None:
                        found.setdefault(territory, []).append(record)
        return found


class Mentions(Mapping[RecordKey, list[Mention]]):
    """Who refers to each record: listed records only, each of them once a field; each look is noted."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations

    def __getitem__(self, key: RecordKey) -> list[Mention]:
        """Return who refers to the record."""
        read(f"mentions/{key[0]}/{key[1]}")
        found = self._relations.listed_links_to(key)
        if not found:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[RecordKey]:
        """Yield the records that others refer to."""
        read("mentions")
        return (key for key in self._relations.links_to if key in self)

    def __len__(self) -> int:
        """Return how many records others refer to."""
        return sum(1 for _ in self)
