"""Rows of territories that were not there on any day of the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.checks.check import Looking, Placed
from metodbank.dates import in_words
from metodbank.indicators.territories import Place, Territories
from metodbank.models.observation import Observation
from metodbank.observation_columns import TERRITORY, path_to
from metodbank.problems import Finding


def look(looking: Looking) -> Iterator[Placed]:
    """Yield each row whose territory had ended before its year, or began after it."""
    places = Territories(looking.base).places
    for rows in looking.base.observations.values():
        for row in rows:
            place = places.get(row.territory)
            if place is not None and place.is_gone(row.year, date(row.year, 12, 31)):
                details = {"territory": place.title, "year": str(row.year), "why": _why(place, row)}
                yield row.file, Finding("MB918", path_to(row, TERRITORY), details=details)


def _why(place: Place, row: Observation) -> str:
    if place.since > date(row.year, 12, 31):
        return f"она есть с {in_words(place.since)}"
    return f"она была до {in_words(place.until)}"
