"""The recipe: read → check → draw frames → fill → publish, each step only where something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from metodbank.changes import changed_names
from metodbank.checks import CHECKS, attachments
from metodbank.engines.drawing import drawing
from metodbank.errors import BuildFailed
from metodbank.examining import Examining
from metodbank.filling import Filling
from metodbank.inputs import Inputs, KeysOf
from metodbank.knowledge_base import KnowledgeBase
from metodbank.loading import Loaded
from metodbank.memory import Memory
from metodbank.models.kinds import Kind
from metodbank.pages.context import SiteContext
from metodbank.pages.grouping import holds
from metodbank.pages.machine_files import BUILD_FILE, build_passport, robots, sitemap
from metodbank.publishing.publication import Publication
from metodbank.publishing.stage import Rank
from metodbank.rendering import Renderer
from metodbank.similar.following import changed_lists, may_change_lists
from metodbank.similar.known_words import KnownWords
from metodbank.site_files import SiteFiles
from metodbank.site_making import SiteMaking
from metodbank.store import Store
from metodbank.unchanged import Built, Ended, keep_end

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
        self,
        settings: Settings,
        store: Store,
        site: Publication,
        before: Memory,
        progress: Progress,
        inputs: Inputs | None = None,
        keys_of: KeysOf | None = None,
    ) -> None:
        self._settings = settings
        self._store = store
        self._site = site
        self._progress = progress
        self._examining = Examining(
            settings.root,
            store,
            before,
            kinds=settings.kinds,
            drafts=settings.drafts,
            processes=settings.processes,
            site_folder=settings.site_folder,
            inputs=inputs,
            keys_of=keys_of,
        )
        self._before = before
        self._words = KnownWords(before.words)
        self.after = self._examining.after

    def followed(self) -> Built:
        """Make the site. Raises `BuildFailed` where nothing can be published."""
        examining = self._examining
        self._progress("Чтение записей")
        loaded, base = self._read()
        zone = base.contents.region.time_zone
        day = self._settings.as_of(zone)
        with drawing(base, examining.folder, self._store) as drawn:
            self._progress("Проверка")
            context = self._checked(base, loaded, day)
            self._progress("Оформление")
            filling = Filling(context, drawn())
        self._progress("Страницы")
        making = self._made(context, filling)
        files = self._files(context, filling, making)
        aside = len(context.base.contents.set_aside)
        built = Built(list(context.problems), making.number_of_pages, aside)
        self._ended = Ended(
            program=self.after.program,
            folders=examining.folders,
            inputs=examining.inputs.key,
            time_zone=zone,
            day=day,
            standing=making.standing | files.standing,
            built=built,
        )
        return built

    def save(self, key: str) -> None:
        """Put what is known now into the store."""
        self._examining.save(key, beside=self._making.save)
        keep_end(self._store, key, self._ended)

    def _read(self) -> tuple[Loaded, KnowledgeBase]:
        loaded = self._examining.read()
        if loaded.knowledge_base is None:
            raise BuildFailed(
                "\n".join(f"{p.place}: {p.message}\n    → {p.remedy}" for p in loaded.book.problems())
            )
        return loaded, loaded.knowledge_base

    def _checked(self, base: KnowledgeBase, loaded: Loaded, day: date) -> SiteContext:
        contexts = []

        def answers(sound: KnowledgeBase) -> Mapping[str, str]:
            stands = holds(changed_names(self._before.sound, self.after.sound))
            known = self._before.grouping if stands else None
            renderer = Renderer(*self._settings.templates)
            context = SiteContext(sound, day, loaded.book, renderer, known, self._words.look_up)
            contexts.append(context)
            self.after.grouping = context.facets.grouping
            return self.after.grouping.answers

        self._examining.checked(base, loaded, day, answers)
        return contexts[0]

    def _made(self, context: SiteContext, filling: Filling) -> SiteMaking:
        self.after.sound.answers |= filling.answers
        self._making = SiteMaking(
            context,
            filling,
            self._site,
            self._store,
            self._before.site,
            self._settings.processes,
        )
        self._making.make(self._changed(context))
        self.after.site = self._making.made
        self.after.words = self._words.known
        return self._making

    def _changed(self, context: SiteContext) -> set[str]:
        """Return every name that answers otherwise than in the last build."""
        before = self._before.sound
        changed = changed_names(before, self.after.sound)
        if may_change_lists(changed):
            former = context.similar_in(before.rows, date.fromisoformat(before.answers["day"]))
            changed |= changed_lists(former, context.similar)
        return changed

    def _files(self, context: SiteContext, filling: Filling, making: SiteMaking) -> SiteFiles:
        sound = context.base
        files = SiteFiles(self._site, self._before.files)
        files.theme(filling.drawn)
        files.attached(sound, self._examining.folder, self._examining.inputs, self._attached(sound))
        files.for_machines("robots.txt", robots(context))
        if sound.contents.region.site_url:
            indexed = [(a, page.day) for a, page in making.made.pages.items() if not page.noindex]
            files.for_machines("sitemap.xml", sitemap(context, indexed))
        files.for_machines(BUILD_FILE, build_passport(context, making.number_of_pages), Rank.LAST)
        self.after.files = files.made
        return files

    def _attached(self, sound: KnowledgeBase) -> Iterator[str]:
        """Yield the paths of the files that shown records name, as they were gathered for the checks."""
        for (kind, identifier), look in self.after.looks.of_records.items():
            if _NAMED_FILES in look.gathered:
                record = sound.contents.records[kind].get(identifier)
                if record is not None and sound.shows(record):
                    yield from look.gathered[_NAMED_FILES]
