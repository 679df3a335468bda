"""Files of a root → a knowledge base: read, made into models, nothing looked at across records yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from metodbank.base_files import FILES, OUR_FOLDERS, files_of, folders_read, loose_files
from metodbank.definition_files import Surroundings
from metodbank.errors import NoSuchRoot
from metodbank.indicator_definitions import Definitions, load_definitions, note_unknown_frameworks
from metodbank.inputs import Inputs, inputs_of
from metodbank.knowledge_base import Contents, KnowledgeBase
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.models.observation import Observation
from metodbank.models.region import Region
from metodbank.models.vocabulary import Vocabulary
from metodbank.observation_names import known_names
from metodbank.observations import load_observations
from metodbank.problem_book import ProblemBook
from metodbank.prose_reading import read_prose
from metodbank.record_gathering import FieldsShelf, Gathered, gathered
from metodbank.record_reading import FileReading, RecordReading
from metodbank.region_reading import REGION_FILE, read_region
from metodbank.root_folder import RootFolder
from metodbank.vocabularies import KINDS, kinds_as_vocabulary, load_vocabularies

ReadFiles = Callable[[RecordReading, Sequence[tuple[Kind, str]]], Sequence[FileReading]]
"""Reads many files, in this process or in several."""


@dataclass(frozen=True)
class Loaded:
    """What came of reading a root; without a region there is no base.

    `readings` are what each file of records gave, `fields` the packed fields of
    records that were read anew, by the key of their content.
    """

    knowledge_base: KnowledgeBase | None
    book: ProblemBook
    folder: RootFolder
    readings: Mapping[str, FileReading]
    fields: Mapping[str, bytes]


def load(
    root: Path,
    kinds: tuple[Kind, ...] = REGISTERS + REFERENCE,
    *,
    folder: RootFolder | None = None,
    inputs: Inputs | None = None,
    known: Mapping[str, FileReading] | None = None,
    stale: Callable[[Mapping[str, Vocabulary]], set[str]] = lambda vocabularies: set(),
    kept_fields: Callable[[str], bytes | None] = lambda key: None,
    read_files: ReadFiles | None = None,
    with_drafts: bool = False,
) -> Loaded:
    """Read the base at the root. A file that cannot be read is a problem and loses only itself.

    `known` readings are taken where the content of the file is the same and nothing that `stale` names was
    looked up.
    """
    if not root.is_dir():
        raise NoSuchRoot(root)
    folder = folder or RootFolder(root)
    inputs = inputs or inputs_of(folder, folders_read(folder, kinds))
    book = ProblemBook(folder)
    region = read_region(folder, book)
    if region is None:
        return Loaded(None, book, folder, {}, {})
    vocabularies = load_vocabularies(folder, book) | {KINDS: kinds_as_vocabulary(kinds)}
    reader = RecordReading(folder, vocabularies)
    changed_words = stale(vocabularies)
    standing = {
        file: reading
        for file, reading in (known or {}).items()
        if reading.key == inputs.keys.get(file) and changed_words.isdisjoint(reading.reads)
    }
    files = [(kind, file) for kind in kinds for file in files_of(folder, book, kind)]
    to_read = [(kind, file) for kind, file in files if file not in standing]
    fresh = {reading.file: reading for reading in (read_files or _in_this_process)(reader, to_read)}
    shelf = FieldsShelf(kept_fields, reader.file)
    shelf.put(fresh.values())
    readings = {file: fresh.get(file) or standing[file] for _, file in files}
    found = gathered(kinds, list(readings.values()), book, shelf)
    contents = _contents(region, kinds, vocabularies, found, book)
    return Loaded(KnowledgeBase(contents, with_drafts=with_drafts), book, folder, readings, shelf.packed)


def _contents(
    region: Region,
    kinds: tuple[Kind, ...],
    vocabularies: Mapping[str, Vocabulary],
    found: Gathered,
    book: ProblemBook,
) -> Contents:
    """Return the records with everything that is no record."""
    folder = book.folder
    definitions = _definitions(folder, book, kinds, vocabularies, found)
    note_unknown_frameworks(book, REGION_FILE, region, definitions)
    prose, pictures = read_prose(folder, book, {*OUR_FOLDERS, *(kind.folder for kind in kinds)})
    return Contents(
        region=region,
        kinds=kinds,
        vocabularies=vocabularies,
        records=found.records,
        prose=prose,
        files={file: folder.size(file) for file in book.files_in(FILES)},
        pictures=pictures,
        loose_files=tuple(loose_files(folder, kinds, pictures)),
        set_aside=found.set_aside,
        names=found.names,
        unread=found.unread,
        unsound=tuple(found.unsound),
        indicators=definitions.indicators,
        frameworks=definitions.frameworks,
        hints=definitions.hints,
        observations=_observations(folder, book, definitions, found),
    )


def _definitions(
    folder: RootFolder,
    book: ProblemBook,
    kinds: tuple[Kind, ...],
    vocabularies: Mapping[str, Vocabulary],
    found: Gathered,
) -> Definitions:
    ids = {name: set(records) for name, records in found.records.items() if name not in found.unread}
    for kind, identifier in found.set_aside:
        if kind in ids:
            ids[kind].add(identifier)
    return load_definitions(Surroundings(folder, book, kinds, vocabularies, ids))


def _observations(
    folder: RootFolder, book: ProblemBook, definitions: Definitions, found: Gathered
) -> Mapping[str, tuple[Observation, ...]]:
    indicators = {identifier: layered.definition for identifier, layered in definitions.indicators.items()}
    read = load_observations(folder, book, known_names(indicators, found, definitions.indicators_aside))
    # Of an indicator that an error keeps out nobody knows what its figures mean.
    return {identifier: rows for identifier, rows in read.items() if identifier in indicators}


def _in_this_process(reading: RecordReading, files: Sequence[tuple[Kind, str]]) -> Sequence[FileReading]:
    return [reading.file(kind, file) for kind, file in files]
