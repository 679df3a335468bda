"""The page of a record: all it holds, what is to be said of it, and who refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from metodbank import addresses
from metodbank.models.kinds import Kind
from metodbank.models.practice import Practice
from metodbank.models.record import PUBLISHED, FileRecord
from metodbank.pages.cards import CardGroup, Cards, list_link, more_of
from metodbank.pages.context import SiteContext
from metodbank.pages.derived import SHOWN_OTHERWISE, derived_view
from metodbank.pages.facets import in_list_order
from metodbank.pages.measure_views import RoadmapLinks, measures_by_roadmap
from metodbank.pages.model_views import parts_view, titles_view
from metodbank.pages.notices import GroundsView, NoticeView, grounds, notices
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.similar_view import SimilarView
from metodbank.records import Record
from metodbank.relations import Mention
from metodbank.russian_words import counted, sort_key


@dataclass(frozen=True, slots=True)
class MentionsView:
    """Records of one kind that refer to this one."""

    title: str
    links: tuple[LinkView, ...]


class RecordView(NamedTuple):
    """What the page of a record says beside the record's own fields."""

    kind: Kind
    kicker: str
    title: str
    difficulties: tuple[LinkView, ...]
    notices: tuple[NoticeView, ...]
    remarks: tuple[NoticeView, ...]
    mentions: tuple[MentionsView, ...]
    gathered: tuple[CardGroup, ...]
    territory: LinkView | None
    grounds: GroundsView | None
    files_label: str
    edit_url: str
    measures: tuple[RoadmapLinks, ...]
    similar: tuple[SimilarView, ...]
    derived: Any


def record_pages(context: SiteContext, kind: Kind, cards: Cards) -> Iterator[PagePlan]:
    """Yield the page of every shown record of a kind."""
    presenter = context.presenter_at(addresses.list_page(kind.folder))
    for record in context.base.shown(kind.name):
        address = addresses.record_page(kind.folder, record.id)
        yield PagePlan(address, partial(_page, context, record, presenter, cards), record=record)


def _page(context: SiteContext, record: Record, presenter: Presenter, cards: Cards) -> Page:
    address = addresses.record_page(record.kind.folder, record.id)
    shown = presenter.record(record)
    body = context.renderer.render(
        record.kind.template,
        record=shown,
        titles=titles_view(record.model),
        parts=parts_view(record.model),
        page=_view(context, record, presenter, cards, getattr(shown, "difficulties", ())),
    )
    trail = context.trail(address, list_link(context, record.kind, address), LinkView(record.title))
    return Page(
        address=address,
        title=record.title,
        description=_description(record),
        trail=trail,
        body=body,
        noindex=getattr(record.data, "status", PUBLISHED) != PUBLISHED,
        day=record.data.updated.isoformat() if getattr(record.data, "updated", None) else "",
    )


def _view(
    context: SiteContext,
    record: Record,
    presenter: Presenter,
    cards: Cards,
    difficulties: tuple[LinkView, ...],
) -> RecordView:
    data = record.data
    address = addresses.record_page(record.kind.folder, record.id)
    is_register = isinstance(data, FileRecord)
    territory = context.base.territory_of(record) if is_register else None
    mentions = _mentions(context, record)
    said = notices(record, context)
    files = len(getattr(data, "attachments", ()))
    return RecordView(
        kind=record.kind,
        kicker=record.kind.words.one.capitalize(),
        title=record.title,
        difficulties=difficulties,
        notices=tuple(notice for notice in said if not notice.is_quiet),
        remarks=tuple(notice for notice in said if notice.is_quiet),
        mentions=_mention_views(
            context, [m for m in mentions if is_register or not m.record.kind.is_register], presenter
        ),
        gathered=()
        if is_register
        else cards.groups(
            _gathered(context, record, mentions),
            lambda kind: more_of(context, kind, record.kind.name, record.id, address),
        ),
        territory=presenter.link("territory", territory) if territory else None,
        grounds=grounds(data) if isinstance(data, Practice) else None,
        files_label=f"Скачать {counted(files, 'файл', 'файла', 'файлов')}",
        edit_url=_edit_url(context, record),
        measures=measures_by_roadmap(
            context,
            context.measures_naming(record.key),
            address,
        ),
        similar=context.similar_views.of(record, presenter),
        derived=derived_view(context, record, presenter),
    )


def _mentions(context: SiteContext, record: Record) -> list[Mention]:
    """Return who refers to the record, without those that it names itself."""
    mentions = context.base.mentions.get(record.key, ())
    own = {(link.refers_to, link.value) for link in record.links} if mentions else set()
    return [
        mention
        for mention in mentions
        if mention.record.key not in own
        and (mention.record.kind.name, mention.link.at[0]) not in SHOWN_OTHERWISE
    ]


def _mention_views(
    context: SiteContext, mentions: list[Mention], presenter: Presenter
) -> tuple[MentionsView, ...]:
    views = []
    for kind in context.base.kinds if mentions else ():
        records = {m.record.id: m.record for m in mentions if m.record.kind is kind}
        if records:
            ordered = sorted(records.values(), key=lambda record: sort_key(record.title))
            views.append(MentionsView(kind.title, tuple(map(presenter.link_to, ordered))))
    return tuple(views)


def _gathered(context: SiteContext, record: Record, mentions: list[Mention]) -> list[Record]:
    """Return the register records that belong to an organization, an act or a territory."""
    if record.kind.name == "territory":
        return list(in_list_order(context.base.listed_in(record.id), context.as_of))
    found = {m.record.key: m.record for m in mentions if m.record.kind.is_register}
    return sorted(found.values(), key=lambda record: (record.kind.name, record.facts.order))


def _description(record: Record) -> str:
    data = record.data
    text = getattr(data, "summary", None) or getattr(data, "topic", None) or getattr(data, "name", None)
    return as_description(text or f"{record.kind.words.one.capitalize()}: {record.title}")


def _edit_url(context: SiteContext, record: Record) -> str:
    host = context.base.region.source_host
    return host.edit_url + record.file if host else ""
