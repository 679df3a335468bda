"""Markup that texts of records may not hold and that would vanish in silence (MB221): HTML, pictures, links.

Texts are shown without them so that nothing on a page is dangerous or broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.texts import Texts, without_code
from metodbank.problems import Finding

_LOST = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>\n]{0,200})?/?>"
    r"|!\[[^\]\n]{0,200}\]\("
    r"|\]\((?!https?:|mailto:|tel:)[^)\s]{1,200}\)"
)


def look(texts: Texts, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the first piece of each text that would not reach the page."""
    for at, text in texts.marked if texts.may_hold("<") or texts.may_hold("](") else ():
        if "<" not in text and "](" not in text:
            continue
        lost = _LOST.search(without_code(text))
        if lost is not None:
            yield Finding("MB221", at, lost.group())
