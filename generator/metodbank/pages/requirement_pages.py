"""«Что требует документ»: each requirement with its clause and what the base answers it with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from metodbank import addresses
from metodbank.knowledge_base import Record
from metodbank.models.kinds import Kind
from metodbank.models.requirement import Requirement
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, as_description
from metodbank.pages.presenting import ClausesView, LinkView, Presenter, clauses_by_act
from metodbank.russian_words import counted

FOUND, ABSENT, NOT_NEEDED = "found", "absent", "not-needed"
REGISTER = "register"
SIGNS = {FOUND: "✓", ABSENT: "–", NOT_NEEDED: "○"}


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What the base has for a requirement."""

    state: str
    sign: str
    text: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A row of the table."""

    link: LinkView
    object: str
    sources: tuple[ClausesView, ...]
    answer: AnswerView
    note: str


def requirement_list(context: SiteContext, kind: Kind, cards: Cards) -> Iterator[Page]:  # noqa: ARG001 (as every list)
    """Yield the one page of all requirements, in the order of the file."""
    address = addresses.list_page(kind.folder)
    presenter = context.presenter_at(address)
    records = list(context.base.records[kind.name].values())
    rows = [_row(context, record, presenter) for record in records]
    found = sum(row.answer.state == FOUND for row in rows)
    body = context.renderer.render(
        "requirements.html.jinja",
        kind=kind,
        rows=rows,
        count=counted(len(rows), kind.words.one, kind.words.few, kind.words.many),
        found=found,
    )
    yield Page(
        address, kind.title, as_description(kind.intro), context.trail(address, LinkView(kind.title)), body
    )


def answer_to(context: SiteContext, requirement: Requirement, presenter: Presenter) -> AnswerView:
    """Return what the base has.

    A register is answered by the records of its kind; anything else only by what the requirement names.
    """
    links = [
        *(presenter.cited(i) for i in requirement.acts),
        *(presenter.link("roadmap", i) for i in requirement.roadmaps),
        *(presenter.link("report", i) for i in requirement.reports),
        *(presenter.link("event", i) for i in requirement.events),
    ]
    if requirement.url:
        links.append(LinkView("Ведётся вне базы", requirement.url))
    if requirement.kept_as and requirement.object == REGISTER:
        links[:0] = _records_of(context, requirement.kept_as, presenter)
    if links:
        return AnswerView(FOUND, SIGNS[FOUND], "Есть", tuple(links))
    if requirement.optional:
        return AnswerView(NOT_NEEDED, SIGNS[NOT_NEEDED], "Не обязательно: в документе «при наличии»", ())
    return AnswerView(ABSENT, SIGNS[ABSENT], "В базе пока нет", ())


def _records_of(context: SiteContext, name: str, presenter: Presenter) -> list[LinkView]:
    kind = next((kind for kind in context.base.kinds if kind.name == name), None)
    number = len(context.facets.listed.get(name, ()))
    if kind is None or not number:
        return []
    text = f"{kind.title}: {counted(number, kind.words.one, kind.words.few, kind.words.many)}"
    return [LinkView(text, presenter.href(addresses.list_page(kind.folder)))]


def _row(context: SiteContext, record: Record, presenter: Presenter) -> RequirementRow:
    data: Requirement = record.data
    term = context.base.term("requirement-objects", data.object)
    return RequirementRow(
        link=presenter.link_to(record),
        object=term.title if term else data.object,
        sources=clauses_by_act(presenter, data.sources),
        answer=answer_to(context, data, presenter),
        note=data.note or "",
    )
