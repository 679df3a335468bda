"""The documented shape of values: what was counted, what came of it, how it stands against a target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from metodbank.indicators.score import Absence, Origin, State
from metodbank.indicators.standing import Standing

Territory = Annotated[str, Field(description="Идентификатор территории.")]
Year = Annotated[int, Field(description="За какой год.")]
Amount = Annotated[int | None, Field(description="Сколько; null — неизвестно или скрыто. Не 0.")]
Number = Annotated[
    float | None,
    Field(description="Значение, округлённое до четырёх знаков; null — его нет. Точное — в exact."),
]
Status = Annotated[
    Literal["preliminary", "approved", ""],
    Field(description="preliminary — предварительно, approved — утверждено; пусто — посчитано по записям."),
]
StatusText = Annotated[str, Field(description="«предварительно» или «утверждено» с документом.")]


@dataclass(frozen=True, slots=True)
class GroundData:
    """One thing that was counted."""

    text: Annotated[str, Field(description="Что это: запись, строка, стадия, территория.")]
    amount: Amount
    record: Annotated[str, Field(description="Вид и идентификатор записи; пусто для строк мониторинга.")]
    territory: Annotated[str, Field(description="Чья строка мониторинга; пусто, если посчитана запись.")]
    file: Annotated[str, Field(description="Файл базы; пусто, если файла нет.")]
    line: Annotated[int | None, Field(description="Строка файла, с единицы.")]
    status: Status
    status_text: StatusText
    source: Annotated[str, Field(description="Откуда число, словами того, кто его внёс.")]
    note: Annotated[str, Field(description="Примечание того, кто внёс число.")]


@dataclass(frozen=True, slots=True)
class LeftOutData(GroundData):
    """One thing that was not counted, and why."""

    reason: Annotated[str, Field(description="Почему не посчитано.")]


@dataclass(frozen=True, slots=True)
class CountData:
    """A numerator or a denominator."""

    value: Amount
    text: Annotated[str, Field(description="«13 человек»; пусто, если неизвестно или скрыто.")]
    title: Annotated[str, Field(description="Кого или что считают.")]
    unit: Annotated[str, Field(description="people, teams, programs… — значение словаря counted-things.")]
    counted: Annotated[tuple[GroundData, ...], Field(description="Что посчитано.")]
    left_out: Annotated[tuple[LeftOutData, ...], Field(description="Что не посчитано и почему.")]


@dataclass(frozen=True, slots=True)
class CoverageData:
    """How many of those who should be counted are."""

    reported: Annotated[int, Field(description="Сколько отчитались.")]
    expected: Annotated[int, Field(description="Сколько должны были.")]
    of: Annotated[Literal["territories", "providers"], Field(description="Территории или организации.")]
    text: Annotated[str, Field(description="«отчитались 6 из 8».")]


@dataclass(frozen=True, slots=True)
class OwnRowData:
    """A region's own row beside the sum of its territories."""

    numerator: Amount
    denominator: Amount
    value: Number
    value_text: Annotated[str, Field(description="Значение для глаза; пусто, если его нет или скрыто.")]
    numerator_difference: Annotated[int | None, Field(description="Своя строка минус сумма территорий.")]
    denominator_difference: Annotated[int | None, Field(description="Своя строка минус сумма территорий.")]
    difference_text: Annotated[str, Field(description="Чем своя строка отличается от суммы; пусто — ничем.")]
    status: Status
    status_text: StatusText
    file: Annotated[str, Field(description="Файл мониторинга.")]
    line: Annotated[int, Field(description="Строка файла.")]
    reason: Annotated[str, Field(description="Почему чисел нет, если они скрыты.")]


@dataclass(frozen=True, slots=True)
class ScoreData:
    """The value of one indicator for one territory, or one organization in it, and one year."""

    indicator: Annotated[str, Field(description="Идентификатор показателя.")]
    territory: Territory
    provider: Annotated[str, Field(description="Идентификатор организации; пусто для территории.")]
    name: Annotated[str, Field(description="Название территории или организации.")]
    year: Year
    moment: Annotated[date, Field(description="На какой день посчитано.")]
    value: Number
    exact: Annotated[str, Field(description="Точное значение дробью, «200/3»; пусто, если значения нет.")]
    text: Annotated[str, Field(description="Значение для глаза: «65 %»; пусто, если его нет.")]
    formula: Annotated[str, Field(description="Формула с числами; пусто, если число неизвестно или скрыто.")]
    numerator: Annotated[CountData | None, Field(description="Числитель.")]
    denominator: Annotated[CountData | None, Field(description="Знаменатель; null, если его нет.")]
    absence: Annotated[Absence, Field(description="Почему значения нет; none — оно есть.")]
    reason: Annotated[str, Field(description="То же по-русски, с причиной.")]
    remark: Annotated[str, Field(description="Что знать о значении.")]
    coverage: Annotated[CoverageData | None, Field(description="Кто отчитался.")]
    status: Status
    status_text: StatusText
    origin: Annotated[
        Origin,
        Field(
            description="counted — посчитано по записям, row — строка мониторинга, sum — сумма территорий, "
            "own-row — строка региона вместо суммы, entered — строка вместо подсчёта."
        ),
    ]
    source: Annotated[str, Field(description="Откуда число, словами того, кто его внёс.")]
    own: Annotated[OwnRowData | None, Field(description="Собственная строка региона рядом с суммой.")]

    @property
    def absence_text(self) -> str:
        """Return that there is no value, and why; empty where there is one."""
        words = _ABSENCES.get(self.absence)
        return f"{words}: {self.reason}" if words else self.reason

    @property
    def coverage_text(self) -> str:
        """Return who reported, empty where it is one territory that tells of itself."""
        coverage = self.coverage
        is_told = coverage is not None and (coverage.expected > 1 or coverage.of == "providers")
        return coverage.text if coverage is not None and is_told else ""

    @property
    def brief_remarks(self) -> tuple[str, ...]:
        """Return what may not be missed beside the value in a list: preliminary, and not all reported."""
        is_partial = self.coverage is not None and self.coverage.reported < self.coverage.expected
        parts = (
            self.status_text if self.status == "preliminary" else "",
            self.coverage_text if is_partial else "",
        )
        return tuple(part for part in parts if part)


_ABSENCES = {
    Absence.NO_DATA: State.NO_DATA.words,
    Absence.NOT_COMPUTABLE: State.NOT_COMPUTABLE.words,
    Absence.NOT_DUE: State.NOT_DUE.words,
}


@dataclass(frozen=True, slots=True)
class ToGoalData:
    """What is missing for a target, in whole units."""

    number: Annotated[int, Field(description="Сколько не хватает; 0 — нисколько.")]
    unit: Annotated[str, Field(description="Чего: значение словаря counted-things.")]
    is_fewer: Annotated[bool, Field(description="Нужно не больше, а меньше.")]
    or_more: Annotated[int | None, Field(description="Или на столько больше в знаменателе.")]
    or_unit: Annotated[str, Field(description="Чего в знаменателе.")]
    text: Annotated[str, Field(description="«до цели 5 человек».")]


@dataclass(frozen=True, slots=True)
class AssessmentData:
    """A score against the target of one statement."""

    framework: Annotated[str, Field(description="Идентификатор системы показателей.")]
    statement: Annotated[str, Field(description="Идентификатор пункта.")]
    indicator: Annotated[str, Field(description="Идентификатор показателя.")]
    territory: Territory
    year: Year
    state: Annotated[State, Field(description="Состояние.")]
    state_text: Annotated[str, Field(description="Состояние по-русски.")]
    reason: Annotated[str, Field(description="Почему такое состояние.")]
    target_raw: Annotated[str, Field(description="Цель года как в документе; пусто, если её нет.")]
    target_text: Annotated[str, Field(description="Цель года словами; пусто, если не установлена.")]
    to_goal: Annotated[ToGoalData | None, Field(description="До цели; null — неизвестно, скрыто или рано.")]
    standing: Annotated[
        Standing,
        Field(
            description="Как значение относится к цели сейчас, даже если срок впереди: answers — отвечает, "
            "short — нет; none — сравнивать не с чем."
        ),
    ]
    standing_text: Annotated[str, Field(description="«срок не наступил; до цели 5 человек».")]
    partly: Annotated[
        str,
        Field(description="«по тем, кто отчитался (3 из 4)»; пусто — по всем, или цели нет."),
    ]
    is_retrospective: Annotated[bool, Field(description="Цель установлена задним числом.")]

    @property
    def why_so(self) -> str:
        """Return the reason of the state alone, for beside `standing_text`."""
        is_said = self.reason in self.standing_text
        when_set = "цель установлена задним числом" if self.is_retrospective else ""
        return "; ".join(part for part in ("" if is_said else self.reason, when_set) if part)
