"""Things in shares: what is new is packed again with the rest of its own share alone.

A share is kept under the key of its bytes, so two builds that save at once can lose each other's shares but
never mix them.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self
from zlib import crc32

from metodbank.keys import key_of

SHARES = 64

Things = dict[Any, Any]


@dataclass(frozen=True)
class Shared:
    """The things of one part of a memory, and the shares they were kept in with their keys.

    A thing never changes once it was made, so that it is the same while it is the same object.
    """

    things: Mapping[Any, Any] = field(default_factory=dict)
    shares: Sequence[Things] = tuple({} for _ in range(SHARES))
    keys: Sequence[str] = ("",) * SHARES

    @classmethod
    def unpacked(cls, keys: Sequence[str], packed: Mapping[str, bytes]) -> Self:
        """Return what was packed; raises where a share is missing or made by another version."""
        shares: list[Things] = [
            pickle.loads(packed[key]) if key else {}  # noqa: S301 (outside the base, and whole by its digest)
            for key in keys
        ]
        things: Things = {}
        for share in shares:
            things |= share
        return cls(things, shares, keys)

    def renewed(self, things: Mapping[Any, Any]) -> tuple[list[str], dict[str, bytes]]:
        """Return the keys of the shares of other things, and the packed shares that these do not have."""
        shares: dict[int, Things] = {}
        for name in self._differing(things):
            number = _number(name)
            share = shares.setdefault(number, dict(self.shares[number]))
            if name in things:
                share[name] = things[name]
            else:
                share.pop(name, None)
        keys, packed = list(self.keys), {}
        for number, share in shares.items():
            raw = pickle.dumps(share, protocol=5)
            keys[number] = key_of(raw) if share else ""
            if share:
                packed[keys[number]] = raw
        return keys, packed

    def _differing(self, things: Mapping[Any, Any]) -> list[Any]:
        known = self.things
        fresh = [name for name, thing in things.items() if known.get(name) is not thing]
        return fresh + [name for name in known if name not in things]


def _number(name: object) -> int:
    return crc32(repr(name).encode()) % SHARES
