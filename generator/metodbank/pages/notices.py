"""What is to be said of a record before its reader trusts it: derived from dates and states, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metodbank.dates import in_words
from metodbank.knowledge_base import Record
from metodbank.models.practice import Practice
from metodbank.models.record import ARCHIVED, PUBLISHED, RegisterRecord
from metodbank.pages.context import SiteContext

RECOMMENDED = ("recommend-regional", "recommend-municipal")


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A sentence above the text, and how strongly it is set."""

    text: str
    tone: str


def notices(record: Record, context: SiteContext) -> tuple[NoticeView, ...]:
    """Return the notices of a record's page."""
    data = record.data
    found = []
    if isinstance(data, RegisterRecord):
        if data.status == ARCHIVED:
            found.append(
                NoticeView("Запись в архиве: она сохранена для истории и больше не обновляется.", "archived")
            )
        elif data.status != PUBLISHED:
            term = context.base.term("statuses", data.status)
            word = term.title.lower() if term else data.status
            found.append(NoticeView(f"Не опубликовано ({word}): эту страницу видите только вы.", "draft"))
        if data.review_by and data.review_by < context.as_of and data.status == PUBLISHED:
            day = in_words(data.review_by)
            found.append(NoticeView(f"Требует актуализации: проверить следовало до {day}", "late"))
        if data.fictional:
            found.append(NoticeView("Вымышленный пример: организация и числа придуманы.", "fictional"))
    expired = _expired_on(record, context.as_of)
    if expired:
        found.insert(0, NoticeView(f"Срок истёк {in_words(expired)}", "late"))
    return tuple(found)


def badges(record: Record, context: SiteContext) -> tuple[str, ...]:
    """Return the few words that mark a card."""
    data = record.data
    found = []
    if _expired_on(record, context.as_of):
        found.append("срок истёк")
    if isinstance(data, RegisterRecord):
        if data.status == ARCHIVED:
            found.append("в архиве")
        elif data.status != PUBLISHED:
            found.append("не опубликовано")
    if isinstance(data, Practice):
        found.append(grounds(data))
    return tuple(found)


def grounds(practice: Practice) -> str:
    """Return the rung that the practice stands on: «На чём основано»."""
    confirmed = practice.expertise is not None and practice.expertise.decision in RECOMMENDED
    if confirmed or any(adoption.outcome == "success" for adoption in practice.adoptions):
        return "подтверждено другими или экспертизой"
    return "есть замеры" if practice.measurements else "описан опыт"


def _expired_on(record: Record, as_of: date) -> date | None:
    until: date | None = getattr(record.data, "valid_until", None)
    return until if until is not None and until < as_of else None
