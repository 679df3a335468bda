"""Indicators that tell of the same people: what one of them hides, another must not show.

Two are of one family where a part of one that counts people has the title of a part of the other, or where
one is a part of the other (of those who took the test, those who passed it), or where as many people are
behind both in every territory that has figures of both: whatever they are called, readers will find out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from operator import attrgetter

from metodbank.indicators.ratios import has_base_of_people
from metodbank.models.indicator import PEOPLE, Indicator
from metodbank.models.observation import Observation

_PART_OF = "part-of"


Bases = Mapping[str, int]
"""How many people a share is taken of, by territory."""


def families(definitions: Mapping[str, Indicator], bases: Mapping[str, Bases]) -> dict[str, tuple[str, ...]]:
    """Return the family of each indicator that counts people, by id, itself among it.

    `bases` are those of one year, by indicator, without the own rows of what is divided.
    """
    of_people = {i: each for i, each in definitions.items() if each.counts_people}
    family = {identifier: {identifier} for identifier in of_people}
    for one, other in (*_links(of_people), *_of_equal_bases(bases)):
        if family[one] is not family[other]:
            family[one] |= family[other]
            for each in family[other]:
                family[each] = family[one]
    return {identifier: tuple(sorted(members)) for identifier, members in family.items()}


def bases_of(definition: Indicator, rows: Iterable[Observation]) -> Bases:
    """Return the bases that the last rows of a year tell; none where they are no people."""
    if not has_base_of_people(definition):
        return {}
    last = sorted(rows, key=attrgetter("as_of"))
    return {row.territory: row.denominator for row in last if row.denominator is not None}


def _of_equal_bases(bases: Mapping[str, Bases]) -> Iterator[tuple[str, str]]:
    for one, other in combinations([each for each in bases if bases[each]], 2):
        common = bases[one].keys() & bases[other].keys()
        if common and all(bases[one][each] == bases[other][each] for each in common):
            yield one, other


def _links(of_people: Mapping[str, Indicator]) -> Iterator[tuple[str, str]]:
    by_title: dict[str, str] = {}
    for identifier, definition in of_people.items():
        for part in (definition.numerator, definition.denominator):
            if part is not None and part.counted == PEOPLE:
                yield identifier, by_title.setdefault(" ".join(part.title.casefold().split()), identifier)
        for related in definition.related:
            if related.relation == _PART_OF and related.indicator in of_people:
                yield identifier, related.indicator
