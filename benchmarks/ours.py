"""Our own command, run as the peers are."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from pathlib import Path

import metodbank
from benchmarks.peers.environments import keep_bytecode, printed
from benchmarks.workload import make_base

NAME = "metodbank"
SLOW = False
SUMMARIES = 1
INCLUDES = (
    "all checks, lists, filters, pages of terms, the theme, the search; also prose, field reference and rules"
)


def install(cache: Path) -> Path:  # noqa: ARG001 (what runs the benchmark has it already)
    """Return the command of the environment that runs the benchmark."""
    keep_bytecode(Path(sys.executable), Path(sysconfig.get_path("purelib")), Path(metodbank.__file__).parent)
    return Path(sys.executable).parent / "metodbank"


def version(program: Path) -> str:
    """Return the version."""
    return printed(program, "--version").split()[-1]


def make(number: int, folder: Path, frame: object) -> None:  # noqa: ARG001 (the frame is our own)
    """Write so many records as a base."""
    make_base(number, folder)


def environment(source: Path) -> dict[str, str]:
    """Return the variables of a run: our store stands beside the base."""
    return {"METODBANK_CACHE": str(store_of(source))}


def store_of(source: Path) -> Path:
    """Return the folder of our store."""
    return source.parent / "metodbank-store"


def command(program: Path, source: Path, out: Path) -> list[str]:
    """Return the command of a build into a folder."""
    return [str(program), "--root", str(source), "build", "--out", str(out)]


def again(program: Path, source: Path, out: Path, changed: Path | None) -> list[str]:  # noqa: ARG001 (as every tool)
    """Return the command of a build over a former one: the same, what changed is ours to find."""
    return command(program, source, out)


def forget(source: Path) -> None:
    """Remove all that is kept between runs."""
    shutil.rmtree(store_of(source), ignore_errors=True)


def source_of(source: Path, record: str) -> Path:
    """Return the file of a record."""
    return source / "practices" / f"{record}.yml"


def pages_of(out: Path, record: str, school: str) -> list[Path]:
    """Return the pages that must show the summary of a record."""
    return [out / "practices" / f"{record}.html", out / "organizations" / f"{school}.html"]
