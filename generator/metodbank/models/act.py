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
from metodbank.models.record import Level


class Act(Group):
    """One act of reference/acts.yml."""

    kind: Annotated[Chosen, FromVocabulary("act-kinds")] = Field(
        title="Вид документа", description="Приказ, положение, соглашение и другие.", examples=["order"]
    )
    number: Line | None = Field(None, title="Номер", description="Как в документе.", examples=["214"])
    date: Date = Field(title="Дата", description="День подписания.", examples=["2025-08-20"])
    issuer: Line = Field(
        title="Кто издал", description="Орган или организация.", examples=["Управление образования"]
    )
    title: Line = Field(title="Название", description="Как в документе, без вида, номера и даты.")
    state: Annotated[Chosen, FromVocabulary("act-states")] = Field(
        title="Состояние документа", description="Действует, утратил силу, проект.", examples=["in-force"]
    )
    level: Level | None = Field(None, title="Уровень", description="Чей это документ.")
    territory: TerritoryId | None = Field(None, title="Территория", description="Где действует.")
    summary: Summary | None = Field(None, title="Коротко", description="О чём документ и чем важен учителю.")
    based_on: tuple[ActId, ...] = Field(
        (), title="Основан на", description="Документы, во исполнение которых издан."
    )
    superseded_by: ActId | None = Field(None, title="Заменён документом", description="Более новый документ.")
    url: Url | None = Field(None, title="Текст документа", description="Адрес официальной публикации.")
    file: AttachedFile | None = Field(None, title="Файл", description="Файл из папки files/<id документа>.")
    verified_on: Date | None = Field(None, title="Сверен", description="Когда сверяли состояние документа.")
