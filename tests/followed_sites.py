"""A site that follows its base from build to build, beside the one that is built from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import site_bases
from metodbank.examining import problems_of
from site_tree import Site

Files = dict[str, bytes]


@dataclass
class FollowedSite:
    """A base, the site that is brought up to date in `out`, and the base as it was at first."""

    folder: Path
    root: Path
    first: Files
    _cold: int = 0

    @property
    def out(self) -> Path:
        """Return where the site stands."""
        return self.folder / "site"

    @property
    def files(self) -> Files:
        """Return the files of the site by address."""
        return Site(self.out).files

    def build(self, *options: str, as_of: str = site_bases.AS_OF) -> int:
        """Bring the site up to date; return the exit code."""
        return site_bases.build(self.root, self.out, *options, as_of=as_of)

    def built_from_nothing(self, *options: str, as_of: str = site_bases.AS_OF) -> tuple[int, Files]:
        """Return the exit code and the files of a site built elsewhere, with a store of its own."""
        self._cold += 1
        place = self.folder / f"cold-{self._cold}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("METODBANK_CACHE", str(place / "store"))
            code = site_bases.build(self.root, place / "site", *options, as_of=as_of)
        return code, Site(place / "site").files

    def is_checked_as_from_nothing(self, as_of: str = site_bases.AS_OF) -> bool:
        """Return whether `check` that follows the base finds what one without a store does."""
        with_store, without = (
            problems_of(self.root, as_of=lambda zone: date.fromisoformat(as_of), store=store)
            for store in (self.folder / "check.sqlite", None)
        )
        return with_store == without

    def changed(self) -> set[str]:
        """Return the addresses whose content is not what it was at first."""
        return unlike(self.first, self.files)

    @contextmanager
    def with_changes(self) -> Iterator[Path]:
        """Give the folder of the base to be changed; it is as it was at first afterwards."""
        backup = self.folder / "backup"
        shutil.copytree(self.root, backup)
        try:
            yield self.root
        finally:
            shutil.rmtree(self.root)
            backup.rename(self.root)


def followed_site(folder: Path, root: Path) -> FollowedSite:
    """Build the site of a base in `folder`."""
    assert site_bases.build(root, folder / "site", "--strict") == 0
    return FollowedSite(folder, root, Site(folder / "site").files)


def unlike(one: Files, other: Files) -> set[str]:
    """Return the addresses at which two sites are not the same."""
    return {address for address in one.keys() | other.keys() if one.get(address) != other.get(address)}
