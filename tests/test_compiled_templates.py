"""Compiled templates that are kept: the same pages, and nothing stale or damaged is believed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import StrictUndefined
from jinja2.loaders import FileSystemLoader

from knowledge_bases import write
from metodbank.template_cache import BesideTemplates
from metodbank.template_environment import QuickEnvironment


@pytest.fixture(autouse=True)
def _bytecode_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "hello.html.jinja", "<p>{{ name }}</p>")
    return tmp_path


def rendered(folder: Path, compiler: str = "1", template: str = "hello.html.jinja") -> str:
    environment = QuickEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(folder),
        bytecode_cache=BesideTemplates(folder, compiler),
    )
    return environment.get_template(template).render(name="<Мир>")


def kept(folder: Path) -> Iterator[Path]:
    return (folder / "__pycache__").glob("*")


def the_kept(folder: Path) -> Path:
    (found,) = kept(folder)
    return found


def test_kept_template_gives_the_same_page_and_is_not_compiled_again(folder: Path) -> None:
    assert rendered(folder) == "<p>&lt;Мир&gt;</p>"
    number = the_kept(folder).stat().st_ino
    assert rendered(folder) == "<p>&lt;Мир&gt;</p>"
    assert the_kept(folder).stat().st_ino == number


def test_changed_template_is_compiled_anew_even_with_the_time_of_the_old_one(folder: Path) -> None:
    rendered(folder)
    path = folder / "hello.html.jinja"
    before = path.stat()
    write(folder, "hello.html.jinja", "<b>{{ name }}</b>")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert rendered(folder) == "<b>&lt;Мир&gt;</b>"


def test_another_compiler_compiles_anew(folder: Path) -> None:
    rendered(folder)
    before = the_kept(folder).read_bytes()
    assert rendered(folder, compiler="2") == "<p>&lt;Мир&gt;</p>"
    assert the_kept(folder).read_bytes() != before


@pytest.mark.parametrize("damage", [b"", b"\x00", b"x" * 200])
def test_damaged_code_is_compiled_anew(folder: Path, damage: bytes) -> None:
    rendered(folder)
    the_kept(folder).write_bytes(damage)
    assert rendered(folder) == "<p>&lt;Мир&gt;</p>"
    assert the_kept(folder).read_bytes() != damage


def test_code_of_one_template_is_not_taken_for_another(folder: Path) -> None:
    rendered(folder)
    write(folder, "other.html.jinja", "<i>{{ name }}</i>")
    the_kept(folder).rename(folder / "__pycache__" / the_kept(folder).name.replace("hello", "other"))
    assert rendered(folder, template="other.html.jinja") == "<i>&lt;Мир&gt;</i>"


def test_folder_where_nothing_may_be_written_is_no_hindrance(folder: Path) -> None:
    write(folder, "__pycache__", "не папка")
    assert rendered(folder) == "<p>&lt;Мир&gt;</p>"


def test_nothing_is_kept_where_python_keeps_no_code(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(folder) == "<p>&lt;Мир&gt;</p>"
    assert list(kept(folder)) == []
