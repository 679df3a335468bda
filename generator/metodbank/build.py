"""A site brought up to date: built once or, while its base is being written, again and again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from metodbank.errors import NoSuchRoot
from metodbank.inputs import FileKeys, Inputs
from metodbank.memory import Memory, remembered
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.processes import cores
from metodbank.program import program_key
from metodbank.publishing.publication import publication
from metodbank.publishing.standing import Standing
from metodbank.recipe import Progress, Recipe, Settings
from metodbank.store import Store
from metodbank.unchanged import Built, site_folder, site_key


class SiteBuild:
    """The site of one base in one folder: built once or, while its base is being written, again and again.

    `as_of` gives the day for a time zone; `templates` are folders that are looked into before the package's;
    `store` is the file that keeps what was made from one run to the next, None for none; `kept_as` is the
    name under which it does so for a folder that is another one each time.
    """

    def __init__(
        self,
        root: Path,
        out: Path,
        *,
        as_of: Callable[[str], date],
        drafts: bool = False,
        store: Path | None = None,
        processes: int | None = None,
        kinds: tuple[Kind, ...] = REGISTERS + REFERENCE,
        templates: tuple[Path, ...] = (),
        kept_as: str = "",
    ) -> None:
        self._settings = Settings(
            root, as_of, drafts, processes or cores(), kinds, templates, site_folder(root, out)
        )
        self._out = out
        self._store = store
        self._at_hand = Store(None)
        self._key = site_key(kept_as or out, drafts=drafts)
        self._program = program_key(templates, "" if kinds == REGISTERS + REFERENCE else repr(kinds))
        self._memory: Memory | None = None
        self._keys = FileKeys()
        self._left: Standing | None = None
        self._last: Recipe | None = None

    def build(
        self,
        progress: Progress,
        *,
        alone: bool = False,
        inputs: Inputs | None = None,
        saved: Collection[str] = (),
    ) -> Built:
        """Bring the site up to date; `alone` in this process only, and keeping what was made in memory only.

        `inputs` is what stands in the root, where that was looked at just now. `saved` names what was saved
        since this object built last, for a site that nobody else touches: then only that is looked at, and
        what does not stand as it stood. Raises `BuildFailed` where nothing can be published; the site then
        stays as it was.
        """
        if not self._settings.root.is_dir():
            raise NoSuchRoot(self._settings.root)

        def waiting() -> None:
            nonlocal inputs
            inputs = None  # meanwhile anything may come to stand there
            progress("Ждём, пока закончит другая сборка")

        standing, self._left = self._left if saved else None, None
        with self._opened() as store:
            with publication(self._out, waiting=waiting, standing=standing) as site:
                memory = self._memory or remembered(store, self._key, self._program)
                settings = replace(self._settings, processes=1) if alone else self._settings
                keys_of = partial(self._keys.of, saved=saved) if saved else None
                recipe = Recipe(settings, store, site, memory, progress, inputs, keys_of)
                built = recipe.followed()
            if not alone:
                recipe.save(self._key)
            self._memory, self._left = recipe.after, site.left
        # Where this process ends soon, to put away all that the recipe knew takes longer than to leave it.
        self._last = None if alone else recipe
        return replace(built, written=site.written, deleted=site.deleted)

    @contextmanager
    def _opened(self) -> Iterator[Store]:
        """Give the store: the file from one run to the next, else what this object has at hand."""
        if self._store is None:
            yield self._at_hand
        else:
            with Store(self._store) as store:
                yield store


def build(
    root: Path,
    out: Path,
    *,
    as_of: Callable[[str], date],
    drafts: bool,
    progress: Progress,
    store: Path | None = None,
    processes: int | None = None,
    kinds: tuple[Kind, ...] = REGISTERS + REFERENCE,
    templates: tuple[Path, ...] = (),
) -> Built:
    """Build the base at the root into `out`, as `SiteBuild` does it once."""
    site = SiteBuild(
        root,
        out,
        as_of=as_of,
        drafts=drafts,
        store=store,
        processes=processes,
        kinds=kinds,
        templates=templates,
    )
    return site.build(progress)
