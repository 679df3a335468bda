"""Отчёт: мониторинг, аналитическая справка, адресные рекомендации, управленческое решение."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import (
    ActId,
    Chosen,
    Date,
    FromVocabulary,
    Group,
    Line,
    OrganizationId,
    ReportId,
    Summary,
    TerritoryId,
    Text,
)
from metodbank.models.parts import Period
from metodbank.models.record import RegisterRecord, Theme


class Recommendation(Group):
    """What is asked of whom, and by when."""

    text: Summary = Field(title="Что сделать", description="Одно действие, которое можно проверить.")
    addressees: tuple[OrganizationId, ...] = Field(
        (), title="Кому", description="Организации из справочника."
    )
    addressee: Line | None = Field(
        None,
        title="Кому, словами",
        description="Если адресат — не одна организация.",
        examples=["школам, где нет площадок"],
    )
    due: Date | None = Field(None, title="Срок", description="До какого дня.", examples=["2026-12-15"])
    state: Annotated[Chosen, FromVocabulary("recommendation-states")] = Field(
        "unknown", title="Состояние", description="Выполнена ли; по умолчанию сведений нет."
    )
    outcome: Summary | None = Field(None, title="Что сделано", description="Чем закончилось, коротко.")
    done_in: ReportId | None = Field(None, title="Где видно", description="Отчёт, который это подтверждает.")


class Report(RegisterRecord):
    """Отчёт одного шага управленческого цикла: от мониторинга до оценки принятых мер."""

    kind: Annotated[Chosen, FromVocabulary("report-kinds")] = Field(
        title="Вид отчёта",
        description="Мониторинг, аналитическая справка, адресные рекомендации, решение и другие.",
        examples=["analytical-note"],
    )
    period: Period = Field(title="За какой период", description="О каких днях отчёт.")
    state: Annotated[Chosen, FromVocabulary("report-states")] = Field(
        "preliminary", title="Утверждение", description="Предварительный или утверждён документом."
    )
    act: ActId | None = Field(None, title="Документ", description="Чем утверждён или введён.")
    prepared_on: Date | None = Field(None, title="Подготовлен", description="День, когда готов.")
    based_on: tuple[ReportId, ...] = Field(
        (), title="Основан на", description="Отчёты предыдущего шага цикла."
    )
    territories: tuple[TerritoryId, ...] = Field(
        (), title="О каких территориях", description="Если не обо всех."
    )
    themes: tuple[Theme, ...] = Field((), title="Темы", description="Темы методической работы.")
    subject: Text | None = Field(None, title="Что смотрели", description="Предмет, способ, источники данных.")
    conclusions: tuple[Text, ...] = Field((), title="Выводы", description="По одному в пункте.")
    recommendations: tuple[Recommendation, ...] = Field(
        (), title="Рекомендации", description="Кому, что и к какому сроку."
    )
