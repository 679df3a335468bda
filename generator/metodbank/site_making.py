"""What a site is made of, made again only where something that it was made of has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, TypeVar

from metodbank.filling import Filled, Filling
from metodbank.keys import key_of
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page
from metodbank.pages.site import computed_pages
from metodbank.processes import WORTH_A_PROCESS, done_by_many
from metodbank.publishing.publication import Publication
from metodbank.publishing.stage import Rank, Written
from metodbank.publishing.standing import Stamp
from metodbank.reads import differing, meeting, numbers_of, packed, reading
from metodbank.records import Record
from metodbank.search.other_pieces import other_pieces
from metodbank.search.piece import Brief, Piece
from metodbank.search.record_pieces import RecordPieces
from metodbank.search_making import Known, MadeOther, MadeSearch, SearchMaking, known_of
from metodbank.store import Store

CARDS = "cards"
_CARD = "card/"

T = TypeVar("T")
R = TypeVar("R")


class MadePage(NamedTuple):
    """A page that stands in the site: what it was given and read, its stamp, and what indexes say of it."""

    given: str
    reads: bytes
    stamp: Stamp
    noindex: bool
    day: str


class MadeCard(NamedTuple):
    """A card: the key of its text, what it read, and what the search knows of its record."""

    key: str
    reads: bytes
    known: Known


@dataclass
class MadeSite:
    """Cards by record and pages by address as they were made last, what else is sought, and the search."""

    cards: dict[str, MadeCard] = field(default_factory=dict)
    pages: dict[str, MadePage] = field(default_factory=dict)
    others: dict[str, MadeOther] = field(default_factory=dict)
    search: MadeSearch = field(default_factory=MadeSearch)


class Plan(NamedTuple):
    """A file of the site that holds a page, and the record whose page it is."""

    address: str
    given: str
    rank: Rank
    make: Callable[[], Filled]
    record: Record | None = None


class Task(NamedTuple):
    """A record of which the card or the page, or both, are to be made: its fields are fetched once."""

    record: Record
    needs_card: bool
    plan: Plan | None


class FreshCard(NamedTuple):
    """A card and a piece for the search that were made just now, and what they read."""

    html: bytes
    reads: bytes
    piece: bytes
    brief: Brief


class FreshPage(NamedTuple):
    """A page that was staged just now, what it read, whether cards, and what indexes say of it."""

    written: Written
    reads: bytes
    shows_cards: bool
    noindex: bool
    day: str


class SiteMaking:
    """Makes the cards and pages of one site."""

    def __init__(
        self,
        context: SiteContext,
        filling: Filling,
        publication: Publication,
        store: Store,
        before: MadeSite,
        processes: int,
    ) -> None:
        self._context = context
        self._filling = filling
        self._publication = publication
        self._store = store
        self._before = before
        self._processes = processes
        self._fresh: dict[str, bytes] = {}
        self._cards = Cards(context, "../", self._kept_cards)
        self._top_cards = Cards(context, "")
        self._pieces = RecordPieces(context.base)
        self._search = SearchMaking(
            context, publication, store, before.search, before.others, self._piece, processes
        )
        self.made = MadeSite()
        self._standing = publication.standing()
        self._no_pages: set[str] = set()

    def make(self, changed: set[str]) -> None:
        """Bring cards and pages up to date: those of records first, because lists show their cards."""
        plans = list(self._plans())
        numbers = numbers_of(changed)
        tasks = self._tasks(plans, meeting(numbers))
        if len(tasks) > WORTH_A_PROCESS:
            self._context.similar.prepare()
        to_settle: set[str] = set()
        made = done_by_many(self._cards_and_pages, tasks, self._processes)
        for task, (card, page) in zip(tasks, made, strict=True):
            if card is not None:
                self._take_card(task.record, card)
            if task.plan is not None and page is not None:
                # A page that shows cards must wait until all of them are made.
                if page.shows_cards:
                    to_settle.add(task.plan.address)
                self._take_page(task.plan, page)
        meets = meeting(numbers | numbers_of(self._changed_cards()))
        settled = self.made.pages.keys() - to_settle
        to_make = []
        for plan in plans:
            if plan.address not in settled:
                if plan.address not in to_settle and self._stands(plan, meets):
                    self.made.pages[plan.address] = self._before.pages[plan.address]
                    self._publication.keep(plan.address)
                else:
                    to_make.append(plan)
        for plan, page in zip(to_make, self._by_many(self._page, to_make), strict=True):
            self._take_page(plan, page)
        self._search.make(
            {name: card.known for name, card in self.made.cards.items()},
            {name: card.known for name, card in self._before.cards.items()},
            meeting(numbers),
        )
        self.made.others, self.made.search = self._search.others, self._search.made

    def _tasks(self, plans: Iterable[Plan], meets: Callable[[bytes], bool]) -> list[Task]:
        """Return the records of the registers whose pages, and all records whose cards, are to be made."""
        pages = {
            plan.record.name: plan
            for plan in plans
            if plan.record is not None and plan.record.kind.is_register and not self._stands(plan, meets)
        }
        tasks = []
        for kind in self._context.base.kinds:
            for record in self._context.facets.listed[kind.name]:
                known = self._before.cards.get(record.name)
                if known is not None and meets(known.reads):
                    known = None
                if known is not None:
                    self.made.cards[record.name] = known
                plan = pages.pop(record.name, None)
                if plan is not None or known is None:
                    tasks.append(Task(record, known is None, plan))
        return [*tasks, *(Task(plan.record, False, plan) for plan in pages.values() if plan.record)]

    def _stands(self, plan: Plan, meets: Callable[[bytes], bool]) -> bool:
        """Return whether the page stands in the site as making it again would leave it."""
        known = self._before.pages.get(plan.address)
        return (
            known is not None
            and known.given == plan.given
            and known.stamp == self._standing.get(plan.address)
            and not meets(known.reads)
        )

    def _take_card(self, record: Record, card: FreshCard) -> None:
        key = key_of(card.html)
        self._fresh[key] = card.html
        piece = known_of(card.piece, card.brief)
        self._search.fresh[piece.key] = card.piece
        self.made.cards[record.name] = MadeCard(key, card.reads, piece)

    def _take_page(self, plan: Plan, page: FreshPage) -> None:
        written = page.written
        self._publication.take(written)
        stamp = (written.size, written.mtime_ns)
        self.made.pages[plan.address] = MadePage(plan.given, page.reads, stamp, page.noindex, page.day)

    def _changed_cards(self) -> set[str]:
        before, made = self._before.cards, self.made.cards
        # Most cards are the very same object, which is told at once.
        fresh = {name: card.key for name, card in made.items() if before.get(name) is not card}
        earlier = {name: before[name].key for name in before if name in fresh or name not in made}
        return {f"{_CARD}{name}" for name in differing(earlier, fresh)}

    @property
    def number_of_pages(self) -> int:
        """Return how many pages the site has; data and what leads on from a former address are none."""
        return len(self.made.pages) - len(self._no_pages)

    def save(self) -> None:
        """Put the cards and the search into the store."""
        needed = {card.key for card in self.made.cards.values()}
        gone = {card.key for card in self._before.cards.values()} - needed
        self._store.put(CARDS, ((key, html) for key, html in self._fresh.items() if key in needed), gone)
        self._search.save(_piece_keys(self.made), _piece_keys(self._before))

    @property
    def standing(self) -> dict[str, Stamp]:
        """Return the stamps of all that was made, by address."""
        return {a: page.stamp for a, page in self.made.pages.items()} | self._search.standing

    def _piece(self, name: str) -> Piece:
        """Return the piece of a record or a page made again."""
        kind, _, identifier = name.partition("/")
        record = self._context.base.contents.records.get(kind, {}).get(identifier)
        if record is not None:
            return self._pieces.of(record, self._cards.view(record))[0]
        return next(plan.make()[0] for plan in other_pieces(self._context) if plan.name == name)

    def _plans(self) -> Iterator[Plan]:
        filling = self._filling
        for plan in computed_pages(self._context, self._cards):
            rank = Rank.LIST if plan.is_list else Rank.PAGE
            yield Plan(plan.address, plan.given, rank, partial(self._filled, plan.make), plan.record)
        for prose in self._context.base.contents.prose:
            cards = self._cards if "/" in prose.address else self._top_cards
            yield Plan(
                prose.address,
                key_of(prose.path, prose.title),
                Rank.LIST,
                partial(filling.prose, prose, cards),
            )
        for address, filled in filling.redirects():
            self._no_pages.add(address)
            yield Plan(address, key_of(filled.html), Rank.PAGE, partial(_itself, filled))
        for address, make in filling.data():
            self._no_pages.add(address)
            yield Plan(address, "", Rank.PAGE, make)

    def _filled(self, make: Callable[[], Page]) -> Filled:
        return self._filling.page(make())

    def _cards_and_pages(self, tasks: Sequence[Task]) -> list[tuple[FreshCard | None, FreshPage | None]]:
        self._context.similar.find(task.record.key for task in tasks if task.plan)
        return [self._card_and_page(task) for task in tasks]

    def _card_and_page(self, task: Task) -> tuple[FreshCard | None, FreshPage | None]:
        card = None
        if task.needs_card:
            with reading() as reads:
                view = self._cards.view(task.record)
                html = self._cards.drawn(view).encode()
                piece, brief = self._pieces.of(task.record, view)
            card = FreshCard(html, packed(reads), piece.packed(), brief)
        return card, self._page(task.plan) if task.plan else None

    def _page(self, plan: Plan) -> FreshPage:
        with reading() as reads:
            filled = plan.make()
            written = self._publication.stage.write(plan.address, filled.html, plan.rank)
        shows_cards = any(name.startswith(_CARD) for name in reads)
        return FreshPage(written, packed(reads), shows_cards, filled.noindex, filled.day)

    def _kept_cards(self, records: Iterable[Record]) -> dict[str, bytes]:
        keys = {r.name: card.key for r in records if (card := self.made.cards.get(r.name)) is not None}
        stored = self._store.get_many(CARDS, [key for key in keys.values() if key not in self._fresh])
        found = {name: self._fresh.get(key) or stored.get(key) for name, key in keys.items()}
        return {name: html for name, html in found.items() if html is not None}

    def _by_many(self, work: Callable[[T], R], things: Sequence[T]) -> Sequence[R]:
        return done_by_many(lambda share: [work(thing) for thing in share], things, self._processes)


def _piece_keys(made: MadeSite) -> set[str]:
    of_records = {card.known.key for card in made.cards.values()}
    return of_records | {other.known.key for other in made.others.values()}


def _itself(filled: Filled) -> Filled:
    return filled
