"""What the dictionary says of words, kept between builds: opening it takes a tenth of a second."""

from __future__ import annotations

from collections.abc import Mapping

from metodbank.word_forms import lemma_and_noun

Words = Mapping[str, tuple[str, str]]


class KnownWords:
    """Looks words up; `before` is what was found before."""

    def __init__(self, before: Words) -> None:
        self._before = before
        self._found: dict[str, tuple[str, str]] = {}

    def look_up(self, word: str) -> tuple[str, str]:
        """Return the lemma of a folded word, and the noun that it is a form of (`lemma_and_noun`)."""
        known = self._before.get(word) or self._found.get(word)
        if known is None:
            known = self._found[word] = lemma_and_noun(word)
        return known

    @property
    def known(self) -> Words:
        """Return all that is known now; the very same as before where nothing was added."""
        return {**self._before, **self._found} if self._found else self._before
