"""How far a roadmap is: by state, by direction and by year, beside K09 from both of its bases.

Every number was counted by hand from the rows; what K09 says is compared with what the indicator itself says.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import site_bases
from site_tree import Page, Site
from test_site_roadmaps import DIRECTIONS, ROADMAP, day, measure

TWO_YEARS = {"from": "2026-01-01", "to": "2027-12-31"}
DONE = {"state": "done", "evidence": [{"act": "prikaz"}]}
LATE = DONE | {"state": "done-late"}
HISTORY = [
    measure("a", "Сделать в срок", "01.06.2026", days=day("2026-06-01"), done_on="2026-05-10", **DONE,
            direction="pervoe", number="1"),
    measure("b", "Сделать позже", "31.12.2026", days=day("2026-12-31"), done_on="2027-01-15", **LATE,
            direction="pervoe"),
    measure("c", "Перенести", "01.10.2026", days=day("2026-10-01"), state="moved", moved_to="2027-12-01",
            decision={"act": "prikaz", "reason": "ремонт", "date": "2027-02-01"}, direction="vtoroe"),
    measure("d", "Отменить", "01.11.2026", days=day("2026-11-01"), state="cancelled",
            decision={"act": "prikaz", "reason": "не нужно", "date": "2027-03-01"}, direction="vtoroe"),
    measure("e", "Сделать раньше", "31.12.2027", days=day("2027-12-31"), done_on="2026-09-01", **DONE,
            direction="vtoroe"),
    measure("f", "Когда-нибудь", "В течение года", days={"kind": "relative-year"}, state="in-progress",
            direction="vtoroe"),
]  # fmt: skip


FRAMEWORK = {
    "title": "Своя система", "short_title": "Своя", "citation": "Приказ от 20.08.2025 № 1",
    "act_date": "2025-08-20", "state": "in-force",
    "statements": [
        {"id": "s-map", "indicator": "roadmap-completion", "name": "карта", "number": "1.1",
         "targets": [{"year": 2026, "raw": 30, "value": 30}, {"year": 2027, "raw": 70, "value": 70}]},
    ],
}  # fmt: skip


def built(folder: Path, measures: list[dict[str, Any]], as_of: str, **fields: Any) -> Site:
    roadmap = ROADMAP | {"measures": measures} | fields
    files = {
        "reference/directions.yml": DIRECTIONS, "roadmaps/karta.yml": roadmap,
        "reference/frameworks/svoya.yml": FRAMEWORK,
    }  # fmt: skip
    root = site_bases.written(folder / "base", files, frameworks=["svoya"])
    return site_bases.built(root, folder / "site", as_of=as_of)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("history"), HISTORY, "2027-06-01")


@pytest.fixture(scope="module")
def page(history: Site) -> Page:
    return history.page("roadmaps/karta.html")


def section(page: Page, identifier: str) -> Any:
    [found] = [e for e in page.root.all("section") if e.attributes.get("id") == identifier]
    return found


def table(page: Page, identifier: str) -> list[list[str]]:
    """Return the rows of the table of a section, its head first."""
    rows = section(page, identifier).one("table").all("tr")
    return [[cell.text for cell in row.all() if cell.tag in {"th", "td"}] for row in rows]


def undated(site: Site, roadmap: str) -> list[str]:
    """Return the rows without a year to which the page of the terms leads."""
    page = site.page(f"roadmaps/by-terms-in-{roadmap}.html")
    links = section(page, "terms").one("ul", css="mb-calendar__undated").all("a")
    targets = [page.target(a.attributes["href"]) for a in links]
    assert {address for address, _ in targets} == {f"roadmaps/{roadmap}.html"}
    return [fragment for _, fragment in targets]


def states(page: Page) -> list[str]:
    tiles = section(page, "progress").all("li", css="mb-tally__state")
    return [
        f"{tile.one('span', css='mb-state').text} {tile.one('span', css='mb-tally__number').text}"
        for tile in tiles
    ]


def shares(page: Page) -> dict[str, str]:
    found = section(page, "progress").all("div", css="mb-share")
    return {share.one("dt").text: share.one("dd").text for share in found}


def test_states_are_those_of_the_day_and_lead_to_their_rows(history: Site, page: Page) -> None:
    assert states(page) == ["✓ выполнено 3", "… выполняется 1", "○ намечено 1", "✕ отменено 1"]
    assert "На 1 июня 2027 г. в карте 6 мероприятий" in section(page, "progress").text
    links = {
        a.text: page.target(a.attributes["href"])[0]
        for a in section(page, "progress").all("a", css="mb-tally__rows")
    }
    assert links["Выполнено: 2"] == "roadmaps/by-state-done-in-karta.html"
    assert links["Выполнено позже срока: 1"] == "roadmaps/by-state-done-late-in-karta.html"
    assert links["Показать: Перенесено"] == "roadmaps/by-state-moved-in-karta.html"
    assert set(links.values()) <= set(history.addresses)


def test_states_by_direction_add_up_to_the_whole(page: Page) -> None:
    assert table(page, "by-direction") == [
        ["Направление", "Всего", "✓ выполнено", "… выполняется", "○ намечено", "✕ отменено"],
        ["Управление", "2", "2", "0", "0", "0"],
        ["Мастерство", "4", "1", "1", "1", "1"],
        ["Вся карта", "6", "3", "1", "1", "1"],
    ]


def test_a_year_that_is_over_stands_as_it_was_known_on_its_last_day(page: Page) -> None:
    head, first, second = table(page, "by-year")
    assert head[:2] == ["Год", "Со сроком до конца года"]
    assert head[2:6] == ["✓ выполнено", "○ намечено", "! просрочено", "✕ отменено"]
    # On 31 December 2026 the third row was not yet moved, the fourth not yet cancelled; the second was due on
    # that very day and not yet done.
    assert first == ["2026 на 31 декабря 2026 г.", "4", "1", "0", "3", "0",
                     "2 / 6 × 100 ≈ 33,3 %", "1 / 4 × 100 = 25 %"]  # fmt: skip
    assert second == ["2027 на 1 июня 2027 г.", "5", "3", "1", "0", "1",
                      "3 / 5 × 100 = 60 %", "2 / 2 × 100 = 100 %"]  # fmt: skip
    assert "Год срока не указан: 1 мероприятие" in section(page, "by-year").text


def test_the_indicator_stands_first_from_both_bases_and_leads_to_its_page(history: Site, page: Page) -> None:
    assert shares(page) == {
        "От всех мероприятий": "60 % 3 / 5 × 100 = 60 %",
        "От тех, чей срок наступил": "100 % 2 / 2 × 100 = 100 %",
    }
    link = section(page, "progress").one("h3").one("a")
    assert link.text == "Выполнение дорожной карты"
    indicator, _ = page.target(link.attributes["href"])
    assert "3 / 5 × 100 = 60 %" in history.page(indicator).root.text
    assert "Своя, 1.1, цель 2027 года — не менее 70 %: ○ срок не наступил" in section(page, "progress").text


def test_terms_stand_on_a_time_line_and_in_a_list_that_lead_to_the_rows(history: Site, page: Page) -> None:
    [link] = section(page, "terms").all("a")
    assert page.target(link.attributes["href"])[0] == "roadmaps/by-terms-in-karta.html"
    terms = section(history.page("roadmaps/by-terms-in-karta.html"), "terms")
    drawn = {a.attributes["href"] for svg in terms.all("svg") for a in svg.all("a")}
    assert drawn == {f"../roadmaps/karta.html#m-{row['id']}" for row in HISTORY if row["id"] != "f"}
    labels = " ".join(svg.text for svg in terms.all("svg"))
    for words in (
        "✓ Выполнено, 01.06.2026",
        "→ Перенесено, 01.10.2026",
        "перенесено на 01.12.2027",
        "на 01.06.2027",
    ):
        assert words in labels
    listed, undated = terms.one("ol").all("a"), terms.all("ul", css="mb-calendar__undated")[0].all("li")
    assert [a.attributes["href"] for a in listed] == [f"../roadmaps/karta.html#m-{name}" for name in "adbce"]
    assert [li.text for li in undated] == ["Когда-нибудь «В течение года» · … Выполняется"]
    # A term of one day is that day; the state has the word that it has in the table.
    rows = [li.text for li in terms.one("ol").all("li")]
    assert rows[0] == "1 июня 2026 г. Сделать в срок «01.06.2026» · ✓ Выполнено"
    [moved] = [row for row in rows if "Перенесено" in row]
    assert moved.startswith("до 1 декабря 2027 г.")


def test_what_an_official_asks_first_stands_first(page: Page) -> None:
    found = [e.attributes["id"] for e in page.root.all("section") if e.attributes.get("id")]
    order = ["progress", "due-next", "by-direction", "by-year", "terms", "all", "pervoe"]
    assert [name for name in found if name in order] == order


def test_nothing_is_computed_from_rows_of_which_nothing_is_known(tmp_path: Path) -> None:
    unknown = [measure(str(n), f"Дело {n}", "01.02.2026", days=day("2026-02-01")) for n in range(3)]
    page = built(tmp_path, unknown, "2026-11-22").page("roadmaps/karta.html")
    absent = "– не рассчитывается: о выполнении 3 из 3 мероприятий сведений нет"
    assert states(page) == ["– сведений нет 3"]
    assert shares(page) == {"От всех мероприятий": absent, "От тех, чей срок наступил": absent}
    assert "просрочено" not in section(page, "by-year").text
    assert not [e for e in page.root.all("section") if e.attributes.get("id") == "by-direction"]


def test_before_any_term_has_come_only_the_whole_is_computed(tmp_path: Path) -> None:
    ahead = [measure("1", "Дело", "01.12.2026", days=day("2026-12-01"), state="planned")]
    page = built(tmp_path, ahead, "2026-11-22").page("roadmaps/karta.html")
    assert shares(page) == {
        "От всех мероприятий": "0 % 0 / 1 × 100 = 0 %",
        "От тех, чей срок наступил": "– не рассчитывается: срок ни одного мероприятия ещё не наступил",
    }


def test_on_the_last_day_of_a_term_it_has_come_and_is_not_late(tmp_path: Path) -> None:
    today = [measure("1", "Дело", "22.11.2026", days=day("2026-11-22"), state="planned")]
    page = built(tmp_path, today, "2026-11-22").page("roadmaps/karta.html")
    assert states(page) == ["○ намечено 1"]
    assert shares(page)["От тех, чей срок наступил"] == "0 % 0 / 1 × 100 = 0 %"


def test_a_second_roadmap_of_the_territory_is_named_where_the_indicator_counts_it(tmp_path: Path) -> None:
    one = ROADMAP | {"measures": HISTORY[:1]}
    two = ROADMAP | {"title": "Вторая карта", "measures": [HISTORY[1]]}
    files = {
        "reference/directions.yml": DIRECTIONS, "roadmaps/karta.yml": one, "roadmaps/vtoraya.yml": two,
    }  # fmt: skip
    root = site_bases.written(tmp_path / "base", files)
    page = site_bases.built(root, tmp_path / "site", as_of="2027-06-01").page("roadmaps/karta.html")
    assert shares(page)["От всех мероприятий"] == "100 % 2 / 2 × 100 = 100 %"
    assert "все карты территории (Малый край), вместе с этой: Вторая карта" in section(page, "progress").text


def test_an_archived_roadmap_is_no_part_of_the_indicator(tmp_path: Path) -> None:
    page = built(tmp_path, HISTORY, "2027-06-01", status="archived").page("roadmaps/karta.html")
    assert shares(page) == {}
    assert table(page, "by-year")[1] == ["2026 на 31 декабря 2026 г.", "4", "1", "0", "3", "0"]


def test_period_without_an_end_has_the_years_of_its_terms_and_this_one(tmp_path: Path) -> None:
    page = built(tmp_path, HISTORY[:1], "2029-06-01", period={"from": "2026-01-01"}).page(
        "roadmaps/karta.html"
    )
    assert [row[0] for row in table(page, "by-year")[1:]] == [
        "2026 на 31 декабря 2026 г.",
        "2029 на 1 июня 2029 г.",
    ]


def test_muya_by_hand(example: Callable[[str], Site]) -> None:
    page = example("muya").page("roadmaps/muya-2023-2024.html")
    assert states(page) == ["– сведений нет 28"]
    assert [row[1:] for row in table(page, "by-direction")[1:]] == [
        ["8", "8"],
        ["15", "15"],
        ["5", "5"],
        ["28", "28"],
    ]
    unknown = "не рассчитывается: о выполнении {0} из {0} мероприятий сведений нет"
    assert [row[1:] for row in table(page, "by-year")[1:]] == [
        ["10", "10", unknown.format(28), unknown.format(10)],
        ["23", "23", unknown.format(28), unknown.format(23)],
    ]
    assert undated(example("muya"), "muya-2023-2024") == [
        "m-1-4-1",
        "m-2-2-2",
        "m-2-3-1",
        "m-2-4-1",
        "m-2-6-1",
    ]


def test_megion_has_two_rows_without_a_year(example: Callable[[str], Site]) -> None:
    page = example("megion").page("roadmaps/megion-2021.html")
    assert [row[1:3] for row in table(page, "by-year")[1:]] == [["7", "7"], ["7", "7"]]
    assert undated(example("megion"), "megion-2021") == ["m-m7", "m-m8"]


@pytest.mark.parametrize(
    ("roadmap", "territory"),
    [("priozerye-2025-2027", "priozerye"), ("borovoy-nastavniki-2025-2027", "borovoy-okrug")],
)
def test_page_says_of_each_year_what_the_indicator_says(
    demonstration: Site, roadmap: str, territory: str
) -> None:
    told = json.loads(demonstration.files["data/indicators.json"])["scores"]
    of_year = {
        each["year"]: each
        for each in told
        if each["indicator"] == "roadmap-completion" and each["territory"] == territory
    }
    rows = table(demonstration.page(f"roadmaps/{roadmap}.html"), "by-year")[1:]
    assert [row[0][:4] for row in rows] == ["2025", "2026", "2027"]
    for row in rows[:2]:
        score = of_year[int(row[0][:4])]
        words = " ".join((score["formula"] or score["reason"]).split())
        assert words in row[-2]


def test_roadmap_of_the_demonstration_by_hand(demonstration: Site) -> None:
    page = demonstration.page("roadmaps/priozerye-2025-2027.html")
    assert states(page) == [
        "✓ выполнено 9", "… выполняется 3", "○ намечено 4", "! просрочено 1", "– сведений нет 2",
        "✕ отменено 1",
    ]  # fmt: skip
    assert [row[1:8] for row in table(page, "by-year")[1:]] == [
        ["5", "4", "0", "0", "0", "1", "0"],
        ["13", "9", "0", "1", "1", "1", "1"],
        ["19", "9", "3", "4", "1", "1", "1"],
    ]
