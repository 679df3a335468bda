"""What the search knows of one document, made once and kept as long as nothing of it changes."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from metodbank.search.tokens import name_key, words_of

_OFTEN = 3
"""A word that a text repeats so often says as much as one of the summary."""
BETWEEN = "|"
"""Stands between the texts of a piece; no word has it."""


class Weight(IntEnum):
    """How much it says that a word stands in a field, the most telling first."""

    TITLE = 0
    TOPIC = 1
    SUMMARY = 2
    TEXT = 3


_SUMMARY, _TEXT = str(int(Weight.SUMMARY)), str(int(Weight.TEXT))


class Card(NamedTuple):
    """What a result shows: everything is plain text; `until` is a day (ГГГГ-ММ-ДД) or empty.

    `grounds` are the digit of the rung and what it is called.
    """

    address: str
    title: str
    kind: str
    facts: str
    summary: str
    until: str = ""
    difficulties: str = ""
    grounds: str = ""


class Brief(NamedTuple):
    """What has to be known of each document at once.

    `facets` are its values by facet, `standing` what it is worth beside others that fit as well (0–60), `day`
    when it was last changed (a number of days since 2000-01-01, 0 without one).
    """

    facets: Mapping[str, tuple[str, ...]]
    standing: int
    day: int


class Piece(NamedTuple):
    """One document of the search.

    `text` has the words of its texts with a space between two and a sign between two texts, `weights` a digit
    for each word in the order in which they come first.
    """

    card: Card
    text: str
    weights: str

    def each_word(self) -> Iterator[tuple[str, str]]:
        """Yield each word with the digit of its weight."""
        if not self.text:
            return iter(())
        words = dict.fromkeys(self.text.replace(BETWEEN, " ").split(" "))
        return zip(words, self.weights, strict=True)

    def spaced(self) -> str:
        """Return the text with a space around each word, to find words that follow each other."""
        return f" {self.text.replace(BETWEEN, f' {BETWEEN} ')} "

    def packed(self) -> bytes:
        """Return the piece as bytes."""
        return pickle.dumps((tuple(self.card), *self[1:]), protocol=5)

    @classmethod
    def unpacked(cls, raw: bytes) -> Piece:
        """Return what was packed; raises where another version did."""
        card, text, weights = pickle.loads(raw)  # noqa: S301 (outside the base, and whole by its digest)
        return cls(Card(*card), text, weights)


MadePiece = tuple[Piece, Brief]


class PiecePlan(NamedTuple):
    """A document of the search that is no listed record: `given` is the key of what `make` was given."""

    name: str
    given: str
    make: Callable[[], MadePiece]


def piece_of(card: Card, fields: Iterable[tuple[Weight, Sequence[str]]], names: Iterable[str] = ()) -> Piece:
    """Return the piece of a document made of the words of its texts and their weights.

    By each of its `names` as a whole it is found at once.
    """
    keys = dict.fromkeys(name_key(said) for name in names if (said := words_of(name)))
    whole: list[tuple[Weight, Sequence[str]]] = [(Weight.TITLE, [*keys])]
    whole += sorted(fields, key=itemgetter(0))
    texts = [(weight, words) for weight, words in whole if words]
    digits: dict[str, str] = {}
    for weight, words in reversed(texts):
        digits.update(dict.fromkeys(words, str(int(weight))))
    times = Counter(chain.from_iterable(words for _, words in texts))
    weights = [
        _SUMMARY if number >= _OFTEN and digits[word] == _TEXT else digits[word]
        for word, number in times.items()
    ]
    return Piece(card, BETWEEN.join(" ".join(words) for _, words in texts), "".join(weights))
