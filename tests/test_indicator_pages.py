"""The pages of indicators and their data: every number with its ground, nothing that is hidden."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import site_bases
from json_schemas import faults
from knowledge_bases import add, change, write, write_base
from metodbank import cli
from scored_bases import HEADER, write_scored_base
from site_tree import Element, Page, Site
from test_why_command import KURS, ROWS, write_programs

DATA = ("data/indicators.csv", "data/indicators.json", "data/indicators.schema.json")
SECRETS = ("707", "909", "семьсот")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a base with figures of 2025, programs, and a group of three in 2024."""
    root = write_scored_base(tmp_path_factory.mktemp("pages") / "base")
    write(root, "monitoring/2025.csv", f"{HEADER}\n{ROWS}")
    hidden = "young;okrug;707;909;;;семьсот семь;;\nyoung;sever;1;3;;;;;\nyoung;yug;6000;9000;;;;;\n"
    write(root, "monitoring/2024.csv", f"{HEADER}\n{hidden}")
    write_programs(root)
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    """Return its site as of 2025, the year of most of its figures."""
    return site_bases.built(root, root.parent / "site", as_of="2025-12-31")


def section(page: Page, name: str) -> Element:
    [found] = [each for each in page.root.all("section") if each.attributes.get("id") == name]
    return found


def rows_of(table: Element) -> dict[str, list[str]]:
    """Return the texts of the cells of a table by the heading of their row."""
    rows = [row for row in table.all("tr") if row.all("td")]
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in rows}


STANDARD = (
    "diagnostics-share", "fr-programs-share", "fr-trained-share", "functional-literacy-70-share",
    "functional-literacy-share", "management-teams-share", "monitoring-cycle",
    "municipal-program-indicators", "quality-management-teams-share", "roadmap-completion", "routes-share",
    "teachers-per-methodist", "young-teachers-support-share",
)  # fmt: skip
ASKED = {"fr-programs-share", "roadmap-completion", "monitoring-cycle"}


def test_every_known_indicator_has_its_page_under_the_tab_of_managers(site: Site) -> None:
    pages = {a.split("/")[1] for a in site.addresses if a.startswith("indicators/")}
    named = {"young", "teams", "load", "ready", *STANDARD}
    # Of 2024 there are figures and a target of one indicator; 2026 has not begun.
    others = {"year-2024.html", "young-in-2024.html"}
    assert pages == {"index.html", *(f"{name}.html" for name in named), *others}
    defined = json.loads(site.files["data/indicators.json"])["indicators"]
    assert {each["id"] for each in defined} == named
    for address in ("indicators/index.html", "indicators/young.html"):
        [tabs] = [
            nav.all("a")
            for nav in site.page(address).root.all("nav")
            if nav.attributes.get("aria-label") == "Разделы"
        ]
        assert [tab.text for tab in tabs if "aria-current" in tab.attributes] == ["Руководителю"]


def test_indicators_that_nobody_asks_for_are_listed_without_states(site: Site) -> None:
    others = section(site.page("indicators/index.html"), "others")
    assert others.one("h2").text == "Другие показатели стандарта"
    links = {link.attributes["href"] for link in others.all("a")}
    assert links == {f"../indicators/{name}.html" for name in set(STANDARD) - ASKED}
    assert others.all("table") == []
    assert "нет данных" not in others.text
    text = site.page("indicators/routes-share.html").root.text
    assert "Ни одна система показателей, за которой следит база." in text


def test_list_tells_value_target_and_state_of_each_statement(site: Site) -> None:
    page = site.page("indicators/index.html")
    assert "Пробная область, 2025 год" in page.root.one("article").text
    [table] = section(page, "f-svoya").all("table")
    found = rows_of(table)
    assert len(found) == len({"young", "teams", "load", "ready", "fr", "map", "cycle"})
    # 13 + 11 of 20 + 40, and one of two programs; nobody told of the teams.
    cells = [[c.text for c in row.all("td")] for row in table.all("tr") if row.all("th")[0].text == "молодые"]
    value = "40 % предварительно отчитались 2 из 3"
    assert cells[0][:3] == [
        value,
        "не менее 30 %",
        "✓ достигнут по тем, кто отчитался (2 из 3) (40 % — не менее 30 %)",
    ]
    assert found["Программы в Федеральном реестре"][0] == "50 % реестр программ полон у 1 из 2 организаций"
    assert found["команды"][0] == "нет данных: значения за 2025 год нет отчитались 0 из 3"
    assert found["команды"][2] == "– нет данных (значения за 2025 год нет)"
    assert cells[0][3] == "Линия значений и целей по годам снижение: 67,7 % в 2024, 40 % в 2025"
    assert page.link("нагрузка") == "../indicators/load.html"


def test_page_tells_what_the_command_tells(site: Site) -> None:
    page = site.page("indicators/young.html")
    text = section(page, "value").text + section(page, "counted").text
    for expected in (
        "Пробная область, 2025 год 40 % цель — не менее 30 % ✓ достигнут по тем, кто отчитался (2 из 3)",
        "по состоянию на 31 декабря 2025 г.",
        "24 из 60 человек — молодые сделавшие 24 / 60 × 100 = 40 %",
        "отчитались 2 из 3 предварительно",
        "своя строка (monitoring/2025.csv, строка 6, предварительно): 43,3 % (26 / 60); отличается",
        "от суммы территорий: числитель +2, значение +3,3 п. п.",
        "Своя: достигнут по тем, кто отчитался (2 из 3) (40 % — не менее 30 %)",
        "Числитель: молодые сделавшие — 24 человека",
        "Пробный муниципальный округ — 13 monitoring/2025.csv, строка 2 утверждено: Приказ от 20 августа",
        "Не посчитано: 2",
        "Северный округ — 10 monitoring/2025.csv, строка 3 на 1 ноября 2025 г.; заменено значением",
    ):
        assert expected in text, expected


def test_every_territory_has_a_row_from_the_best_value_to_the_worst(site: Site) -> None:
    [table] = section(site.page("indicators/young.html"), "territories").all("table")
    rows = rows_of(table)
    own = "Пробная область вся территория базы"
    assert list(rows) == [own, "Пробный муниципальный округ", "Южный округ", "Северный округ"]
    shown = {place: cells[0].split(" ×")[0] for place, cells in rows.items()}
    assert shown["Пробный муниципальный округ"] == "65 % 13 / 20"
    assert shown["Северный округ"] == "27,5 % 11 / 40"
    assert shown["Южный округ"].startswith("29,96 % предварительно без исходных данных письмо")
    assert rows["Северный округ"][1] == "✕ не достигнут; до цели 1 человек"
    # One row of the table of monitoring is named at once; that of Северный округ replaced another one.
    assert rows["Пробный муниципальный округ"][2] == "monitoring/2025.csv, строка 2 сверено"
    assert rows["Северный округ"][2].startswith("Основания: Северный округ Числитель — 11 человек")


def test_every_year_has_a_row_with_its_targets(site: Site) -> None:
    page = site.page("indicators/young.html")
    [table] = section(page, "years").all("table")
    rows = rows_of(table)
    assert rows == {
        "2026": ["год ещё не начался", "не менее 40 % ○ срок не наступил"],
        "2025": ["40 % предварительно", "не менее 30 % ✓ достигнут по тем, кто отчитался (2 из 3)"],
        "2024": [
            "67,7 % предварительно",
            "Своя не установлена – цель не установлена Своя не менее 20 % ✓ достигнут",
        ],
    }
    assert page.link("2024") == "../indicators/young-in-2024.html"
    assert (
        "С 2024 года доля снизилась с 67,7 % до 40 % (предварительно); цель 2025 года — не менее 30 %"
        in page.root.text
    )


def test_value_beside_a_near_target_is_told_exactly(site: Site) -> None:
    text = section(site.page("indicators/young.html"), "territories").text
    # 29,96 % is not 30 %: it may not be shown as 30 % where it stands beside that target.
    assert "29,96 %" in text
    assert "30 % предварительно" not in text


def test_hidden_group_is_nowhere_on_the_site(site: Site) -> None:
    territories = section(site.page("indicators/young-in-2024.html"), "territories")
    [table] = territories.all("table")
    hidden = [place for place, cells in rows_of(table).items() if cells[0].startswith("скрыто: малая группа")]
    assert hidden == ["Пробный муниципальный округ", "Северный округ"]
    assert "скрыто из-за малых групп: 2 территории" in territories.text
    assert "Скрыто: 2 территории. Там, где за числом легко узнать человека" in territories.text
    for address, content in site.files.items():
        if address.startswith(("indicators/", "data/")):
            assert [secret for secret in SECRETS if secret in content.decode()] == [], address


def test_grounds_lead_to_the_pages_of_their_records(site: Site) -> None:
    page = site.page("indicators/fr-programs-share.html")
    assert page.link("Курс 1") == "../programs/a.html"
    assert page.link("Институт") == "../organizations/iro.html"
    text = section(page, "providers").text
    assert "Институт 50 % 1 / 2 × 100 = 50 %" in text


def test_page_tells_who_asks_in_the_words_of_the_document(site: Site) -> None:
    page = site.page("indicators/fr-programs-share.html")
    text = section(page, "asked-by").text
    assert "«программы»" in text
    assert "Реквизиты Приказ Пробного министерства от 20.08.2025 № 1" in text
    assert "Другие документы, за которыми база не следит" in text
    tables = section(page, "asked-by").all("table")
    assert {table.one("caption").text for table in tables} == {"Цели"}
    inferred = "сравнение выведено: в документе нет «не менее» и «не более»"
    assert rows_of(tables[0]) == {"2025": ["«50»", f"не менее 50 % {inferred}"]}
    young = section(site.page("indicators/young.html"), "asked-by").all("table")
    assert rows_of(young[0])["2024"] == ["«*»", "не установлена"]
    assert rows_of(young[1])["2024"] == ["«20»", f"не менее 20 % {inferred} установлена задним числом"]


def test_year_without_a_target_has_no_states(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base", y2025="young;okrug;13;20 young;sever;11;40")
    write(root, "monitoring/2024.csv", f"{HEADER}\nteams;okrug;3;4;;;;;\nteams;sever;1;4;;;;;\n")
    site = site_bases.built(root, tmp_path / "site", as_of="2026-12-31")
    # In 2024 there is no target, for nobody; in 2025 each stands for itself.
    assert "Состояние" not in section(site.page("indicators/teams-in-2024.html"), "territories").text
    assert "Состояние" in section(site.page("indicators/teams-in-2025.html"), "territories").text
    page = site.page("indicators/teams-in-2024.html")
    assert section(page, "value").text.count("на 2024 год цели нет") == 1
    # In 2026 a target is set, and nobody told anything of any of the four indicators.
    missing = section(site.page("indicators/index.html"), "missing")
    places = ("Пробный муниципальный округ", "Северный округ", "Южный округ")
    told = {place: cells[0] for place, cells in rows_of(missing.one("table")).items()}
    assert told == dict.fromkeys(places, "ни об одном из 4 показателей")
    of_2025 = rows_of(section(site.page("indicators/year-2025.html"), "missing").one("table"))
    assert {place: cells[0] for place, cells in of_2025.items()} == {
        "Пробный муниципальный округ": "команды нагрузка готовность",
        "Северный округ": "команды нагрузка готовность",
        "Южный округ": "ни об одном из 4 показателей",
    }
    assert "Кому позвонить" in missing.text
    assert "не указано" in missing.text


def test_statement_that_the_region_dropped_stands_in_the_list(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base")
    dropped = "name: команды, dropped: true, dropped_reason: Команд нет.,"
    change(root, "reference/frameworks/svoya.yml", "name: команды,", dropped)
    text = site_bases.built(root, tmp_path / "site").page("indicators/index.html").root.text
    assert "Регион исключил пункт «команды»: Команд нет." in text


def test_tables_are_told_to_screen_readers_and_nothing_needs_a_script(site: Site) -> None:
    seen = 0
    for address in site.addresses:
        if not address.startswith("indicators/"):
            continue
        article = site.page(address).root.one("article")
        assert article.all("script") == []
        for table in article.all("table"):
            seen += 1
            heads = table.all("th")
            assert {head.attributes["scope"] for head in heads} == {"col", "row"}
        for region in article.all("div", css="mb-table"):
            assert region.attributes["tabindex"] == "0"
            assert region.attributes["aria-label"]
        for state in article.all("span", css="mb-state"):
            assert len(state.text.split()) > 1  # a sign and a word
    assert seen > 15


def test_data_is_as_its_schema_says_and_as_the_command_has_it(
    site: Site, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(site.files["data/indicators.json"])
    schema = json.loads(site.files["data/indicators.schema.json"])
    assert list(faults(found, schema, schema)) == []
    del found["scores"][0]["value"]
    assert list(faults(found, schema, schema)) == [".scores[0].value: missing"]
    options = ["--territory", "sever", "--year", "2025", "--as-of", "2025-12-31", "--format", "json"]
    assert cli.run(["--root", str(root), "indicators", *options]) == 0
    part = json.loads(capsys.readouterr().out)
    whole = json.loads(site.files["data/indicators.json"])
    assert part["indicators"] == whole["indicators"]
    for name in ("scores", "assessments"):
        mine = [each for each in whole[name] if (each["territory"], each["year"]) == ("sever", 2025)]
        assert mine
        assert [each for each in part[name] if each in mine] == mine


def test_every_field_of_the_schema_is_described_in_russian(site: Site) -> None:
    schema = json.loads(site.files["data/indicators.schema.json"])
    parts = {"": schema, **schema["$defs"]}
    silent = [
        f"{part}.{name}"
        for part, each in parts.items()
        for name, field in each.get("properties", {}).items()
        if not any("а" <= letter <= "я" for letter in field.get("description", ""))
    ]
    assert silent == []


def test_table_of_data_has_a_row_for_each_territory_year_and_statement(site: Site) -> None:
    text = site.files["data/indicators.csv"].decode("utf-8-sig")
    assert site.files["data/indicators.csv"].startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    of_young = [r for r in rows if (r["показатель"], r["территория"], r["год"]) == ("young", "sever", "2025")]
    assert [row["пункт"] for row in of_young] == ["s-young", "s-bare", "s-past", "s-later"]
    assert {row["значение"] for row in of_young} == {"27,5"}
    exact = [
        r["значение"] for r in rows if (r["территория"], r["пункт"], r["год"]) == ("yug", "s-young", "2025")
    ]
    assert exact == ["29,96"]


def test_base_without_frameworks_and_figures_has_none_of_it(tmp_path: Path) -> None:
    site = site_bases.built(write_base(tmp_path / "base"), tmp_path / "site")
    assert [address for address in site.files if address.startswith(("indicators/", "data/"))] == []
    assert "Показатели" not in {link.text for link in site.page("for-managers/index.html").root.all("a")}


def test_figure_alone_brings_its_indicator(tmp_path: Path) -> None:
    root = write_base(tmp_path / "base")
    write(root, "monitoring/2025.csv", f"{HEADER}\nroutes-share;okrug;1;40;;;;;\n")
    site = site_bases.built(root, tmp_path / "site")
    found = {address for address in site.files if address.startswith(("indicators/", "data/"))}
    assert found == {"indicators/index.html", *(f"indicators/{name}.html" for name in STANDARD), *DATA}
    text = site.page("indicators/index.html").root.text
    assert text.index("Вне систем показателей") < text.index("Другие показатели стандарта")


def test_indicators_come_and_go_with_their_last_figure(tmp_path: Path) -> None:
    root = write_base(tmp_path / "base")
    out = tmp_path / "site"
    before = site_bases.built(root, out).files
    write(root, "monitoring/2025.csv", f"{HEADER}\nroutes-share;okrug;1;40;;;;;\n")
    assert "indicators/routes-share.html" in site_bases.built(root, out).files
    (root / "monitoring/2025.csv").unlink()
    assert site_bases.built(root, out).files == before


def test_change_of_the_region_is_told(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base", y2025="young;okrug;13;20")
    write(root, "reference/indicators/fr-programs-share.yml", "note: Считаем по-своему.\n")
    write(
        root,
        "reference/frameworks/concept-2020.yml",
        "statements:\n  - {id: vi-1-1, dropped: true, dropped_reason: Карты нет.}\n",
    )
    change(root, "region.yml", "frameworks: [svoya]", "frameworks: [svoya, concept-2020]")
    site = site_bases.built(root, tmp_path / "site")
    text = site.page("indicators/fr-programs-share.html").root.text
    assert (
        "Регион изменил стандартный показатель: примечание. reference/indicators/fr-programs-share.yml"
        in text
    )
    assert "Показатель региона: в стандарте такого нет. reference/indicators/young.yml" in (
        site.page("indicators/young.html").root.text
    )
    asked = section(site.page("indicators/roadmap-completion.html"), "asked-by").text
    assert "Регион исключил этот пункт: Карты нет." in asked


def test_many_grounds_are_cut_on_the_page_and_whole_in_the_data(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base")
    change(
        root, "reference/organizations.yml", "  kind: iro", "  kind: iro\n  programs_complete_on: 2025-01-01"
    )
    for number in range(120):
        text = KURS.format(number=number, organization="iro", register="{state: unknown}")
        write(root, f"programs/k{number}.yml", text)
    site = site_bases.built(root, tmp_path / "site")
    text = section(site.page("indicators/fr-programs-share.html"), "counted").text
    assert "Посчитано: 121" in text
    assert "И ещё 91: все — в данных JSON." in text
    scores = json.loads(site.files["data/indicators.json"])["scores"]
    counted = [
        len(score["denominator"]["counted"])
        for score in scores
        if (score["indicator"], score["territory"], score["provider"]) == ("fr-programs-share", "region", "")
    ]
    assert max(counted) == 121


def test_text_of_a_record_cannot_become_markup(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base")
    row = 'young;okrug;13;20;;;"<script>alert(1)</script>";;"<b>x</b>"\n'
    write(root, "monitoring/2025.csv", f"{HEADER}\n{row}")
    add(root, "reference/indicators/young.yml", "note: '<img src=x>'\n")
    site = site_bases.built(root, tmp_path / "site")
    content = site.files["indicators/young.html"].decode()
    for markup in ("<script>alert", "<b>x", "<img src=x>"):
        assert markup not in content
    assert "&lt;img src=x&gt;" in content


def test_base_that_follows_nothing_tells_the_values_that_it_has(tmp_path: Path) -> None:
    root = write_base(tmp_path / "base")
    write(root, "monitoring/2025.csv", f"{HEADER}\nroutes-share;okrug;1;40;;;;;\n")
    write_programs(root)
    page = site_bases.built(root, tmp_path / "site", as_of="2025-12-31").page("indicators/index.html")
    assert "Коротко" not in [heading.text for heading in page.root.all("h2")]
    others = section(page, "others")
    values = {item.one("a").text: item.text for item in others.all("li")}
    assert "чисел по ним нет" not in others.text
    assert "Программы в Федеральном реестре — 50 % " in values["Программы в Федеральном реестре"]
    assert "Прошли диагностику дефицитов — значения нет " in values["Прошли диагностику дефицитов"]


def test_whole_is_none_of_the_territories_that_did_not_report(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base")
    page = site_bases.built(root, tmp_path / "site", as_of="2025-12-31").page("indicators/index.html")
    # `okrug`, `sever` and `yug` are inside.
    assert "Не все отчитались: нет чисел от 3 территорий." in section(page, "summary").text


def test_year_of_which_nobody_told_has_its_row(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base", y2022="young;okrug;13;20;;;;; young;sever;3;20;;;;;")
    page = site_bases.built(root, tmp_path / "site", as_of="2025-12-31").page("indicators/young.html")
    rows = rows_of(section(page, "years").one("table"))
    assert list(rows) == ["2026", "2025", "2024", "2023", "2022"]
    assert rows["2023"][0].startswith("нет данных")
    # There is no page of 2023, for nothing stands on it.
    linked = [each.text for each in section(page, "years").one("table").all("a")]
    assert linked == ["2024", "2022"]


def test_no_organization_with_programs_is_not_told_as_none_of_none(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base")
    (root / "programs/kurs.yml").unlink()
    text = site_bases.built(root, tmp_path / "site").page("indicators/fr-programs-share.html").root.text
    assert "0 из 0" not in text
    assert "организаций, у которых есть действующие программы, нет" in text.lower()
