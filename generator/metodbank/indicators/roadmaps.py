"""Counting the rows of a territory's roadmaps.

A roadmap counts for the years that its period has a day of. Rows that a decision cancelled are left out from
the day of the decision on; before it they were to be done. A row of which nothing is known keeps the whole
from being computed: unknown is not undone. Beside the share of all rows stands that of the rows whose term
has come: what is ahead tells nothing of how terms are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from metodbank.dates import in_words
from metodbank.indicators.counted import Counted
from metodbank.indicators.listed import listed_by_territory
from metodbank.indicators.memo import Memo
from metodbank.indicators.moments import overlaps_year
from metodbank.indicators.score import Ground, LeftOut
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.indicator import RoadmapRows
from metodbank.models.roadmap import CANCELLED, DONE, DONE_LATE, UNKNOWN, Measure
from metodbank.records import Record
from metodbank.roadmap_states import due_on, is_cancelled_on, is_done_by
from metodbank.russian_words import NO_BREAK
from metodbank.russian_words import counted as counted_words

NONE_DUE = "срок ни одного мероприятия ещё не наступил"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a roadmap with its place (from 0) in the record."""

    record: Record
    place: int
    measure: Measure


class Roadmaps:
    """The listed roadmaps of a base by territory."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._memo = Memo()

    def count(
        self, rows: RoadmapRows, territory: str, year: int, moment: date, *, due_only: bool = False
    ) -> Counted:
        """Return the rows of the asked states; those done count from the day on which they were done.

        With `due_only` a row whose term has not come by the moment, or is of no known year, is left out.
        """
        problem = self._problem(territory, year, moment, due_only)
        counted: list[Ground] = []
        left_out: list[LeftOut] = []
        for line in self._lines(territory, year):
            reason = self._refusal(line.measure, rows, moment)
            if due_only and not reason:
                reason = _not_due(line.measure, moment)
            if reason:
                left_out.append(LeftOut(*_place(line), amount=None, reason=reason))
            else:
                counted.append(Ground(*_place(line)))
        return Counted(tuple(counted), tuple(left_out), problem)

    def is_held(self, territory: str, year: int) -> bool:
        """Return whether a roadmap that an act approved holds the year."""
        return any(roadmap.data.act for roadmap in self._holding(territory, year))

    def _problem(self, territory: str, year: int, moment: date, due_only: bool) -> str:
        """Return why nothing can be computed, in Russian; empty where it can."""
        if not self._holding(territory, year):
            return _no_roadmap([each.data.period for each in self._by_territory().get(territory, ())], year)
        lines = self._lines(territory, year)
        standing = [line for line in lines if not is_cancelled_on(line.measure, moment)]
        if not standing:
            return "все мероприятия дорожной карты отменены"
        if due_only:
            standing = [line for line in standing if not _not_due(line.measure, moment)]
            if not standing:
                return NONE_DUE
        unknown = sum(line.measure.state == UNKNOWN for line in standing)
        if not unknown:
            return ""
        of_all = counted_words(len(standing), "мероприятия", "мероприятий", "мероприятий")
        return f"о выполнении {unknown} из {of_all} сведений нет"

    def _refusal(self, measure: Measure, rows: RoadmapRows, moment: date) -> str:
        if is_cancelled_on(measure, moment) and CANCELLED not in rows.states:
            return _cancelled(measure)
        if rows.states and measure.state == CANCELLED and not is_cancelled_on(measure, moment):
            return f"отменено {_day_of_decision(measure)}, позже {in_words(moment)}; до отмены не выполнено"
        if rows.states and measure.state not in rows.states:
            return self._base.word("measure-states", measure.state)
        if rows.states and measure.state in {DONE, DONE_LATE} and not is_done_by(measure, moment):
            if measure.done_on is None:
                return "не указан день, когда выполнено"
            return f"выполнено {in_words(measure.done_on)}, позже {in_words(moment)}"
        return ""

    def _lines(self, territory: str, year: int) -> list[Line]:
        return [
            Line(record, place, measure)
            for record in self._holding(territory, year)
            for place, measure in enumerate(record.data.measures)
        ]

    def _holding(self, territory: str, year: int) -> list[Record]:
        own = self._by_territory().get(territory, ())
        return [record for record in own if overlaps_year(record.data.period, year)]

    def _by_territory(self) -> dict[str, list[Record]]:
        return self._memo.get("roadmaps", lambda: listed_by_territory(self._base, "roadmap"))


def _no_roadmap(periods: list[Any], year: int) -> str:
    if not periods:
        return "дорожной карты нет"
    later = [period.start.year for period in periods if period.start and period.start.year > year]
    if later:
        return f"дорожная карта начинается в {min(later)}{NO_BREAK}г."
    return f"дорожная карта закончилась в {max(period.end.year for period in periods)} г."


def _not_due(measure: Measure, moment: date) -> str:
    """Return why the term of a row has not come by the moment, in Russian; empty where it has."""
    due = due_on(measure, moment)
    if due is None:
        return "год срока не указан"
    return "" if due <= moment else f"срок — {in_words(due)}, позже {in_words(moment)}"


def _day_of_decision(measure: Measure) -> str:
    decided = measure.decision.date if measure.decision else None
    return in_words(decided) if decided else ""


def _cancelled(measure: Measure) -> str:
    decision = measure.decision
    reason = decision.reason if decision else None
    return f"отменено: {reason}" if reason else "отменено решением"


def _place(line: Line) -> tuple[str, str, str, tuple[str | int, ...]]:
    measure, record = line.measure, line.record
    number = f"{measure.number}. " if measure.number else ""
    at = (*record.within, "measures", line.place)
    return number + measure.title, record.name, record.file, at
