"""Text → the words that are sought; the script of the search cuts and folds the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from metodbank.word_forms import folded

WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_SILENT = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
"""What stands inside a word and is no letter of it: stress marks, soft hyphens, signs without width."""
STOP_WORDS = frozenset(
    {
        "а", "без", "бы", "в", "ведь", "во", "вот", "для", "до", "же", "за", "и", "из", "изо", "или", "к",
        "как", "ко", "ли", "либо", "на", "над", "не", "ни", "но", "ну", "о", "об", "обо", "от", "по", "под",
        "при", "про", "с", "со", "так", "также", "то", "тоже", "у", "уж", "что", "чтобы", "это",
    }
)  # fmt: skip
"""Words that stand everywhere and distinguish nothing: neither kept nor sought."""

WEAK_LEMMAS = frozenset(
    {
        "быстро", "быстрый", "быть", "весь", "вы", "где", "делать", "его", "если", "еще", "зачем", "каждый",
        "какой", "когда", "который", "кто", "куда", "мой", "мочь", "мы", "надо", "наш", "нет", "нужно",
        "он", "они", "очень", "плохо", "плохой", "почему", "после", "сам", "самый", "свой", "сделать",
        "сколько", "такой", "тот", "уже", "уметь", "хотеть", "чей", "чтоб", "этот", "я",
    }
)  # fmt: skip
"""Words of questions: they are sought, but say little of what is asked."""

ASKING_LEMMAS = frozenset({"вопрос", "помочь", "помощь", "проблема", "сложность", "совет", "трудность"})
"""Words with which help is asked for: as weak as those of questions in a base that does not have them."""


def is_typed(word: str) -> bool:
    """Return whether a word stands in a text as such: not what a text counts, nor the key of a name."""
    return word.isalpha() or word.isdigit()


def name_key(words: Sequence[str]) -> str:
    """Return the word by which a document with such a name is found at once; the script reckons the same."""
    return f"0={digest(' '.join(words)):x}"


def digest(text: str) -> int:
    """Return FNV-1a over UTF-16 units, of 32 bits."""
    number = 2166136261
    for letter in text:
        number = (number ^ ord(letter)) * 16777619 & 0xFFFFFFFF
    return number


def sounding(text: str) -> str:
    """Return the text without what is no letter of its words: «за́мок» is «замок», «й» stays one letter."""
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", _SILENT.sub("", whole)) if _SILENT.search(whole) else whole


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order, folded, stop words left out; numbers are words."""
    return [word for word in WORD.findall(folded(sounding(text))) if word not in STOP_WORDS]
