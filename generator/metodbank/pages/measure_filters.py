"""The values by which the measures of one roadmap are filtered, and the measures that have each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from metodbank import addresses
from metodbank.models.roadmap import Measure
from metodbank.pages.context import SiteContext
from metodbank.pages.list_pages import FacetView
from metodbank.pages.measure_views import OVERDUE, state_of
from metodbank.pages.presenting import LinkView
from metodbank.records import Record

STATE = "state"
FACETS = {
    "direction": "Направление",
    "responsible": "Ответственный",
    STATE: "Состояние",
    "year": "Год срока",
}
NO_YEAR = "no-year"
MOST_YEARS = 10
"""A term that is longer is a typing error: it must not make a page for every year up to 9021."""


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """One value of one facet: its page, its words, the measures that have it."""

    facet: str
    value: str
    name: str
    address: str
    measures: tuple[Measure, ...]

    @property
    def words(self) -> str:
        """Return `Ответственный: Институт`."""
        return f"{FACETS[self.facet]}: {self.name}"


def measure_filters(context: SiteContext, record: Record) -> tuple[MeasureFilter, ...]:
    """Return the filters of a roadmap by facet, values in the order of the rows, years in their own."""
    return tuple(found for facet in FACETS for found in _of_facet(context, record, facet))


def filter_views(
    context: SiteContext, filters: Sequence[MeasureFilter], seen_from: str
) -> tuple[FacetView, ...]:
    """Return the filters as links with the number of measures, for a page at an address."""
    return tuple(
        FacetView(
            title, filter_links(context, [found for found in filters if found.facet == facet], seen_from)
        )
        for facet, title in FACETS.items()
    )


def filter_links(
    context: SiteContext, filters: Iterable[MeasureFilter], seen_from: str
) -> tuple[LinkView, ...]:
    """Return each filter as a link with the number of measures, for a page at an address."""
    href = context.presenter_at(seen_from).href
    return tuple(LinkView(found.name, href(found.address), str(len(found.measures))) for found in filters)


def _of_facet(context: SiteContext, record: Record, facet: str) -> Iterator[MeasureFilter]:
    found: dict[str, tuple[str, list[Measure]]] = {}
    for measure in record.data.measures:
        for value, name in _values(context, measure, facet):
            found.setdefault(value, (name, []))[1].append(measure)
    for value in sorted(found) if facet == "year" else found:
        name, measures = found[value]
        address = addresses.measures_page(record.id, facet, value)
        yield MeasureFilter(facet, value, name, address, tuple(measures))


def _values(context: SiteContext, measure: Measure, facet: str) -> Iterable[tuple[str, str]]:
    """Return the ids and names of the values that a measure has."""
    base = context.base
    if facet == "direction":
        direction = measure.direction
        return [(direction, base.name_of("direction", direction))] if direction else ()
    if facet == "responsible":
        return [(i, base.name_of("organization", i)) for i in dict.fromkeys(measure.responsible)]
    if facet == STATE:
        state = state_of(context, measure)
        return [(state.id, "Просрочено" if state.id == OVERDUE else state.text)]
    return [(str(year), str(year)) for year in sorted(set(_years(measure)))] or [(NO_YEAR, "Год не указан")]


def _years(measure: Measure) -> Iterator[int]:
    for period in measure.term.periods:
        first, last = period.start or period.end, period.end or period.start
        if first and last:
            yield from range(first.year, min(last.year, first.year + MOST_YEARS) + 1)
