"""Made things under their keys, in one SQLite file that may be deleted at any time.

A thing that cannot be read or written is made again: that is always right, only slower. Each thing carries
the digest of its name and its bytes; one that is damaged, or stands under the name of another one, is not
there. Without a file things are kept in memory.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

VERSION = 3
_PATIENCE_SECONDS = 10
_DIGEST = 16
_GET = "SELECT content FROM made WHERE kind = ? AND key = ?"
_GET_MANY = "SELECT key, content FROM made WHERE kind = ? AND key IN"
_AT_ONCE = 500
_KEYS = "SELECT key FROM made WHERE kind = ? AND substr(key, 1, ?) = ?"
_PUT = "INSERT OR REPLACE INTO made (kind, key, content) VALUES (?, ?, ?)"
_DELETE = "DELETE FROM made WHERE kind = ? AND key = ?"


class Store:
    """The store of one base. Only the process that opened it writes; one that was forked reads for itself.

    `read_only` neither makes nor changes the file.
    """

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self._path = path
        self._process = os.getpid()
        self._connection = (_readable if read_only else _open)(path) if path else None
        self._at_hand: dict[tuple[str, str], bytes] | None = None if path else {}
        self._inherited: sqlite3.Connection | None = None  # kept so that a forked process does not close it

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()

    def get(self, kind: str, key: str) -> bytes | None:
        """Return what was put under the key, or None."""
        if self._at_hand is not None:
            return self._at_hand.get((kind, key))
        connection = self._own_connection()
        if connection is None:
            return None
        try:
            row = connection.execute(_GET, (kind, key)).fetchone()
        except sqlite3.Error:
            return None
        return None if row is None else _sound(kind, key, bytes(row[0]))

    def get_many(self, kind: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Return what was put under those of the keys that are there."""
        found: dict[str, bytes] = {}
        if self._at_hand is not None:
            return {key: thing for key in keys if (thing := self._at_hand.get((kind, key))) is not None}
        connection = self._own_connection()
        for first in range(0, len(keys) if connection else 0, _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            asked = f"{_GET_MANY} ({', '.join('?' * len(some))})"
            with suppress(sqlite3.Error):
                for key, raw in connection.execute(asked, (kind, *some)) if connection else ():
                    content = _sound(kind, key, raw)
                    if content is not None:
                        found[key] = content
        return found

    def put(self, kind: str, things: Iterable[tuple[str, bytes]], gone: Iterable[str] = ()) -> None:
        """Keep things of a kind under their keys, and forget those of other keys."""
        if self._at_hand is not None:
            for key in gone:
                self._at_hand.pop((kind, key), None)
            self._at_hand.update(((kind, key), content) for key, content in things)
        if self._connection is None or os.getpid() != self._process:
            return
        with suppress(sqlite3.Error), self._connection as connection:
            connection.executemany(_DELETE, ((kind, key) for key in gone))
            connection.executemany(
                _PUT, ((kind, key, _digest(kind, key, content) + content) for key, content in things)
            )

    def keys(self, kind: str, prefix: str) -> list[str]:
        """Return the keys of a kind that begin so."""
        if self._at_hand is not None:
            return [key for of_kind, key in self._at_hand if of_kind == kind and key.startswith(prefix)]
        connection = self._own_connection()
        try:
            found = connection.execute(_KEYS, (kind, len(prefix), prefix)) if connection else ()
            return [key for (key,) in found]
        except sqlite3.Error:
            return []

    def keep_only(self, kind: str, key: str) -> None:
        """Forget everything of a kind but one key, so that the file does not grow without end."""
        if self._connection is None or os.getpid() != self._process:
            return
        with suppress(sqlite3.Error), self._connection as connection:
            connection.execute("DELETE FROM made WHERE kind = ? AND key <> ?", (kind, key))

    def _own_connection(self) -> sqlite3.Connection | None:
        """Return a connection of this very process: SQLite's must not be carried across a fork."""
        if os.getpid() != self._process:
            self._process = os.getpid()
            self._inherited, self._connection = self._connection, None
            self._connection = _readable(self._path) if self._path else None
        return self._connection


def _digest(kind: str, key: str, content: bytes) -> bytes:
    digest = hashlib.blake2b(f"{kind}\n{key}\n".encode(), digest_size=_DIGEST)
    digest.update(content)
    return digest.digest()


def _sound(kind: str, key: str, raw: bytes) -> bytes | None:
    content = raw[_DIGEST:]
    return content if _digest(kind, key, content) == raw[:_DIGEST] else None


def _is_astray(path: Path) -> bool:
    return path.is_symlink() or path.parent.is_symlink()


def _readable(path: Path) -> sqlite3.Connection | None:
    if _is_astray(path) or not path.is_file():
        return None
    try:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=_PATIENCE_SECONDS, uri=True)
    except sqlite3.Error:
        return None


def _open(path: Path) -> sqlite3.Connection | None:
    if _is_astray(path):
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
    connection = sqlite3.connect(path, timeout=_PATIENCE_SECONDS)
    try:
        # What a loss of power spoils is found by its digest and made again.
        connection.execute("PRAGMA synchronous = OFF")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError("a store of another version")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS made (kind TEXT, key TEXT, content BLOB, PRIMARY KEY (kind, key))"
        )
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.commit()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
