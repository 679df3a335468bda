"""Keys of content, and a store that is never worse than none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metodbank.keys import KeyedStore, key_of, key_of_files

parts = st.lists(st.text(max_size=5) | st.binary(max_size=5), max_size=4)


def as_bytes(values: list[str | bytes]) -> list[bytes]:
    return [value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value for value in values]


@given(parts, parts)
def test_keys_are_equal_only_for_equal_parts(first: list[str | bytes], second: list[str | bytes]) -> None:
    assert (key_of(*first) == key_of(*second)) == (as_bytes(first) == as_bytes(second))


def test_parts_that_are_cut_otherwise_have_another_key() -> None:
    assert len({key_of("ab"), key_of("a", "b"), key_of("ab", ""), key_of("", "ab"), key_of("b", "a")}) == 5


def test_key_of_files_does_not_hang_on_their_order() -> None:
    files = [("а", b"1"), ("б", b"2")]
    assert key_of_files(files) == key_of_files(files[::-1])
    assert key_of_files(files) != key_of_files([("а", b"2"), ("б", b"1")])


def test_store_gives_back_what_was_put(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "store.sqlite"
    with KeyedStore(path) as store:
        store.put("frames", "a", b"1")
        store.put("frames", "b", b"2")
        store.put("pages", "a", b"3")
        store.put("frames", "a", b"4")
    with KeyedStore(path) as store:
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
    with KeyedStore(path) as store:
        assert store.get("frames", "a") is None
        store.put("frames", "a", b"1")
        assert store.get("frames", "a") == b"1"


def test_store_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE made (other TEXT)")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with KeyedStore(path) as store:
        store.put("frames", "a", b"1")
        assert store.get("frames", "a") == b"1"


def test_place_where_no_store_can_be_is_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with KeyedStore(tmp_path / "file" / "store.sqlite") as store:
        store.put("frames", "a", b"1")
        assert store.get("frames", "a") is None
        store.keep_only("frames", "a")
