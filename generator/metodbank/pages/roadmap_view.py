"""What the page of a roadmap derives from its rows: how far, what is late, what is next, then everything."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank import addresses
from metodbank.models.roadmap import UNKNOWN, Measure
from metodbank.pages.context import SiteContext
from metodbank.pages.list_pages import FacetView
from metodbank.pages.measure_filters import filter_views, measure_filters
from metodbank.pages.measure_groups import DirectionGroup, measure_groups
from metodbank.pages.measure_views import MeasureView, measure_view
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.roadmap_completion import CompletionView, completion_view
from metodbank.pages.roadmap_directions import DirectionsView, directions_view
from metodbank.pages.roadmap_progress import ProgressView, measures_text, progress
from metodbank.pages.roadmap_years import YearsView, headline_year, years_view
from metodbank.records import Record
from metodbank.russian_words import counted

DUE_NEXT = 5
TERMS = "сроки по календарю и диаграмма по годам"


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """What the page of a roadmap derives from its measures."""

    as_of: DateView
    count: str
    progress: ProgressView
    completion: CompletionView | None
    directions: DirectionsView | None
    years: YearsView | None
    terms: LinkView
    due_next: tuple[MeasureView, ...]
    overdue: tuple[MeasureView, ...]
    silence: str
    groups: tuple[DirectionGroup, ...]
    filters: tuple[FacetView, ...]


def roadmap_view(context: SiteContext, record: Record, presenter: Presenter) -> RoadmapView:
    """Return what the page shows beside the fields of the roadmap."""
    measures: tuple[Measure, ...] = record.data.measures
    as_of = context.as_of
    ahead = sorted((m for m in measures if not m.is_over and m.due and m.due >= as_of), key=_due)
    late = sorted((m for m in measures if m.is_overdue(as_of)), key=_due)
    filters = measure_filters(context, record)
    presenter.begin(record)
    for said_before in (record.data.summary, record.data.about):
        presenter.prose(said_before or "")
    groups = tuple(measure_groups(context, measures, presenter))
    page = addresses.record_page(record.kind.folder, record.id)
    return RoadmapView(
        as_of=date_view(as_of),
        count=measures_text(len(measures)),
        progress=progress(context, record),
        completion=completion_view(context, record, presenter, headline_year(record, as_of)),
        directions=directions_view(context, record, presenter),
        years=years_view(context, record, presenter),
        terms=LinkView(TERMS, presenter.href(addresses.terms_page(record.id))),
        due_next=tuple(measure_view(context, measure, presenter) for measure in ahead[:DUE_NEXT]),
        overdue=tuple(measure_view(context, measure, presenter) for measure in late),
        silence=_silence(context, measures),
        groups=groups,
        filters=filter_views(context, filters, page),
    )


def _due(measure: Measure) -> tuple[int, str]:
    return (measure.due.toordinal() if measure.due else 0, measure.id)


def _silence(context: SiteContext, measures: tuple[Measure, ...]) -> str:
    """Return what is to be said of measures whose term has passed and of which nothing is known."""
    silent = [m for m in measures if m.state == UNKNOWN and m.due and m.due < context.as_of]
    if not silent:
        return ""
    if len(silent) == 1:
        return "Срок одного мероприятия прошёл, а сведений о нём нет: это не значит, что оно не выполнено."
    rows = counted(len(silent), "мероприятия", "мероприятий", "мероприятий")
    return f"Срок {rows} прошёл, а сведений о них нет: это не значит, что они не выполнены."
