"""Values of several fields in one short Russian phrase."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TypeVar, cast

from metodbank.dates import in_words
from metodbank.models.parts import GradeRange, Period
from metodbank.russian_words import NO_BREAK, counted, number_text

_WORD_JOINER = "\u2060"
_TIMES = re.compile(r":([0-9]{2})([-–—])(?=[0-9]{1,2}:[0-9]{2})")
_AFTER_NUMBER = (
    r"%|(?:г|гг|чел|тыс|млн)\.|(?:ч|мин)\b|год(?:|а|у|ом|ов|ы)\b|лет\b|"
    r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b"
)
_TIED = re.compile(rf" (?<=[0-9№.] )(?:(?<=[0-9] )(?={_AFTER_NUMBER})|(?<=№ )|(?<=\b[пПг]\. )(?=[0-9А-Я]))")
_HOUR = 60
_KILOBYTE = 1024


def grades_text(grades: GradeRange) -> str:
    """Return `5–6 классы` or `7 класс`."""
    if grades.first == grades.last:
        return f"{grades.first}{NO_BREAK}класс"
    return f"{grades.first}–{grades.last}{NO_BREAK}классы"


def period_text(period: Period) -> str:
    """Return `с 1 сентября 2025 г. по 31 мая 2026 г.`, either end alone where the other is open."""
    if period.start == period.end and period.start:
        return in_words(period.start)
    parts = []
    if period.start:
        parts.append(f"с{NO_BREAK}{in_words(period.start)}")
    if period.end:
        parts.append(f"по{NO_BREAK}{in_words(period.end)}")
    return " ".join(parts)


@lru_cache(maxsize=4096)
def duration_text(minutes: int) -> str:
    """Return `40 минут`, `1 час`, `1 ч 30 мин`."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return counted(minutes, "минута", "минуты", "минут")
    if not rest:
        return counted(hours, "час", "часа", "часов")
    return f"{number_text(hours)}{NO_BREAK}ч {rest}{NO_BREAK}мин"


def size_text(size: int) -> str:
    """Return the size of a file: `14 КБ`, `1,2 МБ`."""
    kilobytes = max(1, round(size / _KILOBYTE))
    if kilobytes < _KILOBYTE:
        return f"{kilobytes}{NO_BREAK}КБ"
    return f"{number_text(round(size / _KILOBYTE / _KILOBYTE, 1))}{NO_BREAK}МБ"


def inside_a_sentence(title: str) -> str:
    """Return a title as it stands after a comma: without its capital, unless that begins an abbreviation."""
    return title[0].lower() + title[1:] if title[1:2].islower() else title


def as_sentence(text: str) -> str:
    """Return a text with its full stop; one that ends with «г.» has it already."""
    return text if text.endswith(".") else f"{text}."


def capitalized(text: str) -> str:
    """Return a text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """Return a line that does not break inside «№ 214», «п. 3», «2025 г.», «30 %» or «10:00–13:00»."""
    if ":" in text:
        text = _TIMES.sub(f":\\1{_WORD_JOINER}\\2{_WORD_JOINER}", text)
    return _TIED.sub(NO_BREAK, text)


ToldT = TypeVar("ToldT")


def all_unbroken(told: ToldT) -> ToldT:
    """Return the data of a frozen dataclass with every text of it, and of what it holds, unbroken."""
    return cast(ToldT, _unbroken(told))


def _unbroken(value: object) -> object:
    if type(value) is str:
        return unbroken(value)
    if isinstance(value, tuple):
        return tuple(map(_unbroken, value))
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{name: _unbroken(each) for name, each in found.items()})
    return value
