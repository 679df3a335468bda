"""MkDocs with Material as the engine, in a process of its own."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from metodbank.engines.drawn import Drawn
from metodbank.engines.normalising import is_ours_to_ship, normalised
from metodbank.engines.staging import write
from metodbank.errors import BuildFailed

_LONGEST_SECONDS = 300
_LINES_OF_ENGINE = 3


def identity() -> str:
    """Return what the engine's output depends on beside the staged files."""
    names = ("mkdocs", "mkdocs-material", "markdown", "jinja2")
    return " ".join(f"{name}={_version(name)}" for name in names)


def draw(files: dict[str, str], key: str) -> Drawn:
    """Return the themed pages of the staged files, which have the key.

    Raises `BuildFailed` with the engine's own words.
    """
    # Most builds find their frames in the store and start no process.
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory(prefix="metodbank-") as name:
        folder = Path(name)
        write(files, folder)
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST_SECONDS,
            check=False,
        )
        if result.returncode != 0:
            raise BuildFailed(
                f"Оформление не построено: MkDocs завершился с ошибкой.\n{_last_words(result.stderr)}"
            )
        return _collected(folder / "drawn", key)


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


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
