"""How far a roadmap is on the day of the build: how many of its rows are in which state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from metodbank import addresses
from metodbank.charts import StackRow
from metodbank.models.roadmap import DONE_LATE, MOVED, Measure
from metodbank.pages.context import SiteContext
from metodbank.pages.measure_filters import STATE, filter_links, measure_filters
from metodbank.pages.measure_views import SIGNS, StateView
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView
from metodbank.records import Record
from metodbank.roadmap_states import RowState, state_on
from metodbank.russian_words import counted, number_text

WORDS = {
    RowState.DONE: "выполнено",
    RowState.IN_PROGRESS: "выполняется",
    RowState.PLANNED: "намечено",
    RowState.OVERDUE: "просрочено",
    RowState.UNKNOWN: "сведений нет",
    RowState.CANCELLED: "отменено",
}
_GATHERED = {DONE_LATE: RowState.DONE, MOVED: RowState.PLANNED}


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many rows are in a state; `links` lead to them, seen from a page one folder below the root."""

    state: StateView
    number: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ProgressView:
    """The rows of a roadmap by state on a day; states that no row is in are left out."""

    day: DateView
    total: str
    counts: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A number of a table; `label` says what it counts where the row has become a card."""

    label: str
    number: str


def progress(context: SiteContext, record: Record) -> ProgressView:
    """Return how many rows of a roadmap are in each state on the day of the build."""
    day, measures = context.as_of, record.data.measures
    found = tally(measures, day, day)
    links = _links(context, record)
    counts = tuple(
        StateCount(state_view(state), number_text(found[state]), links.get(state, ()))
        for state in RowState
        if found[state]
    )
    return ProgressView(date_view(day), measures_text(len(measures)), counts)


def tally(measures: Iterable[Measure], day: date, as_of: date) -> Counter[RowState]:
    """Return how many rows are in each state at the end of a day not later than the day asked for."""
    return Counter(state_on(measure, day, as_of) for measure in measures)


def state_view(state: RowState) -> StateView:
    """Return a state as a sign and a word."""
    return StateView(state.value, SIGNS[state.value], WORDS[state])


def cells(found: Counter[RowState], states: Iterable[RowState]) -> tuple[CellView, ...]:
    """Return the numbers of a row of a table, state by state."""
    return tuple(
        CellView(f"{SIGNS[state.value]} {WORDS[state]}", number_text(found[state])) for state in states
    )


def stack_row(label: str, found: Counter[RowState], states: Sequence[RowState]) -> StackRow:
    """Return the bar of a chart that stacks the states in their order."""
    return StackRow(label, tuple((state.value, found[state]) for state in states))


def legend(states: Iterable[RowState]) -> tuple[tuple[str, str], ...]:
    """Return the words of the states for a chart."""
    return tuple((state.value, WORDS[state]) for state in states)


def measures_text(number: int) -> str:
    """Return so many measures in words."""
    return counted(number, "мероприятие", "мероприятия", "мероприятий")


def _links(context: SiteContext, record: Record) -> dict[RowState, tuple[LinkView, ...]]:
    """Return the pages of the rows in each state: of those done in time and of those done late, if both."""
    filters = [found for found in measure_filters(context, record) if found.facet == STATE]
    page = addresses.record_page(record.kind.folder, record.id)
    links: dict[RowState, tuple[LinkView, ...]] = {}
    for found, link in zip(filters, filter_links(context, filters, page), strict=True):
        state = _GATHERED.get(found.value) or RowState(found.value)
        links[state] = (*links.get(state, ()), link)
    return links
