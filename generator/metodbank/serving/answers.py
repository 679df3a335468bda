"""What the preview answers to an address: a page with our script in it, a file, or what stands in the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path

from metodbank import addresses
from metodbank.engines.drawing import ASSETS_ADDRESS
from metodbank.pages.not_found_page import with_absolute_links
from metodbank.rendering import Renderer
from metodbank.serving.preview import Preview

OWN_ADDRESS = "_metodbank/"
NEWS = OWN_ADDRESS + "news"
_OWN_FILES = Path(__file__).parent / "page"
_TYPES = MimeTypes()
"""Python's own table and this one: what a system has registered may be anything."""
for _suffix, _type in {
    ".js": "text/javascript",
    ".yml": "application/yaml",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}.items():
    _TYPES.add_type(_type, _suffix)
_TEXTS = ("application/json", "application/xml", "application/yaml")
_ICON = re.compile(rf' href="(/[^"]*){re.escape(ASSETS_ADDRESS)}/icon\.svg"')
"""Where the 404 page of a site with an address of its own has its links begin."""
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """The code, type and bytes of an answer, or the path that the reader is led to."""

    code: int
    content_type: str = _HTML
    content: bytes = b""
    location: str = ""


class Answers:
    """Answers from what the preview shows. Only files that the site is known to have are read."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._renderer = Renderer()

    def to(self, path: str) -> Answer:
        """Return the answer to the path of a request, unquoted and without a query."""
        address = address_of(path)
        if address.startswith(OWN_ADDRESS):
            return _own_file(address.removeprefix(OWN_ADDRESS))
        if self._preview.site.holds(f"{address}/{addresses.HOME}"):
            return Answer(302, location=f"/{address}/")
        code, html = self._page(address)
        if html is not None:
            return Answer(code, _HTML, self._with_script(html))
        content = self._preview.site.read(address)
        return Answer(404) if content is None else Answer(200, type_of(address), content)

    def version_of(self, path: str) -> str:
        """Return the version of the page that a reader sees at a path."""
        html = self._page(address_of(path))[1]
        return self._preview.site.version_of(html or b"")

    def _page(self, address: str) -> tuple[int, bytes | None]:
        """Return the page at an address, or the page that tells why there is none; None for other files."""
        site = self._preview.site
        if address.endswith(".html") and (html := site.read(address)) is not None:
            return 200, html
        if site.holds(address):
            return 200, None
        if (html := site.read(addresses.NOT_FOUND)) is not None:
            return 404, _seen_from_anywhere(html.decode()).encode()
        text = self._preview.state.failure
        return 503, self._renderer.render("serving/trouble.html.jinja", text=text).encode()

    def _with_script(self, html: bytes) -> bytes:
        version = self._preview.site.version_of(html)
        script = self._renderer.render("serving/script.html.jinja", version=version).encode()
        head, end, rest = html.partition(b"</head>")
        return head + script + end + rest


def address_of(path: str) -> str:
    """Return the address on the site that a path leads to."""
    return path.removeprefix("/") + (addresses.HOME if path.endswith("/") else "")


def type_of(address: str) -> str:
    """Return the content type of a file, with its encoding where it is text."""
    kind, packing = _TYPES.guess_type(address)
    if kind is None or packing is not None:
        return "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("+xml", "+json")) or kind in _TEXTS
    return f"{kind}; charset=utf-8" if is_text else kind


def _seen_from_anywhere(html: str) -> str:
    """Return the page with links from the root of the preview, wherever the site itself will stand."""
    icon = _ICON.search(html)
    if icon is None:
        return with_absolute_links(html, "/")
    return re.sub(rf'(\s(?:href|src|action)="){re.escape(icon[1])}', r"\1/", html)


def _own_file(name: str) -> Answer:
    """Return a file of the preview itself."""
    if name not in {path.name for path in _OWN_FILES.iterdir()}:
        return Answer(404)
    return Answer(200, type_of(name), (_OWN_FILES / name).read_bytes())
