"""A build that was killed leaves nothing behind that the next one does not put right."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import site_bases
from site_bases import AS_OF, PRACTICE
from site_tree import Site

SHARED_NUMBER = 2**22 + 1
"""Above the highest number that Linux gives a process, so that nobody has it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small base."""
    return site_bases.written(tmp_path / "base", {"practices/polka.yml": PRACTICE})


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="only POSIX tells whether a process is alive")
def test_unfinished_tree_of_a_dead_build_is_cleared(root: Path, tmp_path: Path) -> None:
    unfinished = tmp_path / f".site.new-{SHARED_NUMBER}"
    unfinished.mkdir()
    (unfinished / "index.html").write_text("half", "utf-8")
    site_bases.built(root, tmp_path / "site")
    assert beside(tmp_path) == ["base", "site"]


def test_tree_of_a_build_that_is_alive_is_left_alone(root: Path, tmp_path: Path) -> None:
    alive = tmp_path / f".site.new-{os.getppid()}"
    alive.mkdir()
    site_bases.built(root, tmp_path / "site")
    assert beside(tmp_path) == [alive.name, "base", "site"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX tells whether a process is alive")
def test_good_site_that_a_dead_build_moved_aside_comes_back_before_anything_can_fail(
    root: Path, tmp_path: Path
) -> None:
    site_bases.built(root, tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / f".site.old-{SHARED_NUMBER}")
    (root / "mkdocs.yml").write_text("theme: [\n", "utf-8")
    assert site_bases.build(root, tmp_path / "site") != 0
    assert beside(tmp_path) == ["base", "site"]
    assert "practices/polka.html" in Site(tmp_path / "site").addresses


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_site_is_whole_after_each_kill(root: Path, tmp_path: Path) -> None:
    site_bases.built(root, tmp_path / "site")
    whole = Site(tmp_path / "site").files
    command = [sys.executable, "-m", "metodbank", "--root", str(root), "build", "--as-of", AS_OF]
    for delay in (0.3, 0.5, 0.6, 0.7, 0.8):
        process = subprocess.Popen([*command, "--out", str(tmp_path / "site")], stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait()
        assert Site(tmp_path / "site").files == whole
    site_bases.built(root, tmp_path / "site")
    assert beside(tmp_path) == ["base", "site"]
