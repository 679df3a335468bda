"""All frameworks side by side, and each on a page of its own: what the region changed, how it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import site_bases
from knowledge_bases import add, change, write
from scored_bases import HEADER, write_scored_base
from site_tree import Element, Page, Site
from test_statements_on_pages import facts

INDEX, BESIDE = "frameworks/index.html", "../frameworks/by-indicator-"
SYSTEMS = [
    "Концепция ЕФС (Р-174)",
    "Пересказ Р-76",
    "Липецкая область, 2021",
    "Мегион, 2021",
    "Муйский район, 2023",
]
CONCEPT, RETELLING, LIPETSK, MEGION, MUYA = SYSTEMS
SECTION_5, APPENDIX = f"{MUYA} (п. 5.2 Положения)", f"{MUYA} (приложение 3, п. 2.2)"
# Which of the five documents asks for an indicator, in their order above: of domain.md, typed by hand.
ASKED = {
    "roadmap-completion": "+---+",
    "monitoring-cycle": "+---+",
    "fr-trained-share": "+++++",
    "management-teams-share": "++--+",
    "teachers-per-methodist": "+---+",
    "young-teachers-support-share": "+++++",
    "functional-literacy-share": "-+---",
    "functional-literacy-70-share": "-+---",
    "diagnostics-share": "--++-",
    "routes-share": "--++-",
    "quality-management-teams-share": "--++-",
    "fr-programs-share": "--+--",
    "municipal-program-indicators": "---+-",
}


@pytest.fixture(scope="module")
def federal(example: Callable[[str], Site]) -> Page:
    """Return the comparison of the federal example."""
    return example("federal").page(INDEX)


@pytest.fixture(scope="module")
def in_federal(example: Callable[[str], Site]) -> Callable[[str], Element]:
    """Return the function that gives the comparison of an indicator in the federal example."""
    return lambda name: compared(example("federal"), name)


def compared(site: Site, name: str) -> Element:
    """Return what the page of an indicator says of it in all frameworks."""
    return site.page(f"frameworks/by-indicator-{name}.html").root.one("div", css="mb-compared")


def block(page: Page, name: str) -> Element:
    """Return the part of a page with the id."""
    [found] = [each for each in page.root.walk() if each.attributes.get("id") == name]
    return found


def rows(table: Element) -> list[list[str]]:
    """Return the texts of the cells of each row that has any."""
    return [[each.text for each in row.all("td")] for row in table.all("tr") if row.all("td")]


def test_every_indicator_is_told_to_be_in_each_document_or_not(federal: Page) -> None:
    table = block(federal, "overview").one("table")
    heads = [each.text for each in table.all("tr")[0].all("th")]
    assert heads[1:] == [f"{CONCEPT} ★ база следует", f"{RETELLING} ★ база следует", *SYSTEMS[2:]]
    found = {
        row.one("th").one("a").attributes["href"].removeprefix(BESIDE).removesuffix(".html"): row.all("td")
        for row in table.all("tr")
        if row.all("td")
    }
    signs = {
        name: "".join({"✓ есть": "+", "– нет": "-"}[cell.one("span", css="mb-state").text] for cell in cells)
        for name, cells in found.items()
    }
    assert signs == ASKED
    assert all([cell.attributes["data-label"] for cell in cells] == SYSTEMS for cells in found.values())
    text = block(federal, "overview").text
    assert "Систем — 5, пунктов в них — 34, разных показателей — 13." in text
    assert "Во всех системах есть «Освоили программы Федерального реестра по диагностике», «Поддержка" in text


def test_targets_of_the_teams_in_short(federal: Page) -> None:
    [cells] = [
        row.all("td")
        for row in block(federal, "overview").all("tr")
        if row.all("a") and row.all("a")[0].attributes["href"] == f"{BESIDE}management-teams-share.html"
    ]
    assert [cell.text for cell in cells] == [
        "✓ есть 2024: не менее 40 %",
        "✓ есть 2022: не менее 20 %",
        "– нет",
        "– нет",
        "✓ есть Положение, раздел V: без целей приложение 3: 2021–2024, на 2024: не менее 40 %",
    ]


def test_differences_of_the_teams_with_the_reason_why_they_cannot_be_compared(
    in_federal: Callable[[str], Element],
) -> None:
    teams = in_federal("management-teams-share")
    assert "Есть в 3 системах из 5, 4 пункта. Нет: Липецкая область, 2021; Мегион, 2021." in teams.text
    reason = "документы расходятся в единице, в базе и в том, что засчитывают."
    assert f"Формулировок — 3 на 4 пункта. Напрямую сравнивать нельзя: {reason}" in teams.text
    base = "от общего количества управленческих команд субъекта Российской Федерации"
    assert facts(teams) == {
        "Единица": f"процент — {CONCEPT}; {RETELLING}; {APPENDIX} не указана — {SECTION_5}",
        "База": f"{base} — {CONCEPT}; {APPENDIX} не названа — {RETELLING}; {SECTION_5}",
        "Что засчитывается": f"участие — {CONCEPT}; {SECTION_5}; {APPENDIX} завершение — {RETELLING}",
        "Годы целей": f"2024 — {CONCEPT} 2022 — {RETELLING} целей нет — {SECTION_5} 2021–2024 — {APPENDIX}",
    }
    questions = [each.text for each in teams.one("dl", css="mb-ambiguities").all("dt")]
    assert "В документах сказано «количество», а цель стоит в процентах." in questions
    assert any(each.startswith("Одни документы засчитывают участие в программе") for each in questions)
    readings = teams.one("dl", css="mb-ambiguities").all("dd")
    [team] = [each.text for each in readings if each.text.startswith("Одна организация — одна команда.")]
    assert team.endswith(f"{CONCEPT}; {RETELLING}; {MUYA}")


def test_both_lists_of_one_order_stand_beside_each_other(in_federal: Callable[[str], Element]) -> None:
    roadmap = in_federal("roadmap-completion")
    where = f"{MUYA} (п. 5.1 Положения, первый показатель)"
    assert (
        facts(roadmap)["Годы целей"]
        == f"2021–2024 — {CONCEPT}; {MUYA} (приложение 3, п. 1.1) 2022–2024 — {where}"
    )
    section_5, appendix = rows(roadmap.one("table"))[1:]
    assert "РС НМС на период до 2025 года (ежегодно, начиная с 2022 года)»" in section_5[0]
    assert section_5[2] == (
        "2022–2024: наличие «ежегодно, начиная с 2022 года» 2022: установлено задним числом"
    )
    assert "МС НМС на период до 2024 года (ежегодно, начиная с 2021 года)»" in appendix[0]
    assert appendix[2].startswith("2021: не менее 10 % «10%» 2022: не менее 40 % «40%»")
    assert "2021–2024: сравнение выведено" in appendix[2]
    assert "напрямую сравнивать нельзя: документы расходятся в единице" in roadmap.text.lower()


def test_a_target_that_is_not_set_is_no_zero(in_federal: Callable[[str], Element]) -> None:
    cycle, load = map(in_federal, ("monitoring-cycle", "teachers-per-methodist"))
    assert rows(cycle.one("table"))[2][2].startswith(
        "2021–2022: не установлено «*» 2023: не менее 60 % «60%»"
    )
    told = rows(load.one("table"))[2][2]
    assert told.startswith(
        "2021: не установлено «*» 2022: не более 233 чел. «233 чел.» 2023: не более 180 чел. «180 чел.» "
        "2024: не более 250 чел. «не более 250 чел.»"
    )


def test_what_stands_once_has_nothing_to_be_held_against(in_federal: Callable[[str], Element]) -> None:
    alone = in_federal("functional-literacy-share")
    assert "Сравнивать не с чем: показатель стоит только здесь." in alone.text
    assert alone.all("dl", css="mb-differences") == []
    shared = in_federal("diagnostics-share")
    assert "Формулировок — 2 на 2 пункта. Единица, база и то, что засчитывается, не расходятся" in shared.text


def test_a_statement_is_linked_to_its_place_on_the_page_of_its_framework(
    example: Callable[[str], Site],
) -> None:
    site = example("federal")
    links = [
        site.page(f"frameworks/by-indicator-{name}.html").target(each.attributes["href"])
        for name in ASKED
        for each in compared(site, name).one("table").all("a")
    ]
    assert len(set(links)) == 34
    for address, fragment in links:
        assert block(site.page(address), fragment).tag == "article"


def test_lists_that_are_cited_and_were_not_given(federal: Page, example: Callable[[str], Site]) -> None:
    not_given = facts(block(federal, "not-given"))
    numbers = {name: re.findall(r"№ (\S+)", text) for name, text in not_given.items()}
    assert numbers == {LIPETSK: ["287"], MEGION: ["10-П-188"], MUYA: ["445", "144", "18-ОД"]}
    page = example("lipetsk").page("frameworks/lipetsk-2021.html")
    [link] = [each for each in block(page, "document").all("a") if each.text.endswith("№ 287")]
    assert page.target(link.attributes["href"])[0] == "acts/prikaz-uoin-287-2021.html"


def test_the_reason_to_compare_is_cited(federal: Page) -> None:
    text = "«рассинхронизация отдельных критериев и индикаторов эффективности» стоит среди вызовов"
    assert text in federal.root.one("article").text
    links = federal.root.one("header", css="mb-record__head").all("a")
    assert [federal.target(each.attributes["href"])[0] for each in links] == ["acts/p-174.html"]


def test_head_of_a_framework(example: Callable[[str], Site]) -> None:
    site = example("federal")
    concept = facts(block(site.page("frameworks/concept-2020.html"), "document"))
    assert concept["Состояние"] == "действует"
    assert concept["Годы"] == "2021–2024"
    assert "№ 474" in concept["Основан на"]
    page = site.page("frameworks/r-76-retelling.html")
    retelling = facts(block(page, "document"))
    assert (retelling["Состояние"], retelling["Годы"]) == ("пересказ", "по 2024 год")
    assert page.link(CONCEPT) == "../frameworks/concept-2020.html"
    assert "утратил" not in page.root.text
    text = site.page("frameworks/muya-2023.html").root.text
    assert "База этой системе не следует" in text
    assert "Положение, раздел V «Показатели эффективности создания и развития РС НМС»" in text


def test_the_own_framework_leads_and_its_values_and_states_are_told(demonstration: Site) -> None:
    page = demonstration.page(INDEX)
    heads = [each.text for each in block(page, "overview").one("table").all("tr")[0].all("th")]
    assert heads[1:4] == ["Приозёрье, 2025–2027 ★ база следует", f"{CONCEPT} ★ база следует", LIPETSK]
    own = demonstration.page("frameworks/priozerye-2025-2027.html")
    assert "Система региона: в стандарте такой нет." in own.root.text
    table = block(own, "s-2-1").one("table")
    # 130 + 38 + 14 + 47 of 612 + 206 + 96 + 258; 214 + 71 + 22 + 83 of 1180.
    due = "срок — 31 декабря"
    assert rows(table) == [
        [
            *("«не менее 20 %»", "не менее 20 %", "19,5 %"),
            "✕ не достигнут; до цели 6 человек 19,5 %, а цель — не менее 20 %",
        ],
        [
            "«не менее 30 %»",
            "не менее 30 %",
            "33,1 %",
            f"○ срок не наступил; уже отвечает цели {due} 2026 г.",
        ],
        ["«не менее 40 %»", "не менее 40 %", "год ещё не начался", f"○ срок не наступил {due} 2027 г."],
    ]
    over = rows(block(demonstration.page("frameworks/concept-2020.html"), "s-vi-2-1").one("table"))
    assert over[-1][:2] == ["года в документе нет", "цели нет"]
    assert over[-1][3].startswith("■ период завершён")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a base with a framework of its own and one of the standard that it changed."""
    root = write_scored_base(tmp_path_factory.mktemp("frameworks") / "base")
    hidden = "young;okrug;707;909;;;семьсот семь;;\nyoung;sever;1;3;;;;;\nyoung;yug;6000;9000;;;;;\n"
    write(root, "monitoring/2024.csv", f"{HEADER}\n{hidden}")
    change(root, "region.yml", "frameworks: [svoya]", "frameworks: [svoya, concept-2020]")
    over = (
        "statements:\n"
        "  - id: vi-3-1\n    dropped: true\n    dropped_reason: Методистов в области нет.\n"
        "  - id: vi-3-2\n    targets:\n"
        "      - {year: 2024, raw: не менее 80%, value: 80, operator: at-least}\n"
    )
    write(root, "reference/frameworks/concept-2020.yml", over)
    return site_bases.built(root, root.parent / "site", as_of="2025-12-31")


def test_what_the_region_changed_is_said(changed: Site) -> None:
    page = changed.page("frameworks/concept-2020.html")
    assert "Регион изменил стандартную систему. reference/frameworks/concept-2020.yml" in page.root.text
    dropped = block(page, "s-vi-3-1")
    assert "Регион исключил этот пункт: Методистов в области нет." in dropped.text
    assert len(dropped.one("table").all("tr")[0].all("th")) == 3  # nothing is held against it
    told = facts(block(page, "s-vi-3-2"))["Изменено регионом"]
    assert "цель на 2024 год: в стандарте «к 2024 году – не менее 70%»" in told
    told = compared(changed, "teachers-per-methodist").text
    assert "Регион исключил этот пункт: Методистов в области нет." in told


def test_only_numbers_that_may_be_told_stand_on_the_pages(changed: Site) -> None:
    young = block(changed.page("frameworks/svoya.html"), "s-s-young")
    assert rows(young.one("table"))[0][:2] == ["«*»", "не установлено"]
    texts = [
        page.root.text for address in changed.addresses
        if address.startswith("frameworks/") and (page := changed.page(address))
    ]  # fmt: skip
    assert len(texts) == 7 + 17  # six frameworks, their index; the indicators that they ask for
    assert not any(secret in text for text in texts for secret in ("707", "909", "семьсот"))


def test_a_base_without_indicators_has_no_such_pages(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base")
    change(root, "region.yml", "frameworks: [svoya]\n", "")
    for name in ("young", "teams", "load", "ready"):
        (root / f"reference/indicators/{name}.yml").unlink()
    (root / "reference/frameworks/svoya.yml").unlink()
    site = site_bases.built(root, tmp_path / "site")
    assert not [each for each in site.addresses if each.startswith(("frameworks/", "passport"))]
    add(root, "region.yml", "frameworks: [megion-2021]\n")
    site = site_bases.built(root, tmp_path / "site")
    assert {"frameworks/index.html", "frameworks/megion-2021.html", "passport.html"} <= set(site.addresses)
