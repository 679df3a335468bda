"""The XML of a chart (DrawingML, ECMA-376, part 1, 21.2): points for values, a dashed line for targets.

What tells the two apart is shape and line, not colour: it reads printed in black and white.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from metodbank.reporting.decimals import decimal, places_of
from metodbank.reporting.markup import Element, element, root
from metodbank.reporting.note.chart_data import Chart

VALUES, TARGETS = "Значение", "Цель"
_TEAL, _INK, _LINE, _FAINT, _PAPER = "0F6B6B", "1C2733", "BFBFBF", "E3E3E3", "FFFFFF"
_AXES = 500000001, 500000002
_RUSSIAN = "[$-419]"
_ABOVE, _BELOW = "t", "b"

Numbers = Sequence[Fraction | None]


class ChartSpace:
    """Makes one chart in one font, empty for that of the theme."""

    def __init__(self, chart: Chart, font: str) -> None:
        self._chart = chart
        self._font = font

    def made(self) -> Element:
        """Return the root of the chart's part."""
        chart = self._chart
        title = element(
            "c:title",
            {},
            element("c:tx", {}, self._rich(chart.title, 1100, is_bold=True)),
            _val("overlay", 0),
        )
        plot = element("c:plotArea", {}, element("c:layout"), *self._plots(), *self._axes())
        legend = element("c:legend", {}, _val("legendPos", "b"), _val("overlay", 0))
        has_targets = any(value is not None for value in chart.targets)
        drawn = element("c:chart", {}, title, _val("autoTitleDeleted", 0), plot)
        if has_targets:
            drawn.append(legend)
        drawn.append(_val("plotVisOnly", 1))
        drawn.append(_val("dispBlanksAs", "gap"))
        space = root("c:chartSpace", "a r")
        frame = element("c:spPr", {}, _fill(_PAPER), element("a:ln", {}, element("a:noFill")))
        for each in (_val("date1904", 0), _val("roundedCorners", 0), drawn, frame, self._text_look(1000)):
            space.append(each)
        return space

    def _plots(self) -> Iterator[Element]:
        chart = self._chart
        is_bars = chart.is_bars
        values = (
            self._bars(chart.values) if is_bars else self._line(0, VALUES, "B", chart.values, chart.targets)
        )
        has_targets = any(value is not None for value in chart.targets)
        targets = [self._line(1, TARGETS, "C", chart.targets, chart.values)] if has_targets else []
        if is_bars:
            yield element(
                "c:barChart", {}, _val("barDir", "col"), _val("grouping", "clustered"), _val("varyColors", 0),
                values, _val("gapWidth", 80), *_axis_ids(),
            )  # fmt: skip
        lines = targets if is_bars else [values, *targets]
        if lines:
            yield element(
                "c:lineChart", {}, _val("grouping", "standard"), _val("varyColors", 0), *lines,
                _val("marker", 1), *_axis_ids(),
            )  # fmt: skip

    def _bars(self, values: Numbers) -> Element:
        """Return bars; their labels bear the numbers, so that what has none is told in words."""
        look = element("c:spPr", {}, _fill(_TEAL))
        return self._series(0, VALUES, "B", values, look, _val("invertIfNegative", 0))

    def _line(self, number: int, title: str, column: str, values: Numbers, others: Numbers) -> Element:
        is_target = number == 1
        colour = _INK if is_target else _TEAL
        line = element("a:ln", {"w": 19050 if is_target else 28575, "cap": "rnd"}, _fill(colour))
        if is_target:
            line.append(element("a:prstDash", {"val": "dash"}))
        look = element(
            "c:spPr", {}, _fill(_PAPER if is_target else colour), element("a:ln", {"w": 15875}, _fill(colour))
        )
        has_points = not self._chart.is_bars
        symbol = ("square" if is_target else "circle") if has_points else "none"
        marker = element(
            "c:marker", {}, _val("symbol", symbol), *([_val("size", 7), look] if has_points else [])
        )
        parts = [element("c:spPr", {}, line), marker]
        if has_points:
            parts.append(self._labels(values, others, is_target))
        made = self._series(number, title, column, values, *parts)
        made.append(_val("smooth", 0))
        return made

    def _series(self, number: int, title: str, column: str, values: Numbers, *look: Element) -> Element:
        labels = self._chart.labels
        last = len(labels) + 1
        return element(
            "c:ser", {}, _val("idx", number), _val("order", number),
            element("c:tx", {}, _strings(f"Данные!${column}$1", [title])),
            *look,
            element("c:cat", {}, _strings(f"Данные!$A$2:$A${last}", labels)),
            element("c:val", {}, _numbers(f"Данные!${column}$2:${column}${last}", values)),
        )  # fmt: skip

    def _labels(self, values: Numbers, others: Numbers, is_target: bool) -> Element:
        """Return the numbers beside the points, that of the greater one above, so that they never meet."""
        made = element("c:dLbls")
        for number, (value, other) in enumerate(zip(values, others, strict=True)):
            if value is not None and other is not None:
                is_greater = value > other or (value == other and not is_target)
                place = _ABOVE if is_greater else _BELOW
                made.append(
                    element("c:dLbl", {}, _val("idx", number), *self._label(values, place, is_target))
                )
        for part in self._label(values, _BELOW if is_target else _ABOVE, is_target):
            made.append(part)
        return made

    def _label(self, values: Numbers, place: str, is_target: bool) -> Iterator[Element]:
        yield element("c:numFmt", {"formatCode": _code(values), "sourceLinked": 0})
        yield element("c:spPr", {}, element("a:noFill"), element("a:ln", {}, element("a:noFill")))
        yield self._text_look(900, is_bold=not is_target)
        yield _val("dLblPos", place)
        for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
            yield _val(f"show{name}", int(name == "Val"))

    def _axes(self) -> Iterator[Element]:
        first, second = _AXES
        unit, numbers = self._chart.unit, (*self._chart.values, *self._chart.targets)
        greatest = max(filter(None, numbers), default=0)
        line = element("c:spPr", {}, element("a:ln", {"w": 9525}, _fill(_LINE)))
        yield element(
            "c:catAx", {}, _val("axId", first), element("c:scaling", {}, _val("orientation", "minMax")),
            _val("delete", 0), _val("axPos", "b"), _val("majorTickMark", "none"),
            _val("minorTickMark", "none"), _val("tickLblPos", "low"), line,
            _val("crossAx", second), _val("crosses", "autoZero"), _val("auto", 0), _val("lblAlgn", "ctr"),
            _val("lblOffset", 100), _val("noMultiLvlLbl", 1),
        )  # fmt: skip
        name = [] if not unit else [
            element("c:title", {}, element("c:tx", {}, self._rich(unit, 900)), _val("overlay", 0))
        ]  # fmt: skip
        faint = element("c:spPr", {}, element("a:ln", {"w": 6350}, _fill(_FAINT)))
        code = f"{_RUSSIAN}#,##0" if greatest > 5 else "General"
        yield element(
            "c:valAx", {}, _val("axId", second),
            element("c:scaling", {}, _val("orientation", "minMax"), _val("min", 0)),
            _val("delete", 0), _val("axPos", "l"), element("c:majorGridlines", {}, faint), *name,
            element("c:numFmt", {"formatCode": code, "sourceLinked": 0}), _val("majorTickMark", "none"),
            _val("minorTickMark", "none"), _val("tickLblPos", "nextTo"),
            element("c:spPr", {}, element("a:ln", {}, element("a:noFill"))),
            _val("crossAx", first), _val("crosses", "autoZero"), _val("crossBetween", "between"),
        )  # fmt: skip

    def _rich(self, text: str, size: int, *, is_bold: bool = False) -> Element:
        run = element("a:r", {}, self._run_look("a:rPr", size, is_bold), element("a:t", text=text))
        return element("c:rich", {}, element("a:bodyPr"), element("a:p", {}, run))

    def _text_look(self, size: int, *, is_bold: bool = False) -> Element:
        settings = element("a:pPr", {}, self._run_look("a:defRPr", size, is_bold))
        line = element("a:p", {}, settings, element("a:endParaRPr", {"lang": "ru-RU"}))
        return element("c:txPr", {}, element("a:bodyPr"), line)

    def _run_look(self, name: str, size: int, is_bold: bool) -> Element:
        look = element(name, {"lang": "ru-RU", "sz": size, "b": int(is_bold)}, _fill(_INK))
        for kind in ("latin", "cs") if self._font else ():
            look.append(element(f"a:{kind}", {"typeface": self._font}))
        if name == "a:defRPr":
            del look.attrib["lang"]
        return look


def _axis_ids() -> list[Element]:
    return [_val("axId", each) for each in _AXES]


def _strings(where: str, texts: Sequence[str]) -> Element:
    points = (element("c:pt", {"idx": i}, element("c:v", text=text)) for i, text in enumerate(texts))
    cache = element("c:strCache", {}, _val("ptCount", len(texts)), *points)
    return element("c:strRef", {}, element("c:f", text=where), cache)


def _numbers(where: str, values: Numbers) -> Element:
    points = (
        element("c:pt", {"idx": number}, element("c:v", text=decimal(value)))
        for number, value in enumerate(values)
        if value is not None
    )
    code = element("c:formatCode", text=_code(values))
    cache = element("c:numCache", {}, code, _val("ptCount", len(values)), *points)
    return element("c:numRef", {}, element("c:f", text=where), cache)


def _code(values: Numbers) -> str:
    """Return the number format of a row of values: as many decimals as the longest of them has."""
    places = max((places_of(value) for value in values if value is not None), default=0)
    return f"{_RUSSIAN}#,##0{'.' if places else ''}{'0' * places}"


def _fill(colour: str) -> Element:
    return element("a:solidFill", {}, element("a:srgbClr", {"val": colour}))


def _val(name: str, value: str | int) -> Element:
    return element(f"c:{name}", {"val": value})
