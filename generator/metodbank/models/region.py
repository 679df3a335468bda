"""Кто мы: настройки базы знаний из region.yml."""

from __future__ import annotations

import re
import warnings
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from metodbank.models.fields import ActId, Chosen, Group, Line, OrganizationId, Summary, TerritoryId, Url
from metodbank.models.parts import Contact
from metodbank.models.record import SCHEMA_VERSION, Level


class Nature(StrEnum):
    """What the base is: it decides the notice on every page."""

    OFFICIAL = "official"
    DEMONSTRATION = "demonstration"
    EXAMPLE = "example"


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise PydanticCustomError("time_zone", "no such time zone") from None
    return name


def _pattern(text: str) -> str:
    try:
        with warnings.catch_warnings(action="error"):
            re.compile(text)
    except (re.error, FutureWarning, DeprecationWarning):
        raise PydanticCustomError("pattern", "no regular expression") from None
    return text


def _address_with_slash(address: str) -> str:
    return address if address.endswith("/") else address + "/"


class SourceHost(Group):
    """Where the records are kept, so that a reader can correct one."""

    url: Url = Field(
        title="Адрес репозитория",
        description="Где лежат записи.",
        examples=["https://git.example.org/metodbank"],
    )
    edit_url: Url = Field(
        title="Адрес правки", description="Адрес, к которому дописывается путь файла.",
        examples=["https://git.example.org/metodbank/edit/main/"],
    )  # fmt: skip


class Region(Group):
    """region.yml."""

    schema_version: Annotated[int, Field(ge=1, le=SCHEMA_VERSION, strict=True)] = Field(
        SCHEMA_VERSION, title="Версия формата", description="Ставится программой."
    )
    name: Line = Field(
        title="Название базы", description="Стоит в шапке каждой страницы.", examples=["Методбанк Приозёрья"]
    )
    description: Summary = Field(
        title="О чём база", description="Одно предложение для главной и для поисковиков."
    )
    level: Level = Field(title="Уровень", description="regional или municipal.", examples=["regional"])
    territory: TerritoryId = Field(
        title="Территория", description="Чья это база: идентификатор из territories.yml."
    )
    nature: Nature = Field(
        Nature.OFFICIAL,
        title="Вид базы",
        description="official — настоящая; demonstration — вымышленный регион; "
        "example — учебный пример по тексту приказа.",
    )
    notice: Summary | None = Field(
        None,
        title="Пометка на каждой странице",
        description="Если стандартная пометка вида базы не подходит.",
    )
    operator: OrganizationId = Field(title="Оператор", description="Организация, которая ведёт базу.")
    responsible: Line = Field(
        title="Ответственное подразделение", description="Отдел или кабинет, без фамилий."
    )
    contact: Contact = Field(title="Контакт оператора", description="Служебный телефон и почта.")
    basis_act: ActId | None = Field(
        None, title="Основание", description="Документ, по которому ведётся база."
    )
    official_publication: bool = Field(
        False, title="Официальное опубликование", description="Верно, только если это установлено документом."
    )
    site_url: Annotated[Url, AfterValidator(_address_with_slash)] | None = Field(
        None,
        title="Адрес сайта",
        description="Если известен: нужен карте сайта.",
        examples=["https://metodbank.example.org/"],
    )
    source_host: SourceHost | None = Field(
        None, title="Репозиторий", description="Включает ссылку «Исправить эту запись»."
    )
    time_zone: Annotated[str, AfterValidator(_time_zone)] = Field(
        "Europe/Moscow",
        title="Часовой пояс",
        description="По нему определяется сегодняшний день.",
        examples=["Asia/Yakutsk"],
    )
    federal_register_pattern: Annotated[Line, AfterValidator(_pattern)] | None = Field(
        None,
        title="Вид номера в Федеральном реестре",
        description="Регулярное выражение, с которым сверяются номера программ; без него номер любой.",
        examples=["[0-9]{6}"],
    )
    expertise_threshold: Annotated[int, Field(ge=1, le=100, strict=True)] | None = Field(
        None,
        title="Проходной балл экспертизы, в процентах",
        description="Доля высшей суммы баллов, с которой практику рекомендуют; без него не сверяется.",
        examples=[70],
    )
    frameworks: tuple[Chosen, ...] = Field(
        (),
        title="Системы показателей",
        description="По каким документам оценивают: идентификаторы систем, стандартных и своих.",
        examples=[["muya-2023"]],
    )
    small_group: Annotated[int, Field(ge=2, le=20, strict=True)] = Field(
        5, title="Малая группа", description="Сколько людей уже не скрывают в разбивке, от 2 до 20."
    )
    page_size: Annotated[int, Field(ge=5, le=200, strict=True)] = Field(
        24, title="Записей на странице списка", description="От 5 до 200."
    )
