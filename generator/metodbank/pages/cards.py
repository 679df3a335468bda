"""The entry of a record in a list: title, what it helps with, one line of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup

from metodbank import addresses
from metodbank.models.kinds import Kind
from metodbank.models.practice import Practice
from metodbank.models.shape import fields_by_key
from metodbank.pages.context import SiteContext
from metodbank.pages.notices import BadgeView, GroundsView, badges, grounds
from metodbank.pages.plain_views import DateView
from metodbank.pages.presenting import LinkView, Way, is_given
from metodbank.reads import read
from metodbank.records import Record


class FactView(NamedTuple):
    """A field by its name, its title, and its value as one text."""

    name: str
    title: str
    text: str


class CardView(NamedTuple):
    """A record in a list."""

    link: LinkView
    kind: str
    difficulties: tuple[str, ...]
    summary: str
    facts: tuple[FactView, ...]
    badges: tuple[BadgeView, ...]
    grounds: GroundsView | None


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards of one kind under its title."""

    kind: Kind
    cards: tuple[Markup, ...]
    more: LinkView | None = None


@dataclass(frozen=True, slots=True)
class _Ways:
    """How the card of a kind presents a difficulty, and each of its facts: name and title of the field."""

    difficulty: Callable[[str], LinkView]
    facts: tuple[tuple[str, str, Way], ...]


class Cards:
    """Cards of the records, each rendered once for pages of one depth: `prefix` leads to the site's root.

    `kept` gives those of some records that were made earlier and are still right, by name.
    """

    def __init__(
        self,
        context: SiteContext,
        prefix: str,
        kept: Callable[[Iterable[Record]], Mapping[str, bytes]] = lambda records: {},
    ) -> None:
        self._context = context
        self._presenter = context.presenter(prefix)
        self._prefix = f"card/{prefix}"
        self._kept = kept
        self._ways: dict[str, _Ways] = {}
        self._marks: dict[str, Markup] = {}

    def of(self, records: Sequence[Record]) -> tuple[Markup, ...]:
        """Return the marks of the cards of records (`ready`)."""
        missing = [record for record in records if record.name not in self._marks]
        if missing:
            kept = self._kept(missing)
            for record in missing:
                html = kept.get(record.name) or self.rendered(record).encode()
                self._marks[record.name] = self._context.ready.mark(f"{self._prefix}{record.name}", html)
        return tuple([self._mark(record.name) for record in records])

    def _mark(self, name: str) -> Markup:
        read(f"card/{name}")
        return self._marks[name]

    def rendered(self, record: Record) -> Markup:
        """Return the card of a record, made anew."""
        return self.drawn(self.view(record))

    def drawn(self, view: CardView) -> Markup:
        """Return a card that shows a view."""
        return self._context.renderer.render("card.html.jinja", card=view)

    def groups(
        self, records: Iterable[Record], more: Callable[[Kind], LinkView | None] = lambda kind: None
    ) -> tuple[CardGroup, ...]:
        """Return the cards of the records by kind, in the order of the kinds.

        Of a kind for which `more` gives a link to the whole list, only as many as its first page shows.
        """
        by_kind: dict[str, list[Record]] = {}
        for record in records:
            by_kind.setdefault(record.kind.name, []).append(record)
        found = []
        for kind in self._context.base.kinds:
            of_kind = by_kind.get(kind.name, [])
            most = self._context.base.region.page_size
            link = more(kind) if len(of_kind) > most else None
            if of_kind:
                found.append(CardGroup(kind, self.of(of_kind[:most] if link else of_kind), link))
        return tuple(found)

    def view(self, record: Record) -> CardView:
        """Return what the card of a record shows, made anew."""
        self._presenter.begin(record)
        data, ways = record.data, self._ways_of(record.kind)
        return CardView(
            link=self._presenter.link_to(record),
            kind=record.kind.words.one,
            difficulties=tuple([ways.difficulty(i).text for i in getattr(data, "difficulties", ())]),
            summary=getattr(data, "summary", None) or "",
            facts=tuple(_facts(record, ways)),
            badges=badges(record, self._context),
            grounds=grounds(data) if isinstance(data, Practice) else None,
        )

    def _ways_of(self, kind: Kind) -> _Ways:
        ways = self._ways.get(kind.name)
        if ways is None:
            shapes = fields_by_key(kind.model)
            named = shapes.get("difficulties")
            ways = self._ways[kind.name] = _Ways(
                difficulty=self._presenter.terms(named, kind) if named else LinkView,
                facts=tuple(
                    (name, shapes[name].title, self._presenter.way(shapes[name], kind)) for name in kind.card
                ),
            )
        return ways


def _facts(record: Record, ways: _Ways) -> Iterator[FactView]:
    data = record.data
    for name, title, way in ways.facts:
        value = getattr(data, name)
        if is_given(value) and (shown := way(value, record)):
            yield FactView(name, title, as_text(shown))


def as_text(value: Any) -> str:
    """Return a presented value as one plain text."""
    if isinstance(value, tuple):
        return ", ".join(as_text(item) for item in value)
    if isinstance(value, LinkView | DateView):
        return value.text
    return str(value)


def more_of(context: SiteContext, kind: Kind, field: str, value: str, address: str) -> LinkView | None:
    """Return the link from a page to the list of a kind's records that have a value, None without one."""
    if field not in kind.facets or not context.facets.has(kind, field, value):
        return None
    href = context.presenter_at(address).href(addresses.facet_page(kind.folder, field, value))
    return LinkView(f"Показать все {kind.words.few}", href)


def list_link(context: SiteContext, kind: Kind, address: str) -> LinkView:
    """Return the link from a page to the list of a kind."""
    return LinkView(kind.title, context.presenter_at(address).href(addresses.list_page(kind.folder)))
