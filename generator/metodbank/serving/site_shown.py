"""The site that the preview shows: the last good build, and pages of records that are being mended."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from metodbank.addresses import SEARCH_DATA
from metodbank.keys import key_of, key_of_files
from metodbank.problems import Problem
from metodbank.serving.sources import explained_by

_LOOKS = (".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".woff2")

Stamp = tuple[int, ...]


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

    Files are hard links where the file system has them: a site of any size is taken over in a moment. A
    build puts another file in the place of one that changed, and the number of a file that has a link here
    is given to no other: so the numbers tell what changed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamps: dict[str, Stamp] = {}
        self._kept: frozenset[str] = frozenset()
        self._looks = ""
        self._has_links = True

    def take_over(
        self, built: Path, problems: Iterable[Problem], moved: Collection[str] | None = None
    ) -> Changes:
        """Show what stands in the built folder.

        `moved` are the addresses that were written or deleted there since the last time, None where that is
        not known. The page of a record that the build had to set aside for an error stays as it last was.
        """
        stamps = (
            dict(_stamps(built, by_number=self._has_links)) if moved is None else self._after(built, moved)
        )
        changed = frozenset(
            address
            for address in (stamps if moved is None else moved)
            if address in stamps and self._stamps.get(address) != stamps[address]
        )
        missing = frozenset(self._stamps).union(self._kept).difference(stamps)
        is_explained = explained_by(problem.file for problem in problems if problem.is_error)
        kept = frozenset(filter(is_explained, missing))
        for folder in {address.rpartition("/")[0] for address in changed}:
            (self._folder / folder).mkdir(parents=True, exist_ok=True)
        for address in changed:
            self._put(f"{built}/{address}", f"{self._folder}/{address}")
        gone = missing - kept
        for address in gone:
            (self._folder / address).unlink(missing_ok=True)
        if any(map(_is_look, changed | missing)):
            looks = list(filter(_is_look, stamps))
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

    def _after(self, built: Path, moved: Collection[str]) -> dict[str, Stamp]:
        """Return the stamps of all files where only some were written or deleted."""
        stamps = dict(self._stamps)
        for address in moved:
            try:
                status = os.lstat(f"{built}/{address}")
            except FileNotFoundError:
                stamps.pop(address, None)
            else:
                stamps[address] = _stamp(status, by_number=self._has_links)
        return stamps

    def _put(self, source: str, target: str) -> None:
        """Let the file stand at the target too, in one step, so that nobody reads half of it."""
        fresh = f"{target}.new"
        try:
            if self._has_links:
                os.link(source, target)
                return
        except FileExistsError:
            os.link(source, fresh)
        except OSError:
            self._has_links = False
        if not self._has_links:
            shutil.copy2(source, fresh)
        Path(fresh).replace(target)


def _is_look(address: str) -> bool:
    """Return whether pages look otherwise with the file; what the search finds is no part of them."""
    return address.endswith(_LOOKS) and not address.startswith(SEARCH_DATA)


def _stamps(folder: Path, *, by_number: bool) -> Iterator[tuple[str, Stamp]]:
    """Yield the files below a folder with their numbers, or with size and time."""
    open_folders = [""]
    while open_folders:
        inner = open_folders.pop()
        with os.scandir(f"{folder}/{inner}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    open_folders.append(f"{inner}{entry.name}/")
                elif by_number:
                    yield inner + entry.name, (entry.inode(),)
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield inner + entry.name, _stamp(status, by_number=False)


def _stamp(status: os.stat_result, *, by_number: bool) -> Stamp:
    return (status.st_ino,) if by_number else (status.st_size, status.st_mtime_ns)
