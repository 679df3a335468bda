"""Система показателей: the list of one act, with its clauses, its own wordings and its targets by year."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from metodbank.models.fields import (
    Chosen,
    CitedActId,
    Date,
    Exact,
    Flag,
    FromVocabulary,
    Group,
    Identifier,
    Line,
    Summary,
    Year,
)
from metodbank.models.indicator import TERRITORY, Ambiguity
from metodbank.models.record import Level

NOT_SET = "*"
YES = "yes"


class YearSpan(Group):
    """The years that a framework is made for; either end may be open."""

    from_year: Year | None = Field(None, title="С года", description="Первый год.", examples=[2025])
    to_year: Year | None = Field(None, title="По год", description="Последний год.", examples=[2027])


class FrameworkPart(Group):
    """One of several lists that an act holds."""

    id: Identifier = Field(title="Идентификатор", description="По нему пункты называют свою часть.")
    title: Line = Field(title="Название", description="Как в документе.")
    clause: Line | None = Field(None, title="Где", description="Раздел или приложение.")


class ListNotGiven(Group):
    """A list of indicators of another act, which this one cites and which nobody gave."""

    act: CitedActId | None = Field(None, title="Документ", description="Если он есть в справочнике базы.")
    citation: Line = Field(title="Реквизиты", description="Вид, кто принял, дата и номер.")


class StatementGroup(Group):
    """A heading under which statements stand."""

    id: Identifier = Field(title="Идентификатор", description="По нему пункты называют свою группу.")
    number: Line | None = Field(None, title="№", description="Как в документе.")
    title: Summary = Field(title="Название", description="Как в документе.")


class Target(Group):
    """What an act wants of one year: its own words, and the number that they mean.

    «*» and a year without a number are «не установлено», never 0; `yes` asks that a thing is there at all.
    """

    year: Year = Field(title="Год", description="К концу какого года.", examples=[2024])
    raw: Line = Field(title="В документе", description="Слово в слово.", examples=["не менее 30%"])
    value: Exact | None = Field(
        None,
        title="Число",
        description="Целое или десятичная дробь; пусто, если не установлено.",
        examples=[30],
    )
    operator: Annotated[Chosen, FromVocabulary("target-operators")] | None = Field(
        None, title="Как сравнивать", description="at-least, at-most или yes; пусто — по показателю."
    )
    operator_inferred: Flag = Field(
        False, title="Сравнение выведено", description="В документе нет слов «не менее» или «не более»."
    )
    note: Summary | None = Field(None, title="Пояснение", description="Что знать об этом значении.")
    dropped: Flag = Field(False, title="Снята", description="Регион снимает цель этого года.")

    @property
    def is_set(self) -> bool:
        """Return whether the act wants anything of the year."""
        return self.value is not None or self.operator == YES

    @model_validator(mode="after")
    def _means_one_thing(self) -> Self:
        if self.value is not None and (self.raw == NOT_SET or self.operator == YES):
            raise PydanticCustomError("target", "a number where none is set")
        return self


class Statement(Group):
    """One row of the act's list."""

    id: Identifier = Field(title="Идентификатор", description="В пределах системы.", examples=["p3-1-1"])
    part: Chosen | None = Field(None, title="Часть", description="Идентификатор части системы.")
    number: Line | None = Field(None, title="№", description="Как в документе.", examples=["1.1"])
    clause: Line | None = Field(
        None, title="Пункт", description="Где стоит.", examples=["приложение 3, п. 1.1"]
    )
    group: Chosen | None = Field(None, title="Группа", description="Идентификатор группы системы.")
    indicator: Chosen = Field(title="Показатель", description="Идентификатор показателя.")
    name: Summary = Field(title="Название", description="Слово в слово.")
    footnote: Summary | None = Field(
        None, title="Сноска", description="Что в названии не так, как значит.",
    )  # fmt: skip
    unit: Annotated[Chosen, FromVocabulary("statement-units")] | None = Field(
        None, title="Единица в документе", description="Процент, человек, да или нет, не указана."
    )
    base_in_document: Line | None = Field(
        None,
        title="База в документе",
        description="От чего документ считает долю, если не от своей территории.",
    )
    event: Annotated[Chosen, FromVocabulary("statement-events")] | None = Field(
        None, title="Что засчитывается", description="Участие или завершение."
    )
    ambiguities: tuple[Chosen, ...] = Field(
        (),
        title="Неясности",
        description="Идентификаторы неясностей показателя или системы.",
        examples=[["a8"]],
    )
    applies_to: Annotated[Chosen, FromVocabulary("statement-subjects")] = Field(
        TERRITORY, title="К кому относится", description="К каждой территории или к региону в целом."
    )
    same_as: Chosen | None = Field(
        None, title="То же, что", description="Идентификатор пункта, который повторяет этот."
    )
    dropped: Flag = Field(False, title="Исключён", description="Регион этот пункт не оценивает.")
    dropped_reason: Summary | None = Field(None, title="Почему исключён", description="Причина, вслух.")
    targets: tuple[Target, ...] = Field((), title="Целевые значения", description="По годам.")

    @property
    def targets_by_year(self) -> dict[int, Target]:
        """Return the target of each year that the act names."""
        return {target.year: target for target in self.targets}


class Framework(Group):
    """One framework of reference/frameworks/ or of the standard."""

    title: Summary = Field(title="Система показателей", description="Полное название.")
    short_title: Line = Field(title="Коротко", description="Для таблиц и подписей.")
    level: Level | None = Field(None, title="Уровень", description="Чья система: как у документа.")
    act: CitedActId | None = Field(None, title="Документ", description="Если он есть в справочнике базы.")
    citation: Line = Field(title="Реквизиты", description="Вид, кто принял, дата и номер.")
    act_date: Date | None = Field(
        None, title="Дата документа", description="Цели прежних лет установлены задним числом."
    )
    state: Annotated[Chosen, FromVocabulary("framework-states")] = Field(
        title="Состояние", description="Действует, заменена, пересказ."
    )
    superseded_by: Line | None = Field(
        None, title="Чем заменена", description="Идентификатор системы или реквизиты документа."
    )
    note: Summary | None = Field(None, title="Примечание", description="Что знать о системе.")
    period: YearSpan | None = Field(None, title="Годы", description="На какие годы рассчитана.")
    not_given: tuple[ListNotGiven, ...] = Field(
        (), title="Не представлены", description="Документы, на перечни которых ссылается этот."
    )
    parts: tuple[FrameworkPart, ...] = Field((), title="Части", description="Если списков несколько.")
    groups: tuple[StatementGroup, ...] = Field((), title="Группы", description="Заголовки списка.")
    ambiguities: tuple[Ambiguity, ...] = Field((), title="Неясности", description="Что документ не говорит.")
    statements: tuple[Statement, ...] = Field(
        min_length=1, title="Пункты", description="В порядке документа."
    )

    @property
    def assessed(self) -> tuple[Statement, ...]:
        """Return the statements that the region did not drop."""
        return tuple(statement for statement in self.statements if not statement.dropped)

    @property
    def first_year(self) -> int | None:
        """Return the first year that has a target, or that of the period; None where neither is known."""
        years = [target.year for statement in self.assessed for target in statement.targets]
        from_year = self.period.from_year if self.period else None
        return min([*years, *([from_year] if from_year else [])], default=None)

    @property
    def last_year(self) -> int | None:
        """Return the last year that has a target, or that of the period; None where neither is known."""
        years = [target.year for statement in self.assessed for target in statement.targets]
        to_year = self.period.to_year if self.period else None
        return max([*years, *([to_year] if to_year else [])], default=None)

    def is_retrospective(self, year: int) -> bool:
        """Return whether a target of the year was set after the year had ended or was under way."""
        return self.act_date is not None and year < self.act_date.year

    def statement(self, identifier: str) -> Statement | None:
        """Return the statement of the id, or None."""
        return next((each for each in self.statements if each.id == identifier), None)
