"""Territories that lie too deep: sums of figures go up level by level, and no real division has so many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodbank.checks.check import Looking, Placed
from metodbank.models.territory import Territory
from metodbank.problems import Finding
from metodbank.records import Record

MAX_LEVELS = 10


def gather(record: Record, looking: Looking) -> str | None:  # noqa: ARG001 (as every rule gathers)
    """Return the territory that a territory lies in."""
    return record.data.parent if isinstance(record.data, Territory) else None


def judge(found: Sequence[tuple[Record, str]], looking: Looking) -> Iterator[Placed]:  # noqa: ARG001 (as every rule judges)
    """Yield the territories that more than the allowed number of levels lie above."""
    inside: dict[str, list[Record]] = {}
    for record, parent in found:
        inside.setdefault(parent, []).append(record)
    level = sorted(inside.keys() - {record.id for record, _ in found})
    above = 0
    while level:
        above += 1
        records = [record for parent in level for record in inside.get(parent, ())]
        if above >= MAX_LEVELS:
            details = {"levels": str(MAX_LEVELS)}
            for record in records:
                yield record, Finding("MB411", ("parent",), record.data.parent, details=details)
        level = [record.id for record in records]
