"""Prose pages: Markdown of the base laid over the package's own, with slots for what is computed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from metodbank.problems import Finding, Mark

SLOTS = frozenset(
    {
        "region-name",
        "region-description",
        "difficulties",
        "newest",
        "counts",
        "territories",
        "contact",
        "documents",
    }
)
SLOT = re.compile(r'<(div|span) data-slot="([^"]*)"></\1>')
_TITLE = re.compile(r"\A---\n(?:.*\n)*?title:[ \t]*(.+)\n|^# +(.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|mailto:|tel:|#)([^)\s#]+)")


@dataclass(frozen=True, slots=True)
class ProsePage:
    """One Markdown file: its path inside `content/`, where it came from, its text."""

    path: str
    file: str
    text: str
    is_default: bool

    @property
    def address(self) -> str:
        """Return the address of the page on the site."""
        return self.path.removesuffix(".md") + ".html"

    @property
    def title(self) -> str:
        """Return the title of the front matter, of the first heading, or the path."""
        match = _TITLE.search(self.text)
        return (match.group(1) or match.group(2)).strip() if match else self.path


def findings_in(page: ProsePage, addresses: frozenset[str]) -> list[Finding]:
    """Return the slots that nothing fills and the links that lead nowhere.

    `addresses` are the pages that the site will have.
    """
    found = [
        Finding("MB214", mark=_mark(page.text, match.start()), value=match.group(2))
        for match in SLOT.finditer(page.text)
        if match.group(2) not in SLOTS
    ]
    folder = page.path.rpartition("/")[0]
    for match in _LINK.finditer(page.text):
        target = _joined(folder, match.group(1))
        if target.removesuffix(".md") + ".html" not in addresses and target not in addresses:
            found.append(Finding("MB215", mark=_mark(page.text, match.start(1)), value=match.group(1)))
    return found


def with_record_links(page: ProsePage, drawn: Collection[str]) -> str:
    """Return the text whose links to records lead to their pages: no engine knows the files of records.

    `drawn` are the Markdown paths that the engine does know.
    """
    folder = page.path.rpartition("/")[0]

    def page_of(match: re.Match[str]) -> str:
        link = match.group(1)
        known = not link.endswith(".md") or _joined(folder, link) in drawn
        return match.group() if known else f"]({link.removesuffix('.md')}.html"

    return _LINK.sub(page_of, page.text)


def _joined(folder: str, link: str) -> str:
    parts = folder.split("/") if folder else []
    for part in link.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _mark(text: str, offset: int) -> Mark:
    return Mark(text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)
