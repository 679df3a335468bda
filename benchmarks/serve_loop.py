"""Measures the writer's loop: a record is saved, `metodbank serve` shows its new text.

    python -m benchmarks.serve_loop 5000 --edits 9 --folder /dev/shm

Each edit rewrites the summary of another record, whose page is open: somebody listens to its news as the
script of the preview does. The clock runs from before the file is written until the page, asked for every ten
milliseconds, has the new text, and until the open page is told to load itself again. The page of the school
must have the text then. Memory is what the process of `serve` had at most by then.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import ours
from benchmarks.measuring import MEGABYTE, FailedRunError, kind_of_disk, largest_resident, surroundings
from benchmarks.table import markdown, spread
from benchmarks.workload import Practice, make_base, practices

NEWS = "/_metodbank/news"
_PAUSE = 0.01


def main() -> None:
    """Run what the arguments ask for."""
    description = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serve_loop", description=description)
    parser.add_argument("records", type=int)
    parser.add_argument("--edits", type=int, default=9)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--limit", type=float, default=60, help="seconds until a change must be seen")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        base = Path(name) / "base"
        make_base(arguments.records, base)
        begun = time.perf_counter()
        with _served(base) as (port, pid):
            first = time.perf_counter() - begun
            edited = islice(practices(arguments.records), arguments.edits)
            found = [_seen_after(port, base, practice, arguments.limit) for practice in edited]
            memory = largest_resident(pid) / MEGABYTE
    rows = [
        (
            "records",
            "edits",
            "first build, s",
            "saved → served, s",
            "saved → told to reload, s",
            "memory, MB",
        ),
        (
            str(arguments.records),
            str(len(found)),
            f"{first:.2f}",
            spread([served for served, _ in found], 3),
            spread([told for _, told in found], 3),
            f"{memory:.0f}",
        ),
    ]
    print(f"## serve, {kind_of_disk(arguments.folder)}\n\n{markdown(rows)}")


@contextmanager
def _served(base: Path) -> Iterator[tuple[int, int]]:
    """Serve a base and give port and process; the site of the preview stands beside the base."""
    program = ours.install(base)
    with subprocess.Popen(
        [str(program), "--root", str(base), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=surroundings({**ours.environment(base), "TMPDIR": str(base.parent)}),
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            address = urlsplit(line[line.find("http") :].strip())
            if not address.port:
                raise FailedRunError("serve has not told its address")
            yield address.port, process.pid
        finally:
            process.send_signal(signal.SIGINT)


def _seen_after(port: int, base: Path, practice: Practice, limit: float) -> tuple[float, float]:
    """Return the seconds from the save to the page with the new text, and to the news for an open page."""
    text = f"Краткое описание записи {practice.index} переписано при показе."
    path = ours.source_of(base, practice.id)
    changed = path.read_text("utf-8").replace(practice.summary, text, ours.SUMMARIES)
    address = f"/practices/{practice.id}.html"
    connection, news = HTTPConnection("127.0.0.1", port), _News(port, address, limit)
    begun = time.perf_counter()
    path.write_text(changed, "utf-8")
    while text not in _page(connection, address):
        if time.perf_counter() - begun > limit:
            raise FailedRunError(f"{practice.id} is not seen after {limit:.0f} s")
        time.sleep(_PAUSE)
    seconds = time.perf_counter() - begun
    if text not in _page(connection, f"/organizations/{practice.organization}.html"):
        raise FailedRunError(f"the page of {practice.organization} has the former text")
    connection.close()
    return seconds, news.told() - begun


class _News(threading.Thread):
    """Listens to the news of a page, as the script on an open page does."""

    def __init__(self, port: int, page: str, limit: float) -> None:
        super().__init__(daemon=True)
        self._connection = HTTPConnection("127.0.0.1", port, timeout=limit)
        self._connection.request("GET", f"{NEWS}?page={page}")
        self._lines = self._connection.getresponse()
        self._version = self._next_version()
        self._told: float | None = None
        self.start()

    def run(self) -> None:
        while self._next_version() == self._version:
            pass
        self._told = time.perf_counter()

    def told(self) -> float:
        """Return the moment when the page was told of another version of itself."""
        self.join()
        self._connection.close()
        if self._told is None:
            raise FailedRunError("an open page is not told that it changed")
        return self._told

    def _next_version(self) -> str:
        for line in self._lines:
            if line.startswith(b"data: "):
                return str(json.loads(line.removeprefix(b"data: "))["version"])
        raise FailedRunError("no more news")


def _page(connection: HTTPConnection, path: str) -> str:
    connection.request("GET", path)
    return connection.getresponse().read().decode("utf-8")


if __name__ == "__main__":
    main()
