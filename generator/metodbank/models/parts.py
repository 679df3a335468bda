"""Parts of records that several kinds share: contacts, attachments, sources, periods."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from metodbank.models.fields import (
    ActId,
    AttachedFile,
    Chosen,
    CitedActId,
    Date,
    Email,
    FromVocabulary,
    Group,
    Line,
    OrganizationId,
    Phone,
    Summary,
    Url,
    Whole,
)


class Contact(Group):
    """A service contact: an office, never a person."""

    who: Line = Field(
        title="Кому звонить",
        description="Должность или кабинет, без фамилий.",
        examples=["методический кабинет, методист по чтению"],
    )
    phone: Phone | None = Field(
        None,
        title="Телефон",
        description="Служебный телефон организации с кодом города.",
        examples=["+7 (000) 000-00-00"],
    )
    email: Email | None = Field(
        None,
        title="Электронная почта",
        description="Служебный адрес организации.",
        examples=["metod@example.org"],
    )
    hours: Line | None = Field(
        None, title="Когда звонить", description="Дни и часы.", examples=["вторник и четверг, 14:00–17:00"]
    )

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.phone is None and self.email is None:
            raise PydanticCustomError("contact_way", "neither phone nor mail")
        return self


class Attachment(Group):
    """A file that lies in `files/<id записи>/`."""

    file: AttachedFile = Field(
        title="Файл",
        description="Имя файла в папке files/<id записи>: латинские строчные буквы, цифры, дефис, точка.",
        examples=["dnevnik-chitatelya.docx"],
    )
    title: Line = Field(
        title="Название файла",
        description="Что это, словами читателя.",
        examples=["Дневник читателя, лист на неделю"],
    )
    description: Summary = Field(
        title="Описание",
        description="Что в файле и как им пользоваться: это прочтут и те, кто не видит картинку.",
        examples=["Таблица на пять дней: что читал, сколько страниц, один вопрос по тексту."],
    )
    accessibility: Summary = Field(
        title="Доступность",
        description="Прочтёт ли файл программа экранного доступа; где взять доступный вариант.",
        examples=["Текстовый документ с заголовками, читается программами экранного доступа."],
    )
    people: Annotated[Chosen, FromVocabulary("people-in-pictures")] | None = Field(
        None,
        title="Люди на снимке",
        description="Для изображений: людей нет, есть их согласие или это официальное мероприятие.",
    )


class Source(Group):
    """Where a fact was taken from."""

    act: ActId | None = Field(None, title="Документ", description="Идентификатор документа из справочника.")
    url: Url | None = Field(
        None, title="Адрес", description="Полный адрес страницы.", examples=["https://example.org/"]
    )
    title: Line | None = Field(None, title="Название источника", description="Как источник называется.")
    section: Line | None = Field(
        None, title="Пункт", description="Раздел, пункт или страница.", examples=["п. 4.3"]
    )
    accessed: Date | None = Field(None, title="Дата обращения", description="Когда источник смотрели.")


class ActClause(Group):
    """A place in an act."""

    act: CitedActId = Field(title="Документ", description="Идентификатор документа из справочника.")
    section: Line = Field(
        title="Пункт", description="Раздел, пункт, строка или приложение.", examples=["п. 4.3.2"]
    )


class Period(Group):
    """A span of days; either end may be open."""

    start: Date | None = Field(
        None, alias="from", title="С", description="Первый день.", examples=["2026-09-01"]
    )
    end: Date | None = Field(
        None, alias="to", title="По", description="Последний день.", examples=["2027-05-31"]
    )


class GradeRange(Group):
    """School grades."""

    first: Annotated[int, Field(ge=1, le=11, strict=True)] = Field(
        alias="from", title="С класса", description="Первый класс.", examples=[5]
    )
    last: Annotated[int, Field(ge=1, le=11, strict=True)] = Field(
        alias="to", title="По класс", description="Последний класс.", examples=[6]
    )


class Rights(Group):
    """On what ground the text is published; the paper itself stays with the operator."""

    basis: Annotated[Chosen, FromVocabulary("rights-bases")] = Field(
        title="Основание", description="Почему текст можно публиковать."
    )
    number: Line | None = Field(None, title="Номер", description="Номер документа в журнале оператора.")
    date: Date | None = Field(None, title="Дата", description="Дата документа.")
    valid_until: Date | None = Field(
        None, title="Действует до", description="Если согласие дано на срок: его последний день."
    )
    withdrawn_on: Date | None = Field(
        None, title="Отозвано", description="День, когда автор отозвал согласие: запись надо убрать с сайта."
    )


class Author(Group):
    """Who made it, by role and organization; a name is never stored."""

    role: Line = Field(
        title="Роль",
        description="Должность или группа, без фамилий.",
        examples=["творческая группа учителей литературы"],
    )
    organization: OrganizationId | None = Field(None, title="Организация", description="Где работает.")


class DatedCount(Group):
    """A number that was true on a day."""

    number: Whole = Field(title="Количество", description="Целое число.")
    as_of: Date = Field(title="По состоянию на", description="День, на который число верно.")


class Decision(Group):
    """An act that began or ended something."""

    act: CitedActId | None = Field(
        None, title="Документ", description="Идентификатор документа из справочника."
    )
    date: Date | None = Field(None, title="Дата", description="День решения.")
    reason: Line | None = Field(None, title="Причина", description="Почему, одной строкой.")
