"""Every field that an author can fill is seen on the page of the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import site_bases
from metodbank.models.kinds import REFERENCE, REGISTERS
from metodbank.models.shape import walk
from site_bases import ACT, ORGANIZATIONS, TERRITORIES
from site_full_records import MINIMAL, FullRecord, Way, marked_vocabularies
from site_tree import Element, Page, Site

KINDS = {kind.name: kind for kind in REGISTERS + REFERENCE}
# Not for readers: the version of the format, what tells the program how to read or link; former addresses
# are redirects, the id of a measure is its fragment, a withdrawn record is not published. A measure or an
# event is moved or not: `test_site_roadmaps` and `test_site_events` show these days.
UNSEEN = {
    ("schema_version",),
    ("former_ids",),
    ("linked",),
    ("moved_to",),
    ("measures", "id"),
    ("measures", "done_on"),
    ("measures", "moved_to"),
    ("measures", "term", "kind"),
    ("rights", "withdrawn_on"),
}


def leaves(kind: str) -> list[Way]:
    """Return the ways to the fields that hold a value of their own and are meant for readers."""
    found = [way for way, shape in walk(KINDS[kind].model) if shape.group is None and way not in UNSEEN]
    assert found
    return found


@pytest.fixture(scope="module")
def full_records() -> dict[str, FullRecord]:
    found = {name: FullRecord(kind, f"polnaya-{name}") for name, kind in KINDS.items()}
    for record in found.values():
        record.fill()
    return found


@pytest.fixture(scope="module")
def single_records() -> dict[tuple[str, Way], FullRecord]:
    """Return a record for every field, with that field alone beside the required ones."""
    found = {}
    for name, kind in KINDS.items():
        for number, way in enumerate(leaves(name)):
            record = found[name, way] = FullRecord(kind, f"odno-{name}-{number}")
            record.fill_only(way)
    return found


def site_of(records: Iterable[FullRecord], folder: Path) -> Site:
    tables = {
        "territories": dict(TERRITORIES),
        "organizations": dict(ORGANIZATIONS),
        "acts": {"prikaz": ACT},
    } | {"directions": {"napravlenie": MINIMAL["direction"]}}
    files = {f"reference/{name}.yml": items for name, items in tables.items()} | marked_vocabularies()
    for record in records:
        files |= record.files
        for path, items in record.tables.items():
            files.setdefault(path, {}).update(items)
    return site_bases.built(site_bases.written(folder / "base", files), folder / "site")


@pytest.fixture(scope="module")
def site(full_records: dict[str, FullRecord], tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(full_records.values(), tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def single_site(
    single_records: dict[tuple[str, Way], FullRecord], tmp_path_factory: pytest.TempPathFactory
) -> Site:
    return site_of(single_records.values(), tmp_path_factory.mktemp("single"))


def missing(site: Site, record: FullRecord, ways: Iterable[Way]) -> list[str]:
    """Return the values that a reader of the record's page does not see.

    Inside a list of values the page lowers the capital that a value begins with.
    """
    page = site.page(record.address)
    text, *links = shown(page, page.root.one("div", css="mb-record"))
    return [
        f"{'.'.join(way)}: {value}"
        for way in ways
        for value in record.expected[way]
        if value not in links and not re.search(rf"(?i)(?<!\w){re.escape(value)}(?!\w)", text)
    ]


def shown(page: Page, element: Element) -> Iterator[str]:
    """Yield the text of the record and where its links lead."""
    yield element.text
    for link in element.all("a"):
        href = link.attributes["href"]
        yield "→" + (href if ":" in href else page.target(href)[0])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_model_is_seen_on_the_page_of_the_record(
    site: Site, full_records: dict[str, FullRecord], kind: str
) -> None:
    record = full_records[kind]
    assert set(leaves(kind)) == {way for way, seen in record.expected.items() if seen}
    assert missing(site, record, leaves(kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_seen_even_when_its_neighbours_are_not_given(
    single_site: Site, single_records: dict[tuple[str, Way], FullRecord], kind: str
) -> None:
    assert [m for way in leaves(kind) for m in missing(single_site, single_records[kind, way], [way])] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_value_of_a_full_record_could_be_taken_for_another(
    full_records: dict[str, FullRecord], kind: str
) -> None:
    values = [value for seen in full_records[kind].expected.values() for value in seen]
    repeated = {value for value in values if values.count(value) > 1 and not value.startswith("Слово")}
    assert repeated <= {"3–8 классы"}


def test_reference_of_fields_has_a_page_for_records_and_for_definitions(site: Site) -> None:
    index = site.page("fields/index.html")
    targets = {index.target(a.attributes["href"])[0] for a in index.root.one("article").all("a")}
    for name in (*KINDS, "indicator", "framework"):
        assert site.page(f"fields/{name}.html").h1.startswith("Поля: ")
        assert f"fields/{name}.html" in targets
    text = site.page("fields/indicator.html").root.text
    assert "reference/indicators/<id>.yml" in text
    assert "distinct Разные значения поля" in text
    assert "operator_inferred" in site.page("fields/framework.html").root.text
