"""What the published folder holds, found in one walk that follows no link."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Stamp = tuple[int, int]
"""The size of a file in bytes and the time of its last change in nanoseconds."""
_STANDS_FOR_ANOTHER = 0x20000000
"""The bit of a Windows reparse tag that tells links and junctions from folders kept in a cloud."""


@dataclass(slots=True)
class Standing:
    """Ordinary files by address, what is neither file nor folder (links), and folders, parents first."""

    files: dict[str, Stamp] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing stands at all."""
        return not (self.files or self.others or self.folders)

    def after(self, written: Mapping[str, Stamp], deleted: Iterable[str]) -> Standing | None:
        """Return what stands there after files were written and deleted; None where folders came or went."""
        if self.others or not {address.rpartition("/")[0] for address in written} <= {"", *self.folders}:
            return None
        files = {**self.files, **written}
        for address in deleted:
            del files[address]
        return Standing(files, [], self.folders)


def standing_in(out: str, *, without: tuple[str, ...] = ()) -> Standing:
    """Return what stands in a folder, nothing where there is none.

    Names at its top that begin so are left out. Raises `OSError` where it cannot be read.
    """
    found = Standing()
    if os.path.lexists(out):
        _walk(out, "", found, without)
    return found


def _walk(folder: str, prefix: str, found: Standing, without: tuple[str, ...]) -> None:
    inside = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if not prefix and entry.name.startswith(without):
                continue
            address = prefix + entry.name
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(status.st_mode):
                found.files[address] = (status.st_size, status.st_mtime_ns)
            elif is_plain_folder(status):
                inside.append((entry.path, address))
            else:
                found.others.append(address)
    for path, address in inside:
        found.folders.append(address)
        _walk(path, f"{address}/", found, without)


def is_plain_folder(status: os.stat_result) -> bool:
    """Return whether it is a folder and no link to one; Windows has links that call themselves folders."""
    is_link = getattr(status, "st_reparse_tag", 0) & _STANDS_FOR_ANOTHER
    return stat.S_ISDIR(status.st_mode) and not is_link
