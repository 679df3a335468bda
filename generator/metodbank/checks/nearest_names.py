"""The record that a misspelt id most likely means: by its own id or by its title."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from weakref import WeakKeyDictionary

from metodbank.knowledge_base import KnowledgeBase
from metodbank.reads import read, unnoted

NEAR = 0.75
"""What is less alike is another id, not a slip of the hand."""
_COMPARED = 40
"""So many names that share most letters are compared in earnest: thousands of them would take seconds."""

_known: WeakKeyDictionary[KnowledgeBase, dict[str, _Names]] = WeakKeyDictionary()


def nearest(base: KnowledgeBase, kind: str, identifier: str) -> str:
    """Return the id of the nearest record of the kind, empty where none is near."""
    read(f"kind/{kind}")
    read("set-aside")
    with unnoted():
        of_base = _known.setdefault(base, {})
        if kind not in of_base:
            of_base[kind] = _Names(base, kind)
    return of_base[kind].nearest(identifier)


class _Names:
    """What the records of a kind are called, by the threes of letters in it."""

    def __init__(self, base: KnowledgeBase, kind: str) -> None:
        records = base.contents.records[kind]
        self._by_title = {record.row.title.lower(): i for i, record in records.items()}
        aside = (identifier for found, identifier in base.contents.set_aside if found == kind)
        self._names = [*sorted({*records, *aside}), *self._by_title]
        self._by_three: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for three in _threes(name):
                self._by_three.setdefault(three, []).append(place)

    def nearest(self, identifier: str) -> str:
        written = identifier.lower()
        shared = Counter(place for three in _threes(written) for place in self._by_three.get(three, ()))
        likely = sorted(shared, key=lambda place: (-shared[place], place))[:_COMPARED]
        near = get_close_matches(written, [self._names[place] for place in likely], n=1, cutoff=NEAR)
        return self._by_title.get(near[0], near[0]) if near else ""


def _threes(name: str) -> set[str]:
    padded = f" {name} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}
