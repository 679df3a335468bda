"""Prose pages after the engine drew them: slots filled, breadcrumbs and head put in."""

from __future__ import annotations

from markupsafe import Markup

from metodbank.markdown import cleaned_prose
from metodbank.pages import frames
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.presenting import LinkView
from metodbank.pages.sections import tab_of
from metodbank.pages.slots import filled
from metodbank.prose import ProsePage


def finished(
    html: str, page: ProsePage, context: SiteContext, cards: Cards, *, head: str, status_block: Markup
) -> str:
    """Return the drawn page with everything that is ours put in."""
    before, text, after = html.split(frames.PROSE)
    html = before + filled(cleaned_prose(text), context, cards, page.address) + after
    html = html.replace(frames.HEAD, head).replace(frames.STATUS_BLOCK, status_block)
    return html.replace(frames.BREADCRUMBS, _breadcrumbs(page, context))


def _breadcrumbs(page: ProsePage, context: SiteContext) -> Markup:
    if page.address == "index.html":
        return Markup()
    tab = tab_of(context.base, page)
    steps = []
    if tab is not None and tab.entries[0].path != page.path:
        href = context.presenter_at(page.address).href(tab.entries[0].path.removesuffix(".md") + ".html")
        steps.append(LinkView(tab.label, href))
    trail = context.trail(page.address, *steps, LinkView(page.title))
    return context.renderer.render("breadcrumbs.html.jinja", trail=trail)
