"""Paragraphs, tables and drawings of a Word note, made in the look of the paragraph that asked for them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from metodbank.reporting.markup import Element, element, local, number_of, tag, words
from metodbank.reporting.note.looks import drop_look, set_look

_LINE = "A6A6A6"
_HEAD = "E6F0EF"
_PAGE, _MARGIN = 11906, 1134
_CELL_MARGIN = 85


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell of a table says; `ground` is the number of its ground, 0 for none."""

    text: str
    ground: int = 0


Row = Sequence[CellText]


@dataclass(frozen=True, slots=True)
class TableText:
    """A table: columns with their shares of the width, rows, and what it is about for those who hear it."""

    columns: Sequence[tuple[str, int]]
    rows: Sequence[Row]
    about: str


class Writing:
    """Makes what stands in place of one paragraph; `anchor` gives the bookmark of a ground."""

    def __init__(self, paragraph: Element, anchor: str) -> None:
        self._paragraph = paragraph
        self._anchor = anchor
        look = next((run.find(tag("w:rPr")) for run in paragraph.iter(tag("w:r"))), None)
        self._look = look
        self.width = text_width(paragraph)
        fonts = None if look is None else look.find(tag("w:rFonts"))
        self.font = "" if fonts is None else fonts.get(tag("w:ascii"), "")

    def paragraph(
        self, text: str, ground: int = 0, *, is_item: bool = False, is_bold: bool = False
    ) -> Element:
        """Return a paragraph of text in the look of the one that asked."""
        settings = self._settings()
        if is_item:
            set_look(settings, element("w:ind", {"w:left": 425, "w:hanging": 425}))
        return element("w:p", {}, settings, *self._runs(text, ground, is_bold))

    def bookmarked(self, text: str, number: int) -> Element:
        """Return an item of the list of grounds, to which the raised numbers lead."""
        made = self.paragraph(text, is_item=True)
        name = f"{self._anchor}{number}"
        made.insert(1, element("w:bookmarkStart", {"w:id": 70000 + number, "w:name": name}))
        made.append(element("w:bookmarkEnd", {"w:id": 70000 + number}))
        return made

    def drawing(self, drawing: Element) -> Element:
        """Return a paragraph that holds a chart."""
        settings = element("w:pPr", {}, element("w:spacing", {"w:before": 120, "w:after": 120}))
        settings.append(element("w:ind", {"w:left": 0, "w:firstLine": 0}))
        settings.append(element("w:jc", {"w:val": "center"}))
        return element("w:p", {}, settings, element("w:r", {}, drawing))

    def table(self, table: TableText) -> Element:
        """Return a table as wide as the text, its head repeated on every page."""
        whole = sum(share for _, share in table.columns)
        widths = [self.width * share // whole for _, share in table.columns]
        grid = element("w:tblGrid", {}, *(element("w:gridCol", {"w:w": width}) for width in widths))
        made = element("w:tbl", {}, self._table_settings(table.about, sum(widths)), grid)
        head = [CellText(title) for title, _ in table.columns]
        made.append(self._row(head, widths, is_head=True))
        for row in table.rows:
            made.append(self._row(row, widths))
        return made

    def _table_settings(self, about: str, width: int) -> Element:
        line: dict[str, str | int] = {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": _LINE}
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        margins = (element(f"w:{side}", {"w:w": _CELL_MARGIN, "w:type": "dxa"}) for side in ("left", "right"))
        return element(
            "w:tblPr",
            {},
            element("w:tblW", {"w:w": width, "w:type": "dxa"}),
            element("w:tblBorders", {}, *(element(f"w:{side}", line) for side in sides)),
            element("w:tblLayout", {"w:type": "fixed"}),
            element("w:tblCellMar", {}, *margins),
            element("w:tblLook", {"w:val": "0020", "w:firstRow": 1, "w:lastRow": 0, "w:firstColumn": 0,
                                  "w:lastColumn": 0, "w:noHBand": 1, "w:noVBand": 1}),
            element("w:tblCaption", {"w:val": about}),
        )  # fmt: skip

    def _row(self, cells: Row, widths: Sequence[int], *, is_head: bool = False) -> Element:
        settings = element("w:trPr", {}, element("w:cantSplit"))
        if is_head:
            settings.append(element("w:tblHeader"))
        return element(
            "w:tr", {}, settings, *(self._cell(c, w, is_head) for c, w in zip(cells, widths, strict=True))
        )

    def _cell(self, cell: CellText, width: int, is_head: bool) -> Element:
        settings = element("w:tcPr", {}, element("w:tcW", {"w:w": width, "w:type": "dxa"}))
        if is_head:
            settings.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _HEAD}))
        lines = element(
            "w:pPr",
            {},
            element("w:spacing", {"w:before": 40, "w:after": 40, "w:line": 240, "w:lineRule": "auto"}),
        )
        lines.append(element("w:ind", {"w:left": 0, "w:firstLine": 0}))
        lines.append(element("w:jc", {"w:val": "left"}))
        if is_head:
            lines.insert(0, element("w:keepNext"))
        return element(
            "w:tc", {}, settings, element("w:p", {}, lines, *self._runs(cell.text, cell.ground, is_head))
        )

    def _runs(self, text: str, ground: int, is_bold: bool = False) -> list[Element]:
        look = element("w:rPr") if self._look is None else deepcopy(self._look)
        drop_look(look, "highlight", "vertAlign")
        if is_bold:
            set_look(look, element("w:b"))
        made = [element("w:r", {}, look, words("w:t", text))]
        if ground:
            raised = deepcopy(look)
            set_look(raised, element("w:vertAlign", {"w:val": "superscript"}))
            run = element("w:r", {}, raised, words("w:t", str(ground)))
            made.append(element("w:hyperlink", {"w:anchor": f"{self._anchor}{ground}"}, run))
        return made

    def _settings(self) -> Element:
        found = self._paragraph.find(tag("w:pPr"))
        settings = element("w:pPr") if found is None else deepcopy(found)
        drop_look(settings, "sectPr", "pageBreakBefore", "rPr")
        return settings


def text_width(paragraph: Element) -> int:
    """Return how wide the text is where a paragraph stands, in twentieths of a point."""
    cell = next((each for each in paragraph.iterancestors() if local(each) == "tc"), None)
    if cell is not None:
        width = cell.find(f"{tag('w:tcPr')}/{tag('w:tcW')}")
        if width is not None and width.get(tag("w:type")) == "dxa":
            return max(number_of(width.get(tag("w:w")), _PAGE) - 2 * _CELL_MARGIN, 1000)
    section = _section(paragraph)
    if section is None:
        return _PAGE - 2 * _MARGIN
    size, margins = section.find(tag("w:pgSz")), section.find(tag("w:pgMar"))
    width = number_of(None if size is None else size.get(tag("w:w")), _PAGE)
    for side in ("left", "right"):
        width -= number_of(None if margins is None else margins.get(tag(f"w:{side}")), _MARGIN)
    return max(width, 2000)


def _section(paragraph: Element) -> Element | None:
    """Return the settings of the section that a paragraph is in: they stand at its end."""
    top = paragraph
    for each in paragraph.iterancestors():
        if local(each) == "body":
            break
        top = each
    for each in (top, *top.itersiblings()):
        if local(each) == "sectPr":
            return each
        found = each.find(f"{tag('w:pPr')}/{tag('w:sectPr')}") if local(each) == "p" else None
        if found is not None:
            return found
    return None
