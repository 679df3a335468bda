"""Fills a spreadsheet: a cell that is one pair of brackets becomes a number, other text stays around."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.dates import in_words
from metodbank.reporting.answer import Answer, Number
from metodbank.reporting.answers import Answers
from metodbank.reporting.asked import BlockAsked, Unclear, WordAsked
from metodbank.reporting.decimals import decimal
from metodbank.reporting.markup import Element, element, tag
from metodbank.reporting.notation import Placeholder, has_marks, is_alone, placeholders
from metodbank.reporting.outcome import Outcome
from metodbank.reporting.package import Package
from metodbank.reporting.replacing import replace_in
from metodbank.reporting.requests import Requests
from metodbank.reporting.sheet.grounds import add_grounds
from metodbank.reporting.sheet.notes import Note, add_notes
from metodbank.reporting.sheet.styles import Styles
from metodbank.reporting.sheet.workbook import Cell, Sheet, Workbook, texts

_HEADING = "это заголовок умной таблицы Excel: его имя хранится ещё и отдельно. Уберите отсюда скобки"
_IN_FORMULA = "скобки внутри формулы: поставьте их в свою ячейку, а в формуле сошлитесь на неё"
_RUSSIAN = "[$-419]"


class SpreadsheetFilling:
    """Fills one spreadsheet."""

    def __init__(self, package: Package, answers: Answers, requests: Requests) -> None:
        self._package = package
        self._answers = answers
        self._requests = requests
        self._book = Workbook(package)
        self._styles = Styles(package)
        self.outcome = Outcome()

    def fill(self) -> bytes:
        """Fill every cell that asks; return the file."""
        for sheet in self._book.sheets:
            self._fill_sheet(sheet)
        if self.outcome.entries:
            self._book.forget_results()
            base = self._answers.telling.base
            head = f"{base.region.name}, по состоянию на {in_words(self._answers.as_of)}"
            names = [each.get("name", "") for each in self._book.tree.iter(tag("s:sheet"))]
            add_grounds(self._package, self._styles, names, self.outcome, head)
        return self._package.saved()

    def _fill_sheet(self, sheet: Sheet) -> None:
        headings = self._book.headings(sheet)
        notes = []
        for cell in self._book.cells(sheet):
            text = self._book.text(cell)
            found = placeholders(text) if has_marks(text) else []
            is_heading = (cell.row, cell.column) in headings
            lines = self._fill_cell(sheet, cell, text, found, is_heading)
            if lines:
                notes.append(_note(cell, lines))
        for cell, formula in self._book.formulas(sheet):
            lines = self._formula(sheet, cell, formula) if has_marks(formula) else []
            if lines:
                notes.append(_note(cell, lines))
        if notes:
            self._package.edit(sheet.part)
            add_notes(self._package, sheet.part, notes)

    def _fill_cell(
        self, sheet: Sheet, cell: Cell, text: str, found: list[Placeholder], is_heading: bool
    ) -> list[str]:
        """Return what the note of the cell says, nothing where the cell does not ask."""
        notes: list[str] = []
        put: list[tuple[Placeholder, str]] = []
        is_marked = False
        for each in found:
            answer = self._answer(each, is_heading)
            if answer is None:
                continue
            if isinstance(answer, Unclear):
                self.outcome.unclear(sheet.name, cell.reference, each.text, answer.reason)
                notes.append(f"Не заполнено: {answer.reason}.")
                is_marked = True
                continue
            self.outcome.answered(sheet.name, cell.reference, each.text, answer)
            notes += _notes(each, answer)
            if is_alone(text, each) and answer.number is not None:
                self._put_number(cell.markup, answer.number)
                return notes
            put.append((each, answer.text))
        if put:
            rich = self._book.rich(cell)
            replace_in(texts(rich), [(each.start, each.end, words) for each, words in put])
            _put_text(cell.markup, rich)
        if is_marked:
            cell.markup.set("s", self._styles.marked(cell.markup.get("s")))
        return notes

    def _formula(self, sheet: Sheet, cell: Cell, formula: str) -> list[str]:
        """Return what the note of a cell says whose formula asks: nobody fills it, so it is listed."""
        lines = []
        for each in placeholders(formula):
            is_text = formula[: each.start].count('"') % 2 == 1
            is_ours = (is_text or len(each.parts) > 1) and self._requests.of(each) is not None
            if is_ours:
                self.outcome.unclear(sheet.name, cell.reference, each.text, _IN_FORMULA)
                lines.append(f"Не заполнено: {_IN_FORMULA}.")
        if lines:
            cell.markup.set("s", self._styles.marked(cell.markup.get("s")))
        return lines

    def _answer(self, found: Placeholder, is_heading: bool) -> Answer | Unclear | None:
        request = self._requests.of(found)
        if request is None or isinstance(request, Unclear):
            return request
        if is_heading:
            return Unclear(_HEADING)
        if isinstance(request, BlockAsked):
            return Unclear(f"«{request.block}» бывает только в справке Word, отдельным абзацем")
        if isinstance(request, WordAsked):
            return self._answers.of_word(request)
        return self._answers.of(request)

    def _put_number(self, cell: Element, number: Number) -> None:
        style = cell.get("s")
        value = number.value
        if self._styles.is_free(style):
            cell.set("s", self._styles.with_number(style, _code(number)))
        elif number.is_percent and self._styles.is_percent(style):
            value /= 100
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        cell.append(element("s:v", text=decimal(value)))


def _note(cell: Cell, lines: list[str]) -> Note:
    return Note(cell.reference, cell.row, cell.column, "\n\n".join(dict.fromkeys(lines)))


def _put_text(cell: Element, rich: Element) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    cell.append(rich)


def _code(number: Number) -> str:
    """Return the number format: 1 234,5 with a Russian comma, years without a space."""
    decimals = f".{'0' * number.places}" if number.places else ""
    return "0" if number.is_plain else f"{_RUSSIAN}#,##0{decimals}"


def _notes(found: Placeholder, answer: Answer) -> Iterator[str]:
    """Yield the paragraphs of a note: what is missing, which act wants it, what it rests on."""
    if answer.lack:
        yield f"Не заполнено: {answer.lack}."
    if answer.act:
        yield answer.act
    if answer.basis is not None:
        yield "\n".join((answer.basis.subject, *answer.basis.facts))
    elif not answer.lack:
        yield f"Из базы, {found.text}"
