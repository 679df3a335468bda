"""Prose pages: Markdown of the base laid over the package's own, with slots for what is computed."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from metodbank.problems import Finding, Mark
from metodbank.yaml_source import read_yaml

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
        "indicators",
        "search",
    }
)
_HIDDEN = ("navigation", "toc")
SLOT = re.compile(r'<(div|span) data-slot="([^"]*)"></\1>')
_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE
)
_TITLE = re.compile(r"^# +(.+?)(?: *\{:.*)?$", re.MULTILINE)
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
        return str(self.front_matter.get("title") or "") or (match.group(1).strip() if match else self.path)

    @property
    def front_matter(self) -> dict[str, Any]:
        """Return what the author says of the page before its text; words of an engine are left out."""
        match = _FRONT_MATTER.match(self.text)
        data = read_yaml(match.group(1).encode()).data if match else None
        words = {key: str(data[key]) for key in ("title", "description") if data and data.get(key)}
        hidden = data.get("hide") if data else None
        return words | {
            "hide": [part for part in hidden if part in _HIDDEN] if isinstance(hidden, list) else []
        }

    @property
    def front_matter_findings(self) -> list[Finding]:
        """Return what is wrong with the text of the front matter, placed in the file."""
        match = _FRONT_MATTER.match(self.text)
        found = read_yaml(match.group(1).encode()).findings if match and match.group(1).strip() else []
        return [
            Finding(f.code, (), f.value, Mark(f.mark.line + 1, f.mark.column) if f.mark else None, f.details)
            for f in found
        ]

    @property
    def body(self) -> str:
        """Return the text without its front matter."""
        return _FRONT_MATTER.sub("", self.text, count=1)


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


def for_engine(page: ProsePage, drawn: Collection[str]) -> str:
    """Return the text as an engine may read it.

    It begins with a front matter of ours, so nothing that an author wrote chooses a template. `drawn` are the
    Markdown paths that the engine knows; links to records, which it does not, lead to their pages.
    """
    folder = page.path.rpartition("/")[0]

    def page_of(match: re.Match[str]) -> str:
        link = match.group(1)
        known = not link.endswith(".md") or _joined(folder, link) in drawn
        return match.group() if known else f"]({link.removesuffix('.md')}.html"

    head = json.dumps(page.front_matter, ensure_ascii=False)
    return f"---\n{head}\n---\n{_LINK.sub(page_of, page.body)}"


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
