"""What the pairs ask of a tool: our own command and each peer are modules of this shape."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from benchmarks.frame import Frame


class Tool(Protocol):
    """A generator of sites."""

    @property
    def NAME(self) -> str:  # noqa: N802 (a constant of a module)
        """Return the name in tables."""
        ...

    @property
    def SLOW(self) -> bool:  # noqa: N802 (a constant of a module)
        """Return whether one pair must do."""
        ...

    @property
    def SUMMARIES(self) -> int:  # noqa: N802 (a constant of a module)
        """Return how many times its source of a record repeats the summary before the long texts."""
        ...

    @property
    def INCLUDES(self) -> str:  # noqa: N802 (a constant of a module)
        """Return what a run does and leaves out."""
        ...

    def install(self, cache: Path) -> Path:
        """Return the program; raise NotInstalledError."""
        ...

    def version(self, program: Path) -> str:
        """Return the version."""
        ...

    def make(self, number: int, folder: Path, frame: Frame) -> None:
        """Write so many records into a new folder."""
        ...

    def environment(self, source: Path) -> dict[str, str]:
        """Return the variables of a run."""
        ...

    def command(self, program: Path, source: Path, out: Path) -> list[str]:
        """Return the command of a build into a new folder."""
        ...

    def again(self, program: Path, source: Path, out: Path, changed: Path | None) -> list[str]:
        """Return the command of a build over a former one, the changed file being known."""
        ...

    def forget(self, source: Path) -> None:
        """Remove all that is kept between runs."""
        ...

    def source_of(self, source: Path, record: str) -> Path:
        """Return the file of a record."""
        ...

    def pages_of(self, out: Path, record: str, school: str) -> list[Path]:
        """Return the pages that must show the summary of a record."""
        ...
