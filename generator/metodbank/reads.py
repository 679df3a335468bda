"""What is read while a thing is made: the names of its inputs.

A thing that was made stays right as long as nothing that it read has changed, so whoever gives something of
a base to a check or a page notes the name of it here. Names are texts: `data/practice/primer`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Generic, TypeVar
from zlib import crc32

K = TypeVar("K")
V = TypeVar("V")
NamesT = TypeVar("NamesT", bound=set[str] | None)

_FEW = 8

_noted: set[str] | None = None


def read(name: str) -> None:
    """Note that the thing now made depends on what has this name."""
    if _noted is not None:
        _noted.add(name)


def read_all(names: Iterable[str]) -> None:
    """Note that the thing now made depends on all that has these names."""
    if _noted is not None:
        _noted.update(names)


def reading() -> AbstractContextManager[set[str]]:
    """Give the set that gathers what is read inside the block; a block inside it gathers for itself."""
    return _Noting(set())


def unnoted() -> AbstractContextManager[None]:
    """Note nothing inside the block: what is made there has a name of its own, and is read by that."""
    return _Noting(None)


class _Noting(Generic[NamesT]):
    """A block inside which reads are noted in the names; a generator would take three times as long."""

    __slots__ = ("_before", "_names")

    def __init__(self, names: NamesT) -> None:
        self._names = names

    def __enter__(self) -> NamesT:
        global _noted
        self._before, _noted = _noted, self._names
        return self._names

    def __exit__(self, *error: object) -> None:
        global _noted
        _noted = self._before


class Remembered(Generic[V]):
    """What a function made of each of its arguments, made once; each look notes what making it read."""

    def __init__(self, make: Callable[..., V]) -> None:
        self._make = make
        self._made: dict[tuple[object, ...], tuple[V, frozenset[str]]] = {}

    def of(self, *given: object) -> V:
        """Return what the function makes of the arguments."""
        known = self._made.get(given)
        if known is None:
            with reading() as names:
                value = self._make(*given)
            known = self._made[given] = value, frozenset(names)
        if _noted is not None:
            _noted.update(known[1])
        return known[0]


class Noted(Mapping[K, V]):
    """A mapping of which each look is noted: `prefix` and the key, `prefix` alone where all keys are seen."""

    def __init__(self, prefix: str, items: Mapping[K, V]) -> None:
        self._prefix = prefix
        self._items = items

    def __getitem__(self, key: K) -> V:
        """Return the value, noting its key whether it is there or not."""
        if _noted is not None:
            _noted.add(f"{self._prefix}/{key}")
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        """Yield the keys."""
        read(self._prefix)
        return iter(self._items)

    def __len__(self) -> int:
        """Return the number of keys."""
        read(self._prefix)
        return len(self._items)


def differing(before: Mapping[str, V], after: Mapping[str, V]) -> set[str]:
    """Return the names whose answers are not the same, those that only one side has included."""
    names: Iterable[str] = before.keys() | after.keys()
    return {name for name in names if before.get(name) != after.get(name)}


def packed(names: Iterable[str]) -> bytes:
    """Return the names as numbers: thousands of things read millions of them, and they are compared at once.

    Two names may have one number; then a thing is made again that need not have been, and nothing is missed.
    """
    return array("I", numbers_of(names)).tobytes()


def numbers_of(names: Iterable[str]) -> set[int]:
    """Return the numbers of the names."""
    return set(map(crc32, map(str.encode, names)))


def meeting(numbers: set[int]) -> Callable[[bytes], bool]:
    """Return the function that tells whether one of some packed names is among those with the numbers.

    Few numbers are sought as bytes, which is several times faster. What is found across two numbers of the
    packed ones is one more thing that is made again without need.
    """
    if len(numbers) > _FEW:
        return lambda reads: not numbers.isdisjoint(array("I", reads))
    sought = [array("I", [number]).tobytes() for number in numbers]

    def meets(reads: bytes) -> bool:
        for number in sought:  # noqa: SIM110 (a generator would cost more than all the seeking)
            if number in reads:
                return True
        return False

    return meets
