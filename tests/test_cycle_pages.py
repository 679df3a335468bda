"""«Годовой цикл»: what of a year is there, what is missing, never otherwise than the indicator counts it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

import site_bases
from knowledge_bases import FILES, add, change, write
from metodbank import cli
from metodbank.management_cycle import cycle_stages
from scored_bases import write_rows, write_scored_base
from site_tree import Element, Page, Site

STAGES = ("targets", "collection", "analysis", "recommendations", "decisions", "assessment")
FULL, PARTIAL, ABSENT, NOT_DUE = "✓ есть", "◐ есть не всё", "– нет", "○ срок не наступил"
REPORT = FILES["reports/otchet.yml"]


def states(page: Page) -> list[str]:
    """Return the states of the line of stages at the head of a page."""
    line = page.root.all("ol", css="mb-cycle")[0]
    return [step.one("span", css="mb-state").text for step in line.all("li")]


def stage(page: Page, name: str) -> Element:
    [found] = [each for each in page.root.all("section") if each.attributes.get("id") == name]
    return found


def missing(page: Page, name: str) -> list[str]:
    return [each.text for lists in stage(page, name).all("ul", css="mb-missing") for each in lists.all("li")]


def links(element: Element) -> dict[str, str]:
    return {each.text: each.attributes["href"] for each in element.all("a")}


def report(kind: str, title: str, *, prepared: str = "", more: str = "", territory: str = "") -> str:
    """Return a report on 2026 of the small base, of its region unless another territory is said."""
    text = REPORT.replace("kind: analytical-note", f"kind: {kind}").replace("Справка о чтении", title)
    text = text.replace("from: 2025-09-01", "from: 2026-01-01").replace("to: 2026-05-31", "to: 2026-06-30")
    return (
        text
        + (f"prepared_on: {prepared}\n" if prepared else "")
        + more
        + (f"territory: {territory}\n" if territory else "")
    )


def test_every_begun_year_has_a_page_and_the_list_leads_to_each(demonstration: Site) -> None:
    pages = {a for a in demonstration.addresses if a.startswith("cycle/")}
    # Targets of the Concept begin with 2021; the target of 2027 is of a year that has not begun.
    years = [2026, 2025, 2024, 2023, 2022, 2021]
    assert pages == {"cycle/index.html", *(f"cycle/{year}.html" for year in years)}
    index = demonstration.page("cycle/index.html")
    [table] = index.root.all("table")
    rows = [row for row in table.all("tr") if row.all("td")]
    assert [row.one("a").text for row in rows] == [f"{year} год" for year in years]
    assert [row.one("a").attributes["href"] for row in rows] == [f"../cycle/{year}.html" for year in years]
    assert states(index) == states(demonstration.page("cycle/2026.html"))
    assert "за 2025/26 учебный год — к 2026 году" in index.root.text


def test_demonstration_closed_the_circle_of_2026_but_for_one_territory(demonstration: Site) -> None:
    page = demonstration.page("cycle/2026.html")
    assert states(page) == [FULL, PARTIAL, FULL, FULL, FULL, FULL]
    assert [each.attributes["href"] for each in page.root.one("ol", css="mb-cycle").all("a")] == [
        f"#{name}" for name in STAGES
    ]
    [gap] = missing(page, "collection")
    assert gap == (
        "«Освоили программы Федерального реестра по диагностике», «Управленческие команды, прошедшие "
        "повышение квалификации» — за 2026 год не сообщили: Северный округ. Чтобы появилось: внесите числа "
        "в таблицу monitoring/2026.csv или в другую таблицу этого года."
    )
    assert all(missing(page, name) == [] for name in STAGES if name != "collection")


def test_targets_of_the_year_stand_with_the_act_of_their_framework(demonstration: Site) -> None:
    targets = stage(demonstration.page("cycle/2026.html"), "targets")
    assert "Спрашивает документ: Приказ от 26.08.2024 № 412, п. 6.1" in targets.text
    assert (
        "Приозёрье, 2025–2027 цели на 2026 год — у 10 из 10 пунктов. Приказ от 17.02.2025 № 39"
        in targets.text
    )
    assert "целей на 2026 год нет. Распоряжение Министерства просвещения" in targets.text
    assert links(targets)["Приозёрье, 2025–2027"] == "../frameworks/priozerye-2025-2027.html"


def test_figures_tell_who_reported_as_of_when_and_whether_approved(demonstration: Site) -> None:
    [table] = stage(demonstration.page("cycle/2026.html"), "collection").all("table")
    rows = {
        row.one("th").text: [cell.text for cell in row.all("td")] for row in table.all("tr") if row.all("td")
    }
    # 131 + 41 + 48 of 620 + 208 + 258; the north has an empty row.
    assert rows["Освоили программы Федерального реестра по диагностике"] == [
        "20,3 %", "отчитались 3 из 4 нет: Северный округ", "1 ноября 2026 г.", "предварительно",
    ]  # fmt: skip
    diagnostics = ["33,1 %", "отчитались 4 из 4", "31 мая 2026 г.", "утверждено: Приказ от 06.07.2026 № 244"]
    assert rows["Прошли диагностику дефицитов"] == diagnostics
    assert "Выполнение дорожной карты" not in rows


def test_day_is_that_of_the_rows_that_were_counted(demonstration: Site) -> None:
    [table] = stage(demonstration.page("cycle/2025.html"), "collection").all("table")
    rows = {row.one("th").text: row.all("td") for row in table.all("tr") if row.all("td")}
    cells = [cell.text for cell in rows["Освоили программы Федерального реестра по диагностике"]]
    # The territories told of 1 December; the region's own row of 20 December is not used.
    assert cells[:3] == ["13,7 %", "отчитались 4 из 4", "1 декабря 2025 г."]


def test_reports_say_who_answers_what_they_rest_on_and_what_follows(demonstration: Site) -> None:
    page = demonstration.page("cycle/2026.html")
    note = stage(page, "analysis")
    assert "Спрашивает документ: Приказ от 26.08.2024 № 412, п. 6.2" in note.text
    for expected in (
        "Отвечает ИРО Приозёрья",
        "За период с 1 сентября 2025 г. по 31 мая 2026 г.",
        "Готов 22 июня 2026 г.",
        "Утверждение предварительный",
        "Основан на Мониторинг 2025/26: что показали пять показателей",
        "Что из него следует Адресные рекомендации по итогам 2025/26 учебного года",
        "Выводы: 5",
    ):
        assert expected in note.text, expected
    decisions = stage(page, "decisions")
    # Both orders of the ministry, and the rows of two roadmaps that are due in the year.
    assert [each.all("a")[0].text for each in decisions.all("li", css="mb-cycle-report")] == [
        "Меры на осень 2026 года: кто что делает", "Решение по итогам мониторинга 2025/26 учебного года",
    ]  # fmt: skip
    assert (
        links(decisions)["Дорожная карта Приозёрья на 2025–2027 годы"]
        == "../roadmaps/priozerye-2025-2027.html"
    )
    told = stage(page, "recommendations").text
    assert "7 пунктов: выполняется — 3, выполнена — 1, принята к исполнению — 2, отклонена — 1" in told


def test_stages_that_the_page_counts_are_those_of_the_indicator(demonstration: Site) -> None:
    scores = json.loads(demonstration.files["data/indicators.json"])["scores"]
    found = {
        each["year"]: each
        for each in scores
        if (each["indicator"], each["territory"]) == ("monitoring-cycle", "priozerye")
    }
    told = {}
    for year in (2023, 2024, 2025, 2026):
        text = demonstration.page(f"cycle/{year}.html").root.text
        told[year] = text.count("эта стадия засчитана")
        assert text.count("эта стадия не засчитана") == 5 - told[year]
    assert told == {2023: 0, 2024: 0, 2025: 0, 2026: 5}
    values = {year: each["numerator"]["value"] if each["numerator"] else 0 for year, each in found.items()}
    assert {year: values.get(year) or 0 for year in told} == told


def test_report_of_a_school_year_is_of_the_year_in_which_it_was_ready(demonstration: Site) -> None:
    page = demonstration.page("cycle/2025.html")
    assert states(page) == [FULL, PARTIAL, ABSENT, ABSENT, PARTIAL, ABSENT]
    said = "Захватывает и дни 2025 года, но к нему не засчитан: подготовлен 22 июня 2026 г., позже 31 декабря"
    assert said in stage(page, "analysis").text
    [gap] = missing(page, "analysis")
    assert gap.startswith("За 2025 год нет: аналитическая справка. Чтобы появилось: внесите")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a small base: figures of 2025, targets of 2024–2026, one справка without a day."""
    return write_scored_base(tmp_path / "base", y2025="young;okrug;13;20 young;sever;11;40")


def year(root: Path, number: int, as_of: str = site_bases.AS_OF) -> Page:
    return site_bases.built(root, root.parent / "site", as_of=as_of).page(f"cycle/{number}.html")


def test_what_is_not_there_is_not_due_while_the_year_goes_on(small: Path) -> None:
    page = year(small, 2026)
    # The справка ends in 2026 and bears no day, so it is there and does not count.
    # A row of the roadmap is due in December, and nobody has decided anything.
    assert states(page) == [FULL, NOT_DUE, PARTIAL, NOT_DUE, PARTIAL, NOT_DUE]
    assert "цели на 2026 год — у 2 из 11 пунктов" in stage(page, "targets").text
    assert "К 2026 году не засчитан: не указан день, когда отчёт подготовлен." in stage(page, "analysis").text
    [gap] = missing(page, "analysis")
    assert "укажите день в поле prepared_on" in gap.replace("если отчёт готов, ", "")
    assert states(year(small, 2026, "2027-02-01")) == [FULL, ABSENT, PARTIAL, ABSENT, PARTIAL, ABSENT]


def test_figures_without_a_report_are_not_all(small: Path) -> None:
    page = year(small, 2025)
    assert states(page)[1] == PARTIAL
    gaps = missing(page, "collection")
    # Three territories lie in the region: two told of the young, nobody of the rest.
    assert any(gap.startswith("«молодые» — за 2025 год не сообщили: Южный округ. Чтобы") for gap in gaps)
    silent = "Пробный муниципальный округ, Северный округ, Южный округ"
    all_silent = f"«нагрузка», «готовность», «команды» — за 2025 год не сообщили: {silent}."
    assert any(gap.startswith(all_silent) for gap in gaps)
    assert any(gap.startswith("За 2025 год нет: данные мониторинга.") for gap in gaps)


def test_new_report_makes_its_stage(small: Path) -> None:
    add(small, "reports/otchet.yml", "prepared_on: 2026-06-20\n")
    write(small, "reports/dannye.yml", report("monitoring", "Числа", prepared="2026-06-10"))
    page = year(small, 2026)
    assert states(page)[1:3] == [PARTIAL, FULL]  # nobody's figure of 2026 is in the tables
    assert page.root.text.count("эта стадия засчитана") == 2
    assert "Цикл мониторинга: 40 % 2 / 5 × 100 = 40 %" in page.root.text
    on = "2026-11-01"
    write_rows(small, 2026, f"young;okrug;13;20;;{on} young;sever;11;40;;{on} young;yug;7;30;;{on}")
    assert states(year(small, 2026))[1] == FULL


def test_draft_and_archived_reports_are_no_stage(small: Path) -> None:
    for status in ("draft", "archived"):
        text = report("decision", "Решение", prepared="2026-07-01").replace(
            "status: published", f"status: {status}"
        )
        write(small, "reports/reshenie.yml", text)
        decisions = stage(year(small, 2026), "decisions")
        assert decisions.all("li", css="mb-cycle-report") == []
        assert "эта стадия не засчитана" in decisions.text


def test_recommendations_without_an_item_are_not_all(small: Path) -> None:
    write(small, "reports/prosby.yml", report("recommendations", "Просьбы", prepared="2026-07-01"))
    page = year(small, 2026)
    assert states(page)[3] == PARTIAL
    assert "эта стадия засчитана" in stage(page, "recommendations").text
    item = "recommendations:\n  - {text: Позвонить., state: done, outcome: Позвонили.}\n"
    write(small, "reports/prosby.yml", report("recommendations", "Просьбы", prepared="2026-07-01", more=item))
    page = year(small, 2026)
    assert states(page)[3] == FULL
    assert "1 пункт: выполнена — 1" in stage(page, "recommendations").text


def test_report_of_a_territory_is_shown_and_is_no_stage_of_the_whole(small: Path) -> None:
    write(
        small,
        "reports/okrug.yml",
        report("decision", "Решение округа", prepared="2026-07-01", territory="okrug"),
    )
    page = year(small, 2026)
    decisions = stage(page, "decisions")
    assert decisions.all("li", css="mb-cycle-report") == []
    assert links(decisions)["Решение округа"] == "../reports/okrug.html"
    assert "эта стадия не засчитана" in decisions.text


def test_stage_that_the_region_added_is_shown(small: Path) -> None:
    cycle = "cycle: {stages: [analytical-note, public-report]"
    text = f"""\
numerator: {{title: стадии, counted: stages, {cycle}}}}}
denominator: {{title: все стадии, counted: stages, {cycle}, total: true}}}}
"""
    write(small, "reference/indicators/monitoring-cycle.yml", text)
    write(small, "reports/vsem.yml", report("public-report", "Отчёт для всех", prepared="2026-06-01"))
    page = year(small, 2026)
    assert states(page) == [FULL, NOT_DUE, PARTIAL, NOT_DUE, PARTIAL, NOT_DUE, FULL]
    assert "Отчёт для всех" in stage(page, "stage-public-report").text
    assert "эта стадия" not in stage(page, "collection").text  # this region's indicator does not count it
    assert "Цикл мониторинга: 50 % 1 / 2 × 100 = 50 %" in page.root.text


def test_requirement_that_names_reports_is_of_their_stages(small: Path) -> None:
    clause = "  sources: [{act: prikaz, section: %s}]\n"
    rows = (
        "spravka:\n  title: справка\n  object: monitoring\n  reports: [otchet]\n" + clause % "п. 61"
        + "mery:\n  title: план мер\n  object: plan\n" + clause % "п. 62"
    )  # fmt: skip
    add(small, "reference/requirements.yml", rows)
    page = year(small, 2026)
    asked = {name: [p for p in ("п. 61", "п. 62") if p in stage(page, name).text] for name in STAGES}
    assert {name: found for name, found in asked.items() if found} == {
        "analysis": ["п. 61"],
        "decisions": ["п. 62"],
    }


def test_commands_of_the_page_make_reports(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = [each.text for each in year(small, 2026).root.all("code", css="mb-missing__command")]
    kinds = {part for each in commands for part in shlex.split(each) if part.startswith("kind=")}
    assert kinds == {f"kind={each.reports[0]}" for each in cycle_stages().stages if each.reports} - {
        "kind=analytical-note"
    }
    for command in commands:
        name, *given = shlex.split(command)
        assert name == "metodbank"
        capsys.readouterr()
        assert cli.run(["--root", str(small), *given, "--title", "Проба", "--print"]) == 0
        assert "from: 2026-01-01" in capsys.readouterr().out


def test_base_that_follows_nothing_says_so(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path / "base")
    change(root, "region.yml", "frameworks: [svoya]\n", "")
    page = year(root, 2026)
    assert states(page)[0] == ABSENT
    [gap] = missing(page, "targets")
    assert gap.startswith("Целей на 2026 год нет. Чтобы появилось: назовите систему показателей")
