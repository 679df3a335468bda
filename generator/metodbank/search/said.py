"""How the terms of a base are said: its glossary, abbreviations that everybody knows, those of its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from metodbank.knowledge_base import KnowledgeBase
from metodbank.search.concepts import SIGN, Said
from metodbank.word_forms import folded

_KNOWN = "abbreviations"


def said_in(base: KnowledgeBase) -> Said:
    """Return the concepts of the search by id, and the ways to say each."""
    found: dict[str, tuple[str, ...]] = {}
    known = _known(base)
    for concept, ways in _ways(base):
        all_ways = chain.from_iterable((way, *known.get(folded(way), ())) for way in ways)
        by_text: dict[str, str] = {}
        for way in all_ways:
            by_text.setdefault(folded(way), way)
        different = tuple(by_text.values())
        if len(different) > 1:
            found[f"{SIGN}{concept}"] = different
    return tuple(sorted(found.items()))


def _known(base: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """Return by each known abbreviation what it is short for, and the abbreviations of that."""
    found: dict[str, tuple[str, ...]] = {}
    for term in base.vocabularies[_KNOWN].entries.values():
        whole = (term.description or "").rstrip(".")
        for one, other in ((term.title, whole), (whole, term.title)):
            if whole:
                found[folded(one)] = (*found.get(folded(one), ()), other)
    return found


def _ways(base: KnowledgeBase) -> Iterator[tuple[str, tuple[str, ...]]]:
    for identifier, term in base.vocabularies[_KNOWN].entries.items():
        yield f"a/{identifier}", (term.title, (term.description or "").rstrip("."))
    for name in ("search-synonyms", "subjects", "education-levels"):
        for identifier, term in base.vocabularies[name].entries.items():
            yield f"v/{name}/{identifier}", (term.title, *term.abbreviations)
    for identifier, said in base.terms_said:
        yield identifier, (said.title, *said.variants, *said.abbreviations)
