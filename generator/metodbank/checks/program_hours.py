"""Hours of a program: above zero (DP1), at least 16 and 250 (DP2, DP3).

Пункт 18 Порядка, утверждённого приказом Минобрнауки России от 24.03.2025 № 266: a повышение квалификации is
of at least 16 hours, a профессиональная переподготовка of at least 250.
"""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.program import Program
from metodbank.problems import Finding
from metodbank.records import Record

LEAST_PK, LEAST_PP = 16, 250


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield an amount of hours that the kind of the program does not allow."""
    data = record.data
    if not isinstance(data, Program) or data.hours is None:
        return
    code = _code(data.kind, data.hours)
    if code:
        yield Finding(code, ("hours",), str(data.hours))


def _code(kind: str, hours: int) -> str:
    if hours <= 0:
        return "MB501"
    if kind == "pk" and hours < LEAST_PK:
        return "MB502"
    if kind == "pp" and hours < LEAST_PP:
        return "MB503"
    return "MB504" if kind == "pk" and hours >= LEAST_PP else ""
