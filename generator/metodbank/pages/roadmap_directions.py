"""The rows of a roadmap by direction and state: a table and its chart."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank.charts import StackChart, stack_chart
from metodbank.pages.context import SiteContext
from metodbank.pages.measure_groups import WITHOUT_DIRECTION, by_direction
from metodbank.pages.measure_views import StateView
from metodbank.pages.plain_views import date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.roadmap_progress import CellView, cells, legend, stack_row, state_view, tally
from metodbank.records import Record
from metodbank.roadmap_states import RowState
from metodbank.russian_words import number_text

WHOLE = "Вся карта"
NO_DIRECTION = "Направление не названо"


@dataclass(frozen=True, slots=True)
class TallyRow:
    """All rows of a direction, and how many of them are in each state."""

    label: LinkView
    total: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class DirectionsView:
    """The states by direction: a table and its chart."""

    states: tuple[StateView, ...]
    rows: tuple[TallyRow, ...]
    chart: StackChart


def directions_view(context: SiteContext, record: Record, presenter: Presenter) -> DirectionsView | None:
    """Return the states by direction, None where the document names no directions."""
    day, measures = context.as_of, record.data.measures
    groups = by_direction(measures)
    if set(groups) == {None}:
        return None
    whole = tally(measures, day, day)
    states = [state for state in RowState if whole[state]]
    tallies = [(_direction(presenter, each), tally(rows, day, day)) for each, rows in groups.items()]
    tallies.append((LinkView(WHOLE), whole))
    return DirectionsView(
        states=tuple(map(state_view, states)),
        rows=tuple(
            TallyRow(label, number_text(found.total()), cells(found, states)) for label, found in tallies
        ),
        chart=stack_chart(
            "Мероприятия по направлениям",
            f"Сколько мероприятий каждого направления в каком состоянии на {date_view(day).text}",
            tuple(stack_row(label.text, found, states) for label, found in tallies),
            legend(states),
        ),
    )


def _direction(presenter: Presenter, direction: str | None) -> LinkView:
    if direction is None:
        return LinkView(NO_DIRECTION, f"#{WITHOUT_DIRECTION}")
    return LinkView(presenter.link("direction", direction).text, f"#{direction}")
