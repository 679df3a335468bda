"""Letters of charts as a browser draws them: never over one another or outside, whatever their size."""

from __future__ import annotations

import pytest

from browser.conftest import NewContext
from site_tree import Site

pytestmark = pytest.mark.browser

LARGER_TEXT = """times => {
    const root = document.documentElement;
    root.style.fontSize = times * parseFloat(getComputedStyle(root).fontSize) + 'px';
}"""
# A frame of letters has more room above and below than they fill.
FAULTS = """() => {
    const found = {shown: 0, faults: []};
    const isSeen = e => e.checkVisibility();
    const frame = e => Object.assign(e.getBoundingClientRect(), {text: e.textContent});
    for (const place of document.querySelectorAll('.mb-chart__place')) {
        const room = place.getBoundingClientRect();
        for (const drawing of [...place.querySelectorAll('svg')].filter(isSeen)) {
            const letters = [...drawing.querySelectorAll('text')].filter(isSeen).map(frame);
            found.shown += letters.length;
            for (const one of letters) {
                if (one.left < room.left - 1 || one.right > room.right + 1) found.faults.push(one.text);
            }
            letters.forEach((one, at) => letters.slice(at + 1).forEach(other => {
                const slack = one.height / 4;
                const meets = one.left < other.right - 1 && other.left < one.right - 1
                    && one.top < other.bottom - slack && other.top < one.bottom - slack;
                if (meets) found.faults.push(one.text + ' | ' + other.text);
            }));
        }
    }
    return found;
}"""


@pytest.mark.parametrize(("width", "times"), [(320, 2), (360, 1), (800, 1), (1280, 1), (1280, 2)])
def test_letters_of_charts_keep_apart_and_inside(
    site: Site, addresses: list[str], new_context: NewContext, width: int, times: int
) -> None:
    page = new_context(width=width).new_page()
    charted = [address for address in addresses if b"mb-chart__place" in site.files[address]]
    assert len(charted) >= 3
    for address in charted:
        page.goto((site.folder / address).as_uri())
        page.evaluate(LARGER_TEXT, times)
        found = page.evaluate(FAULTS)
        assert found["shown"], address
        assert found["faults"] == [], address
