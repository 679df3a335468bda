"""One record of a base: what is known of it at once, and its fields, fetched when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from metodbank.linked_fields import Link
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.problems import FieldPath
from metodbank.reads import read
from metodbank.record_facts import Facts
from metodbank.record_likeness import NONE, Likeness
from metodbank.validation import salvaged

RecordKey = tuple[str, str]


class Row(NamedTuple):
    """What is known of a record without its fields.

    `within` is the path of the record inside its file (empty for a file of its own), `content_key` the key
    of the content it was made of, `title` the name by which readers know it, `status` that of a record that
    is a file of its own, `links` the records that it names, `likeness` what it is compared by with others.
    """

    id: str
    within: FieldPath
    content_key: str
    title: str
    status: str | None
    territory: str | None
    organization: str | None
    links: tuple[Link, ...]
    facts: Facts
    likeness: Likeness = NONE


class Record:
    """One record: its id and place beside the fields that its author wrote.

    Each look at what may change is noted (`reads`): `entry` is what other records show of this one.
    """

    __slots__ = ("_data", "_fetch", "_names", "file", "id", "kind", "row")

    def __init__(self, kind: Kind, file: str, row: Row, fetch: Callable[[Record], Any]) -> None:
        self.kind = kind
        self.file = file
        self.id = row.id
        self.row = row
        self._fetch = fetch
        self._data: Any = None
        name = f"{kind.name}/{row.id}"
        self._names = (name, f"data/{name}", f"entry/{name}", f"facts/{name}")

    @property
    def key(self) -> RecordKey:
        """Return the name of the kind and the id."""
        return self.kind.name, self.id

    @property
    def name(self) -> str:
        """Return kind and id as one text, the end of every name under which the record is read."""
        return self._names[0]

    @property
    def model(self) -> type[Group]:
        """Return the model of the fields."""
        return self.kind.model

    @property
    def within(self) -> FieldPath:
        """Return the path of the record inside its file."""
        return self.row.within

    @property
    def data(self) -> Any:
        """Return the fields that the author wrote."""
        read(self._names[1])
        if self._data is None:
            self._data = self._fetch(self)
        return self._data

    @property
    def title(self) -> str:
        """Return the name by which readers know the record."""
        read(self._names[2])
        return self.row.title

    @property
    def status(self) -> str | None:
        """Return the state of a record that is a file of its own."""
        read(self._names[2])
        return self.row.status

    @property
    def links(self) -> tuple[Link, ...]:
        """Return the records that this one names, with where."""
        read(f"links/{self._names[0]}")
        return self.row.links

    @property
    def facts(self) -> Facts:
        """Return what lists need to know of the record."""
        read(self._names[3])
        return self.row.facts

    def put_away(self) -> None:
        """Forget the fields; they are fetched again when they are asked for."""
        self._data = None


class UnsoundRow(NamedTuple):
    """What could not be made a record: the ids that it names, and its values, plain or as sound fields."""

    id: str
    within: FieldPath
    links: tuple[Link, ...]
    values: dict[str, object] | Group


@dataclass(frozen=True)
class Unsound:
    """What could not be made a record, with where it stands."""

    kind: Kind
    file: str
    row: UnsoundRow

    @property
    def id(self) -> str:
        """Return the id."""
        return self.row.id

    @property
    def name(self) -> str:
        """Return kind and id as one text."""
        return f"{self.kind.name}/{self.row.id}"

    @property
    def within(self) -> FieldPath:
        """Return the path inside the file."""
        return self.row.within

    @property
    def links(self) -> tuple[Link, ...]:
        """Return the ids that it names, of records and of values."""
        return self.row.links

    @property
    def model(self) -> type[Group]:
        """Return the model that it should have been."""
        return self.kind.model

    @cached_property
    def data(self) -> Any:
        """Return what of it is right."""
        values = self.row.values
        return values if isinstance(values, Group) else salvaged(self.kind.model, values)

    @property
    def as_record(self) -> Record:
        """Return what is right as a record, for rules to look at; it names no ids a second time."""
        row = Row(self.id, self.within, "", "", getattr(self.data, "status", None), None, None, (), Facts())
        return Record(self.kind, self.file, row, lambda record: self.data)
