"""What teachers type is found: word forms, typos, the other layout, other ways to say it, whole tasks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from benchmarks.workload import make_base, practices
from playwright.sync_api import Browser, Page

import search_lists
import site_bases
from site_tree import Site

pytestmark = pytest.mark.browser

FIND = """async ([queries, number]) => {
    const found = [];
    for (const query of queries) {
        const result = await metodbankSearch.find(query, { number });
        found.push(result.results.map((one) => one.card.address.slice(metodbankSearch.root.length)));
    }
    return found;
}"""
ALL = 1000
IS_FOUND = """async (pairs) => {
    const found = [];
    for (const [query, title] of pairs) {
        const sought = (await metodbankSearch.find(title, { number: 1 })).results[0];
        const result = await metodbankSearch.find(query, { number: 1 });
        found.push(sought.card.title === title && result.matches.some((each) => each.rank === sought.rank));
    }
    return found;
}"""


def opened(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site.folder / "search.html").as_uri())
    yield page
    context.close()


@pytest.fixture(scope="module")
def words(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Page, dict[str, str]]]:
    """Return the search of a base with a record for each text of the lists, and their addresses by text."""
    folder = tmp_path_factory.mktemp("words")
    addresses = search_lists.base_of_words(folder / "base")
    assert site_bases.build(folder / "base", folder / "site") == 0
    site = Site(folder / "site")
    for page in opened(browser, site):
        yield page, addresses


@pytest.mark.parametrize(
    ("name", "least", "share"),
    [
        ("forms", 400, 0.99),
        ("typos", 80, 0.95),
        ("layouts", 80, 0.95),
        ("said_otherwise", 80, 0.95),
        ("written_otherwise", 35, 0.95),
        ("one_root", 11, 1),
    ],
)
def test_what_is_typed_otherwise_is_found(
    words: tuple[Page, dict[str, str]], name: str, least: int, share: float
) -> None:
    page, addresses = words
    asked = search_lists.queries_with_words()[name]
    assert len(asked) >= least
    found: list[list[str]] = page.evaluate(FIND, [[query for query, _ in asked], ALL])
    missed = [pair for pair, these in zip(asked, found, strict=True) if addresses[pair[1]] not in these]
    assert len(missed) <= (1 - share) * len(asked), missed


def test_the_right_record_stands_first(browser: Browser, demonstration: Site) -> None:
    tasks = search_lists.pairs("tasks")
    assert len(tasks) >= 310
    for page in opened(browser, demonstration):
        found: list[list[str]] = page.evaluate(FIND, [[query for query, _ in tasks], 3])
    wrong: list[Any] = [
        (query, right, first)
        for (query, right), first in zip(tasks, found, strict=True)
        if not first or first[0].replace(".html", "") not in right.split()
    ]
    assert len(wrong) <= 0.05 * len(tasks), wrong


@pytest.mark.slow
def test_what_is_typed_otherwise_is_found_among_five_thousand(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("many")
    make_base(5000, folder / "base")
    addresses = search_lists.with_words(folder / "base", next(practices(1)).organization)
    assert site_bases.build(folder / "base", folder / "site") == 0
    titles = {text: f"Запись {number}" for number, text in enumerate(addresses)}
    for page in opened(browser, Site(folder / "site")):
        for name, share in (("forms", 0.99), ("typos", 0.95), ("layouts", 0.95), ("written_otherwise", 0.95)):
            asked = search_lists.queries_with_words()[name]
            found: list[bool] = page.evaluate(IS_FOUND, [[query, titles[text]] for query, text in asked])
            missed = [pair for pair, is_found in zip(asked, found, strict=True) if not is_found]
            assert len(missed) <= (1 - share) * len(asked), missed
