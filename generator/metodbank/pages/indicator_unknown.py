"""Indicators that records of the base keep from being whole, and which of them tell too little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metodbank.indicators.score import Absence
from metodbank.models.indicator import Indicator
from metodbank.models.roadmap import UNKNOWN
from metodbank.open_data.score_shapes import ScoreData
from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_links import passport_link
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import capitalized

MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class UnknownView:
    """An indicator that records of the base keep from being whole: why, and which records are asked for."""

    indicator: LinkView
    reason: str
    rows: tuple[LinkView, ...]
    more: int


def unknown_views(
    context: SiteContext, presenter: Presenter, asked: Iterable[str], year: int
) -> Iterator[UnknownView]:
    """Yield those of the indicators that are asked for whose records keep them from being whole."""
    telling = context.telling
    for identifier in asked:
        definition = telling.base.indicators[identifier].definition
        if definition.is_observed:
            continue
        told = telling.score(identifier, telling.home, year)
        coverage = told.coverage if told.coverage and told.coverage.of == "providers" else None
        is_partial = coverage is not None and coverage.reported < coverage.expected
        if told.absence in {Absence.NO_DATA, Absence.NOT_COMPUTABLE} or is_partial:
            rows = tuple(_rows(context, presenter, definition, told))
            yield UnknownView(
                passport_link(telling, presenter, identifier, year),
                capitalized(told.absence_text or told.coverage_text),
                rows[:MOST_ROWS],
                max(0, len(rows) - MOST_ROWS),
            )


def _rows(
    context: SiteContext, presenter: Presenter, definition: Indicator, told: ScoreData
) -> Iterator[LinkView]:
    """Yield what nothing is known of: rows of roadmaps, stages without a report, incomplete registers."""
    source = definition.numerator.source
    if source == "register":
        for provider in context.telling.by_provider(told.indicator, told.territory, told.year):
            if provider.absence is not Absence.NONE:
                yield presenter.link("organization", provider.provider)
        return
    unknown = context.base.word("measure-states", UNKNOWN)
    for ground in told.numerator.left_out if told.numerator else ():
        if source != "roadmap" or ground.reason == unknown:
            kind, _, identifier = ground.record.partition("/")
            href = presenter.link(kind, identifier).href if identifier else ""
            yield LinkView(ground.text, href, ground.reason)
