"""Targets of a region laid over those that the standard has of the same statement, year by year."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.models.framework import NOT_SET, Statement
from metodbank.problems import FieldPath, Finding

TARGETS = "targets"


def with_words(item: dict[str, object]) -> dict[str, object]:
    """Return what a file says of a statement; a target that it takes away needs no words of its own."""
    targets = item.get(TARGETS)
    if not isinstance(targets, list):
        return item
    return item | {TARGETS: [_with_words(each) for each in targets]}


def with_targets(known: Statement, told: Statement) -> Statement:
    """Return what a region says of a statement with all targets that stand, in the order of years.

    A target of the region stands in place of the standard's of its year; `dropped` takes it away.
    """
    if TARGETS not in told.model_fields_set or told.targets is None:
        return told
    by_year = known.targets_by_year | told.targets_by_year
    standing = tuple(by_year[year] for year in sorted(by_year) if not by_year[year].dropped)
    return told.model_copy(update={TARGETS: standing})


def wrong_years(known: Statement | None, told: Statement, at: FieldPath) -> Iterator[Finding]:
    """Yield the years that are said twice, and those whose target is taken away while there is none."""
    seen: set[int] = set()
    for index, target in enumerate(told.targets or ()):
        where = (*at, TARGETS, index, "year")
        if target.year in seen:
            yield Finding("MB960", where, str(target.year))
        elif target.dropped and (known is None or target.year not in known.targets_by_year):
            yield Finding("MB959", where, str(target.year), details={"what": "цели на год"})
        seen.add(target.year)


def _with_words(target: object) -> object:
    is_bare = isinstance(target, dict) and target.get("dropped") is True and "raw" not in target
    return {**target, "raw": NOT_SET} if is_bare and isinstance(target, dict) else target
