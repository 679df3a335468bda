"""Every value that a field takes from a vocabulary stands in it (G4)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.linked_fields import links_of, terms_of
from metodbank.problems import Finding
from metodbank.records import Record
from metodbank.vocabularies import term_finding


def look_in_unsound(looking: Looking) -> Iterator[Placed]:
    """Yield the same of what made no record for other reasons."""
    vocabularies = looking.base.vocabularies
    for unsound in looking.base.unsound:
        for link in unsound.links:
            finding = term_finding(link, vocabularies) if link.vocabulary else None
            if finding is not None:
                yield unsound, finding


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the values that no vocabulary knows."""
    vocabularies = looking.base.vocabularies
    if all(all(map(vocabularies[name].may_hold, values)) for name, values in terms_of(record.data)):
        return
    for link in links_of(record.data):
        finding = term_finding(link, vocabularies) if link.vocabulary else None
        if finding is not None:
            yield finding
