"""The page for an address that does not exist."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from metodbank import addresses
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page
from metodbank.pages.presenting import LinkView
from metodbank.pages.search_box import box

TITLE = "Такой страницы нет"


_RELATIVE = re.compile(r'(\s(?:href|src|action)=")(?![a-z]+:|#|/)([^"]*")')


def with_absolute_links(html: str, site_url: str) -> str:
    """Return the page with links from the root of the host.

    A host shows it at any address that does not exist, so relative links would lead from there.
    """
    path = urlsplit(site_url).path
    return _RELATIVE.sub(lambda match: f"{match[1]}{path}{match[2]}", html)


def not_found_page(context: SiteContext) -> Page:
    """Return the page, with ways on from it."""
    address = addresses.NOT_FOUND
    presenter = context.presenter_at(address)
    href = presenter.href
    links = [
        LinkView("На главную", href(addresses.HOME)),
        LinkView("Затруднения", href(addresses.list_page(addresses.DIFFICULTIES))),
        *(
            LinkView(k.title, href(addresses.list_page(k.folder)))
            for k in context.base.kinds
            if k.is_register
        ),
    ]
    asked = box(presenter, "Поищите словами, что вам нужно")
    body = context.renderer.render("not_found.html.jinja", links=links, box=asked)
    trail = context.trail(address, LinkView(TITLE))
    return Page(address, TITLE, "Страницы с таким адресом на сайте нет.", trail, body, noindex=True)
