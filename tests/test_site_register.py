"""A register is one model, one row in the table of kinds and one body template: everything else follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import Field

import site_bases
from metodbank.build import build
from metodbank.models.fields import Date, PracticeId, Text
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind, Words
from metodbank.models.record import RegisterRecord, Subject
from metodbank.unchanged import Built
from site_bases import PRACTICE, REGISTER_RECORD
from site_tree import Site


class Club(RegisterRecord):
    """Кружок: то, чего в методбанке нет."""

    charter: Text = Field(title="Устав кружка", description="О чём договорились.")
    subjects: tuple[Subject, ...] = Field((), title="Предметы кружка", description="Чем занимаются.")
    practice: PracticeId | None = Field(None, title="С чего начали", description="Практика.")
    opened: Date | None = Field(None, title="Открыт", description="День.")


KIND = Kind(
    name="club",
    folder="clubs",
    model=Club,
    title="Кружки",
    words=Words("кружок", "кружка", "кружков", "кружка"),
    intro="Где занимаются после уроков.",
    empty="Кружков пока нет.",
    facets=("subjects",),
    card=("opened",),
)
TEMPLATE = """\
{% extends "record.html.jinja" %}
{% block facts %}
{{ m.facts([(titles.subjects, record.subjects)]) }}
{{ m.facts([(titles.practice, record.practice)]) }}
{{ m.facts([(titles.opened, record.opened)]) }}
{% endblock %}
{% block main %}
{{ m.text_section("charter", titles.charter, record.charter) }}
{% endblock %}
"""
CHESS = REGISTER_RECORD | {
    "title": "Шахматный кружок",
    "charter": "Играем **по четвергам**.",
    "subjects": ["mathematics"],
    "practice": "polka",
    "opened": "2020-09-01",
    "attachments": [
        {"file": "debyut.txt", "title": "Дебют", "description": "Ходы.", "accessibility": "Текст."},
    ],
}
WRONG = REGISTER_RECORD | {"title": "Кружок без устава", "practice": "polk"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    site_bases.put(folder / "templates", "records/club.html.jinja", TEMPLATE)
    files = {
        "practices/polka.yml": PRACTICE,
        "clubs/shahmaty.yml": CHESS,
        "clubs/bez-ustava.yml": WRONG,
        "clubs/krivaya-ssylka.yml": WRONG | {"title": "Кривой кружок", "charter": "Собираемся."},
        "files/shahmaty/debyut.txt": b"e2-e4",
    }
    site_bases.written(folder / "base", files)
    return folder


@pytest.fixture(scope="module")
def result(folder: Path) -> Built:
    return build(
        folder / "base",
        folder / "site",
        as_of=lambda _: date(2026, 11, 22),
        drafts=False,
        progress=lambda _: None,
        kinds=(*REGISTERS, KIND, *REFERENCE),
        templates=(folder / "templates",),
    )


@pytest.fixture(scope="module")
def site(folder: Path, result: Built) -> Site:
    assert result.pages > 50
    return Site(folder / "site")


def test_record_of_the_new_register_has_a_page_with_all_its_fields(site: Site) -> None:
    page = site.page("clubs/shahmaty.html")
    assert page.h1 == "Шахматный кружок"
    record = page.root.one("div", css="mb-record").text
    for words in ("Устав кружка Играем по четвергам.", "Предметы кружка Математика", "1 сентября 2020 г."):
        assert words in record
    assert page.link("Тихая полка") == "../practices/polka.html"


def test_new_register_has_a_tab_a_list_and_a_page_for_each_value_of_its_facet(site: Site) -> None:
    for address, current in (("index.html", []), ("clubs/shahmaty.html", ["Кружки"])):
        navs = site.page(address).root.all("nav")
        [tabs] = [nav.all("a") for nav in navs if nav.attributes.get("aria-label") == "Разделы"]
        own = [kind.title for kind in REGISTERS if not kind.tab]
        assert [tab.text for tab in tabs][: len(own) + 1] == [*own, "Кружки"]
        assert [tab.text for tab in tabs if "aria-current" in tab.attributes] == current
    for address in ("clubs/index.html", "clubs/by-subjects-mathematics.html"):
        assert site.cards(address) == ["clubs/shahmaty.html"]


def test_practice_tells_which_club_refers_to_it(site: Site) -> None:
    page = site.page("practices/polka.html")
    assert page.link("Шахматный кружок") == "../clubs/shahmaty.html"


def test_home_counts_the_new_register(site: Site) -> None:
    counts = [item.text for item in site.page("index.html").root.one("ul", css="mb-counts").all("li")]
    assert "1 кружок" in counts


def test_reference_of_fields_describes_the_new_register(site: Site) -> None:
    text = site.page("fields/club.html").root.one("article").text
    for words in ("clubs/<id>.yml", "charter Устав кружка обязательно", "О чём договорились."):
        assert words in text


def test_file_of_a_club_is_published(site: Site) -> None:
    assert site.files["files/shahmaty/debyut.txt"] == b"e2-e4"


def test_checks_report_a_missing_field_and_a_broken_reference_with_their_place(
    folder: Path, result: Built, site: Site
) -> None:
    found = {(problem.file, problem.code, problem.field): problem for problem in result.problems}
    missing = found["clubs/bez-ustava.yml", "MB101", "Устав кружка"]
    broken = found["clubs/krivaya-ssylka.yml", "MB202", "С чего начали"]
    assert missing.is_error
    [line] = [
        number
        for number, text in enumerate((folder / "base" / broken.file).read_text("utf-8").splitlines(), 1)
        if text == "practice: polk"
    ]
    assert broken.line == line
    assert "polka" in broken.remedy
    assert result.set_aside == 2
    assert "clubs/krivaya-ssylka.html" not in site.files
