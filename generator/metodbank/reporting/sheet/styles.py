"""The formats of cells: a new one is an existing one with a number format or a mark of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

from metodbank.reporting.markup import Element, element, local, number_of, parsed, tag
from metodbank.reporting.opening import broken
from metodbank.reporting.package import Package

_GENERAL, _TEXT = 0, 49
_FIRST_OWN = 164
_NO_FORMATS = {"general", "@"}
"""As LibreOffice writes them, under numbers of its own."""
_PERCENTS = {9, 10}
_QUOTED = re.compile(r'"[^"]*"|\\.')
_MARK = "FFFFF2CC"
_HEAD = "FFE6F0EF"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_PLAIN = b"""\
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>
</styleSheet>"""


class Styles:
    """The styles of a spreadsheet; one without any gets the plainest there are."""

    def __init__(self, package: Package) -> None:
        found = package.related(package.main, "styles")
        if not found:
            part = package.free("xl/mbstyles{}.xml")
            package.add(part, parsed(_PLAIN), _STYLES_TYPE)
            package.relate(package.main, "styles", part)
            found = [part]
        self._tree = package.edit(found[0])
        groups = {name: self._tree.find(tag(f"s:{name}")) for name in ("fonts", "fills", "cellXfs")}
        if any(group is None for group in groups.values()):
            raise broken(package.name, found[0])
        self._groups: dict[str, Element] = groups
        self._formats = self._groups["cellXfs"].findall(tag("s:xf"))
        self._made: dict[tuple[object, ...], int] = {}

    def is_free(self, style: str | None) -> bool:
        """Return whether the cell has no number format of its own."""
        number = self._number_format(style)
        return number in {_GENERAL, _TEXT} or self._codes().get(number, "").lower() in _NO_FORMATS

    def is_percent(self, style: str | None) -> bool:
        """Return whether the cell shows 0.65 as 65 %."""
        number = self._number_format(style)
        return number in _PERCENTS or "%" in _QUOTED.sub("", self._codes().get(number, ""))

    def with_number(self, style: str | None, code: str) -> str:
        """Return the style of a cell with a number format."""

        def change(xf: Element) -> None:
            xf.set("numFmtId", str(self._id_of(code)))
            xf.set("applyNumberFormat", "1")
            xf.attrib.pop("quotePrefix", None)

        return self._changed(style, ("number", code), change)

    def marked(self, style: str | None) -> str:
        """Return the style of a cell with the ground of one that could not be filled."""

        def change(xf: Element) -> None:
            xf.set("fillId", str(self._fill(_MARK)))
            xf.set("applyFill", "1")

        return self._changed(style, ("marked",), change)

    def written(self, *, is_head: bool = False, is_title: bool = False) -> str:
        """Return the style of a cell of the sheet of grounds."""

        def change(xf: Element) -> None:
            for child in list(xf):
                xf.remove(child)
            fill = self._fill(_HEAD) if is_head else 0
            font = self._bold() if is_head or is_title else 0
            plain = {"numFmtId": 0, "fontId": font, "fillId": fill, "borderId": 0}
            for name, value in (*plain.items(), ("applyFont", 1), ("applyFill", 1), ("applyAlignment", 1)):
                xf.set(name, str(value))
            wrap = {} if is_title else {"wrapText": "1"}
            xf.append(element("s:alignment", {"vertical": "top", **wrap}))

        return self._changed("0", ("written", is_head, is_title), change)

    def _changed(self, style: str | None, how: tuple[object, ...], change: Callable[[Element], None]) -> str:
        key = (number_of(style, 0), *how)
        if key not in self._made:
            known = self._xf(style)
            plain = {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0}
            xf = element("s:xf", plain) if known is None else deepcopy(known)
            change(xf)
            self._made[key] = self._appended("cellXfs", xf)
        return str(self._made[key])

    def _xf(self, style: str | None) -> Element | None:
        number = number_of(style, 0)
        return self._formats[number] if number < len(self._formats) else None

    def _number_format(self, style: str | None) -> int:
        xf = self._xf(style)
        return number_of(None if xf is None else xf.get("numFmtId"), _GENERAL)

    def _codes(self) -> dict[int, str]:
        """Return the number formats of the spreadsheet's own."""
        own = self._tree.iterfind(f"{tag('s:numFmts')}/{tag('s:numFmt')}")
        return {number_of(each.get("numFmtId"), -1): each.get("formatCode", "") for each in own}

    def _id_of(self, code: str) -> int:
        known = self._codes()
        for number, said in known.items():
            if said == code:
                return number
        formats = self._tree.find(tag("s:numFmts"))
        if formats is None:
            formats = element("s:numFmts")
            self._tree.insert(0, formats)
        number = max([_FIRST_OWN - 1, *known]) + 1
        formats.append(element("s:numFmt", {"numFmtId": number, "formatCode": code}))
        formats.set("count", str(len(known) + 1))
        return number

    def _fill(self, colour: str) -> int:
        if ("fill", colour) not in self._made:
            ground = element("s:fgColor", {"rgb": colour})
            pattern = element("s:patternFill", {"patternType": "solid"}, ground)
            self._made["fill", colour] = self._appended("fills", element("s:fill", {}, pattern))
        return self._made["fill", colour]

    def _bold(self) -> int:
        if ("bold",) not in self._made:
            first = self._groups["fonts"].find(tag("s:font"))
            font = element("s:font") if first is None else deepcopy(first)
            if font.find(tag("s:b")) is None:
                font.insert(0, element("s:b"))
            self._made["bold",] = self._appended("fonts", font)
        return self._made["bold",]

    def _appended(self, group: str, made: Element) -> int:
        parts = self._groups[group]
        parts.append(made)
        number = sum(1 for each in parts if local(each)) - 1
        parts.set("count", str(number + 1))
        return number
