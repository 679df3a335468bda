"""What fills the slots of prose pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from metodbank import addresses
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.parts import Contact
from metodbank.open_data.telling import shows_indicators
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.difficulty_pages import helping, terms, view
from metodbank.pages.indicator_groups import Groups
from metodbank.pages.indicator_links import list_address
from metodbank.pages.model_views import titles_view, view_class
from metodbank.pages.plain_views import phone_view
from metodbank.pages.presenting import LinkView
from metodbank.pages.search_box import box
from metodbank.pages.wording import unbroken
from metodbank.prose import SLOT
from metodbank.russian_words import number_text, plural

DIFFICULTIES_ON_HOME = 12


@dataclass(frozen=True, slots=True)
class CountView:
    """A number of records of a kind."""

    number: str
    link: LinkView


@dataclass(frozen=True, slots=True)
class DoorView:
    """A page and what it is for."""

    link: LinkView
    text: str


_OF_INDICATORS = (
    (
        "Показатели",
        addresses.list_page(addresses.INDICATORS),
        "значения, цели, что и к какому сроку, чего не хватает и от кого",
    ),
    (
        "Сопоставление систем",
        addresses.list_page(addresses.FRAMEWORKS),
        "что и какими словами спрашивают разные документы",
    ),
    (
        "Годовой цикл",
        addresses.list_page(addresses.CYCLE),
        "что есть за год от показателей до оценки принятых мер",
    ),
    ("Карта доказательств", addresses.EVIDENCE, "адреса, которые можно вписать в форму"),
    ("Паспорт системы", addresses.PASSPORT, "кадры, программы, площадки, ресурсы, результаты одним листом"),
)


def filled(html: str, context: SiteContext, cards: Cards, address: str) -> str:
    """Return the drawn prose page with its slots filled; an unknown slot is left empty."""
    slots = Slots(context, cards, address)
    return SLOT.sub(lambda match: str(slots.content(match.group(2))), html)


def _rested_on(base: KnowledgeBase) -> set[str]:
    waiting = [base.region.basis_act] if base.region.basis_act else []
    waiting += [act for act in base.records["act"] if _rests_a_record_on(base, act)]
    found: set[str] = set()
    while waiting:
        act = base.get("act", waiting.pop())
        if act is not None and act.id not in found:
            found.add(act.id)
            waiting += act.data.based_on
    return found


def _rests_a_record_on(base: KnowledgeBase, act: str) -> bool:
    return any(m.record.kind.is_register and base.lists(m.record) for m in base.named_by("act", act))


class Slots:
    """The contents of slots as a page at an address shows them."""

    def __init__(self, context: SiteContext, cards: Cards, address: str) -> None:
        self._context = context
        self._cards = cards
        self._address = address
        self._presenter = context.presenter_at(address)
        self._render = context.renderer.render
        self.by_name: dict[str, Callable[[], Markup]] = {
            "region-name": lambda: escape(context.base.region.name),
            "region-description": self._description,
            "search": self._search,
            "difficulties": self._difficulties,
            "newest": self._newest,
            "counts": self._counts,
            "territories": self._territories,
            "contact": self._contact,
            "documents": self._documents,
            "indicators": self._indicators,
        }

    def content(self, name: str) -> Markup:
        """Return what fills a slot; nothing where there is no such slot."""
        fill = self.by_name.get(name)
        return fill() if fill else Markup()

    def _description(self) -> Markup:
        return self._render("slots/region_description.html.jinja", text=self._context.base.region.description)

    def _search(self) -> Markup:
        return self._render(
            "search_box.html.jinja", box=box(self._presenter, "Напишите своими словами, что ищете")
        )

    def _difficulties(self) -> Markup:
        """Return the difficulties that most records help with, in the order of the vocabulary."""
        context = self._context
        found = terms(context)
        ranked = sorted(found, key=lambda identifier: -len(helping(context, identifier)))
        chosen = set(ranked[:DIFFICULTIES_ON_HOME])
        views = [view(context, i, found[i], self._address) for i in found if i in chosen]
        return self._render("slots/difficulties.html.jinja", difficulties=views)

    def _newest(self) -> Markup:
        cards = self._cards.of(self._context.facets.newest())
        return self._render("slots/newest.html.jinja", cards=cards)

    def _counts(self) -> Markup:
        counts = []
        for kind in self._context.base.kinds:
            number = len(self._context.facets.listed[kind.name])
            word = plural(number, kind.words.one, kind.words.few, kind.words.many)
            href = self._presenter.href(addresses.list_page(kind.folder))
            counts.append(CountView(number_text(number), LinkView(word, href)))
        return self._render("slots/counts.html.jinja", counts=counts)

    def _territories(self) -> Markup:
        base = self._context.base
        registers = [kind for kind in base.kinds if kind.is_register]
        rows = []
        for territory in self._context.facets.listed["territory"]:
            own = base.listed_in(territory.id)
            numbers = [str(sum(record.kind is kind for record in own)) for kind in registers]
            rows.append((self._presenter.link_to(territory), numbers))
        titles = [kind.title for kind in registers]
        return self._render("slots/territories.html.jinja", titles=titles, rows=rows)

    def _indicators(self) -> Markup:
        """Return how the followed frameworks stand and where to go on; nothing where none is shown."""
        telling = self._context.telling
        if not shows_indicators(self._context.base):
            return Markup()
        year = telling.scoring.default_year()
        return self._render(
            "slots/indicators.html.jinja",
            year=year,
            summaries=tuple(Groups(telling, self._presenter, year).summaries(list_address(telling, year))),
            doors=tuple(
                DoorView(LinkView(title, self._presenter.href(address)), text)
                for title, address, text in _OF_INDICATORS
            ),
        )

    def _contact(self) -> Markup:
        region = self._context.base.region
        given = region.contact
        phone = phone_view(given.phone) if given.phone else None
        return self._render(
            "slots/contact.html.jinja",
            operator=self._presenter.link("organization", region.operator),
            responsible=region.responsible,
            contact=view_class(Contact)(
                who=given.who, phone=phone, email=given.email, hours=unbroken(given.hours or "")
            ),
            parts=titles_view(Contact),
        )

    def _documents(self) -> Markup:
        """Return the acts that the base and its records rest on, and those that these are based on."""
        resting = _rested_on(self._context.base)
        acts = [act for act in self._context.facets.listed["act"] if act.id in resting]
        links = [self._presenter.link_to(act) for act in acts]
        return self._render("slots/documents.html.jinja", links=links)
