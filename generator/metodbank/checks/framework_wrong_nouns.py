"""Statements whose verbatim name says «количество» while they are counted in percent (IN6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.framework_places import label, told_frameworks
from metodbank.models.indicator import PERCENT

_AMOUNT = re.compile(r"\bколичество\b", re.IGNORECASE)
_SHARE = re.compile(r"\bдол[яи]\b|\bпроцент", re.IGNORECASE)


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the statements that call a share an amount and do not explain it to readers in a footnote."""
    indicators = looking.base.indicators
    for framework in told_frameworks(looking):
        for statement in framework.definition.assessed:
            layered = indicators.get(statement.indicator)
            unit = statement.unit or (layered.definition.unit if layered else "")
            if unit == PERCENT and statement.footnote is None and _says_amount(statement.name):
                details = {"statement": label(statement)}
                yield from framework.tell_of(statement, "MB906", details, "name")


def _says_amount(name: str) -> bool:
    return _AMOUNT.search(name) is not None and _SHARE.search(name) is None
