"""Facts of the passport that the base answers by counting its records: how many, of which kinds, where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from metodbank import addresses
from metodbank.models.kinds import Kind
from metodbank.pages.context import SiteContext
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.register_placement import INCLUDED, Placement, placement_of
from metodbank.pages.wording import inside_a_sentence
from metodbank.records import Record
from metodbank.russian_words import NO_BREAK, counted, number_text

OFFICES = frozenset({"Управление", "Методическая поддержка"})
"""Groups of kinds of organizations whose sites are named one by one."""
_PLACEMENTS = ((Placement.LAPSED, "срок размещения вышел"), (Placement.AHEAD, "день включения не наступил"))


@dataclass(frozen=True, slots=True)
class FactView:
    """One thing that the base holds, and of which kinds; `outside` are sites of others."""

    title: str
    links: tuple[LinkView, ...]
    parts: tuple[LinkView, ...] = ()
    outside: tuple[LinkView, ...] = ()


class Facts:
    """Counts the records of one base for one page."""

    def __init__(self, context: SiteContext, presenter: Presenter) -> None:
        self._context = context
        self._presenter = presenter
        self._kinds = {kind.name: kind for kind in context.base.kinds}

    def number(self, title: str, *names: str, parts: tuple[LinkView, ...] = ()) -> FactView:
        """Return how many records of some kinds are listed, each number with a link to the list."""
        links = tuple(self._list(self._kinds[name]) for name in names if name in self._kinds)
        return FactView(title, links, parts)

    def by_facet(self, name: str, field: str) -> tuple[LinkView, ...]:
        """Return how many records of a kind have each value of a facet, linked to the lists of those."""
        kind = self._kinds[name]
        found = [values for shape, values in self._context.facets.counted(kind) if shape.name == field]
        return tuple(
            LinkView(
                _told(word, number),
                self._presenter.href(addresses.facet_page(kind.folder, field, identifier)),
            )
            for values in found
            for identifier, word, number in values
        )

    def by_value(self, name: str, vocabulary: str, value: Callable[[Any], object]) -> tuple[LinkView, ...]:
        """Return how many records of a kind have each value of a vocabulary, in its order."""
        values = Counter(value(record.data) for record in self._records(name))
        word = self._context.base.word
        known = self._context.base.vocabularies[vocabulary].entries
        return tuple(LinkView(_told(word(vocabulary, each), values[each])) for each in known if values[each])

    def register_states(self) -> tuple[LinkView, ...]:
        """Return how many programs have each state of the Федеральный реестр on the day of the site.

        A program whose placement has ended, or has not begun, is not counted as included.
        """
        programs = [record.data for record in self._records("program")]
        placements = Counter(placement_of(data, self._context.as_of) for data in programs)
        others = Counter(data.federal_register.state for data in programs)
        word, known = self._context.base.word, self._context.base.vocabularies["fr-states"].entries
        numbers: list[tuple[str, int]] = []
        for each in known:
            if each == INCLUDED:
                numbers.append((word("fr-states", each), placements[Placement.PLACED]))
                numbers += [(words, placements[placement]) for placement, words in _PLACEMENTS]
            else:
                numbers.append((word("fr-states", each), others[each]))
        return tuple(LinkView(_told(text, number)) for text, number in numbers if number)

    def having(self, title: str, name: str, has: Callable[[Any], object]) -> FactView:
        """Return of how many of all records something is said."""
        records = self._records(name)
        if not records:
            return FactView(title, (LinkView(_none(self._kinds[name])),))
        number = sum(bool(has(record.data)) for record in records)
        return FactView(title, (LinkView(f"{number_text(number)} из {number_text(len(records))}"),))

    def different(self, title: str, name: str, value: Callable[[Any], object]) -> FactView:
        """Return how many different values records have."""
        found = {value(record.data) for record in self._records(name)}
        return FactView(title, (LinkView(number_text(len(found))),) if found else ())

    def sites(self, title: str) -> FactView:
        """Return how many organizations have a site, and the sites of offices and methodical services."""
        organizations = self._records("organization")
        having = [record for record in organizations if record.data.website]
        told = f"указаны у {number_text(len(having))} из {number_text(len(organizations))}"
        outside = tuple(
            LinkView(record.data.short_name, record.data.website) for record in self._offices(having)
        )
        return FactView(title, (LinkView(told),), outside=outside)

    def data(self, title: str) -> FactView:
        """Return the files of indicators for programs and tables."""
        href = self._presenter.href
        return FactView(
            title,
            (
                LinkView("показатели, JSON", href(addresses.INDICATORS_JSON)),
                LinkView("показатели, CSV для Excel", href(addresses.INDICATORS_CSV)),
            ),
        )

    def _offices(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            term = self._context.base.term("organization-kinds", record.data.kind)
            if term is not None and term.group in OFFICES:
                yield record

    def _records(self, name: str) -> list[Record]:
        """Return the listed records of a kind, without organizations that were closed."""
        today = self._context.as_of
        listed = self._context.base.listed(name) if name in self._kinds else []
        return [record for record in listed if (closed := record.facts.closed_on) is None or closed > today]

    def _list(self, kind: Kind) -> LinkView:
        number = self._context.facets.number(kind.name)
        if not number:
            return LinkView(_none(kind))
        text = counted(number, kind.words.one, kind.words.few, kind.words.many)
        return LinkView(text, self._presenter.href(addresses.list_page(kind.folder)))


def _none(kind: Kind) -> str:
    return f"{kind.words.many} в базе пока нет"


def _told(word: str, number: int) -> str:
    return f"{inside_a_sentence(word)}{NO_BREAK}—{NO_BREAK}{number_text(number)}"
