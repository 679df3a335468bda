"""All computed pages of a site, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from metodbank import addresses
from metodbank.indicators.memo import Memo
from metodbank.keys import key_of
from metodbank.models.kinds import Kind
from metodbank.models.roadmap import Roadmap
from metodbank.open_data.documents import IndicatorsFile
from metodbank.open_data.documents_told import indicators_file
from metodbank.open_data.indicator_table import indicators_csv
from metodbank.open_data.writing import indicators_json, indicators_schema
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.cycle_pages import cycle_pages
from metodbank.pages.difficulty_pages import difficulty_pages
from metodbank.pages.evidence_page import evidence_pages
from metodbank.pages.field_pages import field_pages
from metodbank.pages.framework_pages import framework_pages
from metodbank.pages.glossary_page import glossary_list
from metodbank.pages.indicator_pages import indicator_pages
from metodbank.pages.list_pages import list_pages
from metodbank.pages.not_found_page import not_found_page
from metodbank.pages.page import PagePlan
from metodbank.pages.passport_page import passport_pages
from metodbank.pages.quality_page import quality_page
from metodbank.pages.record_pages import record_pages
from metodbank.pages.requirement_pages import requirement_list
from metodbank.pages.roadmap_pages import roadmap_pages
from metodbank.pages.rule_pages import rule_pages
from metodbank.pages.search_page import search_page

_LISTS: Mapping[str, Callable[[SiteContext, Kind, Cards], Iterator[PagePlan]]] = {
    "glossary-term": glossary_list,
    "requirement": requirement_list,
}
"""The kinds whose list is a page of its own making."""


def computed_pages(context: SiteContext, cards: Cards) -> Iterator[PagePlan]:
    """Yield every page that is put into a frame."""
    for kind in context.base.kinds:
        yield from _LISTS.get(kind.name, list_pages)(context, kind, cards)
        yield from record_pages(context, kind, cards)
        if kind.model is Roadmap:
            yield from roadmap_pages(context, kind)
    yield from difficulty_pages(context, cards)
    yield from indicator_pages(context)
    yield from framework_pages(context)
    yield from cycle_pages(context)
    yield from evidence_pages(context)
    yield from passport_pages(context)
    yield from field_pages(context)
    yield from rule_pages(context)
    problems = key_of(*map(repr, context.problems))
    yield PagePlan(addresses.QUALITY, partial(quality_page, context), problems)
    yield PagePlan(addresses.SEARCH, partial(search_page, context))
    yield PagePlan(addresses.NOT_FOUND, partial(not_found_page, context))


def data_files(context: SiteContext) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the address of each file of data with what makes it."""
    memo = Memo()

    def everything() -> IndicatorsFile:
        return memo.get("everything", partial(indicators_file, context.telling))

    if context.telling.scoring.indicators():
        yield addresses.INDICATORS_JSON, lambda: indicators_json(everything())
        yield addresses.INDICATORS_CSV, lambda: indicators_csv(everything())
        yield addresses.INDICATORS_SCHEMA, indicators_schema


def redirects(context: SiteContext) -> Iterator[tuple[str, str, str]]:
    """Yield each former address with the link to the present one and the title found there."""
    for kind in context.base.kinds:
        for record in context.base.shown(kind.name):
            for former in record.facts.former_ids:
                yield addresses.record_page(kind.folder, former), f"{record.id}.html", record.title
