"""A record as it is compared: sets of its values as bits, so that comparing two takes a microsecond."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from metodbank.records import Row
from metodbank.similar.weak_words import WEAK

MOST_DIFFICULTIES, MOST_SUBJECTS = 6, 4
"""Only so many first ones count: what is for everything is like nothing in particular."""
ANY_SUBJECT = "any-subject"
"""Records for any subject do not share one."""

LookUp = Callable[[str], tuple[str, str]]
"""Gives the likeliest dictionary form of a folded word, and that as it is written where it is a noun."""


class Bits(dict[str, int]):
    """A bit for each value that was met."""

    def __missing__(self, value: str) -> int:
        """Return the bit of a value that is met for the first time."""
        bit = self[value] = 1 << len(self)
        return bit

    def of(self, values: Iterable[str]) -> int:
        """Return the bits of values."""
        found = 0
        for value in values:
            found |= self[value]
        return found


class WordBits(Bits):
    """The bit of the likeliest dictionary form of each word, 0 for words that tell nothing."""

    def __init__(self, look_up: LookUp) -> None:
        self._look_up = look_up
        self._nouns: dict[str, str] = {}
        self._bits = Bits()

    def __missing__(self, word: str) -> int:
        """Return the bit of a word that is met for the first time."""
        lemma, noun = self._look_up(word)
        is_weak = lemma in WEAK or word in WEAK
        self._nouns[word] = "" if is_weak else noun
        bit = self[word] = 0 if is_weak else self._bits[lemma]
        return bit

    def nouns(self, texts: Iterable[Iterable[str]]) -> dict[str, int]:
        """Return the telling nouns among the words of texts with their bits."""
        nouns = self._nouns
        return {noun: self[word] for words in texts for word in words if (noun := nouns[word])}


class Sketches:
    """The sketches of the records of one base, or of two states of it: most records are the same in both."""

    def __init__(self, look_up: LookUp) -> None:
        self.bits = Bits()
        self.word_bits = WordBits(look_up)
        self._made: dict[tuple[str, str], Sketch] = {}

    def of(self, kind: str, row: Row) -> Sketch:
        """Return the sketch of a record."""
        known = self._made.get((kind, row.id))
        if known is None or known.row is not row:
            known = self._made[kind, row.id] = Sketch(kind, row, self.bits, self.word_bits)
        return known


class Sketch:
    """What a record is compared by; `links` are the names of the records that it names, and its own."""

    __slots__ = (
        "audience",
        "difficulties",
        "difficulty_ids",
        "grades",
        "kind",
        "length",
        "levels",
        "links",
        "main",
        "name",
        "near_grades",
        "newness",
        "row",
        "subject_ids",
        "subjects",
        "title",
        "words",
    )

    def __init__(self, kind: str, row: Row, bits: Bits, word_bits: WordBits) -> None:
        values, likeness = row.facts.values, row.likeness
        self.kind, self.name, self.row = kind, f"{kind}/{row.id}", row
        self.difficulty_ids, self.subject_ids = difficulties_of(row), subjects_of(row)
        self.difficulties = bits.of(self.difficulty_ids)
        self.main = bits[self.difficulty_ids[0]] if self.difficulty_ids else 0
        self.subjects = bits.of(self.subject_ids)
        self.levels = bits.of(values.get("education_levels", ()))
        self.audience = bits.of(values.get("audience", ()))
        self.grades = grades = likeness.grades
        self.near_grades = grades << 1 | grades >> 1
        self.newness = (row.facts.changed or date.min).toordinal()
        self.links = {f"{link.refers_to}/{link.value}" for link in row.links}
        self.links.add(self.name)
        title, texts = likeness.each_words
        self.title = word_bits.of(title)
        self.words = self.title | word_bits.of(texts)
        self.length = self.words.bit_count()


def difficulties_of(row: Row) -> tuple[str, ...]:
    """Return the difficulties that count."""
    return row.facts.values.get("difficulties", ())[:MOST_DIFFICULTIES]


def subjects_of(row: Row) -> tuple[str, ...]:
    """Return the subjects that count."""
    return _that_count(row.facts.values.get("subjects", ()))


@lru_cache(maxsize=4096)
def _that_count(subjects: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([subject for subject in subjects if subject != ANY_SUBJECT])[:MOST_SUBJECTS]
