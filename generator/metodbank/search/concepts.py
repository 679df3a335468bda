"""Terms that are said in several ways: ИОМ and «индивидуальный образовательный маршрут» are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from metodbank.search.encoding import swapped, told_from
from metodbank.search.lexicon import Lexicon
from metodbank.search.postings import SHIFT, Stands, merged
from metodbank.search.tokens import ASKING_LEMMAS, words_of

SIGN = "#"
"""Before the id of a concept where lemmas stand; no word has it."""

Said = tuple[tuple[str, tuple[str, ...]], ...]
"""The id of each concept, and the ways to say it."""


class Way(NamedTuple):
    """A way to say a concept: its text, and of each of its words the lemmas."""

    concept: str
    text: str
    lemmas: tuple[tuple[str, ...], ...]


class Concepts:
    """Finds concepts in documents."""

    def __init__(self, said: Said, lexicon: Lexicon) -> None:
        self.ways = [
            Way(concept, text, tuple(lexicon.lemmas(word) for word in words))
            for concept, texts in said
            for text in texts
            if (words := words_of(text))
        ]

    @property
    def lemmas(self) -> frozenset[str]:
        """Return the lemmas with which concepts are said and help is asked for: readers may type them."""
        return ASKING_LEMMAS.union(lemma for way in self.ways for lemmas in way.lemmas for lemma in lemmas)

    def among(
        self, weights: Mapping[str, Stands], words: Mapping[str, Sequence[str]], texts: Mapping[int, str]
    ) -> dict[str, Stands]:
        """Return where the concepts stand, with the weight of the weakest of their words.

        Given are where lemmas stand, the words that are forms of each, and the text of each document with a
        space around each word.
        """
        here = [
            (way.concept, each)
            for way in self.ways
            if all(each := [[one for one in lemmas if one in weights] for lemmas in way.lemmas])
        ]
        forms = [
            [list(dict.fromkeys(word for lemma in lemmas for word in words[lemma])) for lemmas in each]
            for _, each in here
        ]
        followed = _followed({pair for of_way in forms for pair in _steps(of_way)}, texts)
        found: dict[str, list[Stands]] = {}
        for (concept, each), of_way in zip(here, forms, strict=True):
            stands = [merged([weights[lemma] for lemma in lemmas]) for lemmas in each]
            if len(stands) > 1:
                stands = [_together(stands, of_way, followed, texts)]
            found.setdefault(concept, []).extend(stands)
        return {
            concept: merged(several)
            for concept, stands in found.items()
            if (several := [each for each in stands if each])
        }

    def told(self) -> list[list[str]]:
        """Return the concepts as the script takes them: the id, then each way to say it.

        Behind a sign stand the lemmas of the words where they are not the words themselves: how many letters
        each has of the word, and the rest.
        """
        by_concept: dict[str, list[str]] = {}
        for way in self.ways:
            words = words_of(way.text)
            lemmas = " ".join(
                "/".join(told_from(word, lemma) for lemma in of_one)
                for word, of_one in zip(words, way.lemmas, strict=True)
            )
            is_same = way.lemmas == tuple((word,) for word in words)
            told = swapped(way.text) if is_same else f"{swapped(way.text)}|{lemmas}"
            by_concept.setdefault(way.concept, [way.concept]).append(told)
        return [told for told in by_concept.values() if len(told) > 2]


def _steps(forms: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for one, two in pairwise(forms):
        yield from product(one, two)


def _followed(pairs: set[tuple[str, str]], texts: Mapping[int, str]) -> Mapping[tuple[str, str], list[int]]:
    """Return in which texts the second word of each pair follows the first."""
    found: dict[tuple[str, str], list[int]] = {pair: [] for pair in pairs}
    if pairs:
        for number, text in texts.items():
            for pair in pairs.intersection(pairwise(text.split(" "))):
                found[pair].append(number)
    return found


def _together(
    stands: Sequence[Stands],
    forms: Sequence[Sequence[str]],
    followed: Mapping[tuple[str, str], list[int]],
    texts: Mapping[int, str],
) -> Stands:
    """Return where words follow each other, given where each stands, its forms and what follows what."""
    steps = [{number for pair in product(*two) for number in followed[pair]} for two in pairwise(forms)]
    common = sorted(set.intersection(*steps))
    if len(steps) > 1:
        common = [number for number in common if _follow(forms, texts[number])]
    weights = [{each >> SHIFT: each for each in of_one} for of_one in stands] if common else []
    return [max(of_one[number] for of_one in weights) for number in common]


def _follow(forms: Sequence[Sequence[str]], text: str) -> bool:
    """Return whether a form of each word follows one of the word before; the text has a space around each."""
    begun = [""]
    for of_one in forms:
        begun = [met for start in begun for form in of_one if (met := f"{start} {form}") + " " in text]
    return bool(begun)
