"""A store that is never worse than none: spoilt, of another version, out of reach, in several processes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from metodbank.store import Store


def test_store_gives_back_what_was_put(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "store.sqlite"
    with Store(path) as store:
        store.put("frames", [("a", b"1")])
        store.put("frames", [("b", b"2")])
        store.put("pages", [("a", b"3")])
        store.put("frames", [("a", b"4")])
    with Store(path) as store:
        found = [
            store.get("frames", "a"),
            store.get("frames", "b"),
            store.get("pages", "a"),
            store.get("pages", "b"),
        ]
        assert found == [b"4", b"2", b"3", None]
        store.keep_only("frames", "b")
        assert [store.get("frames", "a"), store.get("frames", "b"), store.get("pages", "a")] == [
            None,
            b"2",
            b"3",
        ]


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"x" * 5000])
def test_spoilt_store_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    with Store(path) as store:
        assert store.get("frames", "a") is None
        store.put("frames", [("a", b"1")])
        assert store.get("frames", "a") == b"1"


def test_store_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE made (other TEXT)")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with Store(path) as store:
        store.put("frames", [("a", b"1")])
        assert store.get("frames", "a") == b"1"


def test_place_where_no_store_can_be_is_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with Store(tmp_path / "file" / "store.sqlite") as store:
        store.put("frames", [("a", b"1")])
        assert store.get("frames", "a") is None
        store.keep_only("frames", "a")
