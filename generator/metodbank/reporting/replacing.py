"""Words put into a text that lies in several pieces: each piece keeps its own format."""

from __future__ import annotations

from collections.abc import Sequence

from metodbank.reporting.markup import Element, set_text


def replace_in(nodes: Sequence[Element], put: Sequence[tuple[int, int, str]]) -> None:
    """Put words in place of parts of the text that the nodes hold together.

    A part is from a character up to another; parts are in order and do not overlap. The words go where the
    part began, so they look as its first letter did.
    """
    for start, end, words in reversed(put):
        place = 0
        new = words
        for node in nodes:
            text = node.text or ""
            first, last = max(start - place, 0), min(end - place, len(text))
            place += len(text)
            if first < last:
                set_text(node, text[:first] + new + text[last:])
                new = ""
