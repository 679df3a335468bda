"""A roadmap is read by direction, by what is due, by what is known; unknown is neither done nor late."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import site_bases
from site_tree import Page, Site

CLAUSES = [{"act": "prikaz", "section": "п. 5"}]
DIRECTIONS = {
    "pervoe": {"title": "Управление", "sources": CLAUSES},
    "vtoroe": {"title": "Мастерство", "sources": CLAUSES},
}
SYSTEM = {
    "aktiv": {"title": "Собрать актив", "direction": "pervoe", "level": "regional", "sources": CLAUSES},
    "praktika": {"title": "Вести банк", "direction": "vtoroe", "level": "municipal", "sources": CLAUSES},
}


def measure(identifier: str, title: str, raw: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": identifier,
        "title": title,
        "responsible": ["sluzhba"],
        "term": {"raw": raw, **fields.pop("days")},
    } | fields


def day(text: str) -> dict[str, str]:
    return {"kind": "date", "from": text, "to": text}


MEASURES = [
    measure("1-1", "Издать приказ", "01.09.2026", days=day("2026-09-01"), direction="pervoe",
            system_measure="aktiv", state="done", done_on="2026-08-28",
            evidence=[{"act": "prikaz", "title": "Приказ о совете"}, {"practice": "polka"}]),
    measure("1-2", "Собрать совет", "10.11.2026", days=day("2026-11-10"), direction="pervoe",
            system_measure="aktiv", state="in-progress"),
    measure("1-3", "Написать план", "05.11.2026", days=day("2026-11-05"), direction="pervoe"),
    measure("2-1", "Открыть банк", "22.11.2026", days=day("2026-11-22"), direction="vtoroe",
            system_measure="praktika", state="planned"),
    measure("2-2", "Обновить банк", "В течение года", days={"kind": "relative-year"}, direction="vtoroe",
            doubts=[{"cell": "term", "raw": "В тчение года", "reason": "Опечатка."}]),
    measure("2-3", "Провести форум", "Декабрь 2026, май 2027", direction="vtoroe", state="moved",
            moved_to="2027-09-01", decision={"reason": "ремонт зала", "act": "prikaz"},
            days={"kind": "set", "parts": [{"from": "2026-12-01", "to": "2026-12-31"},
                                            {"from": "2027-05-01", "to": "2027-05-31"}]}),
    measure("2-4", "Закрыть отдел", "01.06.2027", days=day("2027-06-01"), state="cancelled",
            decision={"reason": "не понадобилось"}, roles=["методисты"]),
]  # fmt: skip
ROADMAP = {
    "title": "Карта края",
    "status": "published",
    "organization": "sluzhba",
    "act": "prikaz",
    "period": {"from": "2026-01-01", "to": "2027-12-31"},
    "measures": MEASURES,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("roadmap")
    files = {
        "reference/directions.yml": DIRECTIONS,
        "reference/system-measures.yml": SYSTEM,
        "roadmaps/karta.yml": ROADMAP,
        "practices/polka.yml": site_bases.PRACTICE,
    }
    return site_bases.built(site_bases.written(folder / "base", files), folder / "site", as_of="2026-11-22")


@pytest.fixture(scope="module")
def page(site: Site) -> Page:
    return site.page("roadmaps/karta.html")


def row_of(page: Page, identifier: str) -> str:
    [found] = [e for e in page.root.all("tr") if e.attributes.get("id") == f"m-{identifier}"]
    return found.text


def section(page: Page, identifier: str) -> list[str]:
    found = [e for e in page.root.all("section") if e.attributes.get("id") == identifier]
    return [li.text for e in found for li in e.all("li")]


def test_rows_stand_under_their_direction_and_system_measure(page: Page) -> None:
    tables = [e for e in page.root.all("table") if "mb-measures" in e.classes]
    found = [
        [(r.attributes.get("id") or r.text) for r in table.all("tr") if r.all("th")][1:] for table in tables
    ]
    assert found == [
        ["Собрать актив", "m-1-1", "m-1-2", "m-1-3"],
        ["Вести банк", "m-2-1", "m-2-2", "m-2-3"],
        ["m-2-4"],
    ]
    headings = [e.text for e in page.root.all("h2")]
    assert [h for h in headings if h in {"Управление", "Мастерство", "Мероприятия"}] == [
        "Управление",
        "Мастерство",
        "Мероприятия",
    ]


def test_state_is_told_as_of_the_day_with_its_ground(page: Page) -> None:
    assert "✓ Выполнено 28 августа 2026 г. Приказ о совете: Приказ от 10.01.2020 № 1 Тихая полка" in row_of(
        page, "1-1"
    )
    # 10 November to 22 November are twelve days.
    assert "! Выполняется, просрочено на 12 дней" in row_of(page, "1-2")
    # The day itself is not late.
    assert "○ Намечено" in row_of(page, "2-1")
    assert "новый срок: 1 сентября 2027 г." in row_of(page, "2-3")
    assert "ремонт зала; Приказ от 10.01.2020 № 1" in row_of(page, "2-3")
    assert "✕ Отменено не понадобилось" in row_of(page, "2-4")


def test_unknown_is_not_late(page: Page) -> None:
    assert "– Сведений о выполнении нет" in row_of(page, "1-3")
    [notice] = [e.text for e in page.root.all("p", css="mb-notice")]
    assert notice.startswith("Срок одного мероприятия прошёл, а сведений о нём нет")


def test_year_that_the_document_does_not_tell_is_not_guessed(page: Page) -> None:
    text = row_of(page, "2-2")
    assert "В течение года год не указан в документе" in text
    assert "2026" not in text


def test_doubtful_cell_shows_the_words_of_the_document_and_the_reason(page: Page) -> None:
    assert "Срок, в документе: «В тчение года». Опечатка." in row_of(page, "2-2")


def test_several_terms_are_read_out(page: Page) -> None:
    assert "с 1 декабря 2026 г. по 31 декабря 2026 г.; с 1 мая 2027 г. по 31 мая 2027 г." in row_of(
        page, "2-3"
    )


def test_what_is_late_and_what_is_due_next_stand_first_by_their_days(page: Page) -> None:
    assert section(page, "overdue") == [
        "10 ноября 2026 г.: Собрать совет. ! Выполняется, просрочено на 12 дней. Отвечает: Служба"
    ]
    assert section(page, "due-next") == [
        "22 ноября 2026 г.: Открыть банк. Отвечает: Служба",
        "1 сентября 2027 г.: Провести форум. Отвечает: Служба",
    ]


@pytest.mark.parametrize(
    ("address", "rows"),
    [
        ("by-direction-vtoroe-in-karta", ["2-1", "2-2", "2-3"]),
        ("by-responsible-sluzhba-in-karta", ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "2-4"]),
        ("by-state-overdue-in-karta", ["1-2"]),
        ("by-state-unknown-in-karta", ["1-3", "2-2"]),
        ("by-year-2027-in-karta", ["2-3", "2-4"]),
        ("by-year-no-year-in-karta", ["2-2"]),
    ],
)
def test_filters_are_pages_that_need_no_script(site: Site, page: Page, address: str, rows: list[str]) -> None:
    found = site.page(f"roadmaps/{address}.html")
    anchors = [e.attributes["id"] for e in found.root.all("tr", css="mb-measure")]
    assert sorted(anchors) == [f"m-{identifier}" for identifier in rows]
    links = {page.target(a.attributes["href"])[0] for a in page.root.all("a")}
    assert found.address in links
    assert found.link("Показать все мероприятия") == "../roadmaps/karta.html"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("system-measures/aktiv.html", ["m-1-1", "m-1-2"]),
        ("directions/vtoroe.html", ["m-2-1", "m-2-2", "m-2-3"]),
        ("organizations/sluzhba.html", [f"m-{m['id']}" for m in MEASURES]),
        ("practices/polka.html", ["m-1-1"]),
        ("acts/prikaz.html", ["m-1-1", "m-2-3"]),
    ],
)
def test_what_a_measure_names_leads_back_to_it(site: Site, address: str, expected: list[str]) -> None:
    found = site.page(address)
    [links] = [e for e in found.root.all("section") if e.attributes.get("id") == "measures"]
    roadmap, *targets = [found.target(a.attributes["href"]) for a in links.all("a")]
    assert roadmap == ("roadmaps/karta.html", "")
    assert targets == [("roadmaps/karta.html", anchor) for anchor in expected]


def test_year_that_was_mistyped_makes_no_page_for_every_year(tmp_path: Path) -> None:
    long = measure("1", "Долго", "с 2026 г.", days={"kind": "span", "from": "2026-01-01", "to": "9021-12-31"})
    root = site_bases.written(tmp_path / "base", {"roadmaps/karta.yml": ROADMAP | {"measures": [long]}})
    site = site_bases.built(root, tmp_path / "site")
    years = [a for a in site.addresses if a.startswith("roadmaps/by-year-")]
    assert 1 < len(years) < 20


def test_what_is_not_published_is_told_without_its_title(tmp_path: Path) -> None:
    draft = site_bases.PRACTICE | {"title": "Тайная практика", "status": "draft"}
    wrong = site_bases.PRACTICE | {"title": "Спросите скорее: +7 (900) 000-00-00"}
    evidence = [{"practice": "chernovik"}, {"practice": "s-oshibkoy"}]
    row = MEASURES[0] | {"direction": None, "system_measure": None, "evidence": evidence}
    files = {
        "roadmaps/karta.yml": ROADMAP | {"measures": [row]},
        "practices/chernovik.yml": draft,
        "practices/s-oshibkoy.yml": wrong,
    }
    root = site_bases.written(tmp_path / "base", files)
    assert site_bases.build(root, tmp_path / "site") == 0
    site = Site(tmp_path / "site")
    told = row_of(site.page("roadmaps/karta.html"), "1-1")
    assert told.count("практика (не опубликовано)") == 2
    for content in site.files.values():
        assert "Тайная".encode() not in content
        assert "Спросите скорее".encode() not in content


def test_terms_are_linked_in_the_rows_once(tmp_path: Path) -> None:
    definitions = [{"act": "prikaz", "section": "п. 1", "text": "Люди."}]
    files = {
        "reference/glossary.yml": {"sovet": {"title": "совет", "definitions": definitions}},
        "reference/directions.yml": DIRECTIONS,
        "reference/system-measures.yml": SYSTEM,
        "roadmaps/karta.yml": ROADMAP | {"measures": [MEASURES[1] | {"result": "Совет собран"}]},
    }
    page = site_bases.built(site_bases.written(tmp_path / "base", files), tmp_path / "site").page(
        "roadmaps/karta.html"
    )
    assert [a.text for a in page.root.all("a", css="mb-term")] == ["совет"]


def test_roadmap_of_which_nothing_is_due_says_nothing_of_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("over")
    over = ROADMAP | {"measures": [MEASURES[0] | {"direction": None, "system_measure": None}]}
    files = {"roadmaps/karta.yml": over, "practices/polka.yml": site_bases.PRACTICE}
    page = site_bases.built(site_bases.written(folder / "base", files), folder / "site").page(
        "roadmaps/karta.html"
    )
    assert section(page, "due-next") == section(page, "overdue") == []
    assert page.root.all("p", css="mb-notice") == []
