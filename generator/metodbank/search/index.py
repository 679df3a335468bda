"""What an index is: its layout, the documents it was made of, its files by name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from metodbank.search import numbers as numbering
from metodbank.search.concepts import Said
from metodbank.search.documents import cards_file
from metodbank.search.lexicon import Lemmas, entries_of, is_listed
from metodbank.search.piece import Card, Piece
from metodbank.search.vocabulary import Line, Sizes, commonness_of

Files = dict[str, bytes]
"""Scripts by name: the address is `search/<name>.js`."""
Get = Callable[[str], bytes]
"""Gives a script as it was, by its name; empty where there was none."""


class Layout(NamedTuple):
    """How numbers and files are dealt out; where it becomes another one, everything is made anew."""

    room: int
    shards: int
    card_shift: int
    concepts: Said

    @classmethod
    def of(cls, documents: int, concepts: Said) -> Layout:
        """Return the layout for so many documents."""
        return cls(
            numbering.room_for(documents),
            numbering.shards_for(documents),
            numbering.card_shift(documents),
            concepts,
        )


@dataclass(frozen=True)
class Indexed:
    """What is known of an index: its layout, number and key of each document, sizes of the vocabulary."""

    layout: Layout
    documents: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    sizes: Sizes = field(default_factory=dict)


class Documents(NamedTuple):
    """The documents of a base: the key of each by name, and what gives those that are asked for."""

    keys: Mapping[str, str]
    pieces: Callable[[Iterable[str]], Mapping[str, Piece]]


class Made(NamedTuple):
    """An index: what is to be known of it, its new files, those that are gone, and the lemmas of its words.

    Of an update the files that are neither new nor gone stay as they were.
    """

    indexed: Indexed
    files: Files
    gone: frozenset[str]
    lemmas: Lemmas
    is_update: bool = False


def lines_of(lemma: str, documents: int, said: Collection[str]) -> list[Line]:
    """Return the lines of the vocabulary of a lemma that stands in so many documents.

    Lemmas with which concepts are said have them although they stand in none: readers may say so.
    """
    if not is_listed(lemma) or not (documents or lemma in said):
        return []
    commonness = commonness_of(documents)
    return [Line(entry, lemma, commonness) for entry in entries_of(lemma)]


def postings_name(lemma: str, layout: Layout) -> str:
    """Return the name of the file in which it is told where a lemma stands."""
    return f"t{numbering.shard_of(lemma, layout.shards):x}"


def phrases_name(file: int) -> str:
    """Return the name of a file of phrases by its number."""
    return f"p{file:x}"


def vocabulary_name(beginning: str) -> str:
    """Return the name of the file of words that begin so; it is made of plain letters for any host."""
    return "v" + "-".join(f"{ord(letter):x}" for letter in beginning)


def card_name(number: int, layout: Layout) -> str:
    """Return the name of the file in which the card of a document stands."""
    return f"c{number >> layout.card_shift:x}"


def cards_files(numbers: Mapping[str, int], pieces: Mapping[str, Piece], layout: Layout) -> Files:
    """Return the files of the cards of all documents that are given."""
    parts: dict[str, list[tuple[int, Card]]] = {}
    for name, number in numbers.items():
        parts.setdefault(card_name(number, layout), []).append((number, pieces[name].card))
    return {name: cards_file(name, cards) for name, cards in parts.items()}
