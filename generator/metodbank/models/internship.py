"""Стажировочная площадка: где опыт можно увидеть и попробовать."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import (
    ActId,
    Chosen,
    Date,
    FromVocabulary,
    Group,
    Hours,
    Line,
    PracticeId,
    ProgramId,
    Text,
    Whole,
    Year,
)
from metodbank.models.parts import Decision
from metodbank.models.record import Audience, Difficulty, EducationLevel, Form, RegisterRecord, Subject, Theme


class Session(Group):
    """One intake of trainees."""

    start: Date = Field(alias="from", title="Начало", description="Первый день.", examples=["2026-10-14"])
    end: Date | None = Field(None, alias="to", title="Конец", description="Последний день.")
    places: Whole | None = Field(None, title="Мест", description="Сколько человек примут.")
    note: Line | None = Field(None, title="Примечание", description="Что ещё знать о заезде.")


class SiteYear(Group):
    """What the site did in a calendar year."""

    year: Year = Field(title="Год", description="Календарный год.")
    trainees: Whole = Field(title="Стажёров", description="Сколько человек прошли стажировку.")
    sessions: Whole | None = Field(None, title="Заездов", description="Сколько было заездов.")


class Internship(RegisterRecord):
    """Стажировочная, менторская, инновационная, сетевая или базовая площадка."""

    kind: Annotated[Chosen, FromVocabulary("internship-kinds")] = Field(
        title="Вид площадки", description="Стажировочная, менторская и другие.", examples=["internship"]
    )
    topic: Line = Field(
        title="Тема", description="Чему здесь учатся.", examples=["Робототехника в начальной школе"]
    )
    act: ActId = Field(title="Документ о присвоении", description="Идентификатор документа из справочника.")
    awarded_on: Date = Field(title="Присвоена", description="День, с которого площадка действует.")
    valid_until: Date | None = Field(None, title="Действует до", description="Пусто, если срок не ограничен.")
    state: Annotated[Chosen, FromVocabulary("internship-states")] = Field(
        "active", title="Работа площадки", description="Действует, приостановлена, завершена, отозвана."
    )
    termination: Decision | None = Field(None, title="Прекращение", description="Если площадка закрыта.")
    difficulties: tuple[Difficulty, ...] = Field((), title="Затруднение", description="С чем поможет.")
    education_levels: tuple[EducationLevel, ...] = Field(
        (), title="Уровень образования", description="Для кого."
    )
    subjects: tuple[Subject, ...] = Field((), title="Предметы", description="Пусто, если подходит к любому.")
    themes: tuple[Theme, ...] = Field((), title="Темы", description="Темы методической работы.")
    audience: tuple[Audience, ...] = Field((), title="Кому", description="Кого принимают.")
    forms: tuple[Form, ...] = Field((), title="Формы работы", description="Как проходит стажировка.")
    activities: Text | None = Field(
        None, title="Что здесь делают", description="Как проходит стажировка, по дням."
    )
    outcomes: Text | None = Field(None, title="С чем уедете", description="Что стажёр увезёт с собой.")
    hours: Hours | None = Field(
        None, ge=1, le=1000, title="Длительность", description="Сколько часов занимает.", examples=[16]
    )
    capacity: Whole | None = Field(
        None, title="Мест за заезд", description="Сколько человек принимают сразу."
    )
    sessions: tuple[Session, ...] = Field((), title="Ближайшие заезды", description="Даты и места.")
    address: Line | None = Field(None, title="Где", description="Адрес площадки.")
    infrastructure: tuple[Annotated[Chosen, FromVocabulary("infrastructure")], ...] = Field(
        (), title="Оснащение", description="Что есть на площадке."
    )
    how_to_apply: Text | None = Field(None, title="Как попасть", description="Что сделать, чтобы записаться.")
    programs: tuple[ProgramId, ...] = Field(
        (), title="Курсы площадки", description="В рамках каких программ стажировка."
    )
    practices: tuple[PracticeId, ...] = Field(
        (), title="Практики площадки", description="Какой опыт показывают."
    )
    years: tuple[SiteYear, ...] = Field((), title="Итоги по годам", description="Сколько стажёров и заездов.")
