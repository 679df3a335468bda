"""Every record has its page, and every page says what each page must."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import site_bases
from knowledge_bases import REPOSITORY, add
from site_bases import REFERENCE, REGISTERS
from site_tree import Page, Site

NOT_RECORDS = re.compile(r"index|page-\d+|by-.*")
HEAVIEST = 100 * 1024
EDIT = "https://git.example.org/metodbank-priozerye/edit/main/"


def record_pages(site: Site, folder: str) -> set[str]:
    found = [a.removesuffix(".html").split("/") for a in site.addresses if a.startswith(f"{folder}/")]
    names = {name for _, name in found if not NOT_RECORDS.fullmatch(name)}
    return {name for name in names if not site.page(f"{folder}/{name}.html").is_redirect}


def files_of_records(root: Path) -> dict[str, str]:
    """Return the address of every record that has a page with the file that it lies in."""
    found = {}
    for register in REGISTERS:
        for identifier, path, fields in site_bases.records(root, register):
            if site_bases.is_public(fields):
                found[f"{register}/{identifier}.html"] = path
    for table in REFERENCE:
        found |= {f"{table}/{key}.html": f"reference/{table}.yml" for key in site_bases.items(root, table)}
    return found


def test_every_published_record_has_its_page_and_no_other_has(
    demonstration: Site, demonstration_base: Path
) -> None:
    expected = files_of_records(demonstration_base)
    for folder in (*REGISTERS, *REFERENCE):
        mine = {a.split("/")[1].removesuffix(".html") for a in expected if a.startswith(f"{folder}/")}
        assert mine
        assert record_pages(demonstration, folder) == mine


def test_page_of_a_record_is_headed_by_its_title(demonstration: Site, demonstration_base: Path) -> None:
    for register in REGISTERS:
        for identifier, _, fields in site_bases.records(demonstration_base, register):
            if site_bases.is_public(fields):
                page = demonstration.page(f"{register}/{identifier}.html")
                assert page.h1 == " ".join(fields["title"].split())


def test_every_page_has_one_heading_a_language_a_title_and_a_description(demonstration: Site) -> None:
    pages = list(demonstration.pages())
    assert len(pages) > 100
    for page in pages:
        assert page.h1
        assert page.root.one("html").attributes["lang"] == "ru"
        assert page.title
        [description] = page.meta("description")
        assert 0 < len(description) <= 200, page.address


def test_no_two_pages_of_a_section_share_a_title(demonstration: Site) -> None:
    seen: dict[tuple[str, str], str] = {}
    for page in demonstration.pages():
        key = page.address.rpartition("/")[0], page.title
        assert key not in seen, f"{page.address} and {seen[key]}"
        seen[key] = page.address


@pytest.mark.parametrize("name", ["", "federal", "lipetsk", "megion", "muya"])
def test_no_page_is_too_heavy_for_a_slow_connection(
    demonstration: Site, example: Callable[[str], Site], name: str
) -> None:
    site = example(name) if name else demonstration
    heavy = {page.address: len(site.files[page.address]) for page in site.pages()}
    assert len(heavy) > 400
    assert {address: size for address, size in heavy.items() if size > HEAVIEST} == {}


def test_every_page_but_home_tells_where_it_stands(demonstration: Site) -> None:
    for page in demonstration.pages():
        trails = page.root.all("nav", css="mb-breadcrumbs")
        if page.address == "index.html":
            assert trails == []
            continue
        [trail] = trails
        steps = trail.all("li")
        assert len(steps) > 1, page.address
        assert page.target(steps[0].one("a").attributes["href"])[0] == "index.html"
        assert [step.attributes.get("aria-current") for step in steps] == [None] * (len(steps) - 1) + ["page"]


def test_every_page_has_the_status_block_and_the_notice_of_an_invented_region(demonstration: Site) -> None:
    for page in demonstration.pages():
        status = page.root.one("div", css="mb-status")
        assert "Методбанк Приозёрья" in status.text
        assert "22 ноября 2026 г." in status.text
        assert "Не официальное опубликование." in status.text
        assert "Вымышленный регион" in page.root.one("aside", css="md-banner").text


def test_page_of_a_record_leads_to_its_file_at_the_git_host(
    demonstration: Site, demonstration_base: Path
) -> None:
    files = files_of_records(demonstration_base)
    for page in demonstration.pages():
        expected = EDIT + files[page.address] if page.address in files else None
        assert page.link("Исправить эту запись") == expected, page.address


def test_page_of_a_record_tells_when_it_was_checked(tmp_path: Path) -> None:
    checked = site_bases.PRACTICE | {"title": "Новая полка", "updated": "2026-05-20"}
    files = {"practices/polka.yml": site_bases.PRACTICE, "practices/novaya.yml": checked}
    site = site_bases.built(site_bases.written(tmp_path / "base", files), tmp_path / "site")
    expected = {"polka": "дата не указана", "novaya": "20 мая 2026 г."}
    for name, day in expected.items():
        assert f"Проверена {day}" in site.page(f"practices/{name}.html").root.one("div", css="mb-record").text


def test_without_a_git_host_no_page_offers_to_correct(tmp_path: Path) -> None:
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": site_bases.PRACTICE})
    site = site_bases.built(root, tmp_path / "site")
    assert "practices/polka.html" in site.addresses
    assert [page.address for page in site.pages() if page.link("Исправить эту запись")] == []


def test_page_for_an_unknown_address_leads_on(demonstration: Site) -> None:
    page: Page = demonstration.page("404.html")
    assert page.meta("robots") == ["noindex"]
    assert page.link("На главную") == "index.html"
    for register in REGISTERS:
        hrefs = {a.attributes.get("href") for a in page.root.one("article").all("a")}
        assert f"{register}/index.html" in hrefs


def test_page_for_an_unknown_address_works_at_any_depth_of_a_known_site(tmp_path: Path) -> None:
    site_url = "https://bank.example.org/metod/"
    site = site_bases.built(site_bases.written(tmp_path / "base", site_url=site_url), tmp_path / "site")
    page = site.page("404.html")
    leading = ("href", "src", "action")
    links = [e.attributes[name] for e in page.root.all() for name in leading if name in e.attributes]
    inner = [link for link in links if not link.startswith(("#", "tel:", "mailto:", "https:"))]
    assert len(inner) > 20
    assert [link for link in inner if not link.startswith("/metod/")] == []
    assert [link for link in inner if link.removeprefix("/metod/") not in site.files] == []
    boxes = page.root.all("form", css="mb-searchbox")
    assert [box.attributes["action"] for box in boxes] == ["/metod/search.html"] * 2


def addresses_table() -> dict[str, re.Pattern[str]]:
    """Return the addresses that CONTRIBUTING lists, as they are written there, each with what it stands for.

    Where a row names a folder alone, pages of any name lie in it; `assets/` holds files of every kind.
    """
    section = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8").partition("## Адреса страниц")[2]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    written = [code for cell in cells for code in re.findall(r"`([^`]+)`", cell)]
    return {code: re.compile(_meaning(code)) for code in written}


def _meaning(code: str) -> str:
    address = code.partition("#")[0].replace("…", "<начало>")
    registers = "|".join(REGISTERS)
    parts = {
        "реестр": f"(?:{registers})",
        "начало": rf"(?:{registers})/by-[a-z0-9-]+",
        "n": r"\d+",
        "номер": r"\d+",
    }
    words = re.split(r"<([^>]+)>", address)
    pattern = "".join(
        parts.get(word, r"[\w.-]+") if place % 2 else re.escape(word) for place, word in enumerate(words)
    )
    anything = ".+" if address == "assets/" else r"[\w-]+\.html"
    return pattern + anything if address.endswith("/") else pattern


def test_table_of_addresses_is_that_of_the_site(tmp_path: Path) -> None:
    root = site_bases.copied(tmp_path / "base")
    add(root, "region.yml", "page_size: 5\nsite_url: https://bank.example.org/\n")
    found, table = site_bases.built(root, tmp_path / "site").files, addresses_table()
    assert [address for address in found if not any(each.fullmatch(address) for each in table.values())] == []
    assert [code for code, each in table.items() if not any(map(each.fullmatch, found))] == []
    assert len(table) > 30
