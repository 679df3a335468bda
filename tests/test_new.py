"""`metodbank new` where nobody can be asked: scaffolds of every kind, options, refusals, bytes."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import site_bases
from knowledge_bases import add, change, codes_of, problems_of, write
from metodbank.cli import run
from metodbank.contribute.scaffold_given import clean
from metodbank.contribute.yaml_writing import as_field
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.problems import Problem
from metodbank.yaml_source import read_yaml
from metodbank.yaml_source.text import UNWANTED
from test_rules_by_test import without_the_rights_of_root

KINDS = REGISTERS + REFERENCE
MARK = "‹ЗАПОЛНИТЕ›"
Captured = pytest.CaptureFixture[str]
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def new(root: Path, *arguments: str) -> int:
    return run(["--root", str(root), "new", *arguments])


def made_by(root: Path, captured: Captured, *arguments: str) -> Path:
    """Return the file that the command says it wrote."""
    captured.readouterr()
    assert new(root, *arguments) == 0
    return Path(captured.readouterr().out.removesuffix("\n"))


def printed(root: Path, captured: Captured, *arguments: str) -> str:
    captured.readouterr()
    assert new(root, *arguments, "--print") == 0
    return captured.readouterr().out


def fields(text: str) -> dict[str, object]:
    parsed = read_yaml(text.encode())
    assert parsed.findings == []
    assert parsed.data is not None
    return parsed.data


def refusal(root: Path, captured: Captured, *arguments: str) -> str:
    """Return what the command says; it writes nothing."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    captured.readouterr()
    assert new(root, *arguments) == 2
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    out, err = captured.readouterr()
    assert out == ""
    return err


# Every kind


@pytest.fixture(scope="module", params=["full", "minimal"])
def problems(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """Return the problems of the demonstration base with a scaffold of each kind in it."""
    root = site_bases.copied(tmp_path_factory.mktemp("demonstration") / "base")
    for kind in KINDS:
        options = ["--minimal"] if request.param == "minimal" else []
        assert new(root, kind.name, "--id", f"zagotovka-{kind.name}", *options) == 0
    return problems_of(root)


@by_kind
def test_scaffold_of_a_kind_has_no_error_and_the_check_says_what_remains(
    kind: Kind, problems: list[Problem]
) -> None:
    assert [problem for problem in problems if problem.is_error] == []
    file = f"{kind.folder}/zagotovka-{kind.name}.yml" if kind.is_register else f"reference/{kind.folder}.yml"
    remaining = [problem for problem in problems if problem.file == file and problem.code == "MB230"]
    assert remaining
    assert all(MARK in problem.value for problem in remaining)


def offered_blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first line and the one after the last of each field that stands behind a sign."""
    for first, line in enumerate(lines):
        start = re.fullmatch(r"( *)#[a-z_]+:.*", line)
        if start is not None:
            last = first + 1
            while last < len(lines) and lines[last].startswith(f"{start[1]}#  "):
                last += 1
            yield first, last


def uncommented(lines: list[str], first: int, last: int) -> list[str]:
    freed = [re.sub(r"^( *)#", r"\1", line) for line in lines[first:last]]
    return [*lines[:first], *freed, *lines[last:]]


def variants(lines: list[str], *, at: tuple[int, int] | None = None) -> Iterator[list[str]]:
    """Yield the lines with each offered field made data, then with each that it holds inside."""
    for first, last in offered_blocks(lines):
        if at is None or at[0] < first < at[1]:
            changed = uncommented(lines, first, last)
            yield changed
            yield from variants(changed, at=(first, last))


@by_kind
def test_each_offered_field_may_be_uncommented(kind: Kind, root: Path, capsys: Captured) -> None:
    path = made_by(root, capsys, kind.name, "--id", "zagotovka")
    lines = path.read_text("utf-8").split("\n")
    count = 0
    for changed in variants(lines):
        count += 1
        path.write_text("\n".join(changed), "utf-8")
        wrong = [problem for problem in problems_of(root) if problem.is_error and problem.code < "MB200"]
        assert wrong == [], "\n".join(changed)
    assert count >= sum(not field.is_required() for field in kind.model.model_fields.values()) - 3


@by_kind
def test_scaffold_shows_every_field_of_the_model(kind: Kind, root: Path, capsys: Captured) -> None:
    text = printed(root, capsys, kind.name)
    for name, info in kind.model.model_fields.items():
        assert re.search(rf"^ *#?{info.alias or name}:", text, re.MULTILINE), name
        assert f"# {info.title} (" in text


@by_kind
def test_minimal_scaffold_holds_what_is_required_and_no_more(
    kind: Kind, root: Path, capsys: Captured
) -> None:
    text = printed(root, capsys, kind.name, "--minimal", "--id", "zagotovka")
    data = fields(text)
    item = data if kind.is_register else data["zagotovka"]
    assert isinstance(item, dict)
    required = {info.alias or name for name, info in kind.model.model_fields.items() if info.is_required()}
    also = {"status"} if kind.is_register else {"title"} if kind.name == "act" else set()
    assert set(item) == required | also
    assert len(text.split("\n")) < 40


def test_minimal_practice_is_the_seven_things(root: Path, capsys: Captured) -> None:
    data = fields(printed(root, capsys, "practice", "--minimal"))
    assert data == {
        "title": f"{MARK} Название",
        "status": "draft",
        "organization": "iro",
        "contact": {"who": f"{MARK} Кому звонить", "phone": "+7 (000) 000-00-00"},
        "difficulties": ["reading-comprehension"],
        "education_levels": ["basic"],
        "audience": ["teacher"],
        "steps": [{"text": f"{MARK} Как"}],
        "results": f"{MARK} Что изменилось",
    }


# Words of the comments


def test_comment_says_title_need_help_values_and_where_all_of_them_stand(
    root: Path, capsys: Captured
) -> None:
    text = printed(root, capsys, "practice")
    joined = text.replace("\n# ", " ")
    assert "# Название (обязательно; строка)\n# Как запись называется на сайте" in text
    assert "# Пример: «Тихие минуты»: ежедневное чтение в 5–6 классах\n" in text
    assert "Значения: draft — Черновик; review — На рассмотрении; published — Опубликовано" in joined
    assert "и ещё 39. Все — на сайте, «Поля записей»: fields/practice.html." in joined
    assert "# В минутах.\n#lesson_minutes: 10\n" in text
    assert "Если не указать: cc-by-4.0." in joined
    assert "Есть: shkola — Школа; iro — Институт." in joined
    assert "# Единица: час.\n" in printed(root, capsys, "program")


def test_choice_is_listed_once_a_file(root: Path, capsys: Captured) -> None:
    text = printed(root, capsys, "roadmap")
    assert text.count("Есть: shkola — Школа") == 1
    assert "Из чего выбирать, сказано выше, у поля organization." in text


# What is given


def test_given_values_stand_in_their_fields(root: Path, capsys: Captured) -> None:
    sets = {
        "difficulties": "connected-speech, reading-comprehension",
        "steps.text": "Раздать карточки.",
        "steps.1.text": "Выслушать троих.",
        "steps.1.minutes": "5",
        "contact.who": "кабинет",
        "contact.email": "metod@example.org",
        "grades.from": "5",
        "grades.to": "6",
        "fictional": "да",
        "needs": "карточки, по одной на двоих",
    }
    options = [option for path, value in sets.items() for option in ("--set", f"{path}={value}")]
    path = made_by(root, capsys, "practice", "--title", "Карточки", *options, "--minimal")
    assert path == root / "practices/kartochki.yml"
    data = fields(path.read_text("utf-8"))
    assert data["difficulties"] == ["connected-speech", "reading-comprehension"]
    assert data["steps"] == [{"text": "Раздать карточки."}, {"text": "Выслушать троих.", "minutes": 5}]
    assert data["contact"] == {"who": "кабинет", "email": "metod@example.org"}
    assert (data["grades"], data["fictional"]) == ({"from": 5, "to": 6}, True)
    assert data["needs"] == ["карточки, по одной на двоих"]


def test_filled_record_leaves_nothing_to_fill(root: Path, capsys: Captured) -> None:
    options = [
        *("--title", "Семинар", "--set", "organization=shkola", "--set", "kind=seminar"),
        *(
            "--set",
            "starts=2026-12-10",
            "--set",
            "contact.who=кабинет",
            "--set",
            "contact.email=a@example.org",
        ),
        "--minimal",
    ]
    path = made_by(root, capsys, "event", *options)
    assert "status" not in fields(path.read_text("utf-8"))
    assert codes_of(root) == []


TITLES = [
    "Вопрос: ответ",
    "«Тихие минуты» # 5 класс",
    "# решётка",
    "'одинарные' и \"двойные\"",
    "100",
    "yes",
    "12:30",
    "- пункт",
    "[скобки, и запятая]",
    "{фигурные}",
    "*звёздочка &знак !ещё %и @вот `так`",
    "🎲 игра 🎲",
    "а" * 300,
    "обратная \\ черта\\n",
    "null",
    "Й" + "и\u0306",
    "  пробелы  ",
    "табуляция\tвнутри",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("kind", ["practice", "act"])
def test_any_title_is_written_so_that_it_reads_the_same(
    title: str, kind: str, root: Path, capsys: Captured
) -> None:
    path = made_by(root, capsys, kind, "--title", title)
    data = fields(path.read_text("utf-8"))
    item = data if kind == "practice" else list(data.values())[-1]
    assert isinstance(item, dict)
    assert item["title"] == title.strip().replace("и\u0306", "й")
    assert [problem for problem in problems_of(root) if problem.is_error] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--title", "две\nстроки"], "title: В поле «Название» должна быть одна строка."),
        (["--title", ""], "title: Поле «Название» есть, а текста в нём нет."),
        (["--title", "а" * 301], "не длиннее 300 знаков"),
        (["--title", "знак\u202e"], "title: В тексте есть невидимый управляющий знак"),
        (["--title", "байт\udcff"], "title: В тексте есть невидимый управляющий знак"),
        (["--set", "organization=shkolla"], "organization: Нет организации с идентификатором «shkolla»."),
        (["--set", "organization=shkolla"], "«shkola»"),
        (["--set", "difficulties=conected-speech"], "Напишите connected-speech."),
        (["--set", "level=x"], "municipal (Муниципальный)"),
        (["--set", "lesson_minutes=десять"], "нужно целое число, а записано «десять»"),
        (["--set", "created=10.04.2025"], "Напишите 2025-04-10."),
        (["--set", "contact.phone=нет"], "contact.phone: По записи «нет» не позвонить"),
        (["--set", "contact=кабинет"], "состоит из нескольких полей"),
        (["--set", "titel=x"], "--set titel: поля «titel» нет. Может быть, title?"),
        (["--set", "contact.fone=x"], "--set contact.fone: поля «fone» нет. Может быть, phone?"),
        (["--set", "title.x=1"], "нет полей внутри"),
        (["--set", "steps.3.text=x"], "сначала заполните номер 0"),
        (["--set", "steps=a", "--set", "steps.text=b"], "уже дано другое значение"),
        (["--set", "title"], "нужно ПОЛЕ=ЗНАЧЕНИЕ"),
        (["--set", "status=published"], "status: published ставят, когда заполнено всё, а осталось: title,"),
        (["--id", "Primer"], "Имя «Primer» не подойдёт для адреса страницы."),
        (["--id", "con"], "занято самим сайтом или не открывается в Windows"),
        (["--id", "a/b"], "Имя «a/b» не подойдёт"),
        (["--id", ""], "Имя «» не подойдёт"),
        (["--id", "primer"], "уже носит другая запись: practices/primer.yml."),
        (["--id", "kurs"], "уже носит другая запись: programs/kurs.yml."),
        (["--id", "shkola"], "уже носит другая запись: reference/organizations.yml."),
        (["--id", "primer"], "Свободно: primer-2."),
    ],
)
def test_wrong_value_is_refused_in_the_words_of_the_check(
    arguments: list[str], words: str, root: Path, capsys: Captured
) -> None:
    assert words in refusal(root, capsys, "practice", *arguments)


def test_all_that_is_wrong_is_told_at_once(root: Path, capsys: Captured) -> None:
    told = refusal(root, capsys, "practice", "--set", "organization=x", "--set", "grades.from=12")
    assert [line.split(":")[0] for line in told.splitlines() if not line.startswith(" ")] == [
        "grades.from",
        "organization",
    ]


# Names of kinds


@pytest.mark.parametrize(
    ("word", "folder"),
    [
        ("practice", "practices"),
        ("practices", "practices"),
        ("Практика", "practices"),
        ("событие", "events"),
        ("отчет", "reports"),
        ("дорожная карта", "roadmaps"),
        ("Курсы", "programs"),
    ],
)
def test_kind_may_be_called_by_name_folder_or_russian_word(
    word: str, folder: str, root: Path, capsys: Captured
) -> None:
    assert made_by(root, capsys, word).parent == root / folder


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("practise", "Вида «practise» нет. Может быть, practice (практика)?"),
        ("практику", "Может быть, practice (практика)?"),
        ("qwerty", "Вида «qwerty» нет. Есть:\n  practice        практика\n"),
        ("", "Вида «» нет. Есть:"),
    ],
)
def test_unknown_kind_is_told_with_the_nearest(word: str, words: str, root: Path, capsys: Captured) -> None:
    assert words in refusal(root, capsys, word)


def test_no_kind_is_told_with_all_of_them(root: Path, capsys: Captured) -> None:
    told = refusal(root, capsys)
    assert all(kind.name in told for kind in KINDS)


# Ids


def test_ids_of_equal_titles_differ(root: Path, capsys: Captured) -> None:
    names = [made_by(root, capsys, "practice", "--title", "Тихие минуты").name for _ in range(3)]
    assert names == ["tihie-minuty.yml", "tihie-minuty-2.yml", "tihie-minuty-3.yml"]
    assert made_by(root, capsys, "event", "--title", "Тихие минуты").name == "tihie-minuty-4.yml"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("🎲", "praktika"),
        ("con", "praktika-con"),
        ("By level", "praktika-by-level"),
        ("щ" * 300, "sch" * 26 + "sc"),
    ],
)
def test_id_is_made_of_any_title(title: str, name: str, root: Path, capsys: Captured) -> None:
    assert made_by(root, capsys, "practice", "--title", title).name == f"{name}.yml"


def test_long_ids_leave_room_for_their_number(root: Path, capsys: Captured) -> None:
    names = [made_by(root, capsys, "practice", "--title", "а" * 100).stem for _ in range(2)]
    assert names == ["a" * 80, "a" * 78 + "-2"]


def test_former_id_and_id_of_a_record_with_errors_are_taken(root: Path, capsys: Captured) -> None:
    add(root, "practices/primer.yml", "former_ids: [prezhnee]\n")
    write(root, "practices/severny/krivaya.yml", "title: Без всего\n")
    assert "practices/primer.yml" in refusal(root, capsys, "program", "--id", "prezhnee")
    assert "practices/severny/krivaya.yml" in refusal(root, capsys, "program", "--id", "krivaya")


# Files


def test_item_of_reference_data_stands_after_the_bytes_that_were_there(root: Path, capsys: Captured) -> None:
    before = (root / "reference/acts.yml").read_bytes()
    path = made_by(root, capsys, "act", "--id", "novyy", "--title", "О новом")
    assert path == root / "reference/acts.yml"
    assert path.read_bytes().startswith(before + b"\nnovyy:\n")
    assert list(fields(path.read_text("utf-8"))) == ["prikaz", "novyy"]


@pytest.mark.parametrize(
    ("before", "glue"),
    [
        (b"a:\n  name: A\n  kind: region", b"\n\nnovaya:\n"),
        (b"a:\n  name: A\n  kind: region\n\n", b"novaya:\n"),
        (b"\xef\xbb\xbfa:\r\n  name: A\r\n  kind: region\r\n", b"\r\nnovaya:\r\n"),
        (b"a:\n  name: A\n  kind: region\n  about: |\n    text", b"\n\nnovaya:\n"),
        (b"# only words\n", b"\nnovaya:\n"),
        (b"", b"novaya:\n"),
    ],
)
def test_end_of_a_reference_file_may_be_any(before: bytes, glue: bytes, root: Path, capsys: Captured) -> None:
    path = write(root, "reference/territories.yml", before)
    made_by(root, capsys, "territory", "--id", "novaya")
    assert path.read_bytes().startswith(before + glue)
    assert not [
        problem
        for problem in problems_of(root)
        if problem.file == "reference/territories.yml" and problem.is_error
    ]


@pytest.mark.parametrize(
    "before",
    [
        "{a: {name: A, kind: region}}\n",
        "  a:\n    name: A\n    kind: region\n",
        "a: [\n",
        "a:\n  name: A\n...\n",
        "- a\n",
    ],
)
def test_reference_file_that_cannot_take_an_item_stays_and_the_item_is_printed(
    before: str, root: Path, capsys: Captured
) -> None:
    write(root, "reference/territories.yml", before)
    told = refusal(root, capsys, "territory", "--id", "novaya", "--minimal")
    assert told.startswith("reference/territories.yml: ")
    assert told.endswith("novaya:\n" + told.partition("novaya:\n")[2])
    assert f"  name: {MARK} Название\n" in told


def test_reference_file_is_created_where_there_is_none(root: Path, capsys: Captured) -> None:
    (root / "reference/channels.yml").unlink()
    made_by(root, capsys, "channel", "--id", "pervyy")
    assert list(fields((root / "reference/channels.yml").read_text("utf-8"))) == ["pervyy"]


def test_empty_base_gets_its_first_records(root: Path, capsys: Captured) -> None:
    for path in [*root.rglob("*.yml")]:
        if path.name != "region.yml":
            path.unlink()
    for kind in KINDS:
        captured = made_by(root, capsys, kind.name, "--id", f"pervaya-{kind.name}")
        assert captured.exists()
    assert new(root, "practice", "--minimal", "--id", "vtoraya") == 0
    unmade = [problem for problem in problems_of(root) if problem.is_error and problem.code != "MB202"]
    assert unmade == []


def test_next_steps_name_what_lacks_what_to_fill_and_what_to_type(root: Path, capsys: Captured) -> None:
    (root / "reference/acts.yml").unlink()
    assert new(root, "internship", "--title", "Чтение вслух") == 0
    out, err = capsys.readouterr()
    assert out == f"{root / 'internships/chtenie-vsluh.yml'}\n"
    assert f"Впишите своё там, где стоит {MARK}: contact.who, topic.\n" in err
    assert (
        "Замените то, что поставлено для образца: organization, contact.phone, kind, act, awarded_on.\n"
        in err
    )
    assert "metodbank new act.\n" in err
    assert f"metodbank --root {root} check\n" in err
    assert f"metodbank --root {root} serve --drafts\n" in err


def test_printed_scaffold_is_written_nowhere(root: Path, capsys: Captured) -> None:
    before = sorted(root.rglob("*"))
    for kind in KINDS:
        assert fields(printed(root, capsys, kind.name))
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("link", ["practices", "reference"])
def test_nothing_is_written_through_a_link(link: str, root: Path, tmp_path: Path, capsys: Captured) -> None:
    outside = tmp_path / "outside"
    (root / link).rename(outside)
    (root / link).symlink_to(outside, target_is_directory=True)
    before = sorted(outside.iterdir())
    kind = "practice" if link == "practices" else "act"
    assert f"«{link}» в корне базы — не папка" in refusal(root, capsys, kind)
    assert sorted(outside.iterdir()) == before


def test_file_that_is_a_link_is_not_appended_to(root: Path, tmp_path: Path, capsys: Captured) -> None:
    outside = write(tmp_path, "outside.yml", (root / "reference/acts.yml").read_bytes())
    (root / "reference/acts.yml").unlink()
    (root / "reference/acts.yml").symlink_to(outside)
    before = outside.read_bytes()
    assert "reference/acts.yml: Это не обычный файл" in refusal(root, capsys, "act", "--id", "novyy")
    assert outside.read_bytes() == before


def test_file_that_stands_is_never_replaced(root: Path, capsys: Captured) -> None:
    (root / "practices/dangling.yml").symlink_to("nowhere")
    (root / "practices/folder.yml").mkdir()
    for name in ("dangling", "folder"):
        assert f"Файл practices/{name}.yml уже есть" in refusal(root, capsys, "practice", "--id", name)


def in_process(root: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "metodbank", "--root", str(root), "new", *arguments]
    return subprocess.run(
        command, capture_output=True, check=False, stdin=subprocess.DEVNULL, text=False, **options
    )


@pytest.mark.parametrize("kind", ["practice", "act"])
def test_write_that_fails_leaves_everything_as_it_was(kind: str, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    full = in_process(root, kind, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)))
    assert full.returncode == 1
    assert "не записан" in full.stderr.decode()
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_folder_without_the_right_to_write_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    assert new(root, "practice", "--print") == 0  # reads the vocabularies of the package while it may
    (root / "practices").chmod(0o555)
    before = sorted(root.rglob("*"))
    monkeypatch.chdir(root)
    capsys.readouterr()
    with without_the_rights_of_root(root):
        assert new(Path(), "practice") == 1
    assert capsys.readouterr().err.startswith("Файл practices/praktika.yml не записан: ")
    assert sorted(root.rglob("*")) == before


# Bases that are not right


def test_base_without_a_region_is_told_and_nothing_is_written(root: Path, capsys: Captured) -> None:
    (root / "region.yml").unlink()
    before = sorted(root.rglob("*"))
    assert new(root, "practice") == 1
    assert "region.yml:1:1: ошибка MB217" in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_base_with_errors_takes_a_record(root: Path, capsys: Captured) -> None:
    change(root, "reference/organizations.yml", "kind: iro", "kind: nonsense")
    write(root, "programs/kurs.yml", "title: [")
    add(root, "reference/acts.yml", "prikaz-2: nothing\n")
    path = made_by(root, capsys, "practice", "--title", "Новая")
    assert fields(path.read_text("utf-8"))["organization"] in {"iro", "shkola"}
    made_by(root, capsys, "act", "--title", "Новый")
    files = {problem.file for problem in problems_of(root) if problem.is_error}
    assert files == {"reference/organizations.yml", "programs/kurs.yml", "reference/acts.yml"}


def test_published_record_that_still_holds_a_mark_is_an_error(root: Path, capsys: Captured) -> None:
    path = made_by(root, capsys, "practice")
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    assert {p.code for p in problems_of(root) if p.is_error} == {"MB231"}


@given(st.text(min_size=1, max_size=60) | st.text(alphabet="аb :#-'\"\\\n|>[]{},&*!?%@`~=0<", max_size=30))
def test_text_of_any_signs_is_written_so_that_it_reads_the_same(text: str) -> None:
    assume(not UNWANTED.search(text))
    value = clean(text)
    for lines, expected in (
        (as_field("key", value), value),
        (as_field("key", [value, "b"]), [value, "b"]),
    ):
        written = ["group:", *(f"  {line}" for line in lines), "last: 1", ""]
        read = fields("\n".join(written))["group"]
        assert isinstance(read, dict)
        assert read["key"] in (expected, f"{value}\n")


def test_rights_of_a_reference_file_stay(root: Path, capsys: Captured) -> None:
    (root / "reference/acts.yml").chmod(0o640)
    assert made_by(root, capsys, "act").stat().st_mode & 0o777 == 0o640


def test_record_that_would_be_too_large_to_read_is_refused(root: Path, capsys: Captured) -> None:
    long = [f"--set={field}={'ы' * 19_000}" for field in ("results", "problem", "risks")]
    assert "больше 64\u00a0КБ" in refusal(root, capsys, "practice", *long).replace(" КБ", "\u00a0КБ")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Просто слова", "Просто слова"),
        ("Вопрос: ответ", '"Вопрос: ответ"'),
        ('"Так": сказано', "'\"Так\": сказано'"),
        ("'Так': сказано", "\"'Так': сказано\""),
        ("первая\nвторая", "|\n  первая\n  вторая"),
        ("214", '"214"'),
        (214, "214"),
        (4.5, "4.5"),
        (True, "true"),
    ],
)
def test_value_is_written_as_simply_as_it_can_be(value: object, written: str) -> None:
    assert "\n".join(as_field("key", value)) == f"key: {written}"
