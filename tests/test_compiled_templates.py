"""Compiled templates that are kept: the same pages, and nothing stale or damaged is believed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from knowledge_bases import write
from metodbank.rendering import COMPILED, Renderer


class Memory:
    """Keeps what it is given, and counts."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.found = 0

    def get(self, kind: str, key: str) -> bytes | None:
        assert kind == COMPILED
        self.found += key in self.kept
        return self.kept.get(key)

    def put(self, kind: str, things: Iterable[tuple[str, bytes]]) -> None:
        assert kind == COMPILED
        self.kept.update(things)


def rendered(folder: Path, memory: Memory) -> str:
    return str(Renderer(folder, keeper=memory).render("hello.html.jinja", name="<Мир>"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "hello.html.jinja", "<p>{{ name }}</p>")
    return tmp_path


def test_kept_template_gives_the_same_page_without_being_compiled_again(folder: Path) -> None:
    memory = Memory()
    assert rendered(folder, memory) == "<p>&lt;Мир&gt;</p>"
    assert (len(memory.kept), memory.found) == (1, 0)
    assert rendered(folder, memory) == "<p>&lt;Мир&gt;</p>"
    assert (len(memory.kept), memory.found) == (1, 1)


def test_changed_template_is_compiled_anew(folder: Path) -> None:
    memory = Memory()
    rendered(folder, memory)
    write(folder, "hello.html.jinja", "<b>{{ name }}</b>")
    assert rendered(folder, memory) == "<b>&lt;Мир&gt;</b>"
    assert len(memory.kept) == 2


def test_code_of_one_template_is_not_taken_for_another(folder: Path) -> None:
    memory = Memory()
    write(folder, "other.html.jinja", "<p>{{ name }}</p>")
    rendered(folder, memory)
    Renderer(folder, keeper=memory).render("other.html.jinja", name="")
    assert len(memory.kept) == 2
