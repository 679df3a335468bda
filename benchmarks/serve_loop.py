"""Measures the writer's loop: a record is saved, `metodbank serve` shows its new text.

    python -m benchmarks.serve_loop 5000 --edits 5 --folder /dev/shm

Each edit rewrites the summary of another record; the clock runs from before the file is written until the
page of the record, asked for every five milliseconds, has the new text; its school's page must have it then.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import ours
from benchmarks.measuring import FailedRunError, kind_of_disk
from benchmarks.table import markdown, spread
from benchmarks.workload import Practice, make_base, practices

_PAUSE = 0.005


def main() -> None:
    """Run what the arguments ask for."""
    description = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serve_loop", description=description)
    parser.add_argument("records", type=int)
    parser.add_argument("--edits", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--limit", type=float, default=60, help="seconds until a change must be seen")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        base = Path(name) / "base"
        make_base(arguments.records, base)
        begun = time.perf_counter()
        with _served(base) as connection:
            first = time.perf_counter() - begun
            edited = islice(practices(arguments.records), arguments.edits)
            seconds = [_seen_after(connection, base, practice, arguments.limit) for practice in edited]
    rows = [
        ("records", "edits", "first build, s", "saved → seen, s"),
        (str(arguments.records), str(len(seconds)), f"{first:.2f}", spread(seconds, 3)),
    ]
    print(f"## serve, {kind_of_disk(arguments.folder)}\n\n{markdown(rows)}")


@contextmanager
def _served(base: Path) -> Iterator[HTTPConnection]:
    """Serve a base on a free port; the site of the preview stands beside the base."""
    program = ours.install(base)
    with subprocess.Popen(
        [str(program), "--root", str(base), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **ours.environment(base), "TMPDIR": str(base.parent)},
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            address = urlsplit(line[line.find("http") :].strip())
            if not address.port:
                raise FailedRunError("serve has not told its address")
            yield HTTPConnection("127.0.0.1", address.port)
        finally:
            process.send_signal(signal.SIGINT)


def _seen_after(connection: HTTPConnection, base: Path, practice: Practice, limit: float) -> float:
    text = f"Краткое описание записи {practice.index} переписано при показе."
    path = ours.source_of(base, practice.id)
    changed = path.read_text("utf-8").replace(practice.summary, text, ours.SUMMARIES)
    begun = time.perf_counter()
    path.write_text(changed, "utf-8")
    while text not in _page(connection, f"/practices/{practice.id}.html"):
        if time.perf_counter() - begun > limit:
            raise FailedRunError(f"{practice.id} is not seen after {limit:.0f} s")
        time.sleep(_PAUSE)
    seconds = time.perf_counter() - begun
    if text not in _page(connection, f"/organizations/{practice.organization}.html"):
        raise FailedRunError(f"the page of {practice.organization} has the former text")
    return seconds


def _page(connection: HTTPConnection, path: str) -> str:
    connection.request("GET", path)
    return connection.getresponse().read().decode("utf-8")


if __name__ == "__main__":
    main()
