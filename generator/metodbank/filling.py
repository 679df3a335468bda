"""Frames and prose pages filled and written: every page of the site, and what machines read beside them."""

from __future__ import annotations

from metodbank import addresses
from metodbank.addresses import NOT_FOUND
from metodbank.checks.attachments import attached_files, is_published_type
from metodbank.engines.drawing import own_assets
from metodbank.engines.drawn import Drawn
from metodbank.keys import key_of
from metodbank.pages import frames
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.frames import Frame
from metodbank.pages.head import head_of
from metodbank.pages.machine_files import BUILD_FILE, build_passport, robots, sitemap
from metodbank.pages.not_found_page import with_absolute_links
from metodbank.pages.prose_pages import finished
from metodbank.pages.sections import frame_of
from metodbank.pages.sections import frames as frame_addresses
from metodbank.pages.site import computed_pages, redirects
from metodbank.pages.status_block import status_block
from metodbank.prose_reading import CONTENT
from metodbank.publishing.publication import Publication
from metodbank.publishing.stage import Rank
from metodbank.root_folder import MAX_ATTACHMENT_BYTES, RootFolder


class Filling:
    """Writes one site into a tree.

    `page_keys` are the content keys of the written pages by address, `indexed` the pages for search engines
    with the day of each.
    """

    def __init__(self, context: SiteContext, drawn: Drawn, tree: Publication) -> None:
        self._context = context
        self._drawn = drawn
        self._tree = tree
        self.page_keys: dict[str, str] = {}
        self._indexed: list[tuple[str, str]] = []
        self._cards_below = Cards(context, context.presenter_at("folder/page.html"))
        self._cards_top = Cards(context, context.presenter_at("page.html"))

    def everything(self, folder: RootFolder) -> None:
        """Write the whole site."""
        self._computed_pages()
        self._prose_pages()
        self._redirects()
        self._files(folder)
        self._machine_files()

    def _computed_pages(self) -> None:
        context = self._context
        site_url = context.base.region.site_url
        cut = {address: self._frame(address) for address in frame_addresses(context.base)}
        for page in computed_pages(context, self._cards_below):
            html = cut[frame_of(page.address)].filled(
                title=page.title,
                description=page.description,
                head=head_of(context, page.address, noindex=page.noindex),
                breadcrumbs=context.renderer.render("breadcrumbs.html.jinja", trail=page.trail),
                body=page.body,
            )
            if page.address == NOT_FOUND and site_url:
                html = with_absolute_links(html, site_url)
            self._write(page.address, html, key_of(self._drawn.key, page.content_key))
            if not page.noindex:
                self._indexed.append((page.address, page.day))

    def _prose_pages(self) -> None:
        context = self._context
        for prose in context.base.prose:
            html = finished(
                self._drawn.pages[prose.address],
                prose,
                context,
                self._cards_below if "/" in prose.address else self._cards_top,
                head=head_of(context, prose.address, noindex=False),
                status_block=status_block(context, prose.address),
            )
            self._write(prose.address, html, key_of(html))
            self._indexed.append((prose.address, ""))

    def _redirects(self) -> None:
        for address, href, title in redirects(self._context):
            html = self._context.renderer.render("redirect.html.jinja", href=href, title=title)
            self._tree.write(address, html.encode())

    def _files(self, folder: RootFolder) -> None:
        """Write the theme's files, our own, and the attached files of the records that are shown."""
        for path, content in (*self._drawn.assets.items(), *own_assets()):
            self._tree.write(path, content, Rank.ASSET)
        base = self._context.base
        for picture in base.pictures:
            if is_published_type(picture):
                self._copy(folder, f"{CONTENT}/{picture}", picture)
        for record in base.all():
            if base.shows(record):
                for _, name in attached_files(record):
                    address = addresses.attached_file(record.id, name)
                    self._copy(folder, address, address)

    def _copy(self, folder: RootFolder, source: str, address: str) -> None:
        raw = folder.read(source, MAX_ATTACHMENT_BYTES)
        if isinstance(raw, bytes) and address not in self._tree:
            self._tree.write(address, raw, Rank.ASSET)

    def _machine_files(self) -> None:
        self._tree.write("robots.txt", robots(self._context).encode())
        self._tree.write(BUILD_FILE, build_passport(self._context, len(self.page_keys)).encode(), Rank.LAST)
        if self._context.base.region.site_url:
            self._tree.write("sitemap.xml", sitemap(self._context, self._indexed).encode())

    def _frame(self, address: str) -> Frame:
        return frames.cut(self._drawn.pages[address], status_block=status_block(self._context, address))

    def _write(self, address: str, html: str, key: str) -> None:
        self._tree.write(address, html.encode())
        self.page_keys[address] = key
