"""Every value that a field takes from a vocabulary stands in it (G4)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.knowledge_base import Record
from metodbank.problems import Finding
from metodbank.vocabularies import term_finding


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the values that no vocabulary knows."""
    vocabularies = looking.base.vocabularies
    for link in record.links:
        if link.field.vocabulary and link.value not in vocabularies[link.field.vocabulary].entries:
            finding = term_finding(link, vocabularies)
            if finding is not None:
                yield finding
