"""New spreadsheets, the same bytes each time; the one behind a chart of a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from metodbank.reporting.package import Package

_NO_DAY = datetime(2000, 1, 1)


def chart_workbook(labels: Sequence[str], series: Mapping[str, Sequence[Fraction | None]]) -> bytes:
    """Return the spreadsheet that opens when the numbers of a chart are changed in Word."""
    book, sheet = new_workbook("Данные")
    sheet.append(["", *series])
    for number, label in enumerate(labels):
        values = (each[number] for each in series.values())
        sheet.append([label, *(None if value is None else float(value) for value in values)])
    return same_bytes(book, _NO_DAY)


def new_workbook(title: str) -> tuple[Workbook, Worksheet]:
    """Return a spreadsheet with one empty sheet."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    return book, book.create_sheet(title)


def same_bytes(book: Workbook, day: datetime) -> bytes:
    """Return a spreadsheet as a file that says it was made on that day, not now."""
    buffer = BytesIO()
    book.properties.creator = "Методбанк"
    book.save(buffer)
    package = Package(buffer.getvalue(), "form.xlsx")
    for each in package.edit("docProps/core.xml"):
        if each.tag.endswith(("created", "modified")):
            each.text = f"{day.date().isoformat()}T00:00:00Z"
    return package.saved()
