"""Документ: закон, приказ, положение, соглашение, протокол."""

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
    Summary,
    TerritoryId,
    Url,
)
from metodbank.models.parts import ActClause
from metodbank.models.record import Level


class Act(Group):
    """One act of reference/acts.yml."""

    kind: Annotated[Chosen, FromVocabulary("act-kinds")] = Field(
        title="Вид документа", description="Приказ, положение, соглашение и другие.", examples=["order"]
    )
    number: Line | None = Field(None, title="Номер", description="Как в документе.", examples=["214"])
    date: Date | None = Field(
        None, title="Дата", description="День подписания; пусто, если неизвестен.", examples=["2025-08-20"]
    )
    issuer: Line | None = Field(
        None,
        title="Кто издал",
        description="Орган или организация; пусто, если неизвестно.",
        examples=["Управление образования"],
    )
    title: Line | None = Field(
        None,
        title="Название",
        description="Как в документе, без вида, номера и даты; пусто, если его не приводят.",
    )
    state: Annotated[Chosen, FromVocabulary("act-states")] = Field(
        title="Состояние документа", description="Действует, утратил силу, проект.", examples=["in-force"]
    )
    level: Level | None = Field(None, title="Уровень", description="Чей это документ.")
    territory: TerritoryId | None = Field(None, title="Территория", description="Где действует.")
    summary: Summary | None = Field(None, title="Коротко", description="О чём документ и чем важен учителю.")
    based_on: tuple[ActId, ...] = Field(
        (), title="Основан на", description="Документы, во исполнение которых издан."
    )
    amends: tuple[ActId, ...] = Field(
        (), title="Вносит изменения в", description="Документы, новую редакцию которых он даёт."
    )
    superseded_by: ActId | None = Field(
        None, title="Позднее принят", description="Более новый документ о том же."
    )
    url: Url | None = Field(None, title="Текст документа", description="Адрес официальной публикации.")
    file: AttachedFile | None = Field(None, title="Файл", description="Файл из папки files/<id документа>.")
    registration: Line | None = Field(
        None, title="Регистрация", description="Где и под каким номером зарегистрирован."
    )
    cited_in: tuple[ActClause, ...] = Field(
        (), title="Где упомянут", description="Документы базы, которые на него ссылаются, и пункты."
    )
    note: Summary | None = Field(
        None,
        title="Примечание",
        description="Что важно знать тому, кто ищет документ: разночтения, опечатки.",
    )
    verified_on: Date | None = Field(None, title="Сверен", description="Когда сверяли состояние документа.")
