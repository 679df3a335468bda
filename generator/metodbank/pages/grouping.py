"""Which records the lists show, in their order, kept from one build to the next while no list changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Ids = tuple[str, ...]

_MADE_OF = ("day", "entry/", "facts/", "kind/", "vocabulary/")


class Grouping(NamedTuple):
    """The ids of the listed records by kind, and by kind and facet those that have each value.

    `answers` are the keys of the names under which lists are read.
    """

    listed: Mapping[str, Ids]
    values: Mapping[tuple[str, str], tuple[tuple[str, str, Ids], ...]]
    answers: Mapping[str, str]


def holds(changed: Iterable[str]) -> bool:
    """Return whether a grouping is still right after what has these names has changed.

    Lists are made of the facts of records, of what records are called and of the order of reference data;
    most edits change none of that but the fields of one record.
    """
    return not any(name.startswith(_MADE_OF) for name in changed)
