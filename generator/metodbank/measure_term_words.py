"""The words of which the terms of roadmaps are made: the text cut into tokens, or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


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
    """One piece: what it is, and the numbers in it (`25.08.2023` holds 25, 8, 2023)."""

    token: Token
    numbers: tuple[int, ...] = ()


_END_OF_WORD = r"(?![а-яё])"
_YEAR_WORD = r"г(?:г|од(?:а|у|ом|е|ы|ов|ах|ам)?)?" + _END_OF_WORD
_DASHES = r"[-\u2010-\u2015\u2212]"
_SCHOOL = r"уч(?:ебн(?:ый|ого|ом|ому|ым)|\.)?"
_MONTHS = (
    "январ(?:ь|я|е|ю|ем)", "феврал(?:ь|я|е|ю|ём|ем)", "март(?:а|е|у|ом)?", "апрел(?:ь|я|е|ю|ем)",
    "ма(?:й|я|е|ю|ем)", "июн(?:ь|я|е|ю|ем)", "июл(?:ь|я|е|ю|ем)", "август(?:а|е|у|ом)?",
    "сентябр(?:ь|я|е|ю|ём|ем)", "октябр(?:ь|я|е|ю|ём|ем)", "ноябр(?:ь|я|е|ю|ём|ем)", "декабр(?:ь|я|е|ю|ём|ем)",
)  # fmt: skip
_ORDINALS = (
    r"i(?![a-z])|перв(?:ый|ое|ого|ом)", r"ii(?![a-z])|втор(?:ой|ое|ого|ом)",
    r"iii(?![a-z])|трет(?:ий|ьего|ьем)", r"iv(?![a-z])|четв[её]рт(?:ый|ого|ом)",
)  # fmt: skip
_ONGOING = (
    r"постоянно", r"(?:на )?постоянн(?:ой|ая) основ[еа]", r"систематически", r"регулярно", r"бессрочно",
    r"по мере (?:необходимости|поступления)", r"по (?:необходимости|запрос(?:у|ам))",
    r"(?:в )?течени[еи] всего периода", r"(?:весь|на весь) период",
    r"еженедельно", r"ежемесячно", r"ежеквартально",
    r"(?:не реже )?(?:[0-9]{1,2} |одного |один |два |двух |три |тр[её]х )?раза? в (?:неделю|месяц|квартал)",
)  # fmt: skip
_YEARLY = (
    r"ежегодно", r"каждый год",
    r"(?:не реже )?(?:[0-9]{1,2} |одного |один |два |двух |три |тр[её]х )?раза? в год",
)  # fmt: skip
_SOME_YEAR = (
    r"(?:в )?течени[еи] (?:всего )?(?:учебного |календарного |текущего )?года",
    r"(?:весь|круглый) (?:учебный )?год", r"(?:в )?текущ(?:ем|его) (?:учебном )?год[уа]",
)  # fmt: skip
_SCHEDULE = (
    r"(?:по|согласно|в соответствии с) (?:(?:отдельн|утвержд[её]нн)[а-яё]{1,5} )?"
    r"(?:план(?:у|а|ом|ами|ам)?(?: ?[-–] ?график(?:у|а|ом|ам|ами))?|график(?:у|а|ом|ам|ами))"
)

# The order matters: the first that fits is taken, so the longer stand before their own beginnings.
_FORMS: tuple[tuple[Token, str], ...] = (
    (Token.DAY, r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])"),
    (Token.DAY, r"([0-9]{1,2}) ?[./] ?([0-9]{1,2}) ?[./] ?([0-9]{4})(?![0-9])"),
    (Token.DAY_AND_MONTH, r"([0-9]{1,2})\.([0-9]{1,2})(?!\.?[0-9])"),
    (
        Token.SCHOOL_YEAR,
        rf"([0-9]{{4}}) ?(?:{_DASHES}|/) ?([0-9]{{4}}|[0-9]{{2}}) ?(?:гг?\.? ?)?{_SCHOOL} ?{_YEAR_WORD}",
    ),
    (Token.YEAR, r"((?:19|20)[0-9]{2})(?![0-9])"),
    (Token.YEARLY, "|".join(_YEARLY) + _END_OF_WORD),
    (Token.ONGOING, "|".join(_ONGOING) + _END_OF_WORD),
    (Token.NUMBER, r"([0-9]{1,2})(?![0-9])(?:-?(?:й|ый|ой|ий|е|ое|го|ого)(?![а-яё]))?"),
    *((Token.MONTH, rf"(?:{month}){_END_OF_WORD}") for month in _MONTHS),
    (Token.QUARTER, rf"кв(?:артал(?:а|е|у|ы|ов|ах)?{_END_OF_WORD}|\.)"),
    (Token.HALF, rf"полугоди(?:е|я|и|ю|й|ях){_END_OF_WORD}"),
    *((Token.NUMBER, rf"(?:{ordinal}){_END_OF_WORD}") for ordinal in _ORDINALS),
    (Token.SOME_YEAR, "|".join(_SOME_YEAR) + _END_OF_WORD),
    (Token.SCHEDULE, _SCHEDULE + _END_OF_WORD),
    (Token.AFTERWARDS, rf"(?:а )?(?:далее|затем){_END_OF_WORD} ?[-–—:,]?"),
    (Token.UNTIL, rf"(?:(?:в )?срок )?(?:до|не позднее|не позже|к){_END_OF_WORD}"),
    (Token.SINCE, rf"(?:начиная )?со?{_END_OF_WORD}"),
    (Token.TO, rf"по{_END_OF_WORD}"),
    (Token.END, rf"кон(?:ца|ец){_END_OF_WORD}"),
    (Token.OF_YEAR, _YEAR_WORD),
    (Token.DASH, _DASHES),
    (Token.SEPARATOR, rf"[,;]|и{_END_OF_WORD}"),
    (Token.FILLER, rf"(?:течени[еи]|месяц(?:а|е|ев)?|период|включительно|во?|на){_END_OF_WORD}|[.()]"),
)
_CUT = re.compile("|".join(f"(?P<f{place}>{form})" for place, (_, form) in enumerate(_FORMS)), re.IGNORECASE)
_VALUES = {
    place: numbered
    for token in (Token.MONTH, Token.NUMBER)
    for numbered, place in enumerate(
        (place for place, (own, form) in enumerate(_FORMS) if own is token and "([0-9]" not in form), 1
    )
}
_SPACES = re.compile(r"\s+")


def words_of(text: str) -> list[Word] | None:
    """Return the pieces of the text that carry meaning, or None where any of it is not understood."""
    cut = list(_cut(_SPACES.sub(" ", text).strip()))
    if None in cut:
        return None
    words = [word for word in cut if word is not None]
    meant = []
    for before, word in zip([Word(Token.FILLER), *words], words, strict=False):
        if word.token is Token.OF_YEAR:
            # «2023 г.», but not «23 г.»: what century that is would be a guess.
            if before.token not in {Token.YEAR, Token.DAY}:
                return None
        elif word.token is not Token.FILLER:
            meant.append(word)
    return meant


def _cut(text: str) -> Iterator[Word | None]:
    place = 0
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        found = _CUT.match(text, place)
        if found is None or found.lastgroup is None or (place and _is_torn(text, place)):
            yield None
            return
        number = int(found.lastgroup[1:])
        values = [int(value) for value in _groups(found, number) if value]
        yield Word(_FORMS[number][0], tuple(values or [_VALUES[number]] if number in _VALUES else values))
        place = found.end()


def _is_torn(text: str, place: int) -> bool:
    """Return whether the place is inside a number or inside a word."""
    before, here = text[place - 1], text[place]
    return (before.isdigit() and here.isdigit()) or (before.isalpha() and here.isalpha())
