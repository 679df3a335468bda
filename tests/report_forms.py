"""Forms for the tests of `metodbank report`: written by the programs' own libraries, filled, read back."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Note
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from metodbank import cli

AS_OF = "2026-11-22"


def fill(root: Path, form: Path, *options: str, as_of: str = AS_OF) -> int:
    """Run the command on a form; return its exit code."""
    return cli.run(["--root", str(root), "report", str(form), "--as-of", as_of, *options])


def spreadsheet(path: Path, cells: Mapping[str, str]) -> Path:
    """Write a spreadsheet of one sheet, «Форма»."""
    book, sheet = new_spreadsheet()
    for place, value in cells.items():
        sheet[place] = value
    book.save(path)
    return path


def new_spreadsheet() -> tuple[Workbook, Worksheet]:
    """Return a spreadsheet with the sheet «Форма»."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book, book.create_sheet("Форма")


def filled(form: Path) -> Path:
    """Return where the report of a form stands."""
    return form.with_name(f"{form.stem}-{AS_OF}{form.suffix}")


def sheet_of(form: Path, name: str = "Форма") -> Worksheet:
    """Return a sheet of the report of a form."""
    sheet = load_workbook(filled(form))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(sheet: Worksheet) -> list[list[str]]:
    """Return the texts of a sheet by row, without empty cells."""
    return [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def note(path: Path, *paragraphs: str) -> Path:
    """Write a Word note of these paragraphs."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(path))
    return path


def note_of(form: Path) -> Note:
    """Return the report of a Word note."""
    return Document(str(filled(form)))


def lines_of(made: Note) -> list[str]:
    """Return the paragraphs of a note that say something."""
    return [paragraph.text for paragraph in made.paragraphs if paragraph.text.strip()]


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of an Office file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """Return an Office file of parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in content.items():
            archive.writestr(name, raw)
    return buffer.getvalue()
