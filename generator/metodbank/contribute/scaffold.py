"""A scaffold: the fields of a record that is yet to be written, each given, sampled or only offered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from metodbank.checks.placeholders import PLACEHOLDER
from metodbank.contribute.scaffold_samples import Samples
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.record import DRAFT
from metodbank.models.shape import FieldShape, fields_by_key, shape_of
from metodbank.validation import validated

STATUS = "status"
_NAMES = ("title", "name")


class State(Enum):
    """Where the value of a field comes from."""

    GIVEN = auto()
    """The user said it."""
    SAMPLE = auto()
    """Nobody said it and the record needs it."""
    OFFERED = auto()
    """The record does without it: it stands as a comment."""
    EXAMPLE = auto()
    """It belongs to a group that is only offered."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a scaffold; a group has its fields in `groups`, as many of them as there are groups."""

    field: FieldShape
    state: State
    value: object = None
    groups: tuple[tuple[Entry, ...], ...] = ()

    @property
    def is_marked(self) -> bool:
        """Return whether readers of the file see by the value itself that it is none."""
        values = self.value if isinstance(self.value, list) else [self.value]
        return any(isinstance(value, str) and PLACEHOLDER in value for value in values)


def title_field(kind: Kind) -> FieldShape:
    """Return the field by which people know a record of the kind."""
    fields = fields_by_key(kind.model)
    return next(fields[name] for name in _NAMES if name in fields)


def planned(kind: Kind, given: Mapping[str, object], samples: Samples) -> tuple[Entry, ...]:
    """Return the fields of a record of the kind with what was given in them; a file of its own is a draft."""
    needed = {title_field(kind).key}
    said = dict(given)
    if kind.is_register:
        said.setdefault(STATUS, DRAFT)
    return _Plan(samples).entries(kind.model, said, must=True, needed=needed)


def plain(entries: tuple[Entry, ...]) -> dict[str, object]:
    """Return what a reader of the file makes of the fields: those that are only offered are not there."""
    return {entry.field.key: _plain_value(entry) for entry in entries if entry.state is not State.OFFERED}


def unfilled(entries: tuple[Entry, ...], prefix: str = "") -> Iterator[tuple[str, Entry]]:
    """Yield the sampled fields that are no groups, each with its path: `contact.who`."""
    for entry in entries:
        path = f"{prefix}{entry.field.key}"
        if entry.groups and entry.state is not State.OFFERED:
            for group in entry.groups:
                yield from unfilled(group, f"{path}.")
        elif entry.state is State.SAMPLE:
            yield path, entry


def _plain_value(entry: Entry) -> object:
    if not entry.groups:
        return entry.value
    groups = [plain(group) for group in entry.groups]
    return groups if entry.field.many else groups[0]


class _Plan:
    def __init__(self, samples: Samples) -> None:
        self._samples = samples

    def entries(
        self,
        model: type[Group],
        given: Mapping[str, object],
        *,
        must: bool,
        needed: set[str] | frozenset[str] = frozenset(),
    ) -> tuple[Entry, ...]:
        """Return the fields of a group; those that it needs beside the required ones are found by trying."""
        fields = shape_of(model)
        present = {field.key for field in fields if field.required or field.key in given} | needed
        if not present:
            present = {field.key for field in fields if field.example is not None} or {f.key for f in fields}
        while True:
            made = tuple(self._entry(model, field, given, present, must=must) for field in fields)
            _, findings = validated(model, plain(made))
            lacking = next((field.key for field in fields if field.key not in present), None)
            if lacking is None or all(finding.at for finding in findings):
                return made
            present.add(lacking)

    def _entry(
        self,
        model: type[Group],
        field: FieldShape,
        given: Mapping[str, object],
        present: set[str],
        *,
        must: bool,
    ) -> Entry:
        if field.key not in present:
            return self._made(model, field, State.OFFERED, must=False)
        if field.key not in given:
            return self._made(model, field, State.SAMPLE if must else State.EXAMPLE, must=must)
        value = given[field.key]
        items = value if isinstance(value, list) and field.many else [value]
        inside = [item for item in items if isinstance(item, dict)]
        if field.group is None or len(inside) < len(items) or not inside:
            return Entry(field, State.GIVEN, value)
        groups = tuple(self.entries(field.group, item, must=must) for item in inside)
        return Entry(field, State.GIVEN, groups=groups)

    def _made(self, model: type[Group], field: FieldShape, state: State, *, must: bool) -> Entry:
        if field.group is None:
            return Entry(field, state, self._samples.value(model, field, must=must))
        return Entry(field, state, groups=(self.entries(field.group, {}, must=must),))
