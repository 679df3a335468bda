"""MkDocs with Material as it comes, with its search: otherwise the same as without."""

from __future__ import annotations

from pathlib import Path

from benchmarks.frame import Frame
from benchmarks.peers import mkdocs

NAME = "MkDocs + Material, with search"
SLOW = True
SUMMARIES = mkdocs.SUMMARIES
INCLUDES = (
    "generated lists, filters, pages of terms, its own theme, a search index; no checks; again by `--dirty`"
)

install = mkdocs.install
version = mkdocs.version
environment = mkdocs.environment
command = mkdocs.command
again = mkdocs.again
forget = mkdocs.forget
source_of = mkdocs.source_of
pages_of = mkdocs.pages_of


def make(number: int, folder: Path, frame: Frame) -> None:
    """Write the twin of so many records as a site of its own."""
    mkdocs.make(number, folder, frame)
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    configuration.write_text(text.replace("search: {enabled: false}", "search: {}"), "utf-8")
