"""When the pages in a folder become right, seen from outside the command that makes them."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import NamedTuple

PAUSE_SECONDS = 0.002


class Watched(NamedTuple):
    """Pages and the text that all of them must have."""

    pages: tuple[Path, ...]
    text: str

    def wrong(self) -> list[Path]:
        """Return the pages that have not the text now."""
        return [page for page in self.pages if not has_text(page, self.text)]


class PageWatcher(threading.Thread):
    """Asks for the state of each page every two milliseconds and reads it only when that is another one.

    So it takes a fiftieth of one core; `begun` is the moment of the command's start.
    """

    def __init__(self, watched: Watched, begun: float) -> None:
        super().__init__(daemon=True)
        self._waiting = {page: _state(page) for page in watched.pages}
        self._text = watched.text
        self._begun = begun
        self._end = threading.Event()
        self._right: float | None = None
        self.start()

    def run(self) -> None:
        """Look until all pages are right or the command has ended."""
        is_last = False
        while not is_last:
            is_last = self._end.wait(PAUSE_SECONDS)
            for page, before in list(self._waiting.items()):
                now = _state(page)
                if now == before and not is_last:
                    continue
                self._waiting[page] = now
                if has_text(page, self._text):
                    del self._waiting[page]
            if not self._waiting:
                self._right = time.perf_counter() - self._begun
                return

    def stopped(self) -> float | None:
        """Return the seconds until the last page was right, None where one never was."""
        self._end.set()
        self.join()
        return self._right


def has_text(page: Path, text: str) -> bool:
    """Return whether a page is there and has the text."""
    try:
        return text.encode() in page.read_bytes()
    except FileNotFoundError:
        return False


def _state(page: Path) -> tuple[int, int, int]:
    try:
        status = page.stat()
    except FileNotFoundError:
        return (0, 0, 0)
    return (status.st_ino, status.st_mtime_ns, status.st_size)
