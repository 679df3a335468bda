"""Практика: педагогический, управленческий, методический или наставнический опыт."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from metodbank.models.fields import (
    ActId,
    AssociationId,
    Chosen,
    Date,
    FromVocabulary,
    Group,
    InternshipId,
    Line,
    Minutes,
    Number,
    OrganizationId,
    PracticeId,
    ProgramId,
    Text,
    Whole,
    Year,
)
from metodbank.models.parts import Author, GradeRange, Period, Rights
from metodbank.models.record import Audience, Difficulty, EducationLevel, Form, RegisterRecord, Subject, Theme


class Step(Group):
    """One thing to do."""

    title: Line | None = Field(
        None, title="Шаг", description="Что сделать, в двух-трёх словах.", examples=["Соберите полку"]
    )
    text: Text = Field(title="Как", description="Как именно: так, чтобы коллега смог повторить.")
    minutes: Minutes | None = Field(None, title="Время", description="Сколько минут занимает.", examples=[10])


class Measurement(Group):
    """One thing that was measured before and after."""

    what: Line = Field(
        title="Что измеряли", description="Величина.", examples=["Ученики, читающие каждый день"]
    )
    unit: Annotated[Chosen, FromVocabulary("measurement-units")] = Field(
        title="Единица", description="В чём измеряли.", examples=["percent"]
    )
    before: Number | None = Field(None, title="Было", description="Значение до начала.", examples=[31])
    after: Number | None = Field(None, title="Стало", description="Значение после.", examples=[58])
    n: Whole | None = Field(
        None, title="Сколько человек", description="Сколько человек измеряли.", examples=[84]
    )
    period: Line | None = Field(
        None, title="Когда", description="Период измерения.", examples=["2024/25 учебный год"]
    )
    source: Line | None = Field(
        None, title="Откуда число", description="Кто и чем измерял.", examples=["опрос школы, май 2025 г."]
    )


class Adoption(Group):
    """Someone else who tried it."""

    organization: OrganizationId | None = Field(None, title="Кто", description="Организация из справочника.")
    year: Year | None = Field(None, title="Год", description="Когда пробовали.", examples=[2025])
    outcome: Annotated[Chosen, FromVocabulary("adoption-outcomes")] = Field(
        title="Что вышло", description="Получилось, получилось частично, не получилось."
    )
    changes: Text | None = Field(None, title="Что изменили", description="Чем отличалось от описанного.")
    result: Text | None = Field(None, title="Результат", description="Что получилось и почему.")


class Score(Group):
    """Points for one criterion of the examination."""

    criterion: Annotated[Chosen, FromVocabulary("expertise-criteria")] = Field(
        title="Критерий", description="По чему оценивали."
    )
    points: Whole = Field(title="Баллы", description="Сколько поставили.")
    out_of: Whole = Field(title="Из", description="Сколько можно было поставить.")


class Expert(Group):
    """Who examined, by role and organization."""

    role: Line = Field(title="Роль", description="Должность эксперта, без фамилии.")
    organization: OrganizationId | None = Field(
        None, title="Организация", description="Где эксперт работает."
    )


class Expertise(Group):
    """What the examination of the practice decided."""

    decision: Annotated[Chosen, FromVocabulary("expertise-decisions")] = Field(
        title="Решение", description="Чем кончилась экспертиза."
    )
    date: Date = Field(title="Дата", description="День решения.", examples=["2025-05-20"])
    act: ActId | None = Field(None, title="Протокол", description="Документ из справочника.")
    scores: tuple[Score, ...] = Field((), title="Баллы по критериям", description="Если критерии были.")
    total: Whole | None = Field(None, title="Сумма баллов", description="Итог.", examples=[41])
    maximum: Whole | None = Field(
        None, title="Высшая сумма", description="Сколько можно было набрать.", examples=[50]
    )
    experts: tuple[Expert, ...] = Field((), title="Эксперты", description="Кто смотрел, по ролям.")
    comment: Text | None = Field(None, title="Замечания", description="Что эксперты посоветовали.")


def _steps(value: Any) -> Any:
    """Accept a plain text, or plain texts in the list, where steps are asked for."""
    if isinstance(value, str):
        return [{"text": value}]
    if isinstance(value, list):
        return [{"text": item} if isinstance(item, str) else item for item in value]
    return value


class Practice(RegisterRecord):
    """Практика: семи полей достаточно, чтобы её предложить, остальное можно дополнить потом."""

    difficulties: tuple[Difficulty, ...] = Field(
        min_length=1,
        title="Затруднение",
        description="Какое затруднение учителя решает практика: одно или несколько из словаря затруднений.",
        examples=[["reading-comprehension"]],
    )
    education_levels: tuple[EducationLevel, ...] = Field(
        min_length=1,
        title="Уровень образования",
        description="Для каких уровней подходит.",
        examples=[["basic"]],
    )
    audience: tuple[Audience, ...] = Field(
        min_length=1,
        title="Кому",
        description="Кто будет применять.",
        examples=[["teacher", "class-teacher"]],
    )
    steps: Annotated[tuple[Step, ...], BeforeValidator(_steps)] = Field(
        min_length=1,
        title="Что сделать",
        description="Шаги, которые сможет повторить коллега: списком или сплошным текстом.",
    )
    results: Text = Field(
        title="Что изменилось",
        description="Что стало иначе у учеников или у коллег. «Замеров не было» — честный ответ.",
        examples=["Замеров не было. Дети стали сами просить книги на неделю вперёд."],
    )
    measurements: tuple[Measurement, ...] = Field(
        (), title="Замеры", description="Числа до и после, если измеряли."
    )
    kind: Annotated[Chosen, FromVocabulary("practice-kinds")] = Field(
        "pedagogical",
        title="Вид",
        description="Педагогическая, управленческая, методическая, наставническая.",
    )
    problem: Text | None = Field(
        None, title="Зачем это нужно", description="Что мешало и чего хотели добиться, своими словами."
    )
    themes: tuple[Theme, ...] = Field((), title="Темы", description="Темы методической работы.")
    subjects: tuple[Subject, ...] = Field((), title="Предметы", description="Пусто, если подходит к любому.")
    grades: GradeRange | None = Field(None, title="Классы", description="С какого по какой.")
    lesson_topics: tuple[Line, ...] = Field((), title="Темы уроков", description="На каких темах пробовали.")
    textbooks: tuple[Line, ...] = Field((), title="УМК", description="С какими учебниками пробовали.")
    forms: tuple[Form, ...] = Field((), title="Формы работы", description="В какой форме проходит.")
    functional_literacy: tuple[Annotated[Chosen, FromVocabulary("functional-literacy")], ...] = Field(
        (), title="Функциональная грамотность", description="Какие её виды развивает."
    )
    upbringing: tuple[Annotated[Chosen, FromVocabulary("upbringing")], ...] = Field(
        (), title="Направления воспитания", description="Каким направлениям служит."
    )
    preparation_minutes: Minutes | None = Field(
        None, title="Подготовка", description="Сколько минут уходит у учителя до урока.", examples=[60]
    )
    lesson_minutes: Minutes | None = Field(
        None, title="На уроке", description="Сколько минут занимает с детьми.", examples=[10]
    )
    needs: tuple[Line, ...] = Field((), title="Что нужно", description="Предметы, помещение, люди.")
    conditions: Text | None = Field(
        None, title="Когда это работает", description="Условия, без которых не выйдет."
    )
    risks: Text | None = Field(None, title="Что может помешать", description="Трудности и как их обойти.")
    limits: Text | None = Field(None, title="Кому не подойдёт", description="Где применять не стоит.")
    adoptions: tuple[Adoption, ...] = Field(
        (), title="Кто ещё попробовал", description="Удачные и неудачные повторения."
    )
    expertise: Expertise | None = Field(
        None,
        title="Экспертиза",
        description="Если не проводилась, поле не нужно: так и будет сказано на странице.",
    )
    period: Period | None = Field(
        None, title="Когда применяли", description="Сроки, за которые накоплен опыт."
    )
    valid_until: Date | None = Field(
        None, title="Действует до", description="После этого дня на странице будет сказано, что срок истёк."
    )
    authors: tuple[Author, ...] = Field((), title="Авторы", description="По ролям и организациям, без имён.")
    related: tuple[PracticeId, ...] = Field((), title="Связанные практики", description="Что смотреть рядом.")
    programs: tuple[ProgramId, ...] = Field((), title="Курсы по теме", description="Программы из реестра.")
    internships: tuple[InternshipId, ...] = Field((), title="Площадки", description="Где это можно увидеть.")
    associations: tuple[AssociationId, ...] = Field((), title="Объединения", description="Где это обсуждают.")
    license: Annotated[Chosen, FromVocabulary("licenses")] = Field(
        "cc-by-4.0", title="Лицензия", description="На каких условиях можно пользоваться текстом."
    )
    rights: Rights | None = Field(None, title="Право на публикацию", description="Основание, без имён.")
