"""Карта доказательств: the positions that a management cycle is judged by, and what of a base proves each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from metodbank.models.fields import Chosen, FromVocabulary, Group, Identifier, Line, Summary
from metodbank.models.record import Theme


class Place(StrEnum):
    """What proves something without being a record of a register."""

    BASIS_ACT = "basis-act"
    FRAMEWORK_ACTS = "framework-acts"
    FRAMEWORKS = "frameworks"
    CYCLE = "cycle"


class Proof(Group):
    """One rule: which things prove a position, and in which words that is said beside their links."""

    why: Line = Field(title="Что доказывает", description="Слова рядом со ссылкой.")
    place: Place | None = Field(None, title="Место", description="Документ или страница базы.")
    objects: tuple[Annotated[Chosen, FromVocabulary("requirement-objects")], ...] = Field(
        (), title="Требования", description="Чем база отвечает на требования этого вида."
    )
    indicators: tuple[Chosen, ...] = Field(
        (), title="Показатели", description="Страницы показателей, у которых есть значение."
    )
    kind: Annotated[Chosen, FromVocabulary("kinds")] | None = Field(
        None, title="Раздел", description="Записи раздела; ниже — какие из них."
    )
    of: tuple[Chosen, ...] = Field((), title="Вид", description="Одно из этих значений поля kind.")
    themes: tuple[Theme, ...] = Field((), title="Темы", description="Хотя бы одна из этих тем.")
    states: tuple[Chosen, ...] = Field((), title="Состояние", description="Одно из этих значений state.")

    @property
    def values(self) -> dict[str, tuple[str, ...]]:
        """Return the fields of a record that decide, with the values of which each must have one."""
        said = {"kind": self.of, "themes": self.themes, "state": self.states}
        return {name: values for name, values in said.items() if values}

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        sources = (self.place is not None, bool(self.objects), bool(self.indicators), self.kind is not None)
        if sum(sources) != 1 or (self.values and self.kind is None):
            raise PydanticCustomError("one_source", "exactly one source")
        return self


class Position(Group):
    """One position of a form."""

    id: Identifier = Field(title="Идентификатор", description="По нему позицию находят на странице.")
    title: Line = Field(title="Позиция", description="Как её называют.")
    asked: Summary = Field(title="О чём спрашивают", description="Простыми словами.")
    cure: Summary = Field(title="Что добавить", description="Если доказать нечем.")
    proofs: tuple[Proof, ...] = Field(min_length=1, title="Чем доказывается", description="По порядку.")


class PositionGroup(Group):
    """Positions that one form asks for."""

    id: Identifier = Field(title="Идентификатор", description="По нему раздел находят на странице.")
    title: Line = Field(title="Раздел", description="Как он называется.")
    source: Summary = Field(title="Откуда", description="Документ, и сверен ли его текст.")
    positions: tuple[Position, ...] = Field(min_length=1, title="Позиции", description="По порядку.")


class EvidenceMap(Group):
    """All positions, and how many links a form takes for each."""

    links: Annotated[int, Field(ge=1, le=20, strict=True)] = Field(
        title="Ссылок на позицию", description="Сколько ссылок принимает форма."
    )
    groups: tuple[PositionGroup, ...] = Field(min_length=1, title="Разделы", description="По порядку.")

    @model_validator(mode="after")
    def _has_each_id_once(self) -> Self:
        ids = [group.id for group in self.groups]
        ids += [each.id for group in self.groups for each in group.positions]
        if len(ids) != len(set(ids)):
            raise PydanticCustomError("double_id", "an id stands twice")
        return self
