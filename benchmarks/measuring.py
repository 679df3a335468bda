"""What one run of a command costs: seconds, memory of all its processes, files and bytes that it wrote."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.page_watching import PageWatcher, Watched

MEGABYTE = 1_000_000
_SHARE_OF_SAMPLING = 0.02

Snapshot = dict[str, tuple[int, int, int]]


class FailedRunError(Exception):
    """A command that ended badly or took longer than it may."""


class Run(NamedTuple):
    """Seconds from the command's start to its end, processor seconds, megabytes where they were sampled.

    `memory` is the greatest sum of PSS of all processes, `largest` the greatest resident size of one;
    `right` are the seconds until the pages that were watched stood right in the folder.
    """

    seconds: float
    cpu: float
    memory: float | None = None
    largest: float | None = None
    right: float | None = None


def measured(
    command: list[str],
    folder: Path,
    environment: Mapping[str, str],
    limit: float,
    *,
    sampled: bool = False,
    watched: Watched | None = None,
) -> Run:
    """Return what a run costs; raise FailedRunError."""
    cpu, begun = _cpu_of_children(), time.perf_counter()
    watcher = PageWatcher(watched, begun) if watched else None
    with subprocess.Popen(
        command,
        cwd=folder,
        env=surroundings(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        sampler = _Sampler(process.pid) if sampled else None
        try:
            output, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise FailedRunError(f"longer than {limit:.0f} s") from error
        seconds = time.perf_counter() - begun
        memory, largest = sampler.stopped() if sampler else (None, None)
        right = watcher.stopped() if watcher else None
    if process.returncode != 0:
        raise FailedRunError(output.decode("utf-8", "replace").strip()[-2000:])
    return Run(seconds, _cpu_of_children() - cpu, memory, largest, right)


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a command: Python keeps its bytecode there as an ordinary installation does."""
    ordinary = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**ordinary, **environment}


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Sampler(threading.Thread):
    """Watches a process and all it started; rests long enough to take a fiftieth of one core at most."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._end = threading.Event()
        self._peak = self._largest = 0
        self.start()

    def run(self) -> None:
        taken = 0.0
        while not self._end.wait(max(0.02, taken / _SHARE_OF_SAMPLING)):
            begun = time.thread_time()
            tree = list(_tree(self._pid))
            self._peak = max(self._peak, sum(map(_own_memory, tree)))
            self._largest = max([self._largest, *map(largest_resident, tree)])
            taken = time.thread_time() - begun

    def stopped(self) -> tuple[float, float]:
        self._end.set()
        self.join()
        return self._peak / MEGABYTE, self._largest / MEGABYTE


def tree_memory(pid: int) -> int:
    """Return the bytes of a process and all it started, the sum of PSS: a shared page counts once."""
    return sum(map(_own_memory, _tree(pid)))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for child in _children(pid):
        yield from _tree(child)


def _children(pid: int) -> list[int]:
    try:
        lists = [(task / "children").read_text() for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return []
    return [int(child) for text in lists for child in text.split()]


def _own_memory(pid: int) -> int:
    return _told(pid, "smaps_rollup", "Pss:")


def largest_resident(pid: int) -> int:
    """Return the greatest number of bytes that a process has had in memory since it began."""
    return _told(pid, "status", "VmHWM:")


def _told(pid: int, file: str, line_begins: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(line_begins))


def snapshot(folder: Path) -> Snapshot:
    """Return inode, time of change and size of every file by its path inside the folder."""
    found: Snapshot = {}
    for inside, _, names in os.walk(folder):
        for name in names:
            path = f"{inside}/{name}"
            status = os.lstat(path)
            found[path] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return found


class Written(NamedTuple):
    """How many files a run made or wrote again, and their bytes."""

    files: int
    bytes: int


def written(before: Snapshot, after: Snapshot) -> Written:
    """Return what was written between two moments."""
    changed = [status for path, status in after.items() if before.get(path) != status]
    return Written(len(changed), sum(size for _, _, size in changed))


def kind_of_disk(folder: Path) -> str:
    """Return the name of the file system that holds a folder."""
    result = subprocess.run(
        ["stat", "-f", "-c", "%T", str(folder)], capture_output=True, text=True, check=True
    )
    return result.stdout.strip()
