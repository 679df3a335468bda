"""A real terminal for a command that asks: what it prints is read, what a user types is written."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

PATIENCE = 30
"""Seconds to wait before the test fails: far more than any machine needs."""

PROMPT = "\n> "
_CLEAR_LINE = "\x15"


class Terminal:
    """Runs `metodbank` with a pseudo-terminal as its stdin, stdout and stderr."""

    def __init__(self, root: Path, *arguments: str, to_file: Path | None = None) -> None:
        self._ours, theirs = pty.openpty()
        stdout = theirs if to_file is None else os.open(to_file, os.O_WRONLY | os.O_CREAT)

        def own_terminal() -> None:
            os.setsid()
            fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)

        self._process = subprocess.Popen(
            [sys.executable, "-m", "metodbank", "--root", str(root), *arguments],
            stdin=theirs,
            stdout=stdout,
            stderr=theirs,
            # A dumb terminal gets no sequences but what it is told; its lines are as long as they are.
            env={**os.environ, "TERM": "dumb", "COLUMNS": "1000", "INPUTRC": os.devnull},
            preexec_fn=own_terminal,
        )
        for side in {theirs, stdout}:
            os.close(side)
        self._new = b""
        self.seen = ""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._ours)

    def wait_for(self, words: str) -> str:
        """Return what is printed up to the words and with them, from where the last wait ended."""
        deadline = time.monotonic() + PATIENCE
        while words.encode() not in self._new:
            piece = self._read(deadline)
            if not piece:
                raise AssertionError(f"{words!r} never came; after {self.seen!r} came {self._new.decode()!r}")
            self._new += piece
        read, sign, self._new = self._new.partition(words.encode())
        text = (read + sign).decode().replace("\r\n", "\n")
        self.seen += text
        return text

    def answer(self, text: str, *, after: str = PROMPT) -> str:
        """Type a line when the words have come; return what was printed up to them."""
        printed = self.wait_for(after)
        os.write(self._ours, text.encode() + b"\n")
        return printed

    def correct(self, wrong: str, right: str) -> str:
        """Type a line in place of the wrong one that is given back; return what was printed up to it."""
        return self.answer(_CLEAR_LINE + right, after=f"{PROMPT}{wrong}")

    def end_by(self, key: bytes) -> int:
        """Press a key at a question until the command ends; return its exit code.

        A signal that comes between the question and the reading of its answer is seen at the next one.
        """
        self.wait_for(PROMPT)
        while self._process.poll() is None:
            os.write(self._ours, key)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(1)
        return self.code()

    def code(self) -> int:
        """Return the exit code, after everything that is still printed was read."""
        deadline = time.monotonic() + PATIENCE
        while piece := self._read(deadline):
            self._new += piece
        self.seen += self._new.decode().replace("\r\n", "\n")
        self._new = b""
        assert time.monotonic() < deadline, f"it waits for an answer: {self.seen!r}"
        return self._process.wait(PATIENCE)

    def _read(self, deadline: float) -> bytes:
        """Return what has come, nothing when the other side is closed or the deadline has passed."""
        try:
            ready, _, _ = select.select([self._ours], [], [], max(0.0, deadline - time.monotonic()))
            return os.read(self._ours, 65536) if ready else b""
        except OSError:  # the other side is closed
            return b""
