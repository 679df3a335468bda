"""«Карта доказательств»: for each position of the management cycle the addresses that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from metodbank import addresses
from metodbank.management_cycle import evidence_map
from metodbank.models.evidence import Position, PositionGroup
from metodbank.open_data.telling import shows_indicators
from metodbank.pages.context import SiteContext
from metodbank.pages.evidence_found import Evidence, Found
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken
from metodbank.russian_words import counted

TITLE = "Карта доказательств"
INTRO = "Чем база подтверждает каждую позицию управленческого цикла: адреса, которые можно вписать в форму."
MOST_OTHERS = 25
"""So many links beyond those that the form takes are listed; the rest stand in their registers."""


@dataclass(frozen=True, slots=True)
class ProofView:
    """One link: what it is, of which day, by which act, and the whole address."""

    link: LinkView
    why: str
    day: DateView | None
    is_entered: bool
    act: LinkView | None
    address: str


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position with its best links, and the others."""

    id: str
    title: str
    asked: str
    cure: str
    count: str
    best: tuple[ProofView, ...]
    others: tuple[ProofView, ...]
    others_count: str
    more: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """The positions of one form."""

    id: str
    title: str
    source: str
    positions: tuple[PositionView, ...]


def evidence_pages(context: SiteContext) -> Iterator[PagePlan]:
    """Yield the page where there are indicators to show."""
    if shows_indicators(context.base):
        address = addresses.EVIDENCE
        yield PagePlan(address, partial(_page, context, address))


def _page(context: SiteContext, address: str) -> Page:
    presenter, region = context.presenter_at(address), context.base.region
    evidence = Evidence(context)
    groups = tuple(_group(context, presenter, evidence, group) for group in evidence_map().groups)
    positions = [position for group in groups for position in group.positions]
    proved = sum(bool(position.best) for position in positions)
    body = context.renderer.render(
        "evidence.html.jinja",
        title=TITLE,
        intro=INTRO,
        territory=presenter.link("territory", context.telling.home),
        as_of=date_view(context.as_of),
        most=counted(evidence_map().links, "ссылка", "ссылки", "ссылок"),
        proved=proved,
        total=counted(len(positions), "позиции", "позиций", "позиций"),
        has_site=region.site_url is not None,
        groups=groups,
    )
    return Page(address, TITLE, as_description(INTRO), context.trail(address, LinkView(TITLE)), body)


def _group(context: SiteContext, presenter: Presenter, evidence: Evidence, group: PositionGroup) -> GroupView:
    positions = tuple(_position(context, presenter, each, evidence.of(each)) for each in group.positions)
    return GroupView(group.id, group.title, unbroken(group.source), positions)


def _position(
    context: SiteContext, presenter: Presenter, position: Position, found: list[Found]
) -> PositionView:
    most = evidence_map().links
    others = found[most : most + MOST_OTHERS]
    return PositionView(
        id=position.id,
        title=position.title,
        asked=position.asked,
        cure=position.cure,
        count=counted(len(found), "ссылка", "ссылки", "ссылок"),
        best=tuple(_proof(context, presenter, each) for each in found[:most]),
        others=tuple(_proof(context, presenter, each) for each in others),
        others_count=f"Ещё {counted(len(found) - most, 'ссылка', 'ссылки', 'ссылок')}",
        more=max(0, len(found) - most - MOST_OTHERS),
    )


def _proof(context: SiteContext, presenter: Presenter, found: Found) -> ProofView:
    is_in_base = found.act and context.base.get("act", found.act) is not None
    return ProofView(
        link=LinkView(found.title, presenter.href(found.address)),
        why=found.why,
        day=date_view(found.day) if found.day else None,
        is_entered=found.is_entered,
        act=presenter.cited(found.act) if is_in_base else None,
        address=(context.base.region.site_url or "") + found.address,
    )
