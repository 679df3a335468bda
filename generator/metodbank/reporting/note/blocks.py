"""What takes the place of a paragraph that asks for a block: tables, lists and charts."""

from __future__ import annotations

from collections.abc import Sequence

from metodbank.reporting.answer import Answer, missing
from metodbank.reporting.answers import Answers
from metodbank.reporting.asked import Block, BlockAsked
from metodbank.reporting.markup import Element, local, tag
from metodbank.reporting.note.chart_data import territories_chart, years_chart
from metodbank.reporting.note.charts import chart_drawing
from metodbank.reporting.note.grounds import ANCHOR, Grounds
from metodbank.reporting.note.tables import Item, Tables
from metodbank.reporting.note.writing import Writing
from metodbank.reporting.outcome import Outcome
from metodbank.reporting.package import Package

_NO_FRAMEWORK = "Систем показателей, за которыми база следит, нет."
_NOTHING_TO_DRAW = "нет ни одного числа, которое можно показать"


class Blocks:
    """Makes the blocks of one note."""

    def __init__(self, package: Package, answers: Answers, grounds: Grounds, outcome: Outcome) -> None:
        self._package = package
        self._answers = answers
        self._grounds = grounds
        self._outcome = outcome
        self._tables = Tables(answers, grounds, outcome)

    def replace(self, paragraph: Element, asked: BlockAsked) -> None:
        """Put a block in place of the paragraph that asks for it."""
        writing = Writing(paragraph, ANCHOR)
        place = "график" if asked.block in {Block.CHART, Block.BARS} else "таблица"
        self.put(paragraph, self._made(writing, asked, place))

    def put(self, paragraph: Element, made: Sequence[Element]) -> None:
        """Put elements in place of a paragraph; one that ends a section or a cell stays, empty."""
        for each in made:
            paragraph.addprevious(each)
        settings = paragraph.find(tag("w:pPr"))
        ends_section = settings is not None and settings.find(tag("w:sectPr")) is not None
        following = paragraph.getnext()
        needs_room = local(made[-1]) == "tbl" and (following is None or local(following) != "p")
        if ends_section or needs_room:
            for child in list(paragraph):
                if local(child) != "pPr":
                    paragraph.remove(child)
        else:
            paragraph.getparent().remove(paragraph)

    def _made(self, writing: Writing, asked: BlockAsked, place: str) -> list[Element]:
        if asked.block in {Block.CHART, Block.BARS}:
            return [self._chart(writing, asked, place)]
        if asked.block is Block.TERRITORIES:
            return [writing.table(self._tables.by_territory(asked, place))]
        if not asked.framework:
            self._outcome.answered("", place, asked.text, missing("", _NO_FRAMEWORK))
            return [writing.paragraph(_NO_FRAMEWORK)]
        if asked.block is Block.TABLE:
            return [writing.table(self._tables.of_framework(asked, place))]
        listed = self._tables.not_reached if asked.block is Block.NOT_REACHED else self._tables.unknown
        return [self._item(writing, item) for item in listed(asked)]

    def _item(self, writing: Writing, item: Item) -> Element:
        return writing.paragraph(f"–\t{item.text}", item.ground, is_item=True)

    def _chart(self, writing: Writing, asked: BlockAsked, place: str) -> Element:
        make = territories_chart if asked.block is Block.BARS else years_chart
        chart = make(self._answers, asked)
        if chart is None:
            title = self._answers.title(asked.indicator)
            self._outcome.answered("", place, asked.text, missing("", f"{title}: {_NOTHING_TO_DRAW}"))
            return writing.paragraph(f"{title}: {_NOTHING_TO_DRAW}.")
        self._outcome.answered("", place, asked.text, Answer(chart.title))
        for basis in chart.bases:
            self._grounds.number(basis)
        return writing.drawing(
            chart_drawing(self._package, self._package.main, chart, writing.width, writing.font)
        )
