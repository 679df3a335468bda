"""Fills a Word note: brackets inside text, and blocks that take the place of a whole paragraph."""

from __future__ import annotations

from metodbank.reporting.answer import Answer
from metodbank.reporting.answers import Answers
from metodbank.reporting.asked import Asked, Block, BlockAsked, Field, Unclear, WordAsked
from metodbank.reporting.markup import Element, local, tag
from metodbank.reporting.notation import Placeholder, has_marks, is_alone, placeholders
from metodbank.reporting.note.blocks import Blocks
from metodbank.reporting.note.grounds import ANCHOR, Grounds
from metodbank.reporting.note.runs import Line, add_reference, mark, put
from metodbank.reporting.note.writing import Writing
from metodbank.reporting.opening import broken
from metodbank.reporting.outcome import Outcome
from metodbank.reporting.package import Package
from metodbank.reporting.requests import Requests

_BESIDE = ("footnotes", "endnotes", "header", "footer")
_PLACES = {
    "header": "верхний колонтитул",
    "footer": "нижний колонтитул",
    "footnotes": "сноски",
    "endnotes": "сноски",
}
_WITH_GROUND = {Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR, Field.FORMULA}
_SHOWN_LETTERS = 48
_QUOTES = dict.fromkeys(map(ord, "«»"))


class NoteFilling:
    """Fills one note."""

    def __init__(self, package: Package, answers: Answers, requests: Requests) -> None:
        self._package = package
        self._answers = answers
        self._requests = requests
        self._tree = package.xml(package.main)
        if self._tree.tag != tag("w:document") or self._tree.find(tag("w:body")) is None:
            raise broken(package.name, "это не документ Word")
        self._grounds = Grounds()
        self.outcome = Outcome()
        self._blocks = Blocks(package, answers, self._grounds, self.outcome)

    def fill(self) -> bytes:
        """Fill everything that asks; return the file."""
        body = self._package.edit(self._package.main)
        last: list[Element] = []
        for paragraph in list(body.iter(tag("w:p"))):
            block = self._block(paragraph)
            if block is not None and block.block is Block.GROUNDS:
                last.append(paragraph)
            elif block is not None:
                self._blocks.replace(paragraph, block)
            else:
                self._fill_line(paragraph, _place(paragraph))
        for kind in _BESIDE:
            for part in dict.fromkeys(self._package.related(self._package.main, kind)):
                for paragraph in list(self._package.edit(part).iter(tag("w:p"))):
                    self._fill_line(paragraph, _PLACES[kind])
        self._end(last)
        return self._package.saved()

    def _block(self, paragraph: Element) -> BlockAsked | None:
        """Return the block that a paragraph stands for, None where it is text."""
        text = Line(paragraph).text
        found = placeholders(text) if has_marks(text) else []
        if len(found) != 1 or not is_alone(text, found[0]):
            return None
        request = self._requests.of(found[0])
        return request if isinstance(request, BlockAsked) else None

    def _fill_line(self, paragraph: Element, place: str) -> None:
        line = Line(paragraph)
        text = line.text
        found = placeholders(text) if has_marks(text) else []
        answers = [(each, *self._answer(each)) for each in found]
        if not any(answer for _, answer, _ in answers):
            return
        line.part()
        for each, answer, _ in answers:
            if isinstance(answer, Unclear):
                self.outcome.unclear("", place, each.text, answer.reason)
            elif answer is not None:
                self.outcome.answered("", place, each.text, answer)
        numbers = [
            self._grounds.number(answer.basis) if isinstance(answer, Answer) and not answer.lack else 0
            for _, answer, _ in answers
        ]
        for (each, answer, is_number), number in reversed([*zip(answers, numbers, strict=True)]):
            self._put(line, each, answer, number if is_number else 0)

    def _put(self, line: Line, found: Placeholder, answer: Answer | Unclear | None, number: int) -> None:
        if answer is None:
            return
        run = line.take(found.start, found.end)
        if isinstance(answer, Unclear):
            mark(run)
            return
        put(run, answer.text)
        if number:
            add_reference(run, number, f"{ANCHOR}{number}")

    def _answer(self, found: Placeholder) -> tuple[Answer | Unclear | None, bool]:
        """Return the answer, and whether it is a number that its ground is told of beside it."""
        request = self._requests.of(found)
        if isinstance(request, BlockAsked):
            return Unclear(f"«{request.block}» пишут отдельным абзацем, без других слов"), False
        if isinstance(request, WordAsked):
            return self._answers.of_word(request), False
        if isinstance(request, Asked):
            return self._answers.of(request), request.field in _WITH_GROUND
        return request, False

    def _end(self, asked: list[Element]) -> None:
        """Put the grounds where they were asked for, at the end where nowhere; then what is missing."""
        items = list(self._grounds.items())
        for paragraph in asked:
            writing = Writing(paragraph, ANCHOR)
            made = [writing.bookmarked(text, number) for number, text in items if paragraph is asked[0]]
            self._blocks.put(paragraph, made or [writing.paragraph("Чисел в справке нет.")])
        lacking = [f"{each.where}, {each.asked}: {each.lack}." for each in self.outcome.lacking]
        made = []
        anchor = self._last_paragraph()
        writing = Writing(anchor, ANCHOR)
        if items and not asked:
            made.append(writing.paragraph("Основания", is_bold=True))
            made += [writing.bookmarked(text, number) for number, text in items]
        if lacking:
            made.append(writing.paragraph("Не заполнено (удалите перед отправкой)", is_bold=True))
            made += [writing.paragraph(f"–\t{text}", is_item=True) for text in lacking]
        body = self._tree.find(tag("w:body"))
        section = body.find(tag("w:sectPr"))
        for each in made:
            body.append(each) if section is None else section.addprevious(each)

    def _last_paragraph(self) -> Element:
        """Return a paragraph of ordinary text, whose look the added ones take."""
        body = self._tree.find(tag("w:body"))
        found = [each for each in body.iterchildren(tag("w:p")) if Line(each).text.strip()]
        return found[-1] if found else body


def _place(paragraph: Element) -> str:
    """Return where a paragraph stands, by its first words."""
    text = " ".join(Line(paragraph).text.translate(_QUOTES).split())
    shown = text if len(text) <= _SHOWN_LETTERS else f"{text[:_SHOWN_LETTERS].rstrip()}…"
    is_in_table = any(local(each) == "tc" for each in paragraph.iterancestors())
    return f"{'таблица' if is_in_table else 'абзац'} «{shown}»"
