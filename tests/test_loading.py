"""Files become records: a bad one loses itself and nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Self

import pytest
import yaml
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from knowledge_bases import (
    PRACTICE,
    add,
    base_of,
    change,
    codes_of,
    problems_of,
    read,
    the_problem_of,
    write,
)
from metodbank.errors import UsageError
from metodbank.loading import load
from metodbank.models.fields import Group
from metodbank.models.kinds import REFERENCE, REGISTERS
from metodbank.validation import salvaged


def test_smallest_base_has_its_records_and_no_problem(root: Path) -> None:
    base, problems = read(root)
    assert base is not None
    assert problems == []
    # Every file of the base is a record, every key of a reference file too, and every kind has one.
    found = {kind.name: set(base.records[kind.name]) for kind in REGISTERS + REFERENCE}
    assert found == {
        kind.name: {path.stem for path in (root / kind.folder).glob("*.yml")} for kind in REGISTERS
    } | {
        kind.name: set(yaml.safe_load((root / f"reference/{kind.folder}.yml").read_text("utf-8")))
        for kind in REFERENCE
    }
    assert all(found.values())


def test_folder_whose_name_is_nearly_that_of_a_register_is_told(root: Path) -> None:
    write(root, "practice/vtoraya.yml", PRACTICE)
    write(root, "proba/vtoraya.yml", PRACTICE)
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == ("MB222", "practice/vtoraya.yml")
    assert "practices, internships" in problem.remedy


def test_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing"):
        load(tmp_path / "nothing")
    with pytest.raises(UsageError, match="file"):
        load(write(tmp_path, "file", ""))


def test_bad_item_of_a_reference_file_loses_that_item_only(root: Path) -> None:
    add(
        root, "reference/organizations.yml", "plohaya:\n  name: Плохая\n  kind: school\n  territory: region\n"
    )
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.field) == (
        "MB101",
        "reference/organizations.yml:12:3",
        "Краткое название",
    )
    base = base_of(root)
    assert set(base.records["organization"]) == {"shkola", "iro"}
    assert base.set_aside == {("organization", "plohaya"): "reference/organizations.yml"}


@pytest.mark.parametrize("item", ["*ssylka", "!tip", "&znak", "!tip *ssylka", "[1]", "слово", "5"])
def test_item_that_is_no_group_of_fields_is_told_and_stays_known(root: Path, item: str) -> None:
    add(root, "reference/organizations.yml", f"plohaya: {item}\n")
    add(root, "practices/primer.yml", "authors:\n  - {role: учитель, organization: plohaya}\n")
    base, problems = read(root)
    assert base is not None
    errors = [(p.file, p.line) for p in problems if p.is_error]
    assert set(errors) == {("reference/organizations.yml", 11)}
    assert set(base.records["practice"]) == {"primer"}


def test_unparseable_acts_give_one_error_and_no_broken_references(root: Path) -> None:
    add(root, "reference/acts.yml", "plohoy: [один\n")
    base, problems = read(root)
    assert [(p.code, p.place) for p in problems if p.is_error] == [("MB021", "reference/acts.yml:8:9")]
    assert [p for p in problems if not p.is_error] == []
    assert base is not None
    assert set(base.records["internship"]) == {"ploshchadka"}


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("name: Проба\n", "name: [\n", "MB021", 1),
        ("operator: iro\n", "", "MB101", 1),
        ("level: regional\n", "level: regional\nlevel: regional\n", "MB012", 4),
        ("operator: iro\n", "operator: iro\npage_size: 1\n", "MB111", 6),
    ],
)
def test_unreadable_region_is_told_with_its_line(
    root: Path, old: str, new: str, code: str, line: int
) -> None:
    change(root, "region.yml", old, new)
    base, problems = read(root)
    assert base is None
    assert [(p.code, p.file, p.line) for p in problems] == [(code, "region.yml", line)]


def test_item_with_nothing_after_its_name_is_told_and_stays_known(root: Path) -> None:
    add(root, "reference/organizations.yml", "pustaya:\n")
    add(root, "practices/primer.yml", "authors:\n  - {role: учитель, organization: pustaya}\n")
    base, problems = read(root)
    errors = [(p.code, p.place) for p in problems if p.is_error]
    assert errors == [("MB107", "reference/organizations.yml:11:1")]
    assert base is not None
    assert set(base.records["practice"]) == {"primer"}


def test_everything_wrong_before_the_end_of_readable_text_is_told(root: Path) -> None:
    add(root, "reference/acts.yml", "vtoroy: {number: 010}\nplohoy: [один\n")
    _, problems = read(root)
    assert [(p.code, p.line) for p in problems if p.is_error] == [("MB013", 8), ("MB021", 9)]


def test_absent_reference_file_makes_its_references_broken(root: Path) -> None:
    (root / "reference/acts.yml").unlink()
    problems = problems_of(root)
    assert {(p.code, p.value) for p in problems} == {("MB202", "prikaz")}
    assert "internships/ploshchadka.yml:5:6" in [p.place for p in problems]


def test_sub_folders_of_a_register_mean_nothing(root: Path) -> None:
    write(root, "practices/2026/okrug/vtoraya.yml", PRACTICE)
    base = base_of(root)
    assert base.records["practice"]["vtoraya"].file == "practices/2026/okrug/vtoraya.yml"
    assert codes_of(root) == []


def test_files_that_programs_leave_behind_are_passed_over(root: Path) -> None:
    for name in (".DS_Store", "~$primer.yml", "Thumbs.db", "desktop.ini", ".git/x.yml"):
        write(root, f"practices/{name}", "x")
    assert codes_of(root) == []


def test_file_name_that_is_no_text_is_told_without_a_crash(root: Path) -> None:
    name = os.fsencode(root / "practices") + b"/\xff\xfe.yml"
    Path(os.fsdecode(name)).write_text(PRACTICE, "utf-8")
    problem = the_problem_of(root)
    assert problem.code == "MB002"
    f"{problem}".encode()


def test_file_outside_the_root_is_never_read(root: Path, tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.txt", "тайна")
    write(root, "files/primer/list.txt", "лист").unlink()
    (root / "files/primer/list.txt").symlink_to(secret)
    add(
        root,
        "practices/primer.yml",
        "attachments:\n  - {file: list.txt, title: Лист, description: Лист., accessibility: Текст.}\n",
    )
    base, problems = read(root)
    assert base is not None
    assert base.files == {}
    assert [(p.code, p.file) for p in problems] == [
        ("MB001", "files/primer/list.txt"),
        ("MB210", "practices/primer.yml"),
    ]


@pytest.mark.parametrize(
    "name", ["practices", "reference", "reference/acts.yml", "region.yml", "files", "content"]
)
def test_link_in_place_of_a_part_of_the_base_is_told(root: Path, tmp_path: Path, name: str) -> None:
    write(root, "files/primer/list.txt", "лист")
    write(root, "content/about/index.md", "# О нас\n")
    (root / name).rename(tmp_path / "moved")
    (root / name).symlink_to(tmp_path / "moved")
    base, problems = read(root)
    assert [p.code for p in problems if p.file.startswith(name)] == ["MB001"] * (
        len(REFERENCE) if name == "reference" else 1
    )
    assert (base is None) == (name == "region.yml")
    assert "MB202" not in [p.code for p in problems]


def test_file_in_place_of_a_folder_is_told(root: Path) -> None:
    write(root, "files", "")
    assert [(p.code, p.file) for p in read(root)[1]] == [("MB001", "files")]


def test_all_problems_of_a_record_are_told_at_once(root: Path) -> None:
    change(root, "practices/primer.yml", "steps: Прочитать текст и задать один вопрос.\n", "hours: 12:30\n")
    change(root, "practices/primer.yml", "audience: [teacher]", "audience: teacher\nkind: 5")
    assert sorted(codes_of(root)) == ["MB013", "MB101", "MB102", "MB103", "MB106"]


def test_unknown_field_is_told_even_without_a_value(root: Path) -> None:
    add(root, "practices/primer.yml", "valid_untill:\nsummary:\n")
    assert [(p.code, p.value) for p in read(root)[1]] == [("MB102", "valid_untill")]


def test_text_that_a_comma_cut_off_is_told(root: Path) -> None:
    add(root, "practices/primer.yml", "authors:\n  - {role: учитель, кандидат наук, organization: shkola}\n")
    assert [(p.code, p.value) for p in read(root)[1]] == [("MB123", "кандидат наук")]


@pytest.mark.parametrize("name", ["region.yml", "reference/acts.yml", "practices/primer.yml"])
def test_folder_in_place_of_a_file_is_told(root: Path, name: str) -> None:
    (root / name).unlink()
    (root / name).mkdir()
    problems = read(root)[1]
    assert name.startswith("practices") or [(p.code, p.file) for p in problems if p.is_error] == [
        ("MB001", name)
    ]


def test_page_names_what_was_set_aside_by_its_known_name(root: Path) -> None:
    change(root, "reference/organizations.yml", "kind: school", "kind: school\n  inn: '5'")
    base, problems = read(root)
    assert [p.code for p in problems if p.is_error] == ["MB401"]
    assert base is not None
    assert "Школа" in base.name_of("organization", "shkola")


def test_everything_wrong_with_a_record_is_told_at_once(root: Path) -> None:
    change(root, "practices/primer.yml", "status: published\n", "status: publshed\ncreated: 1.2.2026\n")
    add(
        root,
        "practices/primer.yml",
        "limits: Пишите на +7 (912) 345-67-89\nperiod: {from: 2026-05-01, to: 2025-01-01}\nthemes: [net]\n",
    )
    codes = sorted(problem.code for problem in read(root)[1])
    assert codes == ["MB113", "MB204", "MB204", "MB205", "MB301"]


@pytest.mark.parametrize("kind", ["practices/primer", "internships/ploshchadka", "programs/kurs"])
def test_record_of_which_nothing_is_right_gives_problems_only(root: Path, kind: str) -> None:
    write(
        root,
        f"{kind}.yml",
        "title: [1]\nhours: x\nfederal_register: 5\ncontact: 1\ngrades: {from: 9, to: 1}\n",
    )
    codes = {problem.code for problem in read(root)[1]}
    assert {"MB101", "MB103", "MB107"} <= codes


@pytest.mark.parametrize("place", ["zapis.yml", "reference/zapis.yml", "content/zapis.yml"])
def test_record_where_nothing_reads_it_is_told(root: Path, place: str) -> None:
    write(root, place, PRACTICE)
    assert [(p.code, p.file) for p in read(root)[1]] == [("MB222", place)]


def test_rule_over_several_fields_of_a_model_leaves_nothing_to_look_at_and_ends() -> None:
    class Pair(Group):
        first: str | None = None
        second: str | None = None

        @model_validator(mode="after")
        def _has_one(self) -> Self:
            if self.first is None and self.second is None:
                raise PydanticCustomError("pair", "neither")
            return self

    assert salvaged(Pair, {}).first is None
    assert salvaged(Pair, {"first": 1}).first is None
    assert salvaged(Pair, {"first": 1, "second": "два"}).second == "два"
