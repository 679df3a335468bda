"""An act that can be found (MB125): by its number or by its title."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.act import Act
from metodbank.problems import Finding
from metodbank.records import Record


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield an act that has neither."""
    data = record.data
    if isinstance(data, Act) and data.number is None and data.title is None:
        yield Finding("MB125", (), record.id)
