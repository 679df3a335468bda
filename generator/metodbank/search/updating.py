"""An index brought up to date: only the files of words whose postings changed are made again.

What comes out is, byte for byte, what making the whole would have given; where the files are dealt out
otherwise than before, the whole is made.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping

from metodbank.search.concepts import Concepts, Said
from metodbank.search.index import (
    Documents,
    Files,
    Get,
    Indexed,
    Layout,
    Made,
    card_name,
    cards_files,
    lines_of,
    phrases_name,
    postings_name,
    vocabulary_name,
)
from metodbank.search.lexicon import Lemmas, Lexicon
from metodbank.search.making import inverted_words, made_whole, weights_by_lemma, words_by_lemma
from metodbank.search.numbers import numbered
from metodbank.search.phrases import Triples, keys_in, phrases_file
from metodbank.search.piece import Piece
from metodbank.search.postings import NOWHERE, WEIGHTS, lists_in, lists_text, moved, postings_file, texts_in
from metodbank.search.vocabulary import Line, Sizes, beginning_of, files_of, lines_in, vocabulary_file

WORTH_THE_WHOLE = 0.1
"""Where this part of the documents changed, making the whole takes no longer."""

Edits = dict[str, dict[int, int | None]]
"""By lemma and number of a document its weight there now, None where it stands there no longer."""


class Missing(Exception):
    """Something that was made before is not at hand."""


def updated(
    documents: Documents,
    concepts: Said,
    before: Indexed,
    former: Documents,
    known: Lemmas,
    get: Get,
    processes: int,
) -> Made:
    """Return what changed of the index.

    `former` gives the documents as they were, by the same names; `get` a file as it was; both raise `Missing`
    where they cannot, and then, as where too much changed, the whole is made.
    """
    layout = Layout.of(len(documents.keys), concepts)
    numbers = numbered(documents.keys)
    now = {name: (number, documents.keys[name]) for name, number in numbers.items()}
    changed = {n for n in now.keys() | before.documents.keys() if now.get(n) != before.documents.get(n)}
    if layout != before.layout or len(changed) > WORTH_THE_WHOLE * len(now):
        return made_whole(documents, concepts, known, processes)
    try:
        update = _Update(before, now, changed, documents, former, known, get)
        return update.made()
    except (Missing, _DealtOtherwise):
        return made_whole(documents, concepts, known, processes)


class _DealtOtherwise(Exception):
    """A letter of the vocabulary has too many words for one file now, or no longer."""


class _Update:
    def __init__(
        self,
        before: Indexed,
        now: Mapping[str, tuple[int, str]],
        changed: set[str],
        documents: Documents,
        former: Documents,
        known: Lemmas,
        get: Get,
    ) -> None:
        self._before = before
        self._now = now
        self._layout = before.layout
        self._documents = documents
        self._get = get
        self._lexicon = Lexicon(known)
        self._concepts = Concepts(before.layout.concepts, self._lexicon)
        self._changed = changed
        self._was = former.pieces(name for name in changed if name in before.documents)
        self._is = documents.pieces(name for name in changed if name in now)
        self._files: Files = {}
        self._gone: set[str] = set()

    def made(self) -> Made:
        commonness = self._edit_postings()
        self._edit_phrases()
        sizes = self._edit_vocabulary(commonness)
        self._edit_cards()
        indexed = Indexed(self._layout, self._now, sizes)
        lemmas = self._lexicon.kept(only_asked=False)
        return Made(indexed, self._files, frozenset(self._gone), lemmas, is_update=True)

    def _weights(
        self, documents: Mapping[str, tuple[int, str]], pieces: Mapping[str, Piece]
    ) -> dict[tuple[str, int], int]:
        """Return the weight of each lemma and concept by number of a document: an index of it alone."""
        found: dict[tuple[str, int], int] = {}
        for name, piece in pieces.items():
            number = documents[name][0]
            inverted = inverted_words({name: piece}, {name: number})
            words = words_by_lemma(inverted, self._lexicon)
            weights = weights_by_lemma(inverted, words)
            weights |= self._concepts.among(weights, words, {number: piece.spaced()})
            found |= {(lemma, number): stands[0] & WEIGHTS - 1 for lemma, stands in weights.items()}
        return found

    def _edit_postings(self) -> dict[str, tuple[int, int]]:
        """Edit the files of lemmas; return in how many documents those with a change stood and stand."""
        was, now = self._weights(self._before.documents, self._was), self._weights(self._now, self._is)
        edits: Edits = {}
        for lemma, number in was.keys() | now.keys():
            if was.get((lemma, number)) != now.get((lemma, number)):
                edits.setdefault(lemma, {})[number] = now.get((lemma, number))
        by_file: dict[str, list[str]] = {}
        for lemma in edits:
            by_file.setdefault(postings_name(lemma, self._layout), []).append(lemma)
        found = {}
        for name, lemmas in by_file.items():
            content = self._get(name)
            texts = texts_in(content) if content else {}
            for lemma in lemmas:
                found[lemma] = self._edit_one(texts, lemma, edits[lemma])
            self._put(name, postings_file(name, texts) if texts else b"")
        return found

    def _edit_one(self, texts: dict[str, str], lemma: str, edits: dict[int, int | None]) -> tuple[int, int]:
        room = self._layout.room
        lists = lists_in(texts.get(lemma) or NOWHERE, room)
        earlier = sum(map(len, lists))
        for number, weight in edits.items():
            moved(lists, number, weight)
        later = sum(map(len, lists))
        if later:
            texts[lemma] = lists_text(lists, room)
        else:
            del texts[lemma]
        return earlier, later

    def _edit_phrases(self) -> None:
        """Edit the files of phrases in which a triple of a changed document comes or goes."""
        triples = Triples(self._layout.shards)
        was = self._triples(triples, self._before.documents, self._was)
        now = self._triples(triples, self._now, self._is)
        by_file: dict[int, list[tuple[int, int]]] = {}
        for triple, number in was ^ now:
            by_file.setdefault(triples.file_of(triple), []).append((triple, number))
        for file, edits in by_file.items():
            name = phrases_name(file)
            content = self._get(name)
            keys = keys_in(content, self._layout.room) if content else {}
            for triple, number in edits:
                numbers = keys.setdefault(triples.key_of(triple), [])
                if (triple, number) in now:
                    insort(numbers, number)
                else:
                    numbers.remove(number)
            left = sorted((key, numbers) for key, numbers in keys.items() if numbers)
            self._put(name, phrases_file(name, left, self._layout.room) if left else b"")

    def _triples(
        self, triples: Triples, documents: Mapping[str, tuple[int, str]], pieces: Mapping[str, Piece]
    ) -> set[tuple[int, int]]:
        return {
            (triple, documents[name][0]) for name, piece in pieces.items() for triple in triples.of(piece)
        }

    def _edit_vocabulary(self, documents: Mapping[str, tuple[int, int]]) -> Sizes:
        """Edit the files of forms; return the sizes of the vocabulary."""
        gone: list[Line] = []
        come: list[Line] = []
        said = self._concepts.lemmas
        for lemma, (earlier, later) in documents.items():
            if earlier.bit_length() != later.bit_length():
                gone += lines_of(lemma, earlier, said)
                come += lines_of(lemma, later, said)
        sizes = dict(self._before.sizes)
        for lines, step in ((gone, -1), (come, 1)):
            for line in lines:
                beginning = beginning_of(line)
                sizes[beginning] = sizes.get(beginning, 0) + step
        sizes = {beginning: size for beginning, size in sizes.items() if size}
        files = files_of(sizes)
        former = files_of(self._before.sizes)
        if any(former[prefix] != file for prefix, file in files.items() if prefix in former):
            raise _DealtOtherwise
        file_of = former | files
        # Beside the file of a whole word of one letter there may be others of longer beginnings.
        by_file: dict[str, tuple[set[Line], set[Line]]] = {}
        for step, changed in enumerate((gone, come)):
            for line in changed:
                file = file_of[line.entry.prefix]
                by_file.setdefault(file, (set(), set()))[step].add(line)
        for file, (less, more) in by_file.items():
            self._edit_lines(file, less, more)
        return sizes

    def _edit_lines(self, beginning: str, gone: set[Line], come: set[Line]) -> None:
        name = vocabulary_name(beginning)
        content = self._get(name)
        lines = set(lines_in(content)) if content else set()
        lines = lines - gone | come
        self._put(name, vocabulary_file(name, lines) if lines else b"")

    def _edit_cards(self) -> None:
        """Make again the files of cards in which a document came, went or changed."""
        names = {
            card_name(of_documents[name][0], self._layout)
            for of_documents in (self._before.documents, self._now)
            for name in self._changed
            if name in of_documents
        }
        numbers = {
            name: number
            for name, (number, _) in self._now.items()
            if card_name(number, self._layout) in names
        }
        files = cards_files(numbers, self._documents.pieces(numbers), self._layout)
        for name in names:
            self._put(name, files.get(name, b""))

    def _put(self, name: str, content: bytes) -> None:
        if content:
            self._files[name] = content
        else:
            self._gone.add(name)
