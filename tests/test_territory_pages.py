"""The page of a territory: values beside those of the region, what is missing, whom to call, what helps."""

from __future__ import annotations

from pathlib import Path

import pytest

import site_bases
from knowledge_bases import write, write_base
from scored_bases import HEADER, write_scored_base
from site_tree import Element, Page, Site

BOROVOY, SEVERNY, REGION = (
    "territories/borovoy-okrug.html",
    "territories/severny-okrug.html",
    "territories/priozerye.html",
)


def section(page: Page, name: str) -> Element:
    [found] = [each for each in page.root.all("section") if each.attributes.get("id") == name]
    return found


def rows_of(table: Element) -> dict[str, list[str]]:
    """Return the texts of the cells of a table by the heading of their row."""
    rows = [row for row in table.all("tr") if row.all("td")]
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in rows}


def test_values_stand_beside_those_of_the_region_with_the_difference_in_words(demonstration: Site) -> None:
    found = rows_of(section(demonstration.page(BOROVOY), "indicators").one("table"))
    # 48 of 258 here; 131 + 41 + 48 of 620 + 208 + 258 in the region: 18,60 and 20,26.
    assert found["Освоили программы Федерального реестра по диагностике"] == [
        "18,6 % предварительно",
        "20,3 % здесь на 1,7 п. п. меньше",
        "не менее 20 %",
        "○ срок не наступил; до цели 4 человека срок — 31 декабря 2026 г.",
    ]
    # 43 of 52 here; 52 + 15 + 11 + 43 of 58 + 17 + 12 + 52 in the region: 82,69 and 87,05.
    assert found["Поддержка молодых педагогов"][1] == "87,1 % здесь на 4,4 п. п. меньше"
    assert found["Поддержка молодых педагогов"][3].startswith("○ срок не наступил; уже отвечает цели")
    # What is asked of the region alone is not asked here.
    assert "Педагогов на одного методиста" not in found
    assert "Выполнение дорожной карты" not in found


def test_what_asks_for_help_stands_first(demonstration: Site) -> None:
    found = rows_of(section(demonstration.page(SEVERNY), "indicators").one("table"))
    assert list(found)[:4] == [
        "Прошли диагностику дефицитов",
        "Школы, побывавшие на площадке",
        "Освоили программы Федерального реестра по диагностике",
        "Управленческие команды, прошедшие повышение квалификации",
    ]
    head = demonstration.page(SEVERNY).root.one("header", css="mb-record__head").text
    assert (
        "2026 год, на 22 ноября 2026 г.: ○ срок не наступил — 6: уже отвечают цели — 2, "
        "ещё не отвечают — 2, данных пока нет — 2" in head
    )


def test_what_was_not_reported_is_told_with_links_and_what_may_be_absent_is_no_gap(
    demonstration: Site,
) -> None:
    text = section(demonstration.page(SEVERNY), "gaps").text
    assert "Нет значений за 2026 год: Освоили программы" in text
    assert "Управленческие команды, прошедшие повышение квалификации" in text
    assert "В базе нет: дорожной карты. Если она есть, её можно внести." in text
    borovoy = section(demonstration.page(BOROVOY), "gaps").text
    # It has neither sites nor associations; the latter are «при наличии».
    assert borovoy == "Чего не хватает В базе нет: площадок. Если они есть, их можно внести."


def test_offices_are_named_by_what_they_are_for_each_telephone_once(demonstration: Site) -> None:
    page = demonstration.page(REGION)
    [own] = [each.attributes["href"] for each in page.root.one(css="mb-aside").all("a")[:1]]
    links = [link.attributes["href"] for link in section(page, "contacts").all("a")]
    phones = [link for link in links if link.startswith("tel:")]
    assert own == "tel:+70000000002"
    assert own not in phones
    assert phones == ["tel:+70000000003", "tel:+70000000004", "tel:+70000000001", *phones[3:]]
    roles = [each.text for each in section(page, "contacts").all("p", css="mb-quiet")]
    assert roles[1] == "Центр мониторинга и оценки качества образования"


def test_hints_say_that_they_are_none_of_the_official_recommendations(demonstration: Site) -> None:
    page = demonstration.page(BOROVOY)
    hints = section(page, "hints")
    assert "Это не официальные адресные рекомендации: их готовит ИРО Приозёрья." in hints.text
    official = hints.one("p", css="mb-official")
    assert official.all("a")[1].attributes["href"] == "../reports/rekomendatsii-2025-26.html"
    titles = [heading.text for heading in hints.all("h3")]
    assert titles == [
        "Освоили программы Федерального реестра по диагностике",
        "Управленческие команды, прошедшие повышение квалификации",
        "Школы, побывавшие на площадке",
    ]
    assert "18,6 %, цель — не менее 20 %: ○ срок не наступил; до цели 4 человека" in hints.text
    assert "Что поможет: 3 курса, 2 мероприятия" in hints.text
    assert page.link("Наставник: двенадцать разговоров за год") == "../programs/kurs-nastavnik-48.html"


def test_what_a_page_leaves_out_is_counted_and_led_to(demonstration: Site) -> None:
    hints = section(demonstration.page(BOROVOY), "hints")
    more = [each.one("a") for each in hints.all("p", css="mb-serving__more")]
    assert [(link.text, link.attributes["href"]) for link in more] == [
        ("Ещё 1 — в разделе «Площадки»", "../internships/index.html")
    ]


def test_roadmaps_are_told_by_state(demonstration: Site) -> None:
    found = section(demonstration.page(BOROVOY), "roadmaps-progress")
    assert [each.text for each in found.one("ul").all("li")] == [
        "✓ выполнено — 3",
        "… выполняется — 1",
        "○ намечено — 2",
    ]


def test_region_lists_its_territories_with_values(demonstration: Site) -> None:
    found = rows_of(section(demonstration.page(REGION), "inside").one("table"))
    assert list(found) == ["Озёрск", "Заречный округ", "Северный округ", "Боровой округ"]
    assert found["Озёрск"][0] == "○ срок не наступил — 6: уже отвечают цели — 6"
    assert "Прошли диагностику дефицитов: 23,4 % до цели 7 человек" in found["Северный округ"][1]
    region = rows_of(section(demonstration.page(REGION), "indicators").one("table"))
    assert len(region["Цикл мониторинга"]) == 3  # no column of the region beside itself
    assert len(region) == 10


def test_parts_stand_in_the_order_in_which_they_are_acted_on(demonstration: Site) -> None:
    ids = [
        each.attributes.get("id") for each in demonstration.page(BOROVOY).root.one("article").all("section")
    ]
    assert ids[:6] == ["gaps", "indicators", "hints", "roadmaps-progress", "contacts", "about"]


def test_page_of_an_indicator_says_what_serves_it_and_why(demonstration: Site) -> None:
    found = section(demonstration.page("indicators/young-teachers-support-share.html"), "serving")
    assert found.one("h2").text == "Что поможет"
    assert "не официальные адресные рекомендации" in found.text
    assert [each.text for each in found.all("h3")] == [
        "Практики", "Площадки", "Курсы", "Объединения", "События", "Мероприятия дорожных карт",
    ]  # fmt: skip
    assert "Готовый опыт наставников" in found.text
    assert (
        "Правило изменено или добавлено регионом: reference/hints/young-teachers-support-share.yml"
        in found.text
    )
    # The rule of the cycle finds reports, that of the region's own indicator comes from its folder.
    cycle = section(demonstration.page("indicators/monitoring-cycle.html"), "serving").text
    assert "Практики и курсы здесь не помогут, нужны сами отчёты." in cycle
    own = section(demonstration.page("indicators/schools-at-sites.html"), "serving").text
    assert "Показатель растёт, когда на площадку приезжает школа" in own


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a base in which a group of three would tell of persons."""
    root = write_scored_base(tmp_path_factory.mktemp("small") / "base")
    rows = "young;okrug;13;20;;;;;\nyoung;sever;1;3;;;;;\nyoung;yug;6000;9000;;;;;\n"
    write(root, "monitoring/2025.csv", f"{HEADER}\n{rows}")
    return site_bases.built(root, root.parent / "site", as_of="2025-12-31")


def test_hidden_value_is_not_told_by_a_difference(small: Site) -> None:
    found = rows_of(section(small.page("territories/sever.html"), "indicators").one("table"))
    assert found["молодые"][0].startswith("скрыто: малая группа")
    head = small.page("territories/sever.html").root.one("header", css="mb-record__head").text
    assert "из них скрыто 1" in head
    assert "здесь" not in found["молодые"][1]
    for address in ("territories/sever.html", "territories/region.html", "territories/okrug.html"):
        text = small.page(address).root.text
        assert "33,3" not in text
        assert "до цели 0" not in text


def test_neither_value_nor_target_is_made_up(small: Site) -> None:
    found = rows_of(section(small.page("territories/yug.html"), "indicators").one("table"))
    assert found["команды"][0] == "нет данных: значения за 2025 год нет"
    assert found["команды"][3].startswith("– нет данных")
    # 6000 of 9000 are 66,7 %, and the target of 2025 is 30 %.
    assert found["молодые"][0] == "66,7 % предварительно"
    assert found["молодые"][3].startswith("✓ достигнут")


def test_indicator_without_a_rule_says_so(small: Site) -> None:
    text = section(small.page("indicators/young.html"), "serving").text
    assert "Правила подсказки для этого показателя нет." in text


def test_base_without_indicators_has_pages_of_territories_all_the_same(tmp_path: Path) -> None:
    root = write_base(tmp_path / "base")
    page = site_bases.built(root, tmp_path / "site").page("territories/okrug.html")
    ids = [each.attributes.get("id") for each in page.root.one("article").all("section")]
    assert "indicators" not in ids
    assert "hints" not in ids
    assert page.link("Школа") == "../organizations/shkola.html"
