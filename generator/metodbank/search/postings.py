"""The files of postings: in which documents lemmas stand, and with what weight."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence

from metodbank.search.bits import Reader, ascending, bits_of, text_of
from metodbank.search.encoding import data_in, script
from metodbank.search.piece import Weight

Stands = list[int]
"""Where a word stands, in ascending order: the number of a document, times four, and the weight there."""
Lists = list[list[int]]
"""The same as numbers of documents by weight."""
SHIFT, WEIGHTS = 2, len(Weight)


def weights_text(stands: Stands, room: int) -> str:
    """Return where a lemma stands: the documents of each weight, the most telling first."""
    by_weight: Lists = [[] for _ in range(WEIGHTS)]
    for each in stands:
        by_weight[each & WEIGHTS - 1].append(each >> SHIFT)
    return lists_text(by_weight, room)


def lists_text(lists: Lists, room: int) -> str:
    """Return where a lemma stands, given its documents by weight."""
    return text_of("".join([ascending(numbers, room) for numbers in lists]))


def lists_in(text: str, room: int) -> Lists:
    """Return the documents of a lemma by weight."""
    reader = Reader(bits_of(text))
    return [reader.ascending(room) for _ in range(WEIGHTS)]


def moved(lists: Lists, number: int, weight: int | None) -> None:
    """Put a document to those of another weight, or take it away."""
    for numbers in lists:
        place = bisect_left(numbers, number)
        if numbers[place : place + 1] == [number]:
            del numbers[place]
    if weight is not None:
        insort(lists[weight], number)


NOWHERE = lists_text([[]] * WEIGHTS, 1)
"""Of a lemma that stands in no document."""


def postings_file(name: str, texts: Mapping[str, str]) -> bytes:
    """Return the script with the postings of several words."""
    data: list[str] = []
    for word in sorted(texts):
        data += (word, texts[word])
    return script(name, data)


def texts_in(content: bytes) -> dict[str, str]:
    """Return the postings of a file by word."""
    _, data = data_in(content)
    return dict(zip(data[::2], data[1::2], strict=True))


def merged(many: Sequence[Stands]) -> Stands:
    """Return where one of several words stands, each document with the most telling weight."""
    if len(many) == 1:
        return many[0]
    found, last = [], -1
    for each in sorted({each for stands in many for each in stands}):
        if each >> SHIFT != last:
            last = each >> SHIFT
            found.append(each)
    return found
