"""The root of a knowledge base as the only folder that anything is read from.

Only ordinary files inside the root are opened: no symbolic links on the way or at the end, no devices.
Folders are walked in the order of their names, so nothing depends on the file system.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from metodbank.problems import Finding

MAX_RECORD_BYTES = 64 * 1024
MAX_REFERENCE_BYTES = 4 * 1024 * 1024
MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024
_MAX_FOLDER_DEPTH = 6
_UNINTERESTING = ("thumbs.db", "desktop.ini")
_OPEN_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


class RootFolder:
    """Reads inside one root; paths are relative to it, with forward slashes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = str(root)
        self._plain: dict[str, bool] = {"": True}

    def files_in(self, folder: str) -> Iterator[str | tuple[str, Finding]]:
        """Yield the files below the folder by name; a link or device as its path and a finding."""
        if self._is_plain_folder(folder):
            yield from self._walk(folder, 0)
        elif self.stands(folder):
            yield folder, Finding("MB001", value=folder)

    def read(self, path: str, limit: int) -> bytes | Finding:
        """Return the bytes of a file, or why they were not read."""
        if not self._is_plain_folder(path.rpartition("/")[0]):
            return Finding("MB001", value=path)
        try:
            descriptor = os.open(f"{self._root}/{path}", _OPEN_FLAGS)
        except OSError as error:
            linked = (self.root / path).is_symlink()
            return Finding("MB001" if linked else "MB022", value=path if linked else error.strerror or "")
        try:
            return _content(descriptor, path, limit)
        finally:
            os.close(descriptor)

    def names(self) -> list[str]:
        """Return the names of the ordinary files in the root itself."""
        try:
            with os.scandir(self.root) as entries:
                plain = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
        except OSError:
            return []
        return sorted(name for name in plain if not name.startswith("."))

    def folders(self) -> list[str]:
        """Return the names of the folders in the root itself."""
        try:
            with os.scandir(self.root) as entries:
                inside = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        except OSError:
            return []
        return sorted(name for name in inside if not name.startswith("."))

    def stands(self, path: str) -> bool:
        """Return whether anything at all stands at the path, a link or a device included."""
        return os.path.lexists(self.root / path)

    def exists(self, path: str) -> bool:
        """Return whether an ordinary file stands at the path."""
        if not self._is_plain_folder(path.rpartition("/")[0]):
            return False
        try:
            return stat.S_ISREG(os.lstat(self.root / path).st_mode)
        except OSError:
            return False

    def size(self, path: str) -> int:
        """Return the size of a file in bytes, 0 where there is none."""
        try:
            return os.lstat(self.root / path).st_size
        except OSError:
            return 0

    def stamp(self, path: str) -> tuple[int, ...]:
        """Return what the system gives another value when a file is changed or exchanged."""
        try:
            status = os.lstat(f"{self._root}/{path}")
        except OSError:
            return ()
        return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns

    def _is_plain_folder(self, folder: str) -> bool:
        """Return whether all on the way to the folder are folders, no links; asked of the system once."""
        known = self._plain.get(folder)
        if known is None:
            known = self._plain[folder] = self._is_plain_folder(folder.rpartition("/")[0]) and _is_folder(
                f"{self._root}/{folder}"
            )
        return known

    def _walk(self, folder: str, depth: int) -> Iterator[str | tuple[str, Finding]]:
        try:
            with os.scandir(self.root / folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield folder, Finding("MB022", value=error.strerror or "")
            return
        for entry in found:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith((".", "~$")) or entry.name.lower() in _UNINTERESTING:
                continue
            readable = path.encode("utf-8", "replace").decode()
            if path != readable:  # the name is bytes that are no text
                yield readable, Finding("MB002", value=readable.rpartition("/")[2])
            elif entry.is_file(follow_symlinks=False):
                yield path
            elif entry.is_dir(follow_symlinks=False) and depth < _MAX_FOLDER_DEPTH:
                yield from self._walk(path, depth + 1)
            else:
                yield path, Finding("MB001", value=path)


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def _content(descriptor: int, path: str, limit: int) -> bytes | Finding:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        return Finding("MB001", value=path)
    if status.st_size > limit:
        size = f"{limit // 1024} КБ" if limit < 1024 * 1024 else f"{limit // (1024 * 1024)} МБ"
        return Finding("MB005", value=path, details={"limit": size})
    try:
        # A buffer of the limit would take longer to make ready than a record to read.
        content = os.read(descriptor, status.st_size + 1) if status.st_size else b""
        grown = len(content) > status.st_size
        return content + os.read(descriptor, limit) if grown else content
    except OSError as error:
        return Finding("MB022", value=error.strerror or "")
