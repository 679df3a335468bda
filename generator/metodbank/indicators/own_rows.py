"""A region's own row beside what is known of those inside: the rest may be the few who did not report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from metodbank.indicators.family_year import FamilyYear
from metodbank.indicators.ratios import is_small

Known = tuple[bool, int]
"""Whether all people of a territory are known, and how many are: all of them go before more of them."""


def told_by_own_rows(
    year: FamilyYear, parent: str, cells: AbstractSet[str], totals: AbstractSet[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the own rows of a territory that would tell of a small group, by indicator and territory.

    `cells` and `totals` are hidden. Where all inside are known a difference is one of book-keeping, and told.
    """
    kept = [indicator for indicator in year.family if (indicator, parent) not in totals]
    for indicator in year.family:
        own = year.figures.own(indicator, parent, year.year)
        size = year.size_of(indicator, own) if own is not None else None
        if size is None:
            continue
        if any(_leaves_few(year, parent, size, first, kept, cells) for first in ("", indicator, *kept)):
            yield indicator, parent


def _leaves_few(
    year: FamilyYear, parent: str, size: int, first: str, kept: Sequence[str], cells: AbstractSet[str]
) -> bool:
    """Return whether few are left of the own row when those are taken away who are known."""
    known = [_known(year, child, first, kept, cells) for child in year.inside(parent)]
    rest = size - sum(people for _, people in known)
    return is_small(rest, year.small_group) and not all(is_whole for is_whole, _ in known)


def _known(
    year: FamilyYear, territory: str, first: str, kept: Sequence[str], cells: AbstractSet[str]
) -> Known:
    """Return what is known of a territory from the first indicator; else the most that is known from any."""
    if first:
        size = year.size_of(first, year.score(first, territory))
        is_known = territory not in cells or first in kept
        if size is not None and is_known and not year.lacks_some(first, territory):
            return True, size
    best = (False, 0)
    for each in year.family:
        size = year.size_of(each, year.score(each, territory))
        if size is not None and (territory not in cells or each in kept):
            best = max(best, (not year.lacks_some(each, territory), size))
    parts = [_known(year, child, first, kept, cells) for child in year.inside(territory)]
    if parts:
        best = max(best, (all(is_whole for is_whole, _ in parts), sum(size for _, size in parts)))
    return best
