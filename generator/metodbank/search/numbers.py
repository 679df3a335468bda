"""The number of each document: it stays the same when others come and go, so that their entries stand.

Numbers are digests of names below a bound of some one and a half times the documents: the less room,
the fewer bits tell the gap between two. Where digests meet, the later name takes the next free number,
and only such a cluster moves: a few documents when one comes or goes.
"""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b

from metodbank.search.tokens import digest

_FULL = 0.7
"""At most so much of the room is taken: in a fuller one clusters grow long."""
_LEAST_ROOM = 128
_STEPS = 8
_PER_SHARD = 8
_PER_CARD = 3
_BITS = 32


def room_for(documents: int) -> int:
    """Return below what so many documents are numbered; it grows in steps, so that most changes leave it."""
    needed = max(_LEAST_ROOM, int(documents / _FULL) + 1)
    step = max(1, (1 << needed.bit_length() - 1) // _STEPS)
    return -(-needed // step) * step


def shards_for(documents: int) -> int:
    """Return over how many files the words are spread: a power of two."""
    return 1 << max(4, (documents // _PER_SHARD).bit_length())


def card_shift(documents: int) -> int:
    """Return how far a number is shifted to give the file of its card: some three cards lie in one."""
    return (room_for(documents) * _PER_CARD // max(1, documents) * 3 // 2).bit_length() - 1


def numbered(names: Collection[str]) -> dict[str, int]:
    """Return the number of each name, in ascending order; the last ones may lie a little above the room."""
    room = room_for(len(names))
    wished = sorted((_digest(name) * room >> _BITS, name) for name in names)
    found, last = {}, -1
    for number, name in wished:
        last = found[name] = max(number, last + 1)
    return found


def word_hash(word: str) -> int:
    """Return the mixed digest of a word; the script reckons the same."""
    number = digest(word)
    return number ^ number >> 15


def shard_of(word: str, shards: int) -> int:
    """Return the file in which a word stands."""
    return word_hash(word) & shards - 1


def _digest(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=_BITS // 8).digest(), "big")
