"""The files of forms: each holds what begins with one letter, or with more where that is too much.

A line of a file is `<how many letters are those of the one before><the rest of the stem>,<endings>` and how
common the lemma is; where that is not the stem with the first ending, it is told in the same way from the
stem. Endings stand once a file, `shortened`. Letters are `swapped`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from metodbank.search.encoding import DIGITS, data_in, script, swapped, told_after, told_from
from metodbank.search.endings import lengthened, shortened
from metodbank.search.lexicon import PREFIX, Entry

MOST = 160
"""What begins alike and has more lines than these is dealt out by one letter more."""
_COUNTED = 4


class Line(NamedTuple):
    """An entry of a lemma, and how common that is: the binary logarithm of its documents."""

    entry: Entry
    lemma: str
    commonness: int


Sizes = dict[str, int]
"""How many lines begin with each four letters."""


def beginning_of(line: Line) -> str:
    """Return the letters under which a line is counted."""
    return (line.entry.stem + line.entry.endings[0])[:_COUNTED]


def sizes_of(lines: Iterable[Line]) -> Sizes:
    """Return how many lines begin with each four letters."""
    found: Sizes = {}
    for line in lines:
        beginning = beginning_of(line)
        found[beginning] = found.get(beginning, 0) + 1
    return found


def files_of(sizes: Mapping[str, int]) -> dict[str, str]:
    """Return for each prefix of entries the beginning of words by which their file is called."""
    alike: Sizes = {}
    for beginning, size in sizes.items():
        for letters in range(1, PREFIX):
            alike[beginning[:letters]] = alike.get(beginning[:letters], 0) + size
    prefixes = {beginning[:PREFIX] for beginning in sizes}
    return {prefix: _file_of(prefix, alike) for prefix in prefixes}


def _file_of(prefix: str, alike: Mapping[str, int]) -> str:
    letters = 1
    while letters < len(prefix) and alike[prefix[:letters]] > MOST:
        letters += 1
    return prefix[:letters]


def beginnings_file(name: str, sizes: Mapping[str, int]) -> bytes:
    """Return the script with the four letters with which words begin, for errors in the first three.

    By first letter, the other three of each; shorter words are left out.
    """
    found: dict[str, str] = {}
    for beginning in sorted(sizes):
        if len(beginning) == _COUNTED:
            first = swapped(beginning[0])
            found[first] = found.get(first, "") + swapped(beginning[1:])
    return script(name, found)


def commonness_of(documents: int) -> int:
    """Return how common a lemma is that stands in so many documents."""
    return max(0, documents.bit_length() - 1)


def vocabulary_file(name: str, lines: Iterable[Line]) -> bytes:
    """Return the script with the lines of one file."""
    endings: dict[tuple[str, ...], int] = {}
    ordered = sorted(lines)
    for line in ordered:
        endings.setdefault(line.entry.endings, len(endings))
    texts, before = [], ""
    for line in ordered:
        stem = line.entry.stem
        text = f"{told_from(before, stem)},{_two(endings[line.entry.endings])}{DIGITS[line.commonness]}"
        if line.lemma != stem + line.entry.endings[0]:
            text += told_from(stem, line.lemma)
        texts.append(text)
        before = stem
    table = "|".join(swapped(shortened(each)) for each in endings)
    return script(name, table, "|".join(texts))


def lines_in(content: bytes) -> list[Line]:
    """Return the lines of a file."""
    _, table, texts = map(str, data_in(content))
    endings = [lengthened(swapped(each)) for each in table.split("|")]
    found, stem = [], ""
    for text in texts.split("|"):
        told, _, rest = text.partition(",")
        stem = told_after(stem, told)
        these = endings[int(rest[:2], 36)]
        lemma = told_after(stem, rest[3:]) if rest[3:] else stem + these[0]
        entry = Entry((stem + these[0])[:PREFIX], stem, these)
        found.append(Line(entry, lemma, int(rest[2], 36)))
    return found


def _two(number: int) -> str:
    return DIGITS[number // 36] + DIGITS[number % 36]
