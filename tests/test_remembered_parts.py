"""What is made once and shown on many pages: nothing of it is lost, and what it read is noted each time."""

from __future__ import annotations

from metodbank.pages.ready import ReadyParts
from metodbank.reads import Remembered, read, reading, unnoted


def test_parts_stand_where_their_marks_were_and_stray_characters_stay() -> None:
    parts = ReadyParts()
    one = parts.mark("card/practice/a", "<li>№ 1</li>".encode())
    two = parts.mark("panel/practice", b"<nav></nav>")
    page = f"a\0b{one}c{two}{one}\0".encode()
    assert parts.put_into(page) == "a\0b<li>№ 1</li>c<nav></nav><li>№ 1</li>\0".encode()
    assert parts.put_into(b"nothing") == b"nothing"


def test_remembered_thing_is_made_once_and_notes_each_time_what_making_it_read() -> None:
    made = []

    def title(kind: str, identifier: str) -> str:
        read(f"entry/{kind}/{identifier}")
        made.append(identifier)
        return identifier.upper()

    titles = Remembered(title)
    with unnoted():
        assert titles.of("practice", "a") == "A"
    for _ in range(2):
        with reading() as names:
            read("day")
            assert titles.of("practice", "a") == "A"
        assert names == {"day", "entry/practice/a"}
    with reading() as names:
        assert titles.of("practice", "b") == "B"
    assert names == {"entry/practice/b"}
    assert made == ["a", "b"]
