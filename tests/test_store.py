"""A store that is never worse than none: spoilt, of another version, out of reach, in several processes."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from metodbank.store import Store

SWAPPED = """
CREATE TABLE was AS SELECT * FROM made;
UPDATE made SET content = (SELECT content FROM was WHERE was.key <> made.key);
"""


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


def test_many_things_are_fetched_at_once_and_forgotten_ones_are_gone(tmp_path: Path) -> None:
    things = {f"thing-{number}": f"{number}".encode() for number in range(1700)}
    for store in (Store(tmp_path / "store.sqlite"), Store(None)):
        with store:
            store.put("cards", things.items())
            store.put("pages", [("thing-1", b"another")])
            assert store.get_many("cards", [*things, "no such thing"]) == things
            assert store.get_many("cards", []) == {}
            store.put(
                "cards", [("thing-2", b"new"), ("more", b"more")], gone=["thing-1", "thing-2", "absent"]
            )
            found = store.get_many("cards", ["thing-0", "thing-1", "thing-2", "more"])
            assert found == {"thing-0": b"0", "thing-2": b"new", "more": b"more"}
            assert store.get("pages", "thing-1") == b"another"


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE made SET content = x'00112233'",
        "UPDATE made SET content = substr(content, 1, length(content) - 1)",
        SWAPPED,
        "UPDATE made SET kind = 'pages'",
        "DROP TABLE made",
    ],
)
def test_thing_that_is_not_what_was_put_under_its_name_is_not_there(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "store.sqlite"
    with Store(path) as store:
        store.put("cards", [("a", b"1"), ("b", b"2")])
    with sqlite3.connect(path) as connection:
        connection.executescript(damage)
    connection.close()
    with Store(path) as store:
        assert store.get("cards", "a") is None
        assert store.get("pages", "a") is None
        assert store.get_many("cards", ["a", "b"]) == {}
        assert store.get_many("pages", ["a", "b"]) == {}


def test_store_that_is_only_read_is_neither_made_nor_changed(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with Store(path, read_only=True) as store:
        assert store.get("cards", "a") is None
        store.put("cards", [("a", b"1")])
    assert list(tmp_path.iterdir()) == []
    with Store(path) as store:
        store.put("cards", [("a", b"1")])
    before = (path.stat(), path.read_bytes())
    with Store(path, read_only=True) as store:
        store.put("cards", [("a", b"2")])
        store.keep_only("cards", "b")
        assert store.get("cards", "a") == b"1"
    assert (path.stat(), path.read_bytes()) == before
    path.write_bytes(b"not a database")
    with Store(path, read_only=True) as store:
        assert store.get("cards", "a") is None
    assert path.read_bytes() == b"not a database"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_process_that_was_forked_reads_and_does_not_write(tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        store.put("cards", [("a", b"1")])
        process = os.fork()
        if not process:
            store.put("cards", [("a", b"2"), ("b", b"2")])
            store.keep_only("cards", "b")
            read = (store.get("cards", "a"), store.get_many("cards", ["a", "b"]))
            os._exit(0 if read == (b"1", {"a": b"1"}) else 1)
        assert os.waitpid(process, 0)[1] == 0
        store.put("cards", [("c", b"3")])
        assert store.get_many("cards", ["a", "b", "c"]) == {"a": b"1", "c": b"3"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_several_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    processes = []
    for writer in range(4):
        process = os.fork()
        if not process:
            with Store(path) as store:
                for number in range(40):
                    store.put("cards", [(f"{writer}-{number}", f"{writer}".encode() * 5000)])
            os._exit(0)
        processes.append(process)
    assert [os.waitpid(process, 0)[1] for process in processes] == [0, 0, 0, 0]
    with Store(path) as store:
        for writer in range(4):
            kept = store.get_many("cards", [f"{writer}-{number}" for number in range(40)])
            assert set(kept.values()) == {f"{writer}".encode() * 5000}
            assert len(kept) == 40
