"""What stands in a root: the files that a site is made of, each with the key of its content.

Only content counts: no time, size or number of a file system stands for it from one run to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from metodbank.keys import key_of
from metodbank.problems import Finding
from metodbank.processes import done_by_many
from metodbank.root_folder import MAX_ATTACHMENT_BYTES, RootFolder

_WORTH = 10000
"""So many files are read in the time that a process takes to begin and to give back their keys."""

KeysOf = Callable[[RootFolder, Sequence[str]], list[str]]
"""Gives the key of each file."""


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


class FileKeys:
    """The keys of files, for a process that looks again and again and is told what was saved meanwhile.

    A file is read again when it was saved, and also when it has another stamp than before: a system that is
    busy may forget to tell, and a file that was written twice within one tick of the clock has one stamp.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[int, ...], str]] = {}

    def of(self, folder: RootFolder, paths: Sequence[str], saved: Container[str]) -> list[str]:
        """Return the keys of the files."""
        found = {}
        for path in paths:
            # The stamp is taken first: what is changed after it will have another one.
            stamp = folder.stamp(path)
            known = self._known.get(path)
            if known is None or known[0] != stamp or path in saved:
                known = stamp, _key(folder, path)
            found[path] = known
        self._known = found
        return [key for _, key in found.values()]


def inputs_of(
    folder: RootFolder,
    folders: Iterable[str],
    *,
    without: str = "",
    processes: int = 1,
    keys_of: KeysOf | None = None,
) -> Inputs:
    """Return what stands in the root and below some of its folders, in the order of names.

    `without` is the name of a folder of the root that is not looked at: the site that is made of the rest.
    `keys_of` gives the keys of files otherwise than by reading them all.
    """
    names = tuple(folder.names())
    found = tuple(name for name in folder.folders() if name != without)
    looked_in = looked_in_for(folders)
    entries = [*names, *(entry for name in looked_in for entry in folder.files_in(name))]
    plain = [entry for entry in entries if isinstance(entry, str)]
    if keys_of is None:
        found_keys = done_by_many(partial(_keys, folder), plain, processes, worth=_WORTH)
    else:
        found_keys = keys_of(folder, plain)
    keys = dict(zip(plain, found_keys, strict=True))
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
