"""The command line: what it prints where, and with which code it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge_bases import add, change, write, write_base
from metodbank import __version__
from metodbank.cli import run

DAY = ["--as-of", "2026-11-22"]
FIELDS = ["file", "line", "column", "code", "severity", "field", "message", "remedy", "value", "suggestion"]
Captured = pytest.CaptureFixture[str]


def check(root: Path, *options: str) -> int:
    return run(["--root", str(root), "check", *DAY, *options])


def test_sound_base_ends_with_nought(root: Path, capsys: Captured) -> None:
    assert check(root) == 0
    assert capsys.readouterr() == ("", "Замечаний нет.\n")


def test_problems_are_told_on_stdout_and_counted_on_stderr(root: Path, capsys: Captured) -> None:
    change(root, "practices/primer.yml", "organization: shkola", "organization: shkolla")
    change(root, "programs/kurs.yml", "title: Смысловое чтение", "title: Смысловое чтение.")
    assert check(root) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == "practices/primer.yml:8:15: ошибка MB202, поле «Организация»"
    assert lines[1] == "    Нет организации с идентификатором «shkolla»."
    assert lines[2].startswith("    → Вероятно, имелось в виду «shkola»")
    assert lines[3] == "programs/kurs.yml:1:8: предупреждение MB209, поле «Название»"
    assert len(lines) == 6
    assert err == "1\u00a0ошибка, 1\u00a0предупреждение, 0\u00a0сведений.\n"


def test_warnings_alone_end_with_nought(root: Path, capsys: Captured) -> None:
    change(root, "programs/kurs.yml", "title: Смысловое чтение", "title: Смысловое чтение.")
    assert check(root) == 0
    assert "MB209" in capsys.readouterr().out


def test_json_holds_every_problem_with_its_documented_keys(root: Path, capsys: Captured) -> None:
    change(root, "practices/primer.yml", "organization: shkola", "organization: shkolla")
    write(root, "files/primer/list.txt", "лист")
    assert check(root, "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["schema_version", "problems"]
    assert report["schema_version"] == 1
    assert [list(problem) for problem in report["problems"]] == [FIELDS, FIELDS]
    first, second = report["problems"]
    assert (first["file"], first["severity"], first["code"]) == ("files/primer/list.txt", "info", "MB216")
    assert (second["line"], second["column"], second["suggestion"]) == (8, 15, "shkola")


def test_json_of_a_sound_base_is_whole(root: Path, capsys: Captured) -> None:
    assert check(root, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {"schema_version": 1, "problems": []}


def test_base_without_region_file_ends_with_one(root: Path, capsys: Captured) -> None:
    (root / "region.yml").unlink()
    assert check(root) == 1
    assert "region.yml:1:1: ошибка MB217" in capsys.readouterr().out
    assert run(["--root", str(root), "build", "--out", str(root / "site")]) == 1
    assert not (root / "site").exists()


def test_folder_of_the_base_need_not_be_the_working_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    write_base(tmp_path / "база с пробелом")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert run(["--root", "../база с пробелом", "check", *DAY]) == 0
    monkeypatch.chdir(tmp_path / "база с пробелом")
    assert run(["check", *DAY]) == 0
    assert capsys.readouterr().err == "Замечаний нет.\n" * 2


@pytest.mark.parametrize("name", ["nothing", "file.txt", "a\u0301"])
def test_root_that_is_no_folder_is_wrong_usage(tmp_path: Path, name: str, capsys: Captured) -> None:
    write(tmp_path, "file.txt", "x")
    for command in ("check", "build"):
        assert run(["--root", str(tmp_path / name), command]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err == f"Папки «{tmp_path / name}» нет. Укажите корень базы: --root ПАПКА.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "Такой команды нет. Есть: check, build"),
        (["--rot", "x"], "Опции --rot нет. Может быть, --root?"),
        (["check", "--nothing"], "Опции --nothing нет."),
        (["check", "--format", "xml"], "--format: такого значения нет. Есть: text, json."),
        (
            ["check", "--as-of", "22.11.2026"],
            "--as-of: «22.11.2026» — не дата. Напишите год, месяц и день: 2026-09-01.",
        ),
        (["check", "--as-of", "2026-02-30"], "--as-of: «2026-02-30» — не дата."),
        (["check", "--as-of"], "Опция --as-of написана не так: после неё нужно значение."),
        (["check", "lishnee"], "Лишнее слово в команде."),
        (["build", "--strict=yes"], "Опция --strict"),
    ],
)
def test_wrong_usage_ends_with_two_and_says_how_in_russian(
    arguments: list[str], message: str, capsys: Captured
) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(message), err
    assert err.splitlines()[-1].startswith("Подсказка: metodbank")
    assert "Error" not in err
    assert "Usage" not in err


@pytest.mark.parametrize("arguments", [[], ["--help"], ["check", "--help"], ["build", "--help"]])
def test_help_is_russian_and_leads_with_examples(arguments: list[str], capsys: Captured) -> None:
    assert run(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("Как вызвать: metodbank")
    assert out.index("Примеры:") < out.index("Опции:")
    for english in ("Usage", "Options", "Commands", "Show this message", "default"):
        assert english not in out


def test_version_is_that_of_the_package(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"metodbank {__version__}\n"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_first_and_last_day_of_the_calendar_are_days(root: Path, day: str) -> None:
    add(root, "practices/primer.yml", "created: 2026-01-01\n")
    assert run(["--root", str(root), "check", "--as-of", day]) == 0


def test_bug_ends_with_three_and_a_report(
    root: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as system:
        system.setattr("tempfile.tempdir", str(tmp_path))
        system.setattr("os.scandir", lambda folder: 1 / 0)
        assert check(root) == 3
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    [report] = tmp_path.glob("metodbank-report-*.txt")
    assert str(report) in err
    assert "Traceback" in report.read_text("utf-8")


@pytest.mark.parametrize("encoding", ["cp1251", "ascii", "utf-8"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_report_can_be_written_in_any_encoding_of_a_terminal(root: Path, encoding: str, form: str) -> None:
    change(root, "practices/primer.yml", "organization: shkola", "organization: shkolla")
    Path(os.fsdecode(os.fsencode(root / "practices") + b"/\xff\xfe.yml")).write_text("x", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "metodbank", "--root", root, "check", "--format", form],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode(encoding)
    assert b"MB202" in done.stdout
    assert b"Traceback" not in done.stderr
    if form == "json":
        assert len(json.loads(done.stdout.decode("utf-8"))["problems"]) == 2
