"""Направления работы системы и системообразующие мероприятия внутри них."""

from __future__ import annotations

from pydantic import Field

from metodbank.models.fields import DirectionId, Group, Line, Summary
from metodbank.models.parts import ActClause
from metodbank.models.record import Level


class Direction(Group):
    """One direction of reference/directions.yml."""

    title: Line = Field(title="Направление", description="Как в документе.")
    number: Line | None = Field(None, title="Номер", description="Как в документе.", examples=["1"])
    sources: tuple[ActClause, ...] = Field(min_length=1, title="Где названо", description="Документ и пункт.")


class SystemMeasure(Group):
    """One measure of reference/system-measures.yml: what an act asks of every region or municipality."""

    title: Summary = Field(title="Мероприятие", description="Как в документе, коротко.")
    number: Line | None = Field(None, title="Номер", description="Как в документе.", examples=["2"])
    direction: DirectionId = Field(title="Направление", description="Из reference/directions.yml.")
    level: Level = Field(title="Уровень", description="Кто его проводит.")
    sources: tuple[ActClause, ...] = Field(min_length=1, title="Где названо", description="Документ и пункт.")
