"""The page of the search: what it shows is made by its scripts; without them it leads to the lists."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from metodbank import addresses
from metodbank.models.kinds import Kind
from metodbank.pages.cards import list_link
from metodbank.pages.context import SiteContext
from metodbank.pages.difficulty_pages import helping, terms
from metodbank.pages.list_pages import FacetView, facet_views
from metodbank.pages.page import Page
from metodbank.pages.presenting import LinkView

TITLE = "Поиск"
ENGINE = (
    "loading", "bits", "words", "starting", "vocabulary", "forms", "errors", "roots", "counted", "spelling",
    "meaning", "turning", "correcting", "query", "postings", "matching", "facets", "marking", "find",
    "showing",
)  # fmt: skip
"""The scripts of the search in their order, in `assets/metodbank/search/`."""
OWN = ("making", "state", "results", "panel", "chips", "advice", "showing", "drawer", "finding", "page")
"""The scripts of this page in their order, in `assets/metodbank/search/page/`."""
EXAMPLES = 5
_SCRIPTS = (*ENGINE, *(f"page/{name}" for name in OWN))


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The list of a register, and its parts by the values of its facets."""

    link: LinkView
    facets: tuple[FacetView, ...]


def search_page(context: SiteContext) -> Page:
    """Return the page."""
    address = addresses.SEARCH
    href = context.presenter_at(address).href
    numbers = {identifier: len(helping(context, identifier)) for identifier in terms(context)}
    helped = {identifier: number for identifier, number in numbers.items() if number}
    body = context.renderer.render(
        "search.html.jinja",
        title=TITLE,
        action=href(address),
        style_sheet=href("assets/metodbank/search/page/page.css"),
        guard=href("assets/metodbank/search/guard.js"),
        scripts=[href(f"assets/metodbank/search/{name}.js") for name in _SCRIPTS],
        registers=[_register(context, kind, address) for kind in context.base.kinds if kind.is_register],
        examples=_examples(context, helped),
        difficulties=[
            LinkView(terms(context)[identifier].title, href(addresses.difficulty_page(identifier)))
            for identifier in helped
        ],
    )
    trail = context.trail(address, LinkView(TITLE))
    return Page(address, TITLE, "Поиск по всем записям базы.", trail, body, noindex=True)


def _register(context: SiteContext, kind: Kind, address: str) -> RegisterView:
    return RegisterView(list_link(context, kind, address), facet_views(context, kind, address))


def _examples(context: SiteContext, helped: dict[str, int]) -> list[LinkView]:
    """Return the difficulties that most records help with as queries, one of each group."""
    of_group: dict[str | None, str] = {}
    for identifier in sorted(helped, key=lambda each: -helped[each]):
        of_group.setdefault(terms(context)[identifier].group, terms(context)[identifier].title)
    href = context.presenter_at(addresses.SEARCH).href
    return [
        LinkView(title, f"{href(addresses.SEARCH)}?{urlencode({'q': title})}")
        for title in list(of_group.values())[:EXAMPLES]
    ]
