"""Which targets come due and are not met yet, by the day of their term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metodbank.dates import in_words
from metodbank.indicators.score import State
from metodbank.open_data.score_shapes import AssessmentData
from metodbank.open_data.telling import Telling
from metodbank.pages.indicator_links import passport_link
from metodbank.pages.indicator_tally import answers_goal
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.russian_words import counted


@dataclass(frozen=True, slots=True)
class DueRow:
    """A statement whose term comes."""

    number: str
    link: LinkView
    target: str
    value: str
    missing: str


@dataclass(frozen=True, slots=True)
class DueView:
    """The targets of one day that the values do not answer yet, or that cannot be compared."""

    day: str
    left: str
    rows: tuple[DueRow, ...]


def due_views(telling: Telling, presenter: Presenter, year: int) -> Iterator[DueView]:
    """Yield the days ahead with what is not met; of a year that is over there are none."""
    ahead: dict[int, list[DueRow]] = {}
    for due, number, found in _ahead(telling, year):
        ahead.setdefault(due, []).append(_row(telling, presenter, number, found))
    for due, rows in sorted(ahead.items()):
        day = date(due, 12, 31)
        left = counted((day - telling.scoring.as_of).days, "день", "дня", "дней")
        yield DueView(in_words(day), f"осталось {left}", tuple(rows))


def _ahead(telling: Telling, year: int) -> Iterator[tuple[int, str, AssessmentData]]:
    """Yield the year in which the target of each open statement is to be met, its number, how it stands."""
    if year != telling.scoring.default_year():
        return
    for layered, statement in telling.statements():
        years = [target.year for target in statement.targets if target.is_set and target.year >= year]
        if statement.indicator not in telling.base.indicators or not years:
            continue
        for found in telling.assessments(statement.indicator, telling.home, year, layered.id):
            is_open = found.state is State.NOT_DUE and not answers_goal(found)
            if found.statement == statement.id and is_open:
                yield min(years), statement.number or "", found


def _row(telling: Telling, presenter: Presenter, number: str, found: AssessmentData) -> DueRow:
    told = telling.score(found.indicator, telling.home, found.year)
    return DueRow(
        number,
        passport_link(telling, presenter, found.indicator, found.year),
        found.target_text,
        told.text or told.absence_text,
        found.to_goal.text if found.to_goal else "",
    )
