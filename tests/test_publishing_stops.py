"""Wherever a publication is stopped, each file is whole, and the next start makes the site whole again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from metodbank.errors import BuildFailed
from metodbank.publishing.publication import publication
from publishing_stops import (
    BROKEN,
    FAILED,
    INTERRUPTED,
    NEW,
    OLD,
    PUBLISHED,
    REFUSED,
    UNSTOPPED,
)
from publishing_trees import beside, files_in, names_in, names_of, publish

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops as POSIX does")
MEMORY = Path("/dev/shm")  # noqa: S108 (only a place that is fast)
LINKS = {"linked.html", "linked"}
OUTSIDE = {"kept.txt": b"not ours"}
SCRIPT = Path(__file__).with_name("publishing_stops.py")


class StopInTheBlock(Exception):
    """A build that comes to nothing."""


@contextmanager
def in_memory() -> Iterator[Path]:
    """Give a folder on a disk in memory where there is one: a disk takes its time to confirm each journal."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def stops() -> Iterator[Path]:
    """Return a folder for stopped publications."""
    with in_memory() as folder:
        yield folder


def stopped(folder: Path, how: str, before: str) -> Iterator[tuple[Path, int]]:
    """Yield the folder of each stop and how the publication ended, the one that was not stopped last."""
    result = subprocess.run(
        [sys.executable, SCRIPT, folder, how, before], capture_output=True, text=True, check=False
    )
    ends = [line.split() for line in result.stdout.splitlines()]
    assert result.returncode == 0, result.stderr
    assert len(ends) > 8
    assert int(ends[-1][1]) == UNSTOPPED
    for number, ended in ends:
        assert int(ended) != BROKEN, result.stderr
        yield folder / number / "site", int(ended)


def start_and_fail(out: Path) -> None:
    """Begin the next build, which comes to nothing after it has settled what it found."""
    with pytest.raises(StopInTheBlock), publication(out):
        raise StopInTheBlock


def is_old(out: Path) -> bool:
    return files_in(out) == OLD and names_in(out) == names_of(OLD) | LINKS


def is_new(out: Path) -> bool:
    return files_in(out) == NEW and names_in(out) == names_of(NEW)


def assert_each_file_is_whole(out: Path) -> None:
    for address, content in files_in(out).items():
        assert content in {OLD.get(address), NEW.get(address)}, address


@pytest.mark.parametrize("how", ["killed", "failed", "full", "interrupted"])
def test_stop_at_any_call_is_put_right_by_the_next_start(stops: Path, how: str) -> None:
    seen = set()
    for out, _ in stopped(stops, how, "site"):
        assert_each_file_is_whole(out)
        start_and_fail(out)
        assert is_old(out) or is_new(out), out
        seen.add(is_new(out))
        assert beside(out) == ["outside", "site"]
        publish(out, NEW)
        assert is_new(out)
        assert files_in(out.parent / "outside") == OUTSIDE
        assert beside(out) == ["outside", "site"]
    assert seen == {True, False}


@pytest.mark.parametrize("before", ["nothing", "empty"])
@pytest.mark.parametrize("how", ["killed", "failed", "full", "interrupted"])
def test_first_site_is_there_whole_or_not_at_all(stops: Path, how: str, before: str) -> None:
    for out, _ in stopped(stops, how, before):
        assert not out.exists() or names_in(out) == set() or is_new(out)
        start_and_fail(out)
        assert not out.exists() or names_in(out) == set() or is_new(out)
        publish(out, NEW)
        assert is_new(out)
        assert beside(out) == ["site"]


def test_interruption_by_hand_leaves_the_old_site_or_the_new_one_at_once(stops: Path) -> None:
    ends = set()
    for out, ended in stopped(stops, "interrupted", "site"):
        if not any(out.parent.glob(".site.new-*/journal")):
            assert is_old(out) or is_new(out)
        ends.add(ended)
    assert ends == {INTERRUPTED, UNSTOPPED}


def test_failed_publication_says_so_and_one_that_says_nothing_is_whole(stops: Path) -> None:
    ends = set()
    for out, ended in stopped(stops, "failed", "site"):
        if ended in {PUBLISHED, UNSTOPPED}:
            assert is_new(out)
        elif not any(out.parent.glob(".site.new-*/journal")):
            assert is_old(out)
        ends.add(ended)
    assert ends >= {FAILED, UNSTOPPED}
    assert ends <= {FAILED, UNSTOPPED, PUBLISHED, REFUSED}


@pytest.fixture(scope="module")
def half_moved() -> Iterator[list[Path]]:
    """Return published folders whose move was begun and not ended; each test takes one away."""
    with in_memory() as folder:
        yield half_moved_in(folder)


def half_moved_in(folder: Path) -> list[Path]:
    return [
        out
        for out, ended in stopped(folder, "killed", "site")
        if ended == -signal.SIGKILL
        and (out / "practices/b.html").exists()
        and files_in(out)["index.html"] == OLD["index.html"]
    ]


def test_nothing_leads_to_what_is_not_there_yet_or_no_longer(stops: Path) -> None:
    added = [address for address in NEW if address.endswith(".html") and address not in OLD]
    assert len(added) == 6
    seen = set()
    for out, _ in stopped(stops, "killed", "site"):
        files = files_in(out)

        def is_new(address: str, files: dict[str, bytes] = files) -> bool:
            return files.get(address) == NEW[address]

        steps = (
            is_new("assets/look.css"),
            any(map(is_new, added)),
            all(map(is_new, added)),
            is_new("practices/a.html"),
            is_new("index.html"),
            is_new("added.json"),
            is_new("build.json"),
            not {"practices/gone.html", "left/deep/gone.html"} <= files.keys(),
        )
        assert list(steps) == sorted(steps, reverse=True), out
        seen.add(steps)
    assert len(seen) == len(steps) + 1


def test_move_is_not_completed_into_a_folder_that_holds_something_else_by_now(half_moved: list[Path]) -> None:
    out = half_moved.pop()
    number = out.stat().st_ino
    for path in out.iterdir():
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    assert out.stat().st_ino == number
    (out / "index.html").write_bytes(b"mine")
    (out / "way").write_bytes(b"mine")
    with pytest.raises(Exception, match="лежит что-то другое"):
        publish(out, NEW)
    assert files_in(out) == {"index.html": b"mine", "way": b"mine"}
    assert beside(out) == ["outside", "site"]


def test_move_is_not_completed_into_another_site_of_ours(half_moved: list[Path]) -> None:
    out = half_moved.pop()
    out.rename(out.with_name("before"))
    shutil.copytree(out.with_name("before"), out, symlinks=True)
    half = files_in(out)
    start_and_fail(out)
    assert files_in(out) == half
    publish(out, NEW)
    assert is_new(out)


def test_journal_cut_short_is_no_journal(half_moved: list[Path]) -> None:
    out = half_moved.pop()
    (journal,) = out.parent.glob(".site.new-*/journal")
    half = files_in(out)
    journal.write_bytes(journal.read_bytes()[:-10])
    start_and_fail(out)
    assert files_in(out) == half
    assert beside(out) == ["outside", "site"]


def test_move_that_cannot_be_completed_is_told_and_kept_for_later(half_moved: list[Path]) -> None:
    if os.geteuid() == 0:
        pytest.skip("for root no folder is closed")
    out = half_moved.pop()
    out.chmod(0o555)
    with pytest.raises(BuildFailed, match="следующая сборка"):
        publish(out, NEW)
    out.chmod(0o755)
    start_and_fail(out)
    assert is_new(out)
