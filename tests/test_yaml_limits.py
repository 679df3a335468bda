"""Texts that break other readers of YAML: nests, bombs, endless runs."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest

from metodbank.problems import Mark
from metodbank.yaml_source import read_yaml

NESTED = 30_000


def findings(text: str) -> list[tuple[str, Mark | None]]:
    return [(finding.code, finding.mark) for finding in read_yaml(text.encode()).findings]


@pytest.mark.parametrize(
    "text", ["a: " + "9" * 60_000 + "x", "a: 1" + "_" * 60_000 + "x", "a:" + " " * 60_000 + "x\nb"]
)
def test_long_run_of_one_sign_takes_no_longer_than_other_text(text: str) -> None:
    started = process_time()
    read_yaml(text.encode())
    assert process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a: " + "[" * NESTED, Mark(1, 19)),
        ("a:\n" + "- " * NESTED, Mark(2, 31)),
        ("a: " + "{a: " * NESTED, Mark(1, 64)),
        ("- " * NESTED, Mark(1, 33)),
        ("\n".join("  " * depth + "a:" for depth in range(200)), Mark(17, 33)),
    ],
)
def test_depth_beyond_sixteen_is_told_where_it_begins(text: str, mark: Mark) -> None:
    assert findings(text) == [("MB009", mark)]


@pytest.mark.parametrize(
    "text", ["? " * NESTED, "a: " + "{" * NESTED, "a: " + "[{" * NESTED, "[" * NESTED + ": "]
)
def test_nest_in_the_place_of_a_key_is_told(text: str) -> None:
    assert [code for code, _ in findings(text)] in (["MB017"], ["MB009"])


def test_sixteen_levels_are_read() -> None:
    value: Any = read_yaml(("a: " + "[" * 14 + "1" + "]" * 14).encode()).data
    for _ in range(14):
        value = value["a"] if isinstance(value, dict) else value[0]
    assert value == [1]


def test_too_many_values_are_told() -> None:
    assert findings("a: [" + "1," * 200_000 + "]")[0][0] == "MB009"


def test_bomb_of_aliases_is_told_and_never_unfolded() -> None:
    text = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    parsed = read_yaml(text.encode())
    assert {finding.code for finding in parsed.findings} == {"MB010"}
    assert len(parsed.findings) == 9 + 8 * 2
