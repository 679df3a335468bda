"""Random damage to the demonstration base: never an exception, always a placed message."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge_bases import REPOSITORY, read
from metodbank.commands.check import as_json_text, as_text
from metodbank.problems import Problem
from metodbank.yaml_source import read_yaml

READ = ("practices", "internships", "programs", "associations", "reference", "region.yml", "files", "content")
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
Files = dict[str, bytes]


@cache
def demonstration() -> Files:
    """Return the files of the demonstration base that hold YAML."""
    paths = [
        path for part in READ for path in [REPOSITORY / part, *sorted((REPOSITORY / part).rglob("*.yml"))]
    ]
    found = {p.relative_to(REPOSITORY).as_posix(): p.read_bytes() for p in paths if p.suffix == ".yml"}
    assert len(found) > 30
    return found


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the demonstration base."""
    root = tmp_path_factory.mktemp("fuzz")
    for part in READ:
        if (REPOSITORY / part).is_dir():
            copytree(REPOSITORY / part, root / part)
    (root / "region.yml").write_bytes((REPOSITORY / "region.yml").read_bytes())
    return root


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


def check_problems(root: Path, problems: list[Problem]) -> None:
    """Look at the problems as a reader and as a program would."""
    for problem in problems:
        assert (root / problem.file).exists() or problem.code == "MB217", problem
        assert problem.line >= 1, problem
        assert problem.column >= 1, problem
        assert problem.message, problem
        assert problem.remedy, problem
    as_text(problems).encode()
    as_json_text(problems).encode()


def look_at_damage(root: Path, chance: Random) -> None:
    """Damage one file, read and check the whole base, put the file back."""
    file = chance.choice(sorted(demonstration()))
    broken = damaged(demonstration()[file], chance)
    (root / file).write_bytes(broken)
    try:
        _, problems = read(root)
    finally:
        (root / file).write_bytes(demonstration()[file])
    check_problems(root, problems)
    if read_yaml(broken).data is None:
        assert [p for p in problems if p.file == file and p.is_error], (file, broken)


accidents = st.randoms(use_true_random=False)
quick = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_demonstration_is_sound_before_it_is_damaged(base: Path) -> None:
    _, problems = read(base)
    assert [problem for problem in problems if problem.is_error] == []


@quick
@given(chance=accidents)
def test_damaged_file_is_told_with_its_place(base: Path, chance: Random) -> None:
    look_at_damage(base, chance)


@pytest.mark.slow
@settings(quick, max_examples=10_000)
@given(chance=accidents)
def test_damaged_file_is_told_with_its_place_ten_thousand_times(base: Path, chance: Random) -> None:
    look_at_damage(base, chance)
