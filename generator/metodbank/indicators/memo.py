"""What was worked out once is given again, and so are the names of what it was worked out from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from metodbank.reads import read_all, reading

T = TypeVar("T")


class Memo:
    """Things by a key; whoever gets one a second time has read what was read when it was made (`reads`)."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Any, tuple[str, ...]]] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the thing of the key, made now where it was not made before."""
        known = self._made.get(key)
        if known is None:
            with reading() as names:
                made = make()
            known = self._made[key] = (made, tuple(names))
        read_all(known[1])
        return cast(T, known[0])
