"""The engine of the search where files are missing, damaged or of another time: the rest is found."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from site_tree import Site

pytestmark = pytest.mark.browser

FIND = """async ([query, options]) => {
    const result = await metodbankSearch.find(query, options);
    const facets = result ? await metodbankSearch.counts(result.matches, {}) : [];
    return result && {
        total: result.total,
        isPartial: result.isPartial,
        phraseIsMet: result.phraseIsMet,
        titles: result.results.filter((one) => one.card).map((one) => one.card.title),
        facets: facets.map((facet) => facet.name),
    };
}"""
HEAR = (
    "window.unheard = []; addEventListener('unhandledrejection', (event) => unheard.push(`${event.reason}`));"
)
Damage = Callable[[Path], object]
Found = dict[str, Any]


@pytest.fixture
def copied(demonstration: Site, tmp_path: Path) -> Path:
    """Return the demonstration site, of which files may be damaged."""
    folder = tmp_path / "site"
    for name in ("search", "assets"):
        shutil.copytree(demonstration.folder / name, folder / name)
    shutil.copy(demonstration.folder / "search.html", folder)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page; no promise may be rejected in it without someone to hear."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(HEAR)
    yield page
    assert page.evaluate("unheard") == []
    context.close()


def found_in(page: Page, folder: Path, query: str, **options: Any) -> Found | None:
    page.goto((folder / "search.html").as_uri())
    found: Found | None = page.evaluate(FIND, [query, options])
    return found


def of_kind(folder: Path, kind: str) -> list[Path]:
    files = [file for file in sorted((folder / "search").iterdir()) if re.match(kind, file.name)]
    assert files
    return files


def stale(file: Path) -> None:
    """Make what a file holds longer than any number of the index is."""
    file.write_text(re.sub(r'"[A-Za-z0-9+/]{2,}"', '"' + "/" * 40 + '"', file.read_text("utf-8")), "utf-8")


def halved(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def of_nobody(file: Path) -> None:
    """Leave a script that runs and hands nothing over, as the page of an error may be."""
    file.write_text("void 0;\n", "utf-8")


@pytest.mark.parametrize(
    ("kind", "damage"),
    [
        *((kind, Path.unlink) for kind in ("t", "v", "c", "f-", "p")),
        ("t", stale),
        ("p", stale),
        ("c", halved),
        ("v", of_nobody),
    ],
)
def test_result_without_files_of_one_kind_is_told_as_partial(
    copied: Path, page: Page, kind: str, damage: Damage
) -> None:
    query = "«кухонные весы»" if kind == "p" else "чтение вопросами"
    options = {"chosen": {"register": ["practice"]}} if kind == "f-" else {}
    whole = found_in(page, copied, query, **options)
    assert whole is not None
    assert not whole["isPartial"]
    for file in of_kind(copied, kind + ("[0-9a-f]" if len(kind) == 1 else "")):
        damage(file)
    found = found_in(page, copied, query, **options)
    assert found is not None
    assert found["isPartial"]


def test_words_whose_file_is_there_are_found_though_another_is_missing(copied: Path, page: Page) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(Path(request.url).name))
    alone = found_in(page, copied, "вопрос")
    of_one = set(requested)
    requested.clear()
    found_in(page, copied, "вопрос тетрадь")
    of_other = [name for name in set(requested) - of_one if re.match("t[0-9a-f]", name)]
    assert of_other
    for name in of_other:
        (copied / "search" / name).unlink()
    found = found_in(page, copied, "вопрос тетрадь")
    assert alone is not None
    assert found is not None
    assert found["isPartial"]
    assert found["total"] == alone["total"] > 0


def test_file_that_is_there_again_is_loaded_by_the_next_query(copied: Path, page: Page) -> None:
    start = copied / "search" / "start.js"
    content = start.read_bytes()
    start.unlink()
    assert found_in(page, copied, "чтение") is None
    start.write_bytes(content)
    found: Found = page.evaluate(FIND, ["чтение", {}])
    assert found["total"] > 0
    assert not found["isPartial"]


def test_index_without_a_facet_counts_the_others(copied: Path, page: Page) -> None:
    whole = found_in(page, copied, "чтение")
    (copied / "search" / "f-register.js").unlink()
    found = found_in(page, copied, "чтение")
    assert whole is not None
    assert found is not None
    assert found["total"] == whole["total"]
    assert set(whole["facets"]) - set(found["facets"]) == {"register"}
