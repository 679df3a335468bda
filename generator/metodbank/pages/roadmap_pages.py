"""Roadmaps: rows by direction and system measure, what is due next, and a page for each filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from metodbank import addresses
from metodbank.knowledge_base import Record
from metodbank.models.kinds import Kind
from metodbank.models.roadmap import UNKNOWN, Measure
from metodbank.pages.cards import list_link
from metodbank.pages.context import SiteContext
from metodbank.pages.list_pages import FacetView
from metodbank.pages.measure_views import MeasureView, measure_view, state_of
from metodbank.pages.page import Page, as_description
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.russian_words import counted

DUE_NEXT = 5
NO_YEAR = "no-year"
FACETS = (
    ("direction", "Направление"),
    ("responsible", "Ответственный"),
    ("state", "Состояние"),
    ("year", "Год срока"),
)


@dataclass(frozen=True, slots=True)
class SystemGroup:
    """Rows under one system measure; `link` is None where the document names none."""

    link: LinkView | None
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class DirectionGroup:
    """Rows under one direction."""

    id: str
    link: LinkView | None
    systems: tuple[SystemGroup, ...]


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """What the page of a roadmap derives from its rows."""

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
    filters = _filters(context, record, presenter)
    return RoadmapView(
        count=counted(len(measures), "мероприятие", "мероприятия", "мероприятий"),
        states=next(facet.links for facet in filters if facet.title == dict(FACETS)["state"]),
        due_next=tuple(measure_view(context, m, presenter) for m in ahead[:DUE_NEXT]),
        overdue=tuple(measure_view(context, m, presenter) for m in late),
        silence=_silence(context, measures),
        groups=tuple(_groups(context, measures, presenter)),
        filters=filters,
    )


def roadmap_filter_pages(context: SiteContext, kind: Kind) -> Iterator[Page]:
    """Yield, for each roadmap, a page for each value by which its rows are filtered."""
    presenter = context.presenter_at(addresses.list_page(kind.folder))
    for record in context.base.shown(kind.name):
        for facet, title in FACETS:
            for value, name, measures in _values(context, record, facet):
                yield _filter_page(context, record, presenter, f"{title}: {name}", (facet, value), measures)


def _filter_page(
    context: SiteContext,
    record: Record,
    presenter: Presenter,
    chosen: str,
    way: tuple[str, str],
    measures: list[Measure],
) -> Page:
    address = addresses.measures_page(record.id, *way)
    whole = LinkView(record.title, presenter.href(addresses.record_page(record.kind.folder, record.id)))
    body = context.renderer.render(
        "roadmap_filter.html.jinja",
        title=record.title,
        chosen=chosen,
        whole=LinkView("Показать все мероприятия", whole.href),
        count=counted(len(measures), "мероприятие", "мероприятия", "мероприятий"),
        groups=tuple(_groups(context, measures, presenter)),
        filters=_filters(context, record, presenter),
    )
    trail = context.trail(address, list_link(context, record.kind, address), whole, LinkView(chosen))
    return Page(
        address=address,
        title=f"{record.title}. {chosen}",
        description=as_description(f"{record.title}. {chosen}."),
        trail=trail,
        body=body,
        noindex=True,
    )


def _filters(context: SiteContext, record: Record, presenter: Presenter) -> tuple[FacetView, ...]:
    views = []
    for facet, title in FACETS:
        links = [
            LinkView(
                name, presenter.href(addresses.measures_page(record.id, facet, value)), str(len(measures))
            )
            for value, name, measures in _values(context, record, facet)
        ]
        views.append(FacetView(title, tuple(links)))
    return tuple(views)


def _values(context: SiteContext, record: Record, facet: str) -> list[tuple[str, str, list[Measure]]]:
    """Return the values of a facet in a fixed order: id, name, rows."""
    found: dict[str, tuple[str, list[Measure]]] = {}
    for measure in record.data.measures:
        for value, name in _values_of(context, measure, facet):
            found.setdefault(value, (name, []))[1].append(measure)
    order = sorted(found) if facet == "year" else list(found)
    return [(value, *found[value]) for value in order]


def _values_of(context: SiteContext, measure: Measure, facet: str) -> Iterable[tuple[str, str]]:
    base = context.base
    if facet == "direction":
        return (
            [(measure.direction, base.name_of("direction", measure.direction))] if measure.direction else ()
        )
    if facet == "responsible":
        return [(i, base.name_of("organization", i)) for i in dict.fromkeys(measure.responsible)]
    if facet == "state":
        state = state_of(context, measure)
        return [(state.id, "Просрочено" if state.id == "overdue" else state.text)]
    years = sorted(set(_years(measure)))
    return [(str(year), str(year)) for year in years] or [(NO_YEAR, "Год не указан")]


def _years(measure: Measure) -> Iterator[int]:
    for period in measure.term.periods:
        first, last = period.start or period.end, period.end or period.start
        if first and last:
            yield from range(first.year, last.year + 1)


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


def _silence(context: SiteContext, measures: tuple[Measure, ...]) -> str:
    """Return what is to be said of rows whose term has passed and of which nothing is known."""
    silent = [m for m in measures if m.state == UNKNOWN and m.due and m.due < context.as_of]
    if not silent:
        return ""
    if len(silent) == 1:
        return "Срок одного мероприятия прошёл, а сведений о нём нет: это не значит, что оно не выполнено."
    rows = counted(len(silent), "мероприятия", "мероприятий", "мероприятий")
    return f"Срок {rows} прошёл, а сведений о них нет: это не значит, что они не выполнены."
