"""Канал взаимодействия участников системы."""

from __future__ import annotations

from pydantic import Field

from metodbank.models.fields import Group, Line, Summary, Url
from metodbank.models.parts import ActClause


class Channel(Group):
    """One channel of reference/channels.yml."""

    title: Line = Field(title="Канал", description="Как называется.", examples=["прямые связи"])
    description: Summary | None = Field(None, title="Как работает", description="Что через него делают.")
    examples: tuple[Line, ...] = Field((), title="Что сюда входит", description="Виды связи внутри канала.")
    sources: tuple[ActClause, ...] = Field(min_length=1, title="Где назван", description="Документ и пункт.")
    url: Url | None = Field(None, title="Адрес", description="Если у канала есть страница.")
