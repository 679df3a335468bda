"""A direction that the region gave an indicator, against the acts that it follows (IN14).

What the region's own frameworks say against an indicator is told when they are read.
"""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.framework_places import label
from metodbank.framework_targets import contradicts, direction_words
from metodbank.problems import Finding


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the directions that turn round what a followed act wants, each once."""
    indicators = looking.base.indicators
    told: set[str] = set()
    for layered in looking.base.followed:
        for statement in layered.definition.assessed:
            changed = indicators.get(statement.indicator)
            if changed is None or "direction" not in changed.changed or changed.id in told:
                continue
            for target in statement.targets:
                if contradicts(statement, target, indicators):
                    told.add(changed.id)
                    words = direction_words(statement, target, indicators)
                    where = f"{target.year} ({layered.definition.short_title}, {label(statement)})"
                    yield changed.file, Finding("MB914", ("direction",), details={**words, "year": where})
                    break
