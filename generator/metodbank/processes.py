"""Work on many things in several processes, where that pays; the results are the same for any number."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Generic, TypeVar

from metodbank.errors import BuildFailed

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_PROCESS = 200
"""So many things are done in the time that a process takes to begin and to give back its results."""


def cores() -> int:
    """Return how many processes may work at once; one where the system cannot fork."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def done_by_many(
    work: Callable[[Sequence[T]], Sequence[R]],
    things: Sequence[T],
    processes: int,
    *,
    worth: int = WORTH_A_PROCESS,
) -> list[R]:
    """Return the result of each thing, in their order.

    `work` sees this process as it stands and must not change anything but files that only it writes; so many
    things as `worth` says pay for a process. Raises what `work` raises, and `BuildFailed` where a process was
    killed.
    """
    number = min(processes, len(things) // worth)
    if number < 2:
        return list(work(things))
    shares = [list(range(place, len(things), number)) for place in range(number)]
    children = [_Child(work, [things[place] for place in share]) for share in shares[1:]]
    try:
        results = [work([things[place] for place in shares[0]]), *(child.results() for child in children)]
    finally:
        for child in children:
            child.end()
    found: dict[int, R] = {}
    for share, made in zip(shares, results, strict=True):
        found.update(zip(share, made, strict=True))
    return [found[place] for place in range(len(things))]


@contextmanager
def done_meanwhile(work: Callable[[], R], processes: int) -> Iterator[Callable[[], R]]:
    """Give the function that returns the result of the work, done elsewhere where there may be processes."""
    if processes < 2:
        yield work
        return
    child: _Child[R] = _Child(lambda _: [work()], [])
    try:
        yield lambda: child.results()[0]
    finally:
        child.end()


class _Child(Generic[R]):
    """A process that works on one share and writes its results, pickled, into a pipe."""

    def __init__(self, work: Callable[[Sequence[T]], Sequence[R]], share: Sequence[T]) -> None:
        reading, writing = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.close(reading)
            _work_and_leave(work, share, writing)
        os.close(writing)
        self._pipe = open(reading, "rb")  # noqa: PTH123, SIM115 (a descriptor; closed at the end)

    def results(self) -> Sequence[R]:
        """Wait for the results; raise what was raised there."""
        raw = self._pipe.read()
        if not raw:
            raise BuildFailed("Один из процессов сборки остановлен системой: возможно, не хватило памяти.")
        results: Sequence[Any]
        results, error = pickle.loads(raw)  # noqa: S301 (our own process wrote it)
        if error is not None:
            raise error
        return results

    def end(self) -> None:
        """Stop the process if it still works."""
        self._pipe.close()
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0


def _work_and_leave(work: Callable[[Sequence[T]], Sequence[R]], share: Sequence[T], writing: int) -> None:
    """Work in a process that was just forked; it never returns, so nothing of the parent is ended twice."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        try:
            packed = pickle.dumps((work(share), None), protocol=5)
        except BaseException as error:
            packed = _packed_error(error)
        with open(writing, "wb") as pipe:
            pipe.write(packed)
    finally:
        os._exit(0)


def _packed_error(error: BaseException) -> bytes:
    try:
        return pickle.dumps((None, error), protocol=5)
    except Exception:
        return pickle.dumps((None, RuntimeError(repr(error))), protocol=5)
