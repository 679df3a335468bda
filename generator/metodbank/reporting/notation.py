"""What stands in square brackets in a form: `[routes-share; ozersk; 2025; цель]`, found and folded.

Brackets that somebody meant and did not write as they should be are found too, each with its fault.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from metodbank.reporting.opening import Refused

PARTED_BY = ";"
MARKS = "[\uff3b"
MOST_IN_TEXT = 300
_BRACKETS = re.compile(r"\[([^\[\]\n\ufffc]{1,400})\]")
_MISSHAPEN = re.compile(r"[\[\uff3b]([^\[\]\uff3b\uff3d\ufffc]{1,400})([\]\uff3d]?)")
_NOT_CLOSED = "скобка не закрыта: после неё нет ]"
_NOT_SQUARE = "скобки не те: нужны квадратные [ и ] обычной ширины"
_IN_LINES = "скобки разорваны переводом строки: напишите их в одну строку"
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff«»„“”\"'"))
_FOLDED = {**_DASHES, **_UNSEEN, ord("ё"): "е"}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One pair of brackets: from which character of the text up to which, and its parts as written.

    `fault` tells in Russian what is wrong with the brackets themselves, empty where they are sound.
    """

    start: int
    end: int
    text: str
    parts: tuple[str, ...]
    fault: str = ""


def has_marks(text: str) -> bool:
    """Return whether a text can hold brackets at all."""
    return any(mark in text for mark in MARKS)


def placeholders(text: str) -> list[Placeholder]:
    """Return the brackets of a text in order; whether they ask for anything is not known here."""
    found = [
        Placeholder(match.start(), match.end(), match[0], _parts(match[1]))
        for match in _BRACKETS.finditer(text)
        if match[1].strip()
    ]
    found = sorted([*found, *_misshapen(text, found)], key=lambda each: each.start)
    if len(found) > MOST_IN_TEXT:
        raise Refused(f"В одном абзаце или ячейке больше {MOST_IN_TEXT} скобок: разделите текст.")
    return found


def _misshapen(text: str, sound: list[Placeholder]) -> Iterator[Placeholder]:
    """Yield what begins like brackets and is none: not closed, of another width, parted by a new line."""
    starts = {each.start for each in sound}
    for match in _MISSHAPEN.finditer(text):
        if match.start() in starts or not match[1].strip():
            continue
        said = match[1] if match[2] else match[1].split("\n")[0].rstrip()
        is_square = match[0][0] == "[" and match[2] != "\uff3d"
        fault = _NOT_SQUARE if not is_square else _IN_LINES if match[2] else _NOT_CLOSED
        end = match.end() if match[2] else match.start() + 1 + len(said)
        if said.strip():
            yield Placeholder(match.start(), end, text[match.start() : end], _parts(said), fault)


def _parts(said: str) -> tuple[str, ...]:
    return tuple(map(str.strip, said.split(PARTED_BY)))


def is_alone(text: str, found: Placeholder) -> bool:
    """Return whether nothing but the brackets stands in the text."""
    return text.strip() == found.text


def folded(written: str) -> str:
    """Return a name as it is compared: what Word changes while one types (dashes, quotes) makes no odds."""
    text = unicodedata.normalize("NFKC", written).lower().translate(_FOLDED)
    return " ".join(text.split())
