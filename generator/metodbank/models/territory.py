"""Территория: регион или муниципальное образование."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import Chosen, Date, FromVocabulary, Group, Line, TerritoryId, Text
from metodbank.models.parts import Contact


class Territory(Group):
    """One territory of reference/territories.yml."""

    name: Line = Field(
        title="Название", description="Полное название.", examples=["Заречный муниципальный округ"]
    )
    short_name: Line | None = Field(
        None, title="Кратко", description="Как говорят.", examples=["Заречный округ"]
    )
    kind: Annotated[Chosen, FromVocabulary("territory-kinds")] = Field(
        title="Вид территории", description="Субъект, муниципальный округ, городской округ и другие."
    )
    parent: TerritoryId | None = Field(None, title="Входит в", description="Регион, в который входит.")
    oktmo: Line | None = Field(
        None, title="ОКТМО", description="Восемь или одиннадцать цифр в кавычках.", examples=["00601000"]
    )
    about: Text | None = Field(None, title="О территории", description="Что важно знать методисту.")
    contact: Contact | None = Field(
        None, title="Кому позвонить", description="Методическая служба территории."
    )
    valid_from: Date | None = Field(None, title="Существует с", description="День образования.")
    valid_until: Date | None = Field(None, title="Существовала по", description="День упразднения.")
    predecessors: tuple[TerritoryId, ...] = Field(
        (), title="Прежде", description="Какие территории объединены."
    )
