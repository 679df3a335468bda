"""One build at a time for each published folder.

The lock is the kernel's, on a file: it is free the moment its process is gone, however it went. Processes
that a build forks give their copy of it back at once, so that an orphan does not keep the next build waiting.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE = 0.05
_FLAGS = os.O_RDONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_held: set[int] = set()


class Lock:
    """A lock that is held until the block ends; its file is gone afterwards."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor = descriptor
        self._path = path
        _held.add(descriptor)

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor in _held:
            _held.discard(self._descriptor)
            _release(self._descriptor, self._path)


def first_lock(places: Sequence[Path], waiting: Callable[[], None]) -> Lock:
    """Return the lock on the first of the files that can be made and locked, held.

    `waiting` is called once if another process holds it. Raises `OSError` where none can be locked.
    """
    for place in places[:-1]:
        with suppress(OSError):
            return Lock(_waited_for(place, waiting), place)
    return Lock(_waited_for(places[-1], waiting), places[-1])


def _waited_for(path: Path, waiting: Callable[[], None]) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    is_told = False
    while (descriptor := _taken(path)) is None:
        if not is_told:
            waiting()
            is_told = True
        time.sleep(_PAUSE)
    return descriptor


def _taken(path: Path) -> int | None:
    """Return the open file when it is locked by us, None when it is not ours yet."""
    try:
        descriptor = os.open(path, _FLAGS, 0o666)
    except PermissionError:
        # Windows refuses to open a file that the holder before is about to delete.
        if sys.platform == "win32" and path.exists():
            return None
        raise
    try:
        if _is_locked(descriptor) and _still_stands(descriptor, path):
            return descriptor
    except OSError:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _is_locked(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _still_stands(descriptor: int, path: Path) -> bool:
    """Return whether the file that we locked is the one that others see: its last holder deletes it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _release(descriptor: int, path: Path) -> None:
    if sys.platform == "win32":
        os.close(descriptor)
        with suppress(OSError):  # the next build has it open already
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _give_back_in_child() -> None:
    while _held:
        os.close(_held.pop())


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_give_back_in_child)
