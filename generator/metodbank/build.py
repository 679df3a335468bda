"""The recipe: read → check → draw frames → fill → publish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from metodbank import addresses
from metodbank.checks.attachments import attached_files
from metodbank.checks.running import checked
from metodbank.engines import mkdocs
from metodbank.engines.drawn import Drawn
from metodbank.engines.staging import staged
from metodbank.errors import BuildFailed
from metodbank.keys import KeyedStore, key_of, key_of_files
from metodbank.knowledge_base import KnowledgeBase
from metodbank.loading import load
from metodbank.pages import frames
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.frames import Frame
from metodbank.pages.head import head_of
from metodbank.pages.machine_files import BUILD_FILE, build_passport, robots, sitemap
from metodbank.pages.prose_pages import finished
from metodbank.pages.sections import frame_of
from metodbank.pages.sections import frames as frame_addresses
from metodbank.pages.site import computed_pages, redirects
from metodbank.pages.status_block import notice_of, status_block
from metodbank.problems import Problem
from metodbank.publishing import Tree, new_tree
from metodbank.rendering import Renderer
from metodbank.root_folder import MAX_ATTACHMENT_BYTES, RootFolder

ASSETS = Path(__file__).parent / "assets"
ASSETS_ADDRESS = "assets/metodbank"
STORE = ".metodbank/store.sqlite"
FRAMES = "frames"

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    problems: list[Problem]
    pages: int
    set_aside: int


def build(root: Path, out: Path, *, as_of: Callable[[str], date], drafts: bool, progress: Progress) -> Built:
    """Build the base at the root into `out`. `as_of` gives the day for a time zone.

    Raises `BuildFailed` where nothing can be published; `out` then stays as it was.
    """
    progress("Чтение записей")
    loaded = load(root)
    if loaded.knowledge_base is None:
        problems = loaded.book.problems()
        raise BuildFailed("\n".join(f"{p.place}: {p.message} {p.remedy}" for p in problems))
    progress("Проверка")
    day = as_of(loaded.knowledge_base.region.time_zone)
    base = checked(replace(loaded.knowledge_base, with_drafts=drafts), loaded.book, as_of=day)
    problems = loaded.book.problems()
    context = SiteContext(base, day, tuple(problems), Renderer())
    progress("Оформление")
    drawn = _drawn(context, loaded.folder)
    progress("Страницы")
    with new_tree(out) as tree:
        pages = _fill(context, drawn, tree)
        _copy(base, loaded.folder, drawn, tree)
        tree.write("robots.txt", robots(context).encode())
        tree.write(BUILD_FILE, build_passport(context, pages).encode())
    return Built(problems, pages, len(base.set_aside))


def _drawn(context: SiteContext, folder: RootFolder) -> Drawn:
    """Return the engine's pages, from the store where nothing that they are made of has changed."""
    files = staged(
        context.base,
        folder,
        notice=notice_of(context),
        style_sheets=[f"{ASSETS_ADDRESS}/{path.name}" for path in sorted(ASSETS.glob("*.css"))],
        scripts=[f"{ASSETS_ADDRESS}/{path.name}" for path in sorted(ASSETS.glob("*.js"))],
    )
    key = key_of(mkdocs.identity(), key_of_files((path, text.encode()) for path, text in files.items()))
    with KeyedStore(folder.root / STORE) as store:
        packed = store.get(FRAMES, key)
        drawn = Drawn.unpacked(packed) if packed is not None else None
        if drawn is None:
            drawn = mkdocs.draw(files)
            store.put(FRAMES, key, drawn.packed())
            store.keep_only(FRAMES, key)
    return drawn


def _fill(context: SiteContext, drawn: Drawn, tree: Tree) -> int:
    """Write every page; return how many there are."""
    frame_pages = {address: _frame(context, drawn, address) for address in frame_addresses(context.base)}
    below = Cards(context, context.presenter_at("a/b.html"))
    top = Cards(context, context.presenter_at("a.html"))
    indexed: list[tuple[str, str]] = []
    for page in computed_pages(context, below):
        trail = context.renderer.render("breadcrumbs.html.jinja", trail=page.trail)
        html = frame_pages[frame_of(page.address)].filled(
            title=page.title,
            description=page.description,
            head=head_of(context, page.address, noindex=page.noindex),
            breadcrumbs=trail,
            body=page.body,
        )
        tree.write(page.address, html.encode())
        if not page.noindex:
            indexed.append((page.address, page.day))
    for prose in context.base.prose:
        cards = below if "/" in prose.address else top
        html = finished(
            drawn.pages[prose.address],
            prose,
            context,
            cards,
            head=head_of(context, prose.address, noindex=False),
            status_block=status_block(context, prose.address),
        )
        tree.write(prose.address, html.encode())
        indexed.append((prose.address, ""))
    pages = len(tree.written)
    for address, href, title in redirects(context):
        tree.write(address, context.renderer.render("redirect.html.jinja", href=href, title=title).encode())
    if context.base.region.site_url:
        tree.write("sitemap.xml", sitemap(context, indexed).encode())
    return pages


def _frame(context: SiteContext, drawn: Drawn, address: str) -> Frame:
    return frames.cut(drawn.pages[address], status_block=status_block(context, address))


def _copy(base: KnowledgeBase, folder: RootFolder, drawn: Drawn, tree: Tree) -> None:
    """Write the theme's files, our own, and the attached files of the records that are shown."""
    for path, content in drawn.assets.items():
        tree.write(path, content)
    for asset in sorted(ASSETS.iterdir()):
        tree.write(f"{ASSETS_ADDRESS}/{asset.name}", asset.read_bytes())
    for record in base.all():
        if base.shows(record):
            for _, name in attached_files(record):
                address = addresses.attached_file(record.id, name)
                raw = folder.read(address, MAX_ATTACHMENT_BYTES)
                if isinstance(raw, bytes):
                    tree.write(address, raw)
