"""All forms of Russian words by dictionary: стажировка – стажировок, ребёнок – дети. ё counts as е."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

WORD = re.compile(r"[A-Za-zА-Яа-яЁё0-9]+(?:-[A-Za-zА-Яа-яЁё0-9]+)*")
_LIKELY = 0.25
"""A reading counts from this part of the likeliest one's score: урок is урок, not урка."""
_PARTICIPLES = frozenset({"PRTF", "PRTS"})
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_DECLINED = ("а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_SHORTEST_DECLINED = 3
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


def lemmas_of(word: str) -> tuple[str, ...]:
    """Return the folded dictionary words that a folded word is likely to be a form of, the likeliest first.

    A word that the dictionary does not have is one of its own, unless its ending says of what it is a form.
    """
    return _looked_up(word)[0]


def lemma_and_noun(word: str) -> tuple[str, str]:
    """Return the likeliest lemma of a folded word, and that as it is written, with ё, where it is a noun."""
    lemmas, noun = _looked_up(word)
    return lemmas[0], noun


@lru_cache(maxsize=65536)
def _looked_up(word: str) -> tuple[tuple[str, ...], str]:
    readings = _analyzer().parse(word)
    likely = [r for r in readings if r.score >= _LIKELY * readings[0].score]
    if not any(r.is_known for r in likely):
        likely = likely[:1]
    found = dict.fromkeys(folded(reading.normal_form) for reading in likely)
    lemmas = tuple(lemma for lemma in found if any(word in forms for forms in lexeme_of(lemma))) or (word,)
    nouns = (r.normal_form for r in likely if r.is_known and r.tag.POS == "NOUN")
    return lemmas, next((noun for noun in nouns if folded(noun) == lemmas[0]), "")


@lru_cache(maxsize=65536)
def lexeme_of(lemma: str) -> tuple[frozenset[str], ...]:
    """Return the folded forms of a folded dictionary word; participles of each kind are a set of their own.

    So sets have few different endings. An abbreviation that only texts have is declined as speakers do.
    """
    sets: dict[str, set[str]] = {"": {lemma}}
    for reading in _analyzer().parse(lemma):
        if folded(reading.normal_form) == lemma:
            for form in reading.lexeme:
                tag = form.tag
                participle = f"{tag.tense} {tag.voice}" if tag.POS in _PARTICIPLES else ""
                sets.setdefault(participle, set()).add(folded(form.word))
    if sets == {"": {lemma}} and len(lemma) >= _SHORTEST_DECLINED and lemma[-1] in _CONSONANTS:
        sets[""] |= {lemma + ending for ending in _DECLINED}
    return tuple(map(frozenset, sets.values()))


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
