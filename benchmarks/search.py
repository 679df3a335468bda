"""Measures the search in Chromium: bytes before the first result and for each query more, and how soon.

    python -m benchmarks.search 5000 --folder /dev/shm
    python -m benchmarks.search 20000 --folder /dev/shm --varied --to tablica.md

Bytes are those of all bodies that only the search loads, its scripts and styles included, not compressed.
«first» is a page that a fresh browser opens with the query in the address: what was there when the first
result was shown, then with the facets and their counts. «more» is what the same query loads when it is typed
into a page that had shown something before: until its result, then with facets and what comes once the hand
rests. Times are from the keystroke to the result in the page, the wait of the page for the next keystroke
included: of the first try with what it loads, and of the fifth, when everything is there, as it is for most
keystrokes. Under the table are the greatest of each and the bars.

Pagefind is measured beside it where its package is installed (`pip download "pagefind[bin]"` into a folder
named by --pagefind); where it is not, one line says so.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks import ours
from benchmarks.measuring import surroundings
from benchmarks.search_pagefind import pagefind
from benchmarks.search_queries import ADDRESSES, QUERIES
from benchmarks.search_watching import Asked, opened_with, served, typed_into
from benchmarks.table import markdown
from benchmarks.varied_words import vary
from benchmarks.workload import make_base

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
FIRST, MORE, AGAIN = 150, 100, 100
"""The bars: thousands of bytes before the first result and for a query more, milliseconds after loading."""
ALLOWED = 1.5
"""So much of them is allowed above so many records."""
MANY = 5000
HEAD = (
    "kind",
    "query",
    "found",
    "first, KB",
    "with facets, KB",
    "more, KB",
    "with facets, KB",
    "first try, ms",
    "again, ms",
)


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("records", type=int)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--varied", action="store_true", help="words as varied as those of real records")
    parser.add_argument("--site", type=Path, help="a site of so many records that is there, not to be built")
    parser.add_argument("--pagefind", type=Path, help="a folder in which its package was installed")
    parser.add_argument("--to", type=Path, help="a file for the table besides the screen")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        site = arguments.site or _built(arguments.records, arguments.varied, Path(name))
        asked = _asked(site)
        told = pagefind(arguments.pagefind, site)
    varied = ", varied words" if arguments.varied else ""
    text = f"## Search, {arguments.records} records{varied}\n\n{report(asked, arguments.records)}{told}\n"
    print(text)
    if arguments.to:
        arguments.to.write_text(text, "utf-8")


def _built(records: int, is_varied: bool, folder: Path) -> Path:
    base, site = folder / "base", folder / "site"
    make_base(records, base)
    if is_varied:
        vary(base)
    environment = surroundings(ours.environment(base))
    command = ours.command(ours.install(base), base, site)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return site


def _asked(site: Path) -> list[Asked]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        with served(site) as address:
            asked = list(_each(browser, address))
        browser.close()
    return asked


def _each(browser: Browser, address: str) -> Iterator[Asked]:
    for kind, query in QUERIES:
        asked = opened_with(browser, address, kind, f"q={query}" if query else "")
        yield typed_into(browser, address, asked, query) if query else asked
    for kind, query in ADDRESSES:
        yield opened_with(browser, address, kind, query)


def report(asked: Sequence[Asked], records: int) -> str:
    """Return the table of the queries, the greatest of all and the bars."""
    rows = [HEAD, *map(_row, asked)]
    numbers = [each[3:] for each in asked]
    greatest = Asked("greatest", "", 0, *(max(column) for column in zip(*numbers, strict=True)))
    times = ALLOWED if records > MANY else 1
    first, more = int(FIRST * times * 1000), int(MORE * times * 1000)
    bars = Asked("bars", "", 0, first, first, more, more, tried=0, again=AGAIN * times)
    return markdown([*rows, _row(greatest), _row(bars)])


def _row(asked: Asked) -> tuple[str, ...]:
    sizes = (asked.first, asked.whole, asked.more, asked.more_whole)
    return (
        asked.kind,
        asked.query.removeprefix("q="),
        str(asked.found or "–"),
        *(f"{size / 1000:.0f}" if size else "–" for size in sizes),
        *(f"{time:.0f}" if time else "–" for time in (asked.tried, asked.again)),
    )


if __name__ == "__main__":
    main()
