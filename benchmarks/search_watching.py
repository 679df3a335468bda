"""Asks the page of the search as a reader does, and watches what it loads and when a result is shown."""

from __future__ import annotations

import contextlib
import statistics
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, Page

_WATCH = """
performance.setResourceTimingBufferSize(20000);
addEventListener("DOMContentLoaded", function () {
    var count = document.getElementById("search-count");
    window.shownAt = [];
    new MutationObserver(() => shownAt.push(performance.now()))
        .observe(count, { childList: true, characterData: true, subtree: true });
});
window.loadedBy = function (moment) {
    var sum = 0;
    performance.getEntriesByType("resource").forEach(function (each) {
        // The box of the search is on every page, loaded there or not.
        var isOurs = each.name.includes("/search") && !each.name.includes("/search_box.");
        if (isOurs && each.responseEnd <= moment) sum += each.decodedBodySize;
    });
    return sum;
};
window.isStill = function () {
    var last = Math.max(0, ...performance.getEntriesByType("resource").map((each) => each.responseEnd));
    return performance.now() - Math.max(last, ...shownAt) > 250;
};
"""
_TYPE = """async ([text, settles]) => {
    var before = loadedBy(Infinity);
    var shown = shownAt.length;
    var input = document.getElementById("search-query");
    input.focus();
    input.value = text;
    var begun = performance.now();
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    while (shownAt.length === shown) await new Promise((resolve) => setTimeout(resolve, 1));
    var moment = shownAt[shown];
    if (settles) await new Promise((resolve) => setTimeout(resolve, 900));
    while (settles && !isStill()) await new Promise((resolve) => setTimeout(resolve, 20));
    return [moment - begun, loadedBy(moment) - before, loadedBy(Infinity) - before];
}"""
_TRIES = 5


class Asked(NamedTuple):
    """What a query came to: how much it found, the bytes loaded and the milliseconds.

    `first` are the bytes until the first result of a page that was opened with the query, `whole` those with
    its facets and all; `more` and `more_whole` the same of a page that had shown something before. `tried`
    are milliseconds from the keystroke to the result with what that loads, `again` when it is there.
    """

    kind: str
    query: str
    found: int
    first: int
    whole: int
    more: int = 0
    more_whole: int = 0
    tried: float = 0
    again: float = 0


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Give the address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def opened_with(browser: Browser, address: str, kind: str, asked: str) -> Asked:
    """Return what a page comes to that a fresh browser opens with something asked in its address."""
    with _page(browser, f"{address}search.html?{quote(asked, safe='=&')}") as page:
        first, whole = page.evaluate("[loadedBy(shownAt[0]), loadedBy(Infinity)]")
        return Asked(kind, asked, _found(page), first, whole)


def typed_into(browser: Browser, address: str, asked: Asked, query: str) -> Asked:
    """Return the same with what comes when the query is typed into a page that was opened without one."""
    with _page(browser, f"{address}search.html") as page:
        tried, more, more_whole = page.evaluate(_TYPE, [query, True])
        times = []
        for _ in range(_TRIES):
            page.evaluate(_TYPE, [query[:-1], False])
            times.append(page.evaluate(_TYPE, [query, False])[0])
        again = statistics.median(times)
        return asked._replace(more=more, more_whole=more_whole, tried=tried, again=again)


@contextlib.contextmanager
def _page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(address)
    page.wait_for_function("shownAt.length && isStill()")
    yield page
    context.close()


def _found(page: Page) -> int:
    digits = [letter for letter in page.inner_text("#search-count") if letter.isdigit()]
    return int("".join(digits) or 0)
