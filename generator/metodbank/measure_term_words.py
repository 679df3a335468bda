"""The words of which the terms of roadmaps are made: the text cut into tokens, or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from metodbank.patterns import regex


class Token(Enum):
    """What one piece of a term is."""

    DAY = auto()
    DAY_AND_MONTH = auto()
    SCHOOL_YEAR = auto()
    YEAR = auto()
    MONTH = auto()
    QUARTER = auto()
    HALF = auto()
    NUMBER = auto()
    OF_YEAR = auto()
    DASH = auto()
    SEPARATOR = auto()
    SINCE = auto()
    TO = auto()
    UNTIL = auto()
    END = auto()
    AFTERWARDS = auto()
    SOME_YEAR = auto()
    YEARLY = auto()
    ONGOING = auto()
    SCHEDULE = auto()
    FILLER = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """One piece: what it is, and its numbers in calendar order (`25.08.2023` holds 2023, 8, 25)."""

    token: Token
    numbers: tuple[int, ...] = ()


_DASH = r"[-\u2010-\u2015\u2212]"
_OF_YEAR = r"г(?:\. ?г|г|од(?:а|у|ом|е|ы|ов|ах|ам)?)?"
_SCHOOL = r"уч(?:ебн(?:ый|ого|ом|ому|ым)|\.)?"
_TIMES = r"(?:не реже )?(?:[0-9]{1,2} |одного |один |два |двух |три |тр[её]х )?раза?"
_MONTHS = (
    "январ(?:ь|я|е|ю|ём|ем)", "феврал(?:ь|я|е|ю|ём|ем)", "март(?:а|е|у|ом)?", "апрел(?:ь|я|е|ю|ем)",
    "ма(?:й|я|е|ю|ем)", "июн(?:ь|я|е|ю|ем)", "июл(?:ь|я|е|ю|ем)", "август(?:а|е|у|ом)?",
    "сентябр(?:ь|я|е|ю|ём|ем)", "октябр(?:ь|я|е|ю|ём|ем)", "ноябр(?:ь|я|е|ю|ём|ем)",
    "декабр(?:ь|я|е|ю|ём|ем)",
)  # fmt: skip
_ORDINALS = (
    "i(?![a-z])|перв(?:ый|ое|ого|ом)", "ii(?![a-z])|втор(?:ой|ое|ого|ом)",
    "iii(?![a-z])|трет(?:ий|ьего|ьем)", "iv(?![a-z])|четв[её]рт(?:ый|ого|ом)",
)  # fmt: skip


def _words(token: Token, *forms: str, number: int | None = None) -> tuple[Token, re.Pattern[str], int | None]:
    """Return the form of whole words, whose number is told rather than written in digits."""
    return token, regex(f"(?:{'|'.join(forms)})(?![а-яё])", re.IGNORECASE), number


def _form(token: Token, form: str) -> tuple[Token, re.Pattern[str], None]:
    """Return the form of what is written in digits or marks, or says itself where it ends."""
    return token, regex(form, re.IGNORECASE), None


# The first that fits is taken, so what holds others at its beginning stands before them.
_FORMS = (
    _form(Token.DAY, r"(?P<y>(?:19|20)[0-9]{2})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9])"),
    _form(
        Token.DAY, r"(?P<d>[0-9]{1,2}) ?[./] ?(?P<m>[0-9]{1,2}) ?[./] ?(?P<y>(?:19|20)[0-9]{2})(?![0-9])"
    ),
    _form(Token.DAY_AND_MONTH, r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})(?!\.?[0-9])"),
    _form(
        Token.SCHOOL_YEAR,
        rf"(?P<y>(?:19|20)[0-9]{{2}}) ?(?:{_DASH}|/) ?(?P<m>[0-9]{{4}}|[0-9]{{2}})"
        rf" ?(?:гг?\.? ?)?{_SCHOOL} ?{_OF_YEAR}(?![а-яё])",
    ),
    _form(Token.YEAR, r"(?P<y>(?:19|20)[0-9]{2})(?![0-9])"),
    _words(Token.YEARLY, "ежегодно", "каждый год", "каждого года", f"{_TIMES} в год"),
    _words(
        Token.ONGOING,
        "постоянно", "(?:на )?постоянн(?:ой основе|ая основа)", "систематически", "регулярно", "бессрочно",
        "по мере (?:необходимости|поступления)", "по (?:необходимости|запрос(?:у|ам))",
        "(?:в )?течени[еи] всего периода", "(?:на )?весь период",
        "еженедельно", "ежемесячно", "ежеквартально", f"{_TIMES} в (?:неделю|месяц|квартал)",
    ),
    _words(
        Token.SOME_YEAR,
        "(?:в )?течени[еи] (?:всего )?(?:учебного |календарного |текущего )?года",
        "(?:весь|круглый) (?:учебный )?год", "(?:в )?текущ(?:ем (?:учебном )?году|его (?:учебного )?года)",
    ),
    _words(
        Token.SCHEDULE,
        "(?:по|согласно|в соответствии с) (?:(?:отдельн|утвержд[её]нн)[а-яё]{1,5} )?"
        f"(?:план(?:у|а|ом)?(?: ?{_DASH} ?график(?:у|а|ом))?|график(?:у|а|ом|ам|ами))",
    ),
    _form(Token.NUMBER, r"(?P<d>[0-9]{1,2})(?![0-9])(?:-?(?:й|ый|ой|ий|е|ое|го|ого)(?![а-яё]))?"),
    *(_words(Token.NUMBER, form, number=place) for place, form in enumerate(_ORDINALS, 1)),
    *(_words(Token.MONTH, form, number=place) for place, form in enumerate(_MONTHS, 1)),
    _words(Token.QUARTER, "квартал(?:а|е|у|ы|ов|ах)?", r"кв\.?"),
    _words(Token.HALF, "полугоди(?:е|я|и|ю|й|ях)"),
    _form(Token.AFTERWARDS, rf"(?:{_DASH} ?)?(?:а )?(?:далее|затем)(?![а-яё])(?: ?(?:{_DASH}|[:,]))?"),
    _words(Token.UNTIL, "(?:(?:в )?срок )?(?:до|не позднее|не позже|к)"),
    _words(Token.SINCE, "(?:начиная )?со?"),
    _words(Token.TO, "по"),
    _words(Token.END, "конца", "конец", "концу"),
    _words(Token.OF_YEAR, _OF_YEAR),
    _form(Token.DASH, _DASH),
    _form(Token.SEPARATOR, "[,;]"),
    _words(Token.SEPARATOR, "и"),
    _words(Token.FILLER, "течени[еи]", "месяц(?:а|е|ев)?", "период", "включительно", "во?", "на"),
    _form(Token.FILLER, "[.()]"),
)  # fmt: skip
_SPACES = regex(r"\s+")


def words_of(text: str) -> list[Word] | None:
    """Return the pieces of the text that carry meaning, or None where any of it is not understood."""
    meant: list[Word] = []
    before = Token.FILLER
    for word in _cut(_SPACES.sub(" ", text).strip()):
        # «2023 г.», but not «23 г.»: of which century that is would be a guess.
        if word is None or (word.token is Token.OF_YEAR and before not in {Token.YEAR, Token.DAY}):
            return None
        if word.token not in {Token.OF_YEAR, Token.FILLER}:
            meant.append(word)
        before = word.token
    return meant


def _cut(text: str) -> Iterator[Word | None]:
    place = 0
    while place < len(text):
        found = None if _is_torn(text, place) else _at(text, place)
        if found is None:
            yield None
            return
        word, place = found
        yield word
        place += text[place : place + 1] == " "


def _at(text: str, place: int) -> tuple[Word, int] | None:
    for token, form, number in _FORMS:
        found = form.match(text, place)
        if found is not None:
            groups = found.groupdict()
            written = (int(groups[name]) for name in "ymd" if groups.get(name))
            return Word(token, (number,) if number is not None else tuple(written)), found.end()
    return None


def _is_torn(text: str, place: int) -> bool:
    """Return whether the place is inside a number or inside a word."""
    before, here = text[place - 1 : place], text[place]
    return (before.isdigit() and here.isdigit()) or (before.isalpha() and here.isalpha())
