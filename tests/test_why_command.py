"""`metodbank why`: the formula, what was counted and left out with its place, and who asks for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from json_schemas import faults
from knowledge_bases import add, change, write
from metodbank import cli
from metodbank.open_data.writing import indicators_schema
from scored_bases import HEADER, write_scored_base

Captured = pytest.CaptureFixture[str]
AS_OF = "2026-11-22"
ROWS = """\
young;okrug;13;20;;;отчёт;утверждено prikaz;сверено
young;sever;10;40;;2025-11-01;первый отчёт;;
young;sever;11;40;;2025-12-01;второй отчёт;;
young;yug;;;29,96;;письмо;;
young;region;26;60;;;сводка;;
"""
KURS = """\
title: Курс {number}
status: published
kind: pk
hours: 36
study_form: full-time
annotation: Разбираем уроки.
audience: [teacher]
difficulties: [reading-comprehension]
organization: {organization}
federal_register: {register}
contact: {{who: методический кабинет, phone: "+7 (000) 000-00-00"}}
"""


@pytest.fixture
def scored(tmp_path: Path) -> Path:
    """Return a base with figures of 2025: a corrected one, one without parts, one of the region's own."""
    root = write_scored_base(tmp_path / "base")
    write(root, "monitoring/2025.csv", f"{HEADER}\n{ROWS}")
    return root


def run(root: Path, *words: str, as_of: str = AS_OF) -> int:
    return cli.run(["--root", str(root), "why", *words, "--as-of", as_of])


def told(root: Path, captured: Captured, *words: str, as_of: str = AS_OF) -> str:
    """Return what the command prints as one line, with ordinary spaces."""
    assert run(root, *words, as_of=as_of) == 0
    return " ".join(captured.readouterr().out.split())


def document(root: Path, captured: Captured, *words: str, as_of: str = AS_OF) -> Any:
    assert run(root, *words, "--format", "json", as_of=as_of) == 0
    return json.loads(captured.readouterr().out)


def write_programs(root: Path) -> None:
    """Write three programs of the institute, which says that they are all, and one of the school.

    Of the institute's the first is in the register from March 2025 to March 2026, the second is to come to
    an end in 2024, the third waits.
    """
    change(
        root, "reference/organizations.yml", "  kind: iro", "  kind: iro\n  programs_complete_on: 2025-01-01"
    )
    (root / "programs/kurs.yml").unlink()
    included = "{state: included, number: '1', included_on: 2025-03-01, valid_until: 2026-03-01}"
    write(root, "programs/a.yml", KURS.format(number=1, organization="iro", register=included))
    write(root, "programs/b.yml", KURS.format(number=2, organization="iro", register="{state: unknown}"))
    add(root, "programs/b.yml", "active: {to: 2024-12-31}\n")
    write(root, "programs/c.yml", KURS.format(number=3, organization="iro", register="{state: pending}"))
    write(root, "programs/d.yml", KURS.format(number=4, organization="shkola", register="{state: unknown}"))


def test_formula_and_every_row_with_its_place(scored: Path, capsys: Captured) -> None:
    text = told(scored, capsys, "young", "2025")
    # 13 + 11 of 20 + 40; the figure without parts is left out of the sum.
    assert text.startswith(
        "молодые: Пробная область, 2025 год Доля «молодые» На 31 декабря 2025 г. 40 % 24 / 60"
    )
    assert "24 / 60 × 100 = 40 %" in text
    assert "отчитались 2 из 3 предварительно" in text
    assert "Числитель: молодые сделавшие — 24 человека" in text
    assert "Пробный муниципальный округ — 13 (monitoring/2025.csv:2; утверждено: Приказ от 20 августа" in text
    assert "отчёт; сверено)" in text
    assert "Северный округ — 11 (monitoring/2025.csv:4; предварительно; второй отчёт)" in text
    assert "Северный округ — 10: на 1 ноября 2025 г.; заменено значением на 1 декабря 2025 г." in text
    assert "Южный округ: без исходных данных (monitoring/2025.csv:5;" in text


def test_own_row_of_the_region_and_how_it_differs(scored: Path, capsys: Captured) -> None:
    # 26 of 60 are 43,3 %, 3,3 points more than 24 of 60.
    expected = (
        "своя строка территории (monitoring/2025.csv:6, предварительно): 43,3 % (26 / 60); "
        "отличие от суммы территорий: числитель +2, значение +3,3 п. п."
    )
    assert expected in told(scored, capsys, "young", "region", "2025")


def test_act_that_approved_the_figure(scored: Path, capsys: Captured) -> None:
    text = told(scored, capsys, "young", "okrug", "2025")
    assert "65 % 13 / 20 × 100 = 65 % утверждено: Приказ от 20 августа 2025 г. «О площадках»" in text


def test_who_asks_with_clause_name_targets_and_state(scored: Path, capsys: Captured) -> None:
    text = told(scored, capsys, "young", "okrug", "2025")
    assert "Своя: «молодые» Приказ Пробного министерства от 20.08.2025 № 1 (действует)" in text
    assert "2024: «*» — не установлена 2025:" in text  # nothing was set, so not late either
    assert "2024: «20» — не менее 20 %; сравнение выведено; задним числом" in text
    assert "2025: «30» — не менее 30 %" in text
    assert "→ достигнут (65 % — не менее 30 %)" in text
    assert "→ цель не установлена (документ называет показатель, но целей не устанавливает)" in text
    below = told(scored, capsys, "young", "sever", "2025")
    assert "→ не достигнут; до цели 1 человек (27,5 %, а цель — не менее 30 %)" in below


def test_definition_with_ambiguities_related_and_documents_not_followed(
    scored: Path, capsys: Captured
) -> None:
    text = told(scored, capsys, "fr-trained-share", "2025")
    assert "следует за: Прошли диагностику дефицитов (diagnostics-share) — нет данных: значения" in text
    assert "Спрашивают и другие документы, за ними база не следит Концепция ЕФС (Р-174):" in text
    assert "2024: «к 2024 году – не менее 30%» — не менее 30 %" in text
    assert "Прочитано так: Нужны оба." in text
    assert "Одна единица: Один педагогический работник" in text


def test_programs_are_counted_from_records_and_left_out_with_reasons(scored: Path, capsys: Captured) -> None:
    write_programs(scored)
    text = told(scored, capsys, "fr-programs-share", "2025")
    # At the end of 2025 two programs of the institute run, one of them is in the register.
    assert "1 / 2 × 100 = 50 % реестр программ полон у 1 из 2 организаций" in text
    assert "Посчитано: Курс 1 (programs/a.yml:10)" in text
    assert "Курс 2: Реализуется: по 31 декабря 2024 г., на 31 декабря 2025 г. — нет (programs/b.yml" in text
    assert "Курс 4: «Школа»: не отмечено, что реестр программ полон на 31 декабря 2025 г." in text
    # A record left out is shown in the line of the field that does not pass.
    assert "на 31 декабря 2025 г. — нет (programs/b.yml:12)" in text
    assert "полон на 31 декабря 2025 г. (programs/d.yml:9)" in text
    assert "Курс 3: Состояние в реестре: На рассмотрении (programs/c.yml:10)" in text
    assert "По организациям Институт: 1 / 2 × 100 = 50 %" in text


@pytest.mark.parametrize(
    ("as_of", "formula"),
    [("2025-02-28", ""), ("2025-03-01", "1 / 2 × 100 = 50 %"), ("2025-12-30", "1 / 2 × 100 = 50 %")],
)
def test_day_beyond_a_validity_date_moves_the_value(
    scored: Path, capsys: Captured, as_of: str, formula: str
) -> None:
    write_programs(scored)
    found = document(scored, capsys, "fr-programs-share", "2025", as_of=as_of)["score"]
    shown = found["formula"].replace("\u00a0", " ")
    assert shown == (formula or "0 / 2 × 100 = 0 %")
    assert found["moment"] == as_of


def test_value_of_a_year_after_the_end_of_validity(scored: Path, capsys: Captured) -> None:
    write_programs(scored)
    days = ("2026-03-01", "2026-03-02")
    values = [
        document(scored, capsys, "fr-programs-share", "2026", as_of=day)["score"]["value"] for day in days
    ]
    assert values == [50.0, 0.0]


def test_json_is_of_the_same_shape_as_the_data_of_the_site(scored: Path, capsys: Captured) -> None:
    write_programs(scored)
    schema = json.loads(indicators_schema())

    def wrong(value: Any, name: str) -> list[str]:
        return list(faults(value, schema["$defs"][name], schema))

    for words in (("young", "2025"), ("young", "yug", "2025"), ("fr-programs-share", "2025")):
        found = document(scored, capsys, *words)
        assert wrong(found["indicator"], "IndicatorData") == []
        for score in (found["score"], *found["inside"], *found["providers"], *found["related"]):
            assert wrong(score, "ScoreData") == []
        assert found["asking"]
        for each in found["asking"]:
            assert wrong(each["framework"], "FrameworkData") == []
            assert wrong(each["statement"], "StatementData") == []
            assert each["assessment"] is None or wrong(each["assessment"], "AssessmentData") == []


def test_year_may_stand_in_place_of_the_territory(scored: Path, capsys: Captured) -> None:
    assert told(scored, capsys, "young", "2025") == told(scored, capsys, "young", "region", "2025")
    assert told(scored, capsys, "young").startswith("молодые: Пробная область, 2026 год")


def test_indicator_with_an_error_is_said_to_be_set_aside(scored: Path, capsys: Captured) -> None:
    add(scored, "reference/indicators/young.yml", "lishnee: 1\n")
    assert run(scored, "young") == 2
    err = capsys.readouterr().err
    assert "Показатель «young» отложен из-за ошибки.\nreference/indicators/young.yml:" in err
    assert "Показателя «young» нет" not in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["young", ""], "Территории «» в этой базе нет."),
        (["yuong"], "Показателя «yuong» нет. Может быть, young (молодые)?"),
        (["молодье"], "Показателя «молодье» нет. Может быть, young (молодые)?"),
        (["young", "severr"], "Территории «severr» в этой базе нет. Может быть, sever (Северный округ)?"),
        (["young", "sever", "20"], "ГОД: «20» — не год."),
        (["young", "3025"], "«3025» — не год."),
        ([], "Не хватает: ПОКАЗАТЕЛЬ."),
    ],
)
def test_unknown_name_ends_with_two_and_the_nearest(
    scored: Path, capsys: Captured, words: list[str], message: str
) -> None:
    assert run(scored, *words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(message)


def test_indicator_is_named_by_its_short_title_too(scored: Path, capsys: Captured) -> None:
    assert told(scored, capsys, "Молодые", "2025") == told(scored, capsys, "young", "2025")


def test_small_group_and_what_was_written_beside_it_are_told_nowhere(
    tmp_path: Path, capsys: Captured
) -> None:
    root = write_scored_base(tmp_path / "base")
    rows = (
        "young;okrug;707;909;;;семьсот семь из отчёта;;было 909\n"
        "young;sever;1;3;;;одна из трёх;;одна уехала\n"
        "young;yug;6000;9000;;;свод;;\n"
    )
    write(root, "monitoring/2025.csv", f"{HEADER}\n{rows}")
    for territory in ("region", "okrug", "sever", "yug"):
        for form in ("text", "json"):
            assert run(root, "young", territory, "2025", "--format", form) == 0
            out = " ".join(capsys.readouterr().out.split())
            for secret in ("707", "909", "семьсот", "одна из трёх", "одна уехала"):
                assert secret not in out, (territory, form)
    assert "Северный округ — скрыто (monitoring/2025.csv:3; предварительно)" in told(
        root, capsys, "young", "2025"
    )
    assert "скрыто: малая группа" in told(root, capsys, "young", "sever", "2025")


def test_lines_fit_a_terminal(scored: Path, capsys: Captured) -> None:
    assert run(scored, "fr-trained-share", "2025") == 0
    out, err = capsys.readouterr()
    assert max(map(len, out.splitlines())) <= 100
    assert err == ""


def test_help_leads_with_examples(capsys: Captured) -> None:
    assert cli.run(["why", "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Как вызвать: metodbank why [ОПЦИИ] ПОКАЗАТЕЛЬ [ТЕРРИТОРИЯ] [ГОД]")
    assert out.index("Примеры:") < out.index("Опции:")


def test_note_about_a_related_indicator_follows_one_full_stop(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = told(root, capsys, "fr-trained-share", "region", "2024")
    assert "на 31 декабря 2024 г. Тот считает программы" in text
    assert "г.." not in text
