"""Zensical, the version that our frames are tried with: ready Markdown pages, no search."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.frame import Frame
from benchmarks.peers.environments import printed, python_environment
from benchmarks.peers.markdown_docs import list_pages, listed, write_records

NAME = "Zensical"
SLOW = True
SUMMARIES = 2
INCLUDES = (
    "lists and terms given ready, as it makes none, its own theme; no checks (nor of links), no search; "
    "again by its cache"
)


def install(cache: Path) -> Path:
    """Return the program; raise NotInstalledError."""
    return python_environment(cache / "zensical", ("zensical==0.0.73",)) / "bin" / "zensical"


def version(program: Path) -> str:
    """Return the version."""
    return printed(program, "--version")


def make(number: int, folder: Path, frame: Frame) -> None:  # noqa: ARG001 (it has its own theme)
    """Write the twin of so many records as a site of its own."""
    write_records(number, folder)
    for url, text in list_pages(listed(number)):
        page = folder / "docs" / f"{url}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, "utf-8")


def environment(source: Path) -> dict[str, str]:  # noqa: ARG001 (as every tool)
    """Return the variables of a run: none."""
    return {}


def command(program: Path, source: Path, out: Path) -> list[str]:
    """Return the command of a build into a folder, which must be named and lie below the configuration."""
    _configuration(out).write_text(
        f"INHERIT: {source.name}/mkdocs.yml\ndocs_dir: {source.name}/docs\n"
        f"site_dir: {out.name}\nvalidation: false\n",
        "utf-8",
    )
    return [str(program), "build", "--config-file", str(_configuration(out))]


def again(program: Path, source: Path, out: Path, changed: Path | None) -> list[str]:  # noqa: ARG001 (as every tool)
    """Return the command of a build over a former one: the same, with its cache."""
    return [str(program), "build", "--config-file", str(_configuration(out))]


def _configuration(out: Path) -> Path:
    return out.with_suffix(".yml")


def forget(source: Path) -> None:
    """Remove all that is kept between runs."""
    shutil.rmtree(source.parent / ".cache", ignore_errors=True)


def source_of(source: Path, record: str) -> Path:
    """Return the file of a record."""
    return source / "docs" / "practices" / f"{record}.md"


def pages_of(out: Path, record: str, school: str) -> list[Path]:  # noqa: ARG001 (lists are given ready)
    """Return the pages that must show the summary of a record."""
    return [out / "practices" / f"{record}.html"]
