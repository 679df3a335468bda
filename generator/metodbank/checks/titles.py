"""Titles that read as titles: no capitals throughout, no final dot, not too long (G14)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.record import FileRecord
from metodbank.problems import Finding
from metodbank.records import Record

LONGEST = 200
SHORTEST_SHOUT = 12
"""Fewer capitals may be nothing but abbreviations: «ФГОС НОО»."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield what a title should not have; the titles of acts are quoted and left alone."""
    if not isinstance(record.data, FileRecord):
        return
    title = record.data.title or ""  # absent in a record that has other errors
    reasons = []
    if title.upper() == title and sum(letter.isalpha() for letter in title) >= SHORTEST_SHOUT:
        reasons.append("набрано прописными буквами")
    if title.endswith(".") and not title.endswith(("..", "кл.", "г.", "др.")):
        reasons.append("кончается точкой")
    if len(title) > LONGEST:
        reasons.append(f"длиннее {LONGEST} знаков")
    for reason in reasons:
        yield Finding("MB209", ("title",), title, details={"reason": reason})
