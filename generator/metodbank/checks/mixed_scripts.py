"""Latin letters that look like Russian ones inside a Russian word, and the other way round (G10)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.texts import Texts, without_code, without_pieces
from metodbank.patterns import regex
from metodbank.problems import Finding

_LATIN_TWINS = "ABCEHKMOPTXYacekopxyëË"
_RUSSIAN_TWINS = "АВСЕНКМОРТХУасекорхуёЁ"
_TO_RUSSIAN = str.maketrans(_LATIN_TWINS, _RUSSIAN_TWINS)
_TO_LATIN = str.maketrans(_RUSSIAN_TWINS, _LATIN_TWINS)
_TWINS_OF_RUSSIAN = frozenset(_LATIN_TWINS)
_TWINS_OF_LATIN = frozenset(_RUSSIAN_TWINS)

_MIXED = regex(
    r"[A-Za-zëË]{1,40}[А-Яа-яЁё][A-Za-zëËА-Яа-яЁё]{0,40}|[А-Яа-яЁё]{1,40}[A-Za-zëË][A-Za-zëËА-Яа-яЁё]{0,40}"
)
_LATIN = regex(r"[A-Za-zëË]")
_RUSSIAN = regex(r"[А-Яа-яЁё]")
_ROMAN_NUMBER = regex(r"[IVXLC]{2,}[а-яё]")
_IN_ADDRESSES = ("://", "www.", "@", "_", "\\")
_LATIN_BYTES = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def look(texts: Texts, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the first such word of each text with the word as it should be.

    A word that is mixed on purpose («PROчтение») holds a letter that has no twin, and is left alone.
    """
    if not _holds_latin(texts.whole):
        return
    for at, text in texts.russian:
        if _MIXED.search(text) is None:
            continue
        for match in _MIXED.finditer(without_pieces(without_code(text), _IN_ADDRESSES)):
            meant = _meant(match.group())
            if meant:
                yield Finding("MB223", at, match.group(), suggestion=meant)
                break


def _holds_latin(text: str) -> bool:
    """Return whether there is any Latin letter; counting bytes is five times faster than a search."""
    raw = text.encode("utf-8", "replace")
    return len(raw.translate(None, _LATIN_BYTES)) < len(raw) or "ë" in text or "Ë" in text


def _meant(word: str) -> str:
    """Return the word in one script, or nothing where its letters are no twins."""
    latin, russian = _LATIN.findall(word), _RUSSIAN.findall(word)
    if _ROMAN_NUMBER.match(word):
        return ""
    to_russian, to_latin = _TWINS_OF_RUSSIAN.issuperset(latin), _TWINS_OF_LATIN.issuperset(russian)
    if to_russian and (not to_latin or len(russian) >= len(latin)):
        return word.translate(_TO_RUSSIAN)
    return word.translate(_TO_LATIN) if to_latin else ""
