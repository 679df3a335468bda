"""How wide a text is, in heights of a letter, and where it is broken into lines.

The widths are those of the widest of the fonts that readers have, so a text is never wider than is said here.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

LINE = Fraction(13, 10)
"""From one line of text to the next, in em."""
ASCENT = Fraction(95, 100)
"""From the top of a line of text to its base line, in em."""
_WIDTHS = {
    35: " ',./:;I\\ijl|\u00a0·",
    42: "!()-[]frt",
    50: '"*J`',
    56: "?L_cszгзсэ–„“",
    60: "kvxyвтухчь",
    65: "0123456789$FTabdeghnopqu{}ГЗТУабеёийклоря«»",
    70: "ABEKPSVXYZАБВЕЁРХЧЬднпц",
    77: "CDHNRUИЙКЛНПСЭЯмъ",
    85: "#&+<=>GOQ^w~ДОЦЪыю−✓✕≈×≥≤",
    95: "%MМФЫжфшщ○●■",
}
_EM = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_WIDEST = 110
_NO_BREAK = "\u00a0"
_DASH = "–"
_BOLD = Fraction(110, 100)
_WORD = re.compile(r" |[^ -]+-*|-+")
_VOWELS = frozenset("аеёиоуыэюяaeiouy")
_SIGNS = frozenset("ьъ")
_NEVER_FIRST = _SIGNS | frozenset("йы")
_AFTER_VOWELS_FIRST = _SIGNS | frozenset("й")
"""Behind these a vowel begins a syllable: «подъ-езд», «рай-он»."""
_SONOROUS = frozenset("лмнр")
"""Before another consonant these end a syllable: «Констан-тин», not «Конста-нтин»."""
_NUMBER = re.compile(r"[0-9.,:/]")


@lru_cache(maxsize=4096)
def width_of(text: str, is_bold: bool = False) -> Fraction:
    """Return the width of a text in one line, in em; never less than it is."""
    width = Fraction(sum(_EM.get(letter, _WIDEST) for letter in text), 100)
    return width * _BOLD if is_bold else width


def wrapped(text: str, width: Fraction, *, is_bold: bool = False) -> tuple[str, ...]:
    """Return the text in lines not wider than so many em: broken at spaces and hyphens, else at syllables."""
    lines = [""]
    for part in _WORD.findall(text):
        if width_of((lines[-1] + part).rstrip(), is_bold) <= width:
            lines[-1] += part
            continue
        lines[-1] = lines[-1].rstrip()
        if part != " ":
            lines += _pieces(part, width, is_bold)
    return tuple(line.strip() for line in lines if line.strip()) or ("",)


def _pieces(word: str, width: Fraction, is_bold: bool) -> list[str]:
    """Return a word whole, or cut into pieces each with a hyphen but the last."""
    if width_of(word, is_bold) <= width:
        return [word]
    head, space, tail = word.rpartition(_NO_BREAK)
    if space:
        return [*_pieces(head, width, is_bold), *_pieces(tail, width, is_bold)]
    head, dash, tail = word.rpartition(_DASH)
    if head and tail:
        return [*_pieces(head + dash, width, is_bold), *_pieces(tail, width, is_bold)]
    pieces = []
    while width_of(word, is_bold) > width:
        fitting = (end for end in range(2, len(word) - 1) if width_of(word[:end] + "-", is_bold) <= width)
        ends = [end for end in fitting if not _is_in_number(word, end)]
        if not ends:
            break
        end = max((end for end in ends if _is_between_syllables(word, end)), default=ends[-1])
        pieces.append(word[:end] + "-")
        word = word[end:]
    return [*pieces, word]


def _is_between_syllables(word: str, end: int) -> bool:
    """Return whether a word may be broken so: a vowel on either side, no sign or й torn from its syllable."""
    head, tail = word[:end].lower(), word[end:].lower()
    has_vowels = len(head) > 1 and len(tail) > 1 and bool(_VOWELS & set(head)) and bool(_VOWELS & set(tail))
    if not has_vowels or not (head[-1].isalpha() and tail[0].isalpha()) or tail[0] in _NEVER_FIRST:
        return False
    if tail[0] in _VOWELS:
        return head[-1] in _AFTER_VOWELS_FIRST
    if tail[1] in _SIGNS:  # «наль-ных», but «се-мьёй»
        return tail[1] == "ь" and tail[2:3] in _VOWELS
    return tail[0] not in _SONOROUS or tail[1] in _VOWELS


def _is_in_number(word: str, end: int) -> bool:
    return bool(_NUMBER.match(word[end - 1]) and _NUMBER.match(word[end]))
