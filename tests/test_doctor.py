"""`metodbank doctor`: what it sees on a machine and in a base, and what it tells to type."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from knowledge_bases import change, write
from metodbank import __version__
from metodbank.cli import run
from metodbank.commands.store_place import store_path
from metodbank.doctoring.requirements import parsed

DAY = ["--as-of", "2026-11-22"]
KEYS = ["id", "group", "title", "state", "seen", "type"]
Captured = pytest.CaptureFixture[str]
Report = dict[str, dict[str, str]]

WITHOUT_LIBRARIES = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        top = name.split(".")[0]
        if top not in {*sys.stdlib_module_names, "click", "metodbank"} and not top.startswith("_sysconfig"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
from metodbank.cli import run
sys.exit(run(sys.argv[1:]))
"""


def examined(root: Path, capsys: Captured, *options: str, code: int = 0) -> Report:
    """Return the examinations of the base by id."""
    assert run(["--root", str(root), "doctor", *DAY, "--format", "json", *options]) == code
    report = json.loads(capsys.readouterr().out)
    return {row["id"]: row for row in report["examinations"]}


def seen(row: dict[str, str]) -> tuple[str, str, str]:
    return row["state"], row["seen"], row["type"]


def built(root: Path, capsys: Captured, *options: str) -> None:
    assert run(["--root", str(root), "build", *DAY, *options]) == 0
    capsys.readouterr()


def git(root: Path, *words: str) -> None:
    own = ["-c", "user.name=Методкабинет", "-c", "user.email=metod@example.org"]
    subprocess.run(["git", *own, *words], cwd=root, check=True, capture_output=True)


def everything_in(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    }


def test_built_base_is_well_and_is_told_by_groups(root: Path, capsys: Captured) -> None:
    git(root, "init")
    built(root, capsys)
    write(root, ".gitignore", "site/\n")
    git(root, "add", ".")
    git(root, "commit", "-m", "Base")
    assert run(["--root", str(root), "doctor", *DAY]) == 0
    out = capsys.readouterr().out
    assert "База\n  ✓ Корень: " in out
    assert "  ✓ Записи: 18\u00a0записей на сайте\n" in out
    assert "  ✓ Построенный сайт: " in out
    assert "  ✓ Изменения: все изменения базы сохранены\n" in out
    assert "  ✓ Оформление: MkDocs 1.6" in out


def test_json_holds_every_examination_with_its_documented_keys(root: Path, capsys: Captured) -> None:
    assert run(["--root", str(root), "doctor", *DAY, "--format", "json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert list(report) == ["schema_version", "generator", "examinations"]
    assert (report["schema_version"], report["generator"]) == (1, f"metodbank {__version__}")
    assert all(list(row) == KEYS for row in report["examinations"])
    assert [row["id"] for row in report["examinations"]][:5] == [
        "python", "environment", "program", "libraries", "engine",
    ]  # fmt: skip
    troubled = [row for row in report["examinations"] if row["state"] != "ok"]
    assert troubled
    assert all(row["type"] for row in troubled)


def test_doctor_writes_nothing(root: Path, tmp_path: Path, capsys: Captured) -> None:
    git(root, "init")
    git(root, "add", ".")
    built(root, capsys)
    before = everything_in(tmp_path)
    store = store_path(root).parent
    stored = everything_in(store)
    examined(root, capsys)
    assert everything_in(tmp_path) == before
    assert everything_in(store) == stored


def test_doctor_is_heard_when_no_library_but_click_can_be_imported(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBRARIES, "--root", str(root), "doctor", *DAY],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.stderr == ""
    assert "✗ Библиотеки: помеха: нет cmarkgfm, jinja2, " in done.stdout
    assert "? Записи: неизвестно: не узнать без библиотеки pydantic" in done.stdout
    assert "✓ Корень: " in done.stdout
    assert "✓ Права: " in done.stdout
    assert done.returncode == 1


def test_folder_that_is_no_base_names_the_nearest_above_or_those_inside(
    root: Path, tmp_path: Path, capsys: Captured
) -> None:
    state, words, remedy = seen(examined(root / "practices", capsys, code=1)["root"])
    assert state == "fail"
    assert words.endswith(f"это не корень базы. Ближайшая база выше: {root}")
    assert remedy == f"metodbank --root {root} doctor"
    report = examined(tmp_path, capsys, code=1)
    assert report["root"]["seen"].endswith("это не корень базы. Базы внутри: base")
    assert report["root"]["type"] == f"metodbank --root {root} doctor"
    assert "records" not in report
    assert "site" not in report


def test_root_that_is_absent_is_said_once(tmp_path: Path, capsys: Captured) -> None:
    report = examined(tmp_path / "нет", capsys, code=1)
    assert [row["id"] for row in report.values() if row["state"] == "fail"] == ["root"]
    assert report["root"]["seen"] == f"папки «{tmp_path / 'нет'}» нет"


def test_records_with_errors_are_counted_and_hinder_nothing(root: Path, capsys: Captured) -> None:
    change(root, "practices/primer.yml", "organization: shkola", "organization: shkolla")
    change(root, "programs/kurs.yml", "status: published", "status: draft")
    state, words, remedy = seen(examined(root, capsys)["records"])
    assert state == "warn"
    assert "1 не опубликовано" in words
    assert "1 отложено из-за ошибок" in words
    assert words.endswith("1\u00a0ошибка")
    assert remedy == f"metodbank --root {root} check"


def test_region_with_errors_hinders_everything(root: Path, capsys: Captured) -> None:
    change(root, "region.yml", "level: regional", "level: [")
    assert seen(examined(root, capsys, code=1)["records"]) == (
        "fail",
        "region.yml с ошибками: базу не собрать",
        f"metodbank --root {root} check",
    )


def test_site_that_is_absent_or_of_another_version_or_old_is_to_be_built(
    root: Path, capsys: Captured
) -> None:
    build = f"metodbank --root {root} build"
    assert seen(examined(root, capsys)["site"]) == ("warn", f"в {root / 'site'} ещё не построен", build)
    built(root, capsys)
    assert examined(root, capsys)["site"]["state"] == "ok"
    write(root, "practices/primer.yml", (root / "practices" / "primer.yml").read_text("utf-8") + "\n")
    touched_later(root)
    words = "старше записей: practices/primer.yml изменён после сборки"
    assert seen(examined(root, capsys)["site"]) == ("warn", words, build)
    built(root, capsys, "--out", str(root.parent / "elsewhere"))
    assert seen(examined(root, capsys)["site"]) == ("warn", words, build)
    built(root, capsys)
    assert examined(root, capsys)["site"]["state"] == "ok"
    change(root, "site/build.json", f"metodbank {__version__}", "metodbank 0.0.1")
    words = f"построен другой версией (metodbank 0.0.1), а сейчас metodbank {__version__}"
    assert seen(examined(root, capsys)["site"]) == ("warn", words, build)


def touched_later(root: Path) -> None:
    """Give a record a time after that of the site."""
    later = (root / "site" / "build.json").stat().st_mtime + 60
    os.utime(root / "practices" / "primer.yml", (later, later))


def test_site_is_not_old_because_a_file_was_touched(root: Path, capsys: Captured) -> None:
    built(root, capsys)
    touched_later(root)
    assert examined(root, capsys)["site"]["state"] == "ok"
    store_path(root).unlink()
    assert examined(root, capsys)["site"]["state"] == "warn"
    built(root, capsys)
    assert examined(root, capsys)["site"]["state"] == "ok"


def test_folder_of_something_else_hinders_the_build(root: Path, capsys: Captured) -> None:
    write(root, "docs/index.html", "чужое")
    row = examined(root, capsys, "--out", str(root / "docs"), code=1)["site"]
    assert row["state"] == "fail"
    assert row["type"] == f"metodbank --root {root} build --out ПАПКА"
    write(root, "docs/build.json", "[]")
    assert examined(root, capsys, "--out", str(root / "docs"), code=1)["site"]["seen"] == row["seen"]


def test_place_where_no_site_can_be_written_hinders_the_build(root: Path, capsys: Captured) -> None:
    out = root / "region.yml" / "site"
    assert seen(examined(root, capsys, "--out", str(out), code=1)["permissions"]) == (
        "fail",
        f"в {root / 'region.yml'} нельзя писать: сайт туда не построить",
        f"metodbank --root {root} build --out ПАПКА",
    )


def test_store_that_cannot_be_written_makes_builds_slow_only(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("METODBANK_CACHE", str(root / "region.yml" / "store"))
    assert seen(examined(root, capsys)["permissions"]) == (
        "warn",
        f"в {root / 'region.yml'} нельзя писать: каждая сборка будет полной, то есть медленной",
        "export METODBANK_CACHE=ПАПКА",
    )


def test_what_an_interrupted_build_left_is_counted(root: Path, capsys: Captured) -> None:
    assert examined(root, capsys)["leftovers"]["state"] == "ok"
    write(root, ".site.new-00ff00ff00ff/tree/index.html", "страница")
    state, words, remedy = seen(examined(root, capsys)["leftovers"])
    assert (state, remedy) == ("warn", f"metodbank --root {root} build")
    assert words.startswith("1\u00a0папка незаконченной сборки")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not a store", "повреждён; его можно удалить"),
        (b"SQLite format 3\0" + b"\xff" * 84, "от другой версии; его можно удалить"),
    ],
)
def test_store_that_is_damaged_or_of_another_version_may_be_deleted(
    root: Path, capsys: Captured, content: bytes, words: str
) -> None:
    place = store_path(root)
    assert examined(root, capsys)["store"]["seen"] == f"появится при сборке: {place}"
    place.write_bytes(content)
    row = examined(root, capsys)["store"]
    assert row["state"] == "warn"
    assert row["seen"].endswith(words)
    assert row["type"] == f"rm {place}"


def test_store_stands_outside_the_base_and_is_another_for_each(root: Path, tmp_path: Path) -> None:
    place = store_path(root)
    assert not place.is_relative_to(root)
    assert place.parent == Path(os.environ["METODBANK_CACHE"])
    assert place.name.startswith("base-")
    assert len(place.stem) == len("base-") + 16
    assert store_path(tmp_path / "other" / "base") != place
    assert store_path(root / "practices" / "..") == place


def test_git_tells_what_is_not_saved_and_which_settings_spoil_names(root: Path, capsys: Captured) -> None:
    assert examined(root, capsys)["changes"]["type"] == "git init"
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "Base")
    change(root, "practices/primer.yml", "status: published", "status: review")
    report = examined(root, capsys)
    assert seen(report["changes"]) == (
        "warn",
        "изменения ещё не сохранены в git: 1\u00a0файл базы",
        "git status",
    )
    assert report["git-settings"]["state"] == "ok"
    write(root, "content/о-нас.md", "# О нас\n")
    git(root, "add", ".")
    assert examined(root, capsys)["git-settings"]["type"] == "git config core.quotepath false"
    git(root, "config", "core.quotepath", "false")
    git(root, "config", "core.autocrlf", "true")
    assert examined(root, capsys)["git-settings"]["type"] == "git config core.autocrlf input"


def test_machine_without_git_is_told_and_nothing_more_is_asked_of_it(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root))
    report = examined(root, capsys)
    assert report["git"]["state"] == "warn"
    assert "changes" not in report
    assert report["tools"]["state"] == "ok"
    assert "нет Node.js, Java, Chromium" in report["tools"]["seen"]


def test_names_taken_apart_and_links_are_told(root: Path, capsys: Captured) -> None:
    write(root, "content/" + unicodedata.normalize("NFD", "мой.md"), "# Мой\n")
    (root / "policy.yml").symlink_to("region.yml")
    report = examined(root, capsys)
    assert report["names"]["type"] == "git config core.precomposeunicode true"
    assert report["links"]["seen"] == "ссылки вместо файлов: policy.yml; программа по ним не ходит"


def test_engine_is_warned_of_as_its_end_comes_near(root: Path, capsys: Captured) -> None:
    def on(day: str) -> tuple[str, str]:
        row = examined(root, capsys, "--as-of", day)["engine"]
        return row["state"], row["seen"].partition("; ")[2]

    end = "5\u00a0мая\u00a02027\u00a0г."
    assert on("2027-02-04") == ("ok", "")
    assert on("2027-02-05") == ("warn", f"Material поддерживают только до {end}")
    assert on("2027-05-06") == ("warn", f"Material больше не поддерживают ({end})")


@pytest.mark.parametrize(
    ("version", "trouble"),
    [
        ("2.10.9", "старый"),
        ("2.11", ""),
        ("2.11.0", ""),
        ("2.11.0rc1", ""),
        ("2.99.1", ""),
        ("3", "слишком новый"),
        ("3.0.0", "слишком новый"),
        ("10.1", "слишком новый"),
    ],
)
def test_version_is_held_against_the_range(version: str, trouble: str) -> None:
    for line in ("pydantic>=2.11,<3", "pydantic<3,>=2.11", "Pydantic (>=2.11.0,<3.0)"):
        requirement = parsed(line)
        assert requirement.name == "pydantic"
        assert requirement.trouble_with(version) == trouble


def shown(root: Path, **environ: str) -> bytes:
    """Return what a terminal of these settings is given."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "metodbank", "--root", str(root), "doctor", *DAY],
        stdout=theirs,
        env={**os.environ, "TERM": "xterm", **environ},
    ) as process:
        os.close(theirs)
        written = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            written += part
            if not part:
                break
        os.close(ours)
        assert process.wait() == 0
    return written


def test_colour_is_left_out_where_it_is_not_wanted(root: Path) -> None:
    assert b"\x1b[32m" in shown(root, PYTHONIOENCODING="utf-8")
    plain = shown(root, PYTHONIOENCODING="utf-8", NO_COLOR="1")
    assert b"\x1b[" not in plain
    assert "  ! Построенный сайт: внимание: ".encode() in plain


def test_terminal_of_another_encoding_is_told_with_signs_that_it_has(root: Path) -> None:
    text = shown(root, PYTHONIOENCODING="cp1251", NO_COLOR="1").decode("cp1251")
    assert "  + Python: 3." in text
    assert "  ! Кодировка: внимание: кодировка cp1251: " in text
    assert "✓" not in text
