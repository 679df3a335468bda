"""A frame: an ordinary themed page whose places for title, description, head and body are ours to fill."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

TITLE = "MBSLOTTITLE"
DESCRIPTION = "MBSLOTDESCRIPTION"
BODY = "MBSLOTBODY"
BODY_ELEMENT = re.compile(rf"<h1[^>]*>\s*{BODY}\s*</h1>")
HEAD, BREADCRUMBS, STATUS_BLOCK = "<!--slot:head-->", "<!--slot:breadcrumbs-->", "<!--slot:status-block-->"
PROSE = "<!--slot:prose-->"
"""Stands before and after what the engine made of a page's own Markdown."""

MARKDOWN = f"""---
title: {TITLE}
description: {DESCRIPTION}
hide: [navigation, toc]
---

# {BODY} {{: #content }}
"""
"""The page that an engine draws to make a frame; its heading becomes the target of the skip link."""

# The theme's templates leave a third of the page blank; a frame holds no preformatted text to be hurt.
_MARGIN = re.compile(r"\s*\n\s*")
_SPLIT = re.compile(f"({TITLE}|{DESCRIPTION}|{BODY}|{re.escape(HEAD)}|{re.escape(BREADCRUMBS)})")

_TITLE, _DESCRIPTION, _HEAD, _BREADCRUMBS, _BODY = (
    slot.encode() for slot in (TITLE, DESCRIPTION, HEAD, BREADCRUMBS, BODY)
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawn page cut at its slots."""

    pieces: tuple[bytes, ...]

    def filled(self, *, title: str, description: str, head: str, breadcrumbs: Markup, body: bytes) -> bytes:
        """Return the page: plain texts are escaped, markup stands as it is."""
        fillings = {
            _TITLE: escape(title).encode(),
            _DESCRIPTION: escape(description).encode(),
            _HEAD: head.encode(),
            _BREADCRUMBS: breadcrumbs.encode(),
            _BODY: body,
        }
        return b"".join([fillings.get(piece, piece) for piece in self.pieces])


def cut(html: str, *, status_block: Markup) -> Frame:
    """Return the drawn page as a frame; the status block is the same on every page and stands at once."""
    whole = _MARGIN.sub("\n", html.replace(PROSE, "")).replace(STATUS_BLOCK, status_block)
    return Frame(tuple(piece.encode() for piece in _SPLIT.split(BODY_ELEMENT.sub(BODY, whole))))
