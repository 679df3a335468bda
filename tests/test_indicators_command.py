"""`metodbank indicators`: values, targets and states in a terminal, for programs and for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from json_schemas import faults
from knowledge_bases import add, change, write, write_base
from metodbank import cli
from metodbank.open_data.writing import indicators_schema
from scored_bases import write_rows, write_scored_base

Captured = pytest.CaptureFixture[str]
AS_OF = "2026-11-22"
Y2025 = "young;okrug;13;20 young;sever;11;40 teams;okrug;3;4 load;region;500;2"


@pytest.fixture
def scored(tmp_path: Path) -> Path:
    """Return a base with figures of 2025; the third okrug sent none."""
    return write_scored_base(tmp_path / "base", y2025=Y2025)


def run(root: Path, *options: str, as_of: str = AS_OF) -> int:
    return cli.run(["--root", str(root), "indicators", *options, "--as-of", as_of])


def told(root: Path, captured: Captured, *options: str, as_of: str = AS_OF) -> str:
    """Return what the command prints, with ordinary spaces."""
    assert run(root, *options, as_of=as_of) == 0
    return captured.readouterr().out.replace("\u00a0", " ")


def document(root: Path, captured: Captured, *options: str, as_of: str = AS_OF) -> Any:
    """Return what the command prints as JSON; it is as the schema says."""
    found = json.loads(told(root, captured, *options, "--format", "json", as_of=as_of))
    schema = json.loads(indicators_schema())
    assert list(faults(found, schema, schema)) == []
    return found


def rows(root: Path, captured: Captured, *options: str) -> list[dict[str, str]]:
    """Return what the command prints as a table."""
    assert run(root, *options, "--format", "csv") == 0
    text = captured.readouterr().out
    assert text.startswith("\ufeffпоказатель;")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_table_has_value_target_state_and_what_is_missing(scored: Path, capsys: Captured) -> None:
    assert run(scored, "--year", "2025", "--territory", "sever") == 0
    out, err = capsys.readouterr()
    lines = out.replace("\u00a0", " ").splitlines()
    assert lines[0] == "Северный округ, 2025 год. По состоянию на 22 ноября 2026 г."
    at = next(place for place, line in enumerate(lines) if line.startswith("молодые "))
    # 11 of 40 is 27,5 %; of 30 % one person is missing: 12 of 40 are 30 %.
    parts = [" ".join(line.split()) for line in lines[at : at + 4]]
    assert parts[0] == "молодые 27,5 % не менее 30 % не достигнут; до цели"
    assert parts[1:] == ["young предварительно 1 человек", "27,5 %, а цель — не", "менее 30 %"]
    assert max(map(len, out.splitlines())) <= 100
    assert err == "Почему значение такое: metodbank why ПОКАЗАТЕЛЬ [ТЕРРИТОРИЯ] [ГОД]\n"


def test_without_options_the_territory_of_the_base_and_the_latest_year(
    scored: Path, capsys: Captured
) -> None:
    # The last target is of 2026, and that year has begun.
    assert told(scored, capsys).startswith("Пробная область, 2026 год.")
    assert told(scored, capsys, as_of="2025-03-01").startswith("Пробная область, 2025 год.")


@pytest.mark.parametrize("name", ["sever", "Северный округ", "северный ОКРУГ"])
def test_territory_is_named_by_id_or_by_its_name(scored: Path, capsys: Captured, name: str) -> None:
    assert told(scored, capsys, "--territory", name).startswith("Северный округ, 2026 год.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--framework", "svoja"], "Системы показателей «svoja» нет. Может быть, svoya (Своя)?"),
        (["--framework", "muya-2023"], "За системой показателей «muya-2023» база не следит."),
        (["--territory", "severny"], "Территории «severny» в этой базе нет. Может быть, sever"),
        (["--territory", "луна"], "Территории «луна» в этой базе нет.\nЕсть: region, okrug, sever, yug."),
        (["--territory", ""], "Территории «» в этой базе нет."),
        (["--framework", ""], "Системы показателей «» нет."),
        (["--territory", "sever", "--territory", "yug"], "--territory: названо дважды."),
        (["--year", "2024", "--year", "2025"], "--year: названо дважды."),
        (["--framework", "svoya", "--framework", "svoya"], "--framework: названо дважды."),
        (["--year", "25"], "--year: «25» — не год. Напишите четыре цифры: 2025."),
        (["--format", "xml"], "--format: такого значения нет. Есть: text, json, csv."),
    ],
)
def test_unknown_name_ends_with_two_and_the_nearest(
    scored: Path, capsys: Captured, options: list[str], message: str
) -> None:
    assert run(scored, *options) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(message)


def test_day_decides_the_state(scored: Path, capsys: Captured) -> None:
    options = ("--year", "2025", "--territory", "okrug")

    def state(as_of: str) -> tuple[str, str]:
        found = document(scored, capsys, *options, as_of=as_of)
        [of_young] = [each for each in found["assessments"] if each["statement"] == "s-young"]
        return of_young["state"], of_young["state_text"]

    # The rows are of 31 December, because they name no day of their own.
    assert state("2026-11-22") == ("reached", "достигнут")
    assert state("2025-12-30") == ("not-due", "срок не наступил")
    assert state("2025-12-31") == ("reached", "достигнут")


def test_json_holds_definitions_values_grounds_and_states(scored: Path, capsys: Captured) -> None:
    found = document(scored, capsys, "--year", "2025", "--territory", "okrug")
    assert (found["schema_version"], found["as_of"], found["base"]["small_group"]) == (1, AS_OF, 5)
    [score] = [each for each in found["scores"] if each["indicator"] == "young"]
    kept = {name: score[name] for name in ("name", "year", "value", "exact", "absence", "status", "moment")}
    assert kept == {
        "name": "Пробный муниципальный округ", "year": 2025, "value": 65.0, "exact": "65",
        "absence": "none", "status": "preliminary", "moment": "2025-12-31",
    }  # fmt: skip
    [ground] = score["numerator"]["counted"]
    assert (ground["amount"], ground["file"], ground["line"]) == (13, "monitoring/2025.csv", 2)
    assert {each["id"] for each in found["indicators"]} >= {"young", "teams", "load", "ready"}
    [target] = [
        target
        for each in found["statements"] if each["id"] == "s-young"
        for target in each["targets"] if target["year"] == 2024
    ]  # fmt: skip
    assert (target["raw"], target["value"], target["text"]) == ("*", None, "")


def test_framework_alone_is_told_in_its_order(scored: Path, capsys: Captured) -> None:
    change(scored, "region.yml", "frameworks: [svoya]", "frameworks: [svoya, concept-2020]")
    found = document(scored, capsys, "--framework", "concept-2020", "--year", "2024")
    assert [each["id"] for each in found["frameworks"]] == ["concept-2020"]
    assert {each["framework"] for each in found["assessments"]} == {"concept-2020"}
    assert "young" not in {each["indicator"] for each in found["scores"]}


def test_statement_that_the_region_dropped_is_told_with_the_reason(scored: Path, capsys: Captured) -> None:
    dropped = "name: команды, dropped: true, dropped_reason: Команд нет.,"
    change(scored, "reference/frameworks/svoya.yml", "name: команды,", dropped)
    text = " ".join(told(scored, capsys, "--year", "2025").split())
    assert "Регион исключил пункт «команды»: Команд нет." in text
    found = document(scored, capsys, "--year", "2025")
    [of_teams] = [each for each in found["statements"] if each["id"] == "s-teams"]
    assert of_teams["dropped_reason"] == "Команд нет."
    assert "s-teams" not in {each["statement"] for each in found["assessments"]}


def test_year_that_has_not_begun_is_told_once(scored: Path, capsys: Captured) -> None:
    out = told(scored, capsys, "--year", "2026", "--territory", "okrug", as_of="2025-12-31")
    text = " ".join(out.split())
    # The young have a target of 2026 in one list and none in another; the value is said to be to come.
    assert "не менее 40 % срок не наступил young срок — 31 декабря 2026 г." in text
    assert "2026 год ещё не начался" in text
    assert "срок не наступил: 2026 год" not in text


def test_reached_goal_is_told_alike_of_a_number_and_of_yes(tmp_path: Path, capsys: Captured) -> None:
    root = write_scored_base(tmp_path / "base", y2025="young;okrug;13;20 ready;okrug;1;1")
    found = rows(root, capsys, "--year", "2025", "--territory", "okrug")
    goals = {each["пункт"]: each["до цели"] for each in found if each["состояние"] == "достигнут"}
    assert goals == {"s-young": "цель достигнута", "s-ready": "цель достигнута"}
    # Before the year is over nothing is reached yet: the command says what the pages say.
    write_rows(root, 2025, "young;okrug;13;20;;2025-11-01 ready;okrug;1;1;;2025-11-01")
    out = told(root, capsys, "--year", "2025", "--territory", "okrug", as_of="2025-12-01")
    early = document(root, capsys, "--year", "2025", "--territory", "okrug", as_of="2025-12-01")
    told_early = {each["statement"]: (each["to_goal"] or {}).get("text") for each in early["assessments"]}
    assert (told_early["s-young"], told_early["s-ready"]) == ("уже отвечает цели", "уже отвечает цели")
    assert " ".join(out.split()).count("срок не наступил; уже") == 2
    assert "достигнут" not in out


def test_target_that_is_not_set_was_not_set_late(tmp_path: Path, capsys: Captured) -> None:
    root = write_scored_base(tmp_path / "base", y2024="young;okrug;13;20")
    found = document(root, capsys, "--year", "2024", "--territory", "okrug")
    late = {each["statement"]: each["is_retrospective"] for each in found["assessments"]}
    assert (late["s-young"], late["s-past"]) == (False, True)  # «*», and 20 %, both of an act of 2025
    text = " ".join(told(root, capsys, "--year", "2024", "--territory", "okrug").split())
    assert "«*»: не установлено; цель" not in text


def test_csv_opens_in_a_spreadsheet(scored: Path, capsys: Captured) -> None:
    found = rows(scored, capsys, "--year", "2025", "--territory", "sever")
    [row] = [each for each in found if each["пункт"] == "s-young"]
    assert row["показатель"] == "young"
    assert row["название территории"] == "Северный округ"
    assert (row["значение"], row["числитель"], row["знаменатель"]) == ("27,5", "11", "40")
    assert (row["цель в документе"], row["состояние"]) == ("30", "не достигнут")
    assert row["до цели"].replace("\u00a0", " ") == "до цели 1 человек"
    assert (row["файл"], row["строка"]) == ("monitoring/2025.csv", "3")


def test_no_cell_is_taken_for_a_formula(scored: Path, capsys: Captured) -> None:
    text = (scored / "monitoring/2025.csv").read_text("utf-8")
    row = 'teams;sever;3;4;;;"=HYPERLINK(""https://example.org"")";;\n'
    write(scored, "monitoring/2025.csv", text + row)
    [found] = [
        each
        for each in rows(scored, capsys, "--year", "2025", "--territory", "sever")
        if each["показатель"] == "teams"
    ]
    assert found["источник"] == '\'=HYPERLINK("https://example.org")'


def test_small_group_is_told_nowhere(tmp_path: Path, capsys: Captured) -> None:
    # Of the hidden two, 707 and 909 stand in no other number of the base.
    root = write_scored_base(
        tmp_path / "base", y2025="young;okrug;707;909 young;sever;1;3 young;yug;6000;9000"
    )
    for form in ("text", "json", "csv"):
        for territory in ("region", "okrug", "sever", "yug"):
            assert run(root, "--year", "2025", "--territory", territory, "--format", form) == 0
            out = capsys.readouterr().out
            assert "707" not in out
            assert "909" not in out
    found = document(root, capsys, "--year", "2025", "--territory", "sever")
    [score] = [each for each in found["scores"] if each["indicator"] == "young"]
    assert (score["absence"], score["reason"], score["value"]) == ("hidden", "скрыто: малая группа", None)
    assert [score[part]["value"] for part in ("numerator", "denominator")] == [None, None]
    assert [score[part]["counted"][0]["amount"] for part in ("numerator", "denominator")] == [None, None]
    assert {each["to_goal"] for each in found["assessments"] if each["indicator"] == "young"} == {None}


def test_value_is_never_rounded_onto_a_target_that_is_not_reached(tmp_path: Path, capsys: Captured) -> None:
    root = write_scored_base(tmp_path / "base", y2025="young;okrug;2996;10000 young;sever;299999;1000000")

    def shown(territory: str) -> tuple[str, str]:
        found = document(root, capsys, "--year", "2025", "--territory", territory)
        [score] = [each for each in found["scores"] if each["indicator"] == "young"]
        return score["text"], score["formula"]

    # 2 996 of 10 000 are 29,96 %, 299 999 of a million 29,9999 %; the target is 30 %.
    assert shown("okrug") == ("29,96 %", "2 996 / 10 000 × 100 = 29,96 %")
    assert shown("sever") == ("менее 30 %", "299 999 / 1 000 000 × 100 — менее 30 %")


def test_statement_for_the_region_is_not_assessed_for_a_territory(scored: Path, capsys: Captured) -> None:
    change(scored, "reference/frameworks/svoya.yml", "name: команды,", "name: команды, applies_to: region,")

    def assessed(territory: str) -> set[str]:
        found = document(scored, capsys, "--year", "2025", "--territory", territory)
        return {each["statement"] for each in found["assessments"]}

    assert "s-teams" in assessed("region")
    assert assessed("region") - assessed("okrug") == {"s-teams"}
    text = " ".join(told(scored, capsys, "--year", "2025", "--territory", "okrug").split())
    assert "не оценивается: пункт" in text


def test_record_with_an_error_is_not_counted(scored: Path, capsys: Captured) -> None:
    change(
        scored,
        "reference/organizations.yml",
        "  kind: iro",
        "  kind: iro\n  programs_complete_on: 2025-12-01",
    )
    whole = document(scored, capsys, "--year", "2025")
    add(scored, "programs/kurs.yml", "lishnee: 1\n")
    assert run(scored, "--year", "2025", "--format", "json") == 0
    out, err = capsys.readouterr()
    values = [
        [each["denominator"]["value"] for each in found["scores"] if each["indicator"] == "fr-programs-share"]
        for found in (whole, json.loads(out))
    ]
    assert values == [[1, 1], [None]]  # the region and the institute; nothing is left without the program
    assert err.startswith("В базе 1\u00a0ошибка: что в них не так, скажет metodbank check.")


def test_base_without_indicators_says_so(tmp_path: Path, capsys: Captured) -> None:
    root = write_base(tmp_path / "base")
    assert run(root) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Показателей нет: база не следит ни за одной системой")
    found = document(root, capsys)
    assert (found["scores"], found["frameworks"], found["indicators"]) == ([], [], [])


def test_folder_without_a_base_ends_with_one(tmp_path: Path, capsys: Captured) -> None:
    assert run(tmp_path) == 1
    assert "region.yml" in capsys.readouterr().err


def test_help_leads_with_examples(capsys: Captured) -> None:
    assert cli.run(["indicators", "--help"]) == 0
    out = capsys.readouterr().out
    assert out.index("Примеры:") < out.index("Опции:")
    assert "metodbank indicators --framework concept-2020" in out
