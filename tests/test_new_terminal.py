"""`metodbank new` in a terminal: it asks for what a record needs and lets every answer be corrected."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge_bases import codes_of
from metodbank.yaml_source import read_yaml
from terminal import Terminal

CTRL_C, CTRL_D = b"\x03", b"\x04"


def fields(path: Path) -> dict[str, object]:
    data = read_yaml(path.read_bytes()).data
    assert data is not None
    return data


def files_of(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_practice_is_asked_for_field_by_field_and_comes_out_whole(root: Path) -> None:
    with Terminal(root, "new", "practice", "--minimal") as terminal:
        asked = terminal.answer("Карточки с началом ответа")
        assert "Ctrl-C" in asked
        assert "Название\n  Как запись называется на сайте" in asked
        assert "1. Школа (shkola)" in terminal.answer("2")
        terminal.answer("кабинет")
        assert "Дни и часы" not in terminal.answer("+7 (000) 000-00-00")
        assert "Наберите часть названия. Всего их 45" in terminal.answer("связно")
        terminal.answer("basic, Начальное общее образование")
        terminal.answer("teacher, mentor")
        terminal.answer("Раздайте карточки.")
        terminal.answer("Выслушайте троих.")
        terminal.answer("")
        assert "ещё?" in terminal.answer("Запишите ответы.")
        terminal.answer("")
        terminal.answer("")
        terminal.answer("Замеров не было.")
        terminal.answer("")
        assert "Пустой ответ — kartochki-s-nachalom-otveta" in terminal.answer("")
        assert terminal.code() == 0
    assert fields(root / "practices/kartochki-s-nachalom-otveta.yml") == {
        "title": "Карточки с началом ответа",
        "organization": "iro",
        "contact": {"who": "кабинет", "phone": "+7 (000) 000-00-00"},
        "difficulties": ["connected-speech"],
        "education_levels": ["basic", "primary"],
        "audience": ["teacher", "mentor"],
        "steps": [{"text": "Раздайте карточки.\nВыслушайте троих.\n"}, {"text": "Запишите ответы."}],
        "results": "Замеров не было.",
    }
    assert codes_of(root) == []


def test_wrong_answer_is_told_in_the_words_of_the_check_and_given_back(root: Path) -> None:
    with Terminal(root, "new", "event", "--title", "Встреча", "--set", "organization=iro") as terminal:
        terminal.answer("кабинет")
        terminal.answer("нет")
        told = terminal.correct("нет", "+7 (000) 000-00-00")
        assert "По записи «нет» не позвонить" in told
        assert "→ Напишите один служебный номер" in told
        terminal.answer("seminar")
        terminal.answer("9.12.2026")
        assert "Напишите 2026-12-09." in terminal.correct("9.12.2026", "2026-12-09")
        terminal.answer("Primer")
        assert "Имя «Primer» не подойдёт" in terminal.correct("Primer", "primer")
        told = terminal.answer("-vstrechi", after="\n> primer")
        assert "уже носит другая запись: practices/primer.yml" in told
        assert terminal.code() == 0
    data = fields(root / "events/primer-vstrechi.yml")
    assert data["contact"] == {"who": "кабинет", "phone": "+7 (000) 000-00-00"}
    assert (data["starts"], data["status"]) == ("2026-12-09", "draft")


def test_choice_is_narrowed_by_parts_of_titles(root: Path) -> None:
    given = ["--title", "Проба", "--id", "proba", "--set", "contact.who=к", "--set", "education_levels=basic"]
    given += ["--set", "audience=teacher", "--set", "steps=Шаг.", "--set", "results=Нет."]
    with Terminal(root, "new", "practice", *given) as terminal:
        terminal.answer("o")
        assert "1. Школа (shkola)\n  2. Институт" in terminal.answer("щщщ")
        assert "«щщщ»: не нашлось." in terminal.correct("щщщ", "ШКОЛ")
        terminal.answer("связно, ученики")
        assert "«ученики»: подходит несколько" in terminal.answer("3", after="\n> connected-speech, ")
        assert terminal.code() == 0
    data = fields(root / "practices/proba.yml")
    assert data["organization"] == "shkola"
    assert data["difficulties"] == ["connected-speech", "word-problems"]


def test_empty_answers_leave_places_to_fill_and_no_error(root: Path) -> None:
    with Terminal(root, "new", "report") as terminal:
        terminal.wait_for("Новая запись: отчёт")
        while "Идентификатор\n" not in terminal.answer(""):
            pass
        assert terminal.code() == 0
        assert "Впишите своё там, где стоит ‹ЗАПОЛНИТЕ›: title, contact.who." in terminal.seen
    assert fields(root / "reports/otchet-2.yml")["status"] == "draft"
    assert set(codes_of(root)) == {"MB206", "MB230"}


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("answers", [[], ["Название", ""]], ids=["at-once", "in-the-middle"])
@pytest.mark.parametrize("kind", ["practice", "organization"])
def test_interrupted_questions_leave_no_file(root: Path, key: bytes, answers: list[str], kind: str) -> None:
    before = files_of(root)
    with Terminal(root, "new", kind) as terminal:
        for answer in answers:
            terminal.answer(answer)
        assert terminal.end_by(key) == 130
        assert terminal.seen.endswith("Прервано.\n")
    assert files_of(root) == before


def test_kind_is_asked_for_where_none_is_named(root: Path) -> None:
    with Terminal(root, "new", "--print") as terminal:
        assert "practice        практика" in terminal.answer("практка")
        assert "Может быть, practice (практика)?" in terminal.answer("Территория")
        terminal.answer("Округ")
        terminal.answer("4")
        terminal.answer("")
        assert terminal.code() == 0
        assert terminal.seen.endswith(
            "# День образования.\n  #valid_from: " + terminal.seen.rpartition("#valid_from: ")[2]
        )
        assert "\nokrug-2:\n" in terminal.seen
    assert "okrug-2" not in (root / "reference/territories.yml").read_text("utf-8")


def test_question_about_records_that_the_base_lacks_is_left_for_later(root: Path) -> None:
    for file in root.rglob("*.yml"):
        if file.name not in {"region.yml", "organizations.yml", "territories.yml"}:
            file.unlink()
    with Terminal(root, "new", "direction") as terminal:
        terminal.answer("Чтение")
        assert "сначала metodbank new act. Оставлено на потом." in terminal.answer("п. 1")
        terminal.answer("")
        assert terminal.code() == 0
    assert "metodbank new act" in terminal.seen
    assert fields(root / "reference/directions.yml")["chtenie"] is not None


def test_nothing_is_asked_where_the_output_goes_to_a_file(root: Path) -> None:
    with Terminal(root, "new", "practice", "--print", to_file=root / "out.yml") as terminal:
        assert terminal.code() == 0
    assert fields(root / "out.yml")["title"] == "‹ЗАПОЛНИТЕ› Название"


def test_rows_of_a_roadmap_are_asked_for_until_one_is_left_empty(root: Path) -> None:
    given = ["--title", "Карта", "--id", "karta-2", "--set", "organization=iro", "--set", "act=prikaz"]
    with Terminal(root, "new", "roadmap", *given, "--minimal") as terminal:
        for answer in ("2026-01-01", "", "1", "Провести", "Декабрь 2026", "2", "Обсудить", "Март 2027"):
            terminal.answer(answer)
        assert "Мероприятия: ещё?" in terminal.answer("")
        assert terminal.code() == 0
    data = fields(root / "roadmaps/karta-2.yml")
    assert data["period"] == {"from": "2026-01-01"}
    assert data["measures"] == [
        {"id": "1", "title": "Провести", "term": {"raw": "Декабрь 2026"}},
        {"id": "2", "title": "Обсудить", "term": {"raw": "Март 2027"}},
    ]


def test_answers_are_printed_where_they_cannot_be_written(root: Path) -> None:
    (root / "reports").rename(root / "elsewhere")
    (root / "reports").write_text("", "utf-8")
    with Terminal(root, "new", "report", "--minimal") as terminal:
        terminal.answer("Справка о чтении вслух")
        while "Идентификатор\n" not in terminal.answer(""):
            pass
        assert terminal.code() == 2
    assert "title: Справка о чтении вслух\n" in terminal.seen
    assert terminal.seen.endswith("«reports» в корне базы — не папка. Уберите это и повторите команду.\n")
