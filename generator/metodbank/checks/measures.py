"""What the rules about roadmaps share: the rows of a roadmap with their places, and the doubts about them."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.models.roadmap import Measure, Roadmap
from metodbank.problems import FieldPath
from metodbank.records import Record

ROW = "row"


def measures_of(record: Record) -> Iterator[tuple[FieldPath, Measure]]:
    """Yield the rows of a roadmap, none of another record; one with errors may have lost its own."""
    if isinstance(record.data, Roadmap):
        for index, measure in enumerate(record.data.measures or ()):
            yield ("measures", index), measure


def is_doubted(measure: Measure, *cells: str) -> bool:
    """Return whether the author says that one of the cells, or the whole row, cannot be read for certain."""
    return any(doubt.cell in {ROW, *cells} for doubt in measure.doubts)
