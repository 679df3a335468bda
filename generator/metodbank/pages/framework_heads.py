"""The head of each framework: which act it stands in, for which years, who follows it, what was not given."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank import addresses
from metodbank.definition_layers import Layered
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.framework import Framework
from metodbank.open_data.definition_shapes import FrameworkData
from metodbank.pages.context import SiteContext
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import all_unbroken, unbroken
from metodbank.russian_words import counted


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """A framework as its page and the comparison head it; `act` is None where the base has no such act."""

    link: LinkView
    told: FrameworkData
    level: str
    citation: str
    act: LinkView | None
    based_on: tuple[LinkView, ...]
    superseded_by: LinkView | None
    years: str
    count: str
    not_given: tuple[LinkView, ...]
    """Acts whose lists of indicators this one cites and which were not given."""


def in_order(base: KnowledgeBase) -> tuple[Layered[Framework], ...]:
    """Return all frameworks that the base knows, those that it follows first."""
    followed = {each.id: each for each in base.followed}
    return (*followed.values(), *(each for name, each in base.frameworks.items() if name not in followed))


def framework_view(context: SiteContext, presenter: Presenter, layered: Layered[Framework]) -> FrameworkView:
    """Return the head of a framework."""
    told = all_unbroken(context.telling.definitions.framework(layered))
    definition = layered.definition
    act = context.base.get("act", definition.act) if definition.act else None
    return FrameworkView(
        link=framework_link(presenter, layered),
        told=told,
        level=context.base.word("levels", definition.level) if definition.level else "",
        citation=told.citation,
        act=presenter.cited(act.id) if act else None,
        based_on=tuple(map(presenter.cited, act.data.based_on)) if act else (),
        superseded_by=_superseded_by(context.base, presenter, definition),
        years=years_text(told.from_year, told.to_year),
        count=counted(len(definition.statements), "пункт", "пункта", "пунктов"),
        not_given=tuple(_cited(context, presenter, each.act, each.citation) for each in definition.not_given),
    )


def framework_link(presenter: Presenter, layered: Layered[Framework], statement: str = "") -> LinkView:
    """Return the link to the page of a framework, or to one of its statements there."""
    place = f"#{anchor(statement)}" if statement else ""
    address = addresses.framework_page(layered.id)
    return LinkView(layered.definition.short_title, presenter.href(address) + place)


def anchor(statement: str) -> str:
    """Return the id of a statement on the page of its framework."""
    return f"s-{statement}"


def years_text(first: int | None, last: int | None) -> str:
    """Return `2021–2024`, one end alone where the other is open, empty where neither is known."""
    if first and last:
        return str(first) if first == last else f"{first}–{last}"
    if first:
        return f"с {first} года"
    return f"по {last} год" if last else ""


def _superseded_by(base: KnowledgeBase, presenter: Presenter, definition: Framework) -> LinkView | None:
    name = definition.superseded_by
    if name is None:
        return None
    return framework_link(presenter, base.frameworks[name]) if name in base.frameworks else LinkView(name)


def _cited(context: SiteContext, presenter: Presenter, act: str | None, citation: str) -> LinkView:
    is_known = act is not None and context.base.get("act", act) is not None
    return LinkView(unbroken(citation), presenter.link("act", act).href if act and is_known else "")
