"""Markup that texts of records may not hold and that would vanish in silence: HTML, pictures, inner links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from metodbank.checks.check import Looking
from metodbank.knowledge_base import Record
from metodbank.models.fields import Group
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.problems import FieldPath, Finding

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LOST = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>\n]{0,200})?/?>"
    r"|!\[[^\]\n]{0,200}\]\("
    r"|\]\((?!https?:|mailto:|tel:)[^)\s]{1,200}\)"
)


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the first piece of each text that would not reach the page."""
    for at, text in _texts(record.data, ()):
        if "<" not in text and "](" not in text:
            continue
        lost = _LOST.search(_CODE.sub("", text))
        if lost is not None:
            yield Finding("MB221", at, lost.group())


def _texts(data: Group, at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Yield the Markdown texts of a group with their places."""
    for field in _fields_with_text(type(data)):
        value = getattr(data, field.name)
        if not value:
            continue
        here = (*at, field.key)
        places = [((*here, i), item) for i, item in enumerate(value)] if field.many else [(here, value)]
        for place, item in places:
            if field.group is None:
                yield place, item
            else:
                yield from _texts(item, place)


@cache
def _fields_with_text(model: type[Group]) -> tuple[FieldShape, ...]:
    return tuple(
        field
        for field in shape_of(model)
        if field.holds is Holds.TEXT or (field.group is not None and _fields_with_text(field.group))
    )
