"""A running `metodbank serve` as a reader meets it: a process, its address, its pages, what it prints."""

from __future__ import annotations

import http.client
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

AS_OF = "2026-11-22"
DEADLINE_SECONDS = 30


@dataclass
class Answer:
    """What came back for a request."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        """Return the content as text."""
        return self.content.decode()


@dataclass
class Served:
    """A preview that is up."""

    process: subprocess.Popen[str]
    url: str = ""
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Return the port that it took."""
        return urlsplit(self.url).port or 80

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Return the answer to a request; the path goes out as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE_SECONDS)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def page(self, path: str) -> str:
        """Return the text of a page that must be there."""
        answer = self.ask(path)
        assert answer.status == 200, (path, answer.status, self.err)
        return answer.text

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so; it may take long on a busy machine, but not for ever."""
        last = time.monotonic() + DEADLINE_SECONDS
        while not is_so():
            assert time.monotonic() < last, self.err
            assert self.process.poll() is None, self.err
            time.sleep(0.05)

    def until_says(self, words: str) -> None:
        """Wait until a line on stderr holds the words."""
        self.until(lambda: any(words in line for line in self.err))

    def stop(self, number: int = signal.SIGINT) -> int:
        """Send the signal and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(DEADLINE_SECONDS)


@contextmanager
def serving(root: Path, *options: str, temporary: Path, **variables: str) -> Iterator[Served]:
    """Run `metodbank serve` on a free port with its temporary files in a folder of the test."""
    temporary.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "metodbank", "--root", root, "serve", "--as-of", AS_OF, *options],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "TMPDIR": str(temporary), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    served = Served(process)
    first: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None
    assert process.stderr is not None
    readers = [
        threading.Thread(target=_read_into, args=(process.stdout, served.out, first)),
        threading.Thread(target=_read_into, args=(process.stderr, served.err, None)),
    ]
    for reader in readers:
        reader.start()
    try:
        line = first.get(timeout=DEADLINE_SECONDS)
        assert line.startswith("Сайт открыт здесь: "), (line, served.err)
        served.url = line.split()[-1]
        yield served
    finally:
        process.kill()
        process.wait()
        for reader in readers:
            reader.join()


def _read_into(stream: IO[str], lines: list[str], first: queue.Queue[str] | None) -> None:
    for line in stream:
        lines.append(line)
        if first is not None:
            first.put(line)
    if first is not None:
        first.put("")
    stream.close()
