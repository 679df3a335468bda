"""Notes of cells: the text in one part, the box that shows it in another (VML), as Excel writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from metodbank.reporting.markup import Element, element, local, parsed, root, tag, words
from metodbank.reporting.package import Package

AUTHOR = "Методбанк"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING = {
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst", "AlternateContent",
}  # fmt: skip
_LETTERS_IN_LINE = 62
_LINE_HEIGHT, _WIDTH = 11.5, 300
_FIRST_SHAPE = 1025
_EMPTY = b"""\
<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
</xml>"""


class Note(NamedTuple):
    """One note; row and column from 1."""

    reference: str
    row: int
    column: int
    text: str


def add_notes(package: Package, sheet: str, notes: Sequence[Note]) -> None:
    """Add notes to the cells of a sheet; a cell that has one keeps its words before ours."""
    if not notes:
        return
    comments = _comments(package, sheet)
    author = _author(comments)
    listed = comments.find(tag("s:commentList"))
    if listed is None:
        listed = element("s:commentList")
        comments.append(listed)
    known = {each.get("ref"): each for each in listed.iterchildren(tag("s:comment"))}
    new = [note for note in notes if note.reference not in known]
    for note in notes:
        if note.reference in known:
            _add_to(known[note.reference], note.text)
        else:
            text = element("s:text", {}, _run(note.text))
            listed.append(element("s:comment", {"ref": note.reference, "authorId": author}, text))
    drawing = _drawing(package, sheet)
    taken = {each.get("id") for each in drawing.iter(tag("v:shape"))}
    number = _FIRST_SHAPE
    for note in new:
        while f"_x0000_s{number}" in taken:
            number += 1
        drawing.append(_shape(note, number))
        number += 1


def _comments(package: Package, sheet: str) -> Element:
    found = package.related(sheet, "comments")
    if found:
        return package.edit(found[0])
    part = package.free("xl/comments{}.xml")
    made = root("s:comments", "")
    made.append(element("s:authors"))
    made.append(element("s:commentList"))
    package.add(part, made, _COMMENTS_TYPE)
    package.relate(sheet, "comments", part)
    return made


def _author(comments: Element) -> int:
    authors = comments.find(tag("s:authors"))
    if authors is None:
        authors = element("s:authors")
        comments.insert(0, authors)
    names = [each.text for each in authors.iterchildren(tag("s:author"))]
    if AUTHOR not in names:
        authors.append(element("s:author", text=AUTHOR))
        return len(names)
    return names.index(AUTHOR)


def _run(text: str) -> Element:
    look = element("s:rPr", {}, element("s:sz", {"val": 9}), element("s:rFont", {"val": "Tahoma"}))
    return element("s:r", {}, look, words("s:t", text))


def _add_to(comment: Element, text: str) -> None:
    said = comment.find(tag("s:text"))
    if said is None:
        said = element("s:text")
        comment.insert(0, said)
    said.append(_run(f"\n\n{text}"))


def _drawing(package: Package, sheet: str) -> Element:
    found = package.related(sheet, "vmlDrawing")
    tree = package.edit(sheet)
    legacy = tree.find(tag("s:legacyDrawing"))
    relation = None if legacy is None else legacy.get(tag("r:id"))
    meant = [each.target for each in package.relations(sheet) if each.id == relation and each.target in found]
    if meant:
        return package.edit(meant[0], is_vml=True)
    part = package.free("xl/drawings/vmlDrawing{}.vml")
    made = parsed(_EMPTY)
    package.add_default("vml", _VML_TYPE)
    package.add(part, made, _VML_TYPE)
    if legacy is not None:
        tree.remove(legacy)
    legacy = element("s:legacyDrawing", {"r:id": package.relate(sheet, "vmlDrawing", part)})
    after = next((each for each in tree if local(each) in _AFTER_DRAWING), None)
    tree.append(legacy) if after is None else after.addprevious(legacy)
    return made


def _shape(note: Note, number: int) -> Element:
    lines = sum(1 + len(line) // _LETTERS_IN_LINE for line in note.text.split("\n"))
    height = round((lines + 1) * _LINE_HEIGHT)
    look = (
        "position:absolute;margin-left:60pt;margin-top:2pt;"
        f"width:{_WIDTH}pt;height:{height}pt;z-index:1;visibility:hidden"
    )
    data = element("x:ClientData", {"ObjectType": "Note"})
    column, row = note.column - 1, note.row - 1
    data.append(element("x:MoveWithCells"))
    data.append(element("x:SizeWithCells"))
    data.append(element("x:AutoFill", text="False"))
    data.append(element("x:Row", text=str(row)))
    data.append(element("x:Column", text=str(column)))
    shape = {
        "id": f"_x0000_s{number}", "type": "#_x0000_t202", "style": look, "fillcolor": "#ffffe1",
        "o:insetmode": "auto",
    }  # fmt: skip
    return element(
        "v:shape",
        shape,
        element("v:fill", {"color2": "#ffffe1"}),
        element("v:shadow", {"on": "t", "color": "black", "obscured": "t"}),
        element("v:path", {"o:connecttype": "none"}),
        element("v:textbox", {"style": "mso-direction-alt:auto"}),
        data,
    )
