"""What the files of a base gave, put together: the records by kind and id, one file an id."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from metodbank.errors import BuildFailed
from metodbank.linked_fields import links_of
from metodbank.models.kinds import Kind
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.record_reading import FileReading
from metodbank.records import Record, RecordKey, Row, Unsound, UnsoundRow

MOST_AT_HAND = 2000
"""So many records are kept unpacked; more of them are fetched again when they are looked at again."""


class FieldsShelf:
    """The packed fields of records by the key of their content, and where those not at hand are kept."""

    def __init__(
        self,
        kept: Callable[[str], bytes | None],
        read_again: Callable[[Kind, str], FileReading],
    ) -> None:
        self._kept = kept
        self._read_again = read_again
        self._unpacked: list[Record] = []
        self.packed: dict[str, bytes] = {}

    def put(self, readings: Iterable[FileReading]) -> None:
        """Take the packed fields out of readings."""
        for reading in readings:
            for row in reading.rows:
                self.packed[row.content_key] = reading.fields[row.id]
            reading.fields = {}

    def fetch(self, record: Record) -> Any:
        """Return the fields of a record."""
        if len(self._unpacked) >= MOST_AT_HAND:
            for earlier in self._unpacked:
                earlier.put_away()
            self._unpacked.clear()
        self._unpacked.append(record)
        return self.unpacked(record.kind, record.file, record.row)

    def unpacked(self, kind: Kind, file: str, row: Row) -> Any:
        """Return the fields that belong to a row; where they were lost, those that the file has now."""
        raw = self.packed.get(row.content_key) or self._kept(row.content_key)
        if raw is None:
            self.put([self._read_again(kind, file)])
            raw = self.packed.get(row.content_key)
        if raw is None:
            raise BuildFailed(f"{file}: файл изменился, пока строился сайт. Постройте его ещё раз.")
        return pickle.loads(raw)  # noqa: S301 (packed by this program, kept outside the base)


@dataclass
class Gathered:
    """The records, and what did not become one, as `Contents` keeps it."""

    records: dict[str, dict[str, Record]]
    set_aside: dict[RecordKey, str] = field(default_factory=dict)
    names: dict[RecordKey, str] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    unsound: list[Unsound] = field(default_factory=list)


def gathered(
    kinds: tuple[Kind, ...], readings: Sequence[FileReading], book: ProblemBook, shelf: FieldsShelf
) -> Gathered:
    """Return everything; of two files that bear one id the second one is a problem."""
    by_name = {kind.name: kind for kind in kinds}
    found = Gathered({kind.name: {} for kind in kinds})
    taken: dict[str, str] = {}
    for reading in readings:
        kind = by_name[reading.kind]
        book.take(reading.problems)
        other = _taken(taken, reading) if kind.is_register else None
        if other is not None:
            book.note(reading.file, [Finding("MB201", value=_id(reading.file), details={"other": other})])
            found.unsound += [Unsound(kind, reading.file, row) for row in _without_id(kind, reading, shelf)]
            continue
        for row in reading.rows:
            found.records[kind.name][row.id] = Record(kind, reading.file, row, shelf.fetch)
        for unsound in reading.unsound:
            found.unsound.append(Unsound(kind, reading.file, unsound))
        for identifier in reading.set_aside:
            found.set_aside[kind.name, identifier] = reading.file
        for identifier, name in reading.names.items():
            found.names[kind.name, identifier] = name
        if reading.is_unread:
            found.unread.add(kind.name)
    return found


def _id(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yml")


def _taken(taken: dict[str, str], reading: FileReading) -> str | None:
    """Return the earlier file that bears the id, None where this one is the first."""
    other = taken.setdefault(_id(reading.file), reading.file)
    return None if other == reading.file else other


def _without_id(kind: Kind, reading: FileReading, shelf: FieldsShelf) -> list[UnsoundRow]:
    """Return the records of a file whose id is taken: rules look at them all the same."""
    found = list(reading.unsound)
    for row in reading.rows:
        fields = shelf.unpacked(kind, reading.file, row)
        found.append(UnsoundRow(row.id, row.within, tuple(links_of(fields)), fields))
    return found
