"""Eleventy from npm: our theme's page as its layout, collections for lists and terms."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks import twin
from benchmarks.frame import Frame
from benchmarks.peers.environments import node_environment, printed

NAME = "Eleventy"
SLOW = False
SUMMARIES = 1
INCLUDES = "lists, filters, pages of terms, our theme's page; no checks, no search; the whole again"
_SITE = Path(__file__).parent / "eleventy_site"


def install(cache: Path) -> Path:
    """Return the program; raise NotInstalledError."""
    return node_environment(cache / "eleventy", ("@11ty/eleventy@3",)) / "node_modules" / ".bin" / "eleventy"


def version(program: Path) -> str:
    """Return the version."""
    return printed(program, "--version")


def make(number: int, folder: Path, frame: Frame) -> None:
    """Write the twin of so many records as a site of its own."""
    shutil.copytree(_SITE, folder, ignore=shutil.ignore_patterns("practices"))
    twin.write_records(number, folder / "content" / "practices")
    ours = Path("content", "practices", "practices.11tydata.cjs")
    shutil.copy(_SITE / ours, folder / ours)
    page = frame.filled(title="@@title@@", description="@@description@@", body="@@body@@")
    (folder / "_includes" / "frame.html").write_text(page, "utf-8")
    frame.copy_assets(folder / "static")
    data = folder / "content" / "_data"
    data.mkdir()
    terms = {
        kind: {id_: place for id_, (_, place) in values.items()} for kind, values in twin.terms().items()
    }
    facets = {name: title for name, (title, _) in twin.FACETS.items()}
    words_by_name = {
        "titles": twin.titles(),
        "facets": facets,
        "terms": terms,
        "whole_lists": twin.WHOLE_LISTS,
    }
    for name, words in words_by_name.items():
        (data / f"{name}.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")


def environment(source: Path) -> dict[str, str]:  # noqa: ARG001 (as every tool)
    """Return the variables of a run: none."""
    return {}


def command(program: Path, source: Path, out: Path) -> list[str]:  # noqa: ARG001 (it runs in its folder)
    """Return the command of a build into a folder."""
    return [str(program), f"--output={out}", "--quiet"]


def again(program: Path, source: Path, out: Path, changed: Path | None) -> list[str]:  # noqa: ARG001 (as every tool)
    """Return the command of a build over a former one: the whole again.

    `--incremental=FILE` of 3.1.8 ends with «templateRender has not yet initialized» over such templates.
    """
    return command(program, source, out)


def forget(source: Path) -> None:
    """Remove all that is kept between runs."""
    shutil.rmtree(source / ".cache", ignore_errors=True)


def source_of(source: Path, record: str) -> Path:
    """Return the file of a record."""
    return source / "content" / "practices" / f"{record}.md"


def pages_of(out: Path, record: str, school: str) -> list[Path]:
    """Return the pages that must show the summary of a record."""
    return [out / "practices" / f"{record}.html", out / "organizations" / f"{school}.html"]
