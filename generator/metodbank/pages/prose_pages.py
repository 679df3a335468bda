"""Prose pages after the engine drew them: slots filled, breadcrumbs and head put in."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from metodbank.markdown import cleaned_prose
from metodbank.pages import frames
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.presenting import LinkView
from metodbank.pages.sections import tab_of
from metodbank.pages.slots import filled
from metodbank.prose import ProsePage

_FIRST_HEADING = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_HEADING = re.compile(r"<(/?)h1\b")


def finished(
    html: str, page: ProsePage, context: SiteContext, cards: Cards, *, head: str, status_block: Markup
) -> str:
    """Return the drawn page with everything that is ours put in."""
    # A page may hold the mark itself, so the outermost two count; cleaning takes any other away.
    before, _, rest = html.partition(frames.PROSE)
    text, _, after = rest.rpartition(frames.PROSE)
    html = (
        before + filled(_under_one_heading(cleaned_prose(text), page), context, cards, page.address) + after
    )
    html = html.replace(frames.HEAD, head).replace(frames.STATUS_BLOCK, status_block)
    return html.replace(frames.BREADCRUMBS, _breadcrumbs(page, context))


def _under_one_heading(html: str, page: ProsePage) -> str:
    """Return the text with one first heading: the page's title where it has none, lower ones for the rest."""
    first = _FIRST_HEADING.search(html)
    if first is None:
        return f'<h1 id="content">{escape(page.title)}</h1>\n{html}'
    return html[: first.end()] + _HEADING.sub(r"<\1h2", html[first.end() :])


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
