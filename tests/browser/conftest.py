"""A site with one page of every kind and look, a browser to open it in, and the checkers of pages."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

import site_bases
from site_tree import Site

MODULES = Path(__file__).parent / "node_modules"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
OURS = re.compile(r"mb-[a-z_-]+")
NewContext = Callable[..., BrowserContext]


def slow(*values: Any) -> list[Any]:
    """Return the values of a parameter that the quick tests leave to `make test-all`."""
    return [
        pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.slow)
        for value in values
    ]


def absent(what: str, cure: str) -> None:
    """Skip where a tool is absent; in CI its absence is a failure."""
    message = f"{what} не найден: {cure}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def module_file(path: str) -> Path:
    """Return a file of an npm package of ours."""
    if not (MODULES / path).is_file():
        absent(path, "npm install --no-package-lock --prefix tests/browser")
    return MODULES / path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the demonstration site with long lists cut into pages and a record that was set aside."""
    folder = tmp_path_factory.mktemp("browser")
    root = site_bases.copied(folder / "base")
    region = (root / "region.yml").read_text("utf-8")
    site_bases.put(root, "region.yml", region + "page_size: 5\n")
    site_bases.put(root, "practices/krivaya.yml", site_bases.PRACTICE | {"organization": "net-takoy"})
    assert site_bases.build(root, folder / "site") == 0
    return Site(folder / "site")


@pytest.fixture(scope="session")
def addresses(site: Site) -> list[str]:
    """Return the pages of the demonstration site that are looked at."""
    return pages_of_every_kind(site)


def pages_of_every_kind(site: Site) -> list[str]:
    """Return a page of every kind, the largest of each, and more until every class of ours is on one."""
    pages = {page.address: site.files[page.address] for page in site.pages()}
    by_size = sorted(pages, key=lambda address: (-len(pages[address]), address))
    chosen: dict[str, str] = {}
    for address in by_size:
        chosen.setdefault(kind_of(address), address)
    found = list(chosen.values())
    seen = {name for address in found for name in OURS.findall(pages[address].decode())}
    for address in by_size:
        new = set(OURS.findall(pages[address].decode())) - seen
        if new:
            found.append(address)
            seen |= new
    assert len(found) >= 20
    return found


def kind_of(address: str) -> str:
    """Return what kind of page stands at an address; prose pages are each of their own."""
    folder, _, name = address.rpartition("/")
    others = ("cycle", "difficulties", "fields", "frameworks", "indicators", "rules")
    if folder not in {*site_bases.REGISTERS, *site_bases.REFERENCE, *others}:
        return address
    if name == "index.html":
        return address
    numbered = "page" if re.search(r"page-\d+\.html$", name) else "first"
    return f"{folder}/{'facet' if name.startswith('by-') else 'own'}/{numbered}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        absent("chromium", "apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """Return the function that opens a context; all of them are closed in the end."""
    opened: list[BrowserContext] = []

    def new(*, width: int = 1280, scheme: str = "light", scripts: bool = True) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        opened.append(context)
        return context

    yield new
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe-core."""
    return module_file("axe-core/axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """Return the command of W3C's checker."""
    if shutil.which("java") is None:
        absent("java", "apt-get install default-jre-headless")
    return ["java", "-jar", str(module_file("vnu-jar/build/dist/vnu.jar"))]
