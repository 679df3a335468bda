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
from metodbank.processes import done_by_many
from metodbank.publishing.publication import Publication
from metodbank.publishing.stage import Rank, Written
from metodbank.publishing.standing import Stamp
from metodbank.reads import ReadNames, meets, reading
from metodbank.records import Record
from metodbank.store import Store

CARDS = "cards"

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
    """A card: the key of its text, and what it read."""

    key: str
    reads: bytes


@dataclass
class MadeSite:
    """The cards by record and the pages by address as they were made last."""

    cards: dict[str, MadeCard] = field(default_factory=dict)
    pages: dict[str, MadePage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """A file of the site that holds a page."""

    address: str
    given: str
    rank: Rank
    make: Callable[[], Filled]


class SiteMaking:
    """Makes the cards and pages of one site."""

    def __init__(
        self,
        context: SiteContext,
        filling: Filling,
        publication: Publication,
        store: Store,
        names: ReadNames,
        before: MadeSite,
        processes: int,
    ) -> None:
        self._context = context
        self._filling = filling
        self._publication = publication
        self._store = store
        self._names = names
        self._before = before
        self._processes = processes
        self._fresh: dict[str, bytes] = {}
        self._cards = Cards(context, "../", self._kept_cards)
        self._top_cards = Cards(context, "")
        self.made = MadeSite()
        self.written = 0
        self._redirects = 0

    def cards(self, changed: set[str]) -> set[str]:
        """Bring the cards of all listed records up to date; return the names of those that are no longer the same."""
        numbers = self._names.numbers(changed)
        records = [r for kind in self._context.base.kinds for r in self._context.facets.listed[kind.name]]
        to_make = []
        for record in records:
            known = self._before.cards.get(record.name)
            if known is None or meets(known.reads, numbers):
                to_make.append(record)
            else:
                self.made.cards[record.name] = known
        for record, (html, reads) in zip(to_make, self._by_many(self._card, to_make), strict=True):
            key = key_of(html)
            self._fresh[key] = html
            self.made.cards[record.name] = MadeCard(key, self._names.packed(reads))
        earlier = {name: card.key for name, card in self._before.cards.items()}
        later = {name: card.key for name, card in self.made.cards.items()}
        return {
            f"card/{name}" for name in earlier.keys() | later.keys() if earlier.get(name) != later.get(name)
        }

    def pages(self, changed: set[str]) -> None:
        """Bring the pages up to date."""
        numbers = self._names.numbers(changed)
        standing = self._publication.standing()
        to_make: list[Plan] = []
        for plan in self._plans():
            known = self._before.pages.get(plan.address)
            if (
                known is not None
                and known.given == plan.given
                and known.stamp == standing.get(plan.address)
                and not meets(known.reads, numbers)
            ):
                self.made.pages[plan.address] = known
                self._publication.keep(plan.address)
            else:
                to_make.append(plan)
        for plan, made in zip(to_make, self._by_many(self._page, to_make), strict=True):
            written, reads, noindex, day = made
            self._publication.take(written)
            self.written += written.changed
            stamp = (written.size, written.mtime_ns)
            self.made.pages[plan.address] = MadePage(
                plan.given, self._names.packed(reads), stamp, noindex, day
            )

    @property
    def number_of_pages(self) -> int:
        """Return how many pages the site has; what only leads on from a former address is none."""
        return len(self.made.pages) - self._redirects

    def save(self) -> None:
        """Put the cards into the store."""
        needed = {card.key for card in self.made.cards.values()}
        gone = {card.key for card in self._before.cards.values()} - needed
        self._store.put(CARDS, ((key, html) for key, html in self._fresh.items() if key in needed), gone)

    def _plans(self) -> Iterator[Plan]:
        filling = self._filling
        for plan in computed_pages(self._context, self._cards):
            rank = Rank.LIST if plan.is_list else Rank.PAGE
            yield Plan(plan.address, plan.given, rank, partial(self._filled, plan.make))
        for prose in self._context.base.contents.prose:
            cards = self._cards if "/" in prose.address else self._top_cards
            yield Plan(
                prose.address,
                key_of(prose.path, prose.title),
                Rank.LIST,
                partial(filling.prose, prose, cards),
            )
        for address, filled in filling.redirects():
            self._redirects += 1
            yield Plan(address, key_of(filled.html), Rank.PAGE, partial(_itself, filled))

    def _filled(self, make: Callable[[], Page]) -> Filled:
        return self._filling.page(make())

    def _card(self, record: Record) -> tuple[bytes, set[str]]:
        with reading() as reads:
            return self._cards.rendered(record).encode(), reads

    def _page(self, plan: Plan) -> tuple[Written, set[str], bool, str]:
        with reading() as reads:
            filled = plan.make()
            written = self._publication.stage.write(plan.address, filled.html, plan.rank)
            return written, reads, filled.noindex, filled.day

    def _kept_cards(self, records: Iterable[Record]) -> dict[str, bytes]:
        keys = {r.name: card.key for r in records if (card := self.made.cards.get(r.name)) is not None}
        stored = self._store.get_many(CARDS, [key for key in keys.values() if key not in self._fresh])
        found = {name: self._fresh.get(key) or stored.get(key) for name, key in keys.items()}
        return {name: html for name, html in found.items() if html is not None}

    def _by_many(self, work: Callable[[T], R], things: Sequence[T]) -> Sequence[R]:
        return done_by_many(lambda share: [work(thing) for thing in share], things, self._processes)


def _itself(filled: Filled) -> Filled:
    return filled
