"""What records are compared by, told when a file is read, so that the fields need not be fetched for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from zlib import crc32

from metodbank.models.kinds import Kind
from metodbank.models.shape import fields_by_key
from metodbank.record_use import NEVER, last_day_of_use
from metodbank.word_forms import folded

COMPARED_BY = "difficulties"
"""Records of the kinds that have this field are compared."""
MOST_LETTERS = 240
"""So much of the texts tells what they are about, some twenty words; the rest would only blur it."""
_TITLE = ("title", "topic")
_TEXTS = ("summary", "problem", "aim", "annotation", "activities", "program")
_WORD = re.compile("[a-z\u0400-\u04ff]{3,}")
_LONG_WORD = re.compile("[a-z\u0400-\u04ff]{4,}")
_STEM = 5
_APART = "|"


class Likeness(NamedTuple):
    """What a record is compared by beside its facts.

    `grades` has a bit for each school grade, `words` those of its title, a stroke, then those of its texts;
    `place` brings records of one first grade together, among them those whose titles share words; `until` is
    the last day on which the record may be offered.
    """

    grades: int = 0
    words: str = ""
    place: str = ""
    until: date = NEVER

    @property
    def each_words(self) -> tuple[list[str], list[str]]:
        """Return the words of the title and those of the texts."""
        title, _, texts = self.words.partition(_APART)
        return title.split(), texts.split()


NONE = Likeness()


def likeness_of(kind: Kind, data: Any) -> Likeness:
    """Return what a record is compared by; nothing for kinds that are not compared."""
    if COMPARED_BY not in fields_by_key(kind.model):
        return NONE
    title = dict.fromkeys(_WORD.findall(_text(data, _TITLE)))
    texts = dict.fromkeys(_LONG_WORD.findall(_text(data, _TEXTS)))
    for word in title:
        texts.pop(word, None)
    grades = _grades(getattr(data, "grades", None))
    return Likeness(
        grades=grades,
        words=" ".join(title) + _APART + " ".join(texts),
        place=_place(grades, title),
        until=last_day_of_use(kind.name, data),
    )


def _text(data: Any, names: Iterable[str]) -> str:
    fields = vars(data)
    return folded(" ".join([value for name in names if (value := fields.get(name))])[:MOST_LETTERS])


def _grades(grades: Any) -> int:
    return (2 << grades.last) - (1 << grades.first) if grades and grades.first <= grades.last else 0


def _place(grades: int, title: Iterable[str]) -> str:
    """Return the first grade and the two least fingerprints of the words: like titles may share them."""
    first = (grades & -grades).bit_length()
    prints = sorted({crc32(word[:_STEM].encode()) for word in title})[:2]
    return f"{first:02}{''.join([f'{each:08x}' for each in prints]):16}"
