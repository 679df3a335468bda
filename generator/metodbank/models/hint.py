"""Правило подсказки: что из записей базы помогает показателю и почему.

Nothing here is found: a rule is data, and the base is looked through by it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import Chosen, FromVocabulary, Group, Identifier, Summary
from metodbank.models.indicator import Condition


class Helping(Group):
    """Records of one kind that serve the indicator, and the sentence that says why."""

    id: Identifier = Field(
        title="Идентификатор",
        description="В пределах правила: по нему регион заменяет или убирает.",
        examples=["mentors"],
    )
    kind: Annotated[Chosen, FromVocabulary("kinds")] = Field(
        title="Раздел", description="Какие записи помогают.", examples=["practice"]
    )
    conditions: tuple[Condition, ...] = Field(
        (), title="Условия", description="Все сразу; пусто — все записи раздела."
    )
    why: Summary = Field(
        title="Почему", description="Чем такие записи помогают показателю, одним предложением."
    )


class HelpingMeasures(Group):
    """Rows of roadmaps that serve the indicator; conditions name the fields of a row."""

    id: Identifier = Field(
        title="Идентификатор",
        description="В пределах правила: по нему регион заменяет или убирает.",
        examples=["measures"],
    )
    conditions: tuple[Condition, ...] = Field(
        (), title="Условия", description="О полях строки: направление, системообразующее мероприятие…"
    )
    why: Summary = Field(title="Почему", description="Чем эти мероприятия помогают, одним предложением.")


class Hint(Group):
    """One rule of reference/hints/ or of the standard."""

    indicators: tuple[Chosen, ...] = Field(
        min_length=1,
        title="Показатели",
        description="Каким показателям помогает.",
        examples=[["young-teachers-support-share"]],
    )
    about: Summary = Field(
        title="На чём основано",
        description="Отчего растёт показатель, а если помочь записями нельзя — почему.",
    )
    records: tuple[Helping, ...] = Field((), title="Записи", description="Что поможет из разделов базы.")
    measures: tuple[HelpingMeasures, ...] = Field(
        (), title="Мероприятия", description="Что поможет из дорожных карт."
    )
    dropped: tuple[Chosen, ...] = Field(
        (), title="Убрано", description="Идентификаторы стандартных групп, которых регион не показывает."
    )

    @property
    def groups(self) -> tuple[Helping | HelpingMeasures, ...]:
        """Return all groups of the rule, records first."""
        return (*self.records, *self.measures)
