"""The new site takes the old one's place whole, or the old one stays as it was."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from jinja2 import TemplateError

import site_bases
from metodbank.build import build
from site_bases import PRACTICE
from site_tree import Site

LONG_AGO = 1_000_000_000
LIMIT = 1_500_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small base whose site stands in `site` beside it."""
    second = PRACTICE | {"title": "Вторая полка"}
    practices = {"practices/polka.yml": PRACTICE, "practices/vtoraya.yml": second}
    root = site_bases.written(tmp_path / "base", practices)
    site_bases.built(root, tmp_path / "site")
    return root


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes and the time of every file."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_that_say_the_same_keep_their_time_and_others_do_not(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    for path in site.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    site_bases.put(root, "practices/polka.yml", PRACTICE | {"results": "Замеров не было. Стало тише."})
    site_bases.built(root, site)
    times = {address: time for address, (_, time) in state(site).items()}
    assert len(times) > 50
    written = {address for address, time in times.items() if time != LONG_AGO * 10**9}
    of_search = {address for address in written if address.startswith("search/")}
    assert written == {"practices/polka.html"} | of_search
    assert 0 < len(of_search) < len([address for address in times if address.startswith("search/")]) / 2
    assert "Стало тише." in Site(site).page("practices/polka.html").root.text
    assert beside(tmp_path) == ["base", "site"]


def test_page_of_a_removed_record_is_gone_and_nothing_else_is_left(root: Path, tmp_path: Path) -> None:
    (root / "practices/vtoraya.yml").unlink()
    site_bases.built(root, tmp_path / "site")
    assert "practices/vtoraya.html" not in Site(tmp_path / "site").files
    site_bases.built(root, tmp_path / "fresh")
    assert Site(tmp_path / "site").files == Site(tmp_path / "fresh").files


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("mkdocs.yml", "theme: {name: [", 1),
        ("mkdocs.yml", "theme: {name: net-takoy-temy}", 1),
        ("region.yml", "name: [", 1),
        ("region.yml", "name: Без всего остального", 1),
    ],
)
def test_failed_build_leaves_the_last_good_site(
    root: Path, tmp_path: Path, path: str, content: str, code: int
) -> None:
    before = state(tmp_path / "site")
    site_bases.put(root, path, content)
    assert site_bases.build(root, tmp_path / "site") == code
    assert state(tmp_path / "site") == before
    assert beside(tmp_path) == ["base", "site"]


def test_page_that_cannot_be_rendered_leaves_the_last_good_site(root: Path, tmp_path: Path) -> None:
    before = state(tmp_path / "site")
    site_bases.put(tmp_path / "templates", "records/practice.html.jinja", "{{ net_takogo_imeni }}")
    with pytest.raises(TemplateError):
        build(
            root,
            tmp_path / "site",
            as_of=lambda _: date(2026, 11, 22),
            drafts=False,
            progress=lambda _: None,
            templates=(tmp_path / "templates",),
        )
    assert state(tmp_path / "site") == before
    assert beside(tmp_path) == ["base", "site", "templates"]


def test_full_disk_leaves_the_last_good_site(root: Path, tmp_path: Path) -> None:
    before = state(tmp_path / "site")
    file = {"file": "bolshoy.txt", "title": "Лист", "description": "Большой.", "accessibility": "Читается."}
    site_bases.put(root, "practices/polka.yml", PRACTICE | {"attachments": [file]})
    site_bases.put(root, "files/polka/bolshoy.txt", b"1" * (LIMIT + 1000))
    result = subprocess.run(
        [sys.executable, "-m", "metodbank", "--root", str(root), "build", "--out", str(tmp_path / "site")],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "Сайт не записан" in result.stderr
    assert state(tmp_path / "site") == before
    assert beside(tmp_path) == ["base", "site"]


@pytest.mark.parametrize(
    "files",
    [{"diplom.docx": b"1"}, {"build.json": b"{}"}, {"build.json": b'{"generator": "webpack"}', "a.js": b""}],
)
def test_folder_with_something_else_in_it_is_refused(
    root: Path, tmp_path: Path, files: dict[str, bytes]
) -> None:
    for name, content in files.items():
        site_bases.put(tmp_path / "other", name, content)
    assert site_bases.build(root, tmp_path / "other") == 2
    assert Site(tmp_path / "other").files == files
    assert beside(tmp_path) == ["base", "other", "site"]


def test_link_or_file_in_place_of_the_folder_is_refused(root: Path, tmp_path: Path) -> None:
    before = state(tmp_path / "site")
    (tmp_path / "link").symlink_to(tmp_path / "site")
    (tmp_path / "file").write_text("важное")
    for name in ("link", "file"):
        assert site_bases.build(root, tmp_path / name) == 2
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "важное"
    assert state(tmp_path / "site") == before


def test_folder_that_cannot_be_made_is_told_without_a_report(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert site_bases.build(root, root / "region.yml" / "site") == 1
    assert "Сайт не записан" in capsys.readouterr().err


def test_empty_folder_and_a_folder_not_yet_made_are_taken(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new/deep/site"):
        site = site_bases.built(root, tmp_path / name)
        assert json.loads(site.files["build.json"])["name"] == "Малая база"


def test_record_with_an_error_is_set_aside_and_the_rest_published(root: Path, tmp_path: Path) -> None:
    wrong = PRACTICE | {"title": "Кривая полка", "difficulties": ["net-takogo"]}
    site_bases.put(root, "practices/vtoraya.yml", wrong)
    assert site_bases.build(root, tmp_path / "site") == 0
    site = Site(tmp_path / "site")
    assert site.cards("practices/index.html") == ["practices/polka.html"]
    assert "practices/vtoraya.html" not in site.files
    quality = site.page("quality.html").root.text
    assert "practices/vtoraya.yml" in quality
    assert "MB204" in quality
    assert json.loads(site.files["build.json"])["set_aside"] == 1


def test_strict_build_with_an_error_fails_and_still_publishes(root: Path, tmp_path: Path) -> None:
    site_bases.put(root, "practices/novaya.yml", PRACTICE | {"title": "Новая полка"})
    site_bases.put(root, "practices/vtoraya.yml", PRACTICE | {"difficulties": []})
    assert site_bases.build(root, tmp_path / "site", "--strict") == 1
    assert Site(tmp_path / "site").page("practices/novaya.html").h1 == "Новая полка"
