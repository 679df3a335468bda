"""A published site as a reader meets it: files on disk, parsed by the standard library alone."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
INLINE = frozenset(
    ["a", "abbr", "b", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup", "time"]
)
UNSEEN = frozenset({"script", "style", "template"})


@dataclass(eq=False)
class Element:
    """One element of a page."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """Yield every element below this one in reading order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def all(self, tag: str = "", *, css: str = "") -> list[Element]:
        """Return the elements below with the tag and the class."""
        return [e for e in self.walk() if tag in {"", e.tag} and (not css or css in e.classes)]

    def one(self, tag: str = "", *, css: str = "") -> Element:
        """Return the only such element."""
        found = self.all(tag, css=css)
        assert len(found) == 1, f"{len(found)} elements {tag}.{css}"
        return found[0]

    @property
    def classes(self) -> list[str]:
        """Return the classes of the element."""
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """Return the text that is read, with every run of spaces as one ordinary space."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in UNSEEN:
                edge = "" if child.tag in INLINE else " "
                yield edge
                yield from child._texts()
                yield edge


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            element = self._open[-1].children[-1]
            assert isinstance(element, Element)
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self._open[-1].tag, f"</{tag}> closes <{self._open[-1].tag}> at {self.getpos()}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parsed(html: str) -> Element:
    """Return the root of a page; an element that is closed by another's end is a failure."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder._open == [builder.root], "an element is left open"
    return builder.root


@dataclass(frozen=True)
class Page:
    """One HTML file of a site."""

    address: str
    root: Element

    def meta(self, name: str) -> list[str]:
        """Return the contents of the meta elements with the name."""
        return [e.attributes["content"] for e in self.root.all("meta") if e.attributes.get("name") == name]

    @property
    def title(self) -> str:
        """Return the title of the document."""
        return self.root.one("head").one("title").text

    @property
    def h1(self) -> str:
        """Return the one heading of the page."""
        return self.root.one("h1").text

    @property
    def is_redirect(self) -> bool:
        """Return whether the page only leads on to another."""
        return any(e.attributes.get("http-equiv") == "refresh" for e in self.root.all("meta"))

    def link(self, text: str) -> str | None:
        """Return where the link with the text leads, or None."""
        found = {e.attributes.get("href", "") for e in self.root.all("a") if e.text == text}
        assert len(found) < 2, f"«{text}» leads to {found}"
        return found.pop() if found else None

    def target(self, href: str) -> tuple[str, str]:
        """Return the address on the site and the fragment that a relative link leads to."""
        parts = urlsplit(href)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.address), unquote(parts.path)))
        return (path if parts.path else self.address), unquote(parts.fragment)


class Site:
    """A folder that was built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pages: dict[str, Page] = {}

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Return the bytes of every file by address."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    @property
    def addresses(self) -> list[str]:
        """Return the addresses of all pages."""
        return [address for address in self.files if address.endswith(".html")]

    def page(self, address: str) -> Page:
        """Return a page, parsed once."""
        if address not in self._pages:
            self._pages[address] = Page(address, parsed(self.files[address].decode()))
        return self._pages[address]

    def pages(self) -> Iterator[Page]:
        """Yield every page that is no redirect."""
        found = [self.page(address) for address in self.addresses]
        return iter([page for page in found if not page.is_redirect])

    def cards(self, *addresses: str) -> list[str]:
        """Return the addresses of the records that stand as cards on the pages, in order."""
        return [
            page.target(card.all("a")[0].attributes["href"])[0]
            for page in map(self.page, addresses)
            for card in page.root.all("li", css="mb-card")
        ]
