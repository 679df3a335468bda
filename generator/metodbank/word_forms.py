"""All forms of Russian words by dictionary: стажировка – стажировок, ребёнок – дети. ё counts as е."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

WORD = re.compile(r"[A-Za-zА-Яа-яЁё0-9]+(?:-[A-Za-zА-Яа-яЁё0-9]+)*")
_LIKELY = 0.25
"""A reading counts from this part of the likeliest one's score: урок is урок, not урка."""
_NOMINAL = frozenset({"NOUN", "ADJF", "ADJS", "PRTF", "PRTS", "NUMR", "NPRO"})


def folded(text: str) -> str:
    """Return the text as it is compared: lower case, е for ё; of the same length."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lower.replace("ё", "е")


@lru_cache(maxsize=4096)
def forms_of(word: str) -> frozenset[str]:
    """Return the folded forms of a word in its likely readings, itself among them.

    A noun, an adjective or a participle has the forms of a name only: открытый, not открою.
    """
    found = {folded(word)}
    readings = _analyzer().parse(word)
    for reading in readings:
        if reading.score >= _LIKELY * readings[0].score:
            forms = reading.lexeme
            if reading.tag.POS in _NOMINAL:
                forms = [form for form in forms if form.tag.POS in _NOMINAL]
            found |= {folded(form.word) for form in forms}
    return frozenset(found)


@lru_cache(maxsize=4096)
def may_be_surname(word: str) -> bool:
    """Return whether a word with a capital is a surname; one that the dictionary does not have may be."""
    readings = _analyzer().parse(word)
    return not readings[0].is_known or any("Surn" in reading.tag for reading in readings)


@lru_cache(maxsize=4096)
def is_given_name(word: str) -> bool:
    """Return whether the dictionary has the word as a given name: Ирина, Коля."""
    return any(reading.is_known and "Name" in reading.tag for reading in _analyzer().parse(word))


@lru_cache(maxsize=4096)
def is_place(word: str) -> bool:
    """Return whether the dictionary has the word as the name of a place: директор Кирова."""
    return any(reading.is_known and "Geox" in reading.tag for reading in _analyzer().parse(word))


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    import pymorphy3  # a tenth of a second: only where there is a glossary

    return pymorphy3.MorphAnalyzer()
