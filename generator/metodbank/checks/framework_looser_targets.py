"""Targets that ask for less than those of an earlier year did (IN7)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from metodbank.checks.check import Looking, Placed
from metodbank.checks.framework_places import label, told_frameworks
from metodbank.models.framework import Statement, Target
from metodbank.models.indicator import AT_LEAST, AT_MOST


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the looser targets that no note explains."""
    for framework in told_frameworks(looking):
        for statement in framework.definition.assessed:
            for earlier, later in pairwise(_with_number(statement)):
                if _is_looser(earlier, later) and later.note is None:
                    details = {
                        "statement": label(statement),
                        "year": str(later.year),
                        "before": str(earlier.year),
                        "raw": later.raw,
                        "raw_before": earlier.raw,
                    }
                    at = "targets", statement.targets.index(later)
                    yield from framework.tell_of(statement, "MB907", details, *at, value=later.raw)


def _with_number(statement: Statement) -> list[Target]:
    found = [target for target in statement.targets if target.value is not None]
    return sorted(found, key=lambda target: target.year)


def _is_looser(earlier: Target, later: Target) -> bool:
    if earlier.operator != later.operator or earlier.value is None or later.value is None:
        return False
    if later.operator == AT_MOST:
        return later.value > earlier.value
    return later.operator == AT_LEAST and later.value < earlier.value
