"""The positions of a passport of the system, in the words of the act, with what the base holds of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from metodbank.pages.context import SiteContext
from metodbank.pages.passport_facts import Facts, FactView
from metodbank.pages.passport_values import StaffView, StandingView, Values
from metodbank.pages.presenting import Presenter

TRAINED = ("fr-programs-share", "fr-trained-share")
TAKING_PART = (
    "diagnostics-share", "routes-share", "functional-literacy-share", "functional-literacy-70-share",
    "management-teams-share", "quality-management-teams-share", "young-teachers-support-share",
)  # fmt: skip
"""Indicators of the standard that tell of people and teams taking part."""


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position: `words` are those of the act, `absent` what the base does not hold."""

    id: str
    title: str
    words: str
    facts: tuple[FactView, ...]
    absent: str
    staff: tuple[StaffView, ...] = ()
    standings: tuple[StandingView, ...] = ()
    note: str = ""


def positions(context: SiteContext, presenter: Presenter) -> tuple[PositionView, ...]:
    """Return the positions of приказ № 360-О города Мегиона, приложение 1, in its order."""
    facts, values = Facts(context, presenter), Values(context, presenter)
    return tuple(make(facts, values) for make in _POSITIONS)


def _staff(facts: Facts, values: Values) -> PositionView:
    return PositionView(
        id="staff",
        title="Кадровый состав",
        words="…кадровом составе…",
        facts=(facts.number("Субъекты системы", "actor"),),
        staff=values.staff(),
        absent="стаж, образование, квалификационные категории, возраст, вакансии, штаты методических служб",
        note="Только числа мониторинга: сведений о людях и имён в базе нет.",
    )


def _programs(facts: Facts, values: Values) -> PositionView:
    return PositionView(
        id="programs",
        title="Программы ДПО, в том числе в Федеральном реестре",
        words=(
            "…программах ДПО, в том числе включенных в федеральный реестр дополнительных профессиональных "
            "педагогических программ (ФР ДПП)…"
        ),
        facts=(
            facts.number(
                "Программы в базе",
                "program",
                parts=facts.by_value("program", "program-kinds", _kind),
            ),
            FactView(
                "Федеральный реестр ДПП",
                (),
                facts.register_states(),
            ),
            facts.different("Организаций, которые их ведут", "program", lambda data: data.organization),
        ),
        standings=values.standings(TRAINED),
        absent="сколько слушателей освоило каждую программу, государственное задание на обучение",
    )


def _infrastructure(facts: Facts, values: Values) -> PositionView:  # noqa: ARG001 (as every position)
    return PositionView(
        id="infrastructure",
        title="Инфраструктура дополнительного профессионального образования",
        words="…региональной инфраструктуре дополнительного профессионального образования…",
        facts=(
            facts.number(
                "Организации",
                "organization",
                parts=facts.by_value("organization", "organization-kinds", _kind),
            ),
            facts.number(
                "Площадки", "internship", parts=facts.by_value("internship", "internship-kinds", _kind)
            ),
            facts.number(
                "Объединения", "association", parts=facts.by_value("association", "association-kinds", _kind)
            ),
            facts.number("Территории", "territory"),
        ),
        absent="здания и оборудование; оснащение указано только у площадок, в их записях",
    )


def _finance(facts: Facts, values: Values) -> PositionView:  # noqa: ARG001 (as every position)
    return PositionView(
        id="finance",
        title="Финансовое обеспечение",
        words="…финансовом обеспечении…",
        facts=(facts.having("Стоимость обучения указана у программ", "program", lambda data: data.cost),),
        absent="источники и объёмы средств, расходы на обучение, выезды и площадки",
    )


def _taking_part(facts: Facts, values: Values) -> PositionView:
    return PositionView(
        id="taking-part",
        title="Вовлечение педагогических работников в мероприятия",
        words=(
            "…вовлечении педагогических работников в мероприятия региональной системы "
            "научно-методического сопровождения…"
        ),
        facts=(
            facts.number("События", "event", parts=facts.by_facet("event", "kind")),
            FactView("Состоялись ли", (), facts.by_value("event", "event-states", lambda data: data.state)),
        ),
        standings=values.standings(TAKING_PART),
        absent="сколько разных людей участвовало в событиях; число участников стоит в записи каждого",
        note="Участников разных событий база не складывает: один человек бывает на нескольких.",
    )


def _resources(facts: Facts, values: Values) -> PositionView:  # noqa: ARG001 (as every position)
    return PositionView(
        id="resources",
        title="Информационные ресурсы",
        words=(
            "…информационных ресурсах (сайты организаций, системы дистанционного обучения, "
            "базы данных и т.д.)…"
        ),
        facts=(
            facts.sites("Сайты организаций"),
            facts.having(
                "Программы с дистанционным или электронным обучением",
                "program",
                lambda data: data.technologies,
            ),
            facts.number("Реестры этой базы", "practice", "internship", "program", "association"),
            facts.data("Открытые данные"),
            facts.number("Каналы взаимодействия", "channel"),
        ),
        absent="системы дистанционного обучения организаций: какие они, их адреса, сколько в них учится",
    )


def _results(facts: Facts, values: Values) -> PositionView:
    return PositionView(
        id="results",
        title="Результативность работы системы",
        words=(
            "…результативности работы системы и корреляции с результатами обучающихся "
            "общеобразовательных организаций"
        ),
        facts=(
            facts.number("Отчёты", "report", parts=facts.by_facet("report", "kind")),
            facts.number("Дорожные карты", "roadmap"),
        ),
        standings=values.standings(),
        absent="результаты обучающихся и их связь с показателями системы",
    )


def _kind(data: Any) -> object:
    return data.kind


_POSITIONS: tuple[Callable[[Facts, Values], PositionView], ...] = (
    _staff, _programs, _infrastructure, _finance, _taking_part, _resources, _results,
)  # fmt: skip
"""In the order of the act."""
