"""Whatever changes in a base, the site that follows the change is the one that is built from nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from random import Random

import pytest

import site_bases
from base_changes import BaseChanges
from followed_sites import Files, unlike
from metodbank.build import SiteBuild
from metodbank.checks.running import checked
from metodbank.errors import BuildFailed
from metodbank.examining import problems_of
from metodbank.loading import load
from metodbank.problems import Problem
from site_tree import Site

Said = list[Problem] | str
"""The problems that a build found, or why nothing could be published."""


class Sequence:
    """A base that changes again and again, and the sites that follow it: from a store, and in one process."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed
        self.root = site_bases.copied(folder / "base")
        self.changes = BaseChanges(self.root, Random(seed))  # noqa: S311 (a test repeats the same changes)
        self._alive = self._build("living")
        self._shown = self._build("shown")
        self._last_seen: Files = {}
        self._step = 0

    def followed(self) -> Files | None:
        """Bring the sites up to date, compare them, return the files; None where there is no site."""
        self._step += 1
        cold = f"cold-{self._step}"
        expected = said_by(self._build(cold, "frames.sqlite"))
        for build, saved in (
            (self._build("followed", "store.sqlite"), []),
            (self._alive, []),
            (self._shown, self._half_of_what_was_saved()),
        ):
            found = said_by(build, saved)
            assert found == expected, f"{self._told()}\n{only_one_says(found, expected)}"
        found = problems_of(self.root, as_of=self._day, store=self._folder / "check.sqlite")
        if isinstance(expected, str):
            return None
        assert found == expected, f"{self._told()}\ncheck\n{only_one_says(found, expected)}"
        right = Site(self._folder / cold).files
        for name in ("followed", "living", "shown"):
            wrong = sorted(unlike(Site(self._folder / name).files, right))
            assert not wrong, f"{self._told()}\n{name}: {wrong[:12]}"
        return right

    def agrees_with_check(self) -> bool:
        """Return whether `check` finds what the build does."""
        loaded = load(self.root)
        if loaded.knowledge_base is not None:
            checked(loaded.knowledge_base, loaded.book, loaded.folder, as_of=self._day(""))
            return loaded.book.problems() == said_by(self._alive)
        return isinstance(said_by(self._alive), str)

    def _build(self, name: str, store: str = "") -> SiteBuild:
        kept = self._folder / store if store else None
        return SiteBuild(self.root, self._folder / name, as_of=self._day, store=kept, processes=1)

    def _half_of_what_was_saved(self) -> list[str]:
        """Return what a system tells that forgets the rest; at first nobody has looked yet."""
        seen = {path.relative_to(self.root).as_posix(): path for path in self.root.rglob("*")}
        now = {name: path.read_bytes() for name, path in seen.items() if path.is_file()}
        before, self._last_seen = self._last_seen, now
        saved = sorted(unlike(before, now))
        return [*saved[::2], "practices"] if before else []

    def _day(self, zone: str) -> date:  # noqa: ARG002 (the day is the same everywhere)
        return date.fromisoformat(self.changes.as_of)

    def _told(self) -> str:
        return "\n".join([f"seed {self._seed}, step {self._step}", *self.changes.told[-6:]])


def said_by(build: SiteBuild, saved: Collection[str] = ()) -> Said:
    """Return what a build says, one that was told of the files that were saved works alone."""
    try:
        return build.build(lambda step: None, alone=bool(saved), saved=saved).problems
    except BuildFailed as failure:
        return str(failure)


def only_one_says(found: Said, expected: Said) -> str:
    """Return what only one of the two says."""
    if isinstance(found, str) or isinstance(expected, str):
        return f"{found}\n≠\n{expected}"
    lost = [f"- {problem}" for problem in found if problem not in expected]
    return "\n".join([*lost, *(f"+ {problem}" for problem in expected if problem not in found)])


def follow(folder: Path, seed: int, steps: int) -> int:
    """Change a base again and again; return how many of the changes changed the site."""
    sequence = Sequence(folder, seed)
    before = sequence.followed()
    changed = 0
    for _ in range(steps):
        sequence.changes.some()
        after = sequence.followed()
        if after is not None:
            changed += after != before
            before = after
    assert sequence.agrees_with_check()
    return changed


@pytest.mark.parametrize("seed", range(1))
def test_site_that_follows_changes_is_the_one_built_from_nothing(tmp_path: Path, seed: int) -> None:
    assert follow(tmp_path, seed, steps=15) > 7


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 22))
def test_site_follows_long_sequences_of_changes(tmp_path: Path, seed: int) -> None:
    assert follow(tmp_path, seed, steps=25) > 12
