"""The store of made things saves work and is never trusted over content."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

import site_bases
from metodbank.commands.store_place import store_path
from site_bases import PRACTICE
from site_tree import Site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small base whose site stands in `site` beside it."""
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": PRACTICE})
    site_bases.built(root, tmp_path / "site")
    return root


def put_engine_out_of_reach(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Put a package of the engine's name that fails before the engine."""
    site_bases.put(folder / "poison", "mkdocs/__main__.py", "raise SystemExit('движка нет')")
    site_bases.put(folder / "poison", "mkdocs/__init__.py", "")
    patch.setenv("PYTHONPATH", str(folder / "poison"))


def test_base_that_was_never_built_needs_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put_engine_out_of_reach(tmp_path, monkeypatch)
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": PRACTICE})
    assert site_bases.build(root, tmp_path / "site") == 1
    assert "движка нет" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_change_of_a_record_does_not_run_the_engine_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_engine_out_of_reach(tmp_path, monkeypatch)
    site_bases.put(root, "practices/polka.yml", PRACTICE | {"title": "Шумная полка"})
    assert site_bases.built(root, tmp_path / "site").page("practices/polka.html").h1 == "Шумная полка"


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("content/about/index.md", "# О нас\n\nНовый текст.\n"),
        ("mkdocs.yml", "theme:\n  palette: {scheme: slate}\n"),
    ],
)
def test_change_of_prose_or_theme_needs_the_engine_and_is_drawn(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, content: str
) -> None:
    before = Site(tmp_path / "site").files
    site_bases.put(root, path, content)
    with monkeypatch.context() as patch:
        put_engine_out_of_reach(tmp_path, patch)
        assert site_bases.build(root, tmp_path / "site") == 1
        assert Site(tmp_path / "site").files == before
    assert site_bases.built(root, tmp_path / "site").files != before


@pytest.mark.parametrize("damage", ["removed", "garbage", "empty", "folder", "other rows", "truncated"])
def test_damaged_store_changes_nothing(root: Path, tmp_path: Path, damage: str) -> None:
    expected = Site(tmp_path / "site").files
    store = store_path(root)
    assert store.stat().st_size > 10_000
    if damage == "removed":
        store.unlink()
    elif damage == "garbage":
        store.write_bytes(os.urandom(5000))
    elif damage == "empty":
        store.write_bytes(b"")
    elif damage == "folder":
        store.unlink()
        store.mkdir()
    elif damage == "other rows":
        with sqlite3.connect(store) as connection:
            assert connection.execute("UPDATE made SET content = x'00112233'").rowcount > 0
        connection.close()
    else:
        store.write_bytes(store.read_bytes()[:9000])
    site_bases.built(root, tmp_path / "site")
    assert Site(tmp_path / "site").files == expected


def shares_of_the_memory(store: Path) -> list[str]:
    """Return the keys under which parts of what was known stand in a store."""
    with sqlite3.connect(store) as connection:
        found = connection.execute("SELECT key FROM made WHERE kind = 'memory' AND key LIKE '%/%'").fetchall()
    connection.close()
    return sorted(key for (key,) in found)


@pytest.mark.parametrize("lost", [1, 2, 1000])
def test_memory_that_lost_some_of_its_shares_is_none(root: Path, tmp_path: Path, lost: int) -> None:
    before = shares_of_the_memory(store_path(root))
    with sqlite3.connect(store_path(root)) as connection:
        gone = [(key,) for key in before[::2][:lost]]
        assert connection.executemany("DELETE FROM made WHERE key = ?", gone).rowcount == len(gone) > 0
    connection.close()
    site_bases.put(root, "practices/polka.yml", PRACTICE | {"title": "Шумная полка"})
    site_bases.built(root, tmp_path / "site")
    expected = site_bases.built(root, tmp_path / "elsewhere").files
    assert Site(tmp_path / "site").files == expected


def test_what_is_no_longer_known_is_not_kept(root: Path, tmp_path: Path) -> None:
    store = store_path(root)
    first = shares_of_the_memory(store)
    for title in ("Шумная полка", "Полка в углу", "Полка"):
        site_bases.put(root, "practices/polka.yml", PRACTICE | {"title": title})
        site_bases.built(root, tmp_path / "site")
        assert len(shares_of_the_memory(store)) == len(first)
    kept = set(first) & set(shares_of_the_memory(store))
    assert len(kept) > len(first) / 3
    assert kept != set(first)
