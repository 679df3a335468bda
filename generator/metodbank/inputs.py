"""What stands in a root: the files that a site is made of, each with the key of its content.

Only content counts: no time, size or number of a file system stands for it between two builds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from metodbank.keys import key_of
from metodbank.problems import Finding
from metodbank.root_folder import MAX_ATTACHMENT_BYTES, RootFolder


@dataclass(frozen=True)
class Inputs:
    """The names in the root itself, and the files below its folders; what is no ordinary file has no key."""

    names: tuple[str, ...]
    folders: tuple[str, ...]
    keys: dict[str, str]

    @cached_property
    def key(self) -> str:
        """Return the key of everything together."""
        return key_of(
            *self.names, "", *self.folders, "", *(f"{path}\n{key}" for path, key in self.keys.items())
        )


def inputs_of(folder: RootFolder, folders: Iterable[str], *, without: str = "") -> Inputs:
    """Return what stands in the root and below some of its folders, in the order of names.

    `without` is the name of a folder of the root that is not looked at: the site that is made of the rest.
    """
    names = tuple(folder.names())
    found = tuple(name for name in folder.folders() if name != without)
    keys = {name: _key(folder, name) for name in names}
    for name in sorted(set(folders)):
        for entry in folder.files_in(name):
            if isinstance(entry, str):
                keys[entry] = _key(folder, entry)
            else:
                keys[entry[0]] = ""
    return Inputs(names, found, keys)


def _key(folder: RootFolder, path: str) -> str:
    raw = folder.read(path, MAX_ATTACHMENT_BYTES)
    return repr(raw) if isinstance(raw, Finding) else content_key(raw)


def content_key(raw: bytes) -> str:
    """Return the key of the bytes of a file."""
    return key_of(raw)
