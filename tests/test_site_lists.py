"""Lists hold every listed record once, cut into pages and filtered by facets, without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

import site_bases
from metodbank.models import kinds
from site_bases import PRACTICE, REFERENCE, REGISTERS
from site_tree import Page, Site

FACETS = {kind.folder: kind.facets for kind in kinds.REGISTERS}
# These lists are pages of their own making, without cards.
WITHOUT_CARDS = {"glossary", "requirements"}
NUMBERS = ["1", "2", "3", "4", "5", "6"]


@pytest.fixture(scope="module")
def thirty(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a base with practices p-01 … p-30 and five records on a page."""
    folder = tmp_path_factory.mktemp("thirty")
    practices = {
        f"practices/p-{number:02}.yml": PRACTICE | {"title": f"Полка {number:02}"} for number in range(1, 31)
    }
    return site_bases.built(site_bases.written(folder / "base", practices, page_size=5), folder / "site")


def steps(page: Page) -> list[str]:
    return [item.text for item in page.root.one("nav", css="mb-pagination").all("li")]


@pytest.mark.parametrize("stem", ["index", "by-difficulties-reading-comprehension", "by-territory-kray"])
def test_list_is_cut_into_pages_that_are_all_reachable(thirty: Site, stem: str) -> None:
    first = f"practices/{stem}.html"
    prefix = "page-" if stem == "index" else f"{stem}-page-"
    rest = [f"practices/{prefix}{number}.html" for number in range(2, 7)]
    assert thirty.cards(first, *rest) == [f"practices/p-{number:02}.html" for number in range(1, 31)]
    assert all(len(thirty.cards(address)) == 5 for address in (first, *rest))
    assert f"practices/{prefix}7.html" not in thirty.files

    walked = [first]
    while (href := next_page(thirty.page(walked[-1]))) is not None:
        walked.append(href)
    assert walked == [first, *rest]


def next_page(page: Page) -> str | None:
    [nav] = page.root.all("nav", css="mb-pagination")
    [*_, last] = nav.all("li")
    return page.target(last.one("a").attributes["href"])[0] if last.text == "Дальше →" else None


def test_pages_of_a_list_tell_which_of_how_many_they_are(thirty: Site) -> None:
    first, middle, last = (thirty.page(f"practices/{name}.html") for name in ("index", "page-4", "page-6"))
    assert first.root.one("p", css="mb-count").text == "30 практик, показаны 1–5"
    assert middle.root.one("p", css="mb-count").text == "30 практик, показаны 16–20"
    assert steps(first) == ["1", "2", "3", "…", "6", "Дальше →"]
    assert steps(middle) == ["← Назад", "1", "2", "3", "4", "5", "6", "Дальше →"]
    assert steps(last) == ["← Назад", "1", "…", "4", "5", "6"]
    current = [
        e.text for e in middle.root.one("nav", css="mb-pagination").walk() if "aria-current" in e.attributes
    ]
    assert current == ["4"]


def expected_facets(root: Path, register: str) -> dict[str, set[str]]:
    """Return which records stand on the page of each facet, by plain reading of the files."""
    organizations = site_bases.items(root, "organizations")
    found: dict[str, set[str]] = {}
    for identifier, _, fields in site_bases.records(root, register):
        if not site_bases.is_listed(fields):
            continue
        own = fields.get("territory") or organizations[fields["organization"]]["territory"]
        for facet in FACETS[register]:
            said = own if facet == "territory" else fields.get(facet, [])
            for value in said if isinstance(said, list) else [said]:
                address = f"{register}/by-{facet.replace('_', '-')}-{value}.html"
                found.setdefault(address, set()).add(f"{register}/{identifier}.html")
    return found


@pytest.mark.parametrize("register", REGISTERS)
def test_facet_pages_hold_exactly_the_records_that_have_the_value(
    demonstration: Site, demonstration_base: Path, register: str
) -> None:
    expected = expected_facets(demonstration_base, register)
    assert expected
    pages = {a for a in demonstration.addresses if a.startswith(f"{register}/by-") and "-in-" not in a}
    assert pages == set(expected)
    panel = demonstration.page(f"{register}/index.html").root.one("nav", css="mb-filters")
    counts = {
        f"{register}/{item.one('a').attributes['href']}".replace(f"{register}/../", ""): item.one("span").text
        for item in panel.all("li")
    }
    for address, records in expected.items():
        assert set(demonstration.cards(address)) == records
        assert len(demonstration.cards(address)) == len(records)
        assert counts.pop(address) == str(len(records))
    assert counts == {}


@pytest.mark.parametrize("register", REGISTERS)
def test_list_of_a_register_holds_every_published_record(
    demonstration: Site, demonstration_base: Path, register: str
) -> None:
    listed = {
        f"{register}/{identifier}.html"
        for identifier, _, fields in site_bases.records(demonstration_base, register)
        if site_bases.is_listed(fields)
    }
    assert set(demonstration.cards(f"{register}/index.html")) == listed


@pytest.mark.parametrize("table", REFERENCE)
def test_list_of_reference_data_holds_every_item(
    demonstration: Site, demonstration_base: Path, table: str
) -> None:
    expected = {f"{table}/{key}.html" for key in site_bases.items(demonstration_base, table)}
    pages = [a for a in demonstration.addresses if a.startswith((f"{table}/index", f"{table}/page-"))]
    if table in WITHOUT_CARDS:
        page = demonstration.page(pages[0])
        assert {page.target(a.attributes["href"])[0] for a in page.root.all("a")} >= expected
    else:
        assert set(demonstration.cards(*pages)) == expected


def test_page_of_a_territory_gathers_the_records_of_its_organizations(
    demonstration: Site, demonstration_base: Path
) -> None:
    gathered = 0
    for territory in site_bases.items(demonstration_base, "territories"):
        expected = {
            record
            for register in REGISTERS
            for address, records in expected_facets(demonstration_base, register).items()
            if address.endswith(f"/by-territory-{territory}.html")
            for record in records
        }
        assert set(demonstration.cards(f"territories/{territory}.html")) == expected
        gathered += len(expected)
    assert gathered > 20


def test_page_of_a_difficulty_gathers_what_helps_with_it(
    demonstration: Site, demonstration_base: Path
) -> None:
    expected: dict[str, set[str]] = {}
    for register in REGISTERS:
        for address, records in expected_facets(demonstration_base, register).items():
            name = address.partition("/by-difficulties-")[2]
            if name:
                expected.setdefault(f"difficulties/{name}", set()).update(records)
    assert len(expected) > 10
    pages = [
        a for a in demonstration.addresses if a.startswith("difficulties/") and not a.endswith("/index.html")
    ]
    assert len(pages) >= 40
    for address in pages:
        assert set(demonstration.cards(address)) == expected.get(address, set())


def test_list_of_subjects_stands_by_level_in_the_order_of_the_vocabulary(
    tmp_path: Path,
) -> None:
    clause = [{"act": "prikaz", "section": "п. 1"}]
    actors = {
        "shkola": {"title": "Школа", "level": "institutional", "sources": clause},
        "rayon": {"title": "Район", "level": "municipal", "sources": clause},
        "akademiya": {"title": "Академия", "level": "federal", "sources": clause},
        "aktiv": {"title": "Актив", "level": "municipal", "sources": clause},
    }
    root = site_bases.written(tmp_path / "base", {"reference/actors.yml": actors})
    page = site_bases.built(root, tmp_path / "site").page("actors/index.html")
    main = page.root.one("div", css="mb-main")
    read = [e.text if e.tag == "h2" else e.all("a")[0].text for e in main.walk() if e.tag in {"h2", "li"}]
    assert read == [
        "Федеральный",
        "Академия",
        "Муниципальный",
        "Актив",
        "Район",
        "Образовательная организация",
        "Школа",
    ]
