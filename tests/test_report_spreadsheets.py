"""`metodbank report` and spreadsheets: what is put in, which ground it gets, what is kept and what is listed.

The base: in 2025 Округ 13 of 20 (approved), Север 11 of 40, Юг did not report; the target is 30. Where Юг
reports 3 of 4, a small group, it is hidden and Округ with it: of the others it is the smallest.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from knowledge_bases import add, write
from report_forms import fill, filled, new_spreadsheet, packed, parts, rows_of, sheet_of, spreadsheet
from scored_bases import HEADER, write_scored_base

Captured = pytest.CaptureFixture[str]
ROWS = """\
young;okrug;13;20;;;отчёт округа;утверждено prikaz;
young;sever;11;40;;;письмо;;
teams;region;1234;10000;;;;;
load;region;1180;14;;;;;
"""
NB = "\u00a0"
SMALL = "young;yug;3;4;;;;;\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    root = write_scored_base(tmp_path / "base")
    write(root, "monitoring/2025.csv", f"{HEADER}\n{ROWS}")
    return root


def test_a_cell_of_its_own_becomes_a_number_as_the_site_rounds_it(base: Path, tmp_path: Path) -> None:
    form = spreadsheet(
        tmp_path / "forma.xlsx",
        {
            "A1": "[young; okrug; 2025]",
            "A2": "[load; region; 2025]",
            "A3": "[teams; числитель; 2025]",
            "A4": " [young; okrug; 2025; цель] ",
            "A5": "[год]",
            "A6": "[young; okrug; год; знаменатель]",
        },
    )
    assert fill(base, form, "--year", "2025") == 0
    sheet = sheet_of(form)
    shown = [(sheet[f"A{row}"].value, sheet[f"A{row}"].number_format) for row in range(1, 7)]
    assert shown == [
        (65, "[$-419]#,##0.0"),
        (84.3, "[$-419]#,##0.0"),  # 1180 / 14 = 84.2857…
        (1234, "[$-419]#,##0"),
        (30, "[$-419]#,##0.0"),
        (2025, "0"),
        (20, "[$-419]#,##0"),
    ]
    written = parts(filled(form).read_bytes())["xl/worksheets/sheet1.xml"]
    assert b"<v>84.3</v>" in written  # to its last digit, no 84.29999


def test_every_filled_cell_has_a_note_with_its_ground(base: Path, tmp_path: Path) -> None:
    form = spreadsheet(tmp_path / "forma.xlsx", {"B2": "[young; okrug; 2025]", "B3": "[young; sever; 2025]"})
    assert fill(base, form) == 0
    sheet = sheet_of(form)
    assert sheet["B2"].comment is not None
    assert sheet["B2"].comment.text.replace("\u00a0", " ").split("\n") == [
        "молодые: Пробный муниципальный округ, 2025 год",
        "13 / 20 × 100 = 65 %",
        "На 31 декабря 2025 г.",
        "Утверждено: Приказ от 20 августа 2025 г. «О площадках»",
        "Источник: отчёт округа",
        "Файлы: monitoring/2025.csv:2",
        "Проверить: metodbank why young okrug 2025 --as-of 2026-11-22",
    ]
    assert sheet["B3"].comment is not None
    assert "Предварительно" in sheet["B3"].comment.text


def test_the_note_of_a_target_names_the_act_that_wants_it(base: Path, tmp_path: Path) -> None:
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": "[young; okrug; 2025; цель]"})
    assert fill(base, form) == 0
    comment = sheet_of(form)["A1"].comment
    assert comment is not None
    act = "Цель на 2025 год: «30» (Приказ Пробного министерства от 20.08.2025 № 1)"
    assert comment.text.split("\n")[0] == act


def test_the_clause_of_a_target_is_not_said_twice(base: Path, tmp_path: Path) -> None:
    path = base / "reference/frameworks/svoya.yml"
    text = path.read_text("utf-8").replace("2025 № 1\n", "2025 № 1, приложение\n")
    path.write_text(
        text.replace(
            "indicator: young, name: молодые", "clause: 'приложение, п. 1.1', indicator: young, name: молодые"
        ),
        "utf-8",
    )
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": "[young; okrug; 2025; цель]"})
    assert fill(base, form) == 0
    comment = sheet_of(form)["A1"].comment
    assert comment is not None
    act = "Цель на 2025 год: «30» (Приказ Пробного министерства от 20.08.2025 № 1, приложение, п. 1.1)"
    assert comment.text.split("\n")[0] == act


def test_brackets_that_cannot_be_filled_are_listed(base: Path, tmp_path: Path, capsys: Captured) -> None:
    cells = {
        "A1": "[young; okrug; 2025",
        "A2": '="Доля "&"[young; okrug; 2025]"',
        "A3": "［young; okrug; 2025］",
        "A4": "[young;\nokrug; 2025]",
        "B1": "[см. приложение; далее",
        "B2": '=IF(A1="[1]",1,2)',
    }
    form = spreadsheet(tmp_path / "forma.xlsx", cells)
    assert fill(base, form) == 1
    sheet = sheet_of(form)
    assert {place: sheet[place].value for place in cells} == cells
    said = " ".join(capsys.readouterr().err.split())
    assert "A1: [young; okrug; 2025 — скобка не закрыта" in said
    assert "A2: [young; okrug; 2025] — скобки внутри формулы" in said
    assert "A3: ［young; okrug; 2025］ — скобки не те" in said
    assert "скобки разорваны переводом строки" in said
    assert "Не заполнено: 4 места." in said
    listed = [row[2] for row in rows_of(sheet_of(form, "Основания")) if len(row) >= 5 and row[1] == "Форма"]
    assert sorted(listed) == ["A1", "A2", "A3", "A4"]
    assert sheet["A2"].comment.text.startswith("Не заполнено: скобки внутри формулы")


def test_text_around_the_brackets_stays_and_a_cell_may_ask_twice(base: Path, tmp_path: Path) -> None:
    text = "Доля [young; okrug; 2025], цель — [young; okrug; 2025; цель] [1], [прим. ред.]"
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": text})
    assert fill(base, form) == 0
    cell = sheet_of(form)["A1"]
    assert cell.value == "Доля 65\u00a0%, цель — не менее 30\u00a0% [1], [прим. ред.]"
    assert cell.comment is not None
    assert cell.comment.text.count("Проверить:") == 1  # the same ground is told once


def test_what_the_cell_looks_like_is_respected(base: Path, tmp_path: Path) -> None:
    book, sheet = new_spreadsheet()
    for place, code in (("A1", "0.00%"), ("A2", "0.00"), ("A3", "@"), ("A4", '0.0"%"')):
        sheet[place] = "[young; okrug; 2025]"
        sheet[place].number_format = code
    sheet["A1"].font = Font(bold=True, color="FFAA0000")
    book.save(tmp_path / "forma.xlsx")
    assert fill(base, tmp_path / "forma.xlsx") == 0
    sheet = sheet_of(tmp_path / "forma.xlsx")
    assert [(sheet[f"A{row}"].value, sheet[f"A{row}"].number_format) for row in (1, 2, 3, 4)] == [
        (0.65, "0.00%"),
        (65, "0.00"),
        (65, "[$-419]#,##0.0"),
        (65, '0.0"%"'),  # the sign is text there, not a share
    ]
    assert sheet["A1"].font.b
    assert sheet["A1"].font.color.rgb == "FFAA0000"


def test_libreoffice_names_the_general_format_in_its_own_way(base: Path, tmp_path: Path) -> None:
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": "[young; okrug; 2025]"})
    content = parts(form.read_bytes())
    own = b'<numFmts count="1"><numFmt numFmtId="164" formatCode="General"/></numFmts>'
    styles = content["xl/styles.xml"].replace(b'<numFmts count="0"/>', own)
    head, cells, tail = styles.partition(b"<cellXfs")
    assert own in head
    content["xl/styles.xml"] = head + cells + tail.replace(b'numFmtId="0"', b'numFmtId="164"', 1)
    form.write_bytes(packed(content))
    assert fill(base, form) == 0
    assert sheet_of(form)["A1"].number_format == "[$-419]#,##0.0"


def test_every_field_can_be_asked_for_by_id_title_or_number(base: Path, tmp_path: Path) -> None:
    cells = {
        "[Молодые; Северный округ; 2025; числитель]": 11,
        "[svoya s-young; sever; 2025; знаменатель]": 40,
        "[Своя s-young; 2025 год; sever]": 27.5,
        "[young; sever; 2025; состояние]": "✕ не достигнут",
        "[young; sever; 2025; цель словами]": f"не менее 30{NB}%",
        "[load; region; 2025; цель словами]": f"не более 250{NB}чел.",
        "[young; 2025; sever; до цели]": "до цели 1\u00a0человек",  # 30 % of 40 are 12
        "[young; sever; 2025; формула]": "11 / 40 × 100 = 27,5\u00a0%",
        "[young; sever; 2025; статус]": "предварительно",
        "[young; okrug; 2025; статус]": f"утверждено: Приказ от 20{NB}августа{NB}2025{NB}г. «О площадках»",
        "[young; sever; 2025; дата]": "31\u00a0декабря\u00a02025\u00a0г.",
        "[young; sever; 2025; источник]": "письмо",
        "[young; sever; 2025; охват]": "сведения есть",
        "[young; название]": "молодые",
        "[svoya s-young; название]": "молодые",
        "[young; единица]": "процент",
        "[дата]": "22\u00a0ноября\u00a02026\u00a0г.",
        "[Регион]": "Пробная область",
        "[система]": "Своя система показателей",
        "[база]": "Проба",
        "[оператор]": "Пробный институт развития образования",
    }
    asked = {f"A{row}": text for row, text in enumerate(cells, 1)}
    form = spreadsheet(tmp_path / "forma.xlsx", asked)
    assert fill(base, form) == 0
    sheet = sheet_of(form)
    assert {text: sheet[place].value for place, text in asked.items()} == cells


def test_what_is_not_there_is_words_and_is_listed_with_its_reason(
    base: Path, tmp_path: Path, capsys: Captured
) -> None:
    add(base, "monitoring/2025.csv", SMALL)
    cells = {
        "A1": "[young; okrug; 2024]",
        "A2": "[young; yug; 2025]",
        "A3": "[young; yug; 2025; числитель]",
        "A4": "[roadmap-completion; 2025]",
        "A5": "[young; sever; 2030]",
    }
    form = spreadsheet(tmp_path / "forma.xlsx", cells)
    assert fill(base, form) == 1
    sheet = sheet_of(form)
    values = [sheet[place].value for place in cells]
    hidden = "скрыто: малая группа"
    assert values == ["нет данных", hidden, hidden, "не рассчитывается", "срок не наступил"]
    said = " ".join(capsys.readouterr().err.split())
    for place in cells:
        assert f"лист «Форма», {place}: {cells[place]} —" in said
    assert "Не заполнено: 5 мест." in said
    listed = rows_of(sheet_of(form, "Основания"))
    assert [row[2] for row in listed if len(row) == 5 and row[1] == "Форма"] == list(cells)


def test_a_hidden_group_is_nowhere_in_the_file(base: Path, tmp_path: Path) -> None:
    add(base, "monitoring/2025.csv", SMALL)
    asked = ["значение", "числитель", "знаменатель", "формула", "до цели", "состояние", "источник", "охват"]
    cells = {f"A{row}": f"[young; yug; 2025; {field}]" for row, field in enumerate(asked, 1)}
    form = spreadsheet(tmp_path / "forma.xlsx", cells)
    assert fill(base, form) == 1
    content = parts(filled(form).read_bytes())
    notes = next(raw for name, raw in content.items() if "comments" in name).decode()
    assert "3 / 4" not in notes
    assert "75" not in notes
    assert "скрыто: малая группа" in notes
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        assert b"75\xc2\xa0%" not in content[name]


def test_what_nobody_understands_stays_marked_with_a_near_name(
    base: Path, tmp_path: Path, capsys: Captured
) -> None:
    cells = {
        "A1": "[yuong; okrug; 2025]",
        "A2": "[young; okurg; 2025]",
        "A3": "[young; okrug; 20255]",
        "A4": "[young; okrug; sever]",
        "A5": "[svoya s-net; 2025]",
        "A6": "[таблица; svoya]",
        "A7": "[young; okrug; 2025; значние]",
    }
    form = spreadsheet(tmp_path / "forma.xlsx", cells)
    assert fill(base, form) == 1
    sheet = sheet_of(form)
    for place, text in cells.items():
        assert sheet[place].value == text
        assert sheet[place].fill.fgColor.rgb == "FFFFF2CC"
        assert sheet[place].comment is not None
        assert sheet[place].comment.text.startswith("Не заполнено: ")
    said = " ".join(capsys.readouterr().err.split())
    for words in (
        "показателя «yuong» нет. Может быть, young (молодые)?",
        "Может быть, okrug (Пробный муниципальный округ)?",
        "территория: сказано дважды",
        "В системе показателей svoya нет пункта «s-net». Есть: s-young, s-teams,",
        "«таблица» бывает только в справке Word",
        "Может быть, значение?",
    ):
        assert words in said, words


def test_everything_else_of_the_form_is_kept(base: Path, tmp_path: Path) -> None:
    book, sheet = new_spreadsheet()
    sheet["A1"] = "[young; okrug; 2025]"
    sheet["B1"] = "=A1*2"
    sheet["C1"] = "Итого"
    sheet["C1"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.merge_cells("C1:D2")
    sheet.column_dimensions["A"].width = 33
    sheet["E1"].comment = Comment("Спросить в округе", "методист")
    sheet["A2"] = "[young; sever; 2025]"
    sheet["A2"].comment = Comment("Уточнить", "методист")
    check = DataValidation(type="list", formula1='"да,нет"')
    check.add("F1")
    sheet.add_data_validation(check)
    other = book.create_sheet("Справочник")
    other["A1"] = "как есть"
    chart = BarChart()
    chart.add_data(Reference(other, min_col=1, min_row=1))
    other.add_chart(chart, "C3")
    book.save(tmp_path / "forma.xlsx")
    form = tmp_path / "forma.xlsx"
    before = form.read_bytes()
    assert fill(base, form) == 0
    assert form.read_bytes() == before
    report = load_workbook(filled(form))
    assert report.sheetnames == ["Форма", "Справочник", "Основания"]
    got = report["Форма"]
    assert (got["B1"].value, got["C1"].value, got["C1"].fill.fgColor.rgb) == ("=A1*2", "Итого", "FF00FF00")
    assert [str(each) for each in got.merged_cells.ranges] == ["C1:D2"]
    assert got.column_dimensions["A"].width == 33
    assert [str(each.sqref) for each in got.data_validations.dataValidation] == ["F1"]
    assert got["E1"].comment.text == "Спросить в округе"
    assert got["A2"].comment.text.startswith("Уточнить\n\nмолодые: Северный округ")
    old, new = parts(before), parts(filled(form).read_bytes())
    for part in ("worksheets/sheet2.xml", "theme/theme1.xml", "charts/chart1.xml", "drawings/drawing1.xml"):
        assert new[f"xl/{part}"] == old[f"xl/{part}"]


def test_what_formulas_came_to_before_is_forgotten(base: Path, tmp_path: Path) -> None:
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": "[young; okrug; 2025]", "B1": "=A1*2"})
    content = parts(form.read_bytes())
    sheet = "xl/worksheets/sheet1.xml"
    content[sheet] = re.sub(rb"</f><v ?/?>(</v>)?", b"</f><v>9876</v>", content[sheet])
    assert b"9876" in content[sheet]
    form.write_bytes(packed(content))
    assert fill(base, form) == 0
    got = parts(filled(form).read_bytes())
    assert b"<f>A1*2</f>" in got[sheet]
    assert b"9876" not in got[sheet]
    assert b'fullCalcOnLoad="1"' in got["xl/workbook.xml"]


def test_a_heading_of_a_table_is_left_as_it_is(base: Path, tmp_path: Path) -> None:
    book, sheet = new_spreadsheet()
    sheet.append(["[год]", "Доля"])
    sheet.append(["округ", "[young; okrug; 2025]"])
    sheet.add_table(Table(displayName="Svod", ref="A1:B2"))
    book.save(tmp_path / "forma.xlsx")
    assert fill(base, tmp_path / "forma.xlsx") == 1
    sheet = sheet_of(tmp_path / "forma.xlsx")
    assert (sheet["A1"].value, sheet["B2"].value) == ("[год]", 65)


def test_the_year_of_the_report_makes_a_form_good_for_the_next_year(base: Path, tmp_path: Path) -> None:
    write(base, "monitoring/2024.csv", f"{HEADER}\nyoung;okrug;5;20;;;;;\n")
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": "[young; okrug]", "B1": "[young; okrug; год-1]"})
    assert fill(base, form, "--year", "2025") == 0
    assert [sheet_of(form)[place].value for place in ("A1", "B1")] == [65, 25]


def test_one_form_gives_the_same_bytes_again(base: Path, tmp_path: Path) -> None:
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": "[young; okrug; 2025]", "A2": "[yung; okrug]"})
    for name in ("one.xlsx", "two.xlsx"):
        assert fill(base, form, "--out", str(tmp_path / name)) == 1
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.xlsx") as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}


def test_a_form_that_asks_nothing_is_said_to_ask_nothing(
    base: Path, tmp_path: Path, capsys: Captured
) -> None:
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": "просто [1]"})
    assert fill(base, form) == 0
    assert "В форме ничего не спрошено" in capsys.readouterr().err
    assert load_workbook(filled(form)).sheetnames == ["Форма"]
