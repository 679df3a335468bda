"""What was known at the end of the last build of one site, and is taken again where it still holds."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

from metodbank.changes import Seen
from metodbank.checks.running import Looks
from metodbank.record_reading import FileReading
from metodbank.records import Row
from metodbank.site_files import MadeFiles
from metodbank.site_making import MadeSite
from metodbank.store import Store

MEMORY = "memory"


@dataclass
class Memory:
    """Everything by what it was made of.

    `read` is the state of the base as it was read, `sound` that without what was set aside; `program` is the
    key of everything else that a site is made of.
    """

    program: str
    readings: dict[str, FileReading] = field(default_factory=dict)
    read: Seen = field(default_factory=Seen)
    sound: Seen = field(default_factory=Seen)
    looks: Looks = field(default_factory=Looks)
    site: MadeSite = field(default_factory=MadeSite)
    files: MadeFiles = field(default_factory=dict)

    def packed(self) -> bytes:
        """Return everything as bytes; the rows of both states are those of the readings, but for a few."""
        states = [(state.answers, state.aside, self._left_out(state)) for state in (self.read, self.sound)]
        kept = (self.readings, states, self.looks, self.site, self.files)
        return pickle.dumps((self.program, kept), protocol=5)

    def _left_out(self, state: Seen) -> set[tuple[str, str]]:
        return {
            (reading.file, row.id)
            for reading in self.readings.values()
            for row in reading.rows
            if state.rows[reading.kind].get(row.id) is not row
        }


def remembered(store: Store, key: str, program: str) -> Memory:
    """Return what the store keeps under the key, nothing where another program made it."""
    raw = store.get(MEMORY, key)
    try:
        made_by, kept = pickle.loads(raw or b"")  # noqa: S301 (outside the base, and whole by its digest)
        if made_by != program:
            return Memory(program)
        readings, states, looks, site, files = kept
        read, sound = (Seen(answers, _rows(readings, out), aside) for answers, aside, out in states)
        return Memory(program, readings, read, sound, looks, site, files)
    except Exception:  # another version's classes may fail in any way
        return Memory(program)


def keep(store: Store, key: str, packed: bytes) -> None:
    """Put a packed memory into the store."""
    store.put(MEMORY, [(key, packed)])


def _rows(readings: dict[str, FileReading], left_out: set[tuple[str, str]]) -> dict[str, dict[str, Row]]:
    rows: dict[str, dict[str, Row]] = {}
    for reading in readings.values():
        of_kind = rows.setdefault(reading.kind, {})
        for row in reading.rows:
            if not left_out or (reading.file, row.id) not in left_out:
                of_kind[row.id] = row
    return rows
