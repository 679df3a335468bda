"""Frameworks that are followed as current though a later act came, or though they only retell one (IN16)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.framework_places import told_frameworks

SUPERSEDED, RETELLING = "superseded", "retelling"


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the followed frameworks that are not an act in force."""
    base = looking.base
    for framework in told_frameworks(looking):
        definition = framework.definition
        if definition.state in {SUPERSEDED, RETELLING}:
            later = base.frameworks.get(definition.superseded_by or "")
            name = later.definition.short_title if later else definition.superseded_by
            details = {
                "state": base.word("framework-states", definition.state),
                "later": f"; позднее принято: {name}" if name else "",
            }
            yield from framework.tell("MB916", details, value=framework.layered.id)
