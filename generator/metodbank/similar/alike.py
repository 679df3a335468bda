"""What records share that are like each other, as pages tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from metodbank.similar import weights
from metodbank.similar.sketch import Sketch, Sketches


class Shared(NamedTuple):
    """What two records share: ids in the order of the first, bits of grades, or grades next to each other."""

    difficulties: tuple[str, ...]
    subjects: tuple[str, ...]
    grades: int
    are_grades_near: bool


class Alike(NamedTuple):
    """A record that is like another one, what both share, and a few nouns of both."""

    kind: str
    id: str
    shared: Shared
    nouns: tuple[str, ...]


class Telling:
    """Tells what records share."""

    def __init__(self, sketches: Sketches) -> None:
        self._sketches = sketches
        self._named_before: dict[tuple[tuple[str, ...], int], tuple[str, ...]] = {}

    def of(self, one: Sketch, others: Sequence[Sketch]) -> tuple[Alike, ...]:
        """Return what a record shares with each of the others."""
        nouns = self._sketches.word_bits.nouns(one.row.likeness.each_words) if others else {}
        return tuple([self._alike(one, other, nouns) for other in others])

    def _alike(self, one: Sketch, other: Sketch, nouns: Mapping[str, int]) -> Alike:
        """Return what two records share; `nouns` are those of the first, with their bits."""
        shared = Shared(
            self._named(one.difficulty_ids, one.difficulties & other.difficulties),
            self._named(one.subject_ids, one.subjects & other.subjects),
            one.grades & other.grades,
            bool(one.near_grades & other.grades),
        )
        return Alike(other.kind, other.row.id, shared, _nouns_of_both(one, other, nouns))

    def _named(self, values: tuple[str, ...], shared: int) -> tuple[str, ...]:
        """Return the values whose bits are shared; most records share the same few."""
        known = self._named_before.get((values, shared))
        if known is None:
            bits = self._sketches.bits
            known = tuple([each for each in values if bits[each] & shared])
            self._named_before[values, shared] = known
        return known


def _nouns_of_both(one: Sketch, other: Sketch, nouns: Mapping[str, int]) -> tuple[str, ...]:
    """Return nouns of both as they follow in the first, its title in front; a single word says nothing."""
    common = one.words & other.words
    if common.bit_count() < weights.TELLING_WORDS and not one.title & other.title:
        return ()
    return tuple(islice((noun for noun, bit in nouns.items() if bit & common), weights.MOST_WORDS))
