"""MkDocs with Material as the engine, in a process of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from metodbank.engines.drawn import Drawn
from metodbank.engines.normalising import is_ours_to_ship, normalised
from metodbank.engines.staging import write
from metodbank.errors import BuildFailed

_LONGEST_SECONDS = 300
_LINES_OF_ENGINE = 3


class Run:
    """A run of the engine over staged files, begun at once: other work goes on until `drawn` is asked for."""

    def __init__(self, files: dict[str, str], key: str) -> None:
        # Most builds find their frames in the store and start no process.
        import subprocess
        import tempfile

        self._key = key
        self._folder = tempfile.TemporaryDirectory(prefix="metodbank-")
        self._staged = Path(self._folder.name)
        write(files, self._staged)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"],
            cwd=self._staged,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def drawn(self) -> Drawn:
        """Return the themed pages. Raises `BuildFailed` with the engine's own words."""
        _, said = self._process.communicate(timeout=_LONGEST_SECONDS)
        if self._process.returncode != 0:
            raise BuildFailed(f"Оформление не построено: MkDocs завершился с ошибкой.\n{_last_words(said)}")
        return _collected(self._staged / "drawn", self._key)

    def end(self) -> None:
        """Stop the engine if it still works, and take away what it worked on."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()
        self._folder.cleanup()


def _collected(folder: Path, key: str) -> Drawn:
    drawn = Drawn(key, {}, {})
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).as_posix()
        if not path.is_file() or not is_ours_to_ship(inner):
            continue
        if inner.endswith(".html"):
            drawn.pages[inner] = normalised(path.read_text("utf-8"))
        else:
            drawn.assets[inner] = path.read_bytes()
    return drawn


def _last_words(stderr: str) -> str:
    """Return the end of what the engine said: a traceback above it helps nobody who writes texts."""
    return "\n".join(stderr.strip().splitlines()[-_LINES_OF_ENGINE:])
