"""`mkdocs build` and `mkdocs serve` in the root of a base: the pages of `metodbank build`."""

from __future__ import annotations

import calendar
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import site_bases
from conftest import EXAMPLES
from followed_sites import unlike
from knowledge_bases import change, write
from site_tree import Site

DEADLINE_SECONDS = 60
EPOCH = str(calendar.timegm(date.fromisoformat(site_bases.AS_OF).timetuple()))
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
CONFIG = (site_bases.REPOSITORY / "mkdocs.yml").read_text("utf-8")


@pytest.fixture
def planned(root: Path) -> Path:
    """Return the smallest base with the mkdocs.yml of the repository and a page of prose."""
    write(root, "mkdocs.yml", CONFIG)
    write(root, "content/about/novosti.md", "# Новости\n\nКабинет переехал.\n")
    return root


def mkdocs(root: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *map(str, options)]
    return subprocess.run(
        command, cwd=root, env=ENVIRONMENT, check=False, capture_output=True, text=True, encoding="utf-8"
    )


def test_plain_build_of_the_demonstration_gives_the_same_bytes(
    demonstration_base: Path, demonstration: Site, tmp_path: Path
) -> None:
    done = mkdocs(demonstration_base, "--strict", "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert len(demonstration.addresses) > 200
    assert Site(tmp_path / "site").files == demonstration.files


@pytest.mark.parametrize("name", EXAMPLES)
def test_plain_build_of_an_example_gives_the_same_bytes(
    example: Callable[[str], Site], tmp_path: Path, name: str
) -> None:
    site = example(name)
    done = mkdocs(site.folder.parent / "base", "--strict", "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert Site(tmp_path / "site").files == site.files


@pytest.mark.parametrize(
    "plugins", ["[search, metodbank]", "[metodbank, material/search]", "{search: {lang: ru}, metodbank: {}}"]
)
def test_search_of_the_theme_is_never_there_even_where_it_is_asked_for(
    planned: Path, tmp_path: Path, plugins: str
) -> None:
    write(planned, "mkdocs.yml", CONFIG.replace("plugins:\n  - metodbank", f"plugins: {plugins}"))
    ours = site_bases.built(planned, tmp_path / "site")
    done = mkdocs(planned, "--strict")
    assert done.returncode == 0, done.stderr
    assert unlike(Site(planned / "site").files, ours.files) == set()


def test_plain_build_says_what_it_does_not_promise(planned: Path) -> None:
    done = mkdocs(planned)
    assert done.returncode == 0, done.stderr
    assert "MkDocs сначала опустошает папку сайта" in done.stderr
    assert "Надёжнее: metodbank build." in done.stderr
    assert (planned / "site/practices/primer.html").exists()


def test_page_of_a_deleted_record_is_gone_after_the_next_plain_build(planned: Path) -> None:
    assert mkdocs(planned).returncode == 0
    (planned / "practices/primer.yml").unlink()
    assert mkdocs(planned).returncode == 0
    assert not (planned / "site/practices/primer.html").exists()


def test_errors_of_records_are_warnings_that_strict_counts(planned: Path) -> None:
    change(planned, "practices/primer.yml", "organization: shkola", "organization: shkolla")
    done = mkdocs(planned)
    assert done.returncode == 0
    assert "WARNING -  practices/primer.yml:8:15: Нет организации с идентификатором «shkolla»." in done.stderr
    assert "→ Вероятно, имелось в виду «shkola»" in done.stderr
    assert mkdocs(planned, "--strict").returncode == 1


def test_base_that_cannot_be_built_leaves_the_site_and_says_why(planned: Path) -> None:
    assert mkdocs(planned).returncode == 0
    before = Site(planned / "site").files
    write(planned, "region.yml", "name: [")
    done = mkdocs(planned)
    assert done.returncode == 1
    assert "region.yml:1:" in done.stderr
    assert "Traceback" not in done.stderr
    assert Site(planned / "site").files == before


@pytest.mark.parametrize(
    "plugins",
    ["plugins: [{metodbank: {drafts: true}}]", "plugins: {metodbank: {drafts: true}}"],
)
def test_drafts_are_shown_where_the_plugin_is_told_so(planned: Path, plugins: str) -> None:
    write(planned, "mkdocs.yml", CONFIG.replace("plugins:\n  - metodbank", plugins))
    change(planned, "practices/primer.yml", "status: published", "status: draft")
    done = mkdocs(planned)
    assert done.returncode == 0, done.stderr
    assert (planned / "site/practices/primer.html").exists()


def test_plain_serve_shows_a_record_again_after_it_was_saved(planned: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = ENVIRONMENT | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, cwd=planned, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(process, port, "Вопросы к тексту")
            change(planned, "practices/primer.yml", "Вопросы к тексту", "Вопросы к рассказу")
            wait_for(process, port, "Вопросы к рассказу")
        finally:
            process.terminate()


def wait_for(process: subprocess.Popen[bytes], port: int, words: str) -> None:
    last = time.monotonic() + DEADLINE_SECONDS
    while words not in (seen := page(port)):
        assert time.monotonic() < last, seen
        assert process.poll() is None
        time.sleep(0.1)


def page(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE_SECONDS)
    try:
        connection.request("GET", "/practices/primer.html")
        return connection.getresponse().read().decode()
    except OSError:
        return ""
    finally:
        connection.close()
