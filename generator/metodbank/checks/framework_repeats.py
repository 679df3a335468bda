"""The same indicator twice in one list of an act (IN12); an act may hold several lists on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.framework_places import label, told_frameworks
from metodbank.models.framework import Statement


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the statements that say again what another one of the same part said; `same_as` owns to it."""
    indicators = looking.base.indicators
    for framework in told_frameworks(looking):
        first: dict[tuple[str | None, str], Statement] = {}
        for statement in framework.definition.assessed:
            name = statement.indicator
            other = first.setdefault((statement.part, name), statement)
            if other is statement or statement.same_as is not None:
                continue
            layered = indicators.get(name)
            details = {
                "indicator": layered.definition.short_title if layered else name,
                "statement": label(statement),
                "other": label(other),
            }
            yield from framework.tell_of(statement, "MB912", details, "indicator", value=name)
