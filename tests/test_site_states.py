"""What is not published leaves no trace; what is archived or late says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import site_bases
from site_bases import PRACTICE, REGISTERS
from site_tree import Site


@pytest.fixture(scope="module")
def with_drafts(demonstration_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_bases.built(demonstration_base, tmp_path_factory.mktemp("drafts") / "site", "--drafts")


def titles(root: Path, *, public: bool) -> dict[str, str]:
    """Return the titles of the records that are, or are not, public, by the address of their page."""
    return {
        f"{register}/{identifier}.html": fields["title"]
        for register in REGISTERS
        for identifier, _, fields in site_bases.records(root, register)
        if site_bases.is_public(fields) == public
    }


def test_unpublished_record_leaves_no_trace(demonstration: Site, demonstration_base: Path) -> None:
    hidden = titles(demonstration_base, public=False)
    assert hidden
    for address, title in hidden.items():
        assert address not in demonstration.files
        found = [name for name, content in demonstration.files.items() if title.encode() in content]
        assert found == []


def test_with_drafts_every_record_has_a_page_that_says_it_is_not_published(
    with_drafts: Site, demonstration_base: Path
) -> None:
    hidden = titles(demonstration_base, public=False)
    assert hidden
    for address, title in hidden.items():
        page = with_drafts.page(address)
        assert page.h1 == title
        assert "Не опубликовано" in page.root.one("p", css="mb-notice--draft").text


def test_with_drafts_nothing_is_for_search_engines(with_drafts: Site) -> None:
    pages = list(with_drafts.pages())
    assert len(pages) > 100
    assert [page.address for page in pages if page.meta("robots") != ["noindex"]] == []
    assert with_drafts.files["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_archived_record_says_so_and_stands_in_no_list(demonstration: Site, demonstration_base: Path) -> None:
    archived = [
        f"{register}/{identifier}.html"
        for register in REGISTERS
        for identifier, _, fields in site_bases.records(demonstration_base, register)
        if fields["status"] == "archived"
    ]
    assert archived
    lists = [page for page in demonstration.pages() if page.root.all("li", css="mb-card")]
    assert len(lists) > 50
    in_lists = set(demonstration.cards(*(page.address for page in lists)))
    for address in archived:
        page = demonstration.page(address)
        assert "в архиве" in page.root.one("p", css="mb-notice--archived").text
        assert page.meta("robots") == ["noindex"]
        assert address not in in_lists


def test_published_pages_are_for_search_engines(demonstration: Site, demonstration_base: Path) -> None:
    published = [
        a
        for a in titles(demonstration_base, public=True)
        if not demonstration.page(a).root.all(css="mb-notice--archived")
    ]
    assert published
    assert [address for address in published if demonstration.page(address).meta("robots")] == []


EXPIRED = "Срок истёк 30 июня 2026 г."
LATE = "Требует актуализации: проверить следовало до 31 августа 2026 г."


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-06-30", []),
        ("2026-07-01", [EXPIRED]),
        ("2026-08-31", [EXPIRED]),
        ("2026-09-01", [EXPIRED, LATE]),
    ],
)
def test_notices_follow_the_day_of_the_build(tmp_path: Path, as_of: str, expected: list[str]) -> None:
    late = PRACTICE | {"valid_until": "2026-06-30", "review_by": "2026-08-31"}
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": late})
    page = site_bases.built(root, tmp_path / "site", as_of=as_of).page("practices/polka.html")
    assert [notice.text for notice in page.root.all("p", css="mb-notice")] == expected


def test_personal_data_of_a_record_that_was_set_aside_is_not_published(tmp_path: Path) -> None:
    personal = PRACTICE | {"results": "Пишите Маше: +7 912 345-67-89, masha@mail.ru."}
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": personal})
    assert site_bases.build(root, tmp_path / "site") == 0
    site = Site(tmp_path / "site")
    assert "MB301" in site.page("quality.html").root.text
    for secret in ("345-67-89", "masha@mail.ru"):
        assert [name for name, content in site.files.items() if secret.encode() in content] == []


def test_problems_of_an_unpublished_record_do_not_tell_what_it_says(tmp_path: Path) -> None:
    wrong = PRACTICE | {"status": "draft", "title": "Тайна первая", "results": "Звоните: +7 912 345-67-89"}
    shouted = PRACTICE | {"status": "review", "title": "ТАЙНА ВТОРАЯ."}
    root = site_bases.written(tmp_path / "base", {"practices/odin.yml": wrong, "practices/dva.yml": shouted})
    assert site_bases.build(root, tmp_path / "site") == 0
    site = Site(tmp_path / "site")
    assert "MB301" in site.page("quality.html").root.text
    for secret in ("Тайна первая", "ТАЙНА ВТОРАЯ", "345-67-89"):
        assert [name for name, content in site.files.items() if secret.encode() in content] == []


def test_public_page_of_quality_quotes_nothing_of_a_record(tmp_path: Path) -> None:
    polka = PRACTICE | {"results": "Замеров не было.", "status": "review"}
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": polka})
    with (root / "practices/polka.yml").open("a", encoding="utf-8") as file:
        file.write("zametka: Секретное слово # и ещё одно\nlimits: Тайна: двоеточие\n")
    assert site_bases.build(root, tmp_path / "site") == 0
    quality = Site(tmp_path / "site").page("quality.html").root.text
    assert "MB019" in quality
    for secret in ("Секретное", "ещё одно", "Тайна", "двоеточие"):
        assert secret not in quality
