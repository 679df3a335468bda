"""The site that the preview shows: the last good build, and pages of records that are being mended."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from metodbank.keys import key_of, key_of_files
from metodbank.problems import Problem
from metodbank.serving.sources import explained_by

_LOOKS = (".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".woff2")

Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changed: addresses that are new or other than before, that are gone, that were kept."""

    changed: frozenset[str]
    gone: frozenset[str]
    kept: frozenset[str]

    @property
    def pages(self) -> int:
        """Return how many pages a reader would see changed."""
        return sum(address.endswith(".html") for address in self.changed | self.gone)


class SiteShown:
    """A folder of its own beside the built one, so that a build under way or a failed one is never seen.

    Files are hard links where the file system has them: a site of any size is taken over in a moment.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamps: dict[str, Stamp] = {}
        self._kept: frozenset[str] = frozenset()
        self._looks = ""

    def take_over(self, built: Path, problems: Iterable[Problem]) -> Changes:
        """Show what stands in the built folder.

        The page of a record that the build had to set aside for an error stays as it last was.
        """
        stamps = dict(_stamps(built))
        changed = frozenset(
            address for address, stamp in stamps.items() if self._stamps.get(address) != stamp
        )
        missing = frozenset(self._stamps).union(self._kept).difference(stamps)
        is_explained = explained_by(problem.file for problem in problems if problem.is_error)
        kept = frozenset(filter(is_explained, missing))
        for folder in {address.rpartition("/")[0] for address in changed}:
            (self._folder / folder).mkdir(parents=True, exist_ok=True)
        for address in changed:
            _link(f"{built}/{address}", f"{self._folder}/{address}")
        gone = missing - kept
        for address in gone:
            (self._folder / address).unlink(missing_ok=True)
        if any(address.endswith(_LOOKS) for address in changed | missing):
            looks = [address for address in stamps if address.endswith(_LOOKS)]
            self._looks = key_of_files((address, (built / address).read_bytes()) for address in looks)
        self._stamps, self._kept = stamps, kept
        return Changes(changed, gone, kept)

    @property
    def is_empty(self) -> bool:
        """Return whether there has been no good build yet."""
        return not self._stamps

    def holds(self, address: str) -> bool:
        """Return whether a file of the site stands at the address."""
        return address in self._stamps or address in self._kept

    def is_kept(self, address: str) -> bool:
        """Return whether the page is older than the last build."""
        return address in self._kept

    def read(self, address: str) -> bytes | None:
        """Return the bytes at an address, or None where the site has no such file."""
        try:
            return (self._folder / address).read_bytes() if self.holds(address) else None
        except OSError:
            return None

    def version_of(self, content: bytes) -> str:
        """Return the key of what a reader of a page sees: its bytes, and the styles, scripts and pictures."""
        return key_of(content, self._looks)[:16]


def _stamps(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """Yield the files below a folder with size and time: a build writes no equal bytes anew."""
    open_folders = [""]
    while open_folders:
        inner = open_folders.pop()
        with os.scandir(f"{folder}/{inner}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    open_folders.append(f"{inner}{entry.name}/")
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield inner + entry.name, (status.st_size, status.st_mtime_ns)


def _link(source: str, target: str) -> None:
    """Let the file stand at the target too, in one step, so that nobody reads half of it."""
    try:
        os.link(source, target)
    except FileExistsError:
        fresh = f"{target}.new"
        Path(fresh).unlink(missing_ok=True)
        _link(source, fresh)
        Path(fresh).replace(target)
    except OSError:  # the file system has no links
        shutil.copy2(source, f"{target}.new")
        Path(f"{target}.new").replace(target)
