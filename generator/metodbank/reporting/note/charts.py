"""Charts of a note as Word draws them itself, put into the note with their numbers beside them."""

from __future__ import annotations

from metodbank.reporting.markup import NAMESPACES, Element, element, local, number_of, tag
from metodbank.reporting.note.chart_data import Chart
from metodbank.reporting.note.chart_space import TARGETS, VALUES, ChartSpace
from metodbank.reporting.package import Package
from metodbank.reporting.starting.workbooks import chart_workbook

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EMU = 635
"""English metric units in a twentieth of a point."""
_HEIGHT_TO_WIDTH = 0.38


def chart_drawing(package: Package, part: str, chart: Chart, width: int, font: str) -> Element:
    """Add a chart to a part; return the drawing that shows it, so wide in twentieths of a point.

    `font` is that of the text around, empty where it is the note's own.
    """
    book = package.free("word/embeddings/Microsoft_Excel_Worksheet{}.xlsx")
    package.add(
        book, chart_workbook(chart.labels, {VALUES: chart.values, TARGETS: chart.targets}), _BOOK_TYPE
    )
    made = package.free("word/charts/mbchart{}.xml")
    space = ChartSpace(chart, font or _font_of(package)).made()
    package.add(made, space, _CHART_TYPE)
    related = package.relate(made, "package", book)
    space.append(element("c:externalData", {"r:id": related}, element("c:autoUpdate", {"val": 0})))
    return _drawing(package.xml(part), package.relate(part, "chart", made), chart, width)


def _drawing(tree: Element, relation: str, chart: Chart, width: int) -> Element:
    taken = [number_of(each.get("id"), 0) for each in tree.iter() if local(each) == "docPr"]
    number = max(taken, default=0) + 1
    about = f"{chart.title}. {chart.about}"
    named: dict[str, str | int] = {
        "id": number,
        "name": f"График {number}",
        "title": chart.title,
        "descr": about,
    }
    reference = element("c:chart", {"r:id": relation})
    inline = element(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
        element("wp:extent", {"cx": width * _EMU, "cy": int(width * _EMU * _HEIGHT_TO_WIDTH)}),
        element("wp:docPr", named),
        element("wp:cNvGraphicFramePr"),
        element("a:graphic", {}, element("a:graphicData", {"uri": NAMESPACES["c"]}, reference)),
    )
    return element("w:drawing", {}, inline)


def _font_of(package: Package) -> str:
    """Return the font of ordinary text, empty where the note does not name one."""
    styles = package.related(package.main, "styles")
    if not styles:
        return ""
    tree = package.xml(styles[0])
    ordinary = [
        each for each in tree.iter(tag("w:style"))
        if each.get(tag("w:default")) in {"1", "true", "on"} and each.get(tag("w:type")) == "paragraph"
    ]  # fmt: skip
    for place in (*ordinary, *tree.iter(tag("w:docDefaults"))):
        for fonts in place.iter(tag("w:rFonts")):
            if fonts.get(tag("w:ascii")):
                return str(fonts.get(tag("w:ascii")))
    return ""
