"""A base read and checked: each file and each record only where something that it was made of has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from metodbank.base_files import folders_read
from metodbank.changes import Seen, changed_names, seen, vocabulary_answers
from metodbank.checks.running import Checking, Look
from metodbank.inputs import Inputs, KeysOf, inputs_of, looked_in_for
from metodbank.knowledge_base import KnowledgeBase
from metodbank.loading import Loaded, load
from metodbank.memory import Memory, keep, remembered
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.problems import Problem
from metodbank.processes import done_by_many, done_meanwhile
from metodbank.program import program_key
from metodbank.reads import differing, meeting, numbers_of
from metodbank.record_reading import FileReading, RecordReading
from metodbank.records import Record
from metodbank.root_folder import RootFolder
from metodbank.store import Store

FIELDS = "fields"
_WORTH_A_PROCESS = 1000
"""So many records take as long to write down as a process to begin."""


class Examining:
    """One reading and checking of a base: `before` is what was known when it began, `after` when it ended."""

    def __init__(
        self,
        root: Path,
        store: Store,
        before: Memory,
        *,
        kinds: tuple[Kind, ...] = REGISTERS + REFERENCE,
        drafts: bool = False,
        processes: int = 1,
        site_folder: str = "",
        inputs: Inputs | None = None,
        keys_of: KeysOf | None = None,
    ) -> None:
        self._root = root
        self._store = store
        self._kinds = kinds
        self._drafts = drafts
        self._processes = processes
        self._site_folder = site_folder
        self._inputs = inputs
        self._keys_of = keys_of
        self._fields: Mapping[str, bytes] = {}
        self.before = before
        self.after = Memory(before.program)
        self.folder = RootFolder(root)

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """Return the folders of the root in which a file may matter."""
        return folders_read(self.folder, self._kinds)

    @cached_property
    def inputs(self) -> Inputs:
        """Return what stands in the root."""
        if self._inputs is not None and self._inputs.looked_in == looked_in_for(self.folders):
            return self._inputs
        without = self._site_folder
        return inputs_of(
            self.folder, self.folders, without=without, processes=self._processes, keys_of=self._keys_of
        )

    def read(self) -> Loaded:
        """Return the base as it was read."""
        before = self.before
        loaded = load(
            self._root,
            self._kinds,
            folder=self.folder,
            inputs=self.inputs,
            known=before.readings,
            stale=lambda words: differing(_words_of(before.read), vocabulary_answers(dict(words))),
            kept_fields=lambda key: self._store.get(FIELDS, key),
            read_files=self._read_files,
            with_drafts=self._drafts,
        )
        self._fields = loaded.fields
        self.after.readings = dict(loaded.readings)
        return loaded

    def checked(
        self,
        base: KnowledgeBase,
        loaded: Loaded,
        day: date,
        answers: Callable[[KnowledgeBase], Mapping[str, str]] = lambda sound: {},
    ) -> KnowledgeBase:
        """Note all problems in the book; return the base without the records that have errors.

        `answers` are those that the state of that base is to hold beside its own.
        """
        before, after, book = self.before, self.after, loaded.book
        today = {"day": day.isoformat()}
        after.read = seen(base, self.inputs)
        after.read.answers |= today
        checking = Checking(
            self.folder,
            day,
            before.looks,
            look_at_many=self._looks,
            file_keys=self.inputs.keys,
        )
        sound = checking.before(base, book, self._meeting(changed_names(before.read, after.read)))
        after.sound = (
            replace(after.read, answers={**after.read.answers}) if sound is base else seen(sound, self.inputs)
        )
        after.sound.answers |= today
        after.sound.answers |= answers(sound)
        checking.after(sound, book)
        after.looks = checking.looks
        return sound

    def save(self, key: str, beside: Callable[[], None] = lambda: None) -> None:
        """Put what is known now into the store, and do what is to be done beside."""
        needed = {row.content_key for reading in self.after.readings.values() for row in reading.rows}
        earlier = {row.content_key for reading in self.before.readings.values() for row in reading.rows}
        processes = self._processes if len(self._fields) > _WORTH_A_PROCESS else 1
        with done_meanwhile(lambda: self.after.packed(self.before), processes) as packed:
            self._store.put(FIELDS, self._fields.items(), earlier - needed)
            beside()
            keep(self._store, key, packed())

    def _read_files(self, reading: RecordReading, files: Sequence[tuple[Kind, str]]) -> Sequence[FileReading]:
        return done_by_many(
            lambda share: [reading.file(kind, file) for kind, file in share], files, self._processes
        )

    def _looks(self, look: Callable[[Record], Look], records: Sequence[Record]) -> Sequence[Look]:
        return done_by_many(lambda share: [*map(look, share)], records, self._processes)

    def _meeting(self, changed: set[str]) -> Callable[[Look], bool]:
        meets = meeting(numbers_of(changed))
        return lambda look: meets(look.reads)


@dataclass(frozen=True, slots=True)
class Examined:
    """A base that was read and checked; `sound` is without the records that have errors.

    There is none where nobody knows whose base it is; the problems then say why.
    """

    sound: KnowledgeBase | None
    day: date | None
    folder: RootFolder
    problems: list[Problem]


@contextmanager
def examined(
    root: Path, *, as_of: Callable[[str], date], store: Path | None = None, processes: int = 1
) -> Iterator[Examined]:
    """Give the base at the root as it stands; its fields can be fetched inside the block."""
    with Store(store) as opened:
        examining = Examining(root, opened, remembered(opened, "check", program_key()), processes=processes)
        loaded = examining.read()
        base = loaded.knowledge_base
        if base is None:
            yield Examined(None, None, loaded.folder, loaded.book.problems())
            return
        day = as_of(base.contents.region.time_zone)
        sound = examining.checked(base, loaded, day)
        examining.save("check")
        yield Examined(sound, day, loaded.folder, loaded.book.problems())


def problems_of(
    root: Path, *, as_of: Callable[[str], date], store: Path | None = None, processes: int = 1
) -> list[Problem]:
    """Return all problems of the base at the root."""
    with examined(root, as_of=as_of, store=store, processes=processes) as found:
        return found.problems


def _words_of(state: Seen) -> dict[str, str]:
    return {name: key for name, key in state.answers.items() if name.startswith("vocabulary/")}
