"""One build at a time for each published folder, and nobody waits for the dead."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from metodbank.errors import BuildFailed
from metodbank.publishing.publication import publication
from publishing_trees import beside, files_in, publish, with_passport

HOLDER = """
import os, sys, time
from pathlib import Path
from metodbank.publishing.publication import publication

with publication(Path(sys.argv[1])) as site:
    site.write("a.html", b"half of another site")
    if sys.argv[2] == "with a worker" and not os.fork():
        print(os.getpid(), flush=True)
        time.sleep(600)
    if sys.argv[2] == "alone":
        print(os.getpid(), flush=True)
    time.sleep(float(sys.argv[3]))
    site.keep("build.json")
"""


class Waited(Exception):
    """The lock was not free."""


def wait_for_nobody() -> None:
    raise Waited


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a published folder."""
    publish(tmp_path / "site", with_passport({"a.html": b"a"}))
    return tmp_path / "site"


@pytest.fixture
def holder(out: Path, request: pytest.FixtureRequest) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Return a process that is in the middle of publishing, and the number that it printed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(out), *request.param], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    number = int(process.stdout.readline())
    with process:
        yield process, number
        process.kill()


@pytest.mark.parametrize("holder", [("alone", "600")], indirect=True)
def test_build_waits_for_another_and_is_told_so(
    out: Path, tmp_path: Path, holder: tuple[subprocess.Popen[str], int]
) -> None:
    with pytest.raises(Waited), publication(out, waiting=wait_for_nobody):
        pass
    assert files_in(out) == with_passport({"a.html": b"a"})
    # Another folder is nobody's business.
    with publication(tmp_path / "other", waiting=wait_for_nobody) as site:
        site.write("a.html", b"a")
    assert files_in(tmp_path / "other") == {"a.html": b"a"}
    assert holder[0].poll() is None


@pytest.mark.parametrize("holder", [("alone", "0.5")], indirect=True)
def test_build_that_waited_publishes_after_the_other(
    out: Path, holder: tuple[subprocess.Popen[str], int]
) -> None:
    told: list[None] = []
    with publication(out, waiting=lambda: told.append(None)) as site:
        assert holder[0].wait() == 0
        assert files_in(out) == with_passport({"a.html": b"half of another site"})
        site.keep("build.json")
        site.write("b.html", b"b")
    assert files_in(out) == with_passport({"b.html": b"b"})
    assert len(told) == 1
    assert beside(out) == ["site"]


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.parametrize("holder", [("alone", "600")], indirect=True)
def test_nobody_waits_for_a_killed_build(out: Path, holder: tuple[subprocess.Popen[str], int]) -> None:
    holder[0].kill()
    holder[0].wait()
    with publication(out, waiting=wait_for_nobody) as site:
        assert files_in(out) == with_passport({"a.html": b"a"})
        site.keep("build.json")
    assert beside(out) == ["site"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
@pytest.mark.parametrize("holder", [("with a worker", "600")], indirect=True)
def test_nobody_waits_for_the_orphan_of_a_killed_build(
    out: Path, holder: tuple[subprocess.Popen[str], int]
) -> None:
    process, orphan = holder
    process.kill()
    process.wait()
    try:
        os.kill(orphan, 0)
        with publication(out, waiting=wait_for_nobody) as site:
            site.keep("build.json")
    finally:
        os.kill(orphan, signal.SIGKILL)
    assert beside(out) == ["site"]


FORKER = """
import os, sys
from pathlib import Path
from metodbank.publishing.publication import publication

try:
    with publication(Path(sys.argv[1])) as site:
        site.write("a.html", b"a, new")
        if not (child := os.fork()):
            raise RuntimeError("a worker that fails on its way out of the block")
        os.waitpid(child, 0)
        site.keep("build.json")
except RuntimeError:
    os._exit(1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_failed_worker_takes_neither_the_stage_nor_the_lock_away(out: Path) -> None:
    assert subprocess.run([sys.executable, "-c", FORKER, out], check=False).returncode == 0
    assert files_in(out) == with_passport({"a.html": b"a, new"})
    assert beside(out) == ["site"]


LATE = """
import sys
from pathlib import Path
from metodbank.publishing.publication import publication

lock = Path(sys.argv[1]).with_name(".site.lock")
calls = []

def delete_the_first(event, _):
    if event == "fcntl.flock":
        calls.append(event)
        if len(calls) == 1:
            lock.unlink()

sys.addaudithook(delete_the_first)
with publication(Path(sys.argv[1])) as site:
    assert lock.exists()
    site.keep("build.json")
assert len(calls) > 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")
def test_lock_on_a_file_that_its_last_holder_has_just_deleted_is_no_lock(out: Path) -> None:
    result = subprocess.run([sys.executable, "-c", LATE, out], stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_lock_stands_elsewhere_where_it_cannot_stand_beside(out: Path, tmp_path: Path) -> None:
    (tmp_path / ".site.lock").mkdir()
    lock = tmp_path / "cache" / "locks" / "site.lock"
    with publication(out, lock, waiting=wait_for_nobody) as site:
        assert lock.exists()
        site.keep("build.json")
        with pytest.raises(Waited), publication(out, lock, waiting=wait_for_nobody):
            pass
    assert not lock.exists()
    assert files_in(out) == with_passport({})


def test_no_lock_anywhere_is_told(out: Path, tmp_path: Path) -> None:
    (tmp_path / ".site.lock").mkdir()
    with pytest.raises(BuildFailed, match="Сайт не записан"), publication(out):
        pass
    assert files_in(out) == with_passport({"a.html": b"a"})
