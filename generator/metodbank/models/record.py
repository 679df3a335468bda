"""The fields that records in files of their own, and those of registers, have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import (
    Chosen,
    Date,
    Flag,
    FromVocabulary,
    Group,
    Identifier,
    Line,
    OrganizationId,
    Summary,
    TerritoryId,
    Url,
)
from metodbank.models.parts import Attachment, Contact, Source

DRAFT, REVIEW, PUBLISHED, ARCHIVED = "draft", "review", "published", "archived"

SCHEMA_VERSION = 1

Level = Annotated[Chosen, FromVocabulary("levels")]
EducationLevel = Annotated[Chosen, FromVocabulary("education-levels")]
Subject = Annotated[Chosen, FromVocabulary("subjects")]
Audience = Annotated[Chosen, FromVocabulary("audience")]
Difficulty = Annotated[Chosen, FromVocabulary("difficulties")]
Theme = Annotated[Chosen, FromVocabulary("themes")]
Form = Annotated[Chosen, FromVocabulary("forms")]


class FileRecord(Group):
    """What every record has that is a file of its own."""

    title: Line = Field(
        title="Название",
        description="Как запись называется на сайте: суть в нескольких словах, без точки в конце. "
        "Если внутри есть двоеточие или кавычки, возьмите всё название в кавычки.",
        examples=["«Тихие минуты»: ежедневное чтение в 5–6 классах"],
    )
    status: Annotated[Chosen, FromVocabulary("statuses")] = Field(
        REVIEW,
        title="Состояние",
        description="Черновик и запись на рассмотрении на сайт не попадают; ставит методист.",
        examples=["published"],
    )
    summary: Summary | None = Field(
        None,
        title="Коротко",
        description="Суть в двух-трёх предложениях: по ним читатель решает, открывать ли запись.",
        examples=["Десять минут тихого чтения в начале каждого урока литературы и один вопрос в дневнике."],
    )
    organization: OrganizationId = Field(
        title="Организация",
        description="Идентификатор организации из справочника reference/organizations.yml.",
        examples=["shkola-zarechnaya-2"],
    )
    level: Level | None = Field(
        None, title="Уровень", description="На каком уровне запись признана.", examples=["municipal"]
    )
    territory: TerritoryId | None = Field(
        None, title="Территория", description="Если не указана, берётся территория организации."
    )
    attachments: tuple[Attachment, ...] = Field(
        (), title="Файлы", description="Рабочие листы, планы, памятки из папки files/<id записи>."
    )
    sources: tuple[Source, ...] = Field((), title="Источники", description="Откуда взяты сведения.")
    url: Url | None = Field(None, title="Страница в сети", description="Адрес страницы с подробностями.")
    created: Date | None = Field(
        None, title="Создана", description="День, когда запись появилась.", examples=["2025-04-10"]
    )
    updated: Date | None = Field(
        None,
        title="Проверена",
        description="День, когда запись в последний раз сверили.",
        examples=["2026-05-20"],
    )
    review_by: Date | None = Field(
        None, title="Проверить до", description="После этого дня запись помечается «требует актуализации»."
    )
    former_ids: tuple[Identifier, ...] = Field(
        (),
        title="Прежние адреса",
        description="Прежние имена файла записи: старые ссылки продолжат работать.",
    )
    fictional: Flag = Field(
        False, title="Вымышленная запись", description="Учебный пример, а не настоящий опыт."
    )
    schema_version: Annotated[int, Field(ge=1, le=SCHEMA_VERSION, strict=True)] = Field(
        SCHEMA_VERSION, title="Версия формата", description="Ставится программой; менять не нужно."
    )


class RegisterRecord(FileRecord):
    """A record of a register: there is always someone to call."""

    contact: Contact = Field(
        title="Кому позвонить", description="Служебный контакт: кабинет или должность, телефон или почта."
    )
