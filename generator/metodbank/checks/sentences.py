"""The sentence in which something stands: how far a word can speak of it."""

from __future__ import annotations

import re

_END = re.compile(r"(?<![А-ЯЁ])[.!?…](?=\s)|\n\s*\n|;")
_AROUND = 200
"""How many letters to either side may belong to the sentence."""


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after the place, up to the ends of its sentence."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    begin = max((match.end() for match in _END.finditer(before)), default=0)
    stop = _END.search(after)
    return before[begin:], after[: stop.start() if stop else None]
