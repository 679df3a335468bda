"""Conditions of a definition held against the model of the records that they choose.

A field that the model does not have would choose nothing, or everything, without a word: so it is a problem
of the definition, placed where the field is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from metodbank.linked_fields import Link
from metodbank.models.fields import Group
from metodbank.models.indicator import TESTS, Condition, Indicator, Part, Register
from metodbank.models.kinds import Kind
from metodbank.models.shape import FieldShape, Holds, fields_by_key, shape_of
from metodbank.near_names import NearNames
from metodbank.problems import FieldPath, Finding

_NAMED = ("is", "is_not")
_COUNTED = ("at_least", "at_most")
_DATED = ("not_after", "not_before")
_TESTS_OF: Mapping[Holds, tuple[str, ...]] = {
    Holds.DATE: _DATED,
    Holds.NUMBER: (*_NAMED, *_COUNTED),
    Holds.YEAR: (*_NAMED, *_COUNTED),
    **dict.fromkeys((Holds.TERM, Holds.REFERENCE, Holds.FLAG, Holds.LINE), _NAMED),
}
_WRITTEN = {
    Holds.NUMBER: r"-?\d+(?:\.\d+)?",
    Holds.YEAR: r"\d{4}",
    Holds.FLAG: "true|false",
}


class Conditioned(NamedTuple):
    """Conditions with where they stand, and the model whose fields they name; `title` is its name."""

    at: FieldPath
    model: type[Group]
    title: str
    conditions: tuple[Condition, ...]


def field_findings(indicator: Indicator, kinds: tuple[Kind, ...]) -> Iterator[Finding]:
    """Yield what is wrong with the fields, the tests and the plain values of the conditions."""
    for at, kind, register in _registers(indicator, kinds):
        if register.distinct is not None and reached(kind.model, register.distinct) is None:
            yield _unknown_field((*at, "distinct"), kind.model, kind.title, register.distinct)
        yield from findings_in(_of_register(at, kind, register))


def findings_in(found: Conditioned) -> Iterator[Finding]:
    """Yield the same of the conditions of one place."""
    for number, condition in enumerate(found.conditions):
        yield from _of_condition((*found.at, number), found, condition)


def condition_links(indicator: Indicator, kinds: tuple[Kind, ...]) -> Iterator[Link]:
    """Yield the values of conditions that name a record or a value of a vocabulary, to be looked up."""
    for at, kind, register in _registers(indicator, kinds):
        yield from links_in_conditions(_of_register(at, kind, register))


def links_in_conditions(found: Conditioned) -> Iterator[Link]:
    """Yield the same of the conditions of one place."""
    for number, condition in enumerate(found.conditions):
        field = reached(found.model, condition.field)
        if field is None or condition.test not in _NAMED or not (field.refers_to or field.vocabulary):
            continue
        place = (*found.at, number, condition.test)
        for index, value in enumerate(condition.is_in or condition.is_not or ()):
            yield Link((*place, index), field.refers_to, field.vocabulary, value)


@cache
def reached(model: type[Group], path: str) -> FieldShape | None:
    """Return the field of a record that a dotted path of keys leads to; None where it leads nowhere.

    A path goes through groups that a record has once, never through a list of them.
    """
    found: FieldShape | None = None
    group: type[Group] | None = model
    for key in path.split("."):
        found = fields_by_key(group).get(key) if group is not None else None
        if found is None:
            return None
        group = None if found.many else found.group
    return found


def _registers(indicator: Indicator, kinds: tuple[Kind, ...]) -> Iterator[tuple[FieldPath, Kind, Register]]:
    parts: tuple[tuple[str, Part | None], ...] = (
        ("numerator", indicator.numerator),
        ("denominator", indicator.denominator),
    )
    by_name = {kind.name: kind for kind in kinds}
    for name, part in parts:
        # A kind that does not exist is no value of its vocabulary, and told as that.
        if part is not None and part.register_records and part.register_records.kind in by_name:
            yield (name, "register"), by_name[part.register_records.kind], part.register_records


def _of_register(at: FieldPath, kind: Kind, register: Register) -> Conditioned:
    return Conditioned((*at, "conditions"), kind.model, kind.title, register.conditions)


def _of_condition(at: FieldPath, of: Conditioned, condition: Condition) -> Iterator[Finding]:
    field = reached(of.model, condition.field)
    if field is None:
        yield _unknown_field((*at, "field"), of.model, of.title, condition.field)
        return
    if condition.test not in tests_of(field):
        details = {"name": field.title, "what": _what(field), "tests": ", ".join(tests_of(field))}
        yield Finding("MB956", (*at, condition.test), condition.test, details=details, on_key=True)
        return
    written = _WRITTEN.get(field.holds)
    for index, value in enumerate((condition.is_in or condition.is_not or ()) if written else ()):
        if not re.fullmatch(written or "", value):
            details = {"name": field.title, "what": _what(field)}
            yield Finding("MB957", (*at, condition.test, index), value, details=details)


def tests_of(field: FieldShape) -> tuple[str, ...]:
    """Return the tests that make sense of a field, in the order in which they are told."""
    fits: tuple[str, ...]
    if field.group is not None:
        fits = ("holds",) if not field.many and _is_span(field.group) else ()
    else:
        fits = _TESTS_OF.get(field.holds, ())
        fits = tuple(test for test in fits if test in _NAMED) if field.many else fits
    return tuple(test for test in TESTS if test in fits or test == "given")


def _is_span(group: type[Group]) -> bool:
    ends = [fields_by_key(group).get(key) for key in ("from", "to")]
    return all(end is not None and end.holds is Holds.DATE for end in ends)


def _what(field: FieldShape) -> str:
    return f"список, в каждой строке которого {field.holds.words}" if field.many else field.holds.words


def _unknown_field(at: FieldPath, model: type[Group], title: str, path: str) -> Finding:
    suggestion = NearNames(_paths(model), {}).nearest(path)
    return Finding("MB955", at, path, details={"kind": title}, suggestion=suggestion)


@cache
def _paths(model: type[Group], prefix: str = "") -> tuple[str, ...]:
    """Return every dotted path of the model that a condition can name."""
    found: list[str] = []
    for field in shape_of(model):
        found.append(prefix + field.key)
        if field.group is not None and not field.many:
            found += _paths(field.group, f"{prefix}{field.key}.")
    return tuple(found)
