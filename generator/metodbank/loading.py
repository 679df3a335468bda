"""Files of a root → a knowledge base: read, made into models, nothing looked at across records yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from metodbank.errors import UsageError
from metodbank.keys import key_of
from metodbank.knowledge_base import KnowledgeBase, Record, RecordKey, Unsound, title_of
from metodbank.linked_fields import links_in, links_of
from metodbank.models.fields import Group
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.models.region import Region
from metodbank.models.vocabulary import Vocabulary
from metodbank.problem_book import ProblemBook
from metodbank.problems import FieldPath, Finding
from metodbank.prose import ProsePage
from metodbank.record_ids import id_finding, prose_finding
from metodbank.root_folder import MAX_RECORD_BYTES, MAX_REFERENCE_BYTES, RootFolder
from metodbank.rules import STANDARD
from metodbank.validation import validated
from metodbank.vocabularies import load_vocabularies
from metodbank.yaml_source import Parsed, read_yaml

REGION_FILE = "region.yml"
CONTENT = "content"
OUR_FOLDERS = ("assets", "difficulties", "fields", "files", "templates")
"""Folders of the site that are no register's; theme engines keep `templates` out of the site."""
FILES = "files"


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
    reading = _Reading(folder, book)
    region = reading.region()
    if region is None:
        return Loaded(None, book, folder)
    reading.vocabularies = load_vocabularies(folder, book)
    base = KnowledgeBase(
        region=region,
        kinds=kinds,
        vocabularies=reading.vocabularies,
        records={kind.name: reading.records(kind) for kind in kinds},
        prose=tuple(reading.prose({*OUR_FOLDERS, *(kind.folder for kind in kinds)})),
        files={file: folder.size(file) for file in reading.files()},
        pictures=tuple(reading.pictures),
        set_aside=reading.set_aside,
        unread=reading.unread,
        unsound=tuple(reading.unsound),
    )
    return Loaded(base, book, folder)


class _Reading:
    def __init__(self, folder: RootFolder, book: ProblemBook) -> None:
        self._folder = folder
        self._book = book
        self._taken: dict[str, str] = {}
        self.vocabularies: Mapping[str, Vocabulary] = {}
        self.set_aside: dict[RecordKey, str] = {}
        self.unread: set[str] = set()
        self.unsound: list[Unsound] = []
        self.pictures: list[str] = []

    def region(self) -> Region | None:
        if not self._folder.stands(REGION_FILE):
            self._book.note(REGION_FILE, [Finding("MB217", value=REGION_FILE)])
            return None
        parsed, _ = self._parsed(REGION_FILE, MAX_RECORD_BYTES)
        if self._book.note(REGION_FILE, parsed.findings, model=Region) or parsed.data is None:
            return None
        region, findings = validated(Region, parsed.data)
        self._book.note(REGION_FILE, findings, model=Region)
        return region

    def records(self, kind: Kind) -> dict[str, Record]:
        found = self._from_files(kind) if kind.is_register else self._from_table(kind)
        return {record.id: record for record in found}

    def prose(self, folders: set[str]) -> Iterator[ProsePage]:
        pages: dict[str, ProsePage] = {}
        for path in sorted((STANDARD / CONTENT).rglob("*.md")):
            inner = path.relative_to(STANDARD / CONTENT).as_posix()
            pages[inner] = ProsePage(inner, inner, path.read_text("utf-8"), is_default=True)
        for file in self._plain_files(CONTENT):
            if not file.endswith(".md"):
                self.pictures.append(file.removeprefix(CONTENT + "/"))
                continue
            raw = self._folder.read(file, MAX_REFERENCE_BYTES)
            if isinstance(raw, Finding):
                self._book.note(file, [raw])
                continue
            inner = file.removeprefix(CONTENT + "/")
            refused = prose_finding(inner, folders)
            if refused is not None:
                self._book.note(file, [refused])
                continue
            pages[inner] = ProsePage(inner, file, raw.decode("utf-8", "replace"), is_default=False)
        return iter(pages[inner] for inner in sorted(pages))

    def files(self) -> Iterator[str]:
        return self._plain_files(FILES)

    def _plain_files(self, folder: str) -> Iterator[str]:
        for entry in self._folder.files_in(folder):
            if isinstance(entry, str):
                yield entry
            else:
                self._book.note(entry[0], [entry[1]])

    def _from_files(self, kind: Kind) -> Iterator[Record]:
        for file in self._plain_files(kind.folder):
            name = file.rpartition("/")[2]
            if not name.endswith(".yml"):
                self._book.note(file, [Finding("MB004", value=name)])
                continue
            record = self._record(kind, file, name.removesuffix(".yml"))
            if record is not None:
                yield record

    def _record(self, kind: Kind, file: str, identifier: str) -> Record | None:
        findings = [finding for finding in [id_finding(identifier)] if finding]
        other = self._taken.get(identifier)
        if other is not None:
            findings.append(Finding("MB201", value=identifier, details={"other": other}))
        failed = self._book.note(file, findings)
        self._taken.setdefault(identifier, file)
        parsed, key = self._parsed(file, MAX_RECORD_BYTES)
        failed = self._book.note(file, parsed.findings, model=kind.model) or failed
        if parsed.data is not None:
            fields, findings = validated(kind.model, parsed.data)
            failed = self._book.note(file, findings, model=kind.model) or failed
            if fields is not None and not failed:
                return self._made(kind, identifier, file, (), key, fields)
            self.unsound.append(Unsound(kind, file, (), tuple(links_in(parsed.data, kind.model))))
        if other is None:
            self.set_aside[kind.name, identifier] = file
        return None

    def _from_table(self, kind: Kind) -> Iterator[Record]:
        file = f"reference/{kind.folder}.yml"
        if not self._folder.stands(file):
            return
        parsed, _ = self._parsed(file, MAX_REFERENCE_BYTES)
        by_item: dict[object, list[Finding]] = {}
        for finding in parsed.findings:
            by_item.setdefault(finding.at[0] if finding.at else None, []).append(finding)
        if parsed.data is None:
            self.unread.add(kind.name)
        self._book.note(file, by_item.pop(None, []))
        for identifier, item in (parsed.data or {}).items():
            failed = self._book.note(file, by_item.pop(identifier, []), model=kind.model, within=1)
            record = None if failed else self._item(kind, file, identifier, item)
            if record is None:
                self.set_aside[kind.name, identifier] = file
                links = links_in(item, kind.model) if isinstance(item, dict) else ()
                self.unsound.append(Unsound(kind, file, (identifier,), tuple(links)))
            else:
                yield record
        for valueless, findings in by_item.items():
            self._book.note(file, findings)
            self.set_aside[kind.name, str(valueless)] = file

    def _item(self, kind: Kind, file: str, identifier: str, item: object) -> Record | None:
        within = (identifier,)
        bad_id = id_finding(identifier)
        if bad_id is not None:
            finding = Finding(bad_id.code, within, bad_id.value, suggestion=bad_id.suggestion, on_key=True)
            if self._book.note(file, [finding]):
                return None
        if not isinstance(item, dict):
            self._book.note(file, [Finding("MB107", within, value=str(item))])
            return None
        fields, findings = validated(kind.model, item, prefix=within)
        if self._book.note(file, findings, model=kind.model, within=1) or fields is None:
            return None
        return self._made(kind, identifier, file, within, key_of(repr(item)), fields)

    def _made(
        self, kind: Kind, identifier: str, file: str, within: FieldPath, key: str, fields: Group
    ) -> Record:
        title = title_of(fields, self.vocabularies)
        return Record(kind, identifier, file, within, key, title, fields, tuple(links_of(fields)))

    def _parsed(self, file: str, limit: int) -> tuple[Parsed, str]:
        """Return what a file holds and its content key."""
        raw = self._folder.read(file, limit)
        if isinstance(raw, Finding):
            return Parsed(None, [raw]), ""
        return read_yaml(raw), key_of(raw)
