"""Prose pages: slots that something fills (MB214), links that lead somewhere (MB215)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank import addresses
from metodbank.checks.attachments import is_published_type
from metodbank.checks.check import Looking, Placed
from metodbank.indicators.scoring import Scoring
from metodbank.knowledge_base import KnowledgeBase
from metodbank.prose import findings_in
from metodbank.rules import rule_codes


def look(looking: Looking) -> Iterator[Placed]:
    """Yield what is wrong in the base's own prose; that of the package is under our tests."""
    base = looking.base
    known = known_addresses(base)
    for page in base.prose:
        if not page.is_default:
            for finding in findings_in(page, known):
                yield page.file, finding


def known_addresses(base: KnowledgeBase) -> frozenset[str]:
    """Return the addresses that a prose page may link to."""
    known = {page.address for page in base.prose} | {addresses.QUALITY}
    known |= {picture for picture in base.pictures if is_published_type(picture)}
    known |= {
        addresses.list_page(folder) for folder in (addresses.FIELDS, addresses.RULES, addresses.DIFFICULTIES)
    }
    known |= {addresses.rule_page(code) for code in rule_codes()}
    difficulties = base.vocabularies[addresses.DIFFICULTY_VOCABULARY].entries
    known |= {addresses.difficulty_page(identifier) for identifier in difficulties}
    indicators = Scoring(base, date.max).explained()  # which ones have pages depends on no day
    known |= {addresses.indicator_page(identifier) for identifier in indicators}
    known |= {addresses.list_page(addresses.INDICATORS)} if indicators else set()
    known |= {addresses.fields_page(name) for name in addresses.DEFINITIONS}
    for kind in base.kinds:
        known.add(addresses.list_page(kind.folder))
        known.add(addresses.fields_page(kind.name))
        known |= {addresses.record_page(kind.folder, record.id) for record in base.shown(kind.name)}
    return frozenset(known)
