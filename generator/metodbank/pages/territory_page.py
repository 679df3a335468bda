"""What the page of a territory shows: how it stands, what it lacks, whom to call, what helps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metodbank import addresses
from metodbank.indicators.listed import listed_by_territory
from metodbank.indicators.moments import moment_of
from metodbank.pages.context import SiteContext
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.roadmap_progress import ProgressView, progress
from metodbank.pages.serving_views import OfficialView, ServingView, official_view, serving_view
from metodbank.pages.territory_contacts import ContactView, contacts
from metodbank.pages.territory_gaps import GapView, gaps
from metodbank.pages.territory_scores import (
    CountView,
    TerritoryScore,
    counts,
    territory_scores,
)
from metodbank.records import Record

MOST_SERVING = 3


@dataclass(frozen=True, slots=True)
class HintView:
    """An indicator that needs help, and what helps it.

    The first one is seen at once.
    """

    score: TerritoryScore
    serving: ServingView
    is_open: bool


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """A roadmap of the territory with its measures by state."""

    link: LinkView
    progress: ProgressView


@dataclass(frozen=True, slots=True)
class InsideRow:
    """A territory inside this one: how many indicators stand alike, and what each is."""

    link: LinkView
    counts: tuple[CountView, ...]
    scores: tuple[TerritoryScore, ...]


@dataclass(frozen=True, slots=True)
class StandingView:
    """How a territory stands in a year; `region` is the base's own territory, None on its own page."""

    year: int
    day: DateView
    region: LinkView | None
    counts: tuple[CountView, ...]
    scores: tuple[TerritoryScore, ...]
    inside: tuple[InsideRow, ...]
    hints: tuple[HintView, ...]
    official: OfficialView
    all_indicators: LinkView


@dataclass(frozen=True, slots=True)
class TerritoryView:
    """What is derived for a territory; `standing` is None where the base shows no indicators of it."""

    standing: StandingView | None
    roadmaps: tuple[RoadmapRow, ...]
    gaps: tuple[GapView, ...]
    contacts: tuple[ContactView, ...]


def territory_view(context: SiteContext, record: Record, presenter: Presenter) -> TerritoryView:
    """Return what the page of a territory says beside its fields."""
    scoring = context.telling.scoring
    roadmaps = listed_by_territory(context.base, "roadmap").get(record.id, [])
    is_assessed = bool(scoring.indicators()) and record.id in scoring.territories()
    standing = _standing(context, record, presenter) if is_assessed else None
    rows = standing.scores if standing else ()
    return TerritoryView(
        standing=standing,
        roadmaps=tuple(RoadmapRow(presenter.link_to(each), progress(context, each)) for each in roadmaps),
        gaps=gaps(context, record, rows, roadmaps, scoring.default_year()) if is_assessed else (),
        contacts=contacts(context, presenter, record),
    )


def _standing(context: SiteContext, record: Record, presenter: Presenter) -> StandingView:
    telling = context.telling
    year = telling.scoring.default_year()
    rows = territory_scores(context, presenter, record.id, year)
    is_home = record.id == telling.home
    return StandingView(
        year=year,
        day=date_view(moment_of(year, context.as_of)),
        region=None if is_home else presenter.link("territory", telling.home),
        counts=counts(rows),
        scores=rows,
        inside=tuple(_inside(context, presenter, record.id, year)),
        hints=tuple(_hints(context, presenter, record.id, rows)),
        official=official_view(context, presenter, record.id),
        all_indicators=LinkView("Все показатели", presenter.href(addresses.list_page(addresses.INDICATORS))),
    )


def _inside(context: SiteContext, presenter: Presenter, territory: str, year: int) -> Iterable[InsideRow]:
    for place in context.telling.scoring.inside(territory, year):
        rows = territory_scores(context, presenter, place, year)
        yield InsideRow(presenter.link("territory", place), counts(rows), rows)


def _hints(
    context: SiteContext, presenter: Presenter, territory: str, rows: Sequence[TerritoryScore]
) -> Iterable[HintView]:
    needy = [row for row in rows if row.is_assessed and row.need is not None]
    for number, row in enumerate(needy):
        serving = serving_view(context, presenter, row.id, territory, most=MOST_SERVING)
        yield HintView(row, serving, is_open=number == 0)
