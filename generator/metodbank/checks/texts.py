"""The texts of one record, gathered once for all the rules that read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from metodbank.knowledge_base import Record
from metodbank.models.fields import Group
from metodbank.problems import FieldPath

PlacedText = tuple[FieldPath, str]

_PIECE = re.compile(r"\S+")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)


@dataclass(frozen=True)
class Texts:
    """All texts of a record with their places.

    `russian` are those that are not mere ASCII: ids, addresses of pages and mail are not among them. A rule
    looks at `whole`, the Russian ones together, before it looks at each.
    """

    record: Record
    all: tuple[PlacedText, ...]

    @cached_property
    def russian(self) -> tuple[PlacedText, ...]:
        """Return the texts that hold anything but ASCII."""
        return tuple(item for item in self.all if not item[1].isascii())

    @cached_property
    def whole(self) -> str:
        """Return the Russian texts together."""
        return "\n".join([text for _, text in self.russian])


def texts_in(record: Record) -> Texts:
    """Return the texts of the record."""
    return Texts(record, tuple(texts_of(record.data)))


def texts_of(data: Group, at: FieldPath = ()) -> Iterator[PlacedText]:
    """Yield every text of the record with its place."""
    for name, value in data.__dict__.items():
        if value is None or value == ():
            continue
        yield from _texts(value, (*at, name))


def without_code(text: str) -> str:
    """Return the text with each piece of code as one space."""
    return _CODE.sub(" ", text) if "`" in text else text


def without_pieces(text: str, marks: tuple[str, ...]) -> str:
    """Return the text with each piece between spaces that holds one of the marks as one space."""

    def kept(match: re.Match[str]) -> str:
        piece = match.group()
        return " " if any(mark in piece for mark in marks) else piece

    return _PIECE.sub(kept, text) if any(mark in text for mark in marks) else text


def _texts(value: object, at: FieldPath) -> Iterator[PlacedText]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Group):
        yield from texts_of(value, at)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*at, index))
