"""The records that are most like each record of a base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from metodbank.models.record import ARCHIVED, PUBLISHED
from metodbank.reads import read
from metodbank.records import Row
from metodbank.similar.alike import Alike, Telling
from metodbank.similar.likeness import likeness
from metodbank.similar.neighbours import DIFFICULTY, SUBJECT, VALUES, Line, Lines, places_of
from metodbank.similar.sketch import Sketch, Sketches

MOST_OF_KIND, MOST = 4, 6
"""At most so many of the record's own kind are offered, and of all; of each other kind the likest one."""

_DAYS = date.max.toordinal() + 1

Ranked = tuple[int, str, Sketch]
Rows = Mapping[str, Mapping[str, Row]]


class Similar:
    """Finds what is like the records of one base on one day; `beside` is another state of the base."""

    def __init__(
        self,
        rows: Rows,
        day: date,
        sketches: Sketches,
        *,
        with_drafts: bool = False,
        beside: Similar | None = None,
    ) -> None:
        self.rows = rows
        self.day = day
        self._beside = beside
        self._with_drafts = with_drafts
        self._sketches = sketches
        self._found: dict[tuple[str, str], tuple[Alike, ...]] = {}
        self._telling = Telling(sketches)
        self._offered = [
            (kind, row) for kind, of_kind in rows.items() for row in of_kind.values() if self.offers(row)
        ]
        self.kinds = tuple(dict.fromkeys(kind for kind, _ in self._offered))
        self._lines: dict[str, Lines] = {}

    def of(self, kind: str, identifier: str) -> tuple[Alike, ...]:
        """Return what is most like a record: first those of its kind, then the likest one of other kinds."""
        read(f"similar/{kind}/{identifier}")
        found = self._found.pop((kind, identifier), None)
        return self._list(kind, identifier) if found is None else found

    def find(self, names: Iterable[tuple[str, str]]) -> None:
        """Find what is like many records at once, which is twice as fast as one by one amid other work."""
        for kind, identifier in names:
            if is_compared(self.rows[kind][identifier]):
                self._found[kind, identifier] = self._list(kind, identifier)

    def _list(self, kind: str, identifier: str) -> tuple[Alike, ...]:
        sketch = self._sketches.of(kind, self.rows[kind][identifier])
        near = self._near(sketch, kind, DIFFICULTY)
        own = _ranked(sketch, near)
        if len(own) < MOST_OF_KIND:
            # Whoever shares a difficulty comes first, so others are asked only where these are few.
            own = _ranked(sketch, near | self._near(sketch, kind, SUBJECT))
        others = [
            ranked[0]
            for other in self.kinds
            if other != kind and (ranked := _ranked(sketch, self._near(sketch, other, DIFFICULTY)))
        ]
        best = [*own[:MOST_OF_KIND], *sorted(others)]
        return self._telling.of(sketch, [other for *_, other in best[:MOST]])

    def offers(self, row: Row) -> bool:
        """Return whether a record may be offered: it is listed, and of use on the day."""
        status = row.status
        return (
            (status == PUBLISHED or (self._with_drafts and status != ARCHIVED))
            and row.likeness.until >= self.day
            and is_compared(row)
        )

    def line(self, kind: str, by: str, value: str) -> Line | None:
        """Return the line of the records of a kind that share a value, None where none has it."""
        return self._lines_by(by).line(kind, value)

    def _lines_by(self, by: str) -> Lines:
        lines = self._lines.get(by)
        if lines is None:
            beside = self._beside._lines_by(by) if self._beside else None
            lines = self._lines[by] = Lines(self._offered, by, self._sketches.of, beside)
        return lines

    def prepare(self) -> None:
        """Make ready what every list is made of, so that processes that begin later need not."""
        for kind, of_kind in self.rows.items():
            for row in of_kind.values():
                if is_compared(row):
                    self._sketches.of(kind, row)
        self._lines_by(DIFFICULTY).prepare()

    def _near(self, sketch: Sketch, kind: str, by: str) -> set[Sketch]:
        """Return the records of a kind that stand near a record in their lines."""
        found: set[Sketch] = set()
        places = places_of(by, sketch.row)
        for value in VALUES[by](sketch.row):
            line = self.line(kind, by, value)
            if line is not None:
                for place in places:
                    found.update(line.near(place))
        return found


def is_compared(row: Row) -> bool:
    """Return whether the record is of a kind that is compared."""
    return bool(row.likeness.words)


def _ranked(sketch: Sketch, others: Iterable[Sketch]) -> list[Ranked]:
    """Return those that are like the record, the likest first, of equally like ones the newest."""
    found = [
        (-(points * _DAYS + other.newness), other.name, other)
        for other in others
        if (points := likeness(sketch, other))
    ]
    found.sort()
    return found
