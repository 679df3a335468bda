"""Accidents that befall a file: bytes, words, lines and values put in, lost, moved or doubled."""

from __future__ import annotations

from random import Random

AWKWARD = [
    *(
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
        b"\r",
        b"\r\n",
        b"\n",
        b"\n\n",
        b"\t",
    ),
    *(
        b": ",
        b":",
        b"- ",
        b"-",
        b"? ",
        b"---\n",
        b"...\n",
        b"# ",
        b" #",
        b"'",
        b'"',
        b"|",
        b">",
        b"|-\n",
        b"{",
        b"}",
    ),
    *(
        b"[",
        b"]",
        b",",
        b"&a ",
        b"*a",
        b"!t ",
        b"!!set ",
        b"<<: ",
        b"%",
        b"@",
        b"`",
        b"~",
        b"null",
        b"no",
        b"010",
    ),
    *(
        b"12:30",
        b"1e999",
        b".nan",
        b"99999999999999999999",
        b"2026-02-30",
        b"\\u202e",
        b"{{7*7}}",
        b"<script>",
    ),
    *(b"[" * 40, b"{" * 40, b"- " * 40, b"  " * 40, b"\xd1\x8f" * 500, b"> " * 20, b"*_" * 200, b"9" * 300),
]
VALUES = [b"[]", b"{}", b"[{}]", b"''", b"5", b"x", b"true", b"{a: {b: {c: d}}}"]


def damaged(raw: bytes, chance: Random) -> bytes:
    """Return the bytes after one to four accidents: things put in, lost, moved, doubled."""
    for _ in range(chance.randint(1, 4)):
        raw = chance.choice(
            (byte_changed, word_put_in, part_lost, lines_moved, line_indented, value_swapped)
        )(raw, chance)
    return raw


def byte_changed(raw: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + bytes([chance.randrange(256)]) + raw[place + chance.randrange(2) :]


def word_put_in(raw: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + chance.choice(AWKWARD) + raw[place:]


def part_lost(raw: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + raw[place + chance.choice((1, 2, 10, 100, 5000)) :]


def lines_moved(raw: bytes, chance: Random) -> bytes:
    lines = raw.splitlines(keepends=True) or [b""]
    line = chance.choice(lines)
    if chance.random() < 0.5:
        lines.remove(line)
    lines.insert(chance.randrange(len(lines) + 1), line)
    return b"".join(lines)


def line_indented(raw: bytes, chance: Random) -> bytes:
    lines = raw.splitlines(keepends=True) or [b""]
    place = chance.randrange(len(lines))
    lines[place] = chance.choice((b"  ", b" ", b"\t", b"- ")) + lines[place].lstrip(
        chance.choice((b" ", b""))
    )
    return b"".join(lines)


def value_swapped(raw: bytes, chance: Random) -> bytes:
    lines = raw.splitlines(keepends=True) or [b""]
    place = chance.randrange(len(lines))
    key = lines[place].partition(b":")[0]
    lines[place] = key + b": " + chance.choice((*AWKWARD, *VALUES)) + b"\n"
    return b"".join(lines)
