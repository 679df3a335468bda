"""Where the records stand with which one is compared: among those of the same difficulty, the likest nearby.

In each line stand the records of one kind that share a difficulty, or a subject, ordered by subject, first
grade and title. A record looks at the few that stand nearest to it, so that the work grows in step with the
records, and a change concerns the few that stand near it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from metodbank.records import Row
from metodbank.similar.sketch import Sketch, difficulties_of, subjects_of

NEAREST = 4
"""A record looks at so many before it and after it; at the end of a line at more on the other side.

So where at most twice as many others share a difficulty or a subject, all of them are compared."""
REACH = 2 * NEAREST + 1
"""A change of a record concerns at most so many before it and after it in a line."""
DIFFICULTY, SUBJECT = "difficulty", "subject"

Place = str
"""Subject, first grade, fingerprints of the title, id; those of one line are compared as text."""
Shared = tuple[str, str]
"""What those in a line share: their kind, and the id of a difficulty or a subject."""


class Line:
    """The records of one kind that may be offered and share a difficulty or a subject, in their order."""

    def __init__(self, rows: Iterable[Row], by: str, sketch_of: Callable[[Row], Sketch]) -> None:
        standing = {place: row for row in rows for place in places_of(by, row)}
        self._places = sorted(standing)
        self._rows = [standing[place] for place in self._places]
        self._sketch_of = sketch_of
        self._sketches: list[Sketch] = []

    def prepare(self) -> None:
        """Make all sketches; else only those are made at which somebody looks."""
        self._sketches = list(map(self._sketch_of, self._rows))

    def near(self, place: Place, nearest: int = NEAREST) -> list[Sketch]:
        """Return those nearest to a place, at an end of the line as many as elsewhere."""
        at = bisect_left(self._places, place)
        many = 2 * nearest + 1
        first = max(0, min(at - nearest, len(self._places) - many))
        if self._sketches:
            return self._sketches[first : first + many]
        return list(map(self._sketch_of, self._rows[first : first + many]))


class Lines:
    """The lines of one base in which the records of each kind stand, made when somebody looks at them.

    Those in which the same records stand in another state of the base, `beside`, are taken from there.
    """

    def __init__(
        self,
        rows: Iterable[tuple[str, Row]],
        by: str,
        sketch_of: Callable[[str, Row], Sketch],
        beside: Lines | None = None,
    ) -> None:
        self._by = by
        self._beside = beside
        self._sketch_of = sketch_of
        self._rows: dict[Shared, list[Row]] = {}
        self._lines: dict[Shared, Line] = {}
        values_of, found = VALUES[by], self._rows
        for kind, row in rows:
            for value in values_of(row):
                of_value = found.get((kind, value))
                if of_value is None:
                    found[kind, value] = [row]
                else:
                    of_value.append(row)

    def prepare(self) -> None:
        """Make all of them."""
        for kind, value in self._rows:
            line = self.line(kind, value)
            if line is not None:
                line.prepare()

    def line(self, kind: str, value: str) -> Line | None:
        """Return the line of the records of a kind that share a value, None where none has it."""
        shared = kind, value
        known = self._lines.get(shared)
        if known is None and (rows := self._rows.get(shared)):
            beside = self._beside
            if beside is not None and beside._rows.get(shared) == rows:
                known = beside.line(kind, value)
            else:
                known = Line(rows, self._by, partial(self._sketch_of, kind))
            if known is not None:
                self._lines[shared] = known
        return known


VALUES: Mapping[str, Callable[[Row], tuple[str, ...]]] = {DIFFICULTY: difficulties_of, SUBJECT: subjects_of}
"""What gives the values of a record by which it stands in lines."""


def places_of(by: str, row: Row) -> list[Place]:
    """Return where a record stands in a line: once for each of its subjects among those of its difficulty."""
    end = f" {row.likeness.place}{row.id}"
    if by == DIFFICULTY and (subjects := subjects_of(row)):
        return [subject + end for subject in subjects]
    return [end]
