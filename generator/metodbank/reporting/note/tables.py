"""The tables and lists that a note may ask for, as texts; every number with its ground."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from metodbank.dates import in_words
from metodbank.indicators.score import Absence, State
from metodbank.models.framework import Statement
from metodbank.models.indicator import REGION
from metodbank.open_data.score_shapes import AssessmentData
from metodbank.reporting.answer import Answer
from metodbank.reporting.answers import Answers
from metodbank.reporting.asked import Asked, BlockAsked, Field
from metodbank.reporting.note.grounds import Grounds
from metodbank.reporting.note.writing import CellText, TableText
from metodbank.reporting.outcome import Outcome

_FRAMEWORK_COLUMNS = (
    ("№", 6), ("Показатель", 31), ("Значение", 18), ("Цель", 14), ("Состояние", 14), ("До цели", 17),
)  # fmt: skip
_TERRITORY_COLUMNS = (
    ("Территория", 17), ("Значение", 13), ("Числитель", 14), ("Знаменатель", 16), ("Состояние", 22),
    ("Чьи числа", 18),
)  # fmt: skip


class Item(NamedTuple):
    """One line of a list with the number of its ground, 0 for none."""

    text: str
    ground: int = 0


class Tables:
    """Makes the tables and lists of one note; each value is noted in the outcome with its place."""

    def __init__(self, answers: Answers, grounds: Grounds, outcome: Outcome) -> None:
        self._answers = answers
        self._grounds = grounds
        self._outcome = outcome
        self._telling = answers.telling

    def of_framework(self, asked: BlockAsked, place: str) -> TableText:
        """Return the statements of a framework with value, target, state and what is missing."""
        rows = []
        for statement in self._statements(asked):
            wants = _wants(asked, statement)
            cells = [
                CellText(statement.number or "–"),
                CellText(statement.name),
                self._value(wants, asked, place),
            ]
            rows.append([*cells, *self._others(wants, (Field.TARGET, Field.STATE, Field.TO_GOAL))])
        title = self._telling.base.frameworks[asked.framework].definition.title
        about = f"{title}: {self._name(asked.territory)}, {asked.year} год"
        return TableText(_FRAMEWORK_COLUMNS, rows, about)

    def by_territory(self, asked: BlockAsked, place: str) -> TableText:
        """Return the values of an indicator in all territories of the base."""
        fields = (Field.NUMERATOR, Field.DENOMINATOR, Field.STANDING, Field.STATUS)
        framework = asked.framework if asked.statement else ""
        rows = []
        for territory in self._telling.places_of(asked.indicator):
            wants = Asked(
                asked.indicator, territory, asked.year, framework=framework, statement=asked.statement
            )
            name = CellText(self._name(territory))
            rows.append([name, self._value(wants, asked, place), *self._others(wants, fields)])
        about = f"{self._answers.title(asked.indicator)} по территориям, {asked.year} год"
        return TableText(_TERRITORY_COLUMNS, rows, about)

    def not_reached(self, asked: BlockAsked) -> list[Item]:
        """Return the statements that are below their target, those whose term is still to come too."""
        items = []
        for statement in self._statements(asked):
            wants = _wants(asked, statement)
            found = self._assessment(wants)
            value = self._answers.of(wants)
            if found is not None and not value.lack and _is_short(found):
                goal = f"; {found.to_goal.text}" if found.to_goal else ""
                due = (
                    f" (срок — {in_words(date(asked.year, 12, 31))})" if found.state is State.NOT_DUE else ""
                )
                known = self._remarks(wants)
                text = f"{_called(statement)}: {value.text}{known}, цель — {found.target_text}{goal}{due}."
                items.append(Item(text, self._grounds.number(value.basis)))
        return items or [Item("Показателей ниже цели нет.")]

    def unknown(self, asked: BlockAsked) -> list[Item]:
        """Return the statements without a value, and the territories that did not report."""
        items = []
        for statement in self._statements(asked):
            wants = _wants(asked, statement)
            lack = self._answers.of(wants).lack
            silent = lack or self._silence(wants)
            if silent:
                items.append(Item(f"{_called(statement)}: {silent}."))
        return items or [Item("Сведения есть по всем показателям.")]

    def _statements(self, asked: BlockAsked) -> Iterator[Statement]:
        framework = self._telling.base.frameworks.get(asked.framework)
        for statement in framework.definition.assessed if framework else ():
            is_elsewhere = statement.applies_to == REGION and asked.territory != self._telling.home
            if not is_elsewhere and statement.indicator in self._telling.base.indicators:
                yield statement

    def _value(self, wants: Asked, asked: BlockAsked, place: str) -> CellText:
        answer = self._answers.of(wants)
        basis = answer.basis
        row = f"{place}, строка «{basis.title}: {basis.place}»" if basis else place
        self._outcome.answered("", row, asked.text, answer)
        return self._cell(answer)

    def _cell(self, answer: Answer) -> CellText:
        return CellText(answer.text, self._grounds.number(answer.basis) if not answer.lack else 0)

    def _others(self, wants: Asked, fields: tuple[Field, ...]) -> list[CellText]:
        found = (
            Asked(wants.indicator, wants.territory, wants.year, each, wants.framework, wants.statement)
            for each in fields
        )
        return [CellText(self._answers.of(each).text) for each in found]

    def _assessment(self, wants: Asked) -> AssessmentData | None:
        asking = self._answers.asking(wants)
        return asking.assessment if asking else None

    def _remarks(self, wants: Asked) -> str:
        """Return what may not be missed beside a value, in round brackets."""
        remarks = self._answers.score(wants.indicator, wants.territory, wants.year).brief_remarks
        return f" ({'; '.join(remarks)})" if remarks else ""

    def _silence(self, wants: Asked) -> str:
        """Return who of those that should have reported did not; empty where all did."""
        coverage = self._answers.score(wants.indicator, wants.territory, wants.year).coverage
        if coverage is None or coverage.reported >= coverage.expected:
            return ""
        inside = self._telling.inside(wants.indicator, wants.territory, wants.year)
        silent = [each.name for each in inside if each.absence is Absence.NO_DATA]
        who = f"; нет сведений: {', '.join(silent)}" if silent and coverage.of == "territories" else ""
        return f"{coverage.text}{who}"

    def _name(self, territory: str) -> str:
        return self._telling.base.name_of("territory", territory)


def _wants(asked: BlockAsked, statement: Statement) -> Asked:
    return Asked(
        statement.indicator, asked.territory, asked.year, framework=asked.framework, statement=statement.id
    )


def _is_short(found: AssessmentData) -> bool:
    is_to_come = found.state is State.NOT_DUE and found.to_goal is not None and found.to_goal.number > 0
    return found.state is State.NOT_REACHED or is_to_come


def _called(statement: Statement) -> str:
    return f"{statement.number} {statement.name}" if statement.number else statement.name
