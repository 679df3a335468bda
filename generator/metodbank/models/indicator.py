"""Показатель: what is counted, out of what, for whom; a definition that several acts share.

Nothing here is computed: a definition is data, and so are the conditions of what it counts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from metodbank.models.fields import (
    Chosen,
    Flag,
    FromVocabulary,
    Group,
    Identifier,
    Line,
    Number,
    Summary,
)

PERCENT, PER_ONE, YES_NO, COUNT = "percent", "per-one", "yes-no", "count"
AT_LEAST, AT_MOST = "at-least", "at-most"
PEOPLE = "people"
TERRITORY, REGION, PROVIDER = "territory", "region", "provider"


class Moment(StrEnum):
    """The day that a condition is held against: the last day of the year, or the day asked for if earlier."""

    MOMENT = "moment"


class Completeness(StrEnum):
    """What must be known of a provider before its records are counted."""

    PROGRAMS_COMPLETE_ON = "programs_complete_on"


class TerritoryBy(StrEnum):
    """To which territory a record is counted: its own, or always that of its organization."""

    TERRITORY = "territory"
    ORGANIZATION = "organization"


def _flag_as_text(value: Any) -> Any:
    return ("true" if value else "false") if isinstance(value, bool) else value


ConditionValue = Annotated[Line, BeforeValidator(_flag_as_text)]
FieldPlace = Annotated[Line, Field(max_length=100)]


class Condition(Group):
    """What must be true of a record: one field and one test of it.

    A list passes `is` where any of its values is named, `is_not` where none is; a record in which the field
    is absent passes only `given: false`, `is_not`, or with `or_absent`.
    """

    field: FieldPlace = Field(
        title="Поле",
        description="Ключ записи; внутри группы — через точку.",
        examples=["federal_register.state"],
    )
    is_in: Annotated[tuple[ConditionValue, ...], Field(min_length=1)] | None = Field(
        None, alias="is", title="Равно", description="Одно из этих значений.", examples=[["included"]]
    )
    is_not: Annotated[tuple[ConditionValue, ...], Field(min_length=1)] | None = Field(
        None, title="Не равно", description="Ни одно из этих значений."
    )
    given: Flag | None = Field(None, title="Заполнено", description="true — заполнено, false — пусто.")
    not_after: Moment | None = Field(
        None, title="Не позже", description="Дата не позже дня, на который считают: moment."
    )
    not_before: Moment | None = Field(
        None, title="Не раньше", description="Дата не раньше дня, на который считают: moment."
    )
    holds: Moment | None = Field(
        None, title="Включает", description="Период включает день, на который считают: moment."
    )
    at_least: Number | None = Field(None, title="Не меньше", description="Число не меньше этого.")
    at_most: Number | None = Field(None, title="Не больше", description="Число не больше этого.")
    or_absent: Flag = Field(
        False, title="Или не заполнено", description="Запись с пустым полем тоже подходит."
    )

    @property
    def test(self) -> str:
        """Return the YAML key of the one test."""
        return self._tests()[0]

    def _tests(self) -> list[str]:
        keys = {"is": "is_in"} | {key: key for key in TESTS if key != "is"}
        return [key for key, name in keys.items() if getattr(self, name) is not None]

    @model_validator(mode="after")
    def _has_one_test(self) -> Self:
        if len(self._tests()) != 1:
            raise PydanticCustomError("one_test", "exactly one test")
        return self


TESTS = ("is", "is_not", "given", "not_after", "not_before", "holds", "at_least", "at_most")


class Register(Group):
    """The published records of one register that pass every condition."""

    kind: Annotated[Chosen, FromVocabulary("kinds")] = Field(
        title="Раздел", description="Какие записи считаются.", examples=["program"]
    )
    conditions: tuple[Condition, ...] = Field((), title="Условия", description="Все сразу.")
    distinct: FieldPlace | None = Field(
        None, title="Разные значения поля", description="Считаются не записи, а разные значения этого поля."
    )
    complete: Completeness | None = Field(
        None,
        title="Полнота",
        description="programs_complete_on: только записи организаций, у которых реестр программ полон.",
    )
    territory_by: TerritoryBy = Field(
        TerritoryBy.TERRITORY,
        title="Чья запись",
        description="territory — её территория, а нет её, то организации; organization — организации.",
    )


class RoadmapRows(Group):
    """Rows of the territory's roadmaps whose period holds the year; those cancelled by a decision are out."""

    states: tuple[Annotated[Chosen, FromVocabulary("measure-states")], ...] = Field(
        (),
        title="Состояния",
        description="В каких состояниях строки считаются; пусто — все, кроме отменённых.",
        examples=[["done", "done-late"]],
    )


class Cycle(Group):
    """Stages of the monitoring cycle; a stage is there when a report of that kind is."""

    stages: tuple[Annotated[Chosen, FromVocabulary("report-kinds")], ...] = Field(
        min_length=1, title="Стадии", description="Виды отчётов по порядку.", examples=[["monitoring"]]
    )
    total: Flag = Field(False, title="Все стадии", description="Считаются все стадии, а не пройденные.")


class Part(Group):
    """What a numerator or a denominator counts: in words, and whence it comes."""

    title: Line = Field(
        title="Что это", description="Словами, с маленькой буквы.", examples=["все педагоги до 35 лет"]
    )
    counted: Annotated[Chosen, FromVocabulary("counted-things")] = Field(
        title="Кого или что считают",
        description="Люди, команды, программы…: малые группы людей скрываются.",
        examples=["people"],
    )
    observed: Flag = Field(False, title="Из мониторинга", description="Числа вносят в папку monitoring.")
    register_records: Register | None = Field(
        None,
        alias="register",
        title="Из реестра",
        description="Записи раздела, которые подходят под условия.",
    )
    roadmap: RoadmapRows | None = Field(None, title="Из дорожной карты", description="Строки карты.")
    cycle: Cycle | None = Field(None, title="Из отчётов", description="Стадии цикла мониторинга.")

    @property
    def source(self) -> str:
        """Return the YAML key of the one source: observed, register, roadmap or cycle."""
        return self._sources()[0]

    def _sources(self) -> list[str]:
        said = (("observed", self.observed), ("register", self.register_records),
                ("roadmap", self.roadmap), ("cycle", self.cycle))  # fmt: skip
        return [name for name, value in said if value]

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        if len(self._sources()) != 1:
            raise PydanticCustomError("one_source", "exactly one source")
        return self


class Wording(Group):
    """How one act calls the indicator."""

    text: Summary = Field(title="Формулировка", description="Как в документе.")
    where: Line = Field(title="Где", description="Документ и пункт.")


class Related(Group):
    """Another indicator that is to be read beside this one."""

    indicator: Chosen = Field(title="Показатель", description="Его идентификатор.")
    relation: Annotated[Chosen, FromVocabulary("indicator-relations")] = Field(
        "see-also", title="Связь", description="Следует за ним, часть его или смотри также."
    )
    note: Summary | None = Field(None, title="Пояснение", description="Чем они отличаются.")


class Ambiguity(Group):
    """What the documents leave open, and how it is read here."""

    id: Identifier = Field(title="Идентификатор", description="По нему на неё ссылаются.", examples=["a10"])
    question: Summary = Field(title="Что неясно", description="В чём документы расходятся или молчат.")
    reading: Summary = Field(title="Как прочитано", description="Что принято и почему.")


class Indicator(Group):
    """One canonical definition of reference/indicators/ or of the standard."""

    title: Summary = Field(title="Показатель", description="Полное название.")
    short_title: Line = Field(title="Коротко", description="Для таблиц и карточек.")
    unit: Annotated[Chosen, FromVocabulary("indicator-units")] = Field(
        title="Единица", description="Процент, человек на одного методиста, да или нет, количество."
    )
    direction: Annotated[Chosen, FromVocabulary("indicator-directions")] = Field(
        AT_LEAST, title="Что лучше", description="at-least — больше, at-most — меньше."
    )
    numerator: Part = Field(title="Числитель", description="Кого или что считают.")
    denominator: Part | None = Field(None, title="Знаменатель", description="От чего считают долю.")
    one_unit: Summary = Field(title="Одна единица", description="Что считается одной единицей.")
    accumulation: Annotated[Chosen, FromVocabulary("accumulation")] = Field(
        "unspecified", title="Накопление", description="За год или нарастающим итогом."
    )
    scope: Annotated[Chosen, FromVocabulary("indicator-scopes")] = Field(
        TERRITORY, title="Для кого считается", description="Самое мелкое: территория, регион, организация."
    )
    breakdown_by_provider: Flag = Field(
        False, title="По организациям", description="Показывать ли значение каждой организации."
    )
    frequency: Line | None = Field(None, title="Как часто", description="Как часто собирают сведения.")
    wordings: tuple[Wording, ...] = Field((), title="Формулировки", description="Как говорят документы.")
    related: tuple[Related, ...] = Field((), title="Связанные показатели", description="Что читать рядом.")
    ambiguities: tuple[Ambiguity, ...] = Field((), title="Неясности", description="Что документы не говорят.")
    note: Summary | None = Field(None, title="Примечание", description="Что ещё знать.")

    @property
    def counts_people(self) -> bool:
        """Return whether small values of it would tell of persons."""
        parts = (self.numerator, self.denominator)
        return any(part is not None and part.counted == PEOPLE for part in parts)

    @property
    def is_observed(self) -> bool:
        """Return whether its figures come from monitoring only."""
        return all(part is None or part.observed for part in (self.numerator, self.denominator))
