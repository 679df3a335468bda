"""Годовой цикл: the stages that the monitoring of a year goes through, and what shows that one is there."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from metodbank.models.fields import Chosen, FromVocabulary, Group, Identifier, Line, Summary


class StageHolds(StrEnum):
    """What a stage shows beside its reports."""

    TARGETS = "targets"
    FIGURES = "figures"
    RECOMMENDATIONS = "recommendations"
    MEASURES = "measures"


class CycleStage(Group):
    """One stage: what it is, which reports and requirements are of it, how to add what is missing."""

    id: Identifier = Field(title="Идентификатор", description="По нему стадию находят на странице.")
    title: Line = Field(title="Стадия", description="Одним-двумя словами.")
    about: Summary = Field(title="Что это", description="Одно простое предложение.")
    reports: tuple[Annotated[Chosen, FromVocabulary("report-kinds")], ...] = Field(
        (), title="Виды отчётов", description="Отчёт первого вида и есть стадия, остальные — её часть."
    )
    objects: tuple[Annotated[Chosen, FromVocabulary("requirement-objects")], ...] = Field(
        (), title="Требования", description="Что требуют документы, когда говорят об этой стадии."
    )
    holds: StageHolds | None = Field(None, title="Что ещё", description="Цели, числа, рекомендации, меры.")
    cure: Summary = Field(title="Чтобы появилось", description="Что внести в базу.")


class CycleStages(Group):
    """The stages in their order."""

    stages: tuple[CycleStage, ...] = Field(min_length=1, title="Стадии", description="По порядку.")
