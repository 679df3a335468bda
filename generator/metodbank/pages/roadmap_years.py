"""A roadmap by year, each year with those before it: what was due by its end, and how that stands.

The table stands on the page of the roadmap, its chart beside the terms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from metodbank.charts import StackChart, stack_chart
from metodbank.indicators.moments import moment_of
from metodbank.models.roadmap import Measure
from metodbank.pages.context import SiteContext
from metodbank.pages.measure_views import StateView
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import Presenter
from metodbank.pages.roadmap_completion import CompletionView, completion_view
from metodbank.pages.roadmap_progress import (
    CellView,
    cells,
    legend,
    measures_text,
    stack_row,
    state_view,
    tally,
)
from metodbank.records import Record
from metodbank.roadmap_states import RowState, due_on
from metodbank.russian_words import number_text

MOST_YEARS = 10
"""A period that is longer is a typing error: no year of it is worth a row."""


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year: how many rows end by its end, and how they stand then, or on the day of the build before it."""

    year: int
    day: DateView
    total: str
    cells: tuple[CellView, ...]
    completion: CompletionView | None


@dataclass(frozen=True, slots=True)
class YearsView:
    """All years of a roadmap; `without` tells of the rows that no year holds, empty where there are none."""

    states: tuple[StateView, ...]
    rows: tuple[YearRow, ...]
    bases: tuple[str, ...]
    without: str


def years_view(context: SiteContext, record: Record, presenter: Presenter) -> YearsView | None:
    """Return the rows due by the end of each year; None where no row has a year."""
    tallies = _tallies(record, context.as_of)
    states = _states(tallies)
    if not states:
        return None
    rows = tuple(
        YearRow(
            year=year,
            day=date_view(moment_of(year, context.as_of)),
            total=number_text(found.total()),
            cells=cells(found, states),
            completion=completion_view(context, record, presenter, year),
        )
        for year, found in tallies.items()
    )
    return YearsView(
        states=tuple(map(state_view, states)),
        rows=rows,
        bases=_bases(rows),
        without=_without(record.data.measures, context.as_of),
    )


def by_year_chart(record: Record, as_of: date) -> StackChart | None:
    """Return the chart of the rows due by the end of each year; None where no row has a year."""
    tallies = _tallies(record, as_of)
    states = _states(tallies)
    if not states:
        return None
    return stack_chart(
        "Мероприятия по годам, нарастающим итогом",
        "Мероприятия, срок которых кончается до конца года: в каком они состоянии на конец года, "
        f"а если он не кончился, на {date_view(as_of).text}",
        tuple(stack_row(str(year), found, states) for year, found in tallies.items()),
        legend(states),
    )


def headline_year(record: Record, as_of: date) -> int:
    """Return the year of a roadmap that tells how far it is: the last of its years that has begun."""
    period = record.data.period
    year = min(as_of.year, period.end.year) if period.end else as_of.year
    return max(year, period.start.year) if period.start else year


def _tallies(record: Record, as_of: date) -> dict[int, Counter[RowState]]:
    found = {}
    for year in _years(record, as_of):
        day = moment_of(year, as_of)
        due = [each for each in record.data.measures if _is_due_by(each, date(year, 12, 31), day)]
        found[year] = tally(due, day, as_of)
    return found


def _states(tallies: Mapping[int, Counter[RowState]]) -> list[RowState]:
    return [state for state in RowState if any(found[state] for found in tallies.values())]


def _years(record: Record, as_of: date) -> list[int]:
    """Return the years of the period; where it has no end, those in which a term ends, and this one."""
    period = record.data.period
    dues = {due.year for measure in record.data.measures if (due := due_on(measure, as_of))}
    first = period.start.year if period.start else min(dues, default=as_of.year)
    if period.end:
        dues |= set(range(first, min(period.end.year, first + MOST_YEARS) + 1))
    else:
        dues |= {first, headline_year(record, as_of)}
    return sorted(year for year in dues if first <= year <= first + MOST_YEARS)


def _is_due_by(measure: Measure, end: date, day: date) -> bool:
    due = due_on(measure, day)
    return due is not None and due <= end


def _bases(rows: tuple[YearRow, ...]) -> tuple[str, ...]:
    found = [tuple(share.base for share in row.completion.shares) for row in rows if row.completion]
    return max(found, key=len, default=())


def _without(measures: tuple[Measure, ...], as_of: date) -> str:
    number = sum(due_on(measure, as_of) is None for measure in measures)
    return measures_text(number) if number else ""
