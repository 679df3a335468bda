"""Encodings, line ends and characters of a file before anything of YAML is looked at."""

from __future__ import annotations

import pytest

from metodbank.problems import Mark
from metodbank.yaml_source import positions_of, read_yaml


def findings(raw: bytes) -> list[tuple[str, Mark | None]]:
    return [(finding.code, finding.mark) for finding in read_yaml(raw).findings]


def test_byte_order_mark_is_no_part_of_the_first_field() -> None:
    raw = b"\xef\xbb\xbfa: 1\n"
    assert read_yaml(raw).data == {"a": 1}
    assert positions_of(raw).keys == {("a",): Mark(1, 1)}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_counted_alike(end: str) -> None:
    assert findings(f"a: 1{end}b: Слово #конец{end}c: no{end}".encode()) == [
        ("MB016", Mark(2, 4)),
        ("MB013", Mark(3, 4)),
    ]
    assert findings(f"a: 1{end}b: один: два{end}".encode()) == [("MB019", Mark(2, 1))]
    assert findings(f"a: 1{end}b: x\x1by{end}".encode()) == [("MB007", Mark(2, 5))]


@pytest.mark.parametrize(
    ("encoding", "guess"), [("cp1251", "Windows-1251"), ("utf-16", "UTF-16"), ("cp866", "")]
)
def test_other_encoding_is_told_with_the_first_line_that_shows_it(encoding: str, guess: str) -> None:
    parsed = read_yaml("Слово: 1\nb: Слово и слово\n".encode(encoding))
    assert parsed.data is None
    assert [(f.code, f.mark, f.value) for f in parsed.findings] == [("MB006", Mark(1, 1), guess)]


def test_line_of_the_first_wrong_byte_is_told() -> None:
    assert findings(b"a: 1\nb: 2\nc: " + b"\xff\xfe\n") == [("MB006", Mark(3, 1))]
    assert findings(b"a: 1\nb: \xed\xa0\x80\n") == [("MB006", Mark(2, 1))]


UNWANTED = "\x00\x01\x1b\x7f\x9f\u202a\u202e\u2066\u2069\ufeff\ufffe\uffff\u0085\u2028\u2029"


@pytest.mark.parametrize("letter", UNWANTED, ids=lambda letter: f"U+{ord(letter):04X}")
def test_unseen_character_is_told_at_its_place_raw_and_escaped(letter: str) -> None:
    assert findings(f"a: 1\nb: аб{letter}в\n".encode()) == [("MB007", Mark(2, 6))]
    assert findings(f'a: 1\nb: "аб\\u{ord(letter):04x}в"\n'.encode()) == [("MB007", Mark(2, 4))]
    assert findings(f'a: 1\n"аб\\u{ord(letter):04x}в": 1\n'.encode()) == [("MB007", Mark(2, 1))]


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\N", r"\L", r"\P", r"\x00", r"\U0000202E"])
def test_escape_of_an_unseen_character_is_told(escape: str) -> None:
    assert findings(f'a: "{escape}"'.encode()) == [("MB007", Mark(1, 4))]


def test_half_of_a_surrogate_pair_is_no_character() -> None:
    for escape in (r"\ud800", r"\udfff", r"\U0000d800"):
        assert [code for code, _ in findings(f'a: 1\nb: "{escape}"\n'.encode())] == ["MB008"]


def test_ordinary_characters_of_russian_texts_pass() -> None:
    text = "«Ёлочки» — 5–6 классы, №\u00a01, 30\u00a0%, а́, 👩‍🏫, ✓, H₂O, x²"
    assert read_yaml(f"a: {text}".encode()).data == {"a": text}


def test_letters_are_composed_so_that_equal_words_are_equal() -> None:
    assert read_yaml("a: \u0438\u0306\u0435\u0308".encode()).data == {"a": "\u0439\u0451"}
