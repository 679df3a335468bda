"""What stands in a root: the files that a site is made of, each with the key of its content.

Only content counts: no time, size or number of a file system stands for it between two builds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from metodbank.keys import key_of
from metodbank.problems import Finding
from metodbank.processes import done_by_many
from metodbank.root_folder import MAX_ATTACHMENT_BYTES, RootFolder

_WORTH = 10000
"""So many files are read in the time that a process takes to begin and to give back their keys."""


@dataclass(frozen=True)
class Inputs:
    """The names in the root itself, and the files below its folders; what is no ordinary file has no key.

    `looked_in` are the folders of which the files are known.
    """

    names: tuple[str, ...]
    folders: tuple[str, ...]
    looked_in: tuple[str, ...]
    keys: dict[str, str]

    @cached_property
    def key(self) -> str:
        """Return the key of everything together."""
        return key_of(
            *self.names, "", *self.folders, "", *(f"{path}\n{key}" for path, key in self.keys.items())
        )


def inputs_of(folder: RootFolder, folders: Iterable[str], *, without: str = "", processes: int = 1) -> Inputs:
    """Return what stands in the root and below some of its folders, in the order of names.

    `without` is the name of a folder of the root that is not looked at: the site that is made of the rest.
    """
    names = tuple(folder.names())
    found = tuple(name for name in folder.folders() if name != without)
    looked_in = looked_in_for(folders)
    entries = [*names, *(entry for name in looked_in for entry in folder.files_in(name))]
    plain = [entry for entry in entries if isinstance(entry, str)]
    keys = dict(zip(plain, done_by_many(partial(_keys, folder), plain, processes, worth=_WORTH), strict=True))
    keys |= {entry[0]: "" for entry in entries if not isinstance(entry, str)}
    return Inputs(names, found, looked_in, keys)


def looked_in_for(folders: Iterable[str]) -> tuple[str, ...]:
    """Return the folders in the order in which they are looked into."""
    return tuple(sorted(set(folders)))


def _keys(folder: RootFolder, paths: Sequence[str]) -> list[str]:
    return [_key(folder, path) for path in paths]


def _key(folder: RootFolder, path: str) -> str:
    raw = folder.read(path, MAX_ATTACHMENT_BYTES)
    return repr(raw) if isinstance(raw, Finding) else content_key(raw)


def content_key(raw: bytes) -> str:
    """Return the key of the bytes of a file."""
    return key_of(raw)
