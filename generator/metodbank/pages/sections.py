"""The sections of the site: tabs, what lies under each, and which pages are frames to be filled."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank import addresses
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.kinds import Kind
from metodbank.open_data.telling import shows_indicators
from metodbank.prose import ProsePage
from metodbank.reads import unnoted

MANAGERS, METHODISTS, ABOUT = "for-managers", "for-methodists", "about"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the navigation: its Markdown path, and its label unless the page's own title serves."""

    path: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab and the pages under it; the first one is the tab's own."""

    label: str
    entries: tuple[Entry, ...]


def tabs(base: KnowledgeBase) -> tuple[Tab, ...]:
    """Return the tabs of the site: one for each kind that has its own, then the fixed ones."""
    own = [
        Tab(kind.title, (Entry(_index(kind.folder)), *_beside(kind), *_kinds_under(base, kind.name)))
        for kind in base.kinds
        if not kind.tab
    ]
    checking = (
        Entry(_index(addresses.FIELDS), "Поля записей"),
        Entry(_index(addresses.RULES), "Правила проверки"),
        Entry(_markdown(addresses.QUALITY), "Качество данных"),
    )
    return (
        *own,
        Tab("Руководителю", (*_prose(base, MANAGERS), *_indicators(base), *_kinds_under(base, MANAGERS))),
        Tab("Методисту", (*_prose(base, METHODISTS), *_kinds_under(base, METHODISTS), *checking)),
        Tab("О системе", (*_prose(base, ABOUT), *_kinds_under(base, ABOUT))),
    )


def _beside(kind: Kind) -> tuple[Entry, ...]:
    """Return the pages that lie under the tab of a kind without being records of any."""
    return (Entry(_index(addresses.DIFFICULTIES), "Затруднения"),) if kind.name == "practice" else ()


def _indicators(base: KnowledgeBase) -> tuple[Entry, ...]:
    # Every page that an engine drew has a key of its own, and all tabs stand on each of them.
    with unnoted():
        return _OF_INDICATORS if shows_indicators(base) else ()


def _kinds_under(base: KnowledgeBase, tab: str) -> tuple[Entry, ...]:
    return tuple(Entry(_index(kind.folder), kind.title) for kind in base.kinds if kind.tab == tab)


def frames(base: KnowledgeBase) -> tuple[str, ...]:
    """Return the addresses of the frames: one a section and depth."""
    folders = [kind.folder for kind in base.kinds]
    others = (addresses.DIFFICULTIES, addresses.FIELDS, addresses.RULES)
    pages = [addresses.list_page(folder) for folder in (*folders, *others)]
    if shows_indicators(base):
        pages += [addresses.list_page(folder) for folder in _FOLDERS_OF_INDICATORS]
        pages += [addresses.EVIDENCE, addresses.PASSPORT]
    return (*pages, addresses.QUALITY, addresses.SEARCH, NOT_FOUND_FRAME)


NOT_FOUND_FRAME = "not-found.html"
"""Engines keep 404.html for a page of their own, so ours is drawn under another name."""


def frame_of(address: str) -> str:
    """Return the address of the frame that a computed page fills."""
    folder, slash, _ = address.rpartition("/")
    if slash:
        return addresses.list_page(folder)
    return NOT_FOUND_FRAME if address == addresses.NOT_FOUND else address


def tab_of(base: KnowledgeBase, page: ProsePage) -> Tab | None:
    """Return the tab that a prose page lies under."""
    return next((tab for tab in tabs(base) if Entry(page.path) in tab.entries), None)


def _prose(base: KnowledgeBase, folder: str) -> tuple[Entry, ...]:
    own = [page.path for page in base.prose if page.path.startswith(folder + "/")]
    if folder == ABOUT:
        known = (MANAGERS + "/", METHODISTS + "/", ABOUT + "/")
        own += [
            page.path for page in base.prose if page.path != "index.md" and not page.path.startswith(known)
        ]
    return tuple(Entry(path) for path in sorted(own, key=lambda path: (not path.endswith("/index.md"), path)))


def _index(folder: str) -> str:
    return _markdown(addresses.list_page(folder))


def _markdown(address: str) -> str:
    return address.removesuffix(".html") + ".md"


_FOLDERS_OF_INDICATORS = (addresses.INDICATORS, addresses.FRAMEWORKS, addresses.CYCLE)
_OF_INDICATORS = (
    Entry(_index(addresses.INDICATORS), "Показатели"),
    Entry(_index(addresses.FRAMEWORKS), "Сопоставление систем"),
    Entry(_index(addresses.CYCLE), "Годовой цикл"),
    Entry(_markdown(addresses.EVIDENCE), "Карта доказательств"),
    Entry(_markdown(addresses.PASSPORT), "Паспорт системы"),
)
"""The pages that stand only where there are indicators to show."""
