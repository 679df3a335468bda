"""Ids: what a file may be called, whose a name is, and where former names lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge_bases import FILES, PRACTICE, add, base_of, codes_of, problems_of, read, the_problem_of, write


@pytest.mark.parametrize(
    "name", ["a", "5", "tihie-minuty", "a" * 80, "con-1", "com", "bystro", "stranitsa-2"]
)
def test_plain_name_is_an_id(root: Path, name: str) -> None:
    write(root, f"practices/{name}.yml", PRACTICE)
    assert codes_of(root) == []
    assert name in base_of(root).records["practice"]


@pytest.mark.parametrize("name", ["Primer", "A", "a_b", "a.b", "-a", "a-", "a b", "ы", "a" * 81, "a\u200b"])
def test_name_of_other_signs_is_refused(root: Path, name: str) -> None:
    write(root, f"practices/{name}.yml", PRACTICE)
    assert the_problem_of(root).code == "MB002"
    assert set(base_of(root).records["practice"]) == {"primer"}


@pytest.mark.parametrize(
    "name", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "index", "page-2", "page-10", "by-level"]
)
def test_name_of_windows_or_of_the_site_is_refused(root: Path, name: str) -> None:
    write(root, f"practices/{name}.yml", PRACTICE)
    assert the_problem_of(root).code == "MB003"


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Тихие минуты", "tihie-minuty"),
        ("Ёж и щука", "ezh-i-schuka"),
        ("Primer_2", "primer-2"),
        ("Объём", "obem"),
    ],
)
def test_refused_name_comes_with_one_that_would_do(root: Path, name: str, suggestion: str) -> None:
    write(root, f"practices/{name}.yml", PRACTICE)
    problem = the_problem_of(root)
    assert problem.suggestion == suggestion
    assert suggestion in problem.remedy


@pytest.mark.parametrize("name", ["Школа", "con", "by-x", "a_b"])
def test_key_of_a_reference_file_is_held_to_the_same_rule(root: Path, name: str) -> None:
    add(root, "reference/acts.yml", f"{name}:\n  kind: order\n  number: 5\n")
    problem = the_problem_of(root)
    assert problem.code == ("MB003" if name in ("con", "by-x") else "MB002")
    assert problem.place == "reference/acts.yml:8:1"


def test_one_name_in_two_folders_is_told_on_the_second_and_keeps_the_first(root: Path) -> None:
    write(root, "practices/2026/primer.yml", PRACTICE)
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == ("MB201", "practices/primer.yml")
    assert "practices/2026/primer.yml" in problem.message
    assert base_of(root).records["practice"]["primer"].file == "practices/2026/primer.yml"


def test_one_name_in_two_registers_is_told(root: Path) -> None:
    write(root, "programs/primer.yml", FILES["programs/kurs.yml"])
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == ("MB201", "programs/primer.yml")


@pytest.mark.parametrize("former", ["primer", "vtoraya", "plohaya"])
def test_former_name_that_a_record_bears_is_told(root: Path, former: str) -> None:
    write(root, "practices/vtoraya.yml", PRACTICE)
    write(root, "practices/plohaya.yml", "title: Плохая\n")
    add(root, "practices/primer.yml", f"former_ids: [{former}]\n")
    [problem] = [p for p in problems_of(root) if p.file == "practices/primer.yml"]
    assert (problem.code, problem.line) == ("MB211", 12)


def test_former_name_of_two_records_is_told_on_the_second(root: Path) -> None:
    write(root, "practices/vtoraya.yml", PRACTICE + "former_ids: [staraya]\n")
    add(root, "practices/primer.yml", "former_ids: [staraya]\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == ("MB211", "practices/vtoraya.yml")


def test_former_name_may_be_that_of_a_record_of_another_register(root: Path) -> None:
    add(root, "practices/primer.yml", "former_ids: [kurs]\n")
    assert codes_of(root) == []


@pytest.mark.parametrize(
    ("former", "code"), [("by-level", "MB003"), ("con", "MB003"), ("a.b", "MB002"), ("Я", "MB112")]
)
def test_former_name_is_held_to_the_rule_of_names(root: Path, former: str, code: str) -> None:
    add(root, "practices/primer.yml", f"former_ids: [{former}]\n")
    base, problems = read(root)
    assert [(p.code, p.line) for p in problems] == [(code, 12)]
    assert base is not None
    assert base.records["practice"] == {}
