"""Which files of a root a base is made of, and which only stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from metodbank.indicator_definitions import FRAMEWORKS, HINTS, INDICATORS
from metodbank.models.kinds import Kind
from metodbank.observation_columns import MONITORING
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.prose_reading import CONTENT
from metodbank.region_reading import REGION_FILE
from metodbank.root_folder import RootFolder
from metodbank.vocabularies import OVERLAYS

OUR_FOLDERS = ("assets", "data", "difficulties", "fields", "files", "indicators", "rules", "templates")
"""Folders of the site that are no register's; theme engines keep `templates` out of the site."""
FILES = "files"
REFERENCE_FOLDER = "reference"
_READ_BY_NAME = tuple(f"{place}/" for place in (OVERLAYS, INDICATORS, FRAMEWORKS, HINTS))
_NEARLY = 0.8


def folders_read(folder: RootFolder, kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    """Return the folders of the root in which a file may matter."""
    registers = [kind.folder for kind in kinds if kind.is_register]
    return (*registers, FILES, CONTENT, REFERENCE_FOLDER, MONITORING, *_misspelt(folder, registers))


def files_of(folder: RootFolder, book: ProblemBook, kind: Kind) -> Iterator[str]:
    """Yield the files that may hold records of a kind; what cannot be one in a register is noted."""
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


def loose_files(folder: RootFolder, kinds: tuple[Kind, ...], beside_prose: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands in the root itself, in misspelt folders, in `reference/` and beside prose.

    Files of vocabularies and definitions are not among them.
    """
    for name in _misspelt(folder, [kind.folder for kind in kinds if kind.is_register]):
        yield from (entry for entry in folder.files_in(name) if isinstance(entry, str))
    yield from (name for name in folder.names() if name not in {REGION_FILE, "mkdocs.yml"})
    for entry in folder.files_in(REFERENCE_FOLDER):
        if isinstance(entry, str) and not entry.startswith(_READ_BY_NAME):
            yield entry
    yield from (f"{CONTENT}/{name}" for name in beside_prose)


def _misspelt(folder: RootFolder, registers: list[str]) -> Iterator[str]:
    """Yield the folders whose name is nearly that of a register or of the monitoring."""
    known = [*registers, MONITORING]
    for name in folder.folders():
        if name not in known and get_close_matches(name, known, n=1, cutoff=_NEARLY):
            yield name
