"""The sheets of a spreadsheet and the texts of their cells (SpreadsheetML, ECMA-376, part 1, 18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from metodbank.reporting.markup import Element, element, local, number_of, tag
from metodbank.reporting.opening import broken
from metodbank.reporting.package import Package

_REFERENCE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name for the eye and the part that holds it."""

    name: str
    part: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds text; row and column are counted from 1."""

    reference: str
    row: int
    column: int
    markup: Element


class Workbook:
    """Reads what there is; changes are made by those who know what of."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.tree = package.xml(package.main)
        if self.tree.tag != tag("s:workbook"):
            raise broken(package.name, "это не книга Excel")
        self.sheets = tuple(self._sheets())
        shared = package.related(package.main, "sharedStrings")
        self._shared = list(package.xml(shared[0]).iterchildren(tag("s:si"))) if shared else []

    def cells(self, sheet: Sheet) -> Iterator[Cell]:
        """Yield the cells of a sheet that hold text and no formula."""
        for cell in self._all(sheet):
            is_text = cell.markup.get("t") in {"s", "inlineStr"}
            if is_text and cell.markup.find(tag("s:f")) is None:
                yield cell

    def formulas(self, sheet: Sheet) -> Iterator[tuple[Cell, str]]:
        """Yield the cells of a sheet that hold a formula, with it."""
        for cell in self._all(sheet):
            formula = cell.markup.findtext(tag("s:f"))
            if formula:
                yield cell, formula

    def _all(self, sheet: Sheet) -> Iterator[Cell]:
        row_number = 0
        for row in self.package.xml(sheet.part).iterfind(f"{tag('s:sheetData')}/{tag('s:row')}"):
            row_number = number_of(row.get("r"), row_number + 1)
            column = 0
            for cell in row.iterchildren(tag("s:c")):
                found = _REFERENCE.fullmatch(cell.get("r", ""))
                column = _column(found[1]) if found else column + 1
                yield Cell(f"{_letters(column)}{row_number}", row_number, column, cell)

    def text(self, cell: Cell) -> str:
        """Return the text of a cell."""
        return "".join(node.text or "" for node in texts(self.rich(cell)))

    def rich(self, cell: Cell) -> Element:
        """Return a copy of the text of a cell with its formats, as an inline string."""
        copy = element("s:is")
        if cell.markup.get("t") == "inlineStr":
            source = cell.markup.find(tag("s:is"))
        else:
            number = number_of(cell.markup.findtext(tag("s:v")), len(self._shared))
            source = self._shared[number] if number < len(self._shared) else None
        for child in () if source is None else source:
            if local(child) in {"t", "r"}:
                copy.append(deepcopy(child))
        return copy

    def headings(self, sheet: Sheet) -> set[tuple[int, int]]:
        """Return the rows and columns that are headings of tables: Excel keeps their names elsewhere too."""
        found: set[tuple[int, int]] = set()
        for part in self.package.related(sheet.part, "table"):
            table = self.package.xml(part)
            corners = [_REFERENCE.fullmatch(each) for each in table.get("ref", "").split(":")]
            if table.get("headerRowCount") != "0" and corners[0] is not None and corners[-1] is not None:
                first, last = _column(corners[0][1]), _column(corners[-1][1])
                found |= {(int(corners[0][2]), column) for column in range(first, min(last, first + 999) + 1)}
        return found

    def forget_results(self) -> None:
        """Have formulas computed anew when the file is opened: what they were computed from has changed."""
        for sheet in self.sheets:
            with_results = [
                cell for cell in self.package.xml(sheet.part).iter(tag("s:c"))
                if cell.find(tag("s:f")) is not None and cell.find(tag("s:v")) is not None
            ]  # fmt: skip
            for cell in with_results:
                cell.remove(cell.find(tag("s:v")))
                cell.attrib.pop("t", None)
            if with_results:
                self.package.edit(sheet.part)
        book = self.package.edit(self.package.main)
        properties = book.find(tag("s:calcPr"))
        if properties is None:
            properties = element("s:calcPr", {"calcId": 191029})
            after = [
                each
                for each in book
                if local(each) in {"sheets", "functionGroups", "externalReferences", "definedNames"}
            ]
            after[-1].addnext(properties)
        properties.set("fullCalcOnLoad", "1")

    def _sheets(self) -> Iterator[Sheet]:
        targets = {each.id: each for each in self.package.relations(self.package.main)}
        for each in self.tree.iterfind(f"{tag('s:sheets')}/{tag('s:sheet')}"):
            relation = targets.get(each.get(tag("r:id"), ""))
            if relation is not None and relation.kind == "worksheet":
                yield Sheet(each.get("name", ""), relation.target)


def texts(rich: Element) -> list[Element]:
    """Return the nodes of a string that hold its text, in order."""
    return [node for node in rich.iter(tag("s:t")) if local(node.getparent()) in {"is", "r"}]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
