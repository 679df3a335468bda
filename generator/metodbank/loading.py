"""Files of a root → a knowledge base: read, made into models, nothing looked at across records yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from metodbank.errors import UsageError
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.models.region import Region
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.prose_reading import CONTENT, read_prose
from metodbank.record_reading import RecordReading
from metodbank.root_folder import MAX_RECORD_BYTES, RootFolder
from metodbank.validation import validated
from metodbank.vocabularies import KINDS, OVERLAYS, kinds_as_vocabulary, load_vocabularies
from metodbank.yaml_source import read_yaml

REGION_FILE = "region.yml"
OUR_FOLDERS = ("assets", "difficulties", "fields", "files", "rules", "templates")
"""Folders of the site that are no register's; theme engines keep `templates` out of the site."""
FILES = "files"
_NEARLY = 0.8


@dataclass(frozen=True)
class Loaded:
    """What came of reading a root; without a region there is no base."""

    knowledge_base: KnowledgeBase | None
    book: ProblemBook
    folder: RootFolder


def load(root: Path, kinds: tuple[Kind, ...] = REGISTERS + REFERENCE) -> Loaded:
    """Read the base at the root. A file that cannot be read is a problem and loses only itself."""
    if not root.is_dir():
        raise UsageError(f"Папки «{root}» нет. Укажите корень базы: --root ПАПКА.")
    folder = RootFolder(root)
    book = ProblemBook(folder)
    region = _region(folder, book)
    if region is None:
        return Loaded(None, book, folder)
    vocabularies = load_vocabularies(folder, book) | {KINDS: kinds_as_vocabulary(kinds)}
    reading = RecordReading(folder, book, vocabularies)
    records = {kind.name: reading.records(kind) for kind in kinds}
    prose, pictures = read_prose(folder, book, {*OUR_FOLDERS, *(kind.folder for kind in kinds)})
    base = KnowledgeBase(
        region=region,
        kinds=kinds,
        vocabularies=vocabularies,
        records=records,
        prose=prose,
        files={file: folder.size(file) for file in book.files_in(FILES)},
        pictures=pictures,
        loose_files=tuple(_loose_files(folder, kinds, pictures)),
        set_aside=reading.set_aside,
        names=reading.names,
        unread=reading.unread,
        unsound=tuple(reading.unsound),
    )
    return Loaded(base, book, folder)


def _loose_files(folder: RootFolder, kinds: tuple[Kind, ...], beside_prose: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands in the root itself, in `reference/` but for the vocabularies, and beside prose.

    A folder whose name is nearly that of a register is a misspelt one.
    """
    registers = [kind.folder for kind in kinds if kind.is_register]
    for name in folder.folders():
        if name not in registers and get_close_matches(name, registers, n=1, cutoff=_NEARLY):
            yield from (entry for entry in folder.files_in(name) if isinstance(entry, str))
    yield from (name for name in folder.names() if name not in {REGION_FILE, "mkdocs.yml"})
    for entry in folder.files_in("reference"):
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
