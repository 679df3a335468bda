"""Run as a script: a site published over another, and stopped at each call to the system in turn.

    python publishing_stops.py FOLDER killed|failed|full|interrupted site|nothing|empty

For each call it makes FOLDER/<number>/ with what the stopped publication left, and prints the number and how
the publication ended. The stop is real: the process kills itself, or the call fails as the system fails it.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path

from metodbank.errors import BuildFailed, MetodbankError
from publishing_trees import publish, with_passport

OLD = with_passport(
    {
        "index.html": b"old list",
        "practices/a.html": b"a, old",
        "practices/gone.html": b"gone",
        "left/deep/gone.html": b"gone",
        "practices/same.html": b"same",
        "assets/look.css": b"old",
        "way": b"a file where a folder will be",
        "page.html/inside.txt": b"a folder where a page will be",
    },
    1,
)
NEW = with_passport(
    {
        "index.html": b"new list",
        "practices/a.html": b"a, new",
        "practices/b.html": b"b",
        "practices/same.html": b"same",
        "new/deep/c.html": b"c",
        "assets/look.css": b"new",
        "way/in.html": b"inside",
        "page.html": b"a page",
        "linked.html": b"no link",
        "linked/d.html": b"d",
        "added.json": b"{}",
    },
    2,
)
CALLS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.scandir", "os.chmod")
PUBLISHED, FAILED, REFUSED, BROKEN, UNSTOPPED, INTERRUPTED = 0, 1, 2, 3, 4, 130


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupt() -> None:
    raise KeyboardInterrupt


STOPS: dict[str, Callable[[], None]] = {
    "killed": kill,
    "failed": fail,
    "full": fail,
    "interrupted": interrupt,
}


def prepare(folder: Path, before: str) -> Path:
    """Return the folder to publish into, as it stands before."""
    out = folder / "site"
    folder.mkdir(parents=True)
    if before == "site":
        publish(out, OLD)
        (folder / "outside").mkdir()
        (folder / "outside" / "kept.txt").write_bytes(b"not ours")
        (out / "linked.html").symlink_to(folder / "outside" / "kept.txt")
        (out / "linked").symlink_to(folder / "outside")
    elif before == "empty":
        out.mkdir()
    return out


def publish_and_stop(out: Path, how: str, number: int) -> int:
    """Publish the new tree, stopped at the call of that number; return how it ended."""
    calls = 0

    def stop(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal calls
        if event in CALLS and (how != "full" or needs_room(event, arguments)):
            calls += 1
            if calls == number or (how == "full" and calls > number):
                STOPS[how]()

    sys.addaudithook(stop)
    try:
        publish(out, NEW)
    except BuildFailed:
        return FAILED
    except MetodbankError:
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return UNSTOPPED if calls < number else PUBLISHED


def needs_room(event: str, arguments: tuple[object, ...]) -> bool:
    """Return whether the call fails on a full disk."""
    if event == "open":
        return isinstance(arguments[2], int) and bool(arguments[2] & os.O_CREAT)
    return event in {"os.rename", "os.mkdir"}


def main(folder: Path, how: str, before: str) -> None:
    ended = PUBLISHED
    for number in count(1):
        if ended == UNSTOPPED:
            break
        out = prepare(folder / str(number), before)
        if not (child := os.fork()):
            # An audit hook stays for good, so each has a process of its own.
            ended = BROKEN
            try:
                ended = publish_and_stop(out, how, number)
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(ended)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(number, ended)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
