"""`metodbank report` and Word notes: brackets in text, blocks, charts, grounds and what is missing.

The base: Округ had 13 of 20 in 2025 and 5 of 20 in 2024, Север 11 of 40 in 2025, Юг did not report; the
target of 2025 is 30 %.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from openpyxl import load_workbook

from knowledge_bases import add, write
from metodbank.reporting.markup import parsed
from report_forms import fill, filled, lines_of, note, note_of, parts
from scored_bases import HEADER, write_scored_base

Captured = pytest.CaptureFixture[str]
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NB = "\u00a0"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    root = write_scored_base(tmp_path / "base")
    write(root, "monitoring/2024.csv", f"{HEADER}\nyoung;okrug;5;20;;;;;\n")
    rows = "young;okrug;13;20;;;отчёт;утверждено prikaz;\nyoung;sever;11;40;;;;;\nteams;region;3;10;;;;;\n"
    write(root, "monitoring/2025.csv", f"{HEADER}\n{rows}")
    return root


def test_brackets_split_over_runs_are_filled_in_the_look_of_their_first_letter(
    base: Path, tmp_path: Path
) -> None:
    form = tmp_path / "spravka.docx"
    made = Document()
    paragraph = made.add_paragraph("Доля: ")
    bold = paragraph.add_run("[you")
    bold.bold, bold.font.size = True, Pt(16)
    paragraph.add_run("ng; okr").italic = True
    paragraph.add_run("ug; 2025] и [прим.] далее")
    made.save(str(form))
    assert fill(base, form) == 0
    paragraph = note_of(form).paragraphs[0]
    assert paragraph.text == f"Доля: 65{NB}%1 и [прим.] далее"
    value = next(run for run in paragraph.runs if run.text == f"65{NB}%")
    assert (value.bold, value.font.size) == (True, Pt(16))
    assert [(link.text, link.fragment) for link in paragraph.hyperlinks] == [("1", "mb_osnovanie_1")]


def test_headers_footers_and_cells_of_tables_are_filled_too(base: Path, tmp_path: Path) -> None:
    form = tmp_path / "spravka.docx"
    made = Document()
    made.sections[0].header.paragraphs[0].text = "[регион], [год; ] год"
    made.sections[0].footer.paragraphs[0].text = "На [дата]"
    made.add_table(1, 1).cell(0, 0).text = "[young; sever; 2025; числитель]"
    made.save(str(form))
    assert fill(base, form, "--year", "2025") == 0
    got = note_of(form)
    assert got.sections[0].header.paragraphs[0].text == "Пробная область, 2025 год"
    assert got.sections[0].footer.paragraphs[0].text == f"На 22{NB}ноября{NB}2026{NB}г."
    assert got.tables[0].cell(0, 0).text == f"11{NB}человек1"


def test_a_framework_becomes_a_table_whose_head_is_repeated(base: Path, tmp_path: Path) -> None:
    form = note(tmp_path / "spravka.docx", "До", "[таблица; svoya; okrug; 2025]", "После")
    assert fill(base, form) == 1  # most indicators of the framework have no figures
    made = note_of(form)
    table = made.tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[:2] == [
        ["№", "Показатель", "Значение", "Цель", "Состояние", "До цели"],
        ["–", "молодые", f"65{NB}%1", f"не менее 30{NB}%", "✓ достигнут", "цель достигнута"],
    ]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert lines_of(made)[:2] == ["До", "После"]


def test_an_indicator_becomes_a_table_by_territory(base: Path, tmp_path: Path) -> None:
    form = note(tmp_path / "spravka.docx", "[территории; young; 2025]")
    assert fill(base, form) == 1
    rows = [[c.text.replace(NB, " ") for c in row.cells][:5] for row in note_of(form).tables[0].rows]
    of_two = "✓ достигнут по тем, кто отчитался (2 из 3)"
    assert rows == [
        ["Территория", "Значение", "Числитель", "Знаменатель", "Состояние"],
        ["Пробная область", "40 %1", "24 человека", "60 человек", of_two],
        ["Пробный муниципальный округ", "65 %2", "13 человек", "20 человек", "✓ достигнут"],
        # 30 % of 40 are 12
        ["Северный округ", "27,5 %3", "11 человек", "40 человек", "✕ не достигнут; до цели 1 человек"],
        ["Южный округ", "нет данных", "нет данных", "нет данных", "– нет данных"],
    ]


def test_before_the_term_each_territory_is_told_how_it_stands_now(base: Path, tmp_path: Path) -> None:
    rows = "young;okrug;8;20;;01.06.2026;;;\nyoung;sever;11;40;;01.06.2026;;;\n"
    write(base, "monitoring/2026.csv", f"{HEADER}\n{rows}")
    form = note(tmp_path / "spravka.docx", "[территории; svoya s-later; 2026]")
    assert fill(base, form) == 1
    states = [row.cells[4].text.replace(NB, " ") for row in note_of(form).tables[0].rows]
    assert states[1:] == [
        "○ срок не наступил; до цели 5 человек по тем, кто отчитался (2 из 3)",  # 19 of 60, 40 % are 24
        "○ срок не наступил; уже отвечает цели",
        "○ срок не наступил; до цели 5 человек",  # 40 % of 40 are 16
        "○ срок не наступил; данных пока нет",
    ]


def test_a_small_group_is_said_to_be_hidden_before_the_term_too(base: Path, tmp_path: Path) -> None:
    write(base, "monitoring/2026.csv", f"{HEADER}\nyoung;yug;3;4;;01.06.2026;;;\n")
    form = note(tmp_path / "spravka.docx", "[young; yug; 2026; состояние на день]")
    fill(base, form)
    assert lines_of(note_of(form))[0] == "○ срок не наступил; скрыто: малая группа"


def test_what_was_meant_as_brackets_and_is_none_is_marked_and_listed(base: Path, tmp_path: Path) -> None:
    form = note(tmp_path / "spravka.docx", "Доля [young; okrug; 2025", "и ［young; okrug］, [см. далее")
    assert fill(base, form) == 1
    made = note_of(form)
    assert lines_of(made)[:2] == ["Доля [young; okrug; 2025", "и ［young; okrug］, [см. далее"]
    marked = [r.text for p in made.paragraphs for r in p.runs if r.font.highlight_color is not None]
    assert marked == ["[young; okrug; 2025", "［young; okrug］"]
    listed = lines_of(made)[3:]
    assert [line.split(": ")[1] for line in listed] == ["скобка не закрыта", "скобки не те"]


def test_a_block_that_names_nothing_known_is_told_a_near_name(
    base: Path, tmp_path: Path, capsys: Captured
) -> None:
    form = note(tmp_path / "spravka.docx", "[график; no-such]", "[график; yuong]", "[таблица; своя система]")
    assert fill(base, form) == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "[график; no-such] — показателя «no-such» нет" in said
    assert "показателя «yuong» нет. Может быть, young (молодые)?" in said
    assert "системы показателей «своя система» нет. Может быть, svoya (Своя)?" in said


def test_a_statement_that_asks_whether_a_thing_is_there_is_told_so(base: Path, tmp_path: Path) -> None:
    add(base, "monitoring/2025.csv", "ready;region;6;10;;;;;\n")
    form = note(tmp_path / "spravka.docx", "[svoya s-cycle; единица], [svoya s-map-is; 2025; единица]")
    assert fill(base, form) == 0
    assert lines_of(note_of(form))[0] == "процент, есть или нет"


def test_lists_tell_what_is_below_the_target_and_who_is_silent(base: Path, tmp_path: Path) -> None:
    form = note(tmp_path / "spravka.docx", "[не достигнуты; svoya; 2025]", "Конец", "[нет данных; 2025]")
    assert fill(base, form) == 0
    lines = [line.replace(NB, " ") for line in lines_of(note_of(form))]
    short = "–\tкоманды: 30 % (предварительно; отчитались 0 из 3), цель — не менее 60 %; до цели 3 команды.1"
    assert lines[:2] == [short, "Конец"]
    assert "–\tмолодые: отчитались 2 из 3; нет сведений: Южный округ." in lines
    assert any(line.startswith("–\tпрограммы: ") for line in lines)


def test_a_chart_is_words_own_with_its_numbers_and_its_content_in_words(base: Path, tmp_path: Path) -> None:
    form = note(tmp_path / "spravka.docx", "[график; young; okrug; 2025]")
    assert fill(base, form) == 0
    content = parts(filled(form).read_bytes())
    chart = parsed(content["word/charts/mbchart1.xml"])
    series = chart.findall(f".//{CHART}ser")
    assert [[node.text for node in each.findall(f"{CHART}val//{CHART}v")] for each in series] == [
        ["25", "65"],
        ["30"],
    ]
    assert [node.text for node in series[0].findall(f"{CHART}cat//{CHART}v")] == ["2024", "2025", "2026"]
    drawn = note_of(form).element.body.xpath(".//wp:docPr")[0]
    about = drawn.get("descr").replace(NB, " ")
    assert about == (
        "молодые. Пробный муниципальный округ: 65 % в 2025 году, цель — не менее 30 %. "
        "2024: 25 %; 2025: 65 %, цель — не менее 30 %; 2026: нет данных"
    )
    book = load_workbook(BytesIO(content["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"]))
    rows = [*book["Данные"].iter_rows(values_only=True)]
    assert rows == [(None, "Значение", "Цель"), ("2024", 25, None), ("2025", 65, 30), ("2026", None, None)]


def test_a_chart_of_territories_says_in_words_who_has_no_number(base: Path, tmp_path: Path) -> None:
    form = note(tmp_path / "spravka.docx", "[график территорий; svoya s-young; 2025]")
    assert fill(base, form) == 0
    chart = parsed(parts(filled(form).read_bytes())["word/charts/mbchart1.xml"])
    bars = chart.findall(f".//{CHART}barChart/{CHART}ser")[0]
    labels = [(node.text or "").replace(NB, " ") for node in bars.findall(f"{CHART}cat//{CHART}v")]
    assert labels == [
        "Пробный муниципальный округ: 65 %",
        "Северный округ: 27,5 %",
        "Южный округ: нет данных",
    ]
    assert [node.text for node in bars.findall(f"{CHART}val//{CHART}v")] == ["65", "27.5"]


def test_grounds_are_numbered_in_the_order_of_the_note_and_stand_where_asked(
    base: Path, tmp_path: Path
) -> None:
    form = note(
        tmp_path / "spravka.docx",
        "[young; sever; 2025], [young; okrug; 2025], [young; sever; 2025; числитель]",
        "[основания]",
        "Подпись",
    )
    assert fill(base, form) == 0
    lines = [line.replace(NB, " ") for line in lines_of(note_of(form))]
    on_day = "На 31 декабря 2025 г."
    assert lines == [
        "27,5 %1, 65 %2, 11 человек1",
        (
            f"1.\tмолодые: Северный округ, 2025 год. 11 / 40 × 100 = 27,5 %. {on_day} Предварительно. Файлы: "
            "monitoring/2025.csv:3. Проверить: metodbank why young sever 2025 --as-of 2026-11-22."
        ),
        (
            f"2.\tмолодые: Пробный муниципальный округ, 2025 год. 13 / 20 × 100 = 65 %. {on_day} Утверждено: "
            "Приказ от 20 августа 2025 г. «О площадках». Источник: отчёт. Файлы: monitoring/2025.csv:2. "
            "Проверить: metodbank why young okrug 2025 --as-of 2026-11-22."
        ),
        "Подпись",
    ]


def test_without_a_place_for_them_grounds_and_what_is_missing_stand_at_the_end(
    base: Path, tmp_path: Path, capsys: Captured
) -> None:
    form = note(tmp_path / "spravka.docx", "Было [young; okrug; 2025] и [yuong; okrug].", "а [таблица] б")
    assert fill(base, form) == 1
    made = note_of(form)
    lines = lines_of(made)
    assert lines[0] == f"Было 65{NB}%1 и [yuong; okrug]."
    marked = [run.text for run in made.paragraphs[0].runs if run.font.highlight_color is not None]
    assert marked == ["[yuong; okrug]"]
    assert lines[2] == "Основания"
    assert lines[4] == "Не заполнено (удалите перед отправкой)"
    assert lines[5].startswith(
        "–\tабзац «Было [young; okrug; 2025] и [yuong; okrug].», [yuong; okrug]: показателя «yuong» нет."
    )
    assert "пишут отдельным абзацем" in lines[6]
    assert "Не заполнено: 2 места." in capsys.readouterr().err.replace(NB, " ")


def test_one_note_gives_the_same_bytes_again(base: Path, tmp_path: Path) -> None:
    form = note(tmp_path / "spravka.docx", "[график; young; okrug]", "[таблица; 2025]", "[основания]")
    for name in ("one.docx", "two.docx"):
        assert fill(base, form, "--out", str(tmp_path / name)) == 1
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
