"""Names that a school text may hold (P4): of famous people and heroes, in names of things, of authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from metodbank.checks.person_name_forms import PersonName, full_names, names_with_initials, stem
from metodbank.models.vocabulary import Vocabulary
from metodbank.patterns import regex

VOCABULARY = "public-figures"
_FULL, _TWO = 3, 2
_PATRONYMIC = regex(r".{2,}(?:вич|вна|[тьм]ич|ична|ыч)")
_BACK, _AHEAD = 110, 160
"""How many letters before a name may call a thing by it, and after it may make it that of a book."""
_WORDS = r"(?:[\w«»\"-]{1,25}[ \u00a0\n]{1,2}){0,5}"
_SMALL_WORDS = r"(?:[а-яё0-9-]{1,25}[ \u00a0\n]{1,2}){0,3}"
# Beginnings of words; a space or a full stop at the end makes a word whole.
_THINGS = (
    *("учебник", "умк", "пособи", "задачник", "хрестомати", "словар", "под ред", r"ред\.", "издан"),
    *("теори", "концепци", "закон", "теорем", "формул", "методик", "технологи", "систем[аеуы] "),
    *("опросник", "тест[ауе]? ", "шкал"),
    *(
        "стих",
        "роман",
        "повест",
        "рассказ",
        "пьес",
        "сказк",
        "басн",
        "поэм",
        "комеди",
        "драм",
        "лирик",
        "проз",
    ),
    *("книг", "монографи", "биографи", "произведени", "творчеств"),
    *("картин", "репродукци", "полотн", "пейзаж", "портрет"),
    *("опер[аеуы]", "балет", "симфони", "музык", "песн"),
    *(r"ул\.", "улиц", "площад", r"пл\.", "проспект", "пр-т", "бульвар", "переул", "сквер", "парк"),
    *("музе", "театр", "библиотек", "памятник", "бюст", "фонд"),
    *("преми", "медал", "орден", "стипенди", "чтени"),
)
_OF_A_THING = regex(
    rf"(?<![а-яё])(?:имени|им\.|памяти)[ \u00a0\n]{{0,2}}{_WORDS}$"
    rf"|(?<![а-яё])(?:{'|'.join(_THINGS)})[а-яё]{{0,12}}\.?[ \u00a0\n]{{0,2}}[«\"]?{_SMALL_WORDS}$",
    re.IGNORECASE,
)
# «М.: Просвещение», « // Вопросы», «2019. – 120 с.», or a year in brackets: what stands behind an author.
_OF_A_BOOK = regex(
    r"^[^\n;]{0,140}?(?:\bМ\. ?:|СПб|Просвещение|Дрофа|[Ии]зд-во|[Ии]здательств|Вентана|Бином|БИНОМ"
    r"|Русское слово| // | / |ISBN|\d{4}\. ?[—–-] ?\d{1,4} ?с\.)"
    r"|^,? \(?(?:19|20)\d\d[г. ]{0,3}\)|^[^\n.;)]{0,60}, (?:19|20)\d\d\)"
)
# «Анна Сергеевна из рассказа», «Мария Ивановна — героиня повести».
_OF_A_STORY = regex(
    r"^[ ,(«»\u00a0\n—–-]{0,4}(?:из (?:[а-яё-]{1,20} ){0,2}(?:стих|роман|повест|рассказ|пьес|сказк|басн|поэм"
    r"|комеди|драм[аеуы]\b|произведени|книг|опер[аеуы]\b|балет|картин[аеуы]?\b|фильм|мультфильм)"
    r"|геро(?:й|я|ю|ем|иня|ини|ине|иню|иней)\b|персонаж)",
    re.IGNORECASE,
)
_PAST = 1960
"""Whoever was born before is named by a surname alone often enough."""
_CAPITALIZED = regex(r"(?<![А-Яа-яЁё-])[А-ЯЁ][а-яё]{2,20}")
_ONE_MORE_AUTHOR = regex(r"^(?:[ ,\u00a0\n]|и(?= )|др\.){1,6}$")


@dataclass(frozen=True, slots=True)
class _Figure:
    surname: str
    first: str
    patronymic: str


def strangers(names: Iterator[PersonName], text: str, known: Vocabulary) -> Iterator[PersonName]:
    """Yield the names of a text that are neither famous nor those of a thing or of an author of a book."""
    figures: dict[str, tuple[_Figure, ...]] = {}
    last_allowed = -1
    for name in names:
        figures = figures or _figures_of(known)
        is_next = last_allowed >= 0 and _ONE_MORE_AUTHOR.match(text[last_allowed : name.start])
        if is_next or _is_of_a_thing(name, text) or _is_figure(name, text, figures):
            last_allowed = name.end
        else:
            yield name


def tells_of_a_figure(sentence: str, known: Vocabulary, born: int) -> bool:
    """Return whether the people of a sentence are famous: by full names, or long ago by a surname."""
    figures = _figures_of(known)
    names = [*full_names(sentence), *names_with_initials(sentence)]
    if names:
        return all(_is_figure(name, sentence, figures) for name in names)
    words = _CAPITALIZED.findall(sentence) if born < _PAST else ()
    return any(figure.surname == stem(word) for word in words for figure in figures.get(stem(word), ()))


def _is_of_a_thing(name: PersonName, text: str) -> bool:
    """Return whether the words around make it the name of a thing, or that of a book's author."""
    before, after = text[max(0, name.start - _BACK) : name.start], text[name.end : name.end + _AHEAD]
    return bool(_OF_A_THING.search(before) or _OF_A_BOOK.search(after) or _OF_A_STORY.match(after))


def _is_figure(name: PersonName, text: str, figures: dict[str, tuple[_Figure, ...]]) -> bool:
    for surname in (*name.surnames, name.patronymic):
        if any(_fits(name, figure) for figure in figures.get(stem(surname), ())):
            return True
    if name.has_initials or name.surnames:
        return False
    whole = text.lower().replace("ё", "е")
    same = (figure for figure in figures.get(_key(name.first, name.patronymic), ()))
    return any(figure.surname in whole for figure in same)


def _fits(name: PersonName, figure: _Figure) -> bool:
    """Return whether what the name says beside its surname is true of the figure."""
    first, patronymic = name.first[0].lower(), name.patronymic
    if figure.first and figure.first[0] != first:
        return stem(patronymic) == figure.surname and not figure.patronymic
    if not figure.patronymic or stem(patronymic) == figure.surname:
        return True
    return figure.patronymic.startswith(stem(patronymic) if len(patronymic) > 1 else patronymic.lower())


def _key(first: str, patronymic: str) -> str:
    return f"{first[0].lower()} {stem(patronymic)}"


def _figures_of(known: Vocabulary) -> dict[str, tuple[_Figure, ...]]:
    return _figures(tuple(term.title for term in known.entries.values() if not term.hidden))


@lru_cache(maxsize=4)
def _figures(titles: tuple[str, ...]) -> dict[str, tuple[_Figure, ...]]:
    """Return the figures by the stem of the surname, and by the name with the patronymic."""
    found: dict[str, tuple[_Figure, ...]] = {}
    for title in titles:
        words = title.split()
        if len(words) == _TWO and _PATRONYMIC.fullmatch(words[1]):
            words = ["", *words]
        surname, first, patronymic = (*words, "", "", "")[:_FULL]
        figure = _Figure(stem(surname), first.lower()[:1], stem(patronymic) if patronymic else "")
        keys = [figure.surname] if surname else []
        keys += [_key(first, patronymic)] if patronymic else []
        for key in keys:
            found[key] = (*found.get(key, ()), figure)
    return found
