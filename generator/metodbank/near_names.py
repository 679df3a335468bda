"""The name that a misspelt one most likely means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

NEAR = 0.75
"""What is less alike is another name, not a slip of the hand."""
_COMPARED = 40
"""So many names that share most letters are compared in earnest: thousands of them would take seconds."""
_LONGEST = 300
"""What is longer is no name."""


class NearNames:
    """Ids and what else they are called, in small letters, by the threes of letters in it."""

    def __init__(self, ids: Iterable[str], by_title: Mapping[str, str]) -> None:
        self._by_title = by_title
        self._names = [*ids, *by_title]
        self._by_three: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for three in _threes(name):
                self._by_three.setdefault(three, []).append(place)

    def nearest(self, written: str) -> str:
        """Return the id that is nearest by itself or by its title, empty where none is near."""
        written = written.lower()
        if len(written) > _LONGEST:
            return ""
        shared = Counter(place for three in _threes(written) for place in self._by_three.get(three, ()))
        likely = sorted(shared, key=lambda place: (-shared[place], place))[:_COMPARED]
        near = get_close_matches(written, [self._names[place] for place in likely], n=1, cutoff=NEAR)
        return self._by_title.get(near[0], near[0]) if near else ""


def _threes(name: str) -> set[str]:
    padded = f" {name} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}
