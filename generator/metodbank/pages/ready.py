"""Parts that many pages show, such as cards: made once, kept as the bytes that pages are written in.

A body holds only the mark of each; the part takes its place when the page is put into its frame, so a list of
cards costs little more than the words around them.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_MARK = re.compile(rb"\x00part/([^\x00]*)\x00")


class ReadyParts:
    """The parts of the pages of one site, each under a name of its own."""

    def __init__(self) -> None:
        self._parts: dict[bytes, bytes] = {}

    def mark(self, name: str, html: bytes) -> Markup:
        """Keep a part, and return what stands for it in a body."""
        self._parts[name.encode()] = html
        return Markup(f"\0part/{name}\0")  # noqa: S704 (names are ours; no text that is read holds this character)

    def put_into(self, page: bytes) -> bytes:
        """Return a page with the parts in the places of their marks."""
        if b"\0" not in page:
            return page
        pieces = _MARK.split(page)
        pieces[1::2] = [self._parts.get(name, b"") for name in pieces[1::2]]
        return b"".join(pieces)
