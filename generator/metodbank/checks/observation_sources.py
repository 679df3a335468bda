"""Figures of which nobody said whence they come (IN10)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.models.observation import Observation
from metodbank.observation_columns import SOURCE, path_to
from metodbank.problems import Finding
from metodbank.russian_words import counted


def look(looking: Looking) -> Iterator[Placed]:
    """Yield each table with rows without a source, at the first of them."""
    without: dict[str, dict[int, Observation]] = {}
    for rows in looking.base.observations.values():
        for row in rows:
            if not row.source:
                without.setdefault(row.file, {})[row.row] = row
    for file, found in without.items():
        details = {"number": counted(len(found), "строке", "строках", "строках")}
        yield file, Finding("MB910", path_to(found[min(found)], SOURCE), details=details)
