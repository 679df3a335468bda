"""Субъект системы: кто в ней действует, на каком уровне, с какими функциями и по какому документу."""

from __future__ import annotations

from pydantic import Field

from metodbank.models.fields import (
    ActorId,
    ChannelId,
    Flag,
    Group,
    Line,
    OrganizationId,
    Summary,
)
from metodbank.models.parts import ActClause
from metodbank.models.record import Level


class ActorFunction(ActClause):
    """One thing that the actor does, and where that is said."""

    text: Summary = Field(title="Функция", description="Что делает, коротко.")


class Actor(Group):
    """One actor of reference/actors.yml: a kind of organization or a body, not an organization itself."""

    title: Line = Field(
        title="Субъект", description="Как называется.", examples=["муниципальная методическая служба"]
    )
    abbreviations: tuple[Line, ...] = Field((), title="Сокращения", description="Как его сокращают.")
    level: Level = Field(title="Уровень", description="На каком уровне системы действует.")
    document_level: Line | None = Field(
        None, title="Уровень в документе", description="Если документ относит его к другому уровню."
    )
    optional: Flag = Field(
        False, title="При наличии", description="Документ говорит «при наличии»: отсутствие не пробел."
    )
    sources: tuple[ActClause, ...] = Field(
        min_length=1, title="Где назван", description="Документ и пункт, где субъект перечислен."
    )
    functions: tuple[ActorFunction, ...] = Field(
        (), title="Функции", description="Что делает и по какому пункту."
    )
    organizations: tuple[OrganizationId, ...] = Field(
        (), title="Кто это здесь", description="Организации базы, которые действуют как этот субъект."
    )
    part_of: ActorId | None = Field(
        None, title="В составе", description="Субъект, внутри которого действует."
    )
    channels: tuple[ChannelId, ...] = Field((), title="Каналы", description="Как с ним взаимодействуют.")
    note: Summary | None = Field(None, title="Примечание", description="Разночтения документов.")
