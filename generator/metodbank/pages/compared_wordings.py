"""How one framework asks for an indicator: its words, its unit and base, its targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from metodbank.definition_layers import Layered
from metodbank.models.framework import Framework
from metodbank.open_data.definition_shapes import StatementData
from metodbank.pages.context import SiteContext
from metodbank.pages.framework_heads import framework_link, years_text
from metodbank.pages.framework_statements import NOT_SET, remarks_of
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.statement_differences import spans, target_years
from metodbank.pages.wording import all_unbroken


@dataclass(frozen=True, slots=True)
class SpanView:
    """Years in a row of which an act says the same."""

    years: str
    text: str
    raw: str


@dataclass(frozen=True, slots=True)
class WordingView:
    """A statement of an act: `link` leads to it on the page of its framework."""

    framework: str
    is_followed: bool
    link: LinkView
    part: str
    told: StatementData
    facts: tuple[str, ...]
    spans: tuple[SpanView, ...]
    remarks: tuple[str, ...]


def wordings(
    context: SiteContext, presenter: Presenter, indicator: str, layered: Layered[Framework]
) -> Iterator[WordingView]:
    """Yield the statements of a framework about an indicator."""
    followed = {each.id for each in context.base.followed}
    for statement in layered.definition.statements:
        if statement.indicator != indicator:
            continue
        told = all_unbroken(context.telling.definitions.statement(layered, statement))
        link = framework_link(presenter, layered, statement.id)
        yield WordingView(
            framework=layered.definition.short_title,
            is_followed=layered.id in followed,
            link=LinkView(told.clause or told.number or "пункт", link.href),
            part=told.part,
            told=told,
            facts=tuple(_facts(context, told)),
            spans=tuple(_spans(told)),
            remarks=tuple(_remarks(told)),
        )


def brief_targets(told: StatementData) -> str:
    """Return the targets of a statement in short: the years, and what is asked of the last one."""
    if told.dropped_reason:
        return "регион исключил"
    last = next((target for target in reversed(told.targets) if target.text), None)
    if last is None:
        return "без целей"
    years = target_years(told)
    if years == str(last.year):
        return f"{years}: {last.text}"
    return f"{years}, на {last.year}: {last.text}"


def _facts(context: SiteContext, told: StatementData) -> Iterator[str]:
    yield f"единица: {told.unit or 'не указана'}"
    yield f"база: «{told.base_in_document}»" if told.base_in_document else "база не названа"
    if told.event:
        yield f"засчитывается {told.event}"
    yield f"относится {context.base.word('statement-subjects', told.applies_to)}"


def _spans(told: StatementData) -> Iterator[SpanView]:
    """Yield the targets, years in a row of which the act says the same together."""
    for (text, raw), targets in groupby(told.targets, key=lambda each: (each.text or NOT_SET, each.raw)):
        years = [target.year for target in targets]
        yield SpanView(years_text(years[0], years[-1]), text, raw)


def _remarks(told: StatementData) -> Iterator[str]:
    """Yield what is to be known of the targets, each thing once with its years."""
    found: dict[str, list[int]] = {}
    for target in told.targets:
        for remark in remarks_of(target):
            found.setdefault(remark, []).append(target.year)
    for remark, years in found.items():
        yield f"{', '.join(spans(years))}: {remark}"
