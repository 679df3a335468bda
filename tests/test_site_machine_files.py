"""Home, redirects, and what machines read: sitemap, robots, the passport of the build."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import site_bases
from metodbank.models import kinds
from site_bases import PRACTICE, REFERENCE, REGISTERS
from site_tree import Site

SITE_URL = "https://baza.example.org/metodbank/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
EXAMPLE = "Учебный пример по тексту приказа, не сайт органа."


def listed(root: Path) -> dict[str, int]:
    """Return how many records stand in the lists of each kind, counted in the files."""
    found = {
        register: sum(site_bases.is_listed(fields) for _, _, fields in site_bases.records(root, register))
        for register in REGISTERS
    }
    return found | {table: len(site_bases.items(root, table)) for table in REFERENCE}


def test_home_tells_how_many_records_there_are(demonstration: Site, demonstration_base: Path) -> None:
    page = demonstration.page("index.html")
    counts = {
        page.target(item.one("a").attributes["href"])[0].removesuffix("/index.html"): item.one("span").text
        for item in page.root.one("ul", css="mb-counts").all("li")
    }
    assert counts == {folder: str(number) for folder, number in listed(demonstration_base).items()}


def test_home_shows_the_newest_records_first(demonstration: Site, demonstration_base: Path) -> None:
    created = {
        f"{register}/{identifier}.html": fields.get("created") or fields.get("updated") or date.min
        for register in (kind.folder for kind in kinds.REGISTERS if not kind.tab)
        for identifier, _, fields in site_bases.records(demonstration_base, register)
        if site_bases.is_listed(fields)
    }
    shown = demonstration.cards("index.html")
    days = [created[address] for address in shown]
    assert len(shown) > 3
    assert days == sorted(created.values(), reverse=True)[: len(days)]


def test_home_offers_difficulties_that_some_record_helps_with(demonstration: Site) -> None:
    page = demonstration.page("index.html")
    ways = page.root.one("ul", css="mb-ways").all("li")
    assert len(ways) > 5
    for way in ways:
        address = page.target(way.one("a").attributes["href"])[0]
        helping = len(demonstration.cards(address))
        assert helping > 0
        assert re.match(rf"{helping} запис", way.one("span").text), way.text


def test_former_address_leads_to_the_record(demonstration: Site, demonstration_base: Path) -> None:
    former = {
        f"{register}/{name}.html": f"{register}/{identifier}.html"
        for register in REGISTERS
        for identifier, _, fields in site_bases.records(demonstration_base, register)
        for name in fields.get("former_ids", [])
    }
    assert former
    for address, present in former.items():
        page = demonstration.page(address)
        [refresh] = [e for e in page.root.all("meta") if e.attributes.get("http-equiv") == "refresh"]
        assert page.target(refresh.attributes["content"].removeprefix("0; url="))[0] == present
        assert page.target(page.root.one("a").attributes["href"])[0] == present
        assert page.meta("robots") == ["noindex"]


def test_without_an_address_of_the_site_nothing_claims_one(demonstration: Site) -> None:
    assert "sitemap.xml" not in demonstration.files
    assert demonstration.files["robots.txt"] == b"User-agent: *\nAllow: /\n"
    for page in demonstration.pages():
        assert [e for e in page.root.all("link") if e.attributes.get("rel") == "canonical"] == []


def test_with_an_address_sitemap_and_canonical_links_name_the_same_pages(tmp_path: Path) -> None:
    practices = {
        "practices/polka.yml": PRACTICE | {"updated": "2026-05-20", "former_ids": ["staraya-polka"]},
        "practices/arhiv.yml": PRACTICE | {"status": "archived", "title": "Старая полка"},
    }
    root = site_bases.written(tmp_path / "base", practices, site_url=SITE_URL.removesuffix("/"))
    site = site_bases.built(root, tmp_path / "site")
    tree = ET.fromstring(site.files["sitemap.xml"])  # noqa: S314 (our own file)
    days = {e.findtext(f"{SITEMAP}loc"): e.findtext(f"{SITEMAP}lastmod") for e in tree}
    canonical = {
        link.attributes["href"]: page.address
        for page in site.pages()
        for link in page.root.all("link")
        if link.attributes.get("rel") == "canonical"
    }
    assert canonical == {SITE_URL + address: address for address in canonical.values()}
    assert set(canonical) == set(days)
    assert set(canonical.values()) == {page.address for page in site.pages()} - {
        "404.html",
        "practices/arhiv.html",
        "search.html",
    }
    assert days[f"{SITE_URL}practices/polka.html"] == "2026-05-20"
    assert site.files["robots.txt"].decode() == f"User-agent: *\nAllow: /\nSitemap: {SITE_URL}sitemap.xml\n"


def test_example_of_an_order_is_kept_out_of_search_engines(tmp_path: Path) -> None:
    root = site_bases.written(tmp_path / "base", nature="example", site_url=SITE_URL)
    site = site_bases.built(root, tmp_path / "site")
    assert site.files["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    pages = list(site.pages())
    assert len(pages) > 50
    for page in pages:
        assert page.meta("robots") == ["noindex"]
        assert (
            "Учебный пример по тексту приказа, не сайт органа." in page.root.one("div", css="mb-status").text
        )


def test_passport_tells_what_was_built(demonstration: Site, demonstration_base: Path) -> None:
    passport = json.loads(demonstration.files["build.json"])
    assert passport["name"] == "Методбанк Приозёрья"
    assert passport["as_of"] == "2026-11-22"
    assert passport["records"] == listed(demonstration_base)
    assert passport["set_aside"] == 0
    assert passport["pages"] == len(list(demonstration.pages()))
