"""Words → the dictionary words that they are forms of, and those → all their forms by the first letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from metodbank.search.encoding import common_beginning
from metodbank.word_forms import lemmas_of, lexeme_of

PREFIX = 3
"""At most so many first letters tell in which file a form stands."""

Lemmas = dict[str, tuple[str, ...]]


class Entry(NamedTuple):
    """Forms of one lemma that begin alike: what they begin with, and their endings, the lemma's own first."""

    prefix: str
    stem: str
    endings: tuple[str, ...]


class Lexicon:
    """The lemmas of the words of a base; `known` are those that were found before."""

    def __init__(self, known: Mapping[str, tuple[str, ...]]) -> None:
        self._known = dict(known)
        self._asked: dict[str, tuple[str, ...]] = {}

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Return the lemmas of a word; a number and a word of one letter are their own."""
        found = self._asked.get(word)
        if found is None:
            found = self._known.get(word)
            if found is None:
                found = (word,) if len(word) == 1 or word[0].isdigit() else lemmas_of(word)
            self._asked[word] = found
        return found

    def kept(self, *, only_asked: bool) -> Lemmas:
        """Return the lemmas of the words that were asked for, of all that are known unless only of those."""
        return self._asked if only_asked else self._known | self._asked


def is_listed(lemma: str) -> bool:
    """Return whether the forms of a lemma are listed: a number has none but itself."""
    return lemma[0].isalpha()


def entries_of(lemma: str) -> tuple[Entry, ...]:
    """Return the entries of a lemma in the order of the alphabet."""
    found = []
    for forms in lexeme_of(lemma) if len(lemma) > 1 else [frozenset({lemma})]:
        for prefix, alike in _by_prefix(forms).items():
            stem = common_beginning(alike)
            endings = sorted((form[len(stem) :] for form in alike), key=lambda e: (stem + e != lemma, e))
            found.append(Entry(prefix, stem, tuple(endings)))
    return tuple(sorted(found))


def _by_prefix(forms: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form in forms:
        if form and " " not in form and "-" not in form:
            found.setdefault(form[:PREFIX], []).append(form)
    return found
