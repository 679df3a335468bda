"""`metodbank report`: forms that cannot be filled, files that may not be written, damage of any kind."""

from __future__ import annotations

import random
import re
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metodbank.indicators.lines import Lines
from metodbank.open_data.telling import Telling
from metodbank.reporting.filling import filled as fill_form
from metodbank.reporting.opening import MOST_UNPACKED, Refused
from metodbank.root_folder import RootFolder
from report_forms import AS_OF, fill, filled, note, packed, parts, spreadsheet
from scored_bases import scoring_of, write_scored_base

Captured = pytest.CaptureFixture[str]
OLD = bytes.fromhex("d0cf11e0a1b11ae1")
BOMB = "xl/worksheets/sheet9.xml"
DOCTYPE = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]>'


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_scored_base(tmp_path / "base", y2025="young;okrug;13;20;;;;;")


def refused(base: Path, form: Path, captured: Captured, *options: str) -> str:
    """Return why a form is refused."""
    captured.readouterr()
    before = {path.name for path in form.parent.iterdir()}
    assert fill(base, form, *options) == 2
    assert {path.name for path in form.parent.iterdir()} == before
    said = captured.readouterr()
    assert said.out == ""
    return said.err


def sound(tmp_path: Path) -> dict[str, bytes]:
    """Return the parts of a form that can be filled."""
    return parts(spreadsheet(tmp_path / "sound.xlsx", {"A1": "[young; okrug; 2025]"}).read_bytes())


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("f.xlsm", b"PK", "с макросами"),
        ("f.docm", b"PK", "с макросами"),
        ("f.xls", OLD, "Сохраните форму как .xlsx"),
        ("f.odt", b"PK", "Сохраните форму как .docx"),
        ("f.txt", b"", "Нужна книга Excel (.xlsx) или документ Word (.docx)"),
        ("f.xlsx", OLD + "EncryptedPackage".encode("utf-16-le"), "защищён паролем"),
        ("f.docx", OLD + bytes(600), "в старом формате"),
        ("f.xlsx", b"", "открыть его не удалось"),
        ("f.docx", "просто текст".encode(), "открыть его не удалось"),
        ("f.xlsx", bytes(21 * 1024 * 1024), "больше 20 МБ"),
        ("f.xlsx", packed({"a.txt": b"1"}), "повреждён"),
        ("f.docx", packed({"[Content_Types].xml": DOCTYPE + b"<w/>"}), "повреждён"),
    ],
)
def test_what_is_no_form_is_refused_in_words(
    base: Path, tmp_path: Path, capsys: Captured, name: str, content: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert why in refused(base, tmp_path / name, capsys)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(base: Path, tmp_path: Path, capsys: Captured) -> None:
    content = sound(tmp_path) | {BOMB: bytes(MOST_UNPACKED)}
    (tmp_path / "f.xlsx").write_bytes(packed(content))
    assert (tmp_path / "f.xlsx").stat().st_size < 1024 * 1024
    assert "распаковывается больше чем в 64 МБ" in refused(base, tmp_path / "f.xlsx", capsys)


def test_macros_are_refused_whatever_the_file_is_called(base: Path, tmp_path: Path, capsys: Captured) -> None:
    content = sound(tmp_path)
    (tmp_path / "f.xlsx").write_bytes(packed(content | {"xl/vbaProject.bin": b"1"}))
    assert "макросы" in refused(base, tmp_path / "f.xlsx", capsys)
    types = content["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    )
    (tmp_path / "f.xlsx").write_bytes(packed(content | {"[Content_Types].xml": types}))
    assert "с макросами" in refused(base, tmp_path / "f.xlsx", capsys)


def test_entities_of_a_form_are_not_followed(base: Path, tmp_path: Path, capsys: Captured) -> None:
    content = sound(tmp_path)
    sheet = content["xl/worksheets/sheet1.xml"]
    content["xl/worksheets/sheet1.xml"] = DOCTYPE + sheet[sheet.index(b"<worksheet") :]
    (tmp_path / "f.xlsx").write_bytes(packed(content))
    assert "повреждён" in refused(base, tmp_path / "f.xlsx", capsys)


def test_a_strict_form_is_refused_with_what_to_do(base: Path, tmp_path: Path, capsys: Captured) -> None:
    content = sound(tmp_path)
    strict = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    usual = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    content["_rels/.rels"] = content["_rels/.rels"].replace(usual, strict)
    (tmp_path / "f.xlsx").write_bytes(packed(content))
    assert "в строгом виде" in refused(base, tmp_path / "f.xlsx", capsys)


def test_a_note_that_is_called_a_spreadsheet_is_refused(base: Path, tmp_path: Path, capsys: Captured) -> None:
    note(tmp_path / "f.docx", "[young]").rename(tmp_path / "f.xlsx")
    assert "это не книга Excel" in refused(base, tmp_path / "f.xlsx", capsys)
    spreadsheet(tmp_path / "g.xlsx", {"A1": "[young]"}).rename(tmp_path / "g.docx")
    assert "это не документ Word" in refused(base, tmp_path / "g.docx", capsys)


def test_nothing_is_written_over_without_being_told_to(base: Path, tmp_path: Path, capsys: Captured) -> None:
    form = spreadsheet(tmp_path / "forma.xlsx", {"A1": "[young; okrug; 2025]"})
    content = form.read_bytes()
    assert fill(base, form) == 0
    assert "уже есть" in refused(base, form, capsys)
    assert fill(base, form, "--force") == 0
    capsys.readouterr()
    assert "на место формы" in refused(base, form, capsys, "--out", str(form), "--force")
    assert form.read_bytes() == content
    assert "не подходит" in refused(base, form, capsys, "--out", str(tmp_path / "a.docx"))
    assert "Папки" in refused(base, form, capsys, "--out", str(tmp_path / "net" / "a.xlsx"))
    assert "Формы" in refused(base, tmp_path / "net.xlsx", capsys)
    assert filled(form).name == f"forma-{AS_OF}.xlsx"


@pytest.fixture(scope="module")
def telling(tmp_path_factory: pytest.TempPathFactory) -> Telling:
    """Return what tells the indicators of the base of these tests."""
    root = write_scored_base(tmp_path_factory.mktemp("base"), y2025="young;okrug;13;20;;;;;")
    return Telling(scoring_of(root), Lines(RootFolder(root)))


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return a spreadsheet and a note with something of everything."""
    folder = tmp_path_factory.mktemp("forms")
    one = spreadsheet(
        folder / "a.xlsx", {"A1": "[young; okrug; 2025]", "B2": "=A1", "C3": "до [yong] [дата]"}
    )
    blocks = ("[таблица; 2025]", "[график; young; okrug]", "[территории; young; 2025]", "[основания]")
    two = note(folder / "b.docx", "Доля [young; okrug; 2025] и [yong; okrug]", *blocks)
    return {path.name: path.read_bytes() for path in (one, two)}


def damaged(chance: random.Random, content: dict[str, bytes]) -> bytes:
    """Return a form with parts lost, exchanged, or with attributes and elements of them changed."""
    content = dict(content)
    for _ in range(chance.randint(1, 4)):
        name = chance.choice([*content])
        raw = content[name]
        match chance.randrange(5):
            case 0:
                content[name] = content[chance.choice([*content])]
            case 1:
                del content[name]
                content["x"] = b""
            case 2:
                content[name] = _other(
                    chance, raw, rb'(?<==")[^"]*(?=")', (b"", b"-1", b"9" * 30, b"[young]")
                )
            case 3:
                content[name] = _other(chance, raw, rb"<[\w:]+[^>]*/>|</[\w:]+>", (b"", b"<zz/>"))
            case 4:
                place = chance.randrange(len(raw) + 1)
                content[name] = raw[:place] + chance.randbytes(3) + raw[place + chance.randrange(3) :]
    return packed(content)


def _other(chance: random.Random, raw: bytes, what: bytes, instead: tuple[bytes, ...]) -> bytes:
    found = [*re.finditer(what, raw)]
    if not found:
        return raw
    one = chance.choice(found)
    return raw[: one.start()] + chance.choice(instead) + raw[one.end() :]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chance=st.randoms(use_true_random=False), name=st.sampled_from(["a.xlsx", "b.docx"]), is_raw=st.booleans()
)
def test_a_damaged_form_is_filled_or_refused_and_nothing_else(
    telling: Telling, forms: dict[str, bytes], chance: random.Random, name: str, is_raw: bool
) -> None:
    if is_raw:
        raw = bytearray(forms[name])
        for _ in range(chance.randint(1, 20)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        form = bytes(raw)
    else:
        form = damaged(chance, parts(forms[name]))
    with suppress(Refused):
        content = fill_form(form, name, telling, 2025).content
        assert zipfile.ZipFile(BytesIO(content)).testzip() is None
