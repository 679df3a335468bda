"""What the fields of a model are, for everything that is derived from them.

Messages, the reference check, the pages, the reference of fields read this and nothing else of pydantic.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from metodbank.models.fields import (
    Briefly,
    CalendarYear,
    Duration,
    FileName,
    FromVocabulary,
    Group,
    Markdown,
    PhoneNumber,
    Prose,
    RefersTo,
    Unit,
)


class Holds(StrEnum):
    """What one value of a field is."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    FLAG = "flag"
    DATE = "date"
    REFERENCE = "reference"
    TERM = "term"
    FILE = "file"
    PHONE = "phone"
    GROUP = "group"

    @property
    def words(self) -> str:
        """Return what such a value is, in Russian."""
        return _WORDS[self]


_WORDS = {
    Holds.LINE: "строка",
    Holds.TEXT: "текст с разметкой Markdown",
    Holds.NUMBER: "число",
    Holds.YEAR: "год",
    Holds.FLAG: "true или false",
    Holds.DATE: "дата ГГГГ-ММ-ДД",
    Holds.REFERENCE: "идентификатор",
    Holds.TERM: "значение словаря",
    Holds.FILE: "имя файла",
    Holds.PHONE: "телефон",
    Holds.GROUP: "группа полей",
}


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: its name in code and in YAML, its words, and what it holds.

    `default` is the value of an optional field that is not written.
    """

    name: str
    key: str
    title: str
    help: str
    example: object
    required: bool
    many: bool
    holds: Holds
    refers_to: str = ""
    vocabulary: str = ""
    unit: Unit | None = None
    is_duration: bool = False
    is_brief: bool = False
    is_prose: bool = False
    group: type[Group] | None = None
    default: object = None


@cache
def shape_of(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    """Return the fields of the model in the order of their declaration."""
    return tuple(_field_shape(name, info) for name, info in model.model_fields.items())


@cache
def fields_by_key(model: type[BaseModel]) -> dict[str, FieldShape]:
    """Return the fields of the model by their YAML key."""
    return {field.key: field for field in shape_of(model)}


def field_at(model: type[BaseModel], at: tuple[str | int, ...]) -> FieldShape | None:
    """Return the field that a path of keys and indexes leads to, or None."""
    found: FieldShape | None = None
    current: type[BaseModel] | None = model
    for step in at:
        if isinstance(step, int):
            continue
        if current is None:
            break
        field = fields_by_key(current).get(step)
        if field is None:
            return None
        found, current = field, field.group
    return found


def walk(
    model: type[BaseModel], prefix: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], FieldShape]]:
    """Yield every field of the model and of its groups with the keys that lead to it."""
    for field in shape_of(model):
        path = (*prefix, field.key)
        yield path, field
        if field.group is not None:
            yield from walk(field.group, path)


def _field_shape(name: str, info: FieldInfo) -> FieldShape:
    marks = list(info.metadata)
    annotation, many, marks = _unwrap(info.annotation, marks)
    refers = _mark(marks, RefersTo)
    vocabulary = _mark(marks, FromVocabulary)
    return FieldShape(
        name=name,
        key=info.alias or name,
        title=info.title or name,
        help=info.description or "",
        example=info.examples[0] if info.examples else None,
        required=info.is_required(),
        many=many,
        holds=_holds(annotation, marks),
        refers_to=refers.kind if refers else "",
        vocabulary=vocabulary.vocabulary if vocabulary else "",
        unit=_mark(marks, Unit),
        is_duration=_mark(marks, Duration) is not None,
        is_brief=_mark(marks, Briefly) is not None,
        is_prose=_mark(marks, Prose) is not None,
        group=annotation if isinstance(annotation, type) and issubclass(annotation, Group) else None,
        default=None if info.is_required() else info.default,
    )


def _unwrap(annotation: Any, marks: list[Any]) -> tuple[Any, bool, list[Any]]:
    many = False
    while True:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation, marks = arguments[0], [*marks, *arguments[1:]]
        elif origin in {Union, types.UnionType}:
            annotation = next(a for a in arguments if a is not type(None))
        elif origin is tuple:
            annotation, many = arguments[0], True
        elif origin is dict:
            annotation, many = arguments[1], True
        else:
            return annotation, many, marks


def _mark(marks: list[Any], kind: type[Any]) -> Any:
    return next((mark for mark in marks if isinstance(mark, kind)), None)


def _holds(annotation: Any, marks: list[Any]) -> Holds:
    for kind, holds in (
        (RefersTo, Holds.REFERENCE),
        (FromVocabulary, Holds.TERM),
        (Markdown, Holds.TEXT),
        (FileName, Holds.FILE),
        (CalendarYear, Holds.YEAR),
        (PhoneNumber, Holds.PHONE),
    ):
        if _mark(marks, kind):
            return holds
    if annotation is bool:
        return Holds.FLAG
    if annotation in {int, float, Fraction}:
        return Holds.NUMBER
    if annotation is date:
        return Holds.DATE
    if isinstance(annotation, type) and issubclass(annotation, Group):
        return Holds.GROUP
    if annotation is str or (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return Holds.LINE
    raise TypeError(f"no shape for {annotation!r}")
