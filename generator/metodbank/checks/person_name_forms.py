"""How the name of a person is written in Russian: with a patronymic, or a surname with two initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from metodbank.patterns import regex
from metodbank.word_forms import is_given_name, may_be_surname

_SPACES = " \u00a0\u2009\u202f\n"
_SPACE = f"[{_SPACES}]"
_WORD = r"[А-ЯЁ][а-яё]{1,20}(?:-[А-ЯЁ][а-яё]{1,20})?"
_MALE_END, _FEMALE_END = r"(?:а|у|ем|е)?", r"(?:а|ы|е|у|ой|ою)"
_PATRONYMIC = (
    rf"[А-ЯЁ][а-яё]{{1,16}}(?:(?:ов|ев)ич{_MALE_END}|(?:ов|ев)н{_FEMALE_END})"
    rf"|(?:Ильи|Кузьми|Луки|Фоми|Никити|Савви)(?:ч{_MALE_END}|(?:ни)?[чш]н{_FEMALE_END})"
)
_CAPITAL_PATRONYMIC = (
    r"[А-ЯЁ]{2,16}(?:ОВИЧ(?:А|У|ЕМ|Е)?|ЕВИЧ(?:А|У|ЕМ|Е)?|ОВН(?:А|Ы|Е|У|ОЙ)|ЕВН(?:А|Ы|Е|У|ОЙ))"
)
_WITH_PATRONYMIC = regex(
    rf"(?<![А-Яа-яЁё-])(?:([А-ЯЁ][а-яё]{{1,20}}){_SPACE}{{1,3}}({_PATRONYMIC})(?![а-яё-])"
    rf"|([А-ЯЁ]{{2,20}}){_SPACE}{{1,3}}({_CAPITAL_PATRONYMIC})(?![А-ЯЁа-яё-]))"
)
_INITIALS = regex(rf"(?<![А-Яа-яЁё.])([А-ЯЁ])\.{_SPACE}?([А-ЯЁ])\.(?!{_SPACE}?[А-ЯЁ]\.)")
_BEFORE = regex(rf"(?<![А-Яа-яЁё-])({_WORD}|[А-ЯЁ]{{3,20}}){_SPACE}{{1,2}}$")
_AFTER = regex(rf"{_SPACE}{{0,2}}({_WORD}|[А-ЯЁ]{{3,20}})(?![А-Яа-яЁё])")
_TWO_CAPITALIZED = regex(rf"[А-ЯЁ][А-ЯЁа-яё]{{1,20}}{_SPACE}{{1,3}}[А-ЯЁ]")
# What begins with one sign is found five times faster than what begins with any of a set.
_CAPITAL_INSIDE = tuple(
    (space, regex(rf"{space}[А-ЯЁ](?<=[А-Яа-яЁё{_SPACES}]{space}[А-ЯЁ])")) for space in _SPACES
)
"""A capital after a word, not after the end of a sentence: with each of the spaces."""
_SECOND_INITIAL = regex(rf"\.{_SPACE}?[А-ЯЁ]\.")
# Elsewhere a word with one letter may be anything; who looks for it knows that a person is spoken of.
_WITH_ONE_INITIAL = regex(
    r"(?<![А-Яа-яЁё-])([А-ЯЁ][а-яё]{1,20}"
    r"(?:(?:[оеё]в|[иы]н)(?:а|у|ым|ой|е)?|[сц]к(?:ий|ая|ого|ому|им|ой|ую)|енко|[ую]к))\s{1,2}([А-ЯЁ])\."
)
_TWO_WORDS = regex(
    rf"(?<![А-Яа-яЁё-])(?=([А-ЯЁ][а-яё]{{2,20}}){_SPACE}{{1,2}}([А-ЯЁ][а-яё]{{2,20}})(?![а-яё-]))"
)
_NEAR = 48
"""As far as the longest double surname with its spaces reaches."""
_SURNAME = regex(
    r"(?:[оеё]в|[иы]н)(?:а|у|ым|ой|ою|е|ых|ыми)?$|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$"
    r"|(?:енко|[ую]к(?:а|у|ом|е)?|[иы]х|ян(?:а|у|ом|е)?|дзе|швили|[оеь]вич(?:а|у|ем|е)?)$",
    re.IGNORECASE,
)
# These stand before a patronymic, or between initials and a capital, and are nobody's names.
_NOT_A_NAME = """
наш ваш мой твой этот дядя тётя дед баба бабушка дедушка товарищ господин госпожа гражданин уважаемый
уважаемая дорогая дорогой улица площадь проспект бульвар переулок завод деревня село посёлок станица
станция город школа гимназия парк сквер имени памяти по для от из на под при учитель класс задание
вариант приложение таблица рисунок тема урок практика программа учебник пункт раздел часть глава
"""
_NO_NAME = frozenset(_NOT_A_NAME.split())
_NO_PATRONYMIC = frozenset(("царевич", "королевич", "попович", "царевна", "королевна"))
# «Заветы Ильича», «Лампочка Ильича»: only after one of these first names is a rare patronymic one.
_RARE_PATRONYMIC = regex(r"(?:Ильи|Кузьми|Луки|Фоми|Никити|Савви)")
_NAME_BEFORE_RARE = regex(
    "александр|алексе|анатол|андр|анн|антон|борис|валенти|валер|варвар|васил|вер|викто|владимир|вячеслав|галин"
    "|геннад|георг|григо|дар|дмитр|евген|екатери|елен|елизавет|зинаид|зо|иван|игор|инн|ирин|константин|ксен|лари"
    "|лиди|любов|людмил|льв|лев|макси|мар|михаил|михайл|надежд|натал|никит|никола|нин|олег|ольг|павел|павл|петр"
    "|раис|роман|светлан|серге|софь|степан|тамар|татьян|федо|эдуард|юли|юр"
)
_ENDING = regex(
    r"(?:ого|его|ому|ему|ыми|ими|ым|им|ой|ей|ою|ую|юю|ая|яя|ый|ий|ом|ем|ам|ям|ах|ях|а|я|у|ю|е|ы|и|о|ь|й)$"
)
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name in a text: where it stands, the words that may be its surname, and the rest of it.

    `first` and `patronymic` are words, or single letters where they are initials.
    """

    start: int
    end: int
    surnames: tuple[str, ...]
    first: str
    patronymic: str

    @property
    def has_initials(self) -> bool:
        """Return whether it is written with initials."""
        return len(self.first) == 1


def stem(word: str) -> str:
    """Return the word without its ending: the same for all cases of a surname."""
    low = word.lower().replace("ё", "е")
    cut = _ENDING.sub("", low)
    return cut if len(cut) >= _SHORTEST_STEM else low


def may_hold_full_name(text: str) -> bool:
    """Return whether two words with capitals stand side by side: told many times faster than a name."""
    is_inside = any(space in text and found.search(text) for space, found in _CAPITAL_INSIDE)
    return is_inside and _TWO_CAPITALIZED.search(text) is not None


def may_hold_initials(text: str) -> bool:
    """Return whether there is anything like a second initial, which is as fast to tell."""
    return _SECOND_INITIAL.search(text) is not None


def full_names(text: str) -> Iterator[PersonName]:
    """Yield the names with a patronymic, in any case."""
    for match in _WITH_PATRONYMIC.finditer(text):
        first, patronymic = match.group(1) or match.group(3), match.group(2) or match.group(4)
        if first.lower() in _NO_NAME or patronymic.lower() in _NO_PATRONYMIC:
            continue
        if _RARE_PATRONYMIC.match(patronymic) and not _NAME_BEFORE_RARE.match(
            first.lower().replace("ё", "е")
        ):
            continue
        start, end, surnames = _with_neighbours(text, match.start(), match.end())
        yield PersonName(start, end, surnames, first, patronymic)


def names_with_initials(text: str) -> Iterator[PersonName]:
    """Yield the surnames with two initials, before or after."""
    for match in _INITIALS.finditer(text):
        start, end = match.span()
        after = _AFTER.match(text, end, end + _NEAR)
        before = _BEFORE.search(text[max(0, start - _NEAR) : start])
        surnames = []
        if after is not None and after.group(1).lower() not in _NO_NAME:
            surnames.append(after.group(1))
        if before is not None and _SURNAME.search(before.group(1)):
            surnames.append(before.group(1))
            start -= len(before.group())
        if surnames:
            end = after.end() if after is not None and after.group(1) == surnames[0] else end
            yield PersonName(start, end, tuple(surnames), *match.groups())


def names_with_one_initial(text: str) -> Iterator[PersonName]:
    """Yield the surnames with one initial behind them."""
    for match in _WITH_ONE_INITIAL.finditer(text):
        surname, initial = match.groups()
        if surname.lower() not in _NO_NAME:
            yield PersonName(match.start(), match.end(), (surname,), initial, "")


def given_names(text: str) -> Iterator[PersonName]:
    """Yield the surnames with a given name, in either order; slow: by dictionary."""
    for match in _TWO_WORDS.finditer(text):
        one, other = match.groups()
        for surname, first in ((one, other), (other, one)):
            if is_surname(surname) and is_given_name(first):
                yield PersonName(match.start(1), match.end(2), (surname,), first, "")
                break


def is_surname(word: str) -> bool:
    """Return whether the word looks like a surname and the dictionary knows nothing against it."""
    return _SURNAME.search(word) is not None and may_be_surname(word)


def _with_neighbours(text: str, start: int, end: int) -> tuple[int, int, tuple[str, ...]]:
    """Return the span and the words that may be the surname, before or after the name."""
    surnames = []
    after = _AFTER.match(text, end, end + _NEAR)
    if after is not None:
        surnames.append(after.group(1))
        end = after.end()
    before = _BEFORE.search(text[max(0, start - _NEAR) : start])
    if before is not None:
        surnames.append(before.group(1))
        if _SURNAME.search(before.group(1)):
            start -= len(before.group())
    return start, end, tuple(surnames)
