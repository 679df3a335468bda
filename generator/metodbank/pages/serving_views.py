"""«Что поможет»: what serves an indicator, by the rules of hints, with the reason of each choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metodbank import addresses
from metodbank.hints.helping import Reason, Service
from metodbank.models.hint import Helping
from metodbank.models.kinds import Kind
from metodbank.pages.context import SiteContext
from metodbank.pages.measure_views import StateView, anchor_of, state_of
from metodbank.pages.plain_views import date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.records import Record
from metodbank.roadmap_measures import RoadmapMeasure
from metodbank.russian_words import counted, number_text

MOST_SHOWN = 5
MEASURES = "Мероприятия дорожных карт"
NO_RULE = "Правила подсказки для этого показателя нет. Его можно добавить: reference/hints/."
NOTHING_FOUND = "Сейчас в базе нет записей, которые подходят под правило."


@dataclass(frozen=True, slots=True)
class ServingLink:
    """A record or a row of a roadmap that helps; `state` is that of the row."""

    link: LinkView
    detail: str
    state: StateView | None = None


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why some of a kind help, those that a page shows, and the way to all others."""

    why: str
    links: tuple[ServingLink, ...]
    more: LinkView | None


@dataclass(frozen=True, slots=True)
class ServingGroup:
    """What helps of one kind."""

    title: str
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class OfficialView:
    """Who makes the official recommendations, and those of them that are addressed to the territory."""

    makers: tuple[LinkView, ...]
    reports: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ServingView:
    """What helps an indicator: `about` is what the rules rest on, `files` the region's own ones."""

    about: tuple[str, ...]
    count: str
    groups: tuple[ServingGroup, ...]
    silence: str
    files: tuple[str, ...]
    official: OfficialView


def serving_view(
    context: SiteContext,
    presenter: Presenter,
    indicator: str,
    territory: str,
    *,
    most: int = MOST_SHOWN,
) -> ServingView:
    """Return what helps an indicator in a territory; of each reason the page shows at most so many."""
    service = context.helping.serves(indicator, territory)
    return ServingView(
        about=tuple(rule.definition.about for rule in service.rules),
        count=", ".join(_counts(context, service)),
        groups=tuple(_groups(context, presenter, service, most)),
        silence=_silence(service),
        files=tuple(rule.file for rule in service.rules if rule.file),
        official=official_view(context, presenter, territory),
    )


def official_view(context: SiteContext, presenter: Presenter, territory: str) -> OfficialView:
    """Return where the official recommendations for a territory are; hints do not stand in for them."""
    reports = context.helping.recommendations(territory)
    makers = dict.fromkeys(i for report in reports if (i := report.data.organization))
    return OfficialView(
        tuple(presenter.link("organization", identifier) for identifier in makers),
        tuple(presenter.link_to(report) for report in reports[:MOST_SHOWN]),
    )


def _silence(service: Service) -> str:
    if not service.rules:
        return NO_RULE
    asks = any(rule.definition.groups for rule in service.rules)
    return NOTHING_FOUND if asks and service.is_empty else ""


def _counts(context: SiteContext, service: Service) -> Iterator[str]:
    for kind, reasons in _by_kind(service).items():
        number = sum(len(reason.records) + len(reason.measures) for reason in reasons)
        words = _kind(context, kind).words if kind else None
        if words is None:
            yield counted(number, "мероприятие", "мероприятия", "мероприятий")
        else:
            yield counted(number, words.one, words.few, words.many)


def _groups(
    context: SiteContext, presenter: Presenter, service: Service, most: int
) -> Iterator[ServingGroup]:
    for kind, reasons in _by_kind(service).items():
        title = _kind(context, kind).title if kind else MEASURES
        yield ServingGroup(title, tuple(_reason(context, presenter, each, most) for each in reasons))


def _by_kind(service: Service) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = {}
    for reason in service.reasons:
        found.setdefault(reason.kind, []).append(reason)
    return found


def _reason(context: SiteContext, presenter: Presenter, reason: Reason, most: int) -> ReasonView:
    links = [*_records(presenter, reason.records[:most]), *_rows(context, presenter, reason.measures[:most])]
    left = len(reason.records) + len(reason.measures) - len(links)
    more = _more(context, presenter, reason, left) if left else None
    return ReasonView(reason.why, tuple(links), more)


def _records(presenter: Presenter, records: Iterable[Record]) -> Iterator[ServingLink]:
    for record in records:
        yield ServingLink(presenter.link_to(record), _detail(presenter, record))


def _detail(presenter: Presenter, record: Record) -> str:
    """Return what tells a record from its neighbours at a glance: when and where."""
    data = record.data
    day = date_view(data.day).text if record.kind.name == "event" else ""
    organization = getattr(data, "organization", None)
    place = presenter.link("organization", organization).text if organization else ""
    return ", ".join(part for part in (day, place) if part)


def _rows(
    context: SiteContext, presenter: Presenter, measures: Iterable[RoadmapMeasure]
) -> Iterator[ServingLink]:
    for row in measures:
        page = presenter.link_to(row.roadmap)
        number = f"{row.measure.number}. " if row.measure.number else ""
        href = f"{page.href}#{anchor_of(row.measure)}" if page.href else ""
        link = LinkView(number + row.measure.title, href)
        due = f"срок — {date_view(row.measure.due).text}" if row.measure.due else "год срока не указан"
        yield ServingLink(link, f"{page.text}; {due}", state_of(context, row.measure))


def _more(context: SiteContext, presenter: Presenter, reason: Reason, left: int) -> LinkView:
    """Return the link to all others: the list by the one value that the rule asks for, else the whole."""
    if not reason.kind:
        return _more_rows(context, presenter, reason, left)
    kind = _kind(context, reason.kind)
    facet = _facet(context, kind, reason)
    address = addresses.facet_page(kind.folder, *facet) if facet else addresses.list_page(kind.folder)
    return LinkView(f"Ещё {number_text(left)} — в разделе «{kind.title}»", presenter.href(address))


def _more_rows(context: SiteContext, presenter: Presenter, reason: Reason, left: int) -> LinkView:
    roadmaps = {row.roadmap.id: row.roadmap for row in reason.measures}
    if len(roadmaps) == 1:
        [roadmap] = roadmaps.values()
        page = presenter.link_to(roadmap)
        return LinkView(f"Ещё {number_text(left)} — «{page.text}»", page.href)
    kind = _kind(context, "roadmap")
    return LinkView(
        f"Ещё {number_text(left)} — в разделе «{kind.title}»",
        presenter.href(addresses.list_page(kind.folder)),
    )


def _facet(context: SiteContext, kind: Kind, reason: Reason) -> tuple[str, str] | None:
    rule = context.base.hints[reason.rule].definition
    group: Helping = next(each for each in rule.records if each.id == reason.group)
    if len(group.conditions) != 1 or not group.conditions[0].is_in or len(group.conditions[0].is_in) != 1:
        return None
    field, value = group.conditions[0].field, group.conditions[0].is_in[0]
    return (field, value) if field in kind.facets and context.facets.has(kind, field, value) else None


def _kind(context: SiteContext, name: str) -> Kind:
    return next(kind for kind in context.base.kinds if kind.name == name)
