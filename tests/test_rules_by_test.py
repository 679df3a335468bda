"""Rules that no fragment of a record can show: links, devices, sizes, encodings, prose pages, pairs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

import pytest

from attached_files import SCAN, attach, jpeg, word
from knowledge_bases import PRACTICE, add, change, codes_of, problems_of, read, the_problem_of, write

NOBODY = 65534
KILOBYTE = 1024
TABLE = "показатель;территория;числитель;знаменатель;источник\nfr-trained-share;okrug;13;20;Отчёт\n"
INDICATOR = """\
title: Школы, где есть клуб
short_title: Школы с клубом
unit: count
numerator: {title: школы с клубом, counted: organizations, observed: true}
one_unit: Одна школа.
"""


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


def test_statement_without_its_indicator_is_told(root: Path) -> None:
    write(root, "reference/indicators/kluby.yml", INDICATOR + "lishnee: 1\n")
    write(
        root,
        "reference/frameworks/oblast.yml",
        "title: Показатели\nshort_title: Область\ncitation: Приказ № 1\nstate: in-force\n"
        "statements:\n  - {id: p1, indicator: kluby, name: Доля школ с клубом}\n",
    )
    told = [(p.code, p.place, p.severity.value) for p in problems_of(root)]
    assert told[0] == ("MB963", "reference/frameworks/oblast.yml:6:25", "warning")
    assert [code for code, _, _ in told] == ["MB963", "MB102"]


def test_share_of_nothing_is_told(root: Path) -> None:
    write(root, "reference/indicators/kluby.yml", INDICATOR)
    assert codes_of(root) == []
    change(root, "reference/indicators/kluby.yml", "unit: count", "unit: percent")
    problem = the_problem_of(root)
    assert (problem.code, problem.place) == ("MB964", "reference/indicators/kluby.yml:3:7")


def test_table_of_monitoring_in_the_root_is_told(root: Path) -> None:
    write(root, "2025.csv", "показатель;территория\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.file, problem.is_error) == ("MB965", "2025.csv", False)


def test_table_in_the_encoding_of_an_older_spreadsheet_is_read_and_told(root: Path) -> None:
    write(root, "monitoring/2025.csv", TABLE.encode("cp1251"))
    problem = the_problem_of(root)
    assert (problem.code, problem.severity.value, problem.value) == ("MB932", "info", "Windows-1251")


def test_table_of_more_than_200_columns_is_not_read(root: Path) -> None:
    write(root, "monitoring/2025.csv", TABLE.replace("\n", ";" * 200 + "конец\n", 1))
    problem = the_problem_of(root)
    assert (problem.code, problem.place) == ("MB933", "monitoring/2025.csv:1:201")


def test_of_very_many_problems_of_a_table_only_the_first_are_told(root: Path) -> None:
    write(root, "monitoring/2025.csv", TABLE + "routes-share;okrug;много;2;Отчёт\n" * 600)
    codes = codes_of(root)
    assert (codes.count("MB946"), codes.count("MB949")) == (500, 1)


def test_workbook_under_the_name_of_a_table_is_told(root: Path) -> None:
    write(root, "monitoring/2025.csv", b"PK\x03\x04\x14\x00\x06\x00" + bytes(900))
    problem = the_problem_of(root)
    assert (problem.code, problem.message) == ("MB924", "Это книга Excel, хотя имя файла кончается на .csv.")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf;;;\r\n", ";".encode("utf-16")])
def test_table_without_a_row_is_told_as_empty(root: Path, content: bytes) -> None:
    write(root, "monitoring/2025.csv", content)
    assert [code for code in codes_of(root) if code != "MB932"] == ["MB925"]


def test_change_of_a_statement_that_is_not_in_the_standard_is_told(root: Path) -> None:
    write(root, "reference/frameworks/concept-2020.yml", "statements:\n  - {id: vi-9-9, dropped: true}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.line, problem.is_error) == ("MB926", 2, True)


def test_territories_lie_no_deeper_than_ten_levels_and_the_rest_is_told_and_set_aside(root: Path) -> None:
    chain = "".join(f"t{i}:\n  name: Т\n  kind: municipal-okrug\n  parent: t{i + 1}\n" for i in range(5000))
    add(root, "reference/territories.yml", chain + "t5000:\n  name: Т\n  kind: municipal-okrug\n")
    started = process_time()
    base, problems = read(root)
    assert process_time() - started < 10
    assert [problem.code for problem in problems] == ["MB411"] * 4991
    assert base is not None
    assert set(base.records["territory"]) == {"region", "okrug", *(f"t{i}" for i in range(4991, 5001))}


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
    "MB411": test_territories_lie_no_deeper_than_ten_levels_and_the_rest_is_told_and_set_aside,
    "MB924": test_workbook_under_the_name_of_a_table_is_told,
    "MB925": test_table_without_a_row_is_told_as_empty,
    "MB926": test_change_of_a_statement_that_is_not_in_the_standard_is_told,
    "MB932": test_table_in_the_encoding_of_an_older_spreadsheet_is_read_and_told,
    "MB933": test_table_of_more_than_200_columns_is_not_read,
    "MB949": test_of_very_many_problems_of_a_table_only_the_first_are_told,
    "MB963": test_statement_without_its_indicator_is_told,
    "MB964": test_share_of_nothing_is_told,
    "MB965": test_table_of_monitoring_in_the_root_is_told,
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
