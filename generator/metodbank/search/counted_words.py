"""Numbers with what they count: «5 класс», «36 часов» and «3 декабря» are one word each for the search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.search.tokens import sounding
from metodbank.word_forms import folded

_MOST_GRADES = 11
_ORDINALS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат",
)  # fmt: skip
_MONTHS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
_UNITS = (
    r"(?P<grade>класс(?:а|е|у|ом|ов|ы|ам|ами|ах)?|кл)|(?P<hour>час(?:а|у|ов|ы|ам|ами|ах)?|ч)|"
    r"(?P<minute>минут(?:а|ы|у|ой|ам|ами|ах)?|мин)|"
    rf"(?P<month>(?:{'|'.join(_MONTHS)})[аяьйеюу]?)"
)
_NUMBER = rf"(?:[0-9]{{1,4}}|(?:{'|'.join(_ORDINALS)})[а-я]{{1,3}})(?:-?(?:й|го|му|м|ый|ой|ом|ого|е|х|я|ая))?"
_JOINED = r"\s*(?:[-–—,]|(?<![а-я])(?:и|или|по)(?![а-я]))\s*"
_COUNTED = re.compile(
    rf"(?<![0-9а-я.])(?P<numbers>{_NUMBER}(?:{_JOINED}{_NUMBER})*)[\s-]*(?:{_UNITS})(?![а-я])"
)
_DATE = re.compile(r"(?<![0-9.])([0-9]{1,2})\.([0-9]{1,2})\.[0-9]{2,4}(?![0-9])")
_PUPILS = (
    "перво", "второ", "третье", "четверо", "пяти", "шести", "семи", "восьми", "девяти", "десяти",
    "одиннадцати",
)  # fmt: skip
_PUPIL = re.compile(rf"({'|'.join(_PUPILS)})классни")
_PART = re.compile(r"(?P<span>[-–—]\s*|(?<![а-я])по\s+)?(?:(?P<digits>[0-9]+)|(?P<word>[а-я]{4,}))")
_ANY = re.compile("[0-9]|класс")


def counted_words(text: str) -> list[str]:
    """Return what the text counts, each as one word: `5grade`, `36hour`, `15minute`, `3.12` of a day.

    The script of the search (assets/search/counted.js) finds the same in a query.
    """
    low = folded(sounding(text))
    if not _ANY.search(low):
        return []
    found = [f"{_PUPILS.index(match[1]) + 1}grade" for match in _PUPIL.finditer(low)]
    found += (f"{int(match[1])}.{int(match[2])}" for match in _DATE.finditer(low))
    for match in _COUNTED.finditer(low):
        unit = match.lastgroup or ""
        ends = f".{_month(match[unit])}" if unit == "month" else unit
        found += (f"{number}{ends}" for number in _numbers(match["numbers"]))
    return list(dict.fromkeys(found))


def _month(word: str) -> int:
    stem = next(stem for stem in _MONTHS if word.startswith(stem))
    return _MONTHS.index(stem) + 1


def _numbers(text: str) -> Iterator[int]:
    """Yield the numbers of «2 и 4», «5–6» or «второй, третий»; of a span all that lie in it."""
    last = 0
    for part in _PART.finditer(text):
        number = int(part["digits"]) if part["digits"] else _ordinal(part["word"])
        if part["span"] and last < number <= _MOST_GRADES:
            yield from range(last + 1, number)
        yield number
        last = number


def _ordinal(word: str) -> int:
    return next((place for place, stem in enumerate(_ORDINALS, 1) if word.startswith(stem)), 0)
