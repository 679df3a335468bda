"""Keys made of content, and the store that keeps made things under them.

A key is a digest of everything a thing was made of, so a thing whose key stands is never stale. The
store is one file that may be deleted at any time; it is never trusted over content.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

STORE_VERSION = 1


def key_of(*parts: bytes | str) -> str:
    """Return the key of the parts, unequal for parts that are cut otherwise."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()


def key_of_files(files: Iterable[tuple[str, bytes]]) -> str:
    """Return the key of named contents, whatever their order."""
    return key_of(*(key_of(name, content) for name, content in sorted(files)))


class KeyedStore:
    """Made things by kind and key, in one SQLite file.

    A store that cannot be opened, read or written is the same as an empty one: making a thing again
    is always right, only slower.
    """

    def __init__(self, path: Path) -> None:
        self._connection = _open(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()

    def get(self, kind: str, key: str) -> bytes | None:
        """Return what was put under the key, or None."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT content FROM made WHERE kind = ? AND key = ?", (kind, key)
            ).fetchone()
        except sqlite3.Error:
            return None
        return None if row is None else bytes(row[0])

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Keep the content under the key."""
        if self._connection is None:
            return
        try:
            with self._connection:
                self._connection.execute(
                    "INSERT OR REPLACE INTO made (kind, key, content) VALUES (?, ?, ?)", (kind, key, content)
                )
        except sqlite3.Error:
            return

    def keep_only(self, kind: str, key: str) -> None:
        """Forget everything of a kind but one key, so that the file does not grow without end."""
        if self._connection is None:
            return
        try:
            with self._connection:
                self._connection.execute("DELETE FROM made WHERE kind = ? AND key <> ?", (kind, key))
        except sqlite3.Error:
            return


def _open(path: Path) -> sqlite3.Connection | None:
    if path.is_symlink() or path.parent.is_symlink():
        return None
    for fresh in (False, True):
        try:
            if fresh:
                path.unlink(missing_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
            return _prepared(path)
        except (sqlite3.Error, OSError):
            continue
    return None


def _prepared(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=2)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, STORE_VERSION):
            raise sqlite3.DatabaseError("a store of another version")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS made (kind TEXT, key TEXT, content BLOB, PRIMARY KEY (kind, key))"
        )
        connection.execute(f"PRAGMA user_version = {STORE_VERSION}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
