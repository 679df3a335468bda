"""Roadmaps: the terms of one along the calendar, and a page for each value by which its rows are filtered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from metodbank import addresses
from metodbank.keys import key_of
from metodbank.models.kinds import Kind
from metodbank.pages.cards import list_link
from metodbank.pages.context import SiteContext
from metodbank.pages.list_pages import FacetView
from metodbank.pages.measure_filters import MeasureFilter, filter_views, measure_filters
from metodbank.pages.measure_groups import measure_groups
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView
from metodbank.pages.roadmap_progress import measures_text
from metodbank.pages.roadmap_terms import terms_view
from metodbank.pages.roadmap_years import by_year_chart
from metodbank.records import Record

TERMS_TITLE = "Сроки по календарю"


def roadmap_pages(context: SiteContext, kind: Kind) -> Iterator[PagePlan]:
    """Yield, for each roadmap, its terms and a page for each value by which its measures are filtered."""
    for record in context.base.shown(kind.name):
        terms = addresses.terms_page(record.id)
        yield PagePlan(terms, partial(_terms_page, context, record, terms))
        filters = measure_filters(context, record)
        views = filter_views(context, filters, addresses.list_page(kind.folder))
        for chosen in filters:
            given = key_of(chosen.words, repr(views), *(measure.id for measure in chosen.measures))
            yield PagePlan(chosen.address, partial(_filter_page, context, record, chosen, views), given)


def _terms_page(context: SiteContext, record: Record, address: str) -> Page:
    presenter = context.presenter_at(address)
    whole = LinkView(record.title, presenter.href(addresses.record_page(record.kind.folder, record.id)))
    title = f"{TERMS_TITLE}. {record.title}"
    body = context.renderer.render(
        "roadmap_terms.html.jinja",
        title=TERMS_TITLE,
        whole=whole,
        terms=terms_view(context, record, presenter),
        years=by_year_chart(record, context.as_of),
    )
    trail = context.trail(address, list_link(context, record.kind, address), whole, LinkView(TERMS_TITLE))
    return Page(address, title, as_description(f"{title}."), trail, body, noindex=True)


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
        count=measures_text(len(measures)),
        groups=tuple(measure_groups(context, measures, presenter)),
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
