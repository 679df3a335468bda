"""Places that a scaffold left to be filled: in what is not published yet, and in what is."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.texts import Texts
from metodbank.models.record import ARCHIVED, PUBLISHED
from metodbank.problems import Finding

PLACEHOLDER = "‹ЗАПОЛНИТЕ›"
"""What `metodbank new` writes where its user still has to: no text holds it otherwise."""


def look(texts: Texts, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the fields that still hold what the scaffold put there."""
    if PLACEHOLDER not in texts.whole:
        return
    is_published = getattr(texts.record.data, "status", None) in {PUBLISHED, ARCHIVED}
    for at, text in texts.russian:
        if PLACEHOLDER in text:
            yield Finding("MB231" if is_published else "MB230", at, text)
