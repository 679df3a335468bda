"""Numbers as bits, and bits as text: six to a sign, none of which a script has to escape.

Ascending numbers are their count, then the gap of each to the one before by Rice's code: as much of it as
occurs by chance in `lowest(count, room)` low bits, the rest counted out. Numbers of documents are digests, so
that this comes within a few hundredths of the least that is possible.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate, pairwise

_A_SIGN, _FOUR_SIGNS = 6, 24


def text_of(bits: str) -> str:
    """Return zeros and ones as text."""
    if not bits:
        return ""
    whole = bits + "0" * (-len(bits) % _FOUR_SIGNS)
    signs = b64encode(int(whole, 2).to_bytes(len(whole) // 8, "big")).decode()
    return signs[: -(-len(bits) // _A_SIGN)]


def bits_of(text: str) -> str:
    """Return the zeros and ones of a text, and zeros that fill its last sign."""
    raw = b64decode(text + "A" * (-len(text) % 4))
    return bin(int.from_bytes(b"\x01" + raw, "big"))[3:]


class _Counts(dict[int, str]):
    """The code of each number from 0, mostly a small one: how many digits one more has, then these."""

    def __missing__(self, number: int) -> str:
        digits = f"{number + 1:b}"
        code = self[number] = "1" * (len(digits) - 1) + "0" + digits[1:]
        return code


class Gaps(dict[int, str]):
    """The Rice code of each gap from 1 with so many low bits; looking one up is all that most cost."""

    def __init__(self, low: int) -> None:
        super().__init__()
        self._low = low

    def __missing__(self, gap: int) -> str:
        low = self._low
        code = "1" * (gap - 1 >> low) + "0" + (f"{gap - 1 & (1 << low) - 1:0{low}b}" if low else "")
        self[gap] = code
        return code


COUNTS = _Counts()
gaps_of = cache(Gaps)
"""The codes of gaps by low bits."""


def lowest(count: int, room: int) -> int:
    """Return how many low bits the gaps have of so many numbers that lie anywhere in a room."""
    return max(0, (room // count).bit_length() - 1)


def ascending(numbers: Sequence[int], room: int) -> str:
    """Return the bits of ascending numbers that lie anywhere below the room, or little above."""
    if not numbers:
        return COUNTS[0]
    gaps = gaps_of(lowest(len(numbers), room))
    rest = "".join([gaps[b - a] for a, b in pairwise(numbers)])
    return COUNTS[len(numbers)] + gaps[numbers[0] + 1] + rest


class _Distances(dict[str, int]):
    """The gap that each Rice code with so many low bits tells, and the pattern of such a code."""

    def __init__(self, low: int) -> None:
        super().__init__()
        self._low = low
        self.pattern = f"1*0[01]{{{low}}}"
        self.all_in = re.compile(self.pattern).findall

    def __missing__(self, code: str) -> int:
        high = code.index("0")
        gap = self[code] = (high << self._low | int("0" + code[high + 1 :], 2)) + 1
        return gap


distances_of = cache(_Distances)


class Reader:
    """Reads numbers from bits one after the other."""

    def __init__(self, bits: str) -> None:
        self._bits = bits
        self._at = 0

    def count(self) -> int:
        """Return a number that is mostly small."""
        end = self._bits.index("0", self._at)
        digits = end - self._at
        self._at = end + 1 + digits
        return int("1" + self._bits[end + 1 : self._at], 2) - 1

    def gap(self, low: int) -> int:
        """Return a gap with so many low bits."""
        end = self._bits.index("0", self._at) + 1 + low
        code = self._bits[self._at : end]
        self._at = end
        return distances_of(low)[code]

    def ascending(self, room: int) -> list[int]:
        """Return ascending numbers."""
        count = self.count()
        if not count:
            return []
        low = lowest(count, room)
        # All their high parts together are at most what the room has of them, and a few above it.
        most = count * (low + 1) + (2 * room >> low)
        distances = distances_of(low)
        codes_here = distances.all_in(self._bits[self._at : self._at + most])[:count]
        self._at += sum(map(len, codes_here))
        return list(accumulate(map(distances.__getitem__, codes_here), initial=-1))[1:]

    def pairs(self, count: int, one: int, two: int) -> list[tuple[int, int]]:
        """Return so many pairs of gaps, given the low bits of each."""
        first, second = distances_of(one), distances_of(two)
        found = _pairs_in(one, two)(self._bits, self._at)[:count]
        self._at += sum(len(each) + len(other) for each, other in found)
        return [(first[each], second[other]) for each, other in found]


@cache
def _pairs_in(one: int, two: int) -> Callable[[str, int], list[tuple[str, str]]]:
    return re.compile(f"({distances_of(one).pattern})({distances_of(two).pattern})").findall


def code_lengths(uses: Sequence[int]) -> list[int]:
    """Return how many bits Huffman's code gives to each of several things, the most used first."""
    weights = list(reversed(uses))
    parents: dict[int, int] = {}
    single, joined = 0, len(uses)
    while len(weights) < 2 * len(uses) - 1:
        # What is put together comes in order of its weight, so that two queues are enough.
        two = []
        for _ in range(2):
            is_single = single < len(uses) and (joined == len(weights) or weights[single] <= weights[joined])
            two.append(single if is_single else joined)
            single, joined = single + is_single, joined + (not is_single)
        parents |= dict.fromkeys(two, len(weights))
        weights.append(weights[two[0]] + weights[two[1]])
    depths = [0] * len(weights)
    for place in reversed(range(len(weights) - 1)):
        depths[place] = depths[parents[place]] + 1
    return sorted(depths[: len(uses)])


def codes(lengths: Iterable[int]) -> list[str]:
    """Return the codes of things whose lengths ascend: each the next one of its length."""
    found, code, before = [], -1, 0
    for length in lengths:
        code = code + 1 << length - before
        before = length
        found.append(f"{code:0{length}b}" if length else "")
    return found
