"""What attached files are and hold: size, scans, places, authors; any bytes are read without a fault."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path
from time import process_time

import pytest

from attached_files import FONT, HEAD, PAGE, PICTURE, SCAN, attach, jpeg, office, packed, word
from knowledge_bases import codes_of, problems_of, the_problem_of

MEGABYTE = 1024 * 1024
LATITUDE, LONGITUDE, VERSION = 2, 4, 0
NO_PEOPLE = ", people: none"
PERSON = "Примерова Мария"


@pytest.mark.parametrize(
    ("name", "megabytes"), [("list.png", 2), ("list.jpeg", 2), ("list.txt", 10), ("urok.mp3", 20)]
)
def test_file_that_is_larger_than_its_kind_should_be_is_told(root: Path, name: str, megabytes: int) -> None:
    more = NO_PEOPLE if megabytes == 2 else ""
    attach(root, name, bytes(megabytes * MEGABYTE), more)
    assert codes_of(root) == []
    with (root / "files/primer" / name).open("ab") as file:
        file.write(b"\x00")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.is_error) == ("MB227", "practices/primer.yml:13:12", False)
    assert f"занимает {megabytes + 1} МБ" in problem.message
    assert f"не больше {megabytes} МБ" in problem.message


@pytest.mark.parametrize(
    "content",
    [SCAN, HEAD + packed(PAGE) + PICTURE, SCAN + packed(b"7 0 obj <</Type/Catalog>>")],
    ids=["plain", "packed", "packed-catalog"],
)
def test_pdf_of_pictures_only_is_told(root: Path, content: bytes) -> None:
    attach(root, "prikaz.pdf", content)
    problem = the_problem_of(root)
    assert (problem.code, problem.value, problem.field) == ("MB228", "prikaz.pdf", "Файл")


@pytest.mark.parametrize(
    "content",
    [
        SCAN + FONT,
        SCAN + packed(FONT),
        HEAD + PAGE,
        SCAN + b"trailer <</Encrypt 5 0 R>>",
        b"no PDF /Subtype/Image",
        b"",
    ],
    ids=["font", "packed-font", "drawing", "locked", "no-pdf", "empty"],
)
def test_pdf_with_letters_or_of_which_nothing_is_known_passes(root: Path, content: bytes) -> None:
    attach(root, "prikaz.pdf", content)
    assert codes_of(root) == []


def test_packed_objects_that_are_damaged_are_passed_over(root: Path) -> None:
    attach(root, "prikaz.pdf", SCAN + b"<</Type/ObjStm>>stream\nnot packed")
    assert codes_of(root) == ["MB228"]


@pytest.mark.parametrize("name", ["shema.png", "shema.jpg", "shema.jpeg", "shema.webp"])
def test_picture_without_a_word_on_people_is_told(root: Path, name: str) -> None:
    attach(root, name, b"")
    assert codes_of(root) == ["MB311"]


@pytest.mark.parametrize("people", ["none", "consented", "official"])
def test_picture_with_a_word_on_people_passes(root: Path, people: str) -> None:
    attach(root, "shema.png", b"", f", people: {people}")
    assert codes_of(root) == []


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("tags", [(LATITUDE,), (LONGITUDE,), (VERSION, LATITUDE, LONGITUDE)])
def test_place_in_a_photograph_is_told(root: Path, tags: tuple[int, ...], order: str) -> None:
    attach(root, "foto.jpg", jpeg(*tags, order=order), NO_PEOPLE)
    problem = the_problem_of(root)
    assert (problem.code, problem.value) == ("MB312", "foto.jpg")


@pytest.mark.parametrize(
    "content",
    [
        jpeg(),
        jpeg(VERSION),
        jpeg(LATITUDE, value=bytes(24)),
        b"\xff\xd8\xff\xda\x00\x02",
        b"\xff\xd8",
        b"",
        b"GIF89a",
        *(jpeg(LATITUDE)[:length] for length in (5, 24, 30, 35, 40, 44, 50)),
        jpeg(LATITUDE).replace(b"II*", b"XX*"),
    ],
)
def test_photograph_without_a_place_or_damaged_passes(root: Path, content: bytes) -> None:
    attach(root, "foto.jpeg", content, NO_PEOPLE)
    assert codes_of(root) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.docx", word(PERSON)),
        ("list.docx", word("", PERSON)),
        ("list.xlsx", word("Пользователь", PERSON)),
        ("list.pptx", word(PERSON, "Microsoft Office User")),
        ("list.odt", office({"meta.xml": f"<m:initial-creator>{PERSON}</m:initial-creator>"})),
        ("list.ods", office({"meta.xml": f"<dc:creator>{PERSON}</dc:creator>"})),
        ("list.docx", office({"docProps/core.xml": f"<creator>{PERSON}</creator>"}, compression=0)),
        ("list.pdf", HEAD + f"<</Author ({PERSON})>>".encode("cp1251")),
        ("list.pdf", HEAD + b"<</Author <" + PERSON.encode("utf-16").hex().encode() + b">>>"),
        ("list.pdf", HEAD + b"<</Author 5 0 R>> 5 0 obj (Maria Primerova) endobj"),
        ("list.pdf", HEAD + packed(b"<</Author (M. Primerova)>>")),
        (
            "list.pdf",
            HEAD + f"<dc:creator> <rdf:Seq> <rdf:li>{PERSON}</rdf:li> </rdf:Seq></dc:creator>".encode(),
        ),
    ],
)
def test_author_in_the_properties_of_a_document_is_told_and_not_repeated(
    root: Path, name: str, content: bytes
) -> None:
    attach(root, name, content)
    problem = the_problem_of(root)
    assert (problem.code, problem.value, problem.is_error) == ("MB313", name, False)
    assert "Пример" not in problem.message + problem.remedy


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.docx", word("")),
        ("list.docx", word("python-docx")),
        ("list.docx", word("Пользователь", "user")),
        ("list.docx", word("Методический кабинет", "МБОУ СОШ № 2")),
        ("list.docx", word("Администратор", "1")),
        ("list.docx", b"PK\x03\x04docProps/core.xml"),
        ("list.docx", word(PERSON)[:90]),
        ("list.docx", b""),
        ("list.docx", b"docProps/core.xml"),
        ("list.odt", office({"other-meta.xml": f"<dc:creator>{PERSON}</dc:creator>"})),
        ("list.pdf", HEAD + b"<</Author ()>>"),
        ("list.pdf", HEAD + b"<</Author (Microsoft Word)>>"),
        ("list.pdf", HEAD + b"<</Author <FEFF0>>>"),
        ("list.pdf", HEAD + b"<</Author (" + b"a" * 5000),
        ("list.pdf", HEAD + f"<</Author ({PERSON})/Encrypt 5 0 R>>".encode("cp1251")),
        ("list.txt", word(PERSON)),
    ],
)
def test_document_without_an_author_passes(root: Path, name: str, content: bytes) -> None:
    attach(root, name, content)
    assert codes_of(root) == []


def test_archive_that_unpacks_without_end_is_read_up_to_a_limit(root: Path) -> None:
    spaces = b"<creator>" + b" " * (200 * MEGABYTE) + PERSON.encode() + b"</creator>"
    attach(root, "list.docx", office({"docProps/core.xml": spaces}, compression=zipfile.ZIP_DEFLATED))
    started = process_time()
    assert codes_of(root) == []
    assert process_time() - started < 2


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("list.docx", b"PK\x03\x04docProps/core.xml"),
        ("list.pdf", b"%PDF-/Author("),
        ("list.pdf", b"%PDF-/Author (a\\"),
        ("list.pdf", b"%PDF-/Author 5 0 R 5 0 obj ("),
        ("list.pdf", b"%PDF-<</Type/ObjStm>>stream\n"),
        ("list.pdf", b"%PDF-/Type/ObjStm"),
        ("foto.jpg", b"\xff\xd8\xff\xe1\x00\x02"),
    ],
)
def test_large_file_made_to_be_slow_is_looked_at_soon(root: Path, name: str, piece: bytes) -> None:
    attach(root, name, piece * (4 * MEGABYTE // len(piece)), NO_PEOPLE)
    started = process_time()
    codes_of(root)
    assert process_time() - started < 4


@pytest.mark.parametrize("name", ["list.docx", "list.pdf", "foto.jpg"])
def test_damaged_files_are_read_without_a_fault(root: Path, name: str) -> None:
    whole = {
        "list.docx": word(PERSON),
        "list.pdf": SCAN + packed(FONT) + b"<</Author (\\377\\376a)>>",
        "foto.jpg": jpeg(VERSION, LATITUDE),
    }[name]
    attach(root, name, whole, NO_PEOPLE)
    chance = random.Random(name)  # noqa: S311 (damage, not a secret)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        (root / "files/primer" / name).write_bytes(damaged[: chance.randint(0, len(damaged))])
        assert {p.code for p in problems_of(root)} <= {"MB228", "MB312", "MB313"}


def test_link_in_place_of_a_file_is_not_read(root: Path, tmp_path: Path) -> None:
    attach(root, "list.docx", word(PERSON))
    (tmp_path / "outside.docx").write_bytes(word(PERSON))
    (root / "files/primer/list.docx").unlink()
    (root / "files/primer/list.docx").symlink_to(tmp_path / "outside.docx")
    assert sorted(codes_of(root)) == ["MB001", "MB210"]
