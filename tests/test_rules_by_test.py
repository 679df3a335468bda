"""Rules that no fragment of a record can show: links, devices, sizes, encodings, prose pages, pairs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from attached_files import SCAN, attach, jpeg, word
from knowledge_bases import PRACTICE, add, change, codes_of, problems_of, read, the_problem_of, write

NOBODY = 65534
KILOBYTE = 1024


def test_symlink_in_place_of_a_record_is_not_read(root: Path, tmp_path: Path) -> None:
    outside = write(tmp_path, "outside.yml", PRACTICE)
    (root / "practices" / "vtoraya.yml").symlink_to(outside)
    problem = the_problem_of(root)
    assert (problem.code, problem.place) == ("MB001", "practices/vtoraya.yml:1:1")


def test_symlinked_folder_is_not_entered(root: Path, tmp_path: Path) -> None:
    write(tmp_path, "outside/vtoraya.yml", PRACTICE)
    (root / "practices" / "sosedi").symlink_to(tmp_path / "outside", target_is_directory=True)
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == ("MB001", "practices/sosedi")


def test_device_in_place_of_a_record_does_not_hang_the_check(root: Path) -> None:
    os.mkfifo(root / "practices" / "vtoraya.yml")
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == ("MB001", "practices/vtoraya.yml")


def test_record_of_more_than_64_kilobytes_is_set_aside(root: Path) -> None:
    add(root, "practices/primer.yml", "# " + "а" * (32 * KILOBYTE))
    problem = the_problem_of(root)
    assert (problem.code, problem.message) == ("MB005", "Файл больше 64 КБ.")


def test_record_of_64_kilobytes_exactly_is_read(root: Path) -> None:
    size = (root / "practices/primer.yml").stat().st_size
    add(root, "practices/primer.yml", "#" * (64 * KILOBYTE - size))
    assert (root / "practices/primer.yml").stat().st_size == 64 * KILOBYTE
    assert codes_of(root) == []


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "koi8-r", "cp866"])
def test_other_encoding_than_utf_8_is_told(root: Path, encoding: str) -> None:
    write(root, "practices/primer.yml", PRACTICE.encode(encoding))
    problem = the_problem_of(root)
    assert (problem.code, problem.line) == ("MB006", 1)


@pytest.mark.parametrize("content", ["", "\n\n", "# одна пометка\n", "---\n", "- один\n", "просто слова\n"])
def test_file_without_a_field_is_told_as_empty(root: Path, content: str) -> None:
    write(root, "practices/primer.yml", content)
    problem = the_problem_of(root)
    assert (problem.code, problem.file) == ("MB015", "practices/primer.yml")


def test_file_without_the_right_to_read_loses_only_itself(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "practices/vtoraya.yml", PRACTICE).chmod(0)
    codes_of(root)
    monkeypatch.chdir(root)
    with without_the_rights_of_root(root):
        base, problems = read(Path())
    assert [(p.code, p.file) for p in problems] == [("MB022", "practices/vtoraya.yml")]
    assert base is not None
    assert set(base.records["practice"]) == {"primer"}


def test_unknown_slot_of_a_prose_page_is_told_with_its_line(root: Path) -> None:
    write(
        root,
        "content/o-nas.md",
        '# О нас\n\n<div data-slot="newest"></div>\n  <div data-slot="newst"></div>\n',
    )
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.value) == ("MB214", "content/o-nas.md:4:3", "newst")


def test_link_of_a_prose_page_that_leads_nowhere_is_told_with_its_line(root: Path) -> None:
    write(root, "content/o-nas.md", "# О нас\n\n[Есть](practices/index.md), [нет](practices/nothing.md)\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.line, problem.value) == ("MB215", 3, "practices/nothing.md")


def test_folder_without_region_file_is_no_base(root: Path) -> None:
    (root / "region.yml").unlink()
    base, problems = read(root)
    assert base is None
    assert [(p.code, p.place) for p in problems] == [("MB217", "region.yml:1:1")]


def test_organizations_with_one_inn_are_told_once(root: Path) -> None:
    change(
        root,
        "reference/organizations.yml",
        "  territory: okrug\n",
        '  territory: okrug\n  inn: "0012345673"\n',
    )
    change(
        root,
        "reference/organizations.yml",
        "  territory: region\n",
        '  territory: region\n  inn: "0012345673"\n',
    )
    problem = the_problem_of(root)
    assert (problem.code, problem.place) == ("MB403", "reference/organizations.yml:12:8")
    assert "Школа" in problem.message
    assert not problem.is_error


def test_act_that_nothing_names_is_told_as_an_information(root: Path) -> None:
    add(root, "reference/acts.yml", "pismo:\n  kind: letter\n  number: '7'\n  state: in-force\n")
    told = [(p.file, p.severity.value) for p in problems_of(root) if p.code == "MB226"]
    assert told == [("reference/acts.yml", "info")]


def test_file_that_takes_long_over_a_mobile_net_is_told(root: Path) -> None:
    attach(root, "list.txt", bytes(10 * KILOBYTE * KILOBYTE + 1))
    assert the_problem_of(root).code == "MB227"


def test_scan_without_letters_is_told(root: Path) -> None:
    attach(root, "prikaz.pdf", SCAN)
    assert the_problem_of(root).code == "MB228"


def test_picture_of_which_nobody_said_whether_it_shows_people_is_told(root: Path) -> None:
    attach(root, "shema.png", b"")
    assert the_problem_of(root).code == "MB311"


def test_place_where_a_photograph_was_taken_is_told(root: Path) -> None:
    attach(root, "foto.jpg", jpeg(2, 4), ", people: none")
    assert the_problem_of(root).code == "MB312"


def test_name_in_the_properties_of_a_document_is_told(root: Path) -> None:
    attach(root, "list.docx", word("Примерова Мария"))
    assert the_problem_of(root).code == "MB313"


SHOWN: dict[str, Callable[..., None]] = {
    "MB001": test_symlink_in_place_of_a_record_is_not_read,
    "MB005": test_record_of_more_than_64_kilobytes_is_set_aside,
    "MB006": test_other_encoding_than_utf_8_is_told,
    "MB015": test_file_without_a_field_is_told_as_empty,
    "MB022": test_file_without_the_right_to_read_loses_only_itself,
    "MB214": test_unknown_slot_of_a_prose_page_is_told_with_its_line,
    "MB215": test_link_of_a_prose_page_that_leads_nowhere_is_told_with_its_line,
    "MB217": test_folder_without_region_file_is_no_base,
    "MB226": test_act_that_nothing_names_is_told_as_an_information,
    "MB227": test_file_that_takes_long_over_a_mobile_net_is_told,
    "MB228": test_scan_without_letters_is_told,
    "MB311": test_picture_of_which_nobody_said_whether_it_shows_people_is_told,
    "MB312": test_place_where_a_photograph_was_taken_is_told,
    "MB313": test_name_in_the_properties_of_a_document_is_told,
    "MB403": test_organizations_with_one_inn_are_told_once,
}
"""Which test shows each rule that has no example of its own."""


@contextmanager
def without_the_rights_of_root(folder: Path) -> Iterator[None]:
    """Read as a user whom the rights of files bind, also where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    folder.chmod(0o755)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
