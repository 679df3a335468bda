"""What is to be said of a record before its reader trusts it: derived from dates and states, never typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metodbank.dates import in_words
from metodbank.models.event import CANCELLED, Event
from metodbank.models.practice import Practice
from metodbank.models.record import ARCHIVED, PUBLISHED, FileRecord
from metodbank.pages.context import SiteContext
from metodbank.records import Record

RECOMMENDED = ("recommend-regional", "recommend-municipal")


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A sentence above the text, and how strongly it is set; a quiet one may stand after the facts."""

    text: str
    tone: str

    @property
    def is_quiet(self) -> bool:
        """Return whether the reader may learn the facts first."""
        return self.tone == "fictional"


@dataclass(frozen=True, slots=True)
class BadgeView:
    """A few words that mark a card, and how strongly they are set."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class GroundsView:
    """What a practice is founded on, and the rung that this is: one of three."""

    text: str
    rung: int


def notices(record: Record, context: SiteContext) -> tuple[NoticeView, ...]:
    """Return the notices of a record's page."""
    data = record.data
    found = []
    if isinstance(data, FileRecord):
        if data.status == ARCHIVED:
            found.append(
                NoticeView("Запись в архиве: она сохранена для истории и больше не обновляется.", "archived")
            )
        elif data.status != PUBLISHED:
            word = context.base.word("statuses", data.status).lower()
            found.append(NoticeView(f"Не опубликовано ({word}): эту страницу видите только вы.", "draft"))
        if data.review_by and data.review_by < context.as_of and data.status == PUBLISHED:
            day = in_words(data.review_by)
            found.append(NoticeView(f"Требует актуализации: проверить следовало до {day}", "late"))
        if data.fictional:
            found.append(NoticeView("Вымышленный пример: организация и числа придуманы.", "fictional"))
    if isinstance(data, Event) and data.state == CANCELLED:
        found.insert(0, NoticeView("Событие отменено", "late"))
    elif isinstance(data, Event) and data.moved_to:
        found.insert(0, NoticeView(f"Событие перенесено на {in_words(data.moved_to)}", "late"))
    expired = _expired_on(record, context.as_of)
    if expired:
        found.insert(0, NoticeView(f"Срок истёк {in_words(expired)}", "late"))
    return tuple(found)


def badges(record: Record, context: SiteContext) -> tuple[BadgeView, ...]:
    """Return the few words that mark a card."""
    data = record.data
    found = []
    if _expired_on(record, context.as_of):
        found.append(BadgeView("срок истёк", "late"))
    if isinstance(data, FileRecord):
        if data.status == ARCHIVED:
            found.append(BadgeView("в архиве", "archived"))
        elif data.status != PUBLISHED:
            found.append(BadgeView("не опубликовано", "draft"))
    if isinstance(data, Event):
        found.extend(_event_badges(data, context.as_of))
    return tuple(found)


def _event_badges(event: Event, as_of: date) -> Iterator[BadgeView]:
    if event.state == CANCELLED:
        yield BadgeView("отменено", "late")
    elif event.last_day < as_of:
        yield BadgeView("прошло", "archived")
    elif event.moved_to:
        yield BadgeView(f"перенесено на {in_words(event.moved_to)}", "late")


def grounds(practice: Practice) -> GroundsView:
    """Return the rung that the practice stands on: «На чём основано»."""
    confirmed = practice.expertise is not None and practice.expertise.decision in RECOMMENDED
    if confirmed or any(adoption.outcome == "success" for adoption in practice.adoptions):
        return GroundsView("подтверждено другими или экспертизой", 3)
    return GroundsView("есть замеры", 2) if practice.measurements else GroundsView("описан опыт", 1)


def _expired_on(record: Record, as_of: date) -> date | None:
    until: date | None = getattr(record.data, "valid_until", None)
    return until if until is not None and until < as_of else None
