"""The measures of roadmaps whose term lies in a year, by state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from metodbank.models.roadmap import Measure
from metodbank.pages.context import SiteContext
from metodbank.pages.cycle_views import MeasuresView, TallyView
from metodbank.pages.measure_filters import measure_filters
from metodbank.pages.measure_views import OVERDUE, StateView, state_of
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import inside_a_sentence
from metodbank.russian_words import counted, number_text

_YEAR = "year"


def measures_of_year(context: SiteContext, presenter: Presenter, year: int) -> Iterator[MeasuresView]:
    """Yield each listed roadmap that has measures of the year, with the page that lists them."""
    for record in context.base.listed("roadmap"):
        for found in measure_filters(context, record):
            if found.facet == _YEAR and found.name == str(year):
                number = counted(len(found.measures), "мероприятие", "мероприятия", "мероприятий")
                yield MeasuresView(
                    presenter.link_to(record),
                    LinkView(f"{number} со сроком в {year} году", presenter.href(found.address)),
                    tuple(_tallies(context, found.measures)),
                )


def _tallies(context: SiteContext, measures: Sequence[Measure]) -> Iterator[TallyView]:
    found: dict[str, tuple[StateView, int]] = {}
    for measure in measures:
        state = state_of(context, measure)
        known, number = found.get(state.id, (state, 0))
        found[state.id] = known, number + 1
    for state, number in found.values():
        words = "просрочено" if state.id == OVERDUE else inside_a_sentence(state.text)
        yield TallyView(replace(state, text=words), number_text(number))
