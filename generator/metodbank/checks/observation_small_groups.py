"""Rows of so few people that they tell of persons, in a repository that anybody may read (P10)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.observation_latest import by_indicator
from metodbank.indicators.ratios import group_of_people, has_base_of_people, is_small
from metodbank.models.observation import Observation
from metodbank.observation_columns import DENOMINATOR, NUMERATOR, path_to
from metodbank.problems import Finding
from metodbank.russian_words import plural

MOST_NAMED = 20
"""So many rows of one table are named by number."""


def look(looking: Looking) -> Iterator[Placed]:
    """Yield each table that holds such rows, at the first of them; the numbers themselves are not said."""
    base = looking.base
    small_group = base.region.small_group
    few: dict[str, dict[int, Observation]] = {}
    for _, definition, rows in by_indicator(base):
        if not definition.counts_people:
            continue
        for row in rows:
            if is_small(group_of_people(definition, row.numerator, row.denominator), small_group):
                few.setdefault(row.file, {}).setdefault(row.row, row)
    for file, found in few.items():
        first = found[min(found)]
        has_base = has_base_of_people(base.indicators[first.indicator].definition)
        details = {"rows": _rows(sorted(found)), "least": str(small_group)}
        yield file, Finding("MB317", path_to(first, DENOMINATOR if has_base else NUMERATOR), details=details)


def _rows(numbers: list[int]) -> str:
    named = ", ".join(map(str, numbers[:MOST_NAMED]))
    rest = f" и ещё {len(numbers) - MOST_NAMED}" if len(numbers) > MOST_NAMED else ""
    return f"{plural(len(numbers), 'строке', 'строках', 'строках')} {named}{rest}"
