"""axe-core finds nothing on any kind of page, light or dark, narrow or wide; text may be larger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from browser.conftest import NewContext, pages_of_every_kind, slow
from site_tree import Site

pytestmark = pytest.mark.browser

AXE = "() => axe.run(document, {resultTypes: ['violations']})"
SCHEMES = {"light": "default", "dark": "slate"}
LARGER_TEXT = """times => {
    const root = document.documentElement;
    root.style.fontSize = times * parseFloat(getComputedStyle(root).fontSize) + 'px';
}"""
DOUBLE_TEXT = f"() => ({LARGER_TEXT})(2)"
SCROLLS = "() => document.scrollingElement.scrollWidth > document.documentElement.clientWidth"
# What sticks out to the right and does not lie in a box that scrolls by itself: seen or cut off, it is lost.
STICKING_OUT = """() => {
    const edge = document.documentElement.clientWidth + 1;
    const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    const lost = e => e.checkVisibility({visibilityProperty: true})
        && e.getBoundingClientRect().right > edge && !scrolls(e);
    const out = [...document.body.querySelectorAll('*')].filter(lost);
    return out.map(e => e.outerHTML.slice(0, 120));
}"""


def findings(address: str, result: dict[str, Any]) -> list[str]:
    assert result["passes"], address
    return [
        f"{address}: {violation['id']}: {node['html'][:160]} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_any_kind_of_page(
    site: Site, addresses: list[str], new_context: NewContext, axe: str, scheme: str, width: int
) -> None:
    page = new_context(width=width, scheme=scheme).new_page()
    found = []
    for address in addresses:
        page.goto((site.folder / address).as_uri())
        assert page.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
        page.evaluate(axe)
        found += findings(address, page.evaluate(AXE))
    assert found == []


def test_axe_finds_nothing_on_the_largest_pages_of_an_example(
    example: Callable[[str], Site], new_context: NewContext, axe: str
) -> None:
    site = example("muya")
    addresses = [a for a in pages_of_every_kind(site) if not a.startswith(("fields/", "rules/"))]
    assert {"roadmaps/muya-2023-2024.html", "requirements/index.html", "glossary/index.html"} <= set(
        addresses
    )
    page = new_context(width=360, scheme="dark").new_page()
    found = []
    for address in addresses:
        page.goto((site.folder / address).as_uri())
        page.evaluate(axe)
        found += findings(address, page.evaluate(AXE))
        assert not page.evaluate(SCROLLS), address
    assert found == []


def test_axe_finds_nothing_on_an_open_menu(site: Site, new_context: NewContext, axe: str) -> None:
    page = new_context(width=360).new_page()
    page.goto((site.folder / "practices/index.html").as_uri())
    page.get_by_role("link", name="Меню").click()
    page.get_by_role("navigation", name="Все разделы").get_by_role("link", name="Закрыть").wait_for()
    page.evaluate(axe)
    assert findings("menu", page.evaluate(AXE)) == []


UNFOLD = "() => document.querySelectorAll('details').forEach(details => { details.open = true })"
TOO_WIDE = "() => { document.querySelector('h1').style.minWidth = '2000px' }"


@pytest.mark.parametrize(("width", "times"), [(360, 1), (1280, 2), (320, 2.5), *slow((320, 1), (640, 2))])
def test_no_page_scrolls_sideways_or_loses_what_does_not_fit(
    site: Site, addresses: list[str], new_context: NewContext, width: int, times: float
) -> None:
    page = new_context(width=width).new_page()
    wide = []
    for address in addresses:
        page.goto((site.folder / address).as_uri())
        page.evaluate(UNFOLD)
        page.evaluate(LARGER_TEXT, times)
        if page.evaluate(SCROLLS) or page.evaluate(STICKING_OUT):
            wide.append((address, page.evaluate(STICKING_OUT)))
    assert wide == []
    page.evaluate(TOO_WIDE)
    assert page.evaluate(STICKING_OUT)
