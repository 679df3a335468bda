"""The glossary beside the texts: terms that nothing uses (GL2), abbreviations that nothing explains (GL3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from metodbank.checks.check import Looking, Subject
from metodbank.checks.texts import texts_in
from metodbank.glossary_matching import GlossaryMatcher
from metodbank.knowledge_base import KnowledgeBase, Record
from metodbank.models.glossary import GlossaryTerm
from metodbank.models.record import FileRecord
from metodbank.problems import FieldPath, Finding
from metodbank.word_forms import folded

_ABBREVIATION = re.compile(r"(?<![\w-])[А-ЯЁ]{2,7}(?![\w-])")
_CAPITALS = re.compile(r"[А-ЯЁ]{2}")
_QUOTED = re.compile(r"«[^»]*»")
_NOT_PROSE = {"raw", "number", "kind", "textbooks", "sources"}


def unused(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the terms that no other text of the base uses."""
    terms: Mapping[str, Record] = looking.base.records["glossary-term"]
    matcher = _matcher(terms)
    unseen, missing = dict(terms), matcher
    for record in looking.base.all() if terms else ():
        used = _used_in(record, matcher, missing)
        if not used.isdisjoint(unseen):
            unseen = {identifier: term for identifier, term in unseen.items() if identifier not in used}
            missing = _matcher(unseen)
    for record in unseen.values():
        yield record, Finding("MB408", ("title",), record.title)


def _matcher(terms: Mapping[str, Record]) -> GlossaryMatcher:
    return GlossaryMatcher({identifier: record.data for identifier, record in terms.items()})


def _used_in(record: Record, matcher: GlossaryMatcher, missing: GlossaryMatcher) -> set[str]:
    """Return the terms that a record uses, its own apart; of one that cannot use a missing term, none."""
    texts = [text for _, text in texts_in(record).all]
    if not missing.may_stand_in("\n".join(texts)):
        return set()
    used = {met.term for text in texts for met in matcher.occurrences(text)}
    return used - {record.id} if record.kind.name == "glossary-term" else used


def unexplained(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield each abbreviation that nothing explains, where it first stands in a record's text."""
    base = looking.base
    if not base.records["glossary-term"]:
        return
    known = _explained(base)
    for record in base.all():
        if not isinstance(record.data, FileRecord) or not base.lists(record):
            continue
        for at, abbreviation in _abbreviations(record):
            if folded(abbreviation) not in known:
                known.add(folded(abbreviation))
                yield record, Finding("MB409", at, abbreviation)


def _abbreviations(record: Record) -> Iterator[tuple[FieldPath, str]]:
    texts = texts_in(record)
    if _CAPITALS.search(texts.whole) is None:
        return
    for at, text in texts.russian:
        if _CAPITALS.search(text) is None or _NOT_PROSE.intersection(at) or text.upper() == text:
            continue
        for match in _ABBREVIATION.finditer(_QUOTED.sub("", text)):
            yield at, match.group()


def _explained(base: KnowledgeBase) -> set[str]:
    """Return every short form that the glossary, a vocabulary or reference data gives."""
    found: set[str] = set()
    for vocabulary in base.vocabularies.values():
        for term in vocabulary.entries.values():
            found.update(term.abbreviations)
    found.update(term.title for term in base.vocabularies["abbreviations"].entries.values())
    for record in base.all():
        data = record.data
        if isinstance(data, GlossaryTerm):
            found.update((data.title, *data.variants))
        found.update(getattr(data, "abbreviations", ()))
        if record.kind.name in {"organization", "actor", "territory"}:
            found.update(_ABBREVIATION.findall(record.title))
    return {folded(said) for said in found}
