"""The files of phrases: in which documents one word follows another, and what comes after both.

A triple is a number made of digests of its words: of the first two, and six bits of the third, which are none
at the end of a text. A phrase is met where all of its triples are; of two words, where they stand before
anything. Where a word stands in its text is not kept: for words that stand everywhere that is most of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sized

from metodbank.search.bits import COUNTS, Reader, ascending, bits_of, gaps_of, lowest, text_of
from metodbank.search.encoding import data_in, script
from metodbank.search.numbers import word_hash
from metodbank.search.piece import BETWEEN, Piece
from metodbank.search.tokens import is_typed

_NEXT = 6
_PAIR = 12
KEY = _PAIR + _NEXT
"""So many bits tell triples of one file apart."""
_HASH = 32

Keys = list[tuple[int, list[int]]]
"""What tells each triple of a file from the others, and its documents, both in ascending order."""


class _Hashes(dict[str, int]):
    """The digest of each word, none of what no one types so."""

    def __missing__(self, word: str) -> int:
        number = self[word] = word_hash(word) if is_typed(word) else 0
        return number


class Triples:
    """Finds the triples of pieces for an index with so many files."""

    def __init__(self, shards: int) -> None:
        self._mask = (shards << _PAIR) - 1
        self._file = shards - 1
        self._low = _NEXT + shards.bit_length() - 1
        self._hashes = _Hashes()

    def of(self, piece: Piece) -> set[int]:
        """Return the triples of a piece."""
        hashes, mask, last = self._hashes, self._mask, _HASH - _NEXT
        found: set[int] = set()
        for text in piece.text.split(BETWEEN):
            words = [number for word in text.split(" ") if (number := hashes[word])]
            found.update(
                [
                    (3 * one + two & mask) << _NEXT | three >> last
                    for one, two, three in zip(words, words[1:], [*words[2:], 0], strict=False)
                ]
            )
        return found

    def file_of(self, triple: int) -> int:
        """Return the number of the file in which a triple stands."""
        return triple >> _NEXT & self._file

    def key_of(self, triple: int) -> int:
        """Return what tells a triple from the others of its file."""
        return triple >> self._low << _NEXT | triple & (1 << _NEXT) - 1

    def by_file(self, pieces: Mapping[str, Piece], numbers: Mapping[str, int], room: int) -> Iterator[Keys]:
        """Yield the triples of each file, given the numbers of the pieces in ascending order."""
        # Numbers of eight bytes: millions of them at once would fill the memory as lists.
        found = [array("Q") for _ in range(self._file + 1)]
        bits, last_file = room.bit_length() + 1, self._file
        for name, number in numbers.items():
            for triple in self.of(pieces[name]):
                found[triple >> _NEXT & last_file].append(triple << bits | number)
        number_only = (1 << bits) - 1
        for part in found:
            keys: Keys = []
            before, documents = -1, [0]
            for each in sorted(part):
                triple = each >> bits
                if triple == before:
                    documents.append(each & number_only)
                else:
                    before, documents = triple, [each & number_only]
                    keys.append((self.key_of(triple), documents))
            yield keys


def phrases_file(name: str, keys: Keys, room: int) -> bytes:
    """Return the script with some triples: first those of one document, which most of real texts are.

    Of these, how many, then of each the gap to it and its document; of the others the gap and the documents.
    """
    single = [(key, documents[0]) for key, documents in keys if len(documents) == 1]
    several = [(key, documents) for key, documents in keys if len(documents) > 1]
    gaps, of_one, before = gaps_of(_low(single)), gaps_of(lowest(1, room)), -1
    parts = [COUNTS[len(single)]]
    for key, document in single:
        parts += (gaps[key - before], of_one[document + 1])
        before = key
    gaps, before = gaps_of(_low(several)), -1
    parts.append(COUNTS[len(several)])
    for key, documents in several:
        parts += (gaps[key - before], ascending(documents, room))
        before = key
    return script(name, text_of("".join(parts)))


def _low(keys: Sized) -> int:
    return lowest(len(keys) or 1, 1 << KEY)


def keys_in(content: bytes, room: int) -> dict[int, list[int]]:
    """Return the documents of each triple of a file, in ascending order."""
    _, text = data_in(content)
    reader, found, key = Reader(bits_of(text)), {}, -1
    number = reader.count()
    for gap, document in reader.pairs(number, lowest(number or 1, 1 << KEY), lowest(1, room)):
        key += gap
        found[key] = [document - 1]
    number, key = reader.count(), -1
    for _ in range(number):
        key += reader.gap(lowest(number, 1 << KEY))
        found[key] = reader.ascending(room)
    return found
