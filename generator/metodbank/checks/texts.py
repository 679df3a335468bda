"""The texts of one record, gathered once for all the rules that read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from metodbank.models.fields import Group
from metodbank.models.shape import Holds, shape_of
from metodbank.problems import FieldPath
from metodbank.records import Record

PlacedText = tuple[FieldPath, str]

_NO_TEXT = frozenset((Holds.NUMBER, Holds.YEAR, Holds.FLAG, Holds.DATE))
_PIECE = re.compile(r"\S+")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)


@dataclass(frozen=True)
class Texts:
    """All texts of a record with their places.

    `marked` are those in Markdown. `russian` are those that are not mere ASCII: ids, addresses of pages and
    mail are not among them. A rule looks at `whole`, the Russian ones together, before it looks at each.
    """

    record: Record
    all: tuple[PlacedText, ...]
    marked: tuple[PlacedText, ...]

    @cached_property
    def russian(self) -> tuple[PlacedText, ...]:
        """Return the texts that hold anything but ASCII."""
        return tuple(item for item in self.all if not item[1].isascii())

    @cached_property
    def whole(self) -> str:
        """Return the Russian texts together."""
        return "\n".join([text for _, text in self.russian])


def texts_in(record: Record) -> Texts:
    """Return the texts of the record; several rules ask for those of the same record one after the other."""
    known = _last.get("texts")
    if known is None or known.record is not record:
        known = _last["texts"] = _gathered(record)
    return known


_last: dict[str, Texts] = {}


def _gathered(record: Record) -> Texts:
    every: list[PlacedText] = []
    marked: list[PlacedText] = []
    _gather(record.data, (), every, marked)
    return Texts(record, tuple(every), tuple(marked))


def without_code(text: str) -> str:
    """Return the text with each piece of code as one space."""
    return _CODE.sub(" ", text) if "`" in text else text


def without_pieces(text: str, marks: tuple[str, ...]) -> str:
    """Return the text with each piece between spaces that holds one of the marks as one space."""

    def kept(match: re.Match[str]) -> str:
        piece = match.group()
        return " " if any(mark in piece for mark in marks) else piece

    return _PIECE.sub(kept, text) if any(mark in text for mark in marks) else text


def _gather(data: Group, at: FieldPath, every: list[PlacedText], marked: list[PlacedText]) -> None:
    """Put the texts of a group into both lists: yielding them would take twice as long."""
    for name, key, many, is_group, is_marked in _fields_with_texts(type(data)):
        value = getattr(data, name)
        if not value:
            continue
        here = (*at, key)
        places = [((*here, i), item) for i, item in enumerate(value)] if many else [(here, value)]
        if is_group:
            for place, group in places:
                _gather(group, place, every, marked)
        else:
            every += places
            if is_marked:
                marked += places


@cache
def _fields_with_texts(model: type[Group]) -> tuple[tuple[str, str, bool, bool, bool], ...]:
    """Return of each such field its name, its key, and whether it is many, a group, and in Markdown."""
    return tuple(
        (field.name, field.key, field.many, field.group is not None, field.holds is Holds.TEXT)
        for field in shape_of(model)
        if field.holds not in _NO_TEXT and (field.group is None or _fields_with_texts(field.group))
    )
