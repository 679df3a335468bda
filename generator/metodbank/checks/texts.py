"""The texts of one record, gathered once for all the rules that read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from metodbank.models.fields import Group
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.problems import FieldPath
from metodbank.records import Record

PlacedText = tuple[FieldPath, str]

_NO_TEXT = frozenset((Holds.NUMBER, Holds.YEAR, Holds.FLAG, Holds.DATE))
_BETWEEN = "|"
"""Stands between texts: it is part of no word, and no space that could make words of two texts neighbours."""
_PIECE = re.compile(r"\S+")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)


class Texts:
    """All texts of a record, with their places.

    A rule looks at the texts together (`whole`, those of `others`) before it looks at each: most texts hold
    nothing of what it looks for, and one search tells. So the places are sought only where something may be.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        said: list[str] = []
        _gather(record.data, said)
        self.others = [text for text in said if text.isascii()]
        self.whole = _BETWEEN.join([text for text in said if not text.isascii()])
        self._whole_of_others = _BETWEEN.join(self.others)

    def may_hold(self, mark: str) -> bool:
        """Return whether any text holds the mark."""
        return mark in self.whole or mark in self._whole_of_others

    @cached_property
    def all(self) -> list[PlacedText]:
        """Return all texts with their places."""
        return [(at, text) for at, text, _ in self._placed]

    @cached_property
    def marked(self) -> list[PlacedText]:
        """Return the texts in Markdown."""
        return [(at, text) for at, text, is_marked in self._placed if is_marked]

    @cached_property
    def russian(self) -> list[PlacedText]:
        """Return the texts that hold anything but ASCII, so no ids, no addresses of pages and mail."""
        return [item for item in self.all if not item[1].isascii()]

    @cached_property
    def _placed(self) -> list[tuple[FieldPath, str, bool]]:
        return list(_with_places(self.record.data, ()))


def texts_in(record: Record) -> Texts:
    """Return the texts of the record; several rules ask for those of the same record one after the other."""
    known = _last.get("texts")
    if known is None or known.record is not record:
        known = _last["texts"] = Texts(record)
    return known


_last: dict[str, Texts] = {}


def without_code(text: str) -> str:
    """Return the text with each piece of code as one space."""
    return _CODE.sub(" ", text) if "`" in text else text


def without_pieces(text: str, marks: tuple[str, ...]) -> str:
    """Return the text with each piece between spaces that holds one of the marks as one space."""

    def kept(match: re.Match[str]) -> str:
        piece = match.group()
        return " " if any(mark in piece for mark in marks) else piece

    return _PIECE.sub(kept, text) if any(mark in text for mark in marks) else text


def _gather(data: Group, said: list[str]) -> None:
    """Put the texts of a group into the list."""
    values = vars(data)
    for field in _fields_with_texts(type(data)):
        value = values[field.name]
        if not value:
            continue
        if field.group is not None:
            for group in value if field.many else (value,):
                _gather(group, said)
        elif field.many:
            said += value
        else:
            said.append(value)


def _with_places(data: Group, at: FieldPath) -> Iterator[tuple[FieldPath, str, bool]]:
    """Yield the same texts with their places and whether they are in Markdown."""
    for field in _fields_with_texts(type(data)):
        value = getattr(data, field.name)
        here = (*at, field.key)
        places = [((*here, i), item) for i, item in enumerate(value or ())] if field.many else [(here, value)]
        for place, item in places:
            if field.group is None and item:
                yield place, item, field.holds is Holds.TEXT
            elif item:
                yield from _with_places(item, place)


@cache
def _fields_with_texts(model: type[Group]) -> tuple[FieldShape, ...]:
    return tuple(
        field
        for field in shape_of(model)
        if field.holds not in _NO_TEXT and (field.group is None or _fields_with_texts(field.group))
    )
