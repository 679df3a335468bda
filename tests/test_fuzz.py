"""Random damage to the demonstration base: never an exception, always a placed message."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from damage import damaged
from knowledge_bases import AS_OF, REPOSITORY, read
from metodbank.commands.check import as_json_text
from metodbank.commands.outcome import as_text
from metodbank.knowledge_base import KnowledgeBase
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.site import computed_pages
from metodbank.problem_book import ProblemBook
from metodbank.problems import Problem
from metodbank.rendering import Renderer
from metodbank.root_folder import RootFolder
from metodbank.yaml_source import read_yaml
from site_bases import REGISTERS

READ = (*REGISTERS, "monitoring", "reference", "region.yml", "files", "content")
Files = dict[str, bytes]
RENDERER = Renderer()


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


def look_at_damage(root: Path, chance: Random) -> tuple[KnowledgeBase | None, list[Problem]]:
    """Damage one file, read and check the whole base, put the file back."""
    file = chance.choice(sorted(demonstration()))
    broken = damaged(demonstration()[file], chance)
    (root / file).write_bytes(broken)
    try:
        base, problems = read(root)
    finally:
        (root / file).write_bytes(demonstration()[file])
    check_problems(root, problems)
    if read_yaml(broken).data is None:
        assert [p for p in problems if p.file == file and p.is_error], (file, broken)
    return base, problems


accidents = st.randoms(use_true_random=False)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


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


@settings(quick, max_examples=15)
@given(chance=accidents)
def test_pages_of_a_damaged_base_are_made(base: Path, chance: Random) -> None:
    read_base, problems = look_at_damage(base, chance)
    if read_base is not None:
        book = ProblemBook(RootFolder(base))
        book.take(problems)
        context = SiteContext(read_base, AS_OF, book, RENDERER)
        pages = [plan.make() for plan in computed_pages(context, Cards(context, "../"))]
        assert len(pages) > 100
