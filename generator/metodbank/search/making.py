"""An index made whole, of every document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from metodbank.processes import WORTH_A_PROCESS, done_meanwhile
from metodbank.search.concepts import Concepts, Said
from metodbank.search.index import (
    Documents,
    Files,
    Indexed,
    Layout,
    Made,
    cards_files,
    lines_of,
    phrases_name,
    postings_name,
    vocabulary_name,
)
from metodbank.search.lexicon import Lemmas, Lexicon
from metodbank.search.numbers import numbered
from metodbank.search.phrases import Triples, phrases_file
from metodbank.search.piece import Piece
from metodbank.search.postings import SHIFT, WEIGHTS, Stands, merged, postings_file, weights_text
from metodbank.search.vocabulary import Line, Sizes, files_of, sizes_of, vocabulary_file


def made_whole(documents: Documents, concepts: Said, known: Lemmas, processes: int) -> Made:
    """Return the index; `known` are lemmas of words that were found before."""
    layout = Layout.of(len(documents.keys), concepts)
    numbers = numbered(documents.keys)
    pieces = documents.pieces(numbers)
    lexicon = Lexicon(known)

    def elsewhere() -> Files:
        return _phrases(pieces, numbers, layout) | cards_files(numbers, pieces, layout)

    with done_meanwhile(elsewhere, processes if len(numbers) > WORTH_A_PROCESS else 1) as others:
        inverted = inverted_words(pieces, numbers)
        words = words_by_lemma(inverted, lexicon)
        weights = weights_by_lemma(inverted, words)
        finder = Concepts(concepts, lexicon)
        weights |= finder.among(
            weights, words, {number: pieces[name].spaced() for name, number in numbers.items()}
        )
        lines = _lines(weights, finder.lemmas)
        sizes = sizes_of(lines)
        files = _postings(weights, layout)
        files |= _vocabulary(lines, sizes)
        files |= others()
    of_documents = {name: (number, documents.keys[name]) for name, number in numbers.items()}
    return Made(Indexed(layout, of_documents, sizes), files, frozenset(), lexicon.kept(only_asked=True))


def inverted_words(pieces: Mapping[str, Piece], numbers: Mapping[str, int]) -> dict[str, Stands]:
    """Return where each word stands."""
    found: defaultdict[str, Stands] = defaultdict(list)
    for name, number in numbers.items():
        at = {str(weight): number << SHIFT | weight for weight in range(WEIGHTS)}
        for word, weight in pieces[name].each_word():
            found[word].append(at[weight])
    return found


def words_by_lemma(words: Iterable[str], lexicon: Lexicon) -> dict[str, list[str]]:
    """Return the words that are forms of each lemma."""
    found: dict[str, list[str]] = {}
    for word in words:
        for lemma in lexicon.lemmas(word):
            found.setdefault(lemma, []).append(word)
    return found


def weights_by_lemma(inverted: Mapping[str, Stands], words: Mapping[str, list[str]]) -> dict[str, Stands]:
    """Return where each lemma stands."""
    return {lemma: merged([inverted[word] for word in forms]) for lemma, forms in words.items()}


def _lines(weights: Mapping[str, Stands], said: Collection[str]) -> list[Line]:
    documents = dict.fromkeys(said, 0) | {lemma: len(stands) for lemma, stands in weights.items()}
    return [line for lemma, number in documents.items() for line in lines_of(lemma, number, said)]


def _postings(weights: Mapping[str, Stands], layout: Layout) -> Files:
    parts: dict[str, dict[str, str]] = {}
    for lemma, stands in weights.items():
        parts.setdefault(postings_name(lemma, layout), {})[lemma] = weights_text(stands, layout.room)
    return {name: postings_file(name, part) for name, part in parts.items()}


def _phrases(pieces: Mapping[str, Piece], numbers: Mapping[str, int], layout: Layout) -> Files:
    files = {}
    for file, keys in enumerate(Triples(layout.shards).by_file(pieces, numbers, layout.room)):
        if keys:
            name = phrases_name(file)
            files[name] = phrases_file(name, keys, layout.room)
    return files


def _vocabulary(lines: Iterable[Line], sizes: Sizes) -> Files:
    files = files_of(sizes)
    parts: dict[str, list[Line]] = {}
    for line in lines:
        parts.setdefault(vocabulary_name(files[line.entry.prefix]), []).append(line)
    return {name: vocabulary_file(name, of_part) for name, of_part in parts.items()}
