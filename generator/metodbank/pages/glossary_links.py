"""Terms of the glossary in the text of a record: a link from the first place where each stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from metodbank import addresses
from metodbank.glossary_matching import matcher_of
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.glossary import GlossaryTerm
from metodbank.reads import read, unnoted

_TAG = re.compile(r"(<[^>]*>)")
_CLOSED_TO_LINKS = frozenset({"a", "code", "pre", "h3", "h4", "h5", "h6"})


class GlossaryLinks:
    """Puts links to the terms of a base into the HTML of its texts."""

    def __init__(self, base: KnowledgeBase) -> None:
        kind = next((kind for kind in base.kinds if kind.model is GlossaryTerm), None)
        with unnoted():
            said = base.terms_said
        self._addresses: Mapping[str, str] = {
            identifier: addresses.record_page(kind.folder, identifier) for identifier, _ in said if kind
        }
        self._matcher = matcher_of(tuple((identifier, term) for identifier, term in said if term.linked))
        self._has_terms = bool(self._matcher)

    def linked(self, html: Markup, met: set[str], prefix: str) -> Markup:
        """Return the HTML with the terms linked that are not in `met`, which then holds them too.

        The HTML is what `markdown.to_html` returns: no attribute in it holds a `>`.
        """
        read("glossary")
        if not self._has_terms or not self._matcher.may_stand_in(html):
            return html
        pieces = _TAG.split(html)
        closed = ""
        for place, piece in enumerate(pieces):
            if place % 2:
                closed = _after_tag(piece, closed)
            elif piece.strip() and not closed:
                pieces[place] = self._with_links(piece, met, prefix)
        return Markup("".join(pieces))  # noqa: S704 (tags and texts of sanitised HTML, and links of ours)

    def _with_links(self, text: str, met: set[str], prefix: str) -> str:
        parts: list[str] = []
        done = 0
        for found in self._matcher.occurrences(text):
            if found.term in met:
                continue
            met.add(found.term)
            href = prefix + self._addresses[found.term]
            parts.append(f'{text[done : found.start]}<a class="mb-term" href="{href}">')
            parts.append(f"{text[found.start : found.end]}</a>")
            done = found.end
        return "".join(parts) + text[done:]


def _after_tag(tag: str, closed: str) -> str:
    """Return the name of the element that keeps links out after the tag, empty where none does."""
    name = tag.strip("</>").split(" ", 1)[0]
    if closed:
        return "" if tag.startswith("</") and name == closed else closed
    return name if not tag.startswith("</") and name in _CLOSED_TO_LINKS else ""
