"""ДПП: дополнительная профессиональная программа."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import (
    Chosen,
    Date,
    Flag,
    FromVocabulary,
    Group,
    Hours,
    InternshipId,
    Line,
    OrganizationId,
    Summary,
    Text,
    Url,
    Whole,
)
from metodbank.models.parts import Decision, Period
from metodbank.models.record import Audience, Difficulty, EducationLevel, RegisterRecord, Subject, Theme


class FederalRegister(Group):
    """The program's state in the Федеральный реестр ДПП; «не проверено» is a state of its own."""

    state: Annotated[Chosen, FromVocabulary("fr-states")] = Field(
        title="Состояние в реестре",
        description="Включена ли программа; unknown, если не проверяли.",
        examples=["included"],
    )
    number: Line | None = Field(
        None, title="Номер в реестре", description="Как в реестре, в кавычках.", examples=["000000"]
    )
    url: Url | None = Field(None, title="Страница в реестре", description="Полный адрес.")
    included_on: Date | None = Field(None, title="Включена", description="День включения.")
    valid_until: Date | None = Field(None, title="Размещена до", description="Последний день размещения.")
    checked_on: Date | None = Field(None, title="Проверено", description="Когда смотрели в реестр.")


class Intake(Group):
    """One start of the course."""

    start: Date = Field(alias="from", title="Начало", description="Первый день.", examples=["2026-10-12"])
    end: Date | None = Field(None, alias="to", title="Конец", description="Последний день.")
    places: Whole | None = Field(None, title="Мест", description="Сколько человек в группе.")
    apply_url: Url | None = Field(None, title="Запись", description="Адрес, где записываются.")


class Network(Group):
    """Who carries the program together with the provider."""

    partners: tuple[OrganizationId, ...] = Field(
        (), title="Партнёры", description="Организации из справочника."
    )


class InternshipPart(Group):
    """The part of a program that is done on a site."""

    site: InternshipId | None = Field(None, title="Площадка", description="Идентификатор площадки.")
    hours: Hours = Field(ge=1, le=1000, title="Часов стажировки", description="Из общего объёма.")


class Program(RegisterRecord):
    """Курс: программа повышения квалификации или профессиональной переподготовки."""

    kind: Annotated[Chosen, FromVocabulary("program-kinds")] = Field(
        title="Вид программы",
        description="pk — повышение квалификации, pp — переподготовка.",
        examples=["pk"],
    )
    hours: Hours = Field(title="Объём", description="Сколько часов, целым числом.", examples=[36])
    study_form: Annotated[Chosen, FromVocabulary("study-forms")] = Field(
        title="Форма обучения", description="Очная, очно-заочная, заочная.", examples=["part-time"]
    )
    annotation: Text = Field(title="О чём курс", description="Что разбирают и что делают, своими словами.")
    audience: tuple[Audience, ...] = Field(min_length=1, title="Кому", description="На кого рассчитан.")
    federal_register: FederalRegister = Field(
        title="Федеральный реестр ДПП",
        description="Состояние программы в реестре; «не проверено» тоже ответ.",
    )
    technologies: tuple[Annotated[Chosen, FromVocabulary("technologies")], ...] = Field(
        (), title="Технологии", description="Дистанционные и электронные."
    )
    difficulties: tuple[Difficulty, ...] = Field((), title="Затруднение", description="С чем поможет.")
    education_levels: tuple[EducationLevel, ...] = Field(
        (), title="Уровень образования", description="Для кого."
    )
    subjects: tuple[Subject, ...] = Field((), title="Предметы", description="Пусто, если подходит к любому.")
    themes: tuple[Theme, ...] = Field((), title="Темы", description="Темы методической работы.")
    outcomes: Text | None = Field(
        None, title="Чему научитесь", description="Что слушатель сумеет после курса."
    )
    final_assessment: Annotated[Chosen, FromVocabulary("final-assessments")] | None = Field(
        None, title="Итоговая аттестация", description="Чем курс заканчивается."
    )
    document: Annotated[Chosen, FromVocabulary("program-documents")] | None = Field(
        None, title="Документ", description="Что выдают."
    )
    cost: Summary | None = Field(
        None, title="Стоимость", description="Бесплатно, или сколько и кому.", examples=["бесплатно"]
    )
    schedule: tuple[Intake, ...] = Field((), title="Ближайшие группы", description="Даты и места.")
    how_to_apply: Text | None = Field(None, title="Как записаться", description="Куда и что прислать.")
    network: Network | None = Field(None, title="Сетевая форма", description="Если программу ведут вместе.")
    cascade: Flag = Field(False, title="Каскадная", description="Обученные учат дальше.")
    internship: InternshipPart | None = Field(
        None, title="Стажировка", description="Если она часть программы."
    )
    approved: Decision | None = Field(None, title="Утверждена", description="Документ и день.")
    active: Period | None = Field(None, title="Реализуется", description="С какого по какой день.")
