"""What the documents leave open (A1–A17), each in a case worked by hand and asked of the command line.

The base is the smallest one with two more okrugs: `region` with `okrug`, `sever` and `yug`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge_bases import add, change, write, write_base
from metodbank import cli

Fields = dict[str, Any]
Ask = Callable[..., Fields]
HEADER = "indicator;territory;numerator;denominator;value;as_of;source;state;note"
TEAMS, YOUNG, LOAD = "management-teams-share", "young-teachers-support-share", "teachers-per-methodist"
TRAINED, MAP, CYCLE = "fr-trained-share", "roadmap-completion", "monitoring-cycle"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    root = write_base(tmp_path / "base")
    for name in ("sever", "yug"):
        row = f"{name}:\n  name: Округ {name}\n  kind: municipal-okrug\n  parent: region\n"
        add(root, "reference/territories.yml", row)
    return root


@pytest.fixture
def ask(base: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return the function that gives what `why --format json` prints: `ask(indicator, territory, year)`."""

    def asked(*what: str, as_of: str = "2026-11-22") -> Fields:
        return dict(json.loads(printed(base, capsys, "why", *what, "--as-of", as_of, "--format", "json")))

    return asked


def printed(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a command prints, which must end well."""
    capsys.readouterr()
    assert cli.run(["--root", str(root), *arguments]) == 0
    return capsys.readouterr().out


def follow(root: Path, *frameworks: str) -> None:
    """Have the base follow frameworks."""
    add(root, "region.yml", f"frameworks: [{', '.join(frameworks)}]\n")


def write_rows(root: Path, year: int, *rows: str) -> None:
    """Write the table of a year: indicator, territory, numerator, denominator."""
    full = [f"{row};;;форма мониторинга;;" for row in rows]
    write(root, f"monitoring/{year}.csv", "\n".join([HEADER, *full]) + "\n")


def write_map(root: Path, *states: str) -> None:
    """Write a roadmap of the region for 2023 and 2024 with a measure in each state."""
    change(
        root, "roadmaps/karta.yml", "from: 2026-09-01\n  to: 2027-08-31", "from: 2023-01-01\n  to: 2024-12-31"
    )
    text = (root / "roadmaps/karta.yml").read_text("utf-8")
    head, tail = text[: text.index("measures:")], text[text.index("organization:") :]
    rows = ""
    for number, state in enumerate(states, 1):
        rows += f'  - id: "{number}"\n    title: Провести семинар {number}\n    responsible: [iro]\n'
        rows += "    term: {raw: Май 2023, kind: month, from: 2023-05-01, to: 2023-05-31}\n"
        rows += f"    state: {state}\n"
        if state == "done":
            rows += "    done_on: 2023-05-15\n    evidence:\n      - act: prikaz\n"
    write(root, "roadmaps/karta.yml", f"{head}measures:\n{rows}{tail}")


def asking(told: Fields, framework: str, statement: str) -> tuple[Fields, Fields]:
    """Return a statement that asks for the indicator, and how it stands."""
    found = [
        each
        for each in told["asking"]
        if (each["framework"]["id"], each["statement"]["id"]) == (framework, statement)
    ]
    assert len(found) == 1
    return found[0]["statement"], found[0]["assessment"]


def ambiguity(told: Fields, identifier: str) -> Fields:
    """Return an ambiguity of the definition, with its question and its reading."""
    found = [each for each in told["indicator"]["ambiguities"] if each["id"] == identifier]
    assert len(found) == 1
    return dict(found[0])


def states(told: Fields, framework: str, statement: str) -> tuple[str, str]:
    """Return the state of a statement and its reason."""
    assessment = asking(told, framework, statement)[1]
    return assessment["state"], assessment["reason"]


def test_a1_a_number_of_teams_that_is_a_share(base: Path, ask: Ask) -> None:
    follow(base, "concept-2020")
    write_rows(base, 2024, f"{TEAMS};okrug;7;20")
    told = ask(TEAMS, "okrug", "2024")
    statement, assessment = asking(told, "concept-2020", "vi-2-2")
    assert statement["name"].startswith("количество управленческих команд")
    assert "единица — процент" in statement["footnote"]
    assert (told["score"]["exact"], told["score"]["formula"]) == ("35", "7 / 20 × 100 = 35\u00a0%")
    assert (assessment["state"], assessment["to_goal"]["number"]) == ("not-reached", 1)
    assert assessment["to_goal"]["unit"] == "teams"


def test_a2_the_share_is_of_the_territory_and_the_document_is_quoted(base: Path, ask: Ask) -> None:
    follow(base, "muya-2023")
    write_rows(base, 2024, f"{TEAMS};okrug;8;20", f"{TEAMS};sever;2;80")
    told = ask(TEAMS, "okrug", "2024")
    statement, assessment = asking(told, "muya-2023", "p3-2-2")
    assert "субъекта Российской Федерации" in statement["base_in_document"]
    assert (told["score"]["exact"], assessment["state"]) == ("40", "reached")  # of 100 teams it were 8 %
    assert ask(TEAMS, "region", "2024")["score"]["exact"] == "10"


def test_a3_an_asterisk_is_no_target_and_no_nought(base: Path, ask: Ask) -> None:
    follow(base, "muya-2023")
    write_rows(base, 2021, f"{CYCLE};region;1;2")
    told = ask(CYCLE, "region", "2021")
    statement, assessment = asking(told, "muya-2023", "p3-1-2")
    assert told["score"]["exact"] == "50"
    assert assessment["state"] == "no-target"
    assert assessment["reason"].endswith("«*»: не установлено")
    assert assessment["to_goal"] is None
    target = next(each for each in statement["targets"] if each["year"] == 2021)
    assert (target["raw"], target["value"]) == ("*", None)


def test_a4_targets_that_go_down_and_up_stand_as_printed(base: Path, ask: Ask) -> None:
    follow(base, "muya-2023")
    for year, people in ((2021, 2000), (2022, 2330), (2023, 2000), (2024, 2500)):
        write_rows(base, year, f"{LOAD};region;{people};10")
    found = {
        year: asking(ask(LOAD, "region", str(year)), "muya-2023", "p3-3-1") for year in range(2021, 2025)
    }
    assert [found[year][1]["state"] for year in found] == ["no-target", "reached", "not-reached", "reached"]
    assert [found[year][1]["target_raw"] for year in found] == [
        "*",
        "233 чел.",
        "180 чел.",
        "не более 250 чел.",
    ]
    goal = found[2023][1]["to_goal"]
    assert (goal["number"], goal["is_fewer"], goal["or_more"]) == (200, True, 2)  # 1 800 / 10, 2 000 / 12
    operators = [(each["operator"], each["operator_inferred"]) for each in found[2024][0]["targets"][1:]]
    assert operators == [("at-most", True), ("at-most", True), ("at-most", False)]


def test_a5_targets_older_than_the_act_are_told_to_be(base: Path, ask: Ask) -> None:
    follow(base, "muya-2023")
    for year in (2022, 2023):
        write_rows(base, year, f"{TRAINED};region;30;100")
    for year, is_old in ((2021, True), (2022, True), (2023, False), (2024, False)):
        assessment = asking(ask(TRAINED, "region", str(year)), "muya-2023", "p3-2-1")[1]
        assert assessment["is_retrospective"] is is_old
    assert states(ask(TRAINED, "region", "2022"), "muya-2023", "p3-2-1")[0] == "reached"


def test_a6_a_roadmap_is_its_rows_done_and_nothing_before_it_begins(base: Path, ask: Ask) -> None:
    follow(base, "muya-2023")
    write_map(base, "done", "done", "planned", "planned")
    assert states(ask(MAP, "region", "2022"), "muya-2023", "p3-1-1") == (
        "not-computable",
        "дорожная карта начинается в 2023\u00a0г.",
    )
    assert states(ask(MAP, "region", "2023"), "muya-2023", "p3-1-1")[0] == "not-reached"
    assert ask(MAP, "region", "2023")["score"]["exact"] == "50"
    assert asking(ask(MAP, "region", "2023"), "muya-2023", "p3-1-1")[1]["to_goal"]["number"] == 1  # 70 % of 4

    write_rows(base, 2022, f"{MAP};region;2;4")
    entered = ask(MAP, "region", "2022")
    assert (entered["score"]["exact"], entered["score"]["origin"]) == ("50", "entered")
    assert "дорожная карта начинается в 2023\u00a0г." in entered["score"]["remark"]
    assert entered["score"]["source"] == "форма мониторинга"
    assert states(entered, "muya-2023", "p3-1-1")[0] == "reached"


def test_a7_one_definition_answers_yes_and_in_percent(base: Path, ask: Ask) -> None:
    follow(base, "concept-2020", "muya-2023")
    write_map(base, "done", "planned")
    told = ask(MAP, "region", "2023")
    assert states(told, "concept-2020", "vi-1-1")[0] == "reached"
    assert states(told, "muya-2023", "s5-1-1")[0] == "reached"
    assert states(told, "muya-2023", "p3-1-1")[0] == "not-reached"
    assert ambiguity(told, "a7")["reading"]

    stages = ("monitoring", "analytical-note", "recommendations", "decision", "measures-assessment")
    report = (base / "reports/otchet.yml").read_text("utf-8").replace("2025-09-01", "2023-01-01")
    report = report.replace("2026-05-31", "2023-06-30") + "prepared_on: 2023-07-01\n"
    for kind in stages[:4]:
        write(base, f"reports/{kind}.yml", report.replace("kind: analytical-note", f"kind: {kind}"))
    cycle = ask(CYCLE, "region", "2023")
    assert cycle["score"]["exact"] == "80"
    assert states(cycle, "concept-2020", "vi-1-2")[0] == "not-reached"
    assert states(cycle, "muya-2023", "p3-1-2")[0] == "reached"  # 60 % in 2023
    write(base, "reports/mery.yml", report.replace("kind: analytical-note", f"kind: {stages[4]}"))
    assert states(ask(CYCLE, "region", "2023"), "concept-2020", "vi-1-2")[0] == "reached"


def test_a8_years_are_not_added_up(base: Path, ask: Ask) -> None:
    follow(base, "concept-2020")
    write_rows(base, 2023, f"{TRAINED};region;20;100")
    write_rows(base, 2024, f"{TRAINED};region;25;100")
    told = ask(TRAINED, "region", "2024")
    assert told["score"]["exact"] == "25"
    assert states(told, "concept-2020", "vi-2-1")[0] == "not-reached"
    assert told["indicator"]["accumulation"] == "не указано в документах"
    assert "годы база не складывает" in ambiguity(told, "a8")["reading"]


def test_a9_deficits_and_competences_are_one_indicator(base: Path, ask: Ask) -> None:
    follow(base, "concept-2020", "r-76-retelling")
    write_rows(base, 2024, f"{TRAINED};region;30;100")
    told = ask(TRAINED, "region", "2024")
    concept, _ = asking(told, "concept-2020", "vi-2-1")
    retelling, _ = asking(told, "r-76-retelling", "p1")
    assert "компетенций" in concept["name"]
    assert "дефицитов" in retelling["name"]
    assert states(told, "concept-2020", "vi-2-1")[0] == states(told, "r-76-retelling", "p1")[0] == "reached"
    assert len(told["indicator"]["wordings"]) == 2
    assert ambiguity(told, "a9")["reading"]


def test_a10_taking_part_and_finishing_are_told_apart(base: Path, ask: Ask) -> None:
    follow(base, "concept-2020", "r-76-retelling")
    told = ask(TEAMS, "region", "2022")
    assert asking(told, "concept-2020", "vi-2-2")[0]["event"] == "участие"
    assert asking(told, "r-76-retelling", "p3")[0]["event"] == "завершение"
    assert "сравнивать такие числа между собой строго нельзя" in ambiguity(told, "a10")["reading"]


def test_a11_young_and_in_the_first_three_years(base: Path, ask: Ask) -> None:
    follow(base, "concept-2020")
    told = ask(YOUNG, "region", "2024")
    for words in (told["indicator"]["numerator"], told["indicator"]["denominator"]):
        assert "до 35 лет в первые три года работы" in words
    assert ambiguity(told, "a11")["reading"].startswith("Нужны оба")


def test_a12_the_two_lists_of_one_act_are_kept_apart(base: Path, ask: Ask) -> None:
    follow(base, "muya-2023")
    write_rows(base, 2024, f"{TEAMS};region;45;100")
    told = ask(TEAMS, "region", "2024")
    section, appendix = asking(told, "muya-2023", "s5-2-1"), asking(told, "muya-2023", "p3-2-2")
    assert (section[1]["state"], section[1]["target_raw"], section[1]["to_goal"]) == ("no-target", "", None)
    assert (appendix[1]["state"], appendix[1]["target_raw"]) == ("reached", "40%")
    assert section[0]["clause"] == "п. 5.2 Положения"
    assert appendix[0]["clause"] == "приложение 3, п. 2.2"


def test_a13_the_load_of_a_methodist_is_that_of_the_region(base: Path, ask: Ask) -> None:
    follow(base, "muya-2023", "concept-2020")
    write_rows(base, 2024, f"{LOAD};region;2600;10")
    told = ask(LOAD, "region", "2024")
    assert (told["score"]["exact"], told["score"]["coverage"]) == ("260", None)
    assert (
        states(told, "concept-2020", "vi-3-1")[0] == states(told, "muya-2023", "s5-3-1")[0] == "not-reached"
    )
    municipal = ask(LOAD, "okrug", "2024")
    assert municipal["score"]["absence"] == "no-data"
    assert municipal["score"]["reason"].endswith("показатель считается по региону в целом")
    assert asking(municipal, "muya-2023", "p3-3-1")[1] is None
    assert ambiguity(municipal, "a13")["reading"]


def test_a14_a_target_is_not_borrowed_from_another_act(base: Path, ask: Ask) -> None:
    follow(base, "lipetsk-2021", "megion-2021", "concept-2020")
    write_rows(base, 2024, f"{YOUNG};okrug;14;20")
    told = ask(YOUNG, "okrug", "2024")
    assert told["score"]["exact"] == "70"
    assert states(told, "concept-2020", "vi-3-2")[0] == "reached"
    for framework, statement in (("lipetsk-2021", "6-1-5"), ("megion-2021", "p5")):
        assessment = asking(told, framework, statement)[1]
        assert assessment["state_text"] == "цель не установлена"
        assert assessment["reason"] == "документ называет показатель, но целей не устанавливает"
        assert (assessment["target_raw"], assessment["target_text"], assessment["to_goal"]) == ("", "", None)


def test_a15_the_retelling_is_followed_by_the_concept_and_not_repealed(
    base: Path, ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    follow(base, "r-76-retelling")
    told = ask("functional-literacy-share", "region", "2024")
    framework = told["asking"][0]["framework"]
    assert (framework["state"], framework["act_date"]) == ("пересказ", None)
    assert "автор и дата не указаны" in framework["citation"]
    assert "Позднее принята Концепция Р-174" in framework["note"]
    text = printed(base, capsys, "why", "functional-literacy-share", "2024", "--as-of", "2026-11-22")
    assert "Концепция" in text
    assert "утратил" not in text


def test_a16_people_are_counted_by_monitoring_and_not_from_records(base: Path, ask: Ask) -> None:
    follow(base, "concept-2020")  # the base holds a program and a school, and nobody who was taught
    told = ask(TRAINED, "region", "2024")
    assert (told["score"]["absence"], told["score"]["numerator"]) == ("no-data", None)
    assert states(told, "concept-2020", "vi-2-1") == ("no-data", "значения за 2024 год нет")
    assert told["indicator"]["one_unit"].startswith("Один педагогический работник")
    assert ambiguity(told, "a16")["reading"] == "Считаются разные люди."


def test_a17_few_people_are_not_told_nor_worked_out(
    base: Path, ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    follow(base, "concept-2020")
    write_rows(base, 2024, f"{YOUNG};okrug;3;4", f"{YOUNG};sever;41;53", f"{YOUNG};yug;7;11")
    region = ask(YOUNG, "region", "2024")
    assert region["score"]["exact"] == "75"  # 51 / 68: the total stays
    assert [(each["territory"], each["exact"]) for each in region["inside"]] == [
        ("okrug", ""),  # four people
        ("sever", "4100/53"),
        ("yug", ""),  # or 68 − 53 − 11 would tell of the four
    ]
    few = ask(YOUNG, "okrug", "2024")
    assert (few["score"]["absence"], few["score"]["reason"]) == ("hidden", "скрыто: малая группа")
    assert asking(few, "concept-2020", "vi-3-2")[1]["to_goal"] is None
    for territory in ("okrug", "yug", "region"):
        told = ask(YOUNG, territory, "2024")
        amounts = [each["amount"] for part in ("numerator", "denominator") for each in _grounds(told, part)]
        assert not {3, 4, 7, 11} & set(amounts)
    table = printed(base, capsys, "indicators", "--territory", "okrug", "--year", "2024", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";"))
    young = [row for row in rows if YOUNG in row.values()]
    assert young
    assert not {"3", "4", "75"} & set(young[0].values())

    add(base, "region.yml", "small_group: 4\n")
    assert ask(YOUNG, "okrug", "2024")["score"]["exact"] == "75"
    for indicator, counted in ((TEAMS, 2), (LOAD, 40)):  # teams are no people, few methodists no small group
        write_rows(base, 2024, f"{indicator};okrug;{counted};3", f"{indicator};region;{counted};3")
        assert ask(indicator, "okrug", "2024")["score"]["exact"]


def _grounds(told: Fields, part: str) -> list[Fields]:
    count = told["score"][part]
    return [*count["counted"], *count["left_out"]] if count else []
