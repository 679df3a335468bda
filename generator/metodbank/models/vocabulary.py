"""Словарь: значения поля с русскими названиями, стандартные и добавленные регионом."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from metodbank.models.fields import Chosen, Flag, FromVocabulary, Group, Identifier, Line, Summary


class Term(Group):
    """One value of a vocabulary."""

    title: Line = Field(title="Название", description="Как значение называется на сайте.")
    description: Summary | None = Field(None, title="Пояснение", description="Одно-два предложения.")
    group: Line | None = Field(
        None, title="Раздел", description="Под каким заголовком стоит в длинном списке."
    )
    abbreviations: tuple[Line, ...] = Field((), title="Сокращения", description="Как ещё говорят.")
    types: tuple[Annotated[Chosen, FromVocabulary("difficulty-types")], ...] = Field(
        (), title="Виды дефицита", description="Для затруднений: к каким видам относится."
    )
    themes: tuple[Annotated[Chosen, FromVocabulary("themes")], ...] = Field(
        (), title="Темы", description="Для затруднений: какие темы помогают."
    )
    hidden: Flag = Field(
        False, title="Скрыто", description="Значение больше не предлагается и не показывается в отборах."
    )


class Vocabulary(Group):
    """A vocabulary after the standard and the region's own file were laid over each other."""

    title: Line = Field(title="Название словаря", description="Что в нём.")
    help: Summary | None = Field(None, title="Пояснение", description="Что из него выбирают.")
    closed: Flag = Field(
        False, title="Закрытый", description="Регион меняет названия, но не добавляет значений."
    )
    entries: dict[Identifier, Term] = Field(title="Значения", description="Идентификатор и название каждого.")
    is_unreadable: Flag = Field(
        False, title="Не прочитан", description="Файл региона не прочитался: его значения неизвестны."
    )
    set_aside: tuple[Identifier, ...] = Field(
        (), title="Отложены", description="Значения файла региона, в которых есть ошибка."
    )

    def may_hold(self, identifier: str) -> bool:
        """Return whether the value is there, or may be in what an error keeps out."""
        return self.is_unreadable or identifier in self.entries or identifier in self.set_aside


class TermOverride(Group):
    """What a region says of a standard value: only what differs."""

    title: Line | None = Field(None, title="Название", description="Как значение называется на сайте.")
    description: Summary | None = Field(None, title="Пояснение", description="Одно-два предложения.")
    group: Line | None = Field(None, title="Раздел", description="Под каким заголовком стоит.")
    abbreviations: tuple[Line, ...] | None = Field(None, title="Сокращения", description="Как ещё говорят.")
    types: tuple[Annotated[Chosen, FromVocabulary("difficulty-types")], ...] | None = Field(
        None, title="Виды дефицита", description="Для затруднений."
    )
    themes: tuple[Annotated[Chosen, FromVocabulary("themes")], ...] | None = Field(
        None, title="Темы", description="Для затруднений."
    )
    hidden: Flag | None = Field(None, title="Скрыто", description="Убрать значение из отборов.")


class VocabularyOverlay(Group):
    """The head of a file of reference/vocabularies/; its `entries` are `TermOverride`s by id."""

    title: Line | None = Field(None, title="Название словаря", description="Если нужно другое.")
    help: Summary | None = Field(None, title="Пояснение", description="Если нужно другое.")
