"""Charts as a browser gets them: the template filled, each drawing parsed, what a room shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from xml.etree import ElementTree

from metodbank.charts import Chart
from metodbank.charts.letters import ASCENT, LINE, width_of
from metodbank.charts.shapes import BOLD
from metodbank.rendering import Renderer

NAMESPACE = "{http://www.w3.org/2000/svg}"
_DRAWING = re.compile(r"<svg[^>]* class=\"mb-chart__drawing.*?</svg>", re.DOTALL)
_STEP = re.compile(r"mb-from-([0-9]+)")
YEARS_MARGINS = (4.0, 1.0)


@cache
def renderer() -> Renderer:
    folder = Path(mkdtemp(prefix="metodbank-charts-"))
    (folder / "one.jinja").write_text(
        '{% import "parts/charts.html.jinja" as c %}{{ c.chart(view) }}', "utf-8"
    )
    return Renderer(folder)


def html_of(chart: Chart) -> str:
    return str(renderer().render("one.jinja", view=chart))


def drawings_of(chart: Chart) -> list[str]:
    """Return the text of each SVG, but for the samples of the legend."""
    return _DRAWING.findall(html_of(chart))


@dataclass(frozen=True)
class Text:
    """A text with its frame in em where the drawing is so many em wide."""

    text: str
    look: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Text, air: float = 0.001) -> bool:
        across = self.left + air < other.right and other.left + air < self.right
        return across and self.top + air < other.bottom and other.top + air < self.bottom


class Drawn:
    """One drawing."""

    def __init__(self, text: str) -> None:
        self.root = ElementTree.fromstring(text)  # noqa: S314 (what we drew ourselves)
        self.room = self.root.attrib["class"].rpartition("--")[2]
        self.height = length(self.root.attrib["height"], 0)

    def all(self, tag: str, look: str = "") -> list[ElementTree.Element]:
        found = self.root.iter(NAMESPACE + tag)
        return [each for each in found if not look or look in each.attrib.get("class", "").split()]

    def boxes(self, room: float) -> list[Text]:
        """Return the rectangles that are drawn, without those inside patterns."""
        return [_box(each, room) for each in self.root if each.tag == f"{NAMESPACE}rect"]

    def texts(self, room: float) -> list[Text]:
        """Return the texts that are shown in a room of so many em."""
        before, after = YEARS_MARGINS if self.room == "years" else (0.0, 0.0)
        inner = room - before - after
        return [_text(each, inner, before) for each in self.all("text") if _least(each) <= room]


def length(value: str, whole: float) -> float:
    """Return a length in em: of per cent where the whole is so many."""
    if value.endswith("%"):
        return float(value[:-1]) / 100 * whole
    return float(value.removesuffix("em"))


def _least(element: ElementTree.Element) -> int:
    found = _STEP.search(element.attrib["class"])
    return int(found.group(1)) if found else 0


def _text(element: ElementTree.Element, inner: float, before: float) -> Text:
    text, look = element.text or "", _look(element)
    width = float(width_of(text, look in BOLD))
    x = before + length(element.get("x", "0%"), inner) + length(element.get("dx", "0em"), inner)
    left = x - {"start": 0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
    top = length(element.attrib["y"], 0) - float(ASCENT)
    return Text(text, look, left, top, left + width, top + float(LINE))


def _box(element: ElementTree.Element, room: float) -> Text:
    left, top = length(element.attrib["x"], room), length(element.attrib["y"], 0)
    right = left + length(element.attrib["width"], room)
    return Text("", _look(element), left, top, right, top + length(element.attrib["height"], 0))


def _look(element: ElementTree.Element) -> str:
    return element.attrib["class"].split()[0].removeprefix("mb-chart__")
