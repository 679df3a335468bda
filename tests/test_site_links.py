"""Every link of the site leads somewhere, and nothing is loaded from anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from site_bases import REGISTERS
from site_tree import Element, Page, Site

LEADING = ("href", "src", "srcset", "data", "poster", "action", "formaction", "xlink:href", "content")
OUTSIDE_SCHEMES = {"http", "https", "mailto", "tel"}
CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
EVENT_HANDLER = re.compile(r"on[a-z]+")
MARKERS = (b"MBSLOT", b"slot:", b"data-slot", b"{{", b"{%", b"None</", b"View(", b"Undefined")


def references(page: Page) -> Iterator[tuple[Element, str]]:
    """Yield every address that the page names, with the element that names it."""
    for element in page.root.walk():
        for name in LEADING:
            value = element.attributes.get(name)
            if value is None:
                continue
            if name != "content":
                yield element, value
            elif element.attributes.get("http-equiv") == "refresh":
                yield element, value.partition("url=")[2]


def is_outside(href: str) -> bool:
    return bool(urlsplit(href).scheme or urlsplit(href).netloc)


def every_page(site: Site) -> list[Page]:
    pages = [site.page(address) for address in site.addresses]
    assert len(pages) > 100
    assert any(page.is_redirect for page in pages)
    return pages


def test_every_internal_link_leads_to_a_file_and_every_fragment_to_its_place(demonstration: Site) -> None:
    ids = {
        page.address: {e.attributes["id"] for e in page.root.walk() if "id" in e.attributes}
        for page in every_page(demonstration)
    }
    seen = 0
    for page in every_page(demonstration):
        for _, href in references(page):
            if is_outside(href):
                continue
            seen += 1
            address, fragment = page.target(href)
            assert address in demonstration.files, f"{page.address}: {href}"
            assert not fragment or fragment in ids[address], f"{page.address}: {href}"
    assert seen > 5000


def test_no_id_stands_twice_on_a_page(demonstration: Site) -> None:
    for page in every_page(demonstration):
        ids = [e.attributes["id"] for e in page.root.walk() if "id" in e.attributes]
        assert len(ids) == len(set(ids)), page.address


def test_only_ordinary_links_lead_to_other_hosts(demonstration: Site) -> None:
    outside = [
        (page.address, element.tag, href)
        for page in every_page(demonstration)
        for element, href in references(page)
        if is_outside(href)
    ]
    assert len(outside) > 50
    assert [found for found in outside if found[1] != "a"] == []
    assert {urlsplit(href).scheme for _, _, href in outside} <= OUTSIDE_SCHEMES


def test_link_to_another_host_opens_no_way_back(demonstration: Site) -> None:
    for page in every_page(demonstration):
        for element, href in references(page):
            if urlsplit(href).netloc:
                assert "target" not in element.attributes, f"{page.address}: {href}"


def test_style_sheets_load_only_files_of_the_site(demonstration: Site) -> None:
    sheets = [address for address in demonstration.files if address.endswith(".css")]
    assert len(sheets) >= 2
    for address in sheets:
        for match in CSS_URL.finditer(demonstration.files[address].decode()):
            href = match.group(1) or match.group(2)
            if not href.startswith(("data:", "#")):
                assert not is_outside(href), f"{address}: {href}"
                assert Page(address, Element("")).target(href)[0] in demonstration.files, f"{address}: {href}"


def test_no_style_attribute_and_no_inline_handler_on_any_page(demonstration: Site) -> None:
    for page in every_page(demonstration):
        for element in page.root.walk():
            if element.tag == "svg":
                continue
            handlers = [name for name in element.attributes if EVENT_HANDLER.fullmatch(name)]
            assert handlers == [], page.address
            assert "style" not in element.attributes, f"{page.address}: <{element.tag}>"


def test_no_slot_is_left_unfilled(demonstration: Site) -> None:
    looked = 0
    for address, content in demonstration.files.items():
        if address.endswith((".html", ".xml", ".json", ".txt")):
            looked += 1
            for marker in (
                b"MBSLOT",
                b"slot:",
                b"data-slot",
                b"{{",
                b"{%",
                b"None</",
                b"LinkView(",
                b"Undefined",
            ):
                assert marker not in content, f"{marker!r} in {address}"
    assert looked > 100


def test_attached_files_are_copied_byte_for_byte(demonstration: Site, demonstration_base: Path) -> None:
    sources = [path for path in sorted((demonstration_base / "files").rglob("*")) if path.is_file()]
    assert len(sources) > 3
    named = {
        page.target(href)[0]
        for register in REGISTERS
        for page in demonstration.pages()
        if page.address.startswith(f"{register}/")
        for element, href in references(page)
        if "download" in element.attributes
    }
    for source in sources:
        address = source.relative_to(demonstration_base).as_posix()
        assert demonstration.files[address] == source.read_bytes()
        assert address in named


def test_no_file_of_the_engine_is_shipped_that_the_site_does_not_use(demonstration: Site) -> None:
    for address in demonstration.files:
        assert not re.search(r"\.map$|lunr|search_index|sitemap\.xml\.gz|__pycache__", address), address
    named = {
        page.target(href)[0]
        for page in every_page(demonstration)
        for _, href in references(page)
        if not is_outside(href)
    }
    box = demonstration.page("index.html").root.one("header").one("form", css="mb-searchbox")
    entered = {f"assets/metodbank/search/{name}.js" for name in box.attributes["data-scripts"].split()}
    assert entered <= demonstration.files.keys()
    used = named | entered | {"build.json", "robots.txt", "404.html"}
    left = set(demonstration.files) - used
    assert {address for address in left if address.startswith("assets/")} == set()
