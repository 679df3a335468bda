"""Forms to begin with, the forms of the demonstration base, and LibreOffice opening what came of them."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from knowledge_bases import REPOSITORY
from metodbank import cli
from report_forms import AS_OF, fill, filled, lines_of, note_of, rows_of, sheet_of
from scored_bases import write_scored_base

FORMS = REPOSITORY / "forms"
NAMES = ("forma-monitoringa.xlsx", "analiticheskaya-spravka.docx")
SHOWN_AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1"
PATIENCE = 180
Captured = pytest.CaptureFixture[str]


def begin(root: Path, target: Path, *options: str) -> int:
    """Write a form to begin with."""
    return cli.run(["--root", str(root), "report", "--example", str(target), "--as-of", AS_OF, *options])


def texts(path: Path) -> list[list[str]]:
    """Return everything that a form says, by sheet and row or by paragraph."""
    if path.suffix == ".docx":
        return [[paragraph.text] for paragraph in Document(str(path)).paragraphs]
    return [row for sheet in load_workbook(path).worksheets for row in rows_of(sheet)]


@pytest.fixture(scope="module")
def reports(demonstration_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the forms of the demonstration base, filled."""
    folder = tmp_path_factory.mktemp("reports")
    for name in NAMES:
        shutil.copy(FORMS / name, folder / name)
        assert fill(demonstration_base, folder / name) == 1
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_the_forms_of_the_repository_are_what_the_command_writes(
    demonstration_base: Path, tmp_path: Path, name: str
) -> None:
    assert begin(demonstration_base, tmp_path / name) == 0
    assert texts(tmp_path / name) == texts(FORMS / name)


def test_the_spreadsheet_of_the_demonstration_base_says_what_its_pages_say(reports: Path) -> None:
    form = reports / NAMES[0]
    rows = rows_of(sheet_of(form, "Показатели"))
    assert rows[0] == ["Показатели системы научно-методического сопровождения: Приозёрская область, 2026 год"]
    by_number = {row[0]: row[3:] for row in rows[4:]}
    diagnosed = ["не менее 30\u00a0%", "33.1", "○ срок не наступил", "уже отвечает цели", "отчитались 4 из 4"]
    assert by_number["2.1"][:5] == diagnosed  # 390 of 1 180
    assert by_number["1.1"][:2] == ["не менее 55\u00a0%", "не рассчитывается"]
    assert by_number["3.1"][:2] == ["не более 90\u00a0чел.", "84.3"]
    units = {row[0]: row[2] for row in rows[4:] if len(row) > 2}
    assert (units["1.2"], *by_number["1.2"][:2]) == ("есть или нет", "наличие", "есть")
    places = {row[0]: row[3:] for row in rows_of(sheet_of(form, "По территориям"))[4:]}
    assert places["2.3"] == ["20.3", "21.1", "19.7", "нет данных", "18.6"]


def test_the_note_of_the_demonstration_base_says_what_its_pages_say(reports: Path) -> None:
    made = note_of(reports / NAMES[1])
    lines = [line.replace("\u00a0", " ") for line in lines_of(made)]
    told = "«Доля учителей, освоивших программы Федерального реестра, подобранные по диагностике»: 20,3 %3"
    known = "(предварительно; отчитались 3 из 4), цель — не менее 20 %"
    assert f"{told} {known}; уже отвечает цели по тем, кто отчитался (3 из 4)." in lines
    assert any(
        line.startswith("–\t3.3 ") and "47,8 % (предварительно), цель — не менее 50 %" in line
        for line in lines
    )
    assert len(made.element.body.xpath(".//wp:inline")) == 6


@pytest.mark.parametrize("name", ["forma.xlsx", "spravka.docx"])
def test_a_form_to_begin_with_is_the_same_again_and_can_be_filled(
    tmp_path: Path, name: str, capsys: Captured
) -> None:
    base = write_scored_base(tmp_path / "base", y2025="young;okrug;13;20;;;;; young;sever;11;40;;;;;")
    form = tmp_path / name
    assert begin(base, form, "--year", "2025") == 0
    content = form.read_bytes()
    assert begin(base, form, "--year", "2025") == 2
    assert begin(base, form, "--year", "2025", "--force") == 0
    assert form.read_bytes() == content
    capsys.readouterr()
    assert fill(base, form, "--year", "2025") == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "нет данных: значения за 2025 год нет" in said
    assert "Может быть" not in said  # every pair of brackets is understood
    assert "не территория" not in said


def test_a_base_that_follows_nothing_is_told_so(root: Path, tmp_path: Path, capsys: Captured) -> None:
    assert begin(root, tmp_path / "forma.xlsx") == 2
    assert "не следит ни за одной системой" in capsys.readouterr().err
    assert begin(root, tmp_path / "forma.xlsm") == 2


def test_wrong_usage_is_explained(root: Path, tmp_path: Path, capsys: Captured) -> None:
    assert cli.run(["--root", str(root), "report"]) == 2
    assert "Назовите форму" in capsys.readouterr().err
    both = ["--root", str(root), "report", str(tmp_path / "a.xlsx"), "--example", str(tmp_path / "b.xlsx")]
    assert cli.run(both) == 2


def converted(soffice: str, source: Path, kind: str, folder: Path) -> Path:
    """Have LibreOffice open a file and write it in another format; it may not complain."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    arguments = [soffice, "--headless", "--norestore", profile, "--convert-to", kind, "--outdir", str(folder)]
    done = subprocess.run(
        [*arguments, str(source)], capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    assert "Error" not in done.stdout + done.stderr
    return folder


@pytest.mark.office
def test_libreoffice_opens_both_and_shows_what_was_filled(reports: Path, tmp_path: Path) -> None:
    soffice = shutil.which("soffice") or ""
    if not soffice:
        message = "soffice не найден: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    sheet, made = (filled(reports / name) for name in NAMES)
    converted(soffice, sheet, SHOWN_AS_CSV, tmp_path)
    with (tmp_path / f"{sheet.stem}-По территориям.csv").open(encoding="utf-8", newline="") as file:
        rows = {row[0]: row[3:] for row in csv.reader(file, delimiter=";")}
    assert rows["2.3"] == ["20,3", "21,1", "19,7", "нет данных", "18,6"]  # with a Russian comma
    converted(soffice, made, "txt:Text (encoded):UTF8", tmp_path)
    text = (tmp_path / f"{made.stem}.txt").read_text("utf-8").replace("\u00a0", " ")
    assert "33,1 %" in text
    assert "На чём основаны числа" in text
    converted(soffice, made, "pdf", tmp_path)
    assert (tmp_path / f"{made.stem}.pdf").read_bytes().startswith(b"%PDF")
