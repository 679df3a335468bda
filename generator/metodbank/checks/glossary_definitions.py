"""A glossary term that documents define differently (GL4)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.glossary import GlossaryTerm
from metodbank.problems import Finding
from metodbank.records import Record


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the terms that have more than one definition."""
    data = record.data
    if isinstance(data, GlossaryTerm) and len(data.definitions or ()) > 1:
        yield Finding(
            "MB410", ("definitions",), data.title or record.id, details={"count": str(len(data.definitions))}
        )
