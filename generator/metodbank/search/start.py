"""The files that a search begins with: how the index is laid out and its documents; then the facets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from metodbank.search.columns import FacetShown, column_file
from metodbank.search.concepts import Concepts
from metodbank.search.documents import days_file, table_of
from metodbank.search.encoding import script, swapped
from metodbank.search.index import Files, Indexed
from metodbank.search.lexicon import Lexicon
from metodbank.search.piece import Brief
from metodbank.search.tokens import ASKING_LEMMAS, STOP_WORDS, WEAK_LEMMAS
from metodbank.search.vocabulary import beginnings_file, files_of

START = "start"
DAYS = "days"
BEGINNINGS = "beginnings"
_VERSION = 2


def common_files(
    indexed: Indexed,
    names: Iterable[str],
    briefs: Mapping[str, Brief],
    facets: Sequence[FacetShown],
    lexicon: Lexicon,
) -> Files:
    """Return the files that tell of all documents; `names` are those of all files of the index."""
    ordered = sorted(indexed.documents, key=lambda name: indexed.documents[name][0])
    numbers = [indexed.documents[name][0] for name in ordered]
    told = [briefs[name] for name in ordered]
    files: Files = {}
    shown = []
    for facet in facets:
        name = f"f-{facet.name}"
        content = column_file(name, facet, [brief.facets.get(facet.name, ()) for brief in told])
        if content is not None:
            files[name] = content
            shown.append([facet.name, facet.title])
    files[BEGINNINGS] = beginnings_file(BEGINNINGS, indexed.sizes)
    files[DAYS] = days_file(DAYS, told)
    layout = indexed.layout
    there = set(names)
    start = {
        "version": _VERSION,
        "shards": layout.shards,
        "room": layout.room,
        "cardShift": layout.card_shift,
        "stopWords": " ".join(sorted(STOP_WORDS)),
        "weakLemmas": " ".join(sorted(WEAK_LEMMAS)),
        "askingLemmas": " ".join(sorted(ASKING_LEMMAS)),
        "beginnings": swapped(" ".join(sorted(set(files_of(indexed.sizes).values())))),
        "lemmas": _bits(f"t{number:x}" in there for number in range(layout.shards)),
        "phrases": _bits(f"p{number:x}" in there for number in range(layout.shards)),
        "concepts": Concepts(layout.concepts, lexicon).told(),
        "facets": shown,
        "documents": table_of(told, numbers, layout.room),
    }
    return {START: script(START, start), **files}


def _bits(there: Iterable[bool]) -> str:
    """Return which files there are, four to a hexadecimal digit, the first one the lowest bit."""
    bits = list(there)
    return "".join(
        f"{sum(bit << place for place, bit in enumerate(bits[first : first + 4])):x}"
        for first in range(0, len(bits), 4)
    )
