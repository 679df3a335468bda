"""Markup that texts of records may not hold and that would vanish in silence: HTML, pictures, inner links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.personal_data import texts_of
from metodbank.knowledge_base import Record
from metodbank.models.shape import Holds, field_at
from metodbank.problems import Finding

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LOST = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>\n]{0,200})?/?>"
    r"|!\[[^\]\n]{0,200}\]\("
    r"|\]\((?!https?:|mailto:|tel:)[^)\s]{1,200}\)"
)


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the first piece of each text that would not reach the page."""
    for at, text in texts_of(record.data):
        if "<" not in text and "](" not in text:
            continue
        field = field_at(record.model, at)
        lost = _LOST.search(_CODE.sub("", text))
        if lost is not None and field is not None and field.holds is Holds.TEXT:
            yield Finding("MB221", at, lost.group())
