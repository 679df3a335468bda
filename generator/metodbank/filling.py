"""A page put into its frame: the themed page that an engine drew, with what is ours in its slots."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from metodbank.addresses import NOT_FOUND
from metodbank.engines.drawn import Drawn
from metodbank.keys import key_of
from metodbank.pages import frames
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.frames import Frame
from metodbank.pages.head import head_of
from metodbank.pages.not_found_page import with_absolute_links
from metodbank.pages.page import Page
from metodbank.pages.prose_pages import finished
from metodbank.pages.sections import frame_of
from metodbank.pages.site import data_files, redirects
from metodbank.pages.status_block import status_block
from metodbank.prose import ProsePage
from metodbank.reads import read, unnoted


class Filled(NamedTuple):
    """A whole page, whether search engines may index it, and the day of what it shows."""

    html: bytes
    noindex: bool = False
    day: str = ""


class Filling:
    """Fills the frames of one site."""

    def __init__(self, context: SiteContext, drawn: Drawn) -> None:
        self._context = context
        self.drawn = drawn
        self._frames: dict[str, Frame] = {}

    @property
    def answers(self) -> dict[str, str]:
        """Return the key of each name under which frames are read."""
        with unnoted():
            blocks = [
                str(status_block(self._context, address)) for address in ("page.html", "folder/page.html")
            ]
        return {
            "status-block": key_of(*blocks),
            **{f"frame/{address}": key for address, key in self.drawn.keys.items()},
        }

    def page(self, page: Page) -> Filled:
        """Return a computed page in the frame of its section."""
        context = self._context
        html = self._frame(frame_of(page.address)).filled(
            title=page.title,
            description=page.description,
            head=head_of(context, page.address, noindex=page.noindex),
            breadcrumbs=context.renderer.render("breadcrumbs.html.jinja", trail=page.trail),
            body=context.ready.put_into(page.body.encode()),
        )
        if page.address == NOT_FOUND and context.base.region.site_url:
            html = with_absolute_links(html.decode(), context.base.region.site_url).encode()
        return Filled(html, page.noindex, page.day)

    def prose(self, prose: ProsePage, cards: Cards) -> Filled:
        """Return a page that the engine drew of the base's own text."""
        context, address = self._context, prose.address
        read(f"frame/{address}")
        html = finished(
            self.drawn.pages[address],
            prose,
            context,
            cards,
            head=head_of(context, address, noindex=False),
            status_block=status_block(context, address),
        )
        return Filled(context.ready.put_into(html.encode()))

    def redirects(self) -> Iterator[tuple[str, Filled]]:
        """Yield each former address with the page that leads on from it."""
        for address, href, title in redirects(self._context):
            html = self._context.renderer.render("redirect.html.jinja", href=href, title=title)
            yield address, Filled(html.encode(), noindex=True)

    def data(self) -> Iterator[tuple[str, Callable[[], Filled]]]:
        """Yield each file of data with what makes it."""
        for address, make in data_files(self._context):
            yield address, partial(_as_filled, make)

    def _frame(self, address: str) -> Frame:
        read(f"frame/{address}")
        read("status-block")
        frame = self._frames.get(address)
        if frame is None:
            with unnoted():
                block = status_block(self._context, address)
                frame = self._frames[address] = frames.cut(self.drawn.pages[address], status_block=block)
        return frame


def _as_filled(make: Callable[[], bytes]) -> Filled:
    return Filled(make(), noindex=True)
