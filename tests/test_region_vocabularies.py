"""A region's own values laid over the standard vocabularies by id."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge_bases import add, base_of, change, codes_of, problems_of, the_problem_of, write

THEMES = "reference/vocabularies/themes.yml"
NEW = "entries:\n  nash-krai: {title: Наш край}\n"


def test_region_adds_a_value_that_records_may_use(root: Path) -> None:
    add(root, "practices/primer.yml", "themes: [nash-krai]\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place) == ("MB204", "practices/primer.yml:12:10")
    write(root, THEMES, NEW)
    assert codes_of(root) == []
    terms = base_of(root).vocabularies["themes"].entries
    assert terms["nash-krai"].title == "Наш край"
    assert len(terms) > 1


def test_region_changes_only_what_it_names(root: Path) -> None:
    before = base_of(root).vocabularies["difficulties"].entries["reading-comprehension"]
    write(
        root,
        "reference/vocabularies/difficulties.yml",
        "title: Что трудно\nentries:\n  reading-comprehension: {title: Читают и не понимают, hidden: true}\n",
    )
    vocabulary = base_of(root).vocabularies["difficulties"]
    after = vocabulary.entries["reading-comprehension"]
    assert (vocabulary.title, after.title, after.hidden) == ("Что трудно", "Читают и не понимают", True)
    assert before.types
    assert (after.types, after.themes) == (before.types, before.themes)
    assert codes_of(root) == []


def test_closed_vocabulary_takes_words_but_no_values(root: Path) -> None:
    file = "reference/vocabularies/statuses.yml"
    write(root, file, "entries:\n  published: {title: На сайте}\n  gone: {title: Пропала}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place) == ("MB212", f"{file}:3:3")
    terms = base_of(root).vocabularies["statuses"].entries
    assert terms["published"].title == "На сайте"
    assert "gone" not in terms


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("ploho: {}", "MB212"),
        ("ploho: {title: 010}", "MB013"),
        ("ploho: {title: ''}", "MB108"),
        ("ploho: {title: Плохо, titel: Плохо}", "MB102"),
        ("ploho: слово", "MB107"),
        ("ploho: *slovo", "MB010"),
        ("Плохо: {title: Плохо}", "MB112"),
        ("index: {title: Плохо}", "MB003"),
        ("con: {title: Плохо}", "MB003"),
        ("ploho: {title: Плохо, types: [nothing]}", "MB204"),
    ],
)
def test_bad_value_is_told_and_loses_only_itself(root: Path, item: str, code: str) -> None:
    write(root, THEMES, f"{NEW}  {item}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.file, problem.line) == (code, THEMES, 3)
    terms = base_of(root).vocabularies["themes"].entries
    assert "nash-krai" in terms
    assert "ploho" not in terms


def test_bad_change_of_a_standard_value_leaves_it_as_it_was(root: Path) -> None:
    before = base_of(root).vocabularies["difficulties"].entries["reading-comprehension"]
    write(
        root,
        "reference/vocabularies/difficulties.yml",
        "entries:\n  reading-comprehension: {title: Иначе, themes: [nothing]}\n",
    )
    assert codes_of(root) == ["MB204"]
    assert base_of(root).vocabularies["difficulties"].entries["reading-comprehension"] == before


@pytest.mark.parametrize("name", ["theme.yml", "2026/themes.yml", "themes.txt", "themes"])
def test_file_that_is_no_vocabulary_is_told(root: Path, name: str) -> None:
    write(root, f"reference/vocabularies/{name}", NEW)
    assert codes_of(root) == ["MB213"]
    assert "nash-krai" not in base_of(root).vocabularies["themes"].entries


@pytest.mark.parametrize("text", ["", "entries:\n", "title: Темы нашего края\n"])
def test_file_without_values_changes_none(root: Path, text: str) -> None:
    write(root, THEMES, text)
    assert codes_of(root) == ([] if text else ["MB015"])
    assert len(base_of(root).vocabularies["themes"].entries) > 10


def test_value_of_another_vocabulary_is_found_wherever_its_file_stands(root: Path) -> None:
    write(root, THEMES, NEW)
    write(
        root,
        "reference/vocabularies/difficulties.yml",
        "entries:\n  krai: {title: Не знают родных мест, types: [subject], themes: [nash-krai]}\n",
    )
    change(root, "practices/primer.yml", "[reading-comprehension]", "[krai]")
    assert problems_of(root) == []


def test_record_stands_when_the_file_of_its_value_cannot_be_read(root: Path) -> None:
    add(root, "practices/primer.yml", "themes: [nash-krai]\n")
    write(root, THEMES, "entries: {nash-krai: [\n")
    assert codes_of(root) == ["MB008"]
    assert "primer" in base_of(root).records["practice"]


def test_record_stands_when_its_value_is_set_aside(root: Path) -> None:
    add(root, "practices/primer.yml", "themes: [nash-krai]\n")
    write(
        root,
        THEMES,
        "entries:\n  nash-krai: {title: Наш край, themes: [net-takoy]}\n  drugoy: {title: Другой}\n",
    )
    problem = the_problem_of(root)
    assert (problem.code, problem.place) == ("MB204", f"{THEMES}:2:41")
    assert "drugoy" in base_of(root).vocabularies["themes"].entries
    assert "primer" in base_of(root).records["practice"]
