"""Files of a root → a knowledge base: read, made into models, nothing looked at across records yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from metodbank.errors import NoSuchRoot
from metodbank.inputs import Inputs, inputs_of
from metodbank.knowledge_base import Contents, KnowledgeBase
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.models.region import Region
from metodbank.models.vocabulary import Vocabulary
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.prose_reading import CONTENT, read_prose
from metodbank.record_gathering import FieldsShelf, gathered
from metodbank.record_reading import FileReading, RecordReading
from metodbank.root_folder import MAX_RECORD_BYTES, RootFolder
from metodbank.validation import validated
from metodbank.vocabularies import KINDS, OVERLAYS, kinds_as_vocabulary, load_vocabularies
from metodbank.yaml_source import read_yaml

REGION_FILE = "region.yml"
OUR_FOLDERS = ("assets", "difficulties", "fields", "files", "rules", "templates")
"""Folders of the site that are no register's; theme engines keep `templates` out of the site."""
FILES = "files"
REFERENCE_FOLDER = "reference"
_NEARLY = 0.8

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
    region = _region(folder, book)
    if region is None:
        return Loaded(None, book, folder, {}, {})
    vocabularies = load_vocabularies(folder, book) | {KINDS: kinds_as_vocabulary(kinds)}
    files = [(kind, file) for kind in kinds for file in _files(folder, book, kind)]
    changed_words = stale(vocabularies)
    readings: dict[str, FileReading] = {}
    to_read = []
    for kind, file in files:
        before = (known or {}).get(file)
        if (
            before is not None
            and before.key == inputs.keys.get(file)
            and changed_words.isdisjoint(before.reads)
        ):
            readings[file] = before
        else:
            to_read.append((kind, file))
    reader = RecordReading(folder, vocabularies)
    for reading in (read_files or _in_this_process)(reader, to_read):
        readings[reading.file] = reading
    shelf = FieldsShelf(kept_fields, reader.file)
    shelf.put(readings[file] for _, file in to_read)
    found = gathered(kinds, [readings[file] for _, file in files], book, shelf)
    prose, pictures = read_prose(folder, book, {*OUR_FOLDERS, *(kind.folder for kind in kinds)})
    contents = Contents(
        region=region,
        kinds=kinds,
        vocabularies=vocabularies,
        records=found.records,
        prose=prose,
        files={file: folder.size(file) for file in book.files_in(FILES)},
        pictures=pictures,
        loose_files=tuple(_loose_files(folder, kinds, pictures)),
        set_aside=found.set_aside,
        names=found.names,
        unread=found.unread,
        unsound=tuple(found.unsound),
    )
    in_order = {file: readings[file] for _, file in files}
    return Loaded(KnowledgeBase(contents, with_drafts=with_drafts), book, folder, in_order, shelf.packed)


def folders_read(folder: RootFolder, kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    """Return the folders of the root in which a file may matter."""
    registers = [kind.folder for kind in kinds if kind.is_register]
    return (*registers, FILES, CONTENT, REFERENCE_FOLDER, *_misspelt(folder, registers))


def _in_this_process(reading: RecordReading, files: Sequence[tuple[Kind, str]]) -> Sequence[FileReading]:
    return [reading.file(kind, file) for kind, file in files]


def _files(folder: RootFolder, book: ProblemBook, kind: Kind) -> Iterator[str]:
    if not kind.is_register:
        file = f"{REFERENCE_FOLDER}/{kind.folder}.yml"
        if folder.stands(file):
            yield file
        return
    for file in book.files_in(kind.folder):
        if file.endswith(".yml"):
            yield file
        else:
            book.note(file, [Finding("MB004", value=file.rpartition("/")[2])])


def _misspelt(folder: RootFolder, registers: list[str]) -> Iterator[str]:
    """Yield the folders whose name is nearly that of a register."""
    for name in folder.folders():
        if name not in registers and get_close_matches(name, registers, n=1, cutoff=_NEARLY):
            yield name


def _loose_files(folder: RootFolder, kinds: tuple[Kind, ...], beside_prose: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands in the root itself, in misspelt folders, in `reference/` and beside prose.

    Files of vocabularies are not among them.
    """
    for name in _misspelt(folder, [kind.folder for kind in kinds if kind.is_register]):
        yield from (entry for entry in folder.files_in(name) if isinstance(entry, str))
    yield from (name for name in folder.names() if name not in {REGION_FILE, "mkdocs.yml"})
    for entry in folder.files_in(REFERENCE_FOLDER):
        if isinstance(entry, str) and not entry.startswith(OVERLAYS + "/"):
            yield entry
    yield from (f"{CONTENT}/{name}" for name in beside_prose)


def _region(folder: RootFolder, book: ProblemBook) -> Region | None:
    if not folder.stands(REGION_FILE):
        book.note(REGION_FILE, [Finding("MB217", value=REGION_FILE)])
        return None
    raw = folder.read(REGION_FILE, MAX_RECORD_BYTES)
    if isinstance(raw, Finding):
        book.note(REGION_FILE, [raw])
        return None
    parsed = read_yaml(raw)
    if book.note(REGION_FILE, parsed.findings, model=Region) or parsed.data is None:
        return None
    region, findings = validated(Region, parsed.data)
    book.note(REGION_FILE, findings, model=Region)
    return region
