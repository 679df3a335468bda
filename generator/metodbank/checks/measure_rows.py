"""The rows of a roadmap: doubtful cells (RM9), one title twice (RM11), one id twice (MB715)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.measures import measures_of
from metodbank.problems import Finding
from metodbank.records import Record


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the doubtful cells, and the rows that repeat the id or the title of an earlier one."""
    ids: set[str] = set()
    titles: dict[str, str] = {}
    for at, measure in measures_of(record):
        for index, doubt in enumerate(measure.doubts):
            details = {"cell": looking.base.word("measure-cells", doubt.cell)}
            yield Finding("MB710", (*at, "doubts", index), doubt.reason, details=details)
        if measure.id in ids:
            yield Finding("MB715", (*at, "id"), measure.id)
        ids.add(measure.id)
        title = " ".join(measure.title.casefold().split())
        other = titles.setdefault(title, measure.id)
        if other != measure.id:
            yield Finding("MB711", (*at, "title"), measure.title, details={"other": other})
