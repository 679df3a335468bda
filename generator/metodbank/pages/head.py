"""What the head of a page says to machines: its address, whether it may be indexed."""

from __future__ import annotations

from markupsafe import Markup

from metodbank.models.region import Nature
from metodbank.pages.context import SiteContext


def head_of(context: SiteContext, address: str, *, noindex: bool) -> Markup:
    """Return the canonical link, where the site's address is known, and the mark against indexing."""
    site_url = context.base.region.site_url
    noindex = noindex or context.base.region.nature is Nature.EXAMPLE or context.base.with_drafts
    canonical = site_url + address if site_url and not noindex else ""
    return context.renderer.render("head.html.jinja", canonical=canonical, noindex=noindex)
