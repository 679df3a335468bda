"""Prose pages from `content/`, laid over those of the package, and the pictures beside them."""

from __future__ import annotations

from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.prose import ProsePage
from metodbank.record_ids import prose_finding
from metodbank.root_folder import MAX_REFERENCE_BYTES, RootFolder
from metodbank.rules import STANDARD

CONTENT = "content"


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
        page = _own_page(folder, file, inner, taken)
        if isinstance(page, Finding):
            book.note(file, [page])
        else:
            pages[inner] = page
    return tuple(pages[inner] for inner in sorted(pages)), tuple(others)


def _default_pages() -> list[ProsePage]:
    paths = sorted((STANDARD / CONTENT).rglob("*.md"))
    inner = [path.relative_to(STANDARD / CONTENT).as_posix() for path in paths]
    return [
        ProsePage(name, name, path.read_text("utf-8"), is_default=True)
        for name, path in zip(inner, paths, strict=True)
    ]


def _own_page(folder: RootFolder, file: str, inner: str, taken: set[str]) -> ProsePage | Finding:
    raw = folder.read(file, MAX_REFERENCE_BYTES)
    if isinstance(raw, Finding):
        return raw
    return prose_finding(inner, taken) or ProsePage(
        inner, file, raw.decode("utf-8", "replace"), is_default=False
    )
