"""Signs that nobody sees and spaces that are one too many (G11).

Letters written in two parts are put together when a file is read, so only those that an escape of YAML
makes are told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.texts import Texts, without_code
from metodbank.problems import Finding

_NAMES = {
    "\u00ad": "мягкий перенос",
    "\u200b": "пробел нулевой ширины",
    "\u200c": "невидимый разделитель",
    "\u200d": "невидимый соединитель",
    "\u200e": "знак направления письма",
    "\u200f": "знак направления письма",
    "\u2028": "невидимый конец строки",
    "\u2029": "невидимый конец абзаца",
    "\u2060": "невидимый соединитель",
    "\ufeff": "метка порядка байтов",
}
_TELLING = (*_NAMES, "  ")
# Emoji are joined by an invisible sign as well; only beside a letter is it a fault.
_SEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2028\u2029\u2060\ufeff]|(?<=\\w)[\u200c\u200d]|[\u200c\u200d](?=\\w)"
)
_DOUBLE_SPACE = re.compile(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|])")
_LIST_MARK = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+|^[ \t]*\|.*$", re.MULTILINE)


def look(texts: Texts, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the first of these in each text."""
    if not _is_worth_a_look(texts.whole):
        return
    for at, text in texts.russian:
        found = _found(text)
        if found:
            yield Finding("MB224", at, found)


def _is_worth_a_look(text: str) -> bool:
    if any(map(text.__contains__, _TELLING)) or not unicodedata.is_normalized("NFC", text):
        return True
    return "\u00a0" in text and ("\u00a0 " in text or " \u00a0" in text)


def _found(text: str) -> str:
    invisible = _SEEN.search(text)
    if invisible is not None:
        return _NAMES[invisible.group()]
    if not unicodedata.is_normalized("NFC", text):
        return "буква из двух знаков"
    if _DOUBLE_SPACE.search(text) and _DOUBLE_SPACE.search(_LIST_MARK.sub("", without_code(text))):
        return "два пробела подряд"
    return ""
