"""«Паспорт системы»: each position of the act with what the base holds of it and what it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import site_bases
from knowledge_bases import write
from scored_bases import HEADER, write_scored_base
from site_tree import Element, Page, Site
from test_framework_pages import block
from test_statements_on_pages import facts

PASSPORT = "passport.html"
# The positions of приложение 1 to the order of Мегион, in its order, typed from it.
POSITIONS = {
    "staff": "кадровом составе",
    "programs": "программах ДПО, в том числе включенных в федеральный реестр дополнительных профессиональных",
    "infrastructure": "региональной инфраструктуре дополнительного профессионального образования",
    "finance": "финансовом обеспечении",
    "taking-part": "вовлечении педагогических работников в мероприятия региональной системы",
    "resources": "информационных ресурсах (сайты организаций, системы дистанционного обучения, базы данных",
    "results": "результативности работы системы и корреляции с результатами обучающихся",
}


@pytest.fixture(scope="module")
def page(demonstration: Site) -> Page:
    """Return the passport of the demonstration base."""
    return demonstration.page(PASSPORT)


def table_of(page: Page, position: str) -> dict[str, list[str]]:
    """Return the cells of the rows of the table of a position by the heading of the row."""
    table = block(page, position).one("table")
    return {
        row.one("th").text: [each.text for each in row.all("td")] for row in table.all("tr") if row.all("td")
    }


def addresses(page: Page, place: Element) -> list[str]:
    """Return the addresses on the site that the links of a place lead to."""
    links = [each.attributes["href"] for each in place.all("a")]
    return [page.target(href)[0] for href in links if "://" not in href]


def test_positions_stand_in_the_order_and_the_words_of_the_act(page: Page) -> None:
    sections = page.root.all("section", css="mb-position")
    assert [each.attributes["id"] for each in sections] == list(POSITIONS)
    for section, words in zip(sections, POSITIONS.values(), strict=True):
        assert words in section.one("p", css="mb-position__words").text
        absent = section.one("p", css="mb-position__absent").text
        assert absent.startswith("В базе этих сведений нет: ")
        assert len(absent) > len("В базе этих сведений нет: .")
    assert "от 19 августа 2021 г. № 360-О, приложение 1" in page.root.one("article", css="mb-passport").text


def test_head_says_who_keeps_it_as_of_which_day_and_that_it_is_not_official(page: Page) -> None:
    head = facts(page.root.one("dl", css="mb-passport__head"))
    assert head["Кто ведёт базу"] == "ИРО Приозёрья"
    assert head["По состоянию на"] == "22 ноября 2026 г."
    assert head["Значения показателей"] == "за 2026 год"
    assert head["Опубликование"] == "Не официальное опубликование."


def test_the_act_is_linked_where_the_base_has_it(page: Page, example: Callable[[str], Site]) -> None:
    source = example("federal").page(PASSPORT).root.one("p", css="mb-passport__source")
    assert source.one("a").attributes["href"] == "acts/prikaz-megion-360-o-2021.html"
    assert page.root.one("p", css="mb-passport__source").all("a") == []


def test_records_are_counted_and_linked_to_their_lists(page: Page, demonstration_base: Path) -> None:
    listed = {
        register: [
            fields
            for *_, fields in site_bases.records(demonstration_base, register)
            if site_bases.is_listed(fields)
        ]
        for register in ("programs", "internships", "associations", "events", "reports")
    }
    kinds = Counter(each["kind"] for each in listed["programs"])
    assert set(kinds) == {"pk", "pp"}
    programs = facts(block(page, "programs"))
    number = len(listed["programs"])
    assert programs["Программы в базе"] == (
        f"{number} курсов повышение квалификации — {kinds['pk']} "
        f"профессиональная переподготовка — {kinds['pp']}"
    )
    # Of four that are included, the placement of «Физический эксперимент» ended on 15 September 2026.
    assert programs["Федеральный реестр ДПП"] == (
        "включена в Федеральный реестр ДПП — 3 срок размещения вышел — 1 на рассмотрении — 1 "
        "не включена — 2 не проверено — 1"
    )
    providers = {each["organization"] for each in listed["programs"]}
    assert programs["Организаций, которые их ведут"] == str(len(providers))
    organizations = site_bases.items(demonstration_base, "organizations")
    place = block(page, "infrastructure")
    schools = sum(each["kind"] == "school" for each in organizations.values())
    assert f"школа — {schools}" in facts(place)["Организации"]
    assert facts(place)["Организации"].startswith(f"{len(organizations)} организаций")
    assert addresses(page, place) == [
        f"{folder}/index.html" for folder in ("organizations", "internships", "associations", "territories")
    ]
    held = Counter(each.get("state", "planned") for each in listed["events"])
    assert f"состоялось — {held['held']}" in facts(block(page, "taking-part"))["Состоялись ли"]
    assert "events/by-kind-webinar.html" in addresses(page, block(page, "taking-part"))
    assert f"{len(listed['reports'])} отчётов" in facts(block(page, "results"))["Отчёты"]


def test_numbers_of_the_staff_are_those_of_scores(page: Page) -> None:
    staff = table_of(page, "staff")
    # 620 + 208 + 94 + 258 of monitoring-2025-26; Северный округ had not told of the programs yet.
    assert staff["численность педагогических работников и управленческих кадров"] == [
        "1 180 человек", "Прошли диагностику дефицитов",
    ]  # fmt: skip
    assert staff["региональные методисты"] == [
        "14 методистов предварительно",
        "Педагогов на одного методиста",
    ]
    assert staff["педагогические работники, закреплённые за региональными методистами"][0].startswith(
        "1 180 человек"
    )
    [trained] = [cells for head, cells in staff.items() if head == "численность педагогических работников"]
    assert "отчитались 3 из 4 (нет чисел: Северный округ)" in trained[0]


def test_results_tell_value_target_and_state_in_words(page: Page) -> None:
    results = table_of(page, "results")
    # 390 of 1180 is 33,05 %.
    assert results["Прошли диагностику дефицитов"] == [
        "33,1 %",
        "не менее 30 % Приозёрье, 2025–2027",
        "○ срок не наступил; уже отвечает цели срок — 31 декабря 2026 г.",
    ]
    assert not any("период завершён" in cell for cells in results.values() for cell in cells)
    assert "; до цели 1 организация" in results["Школы, побывавшие на площадке"][2]
    assert len(results) == 10


def test_sites_of_offices_are_named_and_counted(page: Page, demonstration_base: Path) -> None:
    organizations = site_bases.items(demonstration_base, "organizations")
    sites = [each["website"] for each in organizations.values() if each.get("website")]
    place = block(page, "resources")
    assert facts(place)["Сайты организаций"].startswith(f"указаны у {len(sites)} из {len(organizations)}")
    outside = place.all("a", css="mb-outside")
    assert {each.attributes["href"] for each in outside} <= set(sites)
    assert not any("Школа" in each.text for each in outside)
    assert {"data/indicators.json", "data/indicators.csv", "practices/index.html"} <= set(
        addresses(page, place)
    )


def test_where_the_base_has_nothing_that_is_said(example: Callable[[str], Site]) -> None:
    page = example("federal").page(PASSPORT)
    assert facts(block(page, "programs"))["Программы в базе"] == "курсов в базе пока нет"
    assert facts(block(page, "finance")) == {
        "Стоимость обучения указана у программ": "курсов в базе пока нет"
    }
    assert table_of(page, "results")["Поддержка молодых педагогов"][0].startswith("нет данных: ")


def test_hidden_numbers_stay_hidden(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base")
    few = "young;okrug;1;3;;;тайна;;\n"
    write(root, "monitoring/2025.csv", f"{HEADER}\n{few}")
    page = site_bases.built(root, tmp_path / "site", as_of="2025-12-31").page(PASSPORT)
    assert table_of(page, "staff")["молодые все"][0] == "скрыто"
    assert table_of(page, "results")["молодые"][0].startswith("скрыто ")
    assert "тайна" not in page.root.text


def test_value_that_is_not_computed_says_why_as_other_pages_do(page: Page) -> None:
    assert table_of(page, "results")["Выполнение дорожной карты"][0] == (
        "не рассчитывается: о выполнении 2 из 19 мероприятий сведений нет"
    )
