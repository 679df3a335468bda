"""The built site, what an interrupted build left beside it, and the store of the builds."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from metodbank import __version__
from metodbank.doctoring.examination import Ground, Seen, failure, fine, quoted, warning
from metodbank.publishing.workplace import Workplace
from metodbank.russian_words import counted, number_text

BUILD_FILE = "build.json"
_SQLITE = b"SQLite format 3\0"
_VERSION_AT = slice(60, 64)
"""Where the header of an SQLite file holds the version that its program gave it."""
_MEGABYTE = 1024 * 1024
_NOT_CONTENT = {"site", "examples", "generator", "tests", "benchmarks", "node_modules"}


def site(ground: Ground) -> Seen | None:
    """Return whether a site stands, built by this version from the records as they are."""
    if not ground.is_base:
        return None
    build = ground.command("build")
    if not os.path.lexists(ground.out):
        return warning(f"в {ground.out} ещё не построен", build)
    if not ground.out.is_dir() or (any(ground.out.iterdir()) and not _passport(ground)):
        words = f"в {ground.out} лежит что-то другое: сборка туда откажется писать"
        return failure(words, ground.command("build --out ПАПКА"))
    made = _passport(ground)
    if not made:
        return warning(f"папка {ground.out} пуста", build)
    if made["generator"] != f"metodbank {__version__}":
        words = f"построен другой версией ({made['generator']}), а сейчас metodbank {__version__}"
        return warning(words, build)
    newest = max(_changes(ground), default=(0.0, ground.root))
    if newest[0] > (ground.out / BUILD_FILE).stat().st_mtime and not _is_of_the_base(ground, made):
        return warning(f"старше записей: {newest[1].relative_to(ground.root)} изменён после сборки", build)
    return fine(f"построен этой версией на {made.get('as_of')}")


def leftovers(ground: Ground) -> Seen | None:
    """Return what builds that were interrupted, or are at work now, keep beside the site."""
    place = Workplace.of(ground.out)
    if not ground.is_base or not place.folder.is_dir():
        return None
    left = place.stagings()
    if left:
        words = counted(len(left), "папка", "папки", "папок")
        return warning(
            f"{words} незаконченной сборки; следующая сборка уберёт их сама", ground.command("build")
        )
    return fine("нет")


def store(ground: Ground) -> Seen | None:
    """Return where the store is and whether it is one of this version; it may be deleted at any time."""
    if ground.store is None or not ground.is_base:
        return None
    # Of the libraries it needs only SQLite, which some Pythons are built without.
    from metodbank.store import VERSION as STORE_VERSION

    if not os.path.lexists(ground.store):
        return fine(f"появится при сборке: {ground.store}")
    delete = f"{'del' if os.name == 'nt' else 'rm'} {quoted(ground.store)}"
    if ground.store.is_symlink() or not ground.store.is_file():
        return warning(f"{ground.store} — не файл: хранить сделанное негде", f"ls -l {quoted(ground.store)}")
    with ground.store.open("rb") as file:
        header = file.read(100)
    megabytes = number_text(round(ground.store.stat().st_size / _MEGABYTE, 1))
    words = f"{ground.store}, {megabytes} МБ"
    if not header.startswith(_SQLITE):
        return warning(f"{words}: повреждён; его можно удалить", delete)
    if int.from_bytes(header[_VERSION_AT], "big") != STORE_VERSION:
        return warning(f"{words}: от другой версии; его можно удалить", delete)
    return fine(f"{words}; можно удалить в любое время")


def _passport(ground: Ground) -> dict[str, Any]:
    """Return what the site says of itself, nothing where it is not of this program."""
    try:
        made = json.loads((ground.out / BUILD_FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    is_ours = isinstance(made, dict) and str(made.get("generator", "")).startswith("metodbank ")
    return made if is_ours else {}


def _is_of_the_base(ground: Ground, made: dict[str, Any]) -> bool:
    """Return whether the store knows that the site was made of the files as they are.

    Times alone do not tell: what has the same bytes is not written again, and a file may be touched.
    """
    # Of the libraries they need only SQLite, which some Pythons are built without.
    from metodbank.program import program_key
    from metodbank.store import Store
    from metodbank.unchanged import built_before

    try:
        day = date.fromisoformat(str(made.get("as_of")))
    except ValueError:
        return False
    with Store(ground.store, read_only=True) as store:
        return any(
            built_before(
                store,
                ground.root,
                ground.out,
                drafts=drafts,
                program=program_key(),
                as_of=lambda zone: day,
            ).built
            for drafts in (False, True)
        )


def _changes(ground: Ground) -> Iterator[tuple[float, Path]]:
    """Yield when each file that a site is made of was changed last."""
    out = ground.out.resolve()
    for folder, inside, files in os.walk(ground.root):
        here = Path(folder)
        inside[:] = [
            name
            for name in inside
            if not name.startswith(".") and name not in _NOT_CONTENT and (here / name).resolve() != out
        ]
        for name in files:
            if here != ground.root or name in {"region.yml", "mkdocs.yml"}:
                yield (here / name).lstat().st_mtime, here / name
