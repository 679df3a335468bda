"""References in a circle (AC4): what is a part of itself, replaces itself, or stands on itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from metodbank.checks.check import Looking, Placed
from metodbank.problems import Finding
from metodbank.records import Record

FIELDS = (
    ("territory", "parent"),
    ("organization", "parent"),
    ("actor", "part_of"),
    ("act", "superseded_by"),
    ("act", "amends"),
    ("act", "based_on"),
    ("report", "based_on"),
)
"""The fields that lead upwards or back in time; «см. также» leads both ways and may close a circle."""


Named = dict[str, tuple[bool, tuple[str, ...]]]
"""By field whether it is a list, and the ids in it."""


def gather(record: Record, looking: Looking) -> Named | None:  # noqa: ARG001 (as every rule gathers)
    """Return the ids that a record leads to."""
    values = {field: getattr(record.data, field) for kind, field in FIELDS if kind == record.kind.name}
    return {
        field: (isinstance(value, tuple), value if isinstance(value, tuple) else (value,))
        for field, value in values.items()
        if value
    } or None


def judge(found: Sequence[tuple[Record, Named]], looking: Looking) -> Iterator[Placed]:  # noqa: ARG001 (as every rule judges)
    """Yield the records that lead, over one of the fields, to themselves."""
    for kind, field in FIELDS:
        own = {r.id: (r, *named[field]) for r, named in found if r.kind.name == kind and field in named}
        named = {identifier: ids for identifier, (_, _, ids) in own.items()}
        for circle in _circles(named):
            for identifier in sorted(circle):
                place, value = next((p, v) for p, v in enumerate(named[identifier]) if v in circle)
                record, many, _ = own[identifier]
                yield record, Finding("MB219", (field, place) if many else (field,), value)


def _circles(named: Mapping[str, Sequence[str]]) -> Iterator[set[str]]:
    """Yield the groups of ids that lead to each other (Kosaraju's way: each reference is followed twice)."""
    naming: dict[str, list[str]] = {identifier: [] for identifier in named}
    for identifier, others in named.items():
        for other in others:
            if other in naming:
                naming[other].append(identifier)
    taken: set[str] = set()
    for start in reversed(_innermost_first(named)):
        group: set[str] = set()
        ahead = [start]
        while ahead:
            current = ahead.pop()
            if current not in taken:
                taken.add(current)
                group.add(current)
                ahead += naming[current]
        if len(group) > 1 or start in named[start]:
            yield group


def _innermost_first(named: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids so that each, circles apart, stands after those that it names."""
    order: list[str] = []
    entered: set[str] = set()
    ahead = [(identifier, False) for identifier in named]
    while ahead:
        current, is_left = ahead.pop()
        if is_left:
            order.append(current)
        elif current not in entered and current in named:
            entered.add(current)
            ahead.append((current, True))
            ahead += [(other, False) for other in named[current]]
    return order
