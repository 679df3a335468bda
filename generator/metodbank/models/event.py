"""Событие: семинар, мастер-класс, конкурс, конференция, день открытых уроков."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from metodbank.models.fields import (
    ActId,
    AssociationId,
    Chosen,
    Date,
    FromVocabulary,
    InternshipId,
    Line,
    OrganizationId,
    PracticeId,
    ReportId,
    Text,
    Url,
    Whole,
)
from metodbank.models.record import Audience, Difficulty, EducationLevel, RegisterRecord, Subject, Theme

PLANNED, HELD, CANCELLED, MOVED = "planned", "held", "cancelled", "moved"


class Event(RegisterRecord):
    """Событие учебного года."""

    kind: Annotated[Chosen, FromVocabulary("event-kinds")] = Field(
        title="Вид события", description="Семинар, мастер-класс, конкурс и другие.", examples=["workshop"]
    )
    starts: Date = Field(title="Когда", description="День или первый день.", examples=["2026-10-14"])
    ends: Date | None = Field(None, title="По какой день", description="Если дней несколько.")
    time: Line | None = Field(None, title="Время", description="Часы.", examples=["14:00–16:00"])
    place: Line | None = Field(None, title="Где", description="Адрес или кабинет.")
    online_url: Url | None = Field(None, title="Где в сети", description="Адрес трансляции или записи.")
    state: Annotated[Chosen, FromVocabulary("event-states")] = Field(
        "planned", title="Состояние события", description="Намечено, состоялось, отменено, перенесено."
    )
    moved_to: Date | None = Field(None, title="Перенесено на", description="Новый день.")
    audience: tuple[Audience, ...] = Field((), title="Кого ждут", description="Кому полезно.")
    difficulties: tuple[Difficulty, ...] = Field((), title="Затруднение", description="С чем поможет.")
    subjects: tuple[Subject, ...] = Field((), title="Предметы", description="Пусто, если не предметное.")
    education_levels: tuple[EducationLevel, ...] = Field(
        (), title="Уровень образования", description="Для кого."
    )
    themes: tuple[Theme, ...] = Field((), title="Темы", description="Темы методической работы.")
    program: Text | None = Field(
        None, title="Программа", description="Что там делают, по порядку, своими словами."
    )
    how_to_join: Text | None = Field(None, title="Как попасть", description="Куда написать или позвонить.")
    registration_url: Url | None = Field(None, title="Запись", description="Адрес, где записываются.")
    co_organizers: tuple[OrganizationId, ...] = Field(
        (), title="Вместе с", description="Другие организаторы."
    )
    plan_act: ActId | None = Field(
        None, title="План", description="Документ, в плане которого событие стоит."
    )
    plan_item: Line | None = Field(None, title="Пункт плана", description="Номер строки или раздела.")
    participants: Whole | None = Field(None, title="Участников", description="Сколько пришло.")
    outcomes: Text | None = Field(
        None, title="Чем закончилось", description="О чём договорились, что осталось."
    )
    report: ReportId | None = Field(None, title="Отчёт", description="Справка или протокол о событии.")
    associations: tuple[AssociationId, ...] = Field((), title="Объединения", description="Чьё это событие.")
    internships: tuple[InternshipId, ...] = Field((), title="Площадки", description="На какой площадке.")
    practices: tuple[PracticeId, ...] = Field((), title="Практики", description="Какой опыт показывают.")

    @property
    def day(self) -> date:
        """Return the day on which it takes place: the new one where it was moved."""
        return self.moved_to or self.starts

    @property
    def last_day(self) -> date:
        """Return the day after which it is over."""
        return self.moved_to or self.ends or self.starts
