"""The fields of a record that name other records or values of vocabularies, with where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from metodbank.models.fields import Group
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.problems import FieldPath

_REFERENCES = frozenset((Holds.REFERENCE,))
_TERMS = frozenset((Holds.TERM,))
_LINKS = _REFERENCES | _TERMS


class Link(NamedTuple):
    """One named id: where it stands, the kind it refers to or the vocabulary it is from, and what it is."""

    at: FieldPath
    refers_to: str
    vocabulary: str
    value: str


def links_of(data: Group, prefix: FieldPath = ()) -> list[Link]:
    """Return every reference and every vocabulary value of the record, in the order of its fields."""
    return _gathered(data, prefix, _LINKS)


def references_of(data: Group) -> list[Link]:
    """Return the references to other records alone."""
    return _gathered(data, (), _REFERENCES)


def terms_of(data: Group) -> list[tuple[str, tuple[str, ...]]]:
    """Return the vocabularies that fields of the record take values from, with those of each field."""
    found: list[tuple[str, tuple[str, ...]]] = []
    values = vars(data)
    for field in _fields_with(type(data), _TERMS):
        value = values[field.name]
        if value and field.group is not None:
            for group in _inside(value, many=field.many):
                found += terms_of(group)
        elif value:
            found.append((field.vocabulary, value if field.many else (value,)))
    return found


def _inside(value: Any, *, many: bool) -> Iterable[Any]:
    if not many:
        return (value,)
    return value.values() if isinstance(value, dict) else value


def links_in(data: Mapping[str, object], model: type[Group], prefix: FieldPath = ()) -> Iterator[Link]:
    """Yield the same from plain values that made no model, so that their ids are looked up all the same."""
    for field in _fields_with(model, _LINKS):
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


def _gathered(data: Group, at: FieldPath, wanted: frozenset[Holds]) -> list[Link]:
    found: list[Link] = []
    values = vars(data)
    for field in _fields_with(type(data), wanted):
        value = values.get(field.name)
        if not value:
            continue
        here = (*at, field.key)
        for place, item in _places(value, here) if field.many else ((here, value),):
            if field.group is None:
                found.append(Link(place, field.refers_to, field.vocabulary, item))
            else:
                found += _gathered(item, place, wanted)
    return found


def _places(values: Any, at: FieldPath) -> list[tuple[FieldPath, Any]]:
    steps = values.items() if isinstance(values, dict) else enumerate(values)
    return [((*at, step), value) for step, value in steps]


@cache
def _fields_with(model: type[Group], wanted: frozenset[Holds]) -> tuple[FieldShape, ...]:
    """Return the fields that hold what is wanted, and the groups that have such fields."""
    return tuple(
        field
        for field in shape_of(model)
        if (field.holds in wanted if field.group is None else _fields_with(field.group, wanted))
    )
