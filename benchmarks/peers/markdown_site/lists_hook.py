"""A hook of MkDocs: gathers the records and adds their lists and terms as generated pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from benchmarks.peers.markdown_docs import Listed, list_pages
from benchmarks.twin import FACETS, terms
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return the files with the generated pages among them."""
    sources = [file.abs_src_path for file in files.documentation_pages()]
    records = [_listed(Path(source)) for source in sources if source is not None]
    for url, text in list_pages(records):
        files.append(File.generated(config, f"{url}.md", content=text))
    return files


def _listed(path: Path) -> Listed:
    words: dict[str, Any] = yaml.load(path.read_text("utf-8").split("---\n")[1], yaml.CSafeLoader)
    return Listed(
        path.stem,
        words["title"],
        words["description"],
        words["audience"],
        words["lesson_minutes"],
        words["preparation_minutes"],
        {name: words[name] for name in (*FACETS, *terms())},
    )
