"""Personal data that must not be published (152-ФЗ; P1–P3): found by form, told without repeating it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from metodbank.checks.check import Looking
from metodbank.checks.control_digits import is_inn_of_person, is_snils
from metodbank.checks.known_people import VOCABULARY, tells_of_a_figure
from metodbank.checks.sentences import around
from metodbank.checks.texts import Texts
from metodbank.patterns import regex
from metodbank.problems import Finding

# Each of these looks a bounded way ahead from each place, so the time grows with the text and no faster.
_PUBLIC_MAIL = regex(
    r"(?<![\w.+-])[\w.+-]{1,64}@"
    r"(?:mail|bk|inbox|list|internet|yandex|ya|rambler|gmail|hotmail|outlook|icloud|yahoo)\.(?:ru|com|net)\b",
    re.IGNORECASE,
)
_BETWEEN_DIGITS = r"[ .\-\u00a0\u2009-\u2015\u202f]{0,2}"
_MOBILE = regex(
    rf"(?<!\d)(?<!\d[.,-])(?:\+7|8){_BETWEEN_DIGITS}\(?9\d\d\)?(?:{_BETWEEN_DIGITS}\d){{7}}(?!\d)"
)
_SNILS = regex(r"(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)")
_SNILS_BARE = regex(r"СНИЛС\D{0,12}(\d{11})(?!\d)", re.IGNORECASE)
_PASSPORT = regex(r"паспорт\w{0,6}\D{0,30}\d{2}[ \u00a0]?\d{2}[ \u00a0№N]{0,4}\d{6}(?!\d)", re.IGNORECASE)
_TWELVE_DIGITS = regex(r"(?<!\d)\d{12}(?!\d)")
_DAY = r"\d{1,2}[. \u00a0](?:\d{1,2}|[а-я]{3,8})[. \u00a0]\d{4}"
_BIRTH = regex(
    rf"(?:рожд(?:ения|[её]н|ена|\.)|д\. ?р\.)\D{{0,12}}{_DAY}|родил(?:ся|ась|ись)\D{{0,30}}{_DAY}"
    rf"|{_DAY}[ \u00a0]?(?:г\.|года)?[ \u00a0]?(?:рожд|родил)",
    re.IGNORECASE,
)
_YEAR = regex(r"\d{4}")
_NOBODY_ALIVE = 1925
_FAMOUS = regex(
    r"(?<![а-яё])(?:поэт|писател|уч[её]н(?:ый|ого|ому|ым|ом|ая|ой|ую)(?![а-яё])|композитор|художни|драматург"
    r"|прозаик|баснопис|сказочник|скульптор|архитектор|полковод|космонавт|изобретател|мореплавател|философ"
    r"|просветител|герой советского)",
    re.IGNORECASE,
)
# The ИНН of an organization is checked as such, a person's one in its place included.
_TOLD_ELSEWHERE = ("MB306", "inn")
# Whatever the rules look for but mail is a number of ten digits that stand near each other, or a day.
_NUMBER_OR_DAY = regex(r"[0-9](?:(?:[^0-9]{0,4}[0-9]){9}|[0-9]?[. \u00a0]\w{1,8}[. \u00a0][0-9]{4})")

_RULES: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("MB301", _MOBILE, lambda text: True),
    ("MB302", _PUBLIC_MAIL, lambda text: True),
    ("MB304", _SNILS, is_snils),
    ("MB304", _SNILS_BARE, is_snils),
    ("MB305", _PASSPORT, lambda text: True),
    ("MB306", _TWELVE_DIGITS, is_inn_of_person),
    ("MB307", _BIRTH, lambda text: True),
)
_NUMBERS = [pattern.pattern for _, pattern, _ in _RULES if pattern is not _PUBLIC_MAIL]
_ANY_NUMBER = regex("|".join(f"(?:{source})" for source in _NUMBERS), re.IGNORECASE)
"""Any of them but mail: most texts with digits hold nothing of the kind, and one search tells."""


def look(texts: Texts, looking: Looking) -> Iterator[Finding]:
    """Yield what looks like a person's data in any text of the record."""
    whole = texts.whole
    if "@" not in whole and _NUMBER_OR_DAY.search(whole) is None and not any(map(_may_tell, texts.others)):
        return
    for at, text in texts.all:
        if not _may_tell(text):
            continue
        in_contact = "contact" in at
        for code, pattern, is_really in _RULES:
            found = next((match.group() for match in pattern.finditer(text) if is_really(match.group())), "")
            if code == "MB307":
                found = _birth_of_somebody(text, looking)
            if not found or (code, at[-1]) == _TOLD_ELSEWHERE:
                continue
            if in_contact and code == "MB301":
                continue
            told = "MB303" if in_contact and code == "MB302" else code
            yield Finding(told, at, masked(found))


def _may_tell(text: str) -> bool:
    return "@" in text or (_NUMBER_OR_DAY.search(text) is not None and _ANY_NUMBER.search(text) is not None)


def _birth_of_somebody(text: str, looking: Looking) -> str:
    """Return the first day of birth that is not that of a person of the past, or of a famous one."""
    for match in _BIRTH.finditer(text):
        born = int(_YEAR.findall(match.group())[-1])
        before, after = around(text, match.start(), match.end())
        sentence = before + match.group() + after
        known = looking.base.vocabularies[VOCABULARY]
        if born >= _NOBODY_ALIVE and not (
            _FAMOUS.search(sentence) or tells_of_a_figure(sentence, known, born)
        ):
            return match.group()
    return ""


def masked(text: str) -> str:
    """Return the text with all but its ends hidden: a report must not spread what it warns of."""
    shown = [
        "•" if letter.isalnum() and 2 <= place < len(text) - 2 else letter
        for place, letter in enumerate(text)
    ]
    return "".join(shown)
