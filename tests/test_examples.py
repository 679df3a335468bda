"""What holds for the base of every source document, whatever it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import EXAMPLES
from site_bases import REGISTERS, REPOSITORY
from site_tree import Site
from test_site_links import MARKERS, is_outside, references

ExampleSite = Callable[[str], Site]
NOTICE = "Учебный пример по тексту приказа, не сайт органа."


def test_all_examples_are_looked_at() -> None:
    assert EXAMPLES == ("federal", "lipetsk", "megion", "muya")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_page_says_that_it_is_an_example_and_is_not_for_search_engines(
    example: ExampleSite, name: str
) -> None:
    pages = list(example(name).pages())
    assert len(pages) > 200
    for page in pages:
        assert page.root.text.count(NOTICE) == 2, page.address
        assert page.meta("robots") == ["noindex"], page.address
    assert example(name).files["robots.txt"] == b"User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_link_leads_to_a_file_and_a_place_in_it(example: ExampleSite, name: str) -> None:
    site = example(name)
    pages = {address: site.page(address) for address in site.addresses}
    ids = {
        address: [e.attributes["id"] for e in page.root.walk() if "id" in e.attributes]
        for address, page in pages.items()
    }
    seen = 0
    for address, page in pages.items():
        assert len(ids[address]) == len(set(ids[address])), address
        for _, href in references(page):
            if not is_outside(href):
                target, fragment = page.target(href)
                assert target in site.files, f"{address}: {href}"
                assert not fragment or fragment in ids[target], f"{address}: {href}"
                seen += 1
    assert seen > 5000


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_shows_what_templates_are_made_of(example: ExampleSite, name: str) -> None:
    for address, content in example(name).files.items():
        if address.endswith(".html"):
            assert [mark for mark in MARKERS if mark in content] == [], address


@pytest.mark.parametrize("name", EXAMPLES)
def test_empty_registers_say_who_fills_them(example: ExampleSite, name: str) -> None:
    empty = [
        page.root.one("p", css="mb-empty").text
        for folder in REGISTERS
        if not any((REPOSITORY / "examples" / name / folder).rglob("*.yml"))
        for page in [example(name).page(f"{folder}/index.html")]
    ]
    assert len(set(empty)) == len(empty) > 5
    assert all("пока нет" in text for text in empty)
