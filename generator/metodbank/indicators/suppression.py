"""Which cells of a breakdown must be hidden so that nobody can work out a small group from the rest.

A reader knows the total, the visible cells, the totals of other indicators of the same people, and this rule.
So hidden cells must never stand alone in an equation, nor be few together, nor be all alike:

- the totals of a family that stay are those over the same territories, the most of those of the last day:
  two totals over different territories would tell of the difference, be they of one day or of two;
- the smallest visible cell is hidden too, with all of the same size, while the hidden ones are unsafe: one
  cell alone, fewer than a small group together, all of one size, or numerators that are together nothing or
  everything;
- where all are hidden and still tell of one, no total stays.

Nothing of this depends on names, nor on which of the hidden cells was the small one: whoever exchanges the
figures of two hidden cells sees the very same, so that even who knows the rule cannot tell them apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple


class Cell(NamedTuple):
    """The people of one territory in one indicator: how many there are, and how many of them count.

    `counts` is None where the size is itself what is counted.
    """

    size: int
    counts: int | None


class Total(NamedTuple):
    """The total of an indicator as of a day."""

    day: date
    indicator: str


Breakdown = Mapping[Total, Mapping[str, Cell]]
"""The cells that are in each total of a family, by territory."""


class Hidden(NamedTuple):
    """The territories whose cells are hidden on every day, and the totals that are withheld."""

    cells: frozenset[str]
    totals: frozenset[Total]


def safe(breakdown: Breakdown, first: AbstractSet[str], small_group: int) -> Hidden:
    """Return what to hide of a breakdown in which the `first` territories must be hidden anyway."""
    if not any(first & cells.keys() for cells in breakdown.values()):
        return Hidden(frozenset(first), frozenset())
    covered = max(sorted(breakdown), key=lambda total: (total.day, len(breakdown[total])))
    kept = {i: cells for i, cells in breakdown.items() if cells.keys() == breakdown[covered].keys()}
    members = set(breakdown[covered])
    hidden = members & first
    if hidden and not _hide_enough(kept, members, hidden, small_group):
        kept = {}
    return Hidden(frozenset(first | hidden), frozenset(breakdown.keys() - kept.keys()))


def _hide_enough(totals: Breakdown, members: set[str], hidden: set[str], small_group: int) -> bool:
    """Add to the hidden members of a group until they are safe; return False where they cannot be."""
    while _is_unsafe(totals, members, hidden, small_group):
        visible = members - hidden
        if not visible:
            return not any(_is_told([c[m] for m in hidden], small_group) for c in totals.values())
        sizes = {member: sum(cells[member].size for cells in totals.values()) for member in visible}
        least = min(sizes.values())
        hidden |= {member for member, size in sizes.items() if size == least}
    return True


def _is_unsafe(totals: Breakdown, members: set[str], hidden: set[str], small_group: int) -> bool:
    for cells in totals.values():
        own = [cells[member] for member in hidden]
        if _is_told(own, small_group) or len({cell.size for cell in own}) == 1:
            return True
        if _is_uniform(own) and not _is_uniform([cells[member] for member in members]):
            return True
    return False


def _is_told(own: list[Cell], small_group: int) -> bool:
    """Return whether the sum of the cells tells one: it is alone, they are few, or each is one person."""
    together = sum(cell.size for cell in own)
    return len(own) == 1 or together < small_group or together <= len(own) + 1


def _is_uniform(own: list[Cell]) -> bool:
    """Return whether the sum of what counts tells it of each: it is nothing, or everything."""
    if any(cell.counts is None for cell in own):
        return False
    counts = sum(cell.counts or 0 for cell in own)
    return counts == 0 or counts == sum(cell.size for cell in own)
