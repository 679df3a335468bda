"""The recipe: read → check → draw frames → fill → publish."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from metodbank.checks.running import checked
from metodbank.engines.drawing import drawn_for
from metodbank.errors import BuildFailed
from metodbank.filling import Filling
from metodbank.keys import KeyedStore, key_of
from metodbank.loading import load
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.pages.context import SiteContext
from metodbank.problems import Problem
from metodbank.publishing.publication import publication
from metodbank.rendering import Renderer

STORE = ".metodbank/store.sqlite"
PAGES = "pages"

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    problems: list[Problem]
    pages: int
    set_aside: int


def build(
    root: Path,
    out: Path,
    *,
    as_of: Callable[[str], date],
    drafts: bool,
    progress: Progress,
    kinds: tuple[Kind, ...] = REGISTERS + REFERENCE,
    templates: tuple[Path, ...] = (),
) -> Built:
    """Build the base at the root into `out`.

    `as_of` gives the day for a time zone; `templates` are folders that are looked into before the package's.
    Raises `BuildFailed` where nothing can be published; `out` then stays as it was.
    """
    with (
        KeyedStore(root / STORE) as store,
        publication(out, waiting=lambda: progress("Ждём, пока закончит другая сборка")) as site,
    ):
        progress("Чтение записей")
        loaded = load(root, kinds)
        if loaded.knowledge_base is None:
            raise BuildFailed(
                "\n".join(f"{p.place}: {p.message}\n    → {p.remedy}" for p in loaded.book.problems())
            )
        progress("Проверка")
        day = as_of(loaded.knowledge_base.region.time_zone)
        base = checked(
            replace(loaded.knowledge_base, with_drafts=drafts), loaded.book, loaded.folder, as_of=day
        )
        context = SiteContext(base, day, tuple(loaded.book.problems()), Renderer(*templates))
        progress("Оформление")
        drawn = drawn_for(context, loaded.folder, store)
        progress("Страницы")
        filling = Filling(context, drawn, site)
        filling.everything(loaded.folder)
    with KeyedStore(root / STORE) as store:
        store.put(PAGES, key_of(str(out.resolve())), json.dumps(filling.page_keys).encode())
    return Built(list(context.problems), len(filling.page_keys), len(base.set_aside))
