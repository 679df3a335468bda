"""Дорожная карта: мероприятия с исполнителями, сроками, результатами и сведениями о выполнении."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from metodbank.models.fields import (
    ActId,
    Chosen,
    CitedActId,
    Date,
    DirectionId,
    EventId,
    Flag,
    FromVocabulary,
    Group,
    Identifier,
    Line,
    OrganizationId,
    PracticeId,
    ReportId,
    Summary,
    SystemMeasureId,
    Text,
    Url,
)
from metodbank.models.parts import Decision, Period
from metodbank.models.record import FileRecord

UNKNOWN, PLANNED, IN_PROGRESS, DONE, DONE_LATE, CANCELLED, MOVED = (
    "unknown", "planned", "in-progress", "done", "done-late", "cancelled", "moved",
)  # fmt: skip
RELATIVE_YEAR = "relative-year"


class MeasureTerm(Group):
    """When a measure is due: the document's own words, and the days that they mean."""

    raw: Line = Field(
        title="Срок в документе",
        description="Слово в слово, с опечатками.",
        examples=["Август 2023, январь 2024"],
    )
    kind: Annotated[Chosen, FromVocabulary("measure-term-kinds")] | None = Field(
        None, title="Вид срока", description="День, срок «до», месяц, период, «в течение года» и другие."
    )
    start: Date | None = Field(
        None, alias="from", title="С", description="Первый день; пусто у срока «до».", examples=["2023-08-01"]
    )
    end: Date | None = Field(
        None, alias="to", title="По", description="Последний день.", examples=["2024-01-31"]
    )
    parts: tuple[Period, ...] = Field(
        (), title="Части срока", description="Если дней или периодов несколько: каждый со своими границами."
    )
    by_schedule: Flag = Field(False, title="По графику", description="В документе есть «согласно графику».")

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return the spans of days that the term means, empty where they are not known."""
        if self.parts:
            return self.parts
        return (
            (Period.model_validate({"from": self.start, "to": self.end}),) if self.start or self.end else ()
        )

    @property
    def last_day(self) -> date | None:
        """Return the day after which the measure is late, None where no year or no end is known."""
        ends = [period.end for period in self.periods]
        known = [end for end in ends if end]
        return max(known) if known and len(known) == len(ends) else None

    @property
    def first_day(self) -> date | None:
        """Return the first day of the term, None where it is open or no year is known."""
        return min((period.start for period in self.periods if period.start), default=None)


class Evidence(Group):
    """What proves that a measure was done: at least one of the fields."""

    title: Line | None = Field(None, title="Что это", description="Если по ссылке не понятно.")
    act: CitedActId | None = Field(None, title="Документ", description="Из справочника.")
    report: ReportId | None = Field(None, title="Отчёт", description="Из реестра отчётов.")
    event: EventId | None = Field(None, title="Событие", description="Из реестра событий.")
    practice: PracticeId | None = Field(None, title="Практика", description="Из реестра практик.")
    url: Url | None = Field(None, title="Адрес", description="Страница, где это видно.")

    @model_validator(mode="after")
    def _proves_something(self) -> Self:
        if not (self.act or self.report or self.event or self.practice or self.url):
            raise PydanticCustomError("evidence", "nothing to look at")
        return self


class Doubt(Group):
    """A cell of the document whose reading is uncertain."""

    cell: Annotated[Chosen, FromVocabulary("measure-cells")] = Field(
        title="Клетка", description="О какой клетке строки речь.", examples=["term"]
    )
    raw: Summary | None = Field(
        None, title="Как в документе", description="Слова документа, если в поле они исправлены."
    )
    reason: Summary = Field(title="В чём сомнение", description="Почему это нельзя прочесть наверняка.")


class Measure(Group):
    """One row of a roadmap."""

    id: Identifier = Field(
        title="Идентификатор", description="Латиницей; по нему на строку ссылаются.", examples=["1-2-1"]
    )
    number: Line | None = Field(None, title="№", description="Как в документе.", examples=["2"])
    title: Summary = Field(title="Мероприятие", description="Как в документе.")
    direction: DirectionId | None = Field(
        None, title="Направление", description="Из reference/directions.yml."
    )
    system_measure: SystemMeasureId | None = Field(
        None, title="Системообразующее мероприятие", description="Из reference/system-measures.yml."
    )
    responsible: tuple[OrganizationId, ...] = Field(
        (), title="Ответственный", description="Организации, которые отвечают."
    )
    executors: tuple[OrganizationId, ...] = Field(
        (), title="Исполнители", description="Организации, которые делают."
    )
    roles: tuple[Line, ...] = Field(
        (),
        title="Кто ещё",
        description="Должности и группы, без фамилий.",
        examples=[["методисты", "РМО учителей-предметников"]],
    )
    term: MeasureTerm = Field(title="Срок", description="Слова документа и дни, которые за ними стоят.")
    result: Summary | None = Field(
        None, title="Результат", description="Что должно получиться, как в документе."
    )
    result_acts: tuple[CitedActId, ...] = Field(
        (), title="Документы результата", description="Документы, названные в результате."
    )
    state: Annotated[Chosen, FromVocabulary("measure-states")] = Field(
        UNKNOWN, title="Состояние", description="По умолчанию сведений о выполнении нет."
    )
    done_on: Date | None = Field(None, title="Выполнено", description="День, когда сделано.")
    moved_to: Date | None = Field(None, title="Перенесено на", description="Новый последний день.")
    decision: Decision | None = Field(
        None, title="Решение", description="Чем и почему отменено или перенесено."
    )
    evidence: tuple[Evidence, ...] = Field(
        (), title="Подтверждение", description="Документы, отчёты, события: без них «выполнено» не бывает."
    )
    doubts: tuple[Doubt, ...] = Field((), title="Сомнения", description="Что в строке читается неуверенно.")
    note: Summary | None = Field(None, title="Примечание", description="Что ещё знать о строке.")

    @property
    def due(self) -> date | None:
        """Return the day after which the measure is late: the new one where it was moved."""
        return self.moved_to or self.term.last_day

    @property
    def is_over(self) -> bool:
        """Return whether nothing more is to be done."""
        return self.state in {DONE, DONE_LATE, CANCELLED}

    def is_overdue(self, as_of: date) -> bool:
        """Return whether it is known not to be done and the last day has passed; unknown is not late."""
        return self.state in {PLANNED, IN_PROGRESS, MOVED} and self.due is not None and self.due < as_of


class Roadmap(FileRecord):
    """Комплекс мер («дорожная карта») одного документа."""

    act: ActId = Field(title="Документ", description="Которым карта утверждена.")
    section: Line | None = Field(
        None, title="Где в документе", description="Приложение.", examples=["Приложение 2"]
    )
    period: Period = Field(title="Период", description="На какие дни рассчитана.")
    about: Text | None = Field(None, title="О карте", description="Что важно знать читателю.")
    measures: tuple[Measure, ...] = Field(
        min_length=1, title="Мероприятия", description="Строки карты в порядке документа."
    )
