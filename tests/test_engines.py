"""Zensical draws our staged frames as MkDocs does: the same pages, slots and search, none of a theme's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from markupsafe import Markup

from knowledge_bases import write
from metodbank.engines.drawing import to_draw
from metodbank.engines.mkdocs import Run
from metodbank.engines.normalising import is_ours_to_ship, normalised
from metodbank.engines.staging import write as write_staged
from metodbank.loading import load
from metodbank.pages import frames
from site_tree import parsed

OF_THE_THEME = ("md-search", 'data-md-component="search', "search.result", "workers/", "lunr")
ASKING_FOR_SEARCH = "plugins: [search, material/search: {lang: ru}, metodbank]\n"
SLOTS = (frames.TITLE, frames.DESCRIPTION, frames.HEAD, frames.BREADCRUMBS, frames.BODY)


@pytest.fixture
def staged(root: Path) -> dict[str, str]:
    """Return what an engine draws of the smallest base, whose mkdocs.yml asks for the theme's search."""
    write(root, "mkdocs.yml", ASKING_FOR_SEARCH)
    loaded = load(root)
    assert loaded.knowledge_base is not None
    return to_draw(loaded.knowledge_base, loaded.folder)


def drawn_by_mkdocs(staged: dict[str, str]) -> dict[str, str]:
    run = Run(staged, "key")
    try:
        return run.drawn().pages
    finally:
        run.end()


def drawn_by_zensical(staged: dict[str, str], folder: Path) -> dict[str, str]:
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    program = shutil.which("zensical", path=places)
    if program is None:
        message = "Zensical не найден: pip install -r requirements-dev.txt"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    write_staged(staged, folder)
    command = [program, "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    paths = {path.relative_to(folder / "drawn").as_posix(): path for path in (folder / "drawn").rglob("*.*")}
    shipped = {address: path for address, path in paths.items() if is_ours_to_ship(address)}
    assert [address for address in shipped if "search" in address and address != "search.html"] == []
    return {a: normalised(p.read_text("utf-8")) for a, p in shipped.items() if a.endswith(".html")}


def test_search_of_the_theme_is_staged_for_no_engine(staged: dict[str, str]) -> None:
    assert re.search(r'"plugins": \[\]', staged["mkdocs.yml"])


def test_frames_are_the_same_by_zensical(staged: dict[str, str], tmp_path: Path) -> None:
    by_zensical = drawn_by_zensical(staged, tmp_path / "staged")
    by_mkdocs = drawn_by_mkdocs(staged)
    assert by_zensical.keys() == by_mkdocs.keys()
    assert len(by_mkdocs) > 20
    for address, html in by_zensical.items():
        assert [word for word in OF_THE_THEME if word in html] == [], address
        assert header_of(html) == header_of(by_mkdocs[address]), address
        assert pieces(html) == pieces(by_mkdocs[address]), address
    assert {piece for html in by_zensical.values() for piece in pieces(html)} == set(SLOTS)


def pieces(html: str) -> list[str]:
    """Return the slots of a frame in their order."""
    cut = frames.cut(html, status_block=Markup("status")).pieces
    return [piece.decode() for piece in cut if piece.decode() in SLOTS]


def header_of(html: str) -> tuple[str, str, str]:
    """Return where the box of the header leads, what it asks for, and the words of the header."""
    header = parsed(html).one("header", css="mb-header")
    form = header.one("form", css="mb-searchbox")
    field = form.one("input", css="mb-searchbox__field")
    # Zensical writes «./» where an address stands in the same folder.
    return form.attributes["action"].removeprefix("./"), field.attributes["name"], header.text
