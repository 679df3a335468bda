"""Every error that the models can raise has its own code, Russian words and a place inside the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from knowledge_bases import FILES, write
from metodbank.loading import load
from metodbank.models.fields import Group
from metodbank.models.kinds import REFERENCE, REGISTERS
from metodbank.models.region import Region
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.problems import Problem
from metodbank.validation import OTHER
from metodbank.yaml_source import read_yaml

PLACES: dict[str, tuple[type[Group], str, str]] = {
    **{
        kind.name: (kind.model, next(f for f in FILES if f.startswith(kind.folder)), "") for kind in REGISTERS
    },
    **{kind.name: (kind.model, f"reference/{kind.folder}.yml", "primer") for kind in REFERENCE},
    "region": (Region, "region.yml", ""),
}
WRONG: tuple[object, ...] = (
    *(
        "",
        " ",
        "слово",
        "СЛОВО",
        "a\nb",
        "a b",
        "x" * 25_000,
        "[" * 200,
        "> " * 9 + "а",
        "2026-02-30",
        "25.08.2025",
    ),
    *(5, 0, -1, 5.5, 10**17, -(10**17), 1e300, True, False, "5", "true", "../x", "http://", "a@b", "+7"),
    *(
        [],
        [[]],
        [""],
        [5],
        [None],
        ["a"] * 2,
        {},
        {"a": {}},
        {"x": 1},
        {"from": 1},
        [{}],
        [{"a": []}],
        [[[[1]]]],
    ),
)
DATA: dict[str, dict[str, Any]] = {file: read_yaml(text.encode()).data or {} for file, text in FILES.items()}
KNOWN_OTHER = {"federal_register_pattern"}
"""Fields of the region's trusted configuration whose errors have no code of their own."""


def right(field: FieldShape) -> object:
    """Return some right value, so that the errors inside a group are reached."""
    group = (
        {inner.key: right(inner) for inner in shape_of(field.group) if inner.required}
        if field.group
        else None
    )
    one: object = {
        Holds.DATE: "2026-01-01",
        Holds.NUMBER: 5,
        Holds.FLAG: True,
        Holds.FILE: "list.pdf",
        Holds.PHONE: "+7 (000) 000-00-00",
        Holds.GROUP: group,
    }.get(field.holds, "teacher")
    return [one] if field.many else one


def variants(field: FieldShape) -> Iterator[object]:
    """Yield wrong values for the field itself, then for each field of its group."""
    yield from WRONG
    for inner in shape_of(field.group) if field.group else ():
        whole: Any = right(field)
        for value in (*WRONG, None):
            group = {**(whole[0] if isinstance(whole, list) else whole), inner.key: value}
            yield [group] if field.many else group
        if inner.group:
            for value in variants(inner):
                group = {**(whole[0] if isinstance(whole, list) else whole), inner.key: value}
                yield [group] if field.many else group


def problems_with(root: Path, file: str, item: str, key: str, value: object) -> list[Problem]:
    """Return what reading says of the file with that value in that field."""
    fields = {**(next(iter(DATA[file].values())) if item else DATA[file]), key: value}
    data = {item: fields} if item else fields
    write(root, file, json.dumps(data, ensure_ascii=False, indent=1))
    return [problem for problem in load(root).book.problems() if problem.file == file]


@pytest.mark.parametrize("kind", sorted(PLACES))
def test_wrong_value_of_any_field_is_told_in_russian_at_its_place(kind: str, tmp_path: Path) -> None:
    model, file, item = PLACES[kind]
    root = tmp_path
    write(root, "region.yml", FILES["region.yml"])
    codes: set[str] = set()
    for field in shape_of(model):
        for value in (*variants(field), None):
            for problem in problems_with(root, file, item, field.key, value):
                assert problem.code != OTHER or field.key in KNOWN_OTHER, (field.key, value, problem)
                check_words(problem, root)
                codes.add(problem.code)
    assert len(codes) >= 8
    assert {"MB101", "MB102", "MB103", "MB106", "MB107", "MB109"} & codes


def check_words(problem: Problem, root: Path) -> None:
    """Look at one problem as its reader would."""
    lines = (root / problem.file).read_text("utf-8").split("\n")
    assert 1 <= problem.line <= len(lines), problem
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
    words = f"{problem.message} {problem.remedy}".replace(problem.value or "\0", "…")
    assert not re.search(r"[{}]", words), problem
    assert "  " not in words, problem
    assert re.match("[«А-ЯЁ]", problem.message), problem
    assert re.match("[А-ЯЁ]", problem.remedy), problem
    assert not re.search(r"\b(None|input|should|valid|must|field|value)\b", words), problem
    assert len(problem.value) <= 80
