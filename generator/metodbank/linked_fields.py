"""The fields of a record that name other records or values of vocabularies, with where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from metodbank.models.fields import Group
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.problems import FieldPath


class Link(NamedTuple):
    """One named id: where it stands, the kind it refers to or the vocabulary it is from, and what it is."""

    at: FieldPath
    refers_to: str
    vocabulary: str
    value: str


def links_of(data: Group, prefix: FieldPath = ()) -> Iterator[Link]:
    """Yield every reference and every vocabulary value of the record, in the order of its fields."""
    for field in _fields_with_links(type(data)):
        value = getattr(data, field.name)
        if not value:
            continue
        at = (*prefix, field.key)
        if field.holds is Holds.GROUP:
            yield from _of_groups(value, at, many=field.many)
        elif field.many:
            for index, item in enumerate(value):
                yield Link((*at, index), field.refers_to, field.vocabulary, item)
        else:
            yield Link(at, field.refers_to, field.vocabulary, value)


def links_in(data: Mapping[str, object], model: type[Group], prefix: FieldPath = ()) -> Iterator[Link]:
    """Yield the same from plain values that made no model, so that their ids are looked up all the same."""
    for field in _fields_with_links(model):
        value = data.get(field.key)
        at = (*prefix, field.key)
        items = (
            [((*at, i), item) for i, item in enumerate(value)] if isinstance(value, list) else [(at, value)]
        )
        for place, item in items:
            if field.group is not None and isinstance(item, dict):
                yield from links_in(item, field.group, place)
            elif field.group is None and isinstance(item, str) and field.many == isinstance(value, list):
                yield Link(place, field.refers_to, field.vocabulary, item)


def _of_groups(value: object, at: FieldPath, *, many: bool) -> Iterator[Link]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from links_of(item, (*at, key))
    elif many and isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from links_of(item, (*at, index))
    elif isinstance(value, Group):
        yield from links_of(value, at)


@cache
def _fields_with_links(model: type[Group]) -> tuple[FieldShape, ...]:
    def has_links(field: FieldShape) -> bool:
        if field.holds is Holds.GROUP and field.group is not None:
            return any(has_links(inner) for inner in shape_of(field.group))
        return field.holds in {Holds.REFERENCE, Holds.TERM}

    return tuple(field for field in shape_of(model) if has_links(field))
