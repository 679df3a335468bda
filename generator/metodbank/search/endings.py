"""Endings of forms as the files of the vocabulary tell them: those that go together are told by a sign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

_TOGETHER = (
    "ая,ого,ое,ой,ом,ому,ою,ую,ые,ый,ым,ыми,ых",
    "ая,его,ее,ей,ем,ему,ею,ие,ий,им,ими,их,ую",
    "ал,ала,али,ало",
    "ил,ила,или,ило",
    "л,ла,ли,ло",
    "ем,ет,ете,ешь",
    "им,ит,ите,ишь",
    "а,ам,ами,ах,е",
    "я,ям,ями,ях",
    "ам,ами,ах",
    "ям,ями,ях",
    "ой,ою,у",
    "ей,ею,ю",
    "ов,ом,у",
    "о,ого,ое",
    "в,вши",
)
"""Endings that many paradigms have together; the script has the same (assets/search/vocabulary.js)."""
_SIGNS = "0123456789!#$%&*"
_GROUPS = {sign: tuple(told.split(",")) for sign, told in zip(_SIGNS, _TOGETHER, strict=True)}


@cache
def shortened(endings: tuple[str, ...]) -> str:
    """Return the endings as text: the first one, groups as what they begin with and a sign, the rest."""
    left = set(endings)
    groups = []
    for sign, together in _GROUPS.items():
        for before in _beginnings(left, together):
            left.difference_update(before + ending for ending in together)
            groups.append(before + sign)
    return ",".join((endings[0], *groups, *sorted(left - {endings[0]})))


def _beginnings(endings: set[str], together: tuple[str, ...]) -> Iterator[str]:
    first = together[0]
    for ending in sorted(endings):
        if ending.endswith(first) and endings.issuperset(
            ending.removesuffix(first) + each for each in together
        ):
            yield ending.removesuffix(first)


def lengthened(text: str) -> tuple[str, ...]:
    """Return the endings of a text: the first one, then the others in the order of the alphabet."""
    first, *others = text.split(",")
    found: set[str] = set()
    for each in others:
        group = _GROUPS.get(each[-1:])
        found.update([each[:-1] + ending for ending in group] if group else [each])
    return first, *sorted(found - {first})
