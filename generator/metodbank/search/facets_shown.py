"""The facets of the search: what they are called and how their values are, in the order of vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from metodbank.knowledge_base import KnowledgeBase
from metodbank.russian_words import sort_key
from metodbank.search.columns import FacetShown

Titles = Sequence[tuple[str, str]]

OTHER_KINDS = {
    "measure": "Мероприятия дорожных карт",
    "difficulty": "Затруднения",
    "indicator": "Показатели",
    "framework": "Системы показателей",
    "page": "Страницы сайта",
    "archived": "Архив",
}
_GROUNDS = {
    "3": "подтверждено другими или экспертизой",
    "2": "есть замеры",
    "1": "описан опыт",
}
_DURATIONS = {
    "m10": "до 10 минут",
    "m20": "от 11 до 20 минут",
    "m45": "от 21 до 45 минут",
    "m99": "дольше урока",
    "h18": "до 18 часов",
    "h36": "от 19 до 36 часов",
    "h72": "от 37 до 72 часов",
    "h99": "больше 72 часов",
}


def facets_shown(base: KnowledgeBase) -> tuple[FacetShown, ...]:
    """Return the facets in the order in which readers see them."""
    kinds = {kind.name: kind.title for kind in base.kinds} | OTHER_KINDS
    grades = {str(grade): f"{grade} класс" for grade in range(1, 12)}
    return (
        FacetShown("register", "Что это", partial(_of_table, kinds)),
        FacetShown("subject", "Предмет", _terms(base, "subjects")),
        FacetShown("level", "Уровень образования", _terms(base, "education-levels")),
        FacetShown("grades", "Класс", partial(_of_table, grades)),
        FacetShown("audience", "Кому", _terms(base, "audience")),
        FacetShown("difficulty", "Затруднение", _terms(base, "difficulties")),
        FacetShown("theme", "Тема", _terms(base, "themes")),
        FacetShown("territory", "Территория", partial(_territories, base)),
        FacetShown("form", "Форма работы", _terms(base, "forms")),
        FacetShown("grounds", "На чём основано", partial(_of_table, _GROUNDS)),
        FacetShown("duration", "Сколько времени занимает", partial(_of_table, _DURATIONS)),
        FacetShown("fr", "Федеральный реестр ДПП", _terms(base, "fr-states")),
    )


def _of_table(table: Mapping[str, str], used: Iterable[str]) -> Titles:
    wanted = set(used)
    return [(value, title) for value, title in table.items() if value in wanted]


def _terms(base: KnowledgeBase, vocabulary: str) -> Callable[[Iterable[str]], Titles]:
    def titles(used: Iterable[str]) -> Titles:
        table = {value: term.title for value, term in base.vocabularies[vocabulary].entries.items()}
        wanted = set(used)
        return [*_of_table(table, wanted), *((value, value) for value in sorted(wanted - table.keys()))]

    return titles


def _territories(base: KnowledgeBase, used: Iterable[str]) -> Titles:
    named = [(value, base.name_of("territory", value)) for value in used]
    return sorted(named, key=lambda each: (sort_key(each[1]), each[0]))
