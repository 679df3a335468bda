"""What one run of a command costs: seconds, memory of all its processes, files and bytes that it wrote."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

MEGABYTE = 1_000_000
_SHARE_OF_SAMPLING = 0.02

Snapshot = dict[str, tuple[int, int, int]]


class FailedRunError(Exception):
    """A command that ended badly or took longer than it may."""


class Run(NamedTuple):
    """Seconds from the command's start to its end, processor seconds, megabytes where they were sampled."""

    seconds: float
    cpu: float
    memory: float | None = None


def measured(
    command: list[str], folder: Path, environment: Mapping[str, str], limit: float, *, sampled: bool = False
) -> Run:
    """Return what a run costs; raise FailedRunError."""
    cpu, begun = _cpu_of_children(), time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
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
        memory = sampler.stopped() if sampler else None
    if process.returncode != 0:
        raise FailedRunError(output.decode("utf-8", "replace").strip()[-2000:])
    return Run(seconds, _cpu_of_children() - cpu, memory)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Sampler(threading.Thread):
    """Watches a process and all it started; rests long enough to take a fiftieth of one core at most."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._end = threading.Event()
        self._peak = 0
        self.start()

    def run(self) -> None:
        taken = 0.0
        while not self._end.wait(max(0.02, taken / _SHARE_OF_SAMPLING)):
            begun = time.thread_time()
            self._peak = max(self._peak, tree_memory(self._pid))
            taken = time.thread_time() - begun

    def stopped(self) -> float:
        self._end.set()
        self.join()
        return self._peak / MEGABYTE


def tree_memory(pid: int) -> int:
    """Return the bytes of a process and all it started, the sum of PSS: a shared page counts once."""
    return _own_memory(pid) + sum(tree_memory(child) for child in _children(pid))


def _children(pid: int) -> list[int]:
    try:
        lists = [(task / "children").read_text() for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return []
    return [int(child) for text in lists for child in text.split()]


def _own_memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


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
