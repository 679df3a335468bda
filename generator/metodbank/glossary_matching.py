"""Where the terms of a glossary stand in a text, in whatever form of the word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from metodbank.record_facts import Said
from metodbank.word_forms import WORD, folded, forms_of

_ABBREVIATION = re.compile(r"(?=.*[A-ZА-ЯЁ].*[A-ZА-ЯЁ])[A-Za-zА-Яа-яЁё0-9-]+")
_SHORTEST = 3
"""Letters of a phrase that is looked for: «и» or «в» would be found everywhere."""
_DECLINED = ("а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_CONSONANTS = frozenset("БВГДЖЗЙКЛМНПРСТФХЦЧШЩ")
_BETWEEN = re.compile(r"[»”\"]?\s+[«“\"]?")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a text where a term stands."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A way to say a term: the forms of each word; an abbreviation is met only as it is written."""

    term: str
    forms: tuple[frozenset[str], ...]
    exact: str


class GlossaryMatcher:
    """Finds terms by their titles, variants and abbreviations; the longest phrase at a place wins."""

    def __init__(self, terms: Mapping[str, Said]) -> None:
        phrases = [phrase for key, term in terms.items() for phrase in _phrases(key, term)]
        phrases.sort(key=lambda phrase: (-len(phrase.forms), phrase.term))
        self._by_beginning: dict[tuple[str, ...], list[_Phrase]] = {}
        self._others: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            for beginning in product(*phrase.forms[:2]):
                self._by_beginning.setdefault(beginning, []).append(phrase)
            if not phrase.exact:
                longest, *others = sorted(map(_stem, phrase.forms), key=len, reverse=True)
                self._others.setdefault(longest, []).append(tuple(others))
        self._firsts = {beginning[0] for beginning in self._by_beginning}
        self._abbreviations = {phrase.exact for phrase in phrases} - {""}

    def __bool__(self) -> bool:
        return bool(self._by_beginning)

    def may_stand_in(self, text: str) -> bool:
        """Return whether the text holds the stems of some term: told much faster than where it stands."""
        if any(map(text.__contains__, self._abbreviations)):
            return True
        same = folded(text)
        return any(
            all(stem in same for stem in others)
            for longest in filter(same.__contains__, self._others)
            for others in self._others[longest]
        )

    def occurrences(self, text: str) -> Iterator[Occurrence]:
        """Yield the terms of the text from left to right; they do not overlap."""
        same = folded(text)
        words = list(WORD.finditer(same))
        place = 0
        while place < len(words):
            phrase = self._phrase_at(text, same, words, place)
            if phrase is None:
                place += 1
                continue
            last = words[place + len(phrase.forms) - 1]
            yield Occurrence(words[place].start(), last.end(), phrase.term)
            place += len(phrase.forms)

    def _phrase_at(self, text: str, same: str, words: list[re.Match[str]], place: int) -> _Phrase | None:
        first = words[place].group()
        if first not in self._firsts:
            return None
        second = words[place + 1].group() if place + 1 < len(words) else ""
        for beginning in ((first, second), (first,)):
            for phrase in self._by_beginning.get(beginning, ()):
                if phrase.exact:
                    if _is_abbreviation(text[words[place].start() : words[place].end()], phrase.exact):
                        return phrase
                elif _continues(phrase, same, words, place):
                    return phrase
        return None


def _endings(abbreviation: str) -> tuple[str, ...]:
    """Return what may follow an abbreviation: ИОМ is said ИОМов, ОО is not declined."""
    declined = len(abbreviation) >= _SHORTEST and abbreviation[-1] in _CONSONANTS
    return ("", *_DECLINED) if declined else ("",)


def _is_abbreviation(word: str, abbreviation: str) -> bool:
    return word.startswith(abbreviation) and word[len(abbreviation) :] in _endings(abbreviation)


def _stem(forms: frozenset[str]) -> str:
    """Return what all forms of a word begin with, empty for ребёнок – дети."""
    first, last = min(forms), max(forms)
    same = (place for place, letter in enumerate(first) if last[place : place + 1] != letter)
    return first[: next(same, len(first))]


def _continues(phrase: _Phrase, same: str, words: list[re.Match[str]], place: int) -> bool:
    if place + len(phrase.forms) > len(words):
        return False
    for step in range(1, len(phrase.forms)):
        before, word = words[place + step - 1], words[place + step]
        if word.group() not in phrase.forms[step] or not _BETWEEN.fullmatch(same, before.end(), word.start()):
            return False
    return True


def _phrases(identifier: str, term: Said) -> Iterable[_Phrase]:
    for said in (term.title, *term.variants, *term.abbreviations):
        words = WORD.findall(said)
        if len(words) == 1 and _ABBREVIATION.fullmatch(words[0]):
            forms = frozenset(folded(words[0]) + ending for ending in _endings(words[0]))
            yield _Phrase(identifier, (forms,), words[0])
        elif sum(map(len, words)) >= _SHORTEST:
            yield _Phrase(identifier, tuple(forms_of(word) for word in words), "")


@lru_cache(maxsize=4)
def matcher_of(terms: tuple[tuple[str, Said], ...]) -> GlossaryMatcher:
    """Return the matcher of some terms; making it takes far longer than asking for it again."""
    return GlossaryMatcher(dict(terms))
