"""What was known at the end of the last build of one site, and is taken again where it still holds."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from metodbank.changes import Seen
from metodbank.checks.running import Looks
from metodbank.memory_shares import Shared
from metodbank.pages.grouping import Grouping
from metodbank.record_reading import FileReading
from metodbank.records import Row
from metodbank.similar.known_words import Words
from metodbank.site_files import MadeFiles
from metodbank.site_making import MadeSite
from metodbank.store import Store

MEMORY = "memory"


class Packed(NamedTuple):
    """A memory as it is kept: its head, which names the keys of its shares, and the shares that are new."""

    head: bytes
    needed: set[str]
    fresh: dict[str, bytes]


@dataclass
class Memory:
    """Everything by what it was made of.

    `read` is the state of the base as it was read, `sound` that without what was set aside; `program` is the
    key of everything else that a site is made of; `kept` is how the store holds the greater parts.
    """

    program: str
    readings: dict[str, FileReading] = field(default_factory=dict)
    read: Seen = field(default_factory=Seen)
    sound: Seen = field(default_factory=Seen)
    looks: Looks = field(default_factory=Looks)
    site: MadeSite = field(default_factory=MadeSite)
    files: MadeFiles = field(default_factory=dict)
    grouping: Grouping | None = None
    words: Words = field(default_factory=dict)
    kept: Mapping[str, Shared] = field(default_factory=dict)

    def packed(self, before: Memory) -> Packed:
        """Return everything as bytes but what the store holds since the memory before was taken from it.

        The rows of both states are those of the readings, but for a few.
        """
        keys: dict[str, list[str]] = {}
        fresh: dict[str, bytes] = {}
        for part, things in self._parts().items():
            keys[part], new = before.kept.get(part, Shared()).renewed(things)
            fresh |= new
        states = [(state.answers, state.aside, self._left_out(state)) for state in (self.read, self.sound)]
        kept = (keys, list(self.readings), states, self.looks.placed, self.files)
        head = pickle.dumps((self.program, kept), protocol=5)
        return Packed(head, {key for of_part in keys.values() for key in of_part if key}, fresh)

    def _parts(self) -> dict[str, dict[Any, Any]]:
        return {
            "readings": self.readings,
            "of_records": self.looks.of_records,
            "cards": self.site.cards,
            "pages": self.site.pages,
            "others": self.site.others,
            "search": {"": self.site.search},
            "grouping": {"": self.grouping},
            "words": {"": self.words},
        }

    def _left_out(self, state: Seen) -> set[tuple[str, str]]:
        return {
            (reading.file, row.id)
            for reading in self.readings.values()
            for row in reading.rows
            if state.rows[reading.kind].get(row.id) is not row
        }


def remembered(store: Store, key: str, program: str) -> Memory:
    """Return what the store keeps under the key, nothing where another program made it."""
    head = store.get(MEMORY, key)
    try:
        made_by, kept = pickle.loads(head or b"")  # noqa: S301 (outside the base, and whole by its digest)
        return _unpacked(store, key, program, kept) if made_by == program else Memory(program)
    except Exception:  # another version's classes may fail in any way
        return Memory(program)


def _unpacked(store: Store, key: str, program: str, kept: Any) -> Memory:
    keys, in_order, states, placed, files = kept
    names = [f"{key}/{share}" for of_part in keys.values() for share in of_part if share]
    shares = {name.partition("/")[2]: raw for name, raw in store.get_many(MEMORY, names).items()}
    parts = {part: Shared.unpacked(of_part, shares) for part, of_part in keys.items()}
    unordered, of_records, cards, pages, others, search, grouping, words = (
        dict(shared.things) for shared in parts.values()
    )
    readings = {file: unordered[file] for file in in_order}
    (read_answers, read_aside, not_read), (sound_answers, sound_aside, not_sound) = states
    read = Seen(read_answers, _rows(readings, not_read), read_aside)
    rows = read.rows if not_sound == not_read else _rows(readings, not_sound)
    sound = Seen(sound_answers, rows, sound_aside)
    looks = Looks(of_records, placed)
    site = MadeSite(cards, pages, others, search[""])
    return Memory(program, readings, read, sound, looks, site, files, grouping[""], words[""], parts)


def keep(store: Store, key: str, packed: Packed) -> None:
    """Put a packed memory into the store, in the place of the one before."""
    needed = {f"{key}/{share}" for share in packed.needed}
    gone = [name for name in store.keys(MEMORY, f"{key}/") if name not in needed]
    fresh = [(f"{key}/{share}", raw) for share, raw in packed.fresh.items()]
    store.put(MEMORY, [*fresh, (key, packed.head)], gone)


def _rows(readings: dict[str, FileReading], left_out: set[tuple[str, str]]) -> dict[str, dict[str, Row]]:
    rows: dict[str, dict[str, Row]] = {}
    for reading in readings.values():
        of_kind = rows.setdefault(reading.kind, {})
        for row in reading.rows:
            if not left_out or (reading.file, row.id) not in left_out:
                of_kind[row.id] = row
    return rows
