"""What is to be moved and deleted, written down before the first move.

Against a kill the journal needs no disk: what a process has handed to the kernel outlives it. It is forced to
the disk all the same, so that after a loss of power it is whole or absent. Staged pages are not forced one by
one (that would cost more than making them): after a loss of power in the seconds after a build, a page may be
empty or old. The next build finds that by its size, time or bytes and writes it again.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass

_VERSION = 1
_NAME = "journal"
TREE = "tree"


@dataclass(frozen=True, slots=True)
class Journal:
    """Addresses to move in and to delete, folders to remove if empty, all in their order.

    `folder` is the number that the file system gave the published folder.
    """

    folder: int
    moves: list[str]
    deletions: list[str]
    folders: list[str]

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to do."""
        return not (self.moves or self.deletions or self.folders)


def write(journal: Journal, staging: str) -> None:
    """Put the journal into a staging folder: it is there whole, or not at all."""
    os.makedirs(staging, exist_ok=True)
    part = f"{staging}/{_NAME}.part"
    content = json.dumps({"version": _VERSION, **asdict(journal)}).encode()
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    os.replace(part, f"{staging}/{_NAME}")
    _force_names(staging)


def read(staging: str) -> Journal | None:
    """Return the journal of a staging folder, None where there is none that is whole and of this version."""
    try:
        with open(f"{staging}/{_NAME}", "rb") as file:
            written = json.load(file)
        if written.pop("version") != _VERSION:
            return None
        return Journal(**written)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def stands(staging: str) -> bool:
    """Return whether a staging folder has a journal."""
    return os.path.lexists(f"{staging}/{_NAME}")


def remove(staging: str) -> None:
    """Take the journal out of a staging folder: from now on nothing in it counts."""
    with suppress(FileNotFoundError):
        os.unlink(f"{staging}/{_NAME}")


def _force_names(folder: str) -> None:
    with suppress(OSError):  # Windows does not open folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
