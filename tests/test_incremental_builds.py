"""Whatever changes in a base, the site that follows the change is the one that is built from nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

import site_bases
from base_changes import BaseChanges
from metodbank.build import SiteBuild
from metodbank.errors import BuildFailed
from metodbank.problems import Problem


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a site by its address."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def brought_up_to_date(build: SiteBuild) -> list[Problem] | str:
    """Return the problems that the build found, or why nothing could be published."""
    try:
        return build.build(lambda step: None).problems
    except BuildFailed as failure:
        return str(failure)


def unlike(found: list[Problem] | str, expected: list[Problem] | str) -> str:
    """Return what only one of the two says."""
    if isinstance(found, str) or isinstance(expected, str):
        return f"{found}\n≠\n{expected}"
    return "\n".join(
        [f"- {p}" for p in found if p not in expected] + [f"+ {p}" for p in expected if p not in found]
    )


def follow(folder: Path, seed: int, steps: int) -> int:
    """Change a base again and again; return how many changes changed the site."""
    root = site_bases.copied(folder / "base")
    changes = BaseChanges(root, Random(seed))  # noqa: S311 (a test repeats the same changes)
    store = folder / "store.sqlite"
    followed, living, cold = folder / "followed", folder / "living", folder / "cold"
    alive = SiteBuild(root, living, as_of=lambda zone: date.fromisoformat(changes.as_of), processes=1)
    before: dict[str, bytes] = {}
    changed = 0
    for step in range(steps):
        if step:
            for _ in range(changes._chance.choice((1, 1, 1, 3))):
                changes.one()
        day = date.fromisoformat(changes.as_of)
        out = cold / f"{step}"
        fresh = SiteBuild(root, out, as_of=lambda zone: day, store=folder / "frames.sqlite", processes=1)  # noqa: B023
        next_one = SiteBuild(root, followed, as_of=lambda zone: day, store=store, processes=1)  # noqa: B023
        told = "\n".join([f"seed {seed}, step {step}", *changes.told[-6:]])
        expected = brought_up_to_date(fresh)
        for build in (next_one, alive):
            found = brought_up_to_date(build)
            assert found == expected, f"{told}\n{unlike(found, expected)}"
        if isinstance(expected, str):
            continue
        right = tree(out)
        for made in (tree(followed), tree(living)):
            wrong = sorted(a for a in right.keys() | made.keys() if right.get(a) != made.get(a))
            assert not wrong, f"{told}\n{wrong[:12]}"
        changed += right != before
        before = right
    return changed


@pytest.mark.parametrize("seed", range(2))
def test_site_that_follows_changes_is_the_one_built_from_nothing(tmp_path: Path, seed: int) -> None:
    assert follow(tmp_path, seed, steps=10) > 5
