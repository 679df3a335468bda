"""Требование: что документ велит иметь — реестр, банк, план, справку — и чем база на это отвечает."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import (
    ActId,
    Chosen,
    EventId,
    Flag,
    FromVocabulary,
    Group,
    Line,
    ReportId,
    RoadmapId,
    Summary,
    Url,
)
from metodbank.models.parts import ActClause
from metodbank.models.record import Level


class Requirement(Group):
    """One requirement of reference/requirements.yml."""

    title: Line = Field(
        title="Что требуется",
        description="Как называет документ.",
        examples=["реестр стажировочных площадок"],
    )
    object: Annotated[Chosen, FromVocabulary("requirement-objects")] = Field(
        title="Что это", description="Реестр, документ, справка, раздел сайта."
    )
    level: Level | None = Field(None, title="Уровень", description="От кого требуется.")
    sources: tuple[ActClause, ...] = Field(min_length=1, title="Где сказано", description="Документ и пункт.")
    optional: Flag = Field(False, title="При наличии", description="Отсутствие не пробел.")
    kept_as: Annotated[Chosen, FromVocabulary("kinds")] | None = Field(
        None,
        title="Раздел базы",
        description="Какой раздел базы отвечает на требование. Документ, отчёт, событие, карту, "
        "организацию, если требуется не их реестр, называют поимённо.",
        examples=["practice"],
    )
    acts: tuple[ActId, ...] = Field((), title="Документы", description="Документы, которые его выполняют.")
    roadmaps: tuple[RoadmapId, ...] = Field((), title="Дорожные карты", description="Если требуется она.")
    reports: tuple[ReportId, ...] = Field((), title="Отчёты", description="Справки, рекомендации, решения.")
    events: tuple[EventId, ...] = Field((), title="События", description="Если требуется провести.")
    url: Url | None = Field(None, title="Вне базы", description="Если это ведут на другом сайте.")
    note: Summary | None = Field(
        None, title="Примечание", description="Например, почему публикуется только сводное число."
    )
