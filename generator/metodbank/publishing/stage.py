"""Files made beside the published folder; whatever happens to them, the folder stays as it was."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from metodbank.publishing.failures import not_written
from metodbank.publishing.standing import Stamp

_BINARY = getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _BINARY


class Rank(IntEnum):
    """When a file is moved in: what a page needs before the page, what leads to a page after it."""

    ASSET = 0
    PAGE = 1
    LIST = 2
    LAST = 3


class Written(NamedTuple):
    """A file that belongs to the site, and the size and time it has once the site is published."""

    address: str
    rank: Rank
    size: int
    mtime_ns: int
    changed: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """Writes files into the staging folder; light, and the same in every process that has a copy of it.

    A file whose bytes stand in the published folder already is not written.
    """

    out: str
    tree: str
    standing: Mapping[str, Stamp]
    _folders: set[str] = field(default_factory=set, init=False)

    def write(self, address: str, content: bytes, rank: Rank = Rank.PAGE) -> Written:
        """Stage a file and return what `Publication.take` needs; raises `BuildFailed` where that fails."""
        stamp = self.standing.get(address)
        if stamp is not None and stamp[0] == len(content) and self._holds(address, content):
            return Written(address, rank, *stamp, changed=False)
        try:
            folder = address.rpartition("/")[0]
            if folder not in self._folders:
                self._make(folder)
            return Written(address, rank, *_written(f"{self.tree}/{address}", content), changed=True)
        except OSError as error:
            raise not_written(error) from error

    def _holds(self, address: str, content: bytes) -> bool:
        try:
            descriptor = os.open(f"{self.out}/{address}", _READ)
        except OSError:
            return False
        try:
            return os.read(descriptor, len(content) + 1) == content
        except OSError:
            return False
        finally:
            os.close(descriptor)

    def _make(self, folder: str) -> None:
        parts = folder.split("/") if folder else []
        if {"", ".", ".."} & set(parts):
            raise ValueError(f"an address outside the site: {folder}/")
        os.makedirs(f"{self.tree}/{folder}", exist_ok=True)
        self._folders.add(folder)


def _written(path: str, content: bytes) -> Stamp:
    # Raw calls: with thousands of pages a file object or a path for each costs as much as the writing.
    descriptor = os.open(path, _WRITE, 0o666)
    try:
        # On a full disk a write takes what fits and says so; only the next one fails.
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        status = os.fstat(descriptor)
        return status.st_size, status.st_mtime_ns
    finally:
        os.close(descriptor)
