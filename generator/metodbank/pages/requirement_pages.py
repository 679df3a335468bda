"""«Что требует документ»: each requirement with its clause and what the base answers it with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from metodbank import addresses
from metodbank.models.event import HELD
from metodbank.models.kinds import Kind
from metodbank.models.requirement import Requirement
from metodbank.pages.cards import Cards
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import ClausesView, LinkView, Presenter, clauses_by_act
from metodbank.records import Record
from metodbank.russian_words import counted

FOUND, ABSENT, AHEAD, NOT_NEEDED = "found", "absent", "ahead", "not-needed"
REGISTER = "register"
NAMED_ONE_BY_ONE = frozenset({"act", "actor", "organization", "event", "report", "roadmap"})
"""Kinds of which any record does not do: the act, the report, the body that is required is named itself."""
SIGNS = {FOUND: "✓", ABSENT: "–", AHEAD: "○", NOT_NEEDED: "○"}


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


def requirement_list(context: SiteContext, kind: Kind, cards: Cards) -> Iterator[PagePlan]:  # noqa: ARG001 (as every list)
    """Yield the one page of all requirements, in the order of the file."""
    address = addresses.list_page(kind.folder)
    yield PagePlan(address, partial(_list, context, kind, address))


def _list(context: SiteContext, kind: Kind, address: str) -> Page:
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
    return Page(
        address, kind.title, as_description(kind.intro), context.trail(address, LinkView(kind.title)), body
    )


def answer_to(context: SiteContext, requirement: Requirement, presenter: Presenter) -> AnswerView:
    """Return what the base has.

    A register is answered by the records of its kind, another thing by records of a kind of which any will
    do, or by published records that the requirement names; an event answers when it has taken place.
    """
    links = [*_kept(context, requirement, presenter), *_named(context, requirement, presenter)]
    if requirement.url:
        links.append(LinkView("Ведётся вне базы", requirement.url))
    planned = [
        presenter.link("event", i)
        for i in requirement.events
        if _is_shown(context, "event", i) and not _was_held(context, i)
    ]
    if links:
        return AnswerView(FOUND, SIGNS[FOUND], "Есть", (*links, *planned))
    if planned:
        return AnswerView(AHEAD, SIGNS[AHEAD], "Намечено", tuple(planned))
    if requirement.optional:
        return AnswerView(NOT_NEEDED, SIGNS[NOT_NEEDED], "Не обязательно: в документе «при наличии»", ())
    return AnswerView(ABSENT, SIGNS[ABSENT], "В базе пока нет", ())


def _named(context: SiteContext, requirement: Requirement, presenter: Presenter) -> list[LinkView]:
    """Return the published records that the requirement names, without events that are still ahead."""
    links = [presenter.cited(i) for i in requirement.acts if _is_shown(context, "act", i)]
    named = (
        ("roadmap", requirement.roadmaps),
        ("report", requirement.reports),
        ("event", requirement.events),
    )
    links += [
        presenter.link(kind, i)
        for kind, identifiers in named
        for i in identifiers
        if _is_shown(context, kind, i) and (kind != "event" or _was_held(context, i))
    ]
    return links


def _is_shown(context: SiteContext, kind: str, identifier: str) -> bool:
    record = context.base.get(kind, identifier)
    return record is not None and context.base.shows(record)


def _was_held(context: SiteContext, identifier: str) -> bool:
    record = context.base.get("event", identifier)
    return record is not None and record.data.state == HELD


def _kept(context: SiteContext, requirement: Requirement, presenter: Presenter) -> list[LinkView]:
    name = requirement.kept_as
    if name is None or (requirement.object != REGISTER and name in NAMED_ONE_BY_ONE):
        return []
    return _records_of(context, name, presenter)


def _records_of(context: SiteContext, name: str, presenter: Presenter) -> list[LinkView]:
    kind = next((kind for kind in context.base.kinds if kind.name == name), None)
    number = context.facets.number(name)
    if kind is None or not number:
        return []
    text = f"{kind.title}: {counted(number, kind.words.one, kind.words.few, kind.words.many)}"
    return [LinkView(text, presenter.href(addresses.list_page(kind.folder)))]


def _row(context: SiteContext, record: Record, presenter: Presenter) -> RequirementRow:
    data: Requirement = record.data
    return RequirementRow(
        link=presenter.link_to(record),
        object=context.base.word("requirement-objects", data.object),
        sources=clauses_by_act(presenter, data.sources),
        answer=answer_to(context, data, presenter),
        note=data.note or "",
    )
