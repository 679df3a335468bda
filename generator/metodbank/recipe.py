"""The recipe: read → check → draw frames → fill → publish, each step only where something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from metodbank.changes import Seen, changed_names, seen, vocabulary_answers
from metodbank.checks import CHECKS, attachments
from metodbank.checks.running import Checking, Look
from metodbank.engines.drawing import drawing
from metodbank.engines.drawn import Drawn
from metodbank.errors import BuildFailed
from metodbank.filling import Filling
from metodbank.inputs import Inputs, inputs_of
from metodbank.knowledge_base import KnowledgeBase
from metodbank.loading import Loaded, folders_read, load
from metodbank.memory import Memory, keep
from metodbank.models.kinds import Kind
from metodbank.pages.context import SiteContext
from metodbank.pages.machine_files import BUILD_FILE, build_passport, robots, sitemap
from metodbank.processes import done_by_many, done_meanwhile
from metodbank.publishing.publication import Publication
from metodbank.publishing.stage import Rank
from metodbank.reads import differing, meets
from metodbank.record_reading import FileReading, RecordReading
from metodbank.records import Record
from metodbank.rendering import Renderer
from metodbank.root_folder import RootFolder
from metodbank.site_files import SiteFiles
from metodbank.site_making import SiteMaking
from metodbank.store import Store
from metodbank.unchanged import Built, Ended, keep_end

FIELDS = "fields"
_WORTH_A_PROCESS = 1000
"""So many records take as long to write down as a process to begin."""
_NAMED_FILES = next(place for place, check in enumerate(CHECKS) if check.codes == attachments.UNNAMED)

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is asked for: the base, the day for a time zone, drafts or none, in how many processes."""

    root: Path
    as_of: Callable[[str], date]
    drafts: bool
    processes: int
    kinds: tuple[Kind, ...]
    templates: tuple[Path, ...]
    site_folder: str


class Recipe:
    """One build: `before` is what was known when it began, `after` when it ended."""

    def __init__(
        self, settings: Settings, store: Store, site: Publication, before: Memory, progress: Progress
    ) -> None:
        self._settings = settings
        self._store = store
        self._site = site
        self._before = before
        self._progress = progress
        self._names = before.read_names
        self.after = Memory(before.program)

    def followed(self) -> Built:
        """Make the site. Raises `BuildFailed` where nothing can be published."""
        settings = self._settings
        self._progress("Чтение записей")
        folder = RootFolder(settings.root)
        folders = folders_read(folder, settings.kinds)
        inputs = inputs_of(folder, folders, without=settings.site_folder, processes=settings.processes)
        loaded, base = self._read(folder, inputs)
        self._fields = loaded.fields
        day = settings.as_of(base.contents.region.time_zone)
        with drawing(base, folder, self._store) as drawn:
            self._progress("Проверка")
            context = self._checked(base, loaded, inputs, day)
            self._progress("Оформление")
            filling = Filling(context, drawn())
        self._progress("Страницы")
        making, changed = self._making(context, filling)
        making.make(changed)
        self.after.site = making.made
        files = self._files(context, filling.drawn, inputs, making)
        self.after.names = list(self._names)
        pages = making.number_of_pages
        aside = len(context.base.contents.set_aside)
        built = Built(list(context.problems), pages, aside, making.written)
        self._ended = Ended(
            program=self.after.program,
            folders=folders,
            inputs=inputs.key,
            time_zone=base.contents.region.time_zone,
            day=day,
            standing={a: page.stamp for a, page in making.made.pages.items()} | files.standing,
            built=replace(built, written=0),
        )
        return built

    def _read(self, folder: RootFolder, inputs: Inputs) -> tuple[Loaded, KnowledgeBase]:
        before = self._before
        loaded = load(
            self._settings.root,
            self._settings.kinds,
            folder=folder,
            inputs=inputs,
            known=before.readings,
            stale=lambda words: differing(_words_of(before.read), vocabulary_answers(dict(words))),
            kept_fields=lambda key: self._store.get(FIELDS, key),
            read_files=self._read_files,
            with_drafts=self._settings.drafts,
        )
        if loaded.knowledge_base is None:
            raise BuildFailed(
                "\n".join(f"{p.place}: {p.message}\n    → {p.remedy}" for p in loaded.book.problems())
            )
        self.after.readings = dict(loaded.readings)
        return loaded, loaded.knowledge_base

    def _checked(self, base: KnowledgeBase, loaded: Loaded, inputs: Inputs, day: date) -> SiteContext:
        before, after, book = self._before, self.after, loaded.book
        today = {"day": day.isoformat()}
        after.read = seen(base, inputs)
        after.read.answers |= today
        checking = Checking(
            loaded.folder,
            day,
            before.looks,
            look_at_many=self._looks,
            packed=self._names.packed,
            file_keys=inputs.keys,
        )
        sound = checking.before(base, book, self._meeting(changed_names(before.read, after.read)))
        context = SiteContext(sound, day, book, Renderer(*self._settings.templates))
        after.sound = seen(sound, inputs)
        after.sound.answers |= {**today, **context.facets.answers}
        checking.after(sound, book, self._meeting(changed_names(before.sound, after.sound)))
        after.looks = checking.looks
        return context

    def _making(self, context: SiteContext, filling: Filling) -> tuple[SiteMaking, set[str]]:
        """Return what makes the pages, and the names of all that is no longer the same."""
        self.after.sound.answers |= filling.answers
        self._made = SiteMaking(
            context,
            filling,
            self._site,
            self._store,
            self._names,
            self._before.site,
            self._settings.processes,
        )
        return self._made, changed_names(self._before.sound, self.after.sound)

    def _files(self, context: SiteContext, drawn: Drawn, inputs: Inputs, making: SiteMaking) -> SiteFiles:
        sound = context.base
        files = SiteFiles(self._site, self._before.files)
        files.theme(drawn)
        files.attached(sound, RootFolder(self._settings.root), inputs, self._attached(sound))
        files.for_machines("robots.txt", robots(context))
        if sound.contents.region.site_url:
            indexed = [(a, page.day) for a, page in making.made.pages.items() if not page.noindex]
            files.for_machines("sitemap.xml", sitemap(context, indexed))
        files.for_machines(BUILD_FILE, build_passport(context, making.number_of_pages), Rank.LAST)
        self.after.files = files.made
        return files

    def save(self, key: str) -> None:
        """Put what is known now into the store."""
        needed = {row.content_key for reading in self.after.readings.values() for row in reading.rows}
        earlier = {row.content_key for reading in self._before.readings.values() for row in reading.rows}
        processes = self._settings.processes if len(self._fields) > _WORTH_A_PROCESS else 1
        with done_meanwhile(self.after.packed, processes) as packed:
            self._store.put(FIELDS, self._fields.items(), earlier - needed)
            self._made.save()
            keep(self._store, key, packed())
        keep_end(self._store, key, self._ended)

    def _read_files(self, reading: RecordReading, files: Sequence[tuple[Kind, str]]) -> Sequence[FileReading]:
        return done_by_many(
            lambda share: [reading.file(kind, file) for kind, file in share], files, self._settings.processes
        )

    def _looks(self, look: Callable[[Record], Look], records: Sequence[Record]) -> Sequence[Look]:
        return done_by_many(lambda share: [*map(look, share)], records, self._settings.processes)

    def _meeting(self, changed: set[str]) -> Callable[[Look], bool]:
        numbers = self._names.numbers(changed)
        return lambda look: meets(look.reads, numbers)

    def _attached(self, sound: KnowledgeBase) -> Iterator[str]:
        """Yield the paths of the files that shown records name, as they were gathered for the checks."""
        for record in sound.contents.all():
            if sound.shows(record):
                yield from self.after.looks.of_records[record.key].gathered.get(_NAMED_FILES, ())


def _words_of(state: Seen) -> dict[str, str]:
    return {name: key for name, key in state.answers.items() if name.startswith("vocabulary/")}
