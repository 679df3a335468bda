"""The documented shape of definitions: what an indicator is, and which documents ask for it.

Each class is a part of `data/indicators.json`; its fields and their Russian descriptions make the schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

Id = Annotated[str, Field(description="Идентификатор.")]
Title = Annotated[str, Field(description="Полное название.")]
ShortTitle = Annotated[str, Field(description="Короткое название, для таблиц.")]
Note = Annotated[str, Field(description="Примечание; пусто, если его нет.")]
Changed = Annotated[
    tuple[str, ...],
    Field(description="Что регион изменил в стандартном определении, по-русски; пусто — ничего."),
]


@dataclass(frozen=True, slots=True)
class AmbiguityData:
    """What the documents leave open, and how it is read."""

    id: Id
    question: Annotated[str, Field(description="Что документы не говорят или говорят по-разному.")]
    reading: Annotated[str, Field(description="Как это прочитано здесь.")]


@dataclass(frozen=True, slots=True)
class WordingData:
    """How one act calls the indicator."""

    text: Annotated[str, Field(description="Формулировка документа, слово в слово.")]
    where: Annotated[str, Field(description="Документ и пункт.")]


@dataclass(frozen=True, slots=True)
class RelatedData:
    """Another indicator that is to be read beside this one."""

    indicator: Id
    short_title: ShortTitle
    relation: Annotated[str, Field(description="Связь: follows, part-of, see-also или своя.")]
    relation_text: Annotated[str, Field(description="Связь по-русски.")]
    note: Note


@dataclass(frozen=True, slots=True)
class IndicatorData:
    """The definition of an indicator as it stands in the base."""

    id: Id
    title: Title
    short_title: ShortTitle
    unit: Annotated[str, Field(description="Единица: percent, per-one, yes-no или count.")]
    unit_text: Annotated[str, Field(description="Единица по-русски.")]
    direction: Annotated[str, Field(description="at-least — чем больше, тем лучше; at-most — наоборот.")]
    direction_text: Annotated[str, Field(description="Что лучше, по-русски.")]
    numerator: Annotated[str, Field(description="Числитель словами.")]
    denominator: Annotated[str, Field(description="Знаменатель словами; пусто, если его нет.")]
    one_unit: Annotated[str, Field(description="Что считается одной единицей.")]
    accumulation: Annotated[str, Field(description="За год или нарастающим итогом, по-русски.")]
    scope: Annotated[str, Field(description="Для кого считается, по-русски.")]
    frequency: Annotated[str, Field(description="Как часто собирают; пусто, если не сказано.")]
    wordings: Annotated[tuple[WordingData, ...], Field(description="Как говорят документы.")]
    related: Annotated[tuple[RelatedData, ...], Field(description="Что читать рядом.")]
    ambiguities: Annotated[tuple[AmbiguityData, ...], Field(description="Что документы не говорят.")]
    note: Note
    is_own: Annotated[bool, Field(description="Показатель региона: в стандарте такого нет.")]
    file: Annotated[str, Field(description="Файл региона с изменениями; пусто, если стандарт не менялся.")]
    changed: Changed


@dataclass(frozen=True, slots=True)
class TargetData:
    """What an act wants of one year."""

    year: Annotated[int, Field(description="К концу какого года.")]
    raw: Annotated[str, Field(description="Как написано в документе.")]
    text: Annotated[str, Field(description="Цель словами: «не менее 30 %»; пусто, если не установлена.")]
    value: Annotated[
        float | None,
        Field(description="Число; null — не установлено или числа нет. Никогда не 0 вместо null."),
    ]
    operator: Annotated[str, Field(description="at-least, at-most, yes; пусто, если цель не установлена.")]
    operator_inferred: Annotated[bool, Field(description="В документе нет слов «не менее» и «не более».")]
    is_retrospective: Annotated[bool, Field(description="Цель установлена задним числом.")]
    note: Note


@dataclass(frozen=True, slots=True)
class StatementData:
    """One row of an act's list."""

    framework: Annotated[str, Field(description="Идентификатор системы показателей.")]
    id: Id
    number: Annotated[str, Field(description="Номер в документе; пусто, если его нет.")]
    clause: Annotated[str, Field(description="Пункт документа.")]
    part: Annotated[str, Field(description="Часть документа, если списков несколько.")]
    group: Annotated[str, Field(description="Заголовок, под которым пункт стоит.")]
    indicator: Annotated[str, Field(description="Идентификатор показателя.")]
    name: Annotated[str, Field(description="Название, слово в слово.")]
    footnote: Annotated[str, Field(description="Что в названии не так, как значит.")]
    unit: Annotated[str, Field(description="Единица в документе, по-русски.")]
    base_in_document: Annotated[str, Field(description="От чего считает долю документ, если сказано.")]
    event: Annotated[str, Field(description="Участие или завершение засчитывается, по-русски.")]
    applies_to: Annotated[str, Field(description="territory — к каждой территории, region — только в целом.")]
    same_as: Annotated[str, Field(description="Идентификатор пункта, который повторяет этот.")]
    ambiguities: Annotated[tuple[AmbiguityData, ...], Field(description="Неясности этого пункта.")]
    targets: Annotated[tuple[TargetData, ...], Field(description="Целевые значения по годам.")]
    dropped_reason: Annotated[
        str, Field(description="Почему регион исключил пункт; пусто, если не исключал.")
    ]
    changed: Changed


@dataclass(frozen=True, slots=True)
class FrameworkData:
    """The list of one act."""

    id: Id
    title: Title
    short_title: ShortTitle
    act: Annotated[str, Field(description="Идентификатор документа в базе; пусто, если его нет.")]
    citation: Annotated[str, Field(description="Реквизиты документа.")]
    act_date: Annotated[date | None, Field(description="Дата документа.")]
    state: Annotated[str, Field(description="Что известно о документе, по-русски.")]
    superseded_by: Annotated[str, Field(description="Чем заменена; пусто, если ничем.")]
    from_year: Annotated[int | None, Field(description="Первый год.")]
    to_year: Annotated[int | None, Field(description="Последний год.")]
    note: Note
    not_given: Annotated[
        tuple[str, ...],
        Field(
            description="Реквизиты документов, на перечни показателей которых этот ссылается и которых нет."
        ),
    ]
    is_followed: Annotated[bool, Field(description="По этой системе оценивают базу.")]
    is_own: Annotated[bool, Field(description="Система региона: в стандарте такой нет.")]
    file: Annotated[str, Field(description="Файл региона; пусто, если стандарт не менялся.")]
    changed: Changed
