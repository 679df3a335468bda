"""How a program is carried on: provider (DP9), difficulties (DP11), partners (DP12), internship (DP13)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.program import Program
from metodbank.models.record import ARCHIVED
from metodbank.problems import Finding
from metodbank.records import Record

NO_PROVIDERS = frozenset({
    "federal-authority", "regional-authority", "municipal-authority", "school", "special-school",
    "kindergarten", "additional-education", "library", "employer",
})  # fmt: skip
"""Kinds that do not teach adults; of a kind that a region added itself nothing is known."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield a provider that is none, what is left unsaid, and an internship longer than the program."""
    data = record.data
    if not isinstance(data, Program):
        return
    part = data.internship
    if part is not None and data.hours is not None and part.hours > data.hours:
        details = {"hours": str(data.hours)}
        yield Finding("MB515", ("internship", "hours"), str(part.hours), details=details)
    if data.status == ARCHIVED:
        return
    yield from _provider(data, looking)
    if not data.difficulties:
        yield Finding("MB513")
    if data.network is not None and not set(data.network.partners) - {data.organization}:
        yield Finding("MB514", ("network",))


def _provider(data: Program, looking: Looking) -> Iterator[Finding]:
    provider = looking.base.get("organization", data.organization) if data.organization else None
    if provider is not None and provider.data.kind in NO_PROVIDERS:
        kind = looking.base.word("organization-kinds", provider.data.kind)
        details = {"kind": kind, "title": provider.title}
        yield Finding("MB511", ("organization",), data.organization, details=details)
