"""Work in several processes: the same results in the same order, and no loss that nobody hears of."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

import site_bases
from followed_sites import unlike
from metodbank.errors import BuildFailed
from metodbank.processes import done_by_many
from site_bases import PRACTICE
from site_tree import Site

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")

THINGS = list(range(1001))
HERE = os.getpid()


def in_children(deed: str) -> None:
    """Do something that ends the work, in every process but this one."""
    if os.getpid() == HERE:
        return
    if deed == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif deed == "refused":
        raise BuildFailed("Не записать страницу.")
    elif deed == "left":
        raise SystemExit(0)
    elif deed == "unheard of":
        raise type("Unheard", (Exception,), {"__reduce__": lambda self: None})


def squares(things: Sequence[int]) -> list[tuple[int, int]]:
    """Return the square of each thing, and which process made it."""
    return [(thing * thing, os.getpid()) for thing in things]


def no_children() -> bool:
    """Return whether every process that was begun is over and done with."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


@pytest.mark.parametrize("processes", [1, 2, 3, 5])
def test_results_are_those_of_each_thing_whoever_made_them(processes: int) -> None:
    found = done_by_many(squares, THINGS, processes)
    assert [square for square, _ in found] == [thing * thing for thing in THINGS]
    assert len({process for _, process in found}) == processes
    assert no_children()


@pytest.mark.parametrize("number", [0, 1, 150, 399])
def test_few_things_are_done_here(number: int) -> None:
    found = done_by_many(squares, THINGS[:number], 5)
    assert found == [(thing * thing, HERE) for thing in range(number)]


def test_results_of_any_size_are_given_back() -> None:
    found = done_by_many(lambda share: [b"x" * 20_000 for _ in share], THINGS, 3)
    assert sum(map(len, found)) == 20_000 * len(THINGS)


@pytest.mark.parametrize(
    ("deed", "error", "words"),
    [
        ("killed", BuildFailed, "Один из процессов сборки остановлен системой"),
        ("refused", BuildFailed, "Не записать страницу."),
        ("left", SystemExit, "0"),
        ("unheard of", RuntimeError, "Unheard"),
    ],
)
def test_what_ends_a_process_ends_the_work(deed: str, error: type[BaseException], words: str) -> None:
    def work(things: Sequence[int]) -> list[int]:
        in_children(deed)
        return list(things)

    with pytest.raises(error, match=words):
        done_by_many(work, THINGS, 3)
    assert no_children()


def test_error_of_this_process_stops_the_others() -> None:
    def work(things: Sequence[int]) -> list[int]:
        if os.getpid() == HERE:
            raise BuildFailed("Нет места.")
        signal.pause()
        return list(things)

    with pytest.raises(BuildFailed, match="Нет места"):
        done_by_many(work, THINGS, 3)
    assert no_children()


@pytest.fixture(scope="module")
def large_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a base of so many records that several processes work on it; some of them have errors."""
    files = {
        f"practices/praktika-{number}.yml": PRACTICE
        | {"title": f"Практика {number}", "summary": f"Кабинет {number}"}
        | ({"lishnee": number} if number % 100 == 7 else {})
        for number in range(1100)
    }
    return site_bases.written(tmp_path_factory.mktemp("large") / "base", files, page_size=50)


class Forks:
    """Counts the processes that are begun, and may end each of them at its beginning."""

    def __init__(self, patch: pytest.MonkeyPatch, *, killed: bool = False) -> None:
        self.number = 0
        self._killed = killed
        self._fork = os.fork
        patch.setattr(os, "fork", self._forked)

    def _forked(self) -> int:
        self.number += 1
        process = self._fork()
        if not process and self._killed:
            os.kill(os.getpid(), signal.SIGKILL)
        return process


def test_site_is_the_same_for_any_number_of_processes(
    large_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sites, told, forks = [], [], []
    for processes in (1, 2, 5):
        monkeypatch.setenv("METODBANK_CACHE", str(tmp_path / f"store-{processes}"))
        with monkeypatch.context() as patch:
            counted = Forks(patch)
            assert site_bases.build(large_base, tmp_path / f"{processes}", "--processes", f"{processes}") == 0
        sites.append(Site(tmp_path / f"{processes}").files)
        told.append(capsys.readouterr().err)
        forks.append(counted.number)
    assert len(sites[0]) > 1100
    assert [unlike(sites[0], site) for site in sites] == [set(), set(), set()]
    assert told[0].count("ошибка MB102") == told[1].count("ошибка MB102") == 11
    assert told[0] == told[1] == told[2]
    # Reading, checking, and making the pages: each in as many processes as were asked for.
    assert forks[0] == 0
    assert forks[1] >= 3
    assert forks[2] >= 12


def test_process_that_the_system_kills_ends_the_build_and_leaves_the_old_site(
    large_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    assert site_bases.build(large_base, out) == 0
    before = Site(out).files
    capsys.readouterr()
    with monkeypatch.context() as patch:
        forks = Forks(patch, killed=True)
        assert site_bases.build(large_base, out, "--processes", "3", as_of="2027-02-01") == 1
    assert forks.number > 0
    assert (
        "Один из процессов сборки остановлен системой: возможно, не хватило памяти."
        in capsys.readouterr().err
    )
    assert Site(out).files == before
    assert [path.name for path in tmp_path.iterdir() if ".new-" in path.name] == []
    assert site_bases.build(large_base, out, "--processes", "3", as_of="2027-02-01") == 0
    assert "1 февраля 2027" in Site(out).page("index.html").root.one("div", css="mb-status").text
