"""The pages of «Показатели»: a list for each year, a passport for each indicator and each of its years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_links import list_address, list_years, passport_address, passport_years
from metodbank.pages.indicator_list_page import list_page
from metodbank.pages.indicator_passport_page import passport_page
from metodbank.pages.page import PagePlan


def indicator_pages(context: SiteContext) -> Iterator[PagePlan]:
    """Yield the lists and the page of each indicator that is known; nothing where none is to be shown."""
    telling = context.telling
    identifiers = telling.scoring.explained()
    if not identifiers:
        return
    for year in list_years(telling):
        yield PagePlan(list_address(telling, year), partial(list_page, context, year))
    for identifier in identifiers:
        for year in passport_years(telling, identifier):
            address = passport_address(telling, identifier, year)
            yield PagePlan(address, partial(passport_page, context, identifier, year))
