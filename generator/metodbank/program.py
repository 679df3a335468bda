"""The key of the program itself: its own files, and the names and versions of what is installed beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from metodbank.keys import key_of

PACKAGE = Path(__file__).parent


def program_key(templates: tuple[Path, ...] = (), kinds: str = "") -> str:
    """Return the key of what a site is made of beside its base: another one makes everything again.

    `templates` are folders that stand before the package's, `kinds` tells kinds that are not the usual ones.
    """
    own = (part for folder in templates for path in sorted(_files(str(folder))) for part in _told(path))
    return key_of(_package_key(), *own, kinds)


@cache
def _package_key() -> str:
    files = (part for path in sorted(_files(str(PACKAGE))) for part in _told(path))
    return key_of(sys.version, *sorted(installed()), *files)


def _told(path: str) -> tuple[str, bytes]:
    return path, Path(path).read_bytes()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield entry.path
            elif entry.name != "__pycache__":
                yield from _files(entry.path)


def installed() -> Iterator[str]:
    """Yield the names of what is installed, each with its version, as the folders say it."""
    for folder in sys.path:
        if folder.endswith("-packages") and os.path.isdir(folder):  # noqa: PTH112 (light, at every start)
            with os.scandir(folder) as entries:
                yield from (entry.name for entry in entries if entry.name.endswith(".dist-info"))
