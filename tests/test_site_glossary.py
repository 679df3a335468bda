"""Terms are linked from the text of a record where they first stand, and nowhere that a link may not be."""

from __future__ import annotations

from pathlib import Path

import pytest

import site_bases
from site_bases import PRACTICE
from site_tree import Page, Site

DEFINITIONS = [{"act": "prikaz", "section": "п. 4.1", "text": "Встреча, на которой показывают **урок**."}]
GLOSSARY = {
    "otkrytyy-urok": {"title": "открытый урок", "definitions": DEFINITIONS},
    "iom": {
        "title": "индивидуальный образовательный маршрут",
        "abbreviations": ["ИОМ"],
        "definitions": [
            {"act": "prikaz", "section": "п. 1", "text": "Комплекс мероприятий."},
            {"act": "prikaz", "section": "п. 2", "text": "Персональный путь после открытого урока."},
        ],
        "note": "Два пункта говорят по-разному.",
        "see_also": ["otkrytyy-urok"],
    },
    "shag": {"title": "шаг", "linked": False, "definitions": DEFINITIONS},
}
TEXT = """\
Сходите на открытый урок, потом ещё на три открытых урока. Первый шаг: [открытые уроки](https://example.org/).

### Открытый урок

`открытый урок` и **ИОМ** <b>ИОМ</b>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("glossary")
    files = {
        "reference/glossary.yml": GLOSSARY,
        "practices/polka.yml": PRACTICE | {"steps": [TEXT, "Снова открытый урок и ИОМ."]},
        "practices/tihaya.yml": PRACTICE | {"title": "Другая", "steps": "Напишите ИОМ на доске."},
        "practices/ssylka.yml": PRACTICE
        | {"title": "Ссылка", "steps": "[Открытый урок](https://example.org/) прошёл. Потом открытый урок."},
    }
    return site_bases.built(site_bases.written(folder / "base", files), folder / "site")


def terms(page: Page) -> list[tuple[str, str]]:
    return [(a.text, page.target(a.attributes["href"])[0]) for a in page.root.all("a", css="mb-term")]


def test_term_is_linked_once_where_it_first_stands(site: Site) -> None:
    page = site.page("practices/polka.html")
    assert terms(page) == [
        ("открытый урок", "glossary/otkrytyy-urok.html"),
        ("ИОМ", "glossary/iom.html"),
    ]


def test_each_record_begins_anew(site: Site) -> None:
    assert terms(site.page("practices/tihaya.html")) == [("ИОМ", "glossary/iom.html")]


def test_link_of_the_author_is_left_alone_and_the_next_place_is_linked(site: Site) -> None:
    page = site.page("practices/ssylka.html")
    assert terms(page) == [("открытый урок", "glossary/otkrytyy-urok.html")]
    assert page.link("Открытый урок") == "https://example.org/"


def test_page_of_a_term_has_its_definitions_with_act_and_clause(site: Site) -> None:
    page = site.page("glossary/iom.html")
    definitions = [e.text for e in page.root.all("div", css="mb-definition")]
    assert definitions == [
        "Комплекс мероприятий. Приказ от 10.01.2020 № 1, п. 1",
        "Персональный путь после открытого урока. Приказ от 10.01.2020 № 1, п. 2",
    ]
    # A term is not linked to itself, others are.
    assert terms(page) == [("открытого урока", "glossary/otkrytyy-urok.html")]
    assert "Два пункта говорят по-разному." in page.root.text
    assert page.link("открытый урок") == "../glossary/otkrytyy-urok.html"


def test_glossary_lists_all_terms_in_the_order_of_the_alphabet(site: Site) -> None:
    page = site.page("glossary/index.html")
    titles = [dt.all("a")[0].text for dl in page.root.all("dl", css="mb-terms") for dt in dl.all("dt")]
    assert titles == ["индивидуальный образовательный маршрут", "открытый урок", "шаг"]
    assert [e.text for e in page.root.all("h2")][:3] == ["И", "О", "Ш"]


def test_empty_glossary_says_where_its_terms_come_from(tmp_path: Path) -> None:
    site = site_bases.built(site_bases.written(tmp_path / "base"), tmp_path / "site")
    assert "Терминов пока нет" in site.page("glossary/index.html").root.one("p", css="mb-empty").text


def test_long_glossary_is_cut_into_pages_that_letters_and_steps_lead_to(tmp_path: Path) -> None:
    terms = {
        f"slovo-{number:03}": {"title": f"{'бя'[number % 2]} слово {number:03}", "definitions": DEFINITIONS}
        for number in range(150)
    }
    root = site_bases.written(tmp_path / "base", {"reference/glossary.yml": terms})
    site = site_bases.built(root, tmp_path / "site")
    pages = ["glossary/index.html", "glossary/page-2.html", "glossary/page-3.html"]
    shown = [len(site.page(address).root.all("div", css="mb-terms__item")) for address in pages]
    assert shown == [60, 60, 30]
    letters = site.page(pages[2]).root.one("nav", css="mb-letters").all("a")
    # 75 terms begin with Б, so Я begins on the second page.
    assert [(a.text, a.attributes["href"]) for a in letters] == [
        ("Б", "../glossary/index.html#letter-1"),
        ("Я", "../glossary/page-2.html#letter-2"),
    ]
    steps = site.page(pages[0]).root.one("nav", css="mb-pagination").all("a")
    assert {site.page(pages[0]).target(a.attributes["href"])[0] for a in steps} == set(pages[1:])
    assert all(len(site.files[address]) < 100_000 for address in pages)
