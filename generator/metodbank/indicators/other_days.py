"""The other days on which the figures of a year are told otherwise: what is hidden on one is so on all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from metodbank.indicators.moments import moment_of
from metodbank.indicators.ratios import group_of_people, is_small
from metodbank.indicators.territories import Territories
from metodbank.knowledge_base import KnowledgeBase


def other_days(
    base: KnowledgeBase,
    territories: Territories,
    family: Sequence[str],
    year: int,
    asked: date,
    small_group: int,
) -> list[date]:
    """Return the days but the asked one on which other rows of a family stand, or in other territories.

    There are none where no row is of few people: then nothing is hidden on any day.
    """
    rows = [
        (base.indicators[indicator].definition, row)
        for indicator in family
        for row in base.observations.get(indicator, ())
        if row.year == year
    ]
    if not any(is_small(group_of_people(d, row.numerator, row.denominator), small_group) for d, row in rows):
        return []
    days = sorted({max(row.as_of, date(year, 1, 1)) for _, row in rows})
    stands_since = max((day for day in days if day <= asked), default=asked)
    existed, exist = (
        {place.id for place in territories.places.values() if place.exists(moment_of(year, day))}
        for day in (stands_since, asked)
    )
    return [day for day in days if day != asked and (day != stands_since or existed != exist)]
