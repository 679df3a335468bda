"""References in a circle (AC4): what is a part of itself, replaces itself, or stands on itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from metodbank.checks.check import Looking, Subject
from metodbank.problems import Finding

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


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the records that lead, over one of the fields, to themselves."""
    for kind, field in FIELDS:
        records = looking.base.records[kind]
        named = {identifier: _named(getattr(record.data, field)) for identifier, record in records.items()}
        for circle in _circles(named):
            for identifier in sorted(circle):
                place, value = next((p, v) for p, v in enumerate(named[identifier]) if v in circle)
                many = isinstance(getattr(records[identifier].data, field), tuple)
                at = (field, place) if many else (field,)
                yield records[identifier], Finding("MB219", at, value)


def _named(value: str | Sequence[str] | None) -> Sequence[str]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


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
