"""The quick answer: nothing that the site was made of has changed, and the site stands as it was left.

This module imports little, because on this path importing the rest would take most of the time.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from metodbank.inputs import Inputs, inputs_of
from metodbank.keys import key_of
from metodbank.problems import Problem
from metodbank.publishing.standing import Stamp, standing_in
from metodbank.publishing.workplace import Workplace
from metodbank.root_folder import RootFolder
from metodbank.store import Store

ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: how many pages the site has, which of its files were written and deleted."""

    problems: list[Problem]
    pages: int
    set_aside: int
    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """How the last build of a site ended: what it was made of, and what stood in the folder after it."""

    program: str
    folders: tuple[str, ...]
    inputs: str
    time_zone: str
    day: date
    standing: dict[str, Stamp]
    built: Built


class Found(NamedTuple):
    """What the last build came to, None where it has to be built again; then what stands in the root now."""

    built: Built | None = None
    inputs: Inputs | None = None


def keep_end(store: Store, key: str, ended: Ended) -> None:
    """Put the end of a build into the store."""
    store.put(ENDED, [(key, pickle.dumps(ended, protocol=5))])


def site_key(out: Path | str, *, drafts: bool) -> str:
    """Return the key under which a store keeps what it knows of one site: of its folder, or of a name."""
    return key_of(str(out.absolute()) if isinstance(out, Path) else out, "drafts" if drafts else "")


def site_folder(root: Path, out: Path) -> str:
    """Return the name that the site has among the folders of the root, empty where it is not among them."""
    return out.name if out.absolute().parent == root.absolute() else ""


def built_before(
    store: Store, root: Path, out: Path, *, drafts: bool, program: str, as_of: Callable[[str], date]
) -> Found:
    """Find out whether everything is as the last build left it."""
    key = site_key(out, drafts=drafts)
    raw = store.get(ENDED, key)
    if raw is None:
        return Found()
    try:
        ended = pickle.loads(raw)  # noqa: S301 (outside the base, and by its digest as this program wrote it)
    except Exception:
        return Found()
    if not isinstance(ended, Ended) or ended.program != program or ended.day != as_of(ended.time_zone):
        return Found()
    inputs = inputs_of(RootFolder(root), ended.folders, without=site_folder(root, out))
    # A build at work shows itself by its lock before it reads anything, so the lock is looked at last.
    is_as_it_was = inputs.key == ended.inputs and _stands(ended, out)
    return Found(built=ended.built) if is_as_it_was else Found(inputs=inputs)


def seems_changed(store: Path, root: Path, out: Path) -> bool:
    """Return whether a file of the base was touched after the store: a hint soon had, and no answer."""
    folder = RootFolder(root)
    inside = [name for name in folder.folders() if name != site_folder(root, out)]
    try:
        kept = store.stat().st_ctime_ns
    except OSError:
        return True
    files = chain(folder.names(), *map(folder.files_in, inside))
    return any(folder.stamp(file)[-1:] > (kept,) for file in files if isinstance(file, str))


def _stands(ended: Ended, out: Path) -> bool:
    place = Workplace.of(out.absolute())
    try:
        if os.path.lexists(place.lock):
            return False
        standing = standing_in(str(out.absolute()), without=place.inside)
        return not standing.others and standing.files == ended.standing and not place.stagings()
    except OSError:
        return False
