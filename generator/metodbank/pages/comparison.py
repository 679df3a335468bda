"""All frameworks side by side: where each indicator stands, in which words, with which targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from metodbank import addresses
from metodbank.definition_layers import Layered
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.framework import Framework
from metodbank.open_data.definition_shapes import IndicatorData
from metodbank.pages.compared_wordings import WordingView, brief_targets, wordings
from metodbank.pages.context import SiteContext
from metodbank.pages.framework_heads import in_order
from metodbank.pages.indicator_links import passport_link
from metodbank.pages.measure_views import StateView
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.statement_differences import (
    DifferenceView,
    Placed,
    UnclearView,
    differences,
    unclear,
    verdict,
)
from metodbank.pages.wording import all_unbroken
from metodbank.russian_words import NO_BREAK, counted, plural

IN_IT = StateView("found", "✓", "есть")
NOT_IN_IT = StateView("absent", "–", "нет")


@dataclass(frozen=True, slots=True)
class CellView:
    """Whether an indicator stands in a framework, and its targets in short."""

    framework: str
    state: StateView
    targets: tuple[str, ...]
    """For each statement; with the part of the act where there are several."""


@dataclass(frozen=True, slots=True)
class ComparedView:
    """An indicator in all frameworks: `link` leads to its comparison."""

    link: LinkView
    passport: LinkView
    told: IndicatorData
    cells: tuple[CellView, ...]
    presence: str
    absent: str
    verdict: str
    differences: tuple[DifferenceView, ...]
    wordings: tuple[WordingView, ...]
    unclear: tuple[UnclearView, ...]


def compared(context: SiteContext, presenter: Presenter) -> tuple[ComparedView, ...]:
    """Return each indicator that some framework asks for, in the order in which frameworks name them."""
    return tuple(compared_in_all(context, presenter, name) for name in asked_for(context.base))


def asked_for(base: KnowledgeBase) -> tuple[str, ...]:
    """Return the indicators that some framework asks for, in the order in which frameworks name them."""
    named = (each.indicator for layered in in_order(base) for each in layered.definition.statements)
    return tuple(name for name in dict.fromkeys(named) if name in base.indicators)


def summary(rows: Sequence[ComparedView]) -> str:
    """Return how many indicators stand in how many frameworks, and which of them stand in all."""
    everywhere = [row.told.short_title for row in rows if not row.absent]
    statements = sum(len(row.wordings) for row in rows)
    systems = len(rows[0].cells) if rows else 0
    told = f"Систем — {systems}, пунктов в них — {statements}, разных показателей — {len(rows)}."
    if not everywhere:
        return f"{told} Ни один не стоит во всех системах."
    titles = ", ".join(f"«{title}»" for title in everywhere)
    return f"{told} Во всех системах есть {titles}."


def unasked(context: SiteContext, presenter: Presenter) -> tuple[LinkView, ...]:
    """Return the indicators that no framework asks for."""
    asked = set(asked_for(context.base))
    return tuple(
        passport_link(context.telling, presenter, name)
        for name in context.base.indicators
        if name not in asked
    )


def compared_in_all(context: SiteContext, presenter: Presenter, indicator: str) -> ComparedView:
    """Return where an indicator stands in all frameworks, and in what they differ."""
    frameworks = in_order(context.base)
    told = all_unbroken(context.telling.indicator(indicator))
    by_framework = {each.id: tuple(wordings(context, presenter, indicator, each)) for each in frameworks}
    placed = [
        _placed(context, layered, view, len(by_framework[layered.id]) > 1)
        for layered in frameworks
        for view in by_framework[layered.id]
    ]
    having = [each for each in frameworks if by_framework[each.id]]
    absent = [each.definition.short_title for each in frameworks if not by_framework[each.id]]
    systems = plural(len(having), "системе", "системах", "системах")
    where = f"{len(having)}{NO_BREAK}{systems} из {len(frameworks)}"
    return ComparedView(
        link=LinkView(told.short_title, presenter.href(addresses.compared_page(indicator))),
        passport=passport_link(context.telling, presenter, indicator),
        told=told,
        cells=tuple(_cell(each, by_framework[each.id]) for each in frameworks),
        presence=f"Есть в {where}, {counted(len(placed), 'пункт', 'пункта', 'пунктов')}.",
        absent="; ".join(absent),
        verdict=verdict(placed),
        differences=differences(placed),
        wordings=tuple(view for each in frameworks for view in by_framework[each.id]),
        unclear=unclear(placed),
    )


def _placed(
    context: SiteContext, layered: Layered[Framework], view: WordingView, is_one_of_many: bool
) -> Placed:
    title = layered.definition.short_title
    place = f"{title} ({view.link.text})" if is_one_of_many else title
    return Placed(place, title, view.told, context.base.word("statement-subjects", view.told.applies_to))


def _cell(layered: Layered[Framework], found: tuple[WordingView, ...]) -> CellView:
    title = layered.definition.short_title
    if not found:
        return CellView(title, NOT_IN_IT, ())
    parts = {part.title: part.clause or part.title for part in layered.definition.parts}
    briefs = [(parts.get(view.part, ""), brief_targets(view.told)) for view in found]
    is_split = len(found) > 1
    return CellView(
        title, IN_IT, tuple(f"{part}: {brief}" if part and is_split else brief for part, brief in briefs)
    )
