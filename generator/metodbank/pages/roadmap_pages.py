"""Roadmaps: measures by direction and system measure, what is due next, and a page for each filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from metodbank import addresses
from metodbank.keys import key_of
from metodbank.models.kinds import Kind
from metodbank.models.roadmap import UNKNOWN, Measure
from metodbank.pages.cards import list_link
from metodbank.pages.context import SiteContext
from metodbank.pages.list_pages import FacetView
from metodbank.pages.measure_filters import (
    STATE,
    MeasureFilter,
    filter_links,
    filter_views,
    measure_filters,
)
from metodbank.pages.measure_views import MeasureView, measure_view
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.records import Record
from metodbank.russian_words import counted

DUE_NEXT = 5


@dataclass(frozen=True, slots=True)
class SystemGroup:
    """Measures under one system measure; `link` is None where the document names none."""

    link: LinkView | None
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class DirectionGroup:
    """Measures under one direction; `link` is None where the document names none."""

    id: str
    link: LinkView | None
    systems: tuple[SystemGroup, ...]


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """What the page of a roadmap derives from its measures."""

    as_of: DateView
    count: str
    states: tuple[LinkView, ...]
    due_next: tuple[MeasureView, ...]
    overdue: tuple[MeasureView, ...]
    silence: str
    groups: tuple[DirectionGroup, ...]
    filters: tuple[FacetView, ...]


def roadmap_view(context: SiteContext, record: Record, presenter: Presenter) -> RoadmapView:
    """Return what the page shows beside the fields of the roadmap."""
    measures: tuple[Measure, ...] = record.data.measures
    ahead = sorted((m for m in measures if not m.is_over and m.due and m.due >= context.as_of), key=_due)
    late = sorted((m for m in measures if m.is_overdue(context.as_of)), key=_due)
    filters = measure_filters(context, record)
    presenter.begin(record)
    for said_before in (record.data.summary, record.data.about):
        presenter.prose(said_before or "")
    groups = tuple(_groups(context, measures, presenter))
    page = addresses.record_page(record.kind.folder, record.id)
    return RoadmapView(
        as_of=date_view(context.as_of),
        count=_counted(measures),
        states=filter_links(context, [found for found in filters if found.facet == STATE], page),
        due_next=tuple(measure_view(context, measure, presenter) for measure in ahead[:DUE_NEXT]),
        overdue=tuple(measure_view(context, measure, presenter) for measure in late),
        silence=_silence(context, measures),
        groups=groups,
        filters=filter_views(context, filters, page),
    )


def roadmap_filter_pages(context: SiteContext, kind: Kind) -> Iterator[PagePlan]:
    """Yield, for each roadmap, a page for each value by which its measures are filtered."""
    for record in context.base.shown(kind.name):
        filters = measure_filters(context, record)
        views = filter_views(context, filters, addresses.list_page(kind.folder))
        for chosen in filters:
            given = key_of(chosen.words, repr(views), *(measure.id for measure in chosen.measures))
            yield PagePlan(chosen.address, partial(_filter_page, context, record, chosen, views), given)


def _filter_page(
    context: SiteContext, record: Record, chosen: MeasureFilter, filters: tuple[FacetView, ...]
) -> Page:
    presenter = context.presenter_at(chosen.address)
    presenter.begin(record)
    by_id = {measure.id: measure for measure in record.data.measures}
    measures = tuple(by_id[measure.id] for measure in chosen.measures)
    whole = presenter.href(addresses.record_page(record.kind.folder, record.id))
    body = context.renderer.render(
        "roadmap_filter.html.jinja",
        title=record.title,
        chosen=chosen.words,
        whole=LinkView("Показать все мероприятия", whole),
        count=_counted(measures),
        groups=tuple(_groups(context, measures, presenter)),
        filters=filters,
        here=presenter.href(chosen.address),
    )
    steps = (
        list_link(context, record.kind, chosen.address),
        LinkView(record.title, whole),
        LinkView(chosen.words),
    )
    title = f"{record.title}. {chosen.words}"
    trail = context.trail(chosen.address, *steps)
    return Page(chosen.address, title, as_description(f"{title}."), trail, body, noindex=True)


def _groups(
    context: SiteContext, measures: Iterable[Measure], presenter: Presenter
) -> Iterator[DirectionGroup]:
    by_direction: dict[str | None, dict[str | None, list[MeasureView]]] = {}
    for measure in measures:
        systems = by_direction.setdefault(measure.direction, {})
        view = measure_view(context, measure, presenter)
        systems.setdefault(measure.system_measure, []).append(view)
    for direction, systems in by_direction.items():
        yield DirectionGroup(
            id=direction or "no-direction",
            link=presenter.link("direction", direction) if direction else None,
            systems=tuple(
                SystemGroup(_numbered(context, presenter, system) if system else None, tuple(views))
                for system, views in systems.items()
            ),
        )


def _numbered(context: SiteContext, presenter: Presenter, identifier: str) -> LinkView:
    link, system = (
        presenter.link("system-measure", identifier),
        context.base.get("system-measure", identifier),
    )
    return replace(link, text=f"{system.data.number}. {link.text}") if system and system.data.number else link


def _due(measure: Measure) -> tuple[int, str]:
    return (measure.due.toordinal() if measure.due else 0, measure.id)


def _counted(measures: tuple[Measure, ...]) -> str:
    return counted(len(measures), "мероприятие", "мероприятия", "мероприятий")


def _silence(context: SiteContext, measures: tuple[Measure, ...]) -> str:
    """Return what is to be said of measures whose term has passed and of which nothing is known."""
    silent = [m for m in measures if m.state == UNKNOWN and m.due and m.due < context.as_of]
    if not silent:
        return ""
    if len(silent) == 1:
        return "Срок одного мероприятия прошёл, а сведений о нём нет: это не значит, что оно не выполнено."
    rows = counted(len(silent), "мероприятия", "мероприятий", "мероприятий")
    return f"Срок {rows} прошёл, а сведений о них нет: это не значит, что они не выполнены."
