"""The sheet «Основания»: what could not be filled first, then every ground with the cells that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from metodbank.reporting.basis import Basis
from metodbank.reporting.markup import Element, element, root, tag, words
from metodbank.reporting.outcome import Entry, Outcome
from metodbank.reporting.package import Package
from metodbank.reporting.sheet.styles import Styles

TITLE = "Основания"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LACKING = ("Что спрошено", "Лист", "Ячейка", "Что стоит", "Почему не заполнено")
_GROUNDS = (
    "Показатель и территория", "Год", "Где стоит", "Формула", "Кто отчитался, чьи числа", "На день",
    "Источник", "Файлы базы: строки", "Как проверить",
)  # fmt: skip
_WIDTHS = (44, 17, 26, 24, 36, 20, 34, 34, 44)
_MOST_NAME = 31
_LINE_HEIGHT = 15

Row = tuple[Sequence[str], str]
"""Texts of the cells, and what the row is: title, head or line."""


def add_grounds(package: Package, styles: Styles, names: Iterable[str], outcome: Outcome, head: str) -> str:
    """Add the sheet at the end of the spreadsheet; return its name, which no other sheet has."""
    name = _free_name({each.lower() for each in names})
    part = package.free("xl/worksheets/sheet{}.xml")
    package.add(part, _sheet(styles, list(_rows(outcome, head))), _SHEET_TYPE)
    sheets = package.edit(package.main).find(tag("s:sheets"))
    taken = [int(each.get("sheetId")) for each in sheets if str(each.get("sheetId", "")).isdecimal()]
    relation = package.relate(package.main, "worksheet", part)
    sheets.append(element("s:sheet", {"name": name, "sheetId": max(taken, default=0) + 1, "r:id": relation}))
    return name


def _free_name(taken: set[str]) -> str:
    name, number = TITLE, 1
    while name.lower() in taken:
        number += 1
        name = f"{TITLE} ({number})"
    return name[:_MOST_NAME]


def _rows(outcome: Outcome, head: str) -> Iterator[Row]:
    yield (f"Основания: {head}",), "title"
    yield (), "line"
    lacking = outcome.lacking
    yield (f"Не заполнено мест: {len(lacking)}",), "title"
    if lacking:
        yield _LACKING, "head"
        yield from (((each.asked, each.sheet, each.place, each.text, each.lack), "line") for each in lacking)
    yield (), "line"
    yield (f"Заполнено мест: {len(outcome.filled)}",), "title"
    grounds = _by_basis(outcome.filled)
    if grounds:
        yield _GROUNDS, "head"
        yield from ((_ground(basis, cells), "line") for basis, cells in grounds)


def _by_basis(filled: Iterable[Entry]) -> list[tuple[Basis, dict[str, list[str]]]]:
    """Return each ground with its cells by sheet, in the order of the form."""
    found: dict[tuple[str, str, int], tuple[Basis, dict[str, list[str]]]] = {}
    for entry in filled:
        if entry.basis is not None:
            _, cells = found.setdefault(entry.basis.key, (entry.basis, {}))
            on_sheet = cells.setdefault(entry.sheet, [])
            if entry.place not in on_sheet:
                on_sheet.append(entry.place)
    return [*found.values()]


def _ground(basis: Basis, cells: dict[str, list[str]]) -> Sequence[str]:
    where = "; ".join(f"{sheet}: {', '.join(places)}" for sheet, places in cells.items())
    whose = "; ".join(each for each in (basis.coverage, basis.status, basis.remark) if each)
    return (
        f"{basis.title}: {basis.place}", str(basis.year), where, basis.formula or basis.value, whose,
        basis.moment, basis.source, basis.files_text, basis.command,
    )  # fmt: skip


def _sheet(styles: Styles, rows: Sequence[Row]) -> Element:
    made = root("s:worksheet", "r")
    made.append(element("s:sheetPr", {}, element("s:pageSetUpPr", {"fitToPage": 1})))
    columns = (
        element("s:col", {"min": number, "max": number, "width": width, "customWidth": 1})
        for number, width in enumerate(_WIDTHS, 1)
    )
    made.append(element("s:cols", {}, *columns))
    looks = {
        "title": styles.written(is_title=True),
        "head": styles.written(is_head=True),
        "line": styles.written(),
    }
    data = element("s:sheetData")
    for number, (cells, look) in enumerate(rows, 1):
        row = element("s:row", {"r": number}, *_cells(number, cells, looks[look]))
        if look != "title":
            row.set("ht", str(_height(cells)))
            row.set("customHeight", "1")
        data.append(row)
    made.append(data)
    sides = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6, "header": 0.3, "footer": 0.3}
    made.append(element("s:pageMargins", {side: str(inches) for side, inches in sides.items()}))
    made.append(element("s:pageSetup", {"paperSize": 9, "orientation": "landscape", "fitToHeight": 0}))
    return made


def _height(cells: Sequence[str]) -> int:
    """Return the height of a row in points: not every program finds it by itself."""
    lines = (-(-len(text) // (width - 2)) for text, width in zip(cells, _WIDTHS, strict=False))
    return max([1, *lines]) * _LINE_HEIGHT


def _cells(row: int, cells: Sequence[str], style: str) -> Iterator[Element]:
    for column, text in enumerate(cells):
        if text:
            reference = f"{chr(ord('A') + column)}{row}"
            inline = element("s:is", {}, words("s:t", text))
            yield element("s:c", {"r": reference, "s": style, "t": "inlineStr"}, inline)
