"""The glossary beside the texts: terms that nothing uses (GL2), abbreviations that nothing explains (GL3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metodbank.checks.check import Looking, Placed
from metodbank.checks.texts import texts_in
from metodbank.glossary_matching import matcher_of
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.glossary import GlossaryTerm
from metodbank.models.record import FileRecord
from metodbank.problems import FieldPath, Finding
from metodbank.records import Record
from metodbank.word_forms import folded

_ABBREVIATION = re.compile(r"(?<![\w-])[А-ЯЁ]{2,7}(?![\w-])")
_CAPITALS = re.compile(r"[А-ЯЁ]{2}")
_QUOTED = re.compile(r"«[^»]*»")
_NOT_PROSE = {"raw", "number", "kind", "textbooks", "sources"}


def terms_used(record: Record, looking: Looking) -> frozenset[str] | None:
    """Return the terms that a record uses, its own apart."""
    matcher = matcher_of(looking.base.terms_said)
    if not matcher:
        return None
    texts = texts_in(record)
    if not matcher.may_stand_in("\n".join((texts.whole, *texts.others))):
        return None
    used = {met.term for _, text in texts.all for met in matcher.occurrences(text)}
    return frozenset(used - {record.id} if record.kind.name == "glossary-term" else used)


def unused(found: Sequence[tuple[Record, frozenset[str]]], looking: Looking) -> Iterator[Placed]:
    """Yield the terms that no other text of the base uses."""
    used = frozenset().union(*(terms for _, terms in found))
    for record in looking.base.records["glossary-term"].values():
        if record.id not in used:
            yield record, Finding("MB408", ("title",), record.title)


@dataclass(frozen=True, slots=True)
class ShortForms:
    """Abbreviations of one record: those that its text uses, with their places, and those it explains."""

    used: tuple[tuple[FieldPath, str], ...]
    explained: frozenset[str]


def short_forms(record: Record, looking: Looking) -> ShortForms | None:
    """Return the abbreviations of a record, those of its text only where it stands in lists."""
    if not looking.base.terms_said:
        return None
    is_text = isinstance(record.data, FileRecord) and looking.base.lists(record)
    found = ShortForms(tuple(_abbreviations(record)) if is_text else (), frozenset(_explained_by(record)))
    return found if found.used or found.explained else None


def unexplained(found: Sequence[tuple[Record, ShortForms]], looking: Looking) -> Iterator[Placed]:
    """Yield each abbreviation that nothing explains, where it first stands in a record's text."""
    base = looking.base
    if not base.terms_said:
        return
    known = _explained_by_words(base) | {said for _, forms in found for said in forms.explained}
    for record, forms in found:
        for at, abbreviation in forms.used:
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


def _explained_by_words(base: KnowledgeBase) -> set[str]:
    """Return every short form that a vocabulary gives."""
    found: set[str] = set()
    for vocabulary in base.vocabularies.values():
        for term in vocabulary.entries.values():
            found.update(term.abbreviations)
    found.update(term.title for term in base.vocabularies["abbreviations"].entries.values())
    return {folded(said) for said in found}


def _explained_by(record: Record) -> Iterator[str]:
    """Yield every short form that a record of the glossary or of reference data gives."""
    data = record.data
    if isinstance(data, GlossaryTerm):
        yield from map(folded, (data.title, *data.variants))
    yield from map(folded, getattr(data, "abbreviations", ()))
    if record.kind.name in {"organization", "actor", "territory"}:
        yield from map(folded, _ABBREVIATION.findall(record.title))
