"""Targets of years that were over when the act was signed (IN13)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.framework_places import told_frameworks, years_in_words
from metodbank.dates import in_words


def look(looking: Looking) -> Iterator[Placed]:
    """Yield of each framework the years that its act set targets for afterwards."""
    for told in told_frameworks(looking):
        framework = told.definition
        late = [
            (statement, place, target.year)
            for statement in framework.assessed
            for place, target in enumerate(statement.targets)
            if target.is_set and framework.is_retrospective(target.year)
        ]
        if late and framework.act_date is not None:
            statement, place, _ = late[0]
            years = years_in_words([year for _, _, year in late])
            details = {"years": years, "day": in_words(framework.act_date)}
            yield from told.tell_of(statement, "MB913", details, "targets", place, "year")
