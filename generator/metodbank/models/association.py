"""Методическое объединение или профессиональное сообщество."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import (
    ActId,
    AttachedFile,
    Chosen,
    Date,
    FromVocabulary,
    Group,
    Line,
    OrganizationId,
    PracticeId,
    Text,
    Url,
)
from metodbank.models.parts import DatedCount, Decision
from metodbank.models.record import Audience, Difficulty, EducationLevel, RegisterRecord, Subject, Theme


class Meeting(Group):
    """One meeting of the year's plan."""

    date: Date = Field(title="Дата", description="День встречи.", examples=["2026-10-21"])
    topic: Line = Field(title="Тема", description="О чём встреча.")
    place: Line | None = Field(None, title="Где", description="Место или связь.", examples=["по телефону"])


class YearPlan(Group):
    """What the association is going to do in a school year."""

    year: Line = Field(title="Учебный год", description="Как его называют.", examples=["2026/27"])
    act: ActId | None = Field(None, title="Документ", description="Чем план утверждён.")
    file: AttachedFile | None = Field(None, title="Файл", description="План из папки files/<id записи>.")
    meetings: tuple[Meeting, ...] = Field((), title="Встречи", description="Даты и темы.")


class MethodTheme(Group):
    """What the association works on."""

    text: Line = Field(title="Методическая тема", description="Над чем работают.")
    period: Line | None = Field(None, title="Срок", description="Учебные годы.", examples=["2025–2028"])


class Head(Group):
    """Who leads, by role."""

    role: Line = Field(
        title="Должность", description="Без фамилии.", examples=["учитель математики высшей категории"]
    )
    organization: OrganizationId | None = Field(None, title="Организация", description="Где работает.")


class LegalEntity(Group):
    """What an association that is a legal entity is registered under."""

    form: Annotated[Chosen, FromVocabulary("legal-forms")] = Field(
        title="Правовой статус", description="С юридическим лицом или без."
    )
    inn: Line | None = Field(
        None, title="ИНН", description="Десять цифр в кавычках.", examples=["0012345673"]
    )
    ogrn: Line | None = Field(
        None, title="ОГРН", description="Тринадцать цифр в кавычках.", examples=["1200000001233"]
    )


class Association(RegisterRecord):
    """Объединение педагогов: методическое объединение, ассоциация, клуб, сетевое сообщество."""

    kind: Annotated[Chosen, FromVocabulary("association-kinds")] = Field(
        title="Вид объединения", description="Методическое объединение, клуб, сетевое сообщество и другие."
    )
    aim: Text = Field(title="Зачем собираемся", description="Чем объединение полезно учителю.")
    subjects: tuple[Subject, ...] = Field((), title="Предметы", description="Пусто, если не предметное.")
    themes: tuple[Theme, ...] = Field((), title="Темы", description="Темы методической работы.")
    difficulties: tuple[Difficulty, ...] = Field((), title="Затруднение", description="С чем помогает.")
    education_levels: tuple[EducationLevel, ...] = Field(
        (), title="Уровень образования", description="Для кого."
    )
    audience: tuple[Audience, ...] = Field((), title="Кому", description="Кого ждут.")
    method_theme: MethodTheme | None = Field(None, title="Методическая тема", description="Над чем работают.")
    how_to_join: Text | None = Field(
        None, title="Как присоединиться", description="Что сделать, чтобы прийти."
    )
    founded: Decision | None = Field(None, title="Создано", description="Документ и день.")
    closed: Decision | None = Field(None, title="Закрыто", description="Документ и день.")
    members: DatedCount | None = Field(None, title="Участников", description="Сколько и на какой день.")
    member_organizations: tuple[OrganizationId, ...] = Field(
        (), title="Кто входит", description="Организации."
    )
    head: Head | None = Field(None, title="Кто ведёт", description="Должность, без имени.")
    plan: YearPlan | None = Field(None, title="План на год", description="Встречи учебного года.")
    products: tuple[PracticeId, ...] = Field(
        (), title="Что сделали вместе", description="Практики объединения."
    )
    channel_url: Url | None = Field(
        None, title="Канал", description="Страница в российской сети или мессенджере."
    )
    legal_entity: LegalEntity | None = Field(
        None, title="Правовой статус", description="Если зарегистрировано."
    )
