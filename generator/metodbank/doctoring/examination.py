"""What an examination looks at, and what it comes to."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

REGION_FILE = "region.yml"


class State(StrEnum):
    """How it stands with what was examined."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Seen:
    """What one examination saw, and what to type where something is wrong."""

    state: State
    words: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """One examination with its outcome."""

    id: str
    group: str
    title: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Ground:
    """What is examined. `store` is None where its place cannot be known, `encoding` is the terminal's."""

    root: Path
    out: Path
    store: Path | None
    as_of: date
    environ: Mapping[str, str]
    encoding: str

    @property
    def is_base(self) -> bool:
        """Return whether the root holds a region.yml."""
        return (self.root / REGION_FILE).is_file()

    def command(self, words: str) -> str:
        """Return the command line of this program for the root."""
        root = "" if self.root == Path() else f"--root {quoted(self.root)} "
        return f"metodbank {root}{words}"


def fine(words: str) -> Seen:
    """Return that nothing is wrong."""
    return Seen(State.OK, words)


def warning(words: str, remedy: str) -> Seen:
    """Return something that is better mended; checks and builds go on."""
    return Seen(State.WARN, words, remedy)


def failure(words: str, remedy: str) -> Seen:
    """Return something without which no check or no build is possible."""
    return Seen(State.FAIL, words, remedy)


def unknown(words: str, remedy: str = "") -> Seen:
    """Return that it could not be found out."""
    return Seen(State.UNKNOWN, words, remedy)


def quoted(path: Path | str) -> str:
    """Return a path as it is typed in the shell of this system."""
    text = str(path)
    if os.name != "nt":
        return shlex.quote(text)
    return subprocess.list2cmdline([text])
