"""The documents that are given out: all scores of a base, and the explanation of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from metodbank.open_data.definition_shapes import FrameworkData, IndicatorData, StatementData
from metodbank.open_data.score_shapes import AssessmentData, ScoreData

SCHEMA_VERSION: Literal[1] = 1
Version = Annotated[Literal[1], Field(description="Версия этой формы данных.")]
AsOf = Annotated[date, Field(description="На какой день всё посчитано.")]


@dataclass(frozen=True, slots=True)
class TerritoryData:
    """A territory of the base."""

    id: Annotated[str, Field(description="Идентификатор.")]
    title: Annotated[str, Field(description="Название.")]
    parent: Annotated[str, Field(description="В какую территорию входит; пусто для самой базы.")]


@dataclass(frozen=True, slots=True)
class BaseData:
    """Whose figures these are."""

    name: Annotated[str, Field(description="Название базы.")]
    territory: Annotated[str, Field(description="Идентификатор территории базы.")]
    nature: Annotated[
        Literal["official", "demonstration", "example"],
        Field(description="official — настоящая, demonstration — вымышлена, example — учебный пример."),
    ]
    small_group: Annotated[int, Field(description="Группы людей меньше этой скрыты.")]


Base = Annotated[BaseData, Field(description="Чья это база и с какой численности она показывает группы.")]


@dataclass(frozen=True, slots=True)
class IndicatorsFile:
    """Everything that is known of the indicators of a base: `data/indicators.json`."""

    schema_version: Version
    base: Base
    as_of: AsOf
    territories: Annotated[tuple[TerritoryData, ...], Field(description="Территории базы.")]
    frameworks: Annotated[tuple[FrameworkData, ...], Field(description="Системы, за которыми база следит.")]
    statements: Annotated[tuple[StatementData, ...], Field(description="Пункты этих систем.")]
    indicators: Annotated[tuple[IndicatorData, ...], Field(description="Определения показателей.")]
    scores: Annotated[tuple[ScoreData, ...], Field(description="Значения с основаниями.")]
    assessments: Annotated[tuple[AssessmentData, ...], Field(description="Оценки по целям.")]


@dataclass(frozen=True, slots=True)
class AskingData:
    """A statement that asks for the indicator."""

    framework: Annotated[FrameworkData, Field(description="Чей это пункт.")]
    statement: Annotated[StatementData, Field(description="Пункт с целями.")]
    assessment: Annotated[
        AssessmentData | None, Field(description="Оценка; null, если по этому пункту не оценивают.")
    ]


@dataclass(frozen=True, slots=True)
class WhyFile:
    """Everything that explains one value: what `metodbank why --format json` prints."""

    schema_version: Version
    base: Base
    as_of: AsOf
    indicator: Annotated[IndicatorData, Field(description="Определение показателя.")]
    score: Annotated[ScoreData, Field(description="Значение с основаниями.")]
    inside: Annotated[tuple[ScoreData, ...], Field(description="Значения территорий, которые входят в эту.")]
    providers: Annotated[tuple[ScoreData, ...], Field(description="Значения организаций.")]
    related: Annotated[tuple[ScoreData, ...], Field(description="Значения связанных показателей.")]
    asking: Annotated[tuple[AskingData, ...], Field(description="Пункты документов, которые его требуют.")]
