"""A spreadsheet to begin with: frameworks on one sheet, territories on another, the notation on a third."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from metodbank.reporting.asked import Field
from metodbank.reporting.starting.contents import Contents, FrameworkLines
from metodbank.reporting.starting.help import NOTATION
from metodbank.reporting.starting.workbooks import new_workbook, same_bytes

_FONT = "Times New Roman"
_LINE = Side(style="thin", color="A6A6A6")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="E6F0EF")
_ASKED = (Field.TARGET_WORDS, Field.VALUE, Field.STATE, Field.TO_GOAL, Field.COVERAGE, Field.STATUS)
_HEADS = (
    "№",
    "Показатель",
    "Единица",
    "Цель",
    "Значение",
    "Состояние",
    "До цели",
    "Кто отчитался",
    "Чьи числа",
)
_WIDTHS = (6, 48, 13, 18, 18, 19, 24, 19, 22)
_WITHOUT_VALUE = "–"
_LINE_HEIGHT = 15.5
_TITLE = "Показатели системы научно-методического сопровождения"


def starting_spreadsheet(contents: Contents, day: date) -> bytes:
    """Return the spreadsheet; the same base gives the same bytes on the same day."""
    book, first = new_workbook("Показатели")
    _indicators(first, contents)
    if len(contents.territories) > 1:
        _territories(book.create_sheet("По территориям"), contents)
    _notation(book.create_sheet("Как заполнять"))
    book.properties.title = _TITLE
    return same_bytes(book, datetime(day.year, day.month, day.day))


def _indicators(sheet: Worksheet, contents: Contents) -> None:
    _head(sheet, f"{_TITLE}: [регион], [год] год", _HEADS, _WIDTHS)
    for framework in contents.frameworks:
        _framework(sheet, framework, len(_HEADS))
        for line in framework.lines:
            asked = [f"[{line.called}; {field}]" for field in _ASKED]
            _row(sheet, [line.number, line.name, line.unit, *asked], numbers=(4, 5))


def _territories(sheet: Worksheet, contents: Contents) -> None:
    names = [name for _, name in contents.territories]
    heads = ("№", "Показатель", "Единица", *names)
    _head(sheet, "Значения по территориям: [год] год", heads, (6, 48, 13, *[18] * len(names)))
    for framework in contents.frameworks:
        _framework(sheet, framework, len(heads))
        for line in (each for each in framework.lines if not each.is_of_region):
            asked = [f"[{line.called}; {place}]" for place, _ in contents.territories]
            _row(sheet, [line.number, line.name, line.unit, *asked], numbers=range(4, len(heads) + 1))


def _notation(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 96
    for first, second in NOTATION:
        sheet.append([first, second])
        for cell in sheet[sheet.max_row]:
            cell.font = Font(name=_FONT, size=11, bold=cell.column == 1 or not second)
            cell.alignment = Alignment(wrap_text=bool(second), vertical="top")
        sheet.row_dimensions[sheet.max_row].height = _LINE_HEIGHT * max(1, -(-len(second) // 92))
    _printed(sheet)


def _head(sheet: Worksheet, title: str, heads: Sequence[str], widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, (text, size) in enumerate(((title, 14), ("По состоянию на [дата], [оператор]", 11)), 1):
        sheet.cell(row, 1, text).font = Font(name=_FONT, size=size, bold=row == 1)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(heads))
    for column, text in enumerate(heads, 1):
        cell = sheet.cell(4, column, text)
        cell.font, cell.fill, cell.border = Font(name=_FONT, size=11, bold=True), _HEAD, _BORDER
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    sheet.freeze_panes = "C5"
    sheet.print_title_rows = "4:4"
    _printed(sheet)


def _framework(sheet: Worksheet, framework: FrameworkLines, columns: int) -> None:
    row = sheet.max_row + 1
    cell = sheet.cell(row, 1, f"{framework.title}\n{framework.citation}")
    cell.font = Font(name=_FONT, size=11, bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    sheet.row_dimensions[row].height = 34
    for column in range(1, columns + 1):
        sheet.cell(row, column).border = _BORDER


def _row(sheet: Worksheet, texts: Sequence[str], numbers: Sequence[int]) -> None:
    row = sheet.max_row + 1
    sheet.row_dimensions[row].height = _LINE_HEIGHT * max(2, -(-len(texts[1]) // _WIDTHS[1]))
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column, text or _WITHOUT_VALUE)
        cell.font, cell.border = Font(name=_FONT, size=11), _BORDER
        across = "center" if column in numbers or column == 1 else "left"
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=across)


def _printed(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = HeaderFooterItem()
    footer.right.text = "&P из &N"
    sheet.oddFooter = footer
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
