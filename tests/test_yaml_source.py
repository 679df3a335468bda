"""Bytes of a contributor's file: what comes out as values, and what each thing YAML does badly is called."""

from __future__ import annotations

import pytest

from metodbank.problems import Mark
from metodbank.yaml_source import read_yaml


def findings(text: str | bytes) -> list[tuple[str, Mark | None]]:
    raw = text.encode() if isinstance(text, str) else text
    return [(finding.code, finding.mark) for finding in read_yaml(raw).findings]


def data_of(text: str | bytes) -> object:
    raw = text.encode() if isinstance(text, str) else text
    parsed = read_yaml(raw)
    assert parsed.findings == []
    return parsed.data


def test_plain_values_keep_their_meaning() -> None:
    text = "a: 36\nb: -0.5\nc: true\nd: слово\ne: [1, два]\nf: {g: '010'}\nh: 2026-11-22\ni: ~\nj:\nk: null\n"
    assert data_of(text) == {
        "a": 36, "b": -0.5, "c": True, "d": "слово", "e": [1, "два"], "f": {"g": "010"}, "h": "2026-11-22",
        "i": None, "j": None, "k": None,
    }  # fmt: skip


def test_words_that_other_readers_take_for_booleans_stay_keys() -> None:
    assert data_of("on: a\nno: b\n010: c\ntrue: d\n") == {"on": "a", "no": "b", "010": "c", "true": "d"}


@pytest.mark.parametrize(
    "value",
    [
        *(
            "yes",
            "No",
            "ON",
            "off",
            "010",
            "0x1F",
            "0o17",
            "0b1",
            "1_000",
            "12:30",
            "12:30:45",
            "1e5",
            "1.5E-3",
        ),
        *("+5", "+1.5", ".5", "3.", ".nan", ".inf", "-.INF", "1234567890123456789", "9" * 5000),
    ],
)
def test_value_that_programs_read_differently_is_told_unless_quoted(value: str) -> None:
    assert findings(f"a: {value}") == [("MB013", Mark(1, 4))]
    assert data_of(f"a: '{value}'") == {"a": value}


@pytest.mark.parametrize(
    "value", ["2026-02-30", "0-0", "1.2.3", "8 (000) 00", "+7 (000) 000", "5а", "-1-", "нет", "y"]
)
def test_value_that_only_looks_like_a_number_is_text(value: str) -> None:
    assert data_of(f"a: {value}") == {"a": value}


@pytest.mark.parametrize("text", ["a: &a [*a]", "a: *nothing", "a: &x b", "a:\n  - &x b"])
def test_anchor_or_alias_is_told(text: str) -> None:
    assert {code for code, _ in findings(text)} == {"MB010"}


@pytest.mark.parametrize("text", ["<<: {a: 1}", "a: {<<: *b}", "? [a]\n: b", "&x a: b", "!t a: b"])
def test_key_that_is_no_word_is_told(text: str) -> None:
    assert [code for code, _ in findings(text)] == ["MB017"]


@pytest.mark.parametrize("tag", ["!!str", "!!python/object:os.system", "!<tag:binary>", "!", "!x"])
def test_tag_is_told(tag: str) -> None:
    assert findings(f"b: 1\na: {tag} x") == [("MB011", Mark(2, 4))]


def test_field_named_twice_is_told_with_both_lines() -> None:
    [finding] = read_yaml(b"a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n").findings
    assert (finding.code, finding.at, finding.mark, finding.details) == (
        "MB012", ("b", "c"), Mark(5, 3), {"line": "3"},
    )  # fmt: skip


def test_second_document_is_told_where_it_begins() -> None:
    assert findings("a: 1\n---\nb: 2\n") == [("MB014", Mark(2, 1))]
    assert data_of("---\na: 1\n...\n") == {"a": 1}


@pytest.mark.parametrize("text", ["", "\n \n", "# пометка\n", "---\n", "- a\n", "слово\n", "a:b\n", "''\n"])
def test_text_without_a_field_is_told_as_empty(text: str) -> None:
    assert [code for code, _ in findings(text)] == ["MB015"]


def test_comment_that_swallows_russian_words_is_told_with_them() -> None:
    [finding] = read_yaml("b: 1\na: Марафон #читаем вместе\n".encode()).findings
    assert (finding.code, finding.mark, finding.value) == ("MB016", Mark(2, 4), "#читаем вместе")
    assert data_of("a: 'Марафон #читаем'\nb: |\n  Марафон #читаем\nc: 5 # штук\n# строка\n") == {
        "a": "Марафон #читаем", "b": "Марафон #читаем\n", "c": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "mark"),
    [
        ("a: 1\nb:\n\tc: 2\n", "MB018", Mark(3, 1)),
        ("a: 1\nb: один: два\n", "MB019", Mark(2, 1)),
        ("a: 1\nb: @имя\n", "MB020", Mark(2, 1)),
        ('a: 1\nb: "один\nc: 2\n', "MB021", Mark(2, 4)),
        ("a: 1\nb: [один\nc: 2\n", "MB021", Mark(2, 4)),
        ('a: 1\nb: "один', "MB021", Mark(2, 4)),
        ("a: 1\nb: {один: 1", "MB021", Mark(2, 4)),
        ("a: 1\n b: 2\n", "MB008", Mark(2, 3)),
    ],
)
def test_likely_mistake_is_named_at_its_line(text: str, code: str, mark: Mark) -> None:
    assert findings(text) == [(code, mark)]
