"""One value in two records of which each should have its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from metodbank.records import Record


def repeats(found: Sequence[tuple[Record, Any]]) -> Iterator[tuple[Record, Any, Record]]:
    """Yield each record whose own value an earlier one has, with the value and that one."""
    owners: dict[object, Record] = {}
    for record, value in found:
        owner = owners.setdefault(value, record)
        if owner is not record:
            yield record, value, owner
