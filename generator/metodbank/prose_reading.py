"""Prose pages from `content/`, laid over those of the package, and the pictures beside them."""

from __future__ import annotations

from metodbank.models.fields import nests_too_deeply
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding, Mark
from metodbank.prose import ProsePage
from metodbank.record_ids import prose_finding
from metodbank.root_folder import RootFolder
from metodbank.rules import STANDARD
from metodbank.yaml_source import decode

CONTENT = "content"
MAX_PROSE_BYTES = 256 * 1024
MAX_DELIMITERS = 1000
"""In a paragraph of prose, a table of links included; the engine takes far longer over more."""


def read_prose(
    folder: RootFolder, book: ProblemBook, taken: set[str]
) -> tuple[tuple[ProsePage, ...], tuple[str, ...]]:
    """Return the pages by path and the paths of all other files of `content/`.

    `taken` are the folders of the site where computed pages stand and prose may not.
    """
    pages = {page.path: page for page in _default_pages()}
    others = []
    for file in book.files_in(CONTENT):
        inner = file.removeprefix(CONTENT + "/")
        if not file.endswith(".md"):
            others.append(inner)
            continue
        page, findings = _own_page(folder, file, inner, taken)
        failed = book.note(file, findings)
        if page is not None and not failed:
            pages[inner] = page
    return tuple(pages[inner] for inner in sorted(pages)), tuple(others)


def _default_pages() -> list[ProsePage]:
    paths = sorted((STANDARD / CONTENT).rglob("*.md"))
    inner = [path.relative_to(STANDARD / CONTENT).as_posix() for path in paths]
    return [
        ProsePage(name, name, path.read_text("utf-8"), is_default=True)
        for name, path in zip(inner, paths, strict=True)
    ]


def _own_page(
    folder: RootFolder, file: str, inner: str, taken: set[str]
) -> tuple[ProsePage | None, list[Finding]]:
    raw = folder.read(file, MAX_PROSE_BYTES)
    if isinstance(raw, Finding):
        return None, [raw]
    text, findings = decode(raw)
    refused = prose_finding(inner, taken)
    if refused is not None or text is None:
        return None, [*findings, *([refused] if refused else [])]
    if nests_too_deeply(text, delimiters=MAX_DELIMITERS):
        return None, [Finding("MB118", mark=Mark(1, 1))]
    page = ProsePage(inner, file, text, is_default=False)
    return page, [*findings, *page.front_matter_findings]
