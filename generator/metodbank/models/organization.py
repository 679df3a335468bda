"""Организация: школа, методическая служба, институт, орган управления."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import (
    Chosen,
    Date,
    FromVocabulary,
    Group,
    Line,
    OrganizationId,
    TerritoryId,
    Url,
)
from metodbank.models.parts import Contact


class Organization(Group):
    """One organization of reference/organizations.yml."""

    name: Line = Field(
        title="Полное название",
        description="Как в уставе.",
        examples=["МБОУ «Средняя школа № 2 посёлка Заречный»"],
    )
    short_name: Line = Field(
        title="Краткое название", description="Как говорят.", examples=["Школа № 2, Заречный"]
    )
    kind: Annotated[Chosen, FromVocabulary("organization-kinds")] = Field(
        title="Вид организации",
        description="Школа, методическая служба, институт и другие.",
        examples=["school"],
    )
    territory: TerritoryId = Field(
        title="Территория", description="Идентификатор из reference/territories.yml."
    )
    parent: OrganizationId | None = Field(None, title="Входит в", description="Вышестоящая организация.")
    inn: Line | None = Field(
        None, title="ИНН", description="Десять цифр в кавычках: ИНН организации.", examples=["0012345673"]
    )
    ogrn: Line | None = Field(
        None, title="ОГРН", description="Тринадцать цифр в кавычках.", examples=["1200000001233"]
    )
    website: Url | None = Field(
        None, title="Сайт", description="Официальный сайт.", examples=["https://school.example.org/"]
    )
    address: Line | None = Field(None, title="Адрес", description="Почтовый адрес.")
    contact: Contact | None = Field(None, title="Контакт", description="Служебный телефон и почта.")
    programs_complete_on: Date | None = Field(
        None,
        title="Реестр программ полон на",
        description="День, на который в базе есть все программы организации: "
        "без него долю программ не посчитать.",
    )
    closed_on: Date | None = Field(None, title="Закрыта", description="День ликвидации или присоединения.")
