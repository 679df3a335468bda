"""axe-core finds nothing on any kind of page, light or dark, narrow or wide; text may be doubled."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import NewContext
from site_tree import Site

pytestmark = pytest.mark.browser

AXE = "() => axe.run(document, {resultTypes: ['violations']})"
SCHEMES = {"light": "default", "dark": "slate"}
DOUBLE_TEXT = """() => {
    const root = document.documentElement;
    root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px';
}"""
OVERFLOW = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


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


def open_all_closed(page: Page) -> None:
    """Open everything that a reader can unfold."""
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")


@pytest.mark.parametrize(("width", "doubled"), [(320, False), (360, False), (1280, True), (640, True)])
def test_no_page_scrolls_sideways(
    site: Site, addresses: list[str], new_context: NewContext, width: int, doubled: bool
) -> None:
    page = new_context(width=width).new_page()
    wide = []
    for address in addresses:
        page.goto((site.folder / address).as_uri())
        open_all_closed(page)
        if doubled:
            page.evaluate(DOUBLE_TEXT)
        if page.evaluate(OVERFLOW) > 0:
            wide.append(address)
    assert wide == []
