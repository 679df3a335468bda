"""What was known at the end of the last build of one site, and is taken again where it still holds."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

from metodbank.changes import Seen
from metodbank.checks.running import Looks
from metodbank.reads import ReadNames
from metodbank.record_reading import FileReading
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
    names: list[str] = field(default_factory=list)

    @property
    def read_names(self) -> ReadNames:
        """Return the numbers of the names that things read."""
        return ReadNames(self.names)


def remembered(store: Store, key: str, program: str) -> Memory:
    """Return what the store keeps under the key, nothing where another program made it."""
    raw = store.get(MEMORY, key)
    if raw is None:
        return Memory(program)
    try:
        memory = pickle.loads(raw)  # noqa: S301 (outside the base, and by its digest as this program wrote it)
    except Exception:
        return Memory(program)
    return memory if isinstance(memory, Memory) and memory.program == program else Memory(program)


def keep(store: Store, key: str, memory: Memory) -> None:
    """Put the memory into the store."""
    store.put(MEMORY, [(key, pickle.dumps(memory, protocol=5))])
