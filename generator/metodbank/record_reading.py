"""Records from their files: one file a record in the registers, one table a kind in the reference data.

What a file gives depends on its bytes, and on the vocabularies that it was looked up in, alone; so it is
kept until one of them changes.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field

from metodbank.inputs import content_key
from metodbank.keys import key_of
from metodbank.linked_fields import links_in, references_of
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.record import FileRecord
from metodbank.models.shape import fields_by_key
from metodbank.models.vocabulary import Vocabulary
from metodbank.problem_book import ProblemBook
from metodbank.problems import FieldPath, Finding, Problem
from metodbank.reads import Noted, reading
from metodbank.record_facts import facts_of
from metodbank.record_ids import id_finding
from metodbank.record_likeness import likeness_of
from metodbank.record_titles import title_of
from metodbank.records import Row, UnsoundRow
from metodbank.root_folder import MAX_RECORD_BYTES, MAX_REFERENCE_BYTES, RootFolder
from metodbank.rules import shortened
from metodbank.validation import validated
from metodbank.yaml_source import Parsed, read_yaml


@dataclass(slots=True)
class FileReading:
    """What one file gave.

    `key` is that of its content (empty where it could not be read), `reads` what else it was made of; `rows`
    are its records and `fields` their fields, packed; `unsound` is what made no record. `set_aside` are the
    ids of that, `names` what those of reference data are called; of an unread table nobody knows which ids
    it bears.
    """

    kind: str
    file: str
    key: str
    rows: list[Row] = field(default_factory=list)
    fields: dict[str, bytes] = field(default_factory=dict)
    unsound: list[UnsoundRow] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    is_unread: bool = False
    problems: tuple[Problem, ...] = ()
    reads: frozenset[str] = frozenset()


class RecordReading:
    """Reads the files of one root."""

    def __init__(self, folder: RootFolder, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._folder = folder
        self._vocabularies = Noted("vocabulary", vocabularies)

    def file(self, kind: Kind, file: str) -> FileReading:
        """Return what a file gives: one record of a register, all those of a table."""
        raw = self._folder.read(
            file, MAX_REFERENCE_BYTES if kind.has_rows or not kind.is_register else MAX_RECORD_BYTES
        )
        key = "" if isinstance(raw, Finding) else content_key(raw)
        parsed = Parsed(None, [raw]) if isinstance(raw, Finding) else read_yaml(raw)
        given = _Given(kind, FileReading(kind.name, file, key), ProblemBook(self._folder), self._vocabularies)
        with reading() as reads:
            if kind.is_register:
                given.record(parsed)
            else:
                given.table(parsed)
        given.reading.problems = tuple(given.book.problems())
        given.reading.reads = frozenset(reads)
        return given.reading


@dataclass(frozen=True, slots=True)
class _Given:
    """What one file gives, while it is gathered."""

    kind: Kind
    reading: FileReading
    book: ProblemBook
    vocabularies: Mapping[str, Vocabulary]

    def record(self, parsed: Parsed) -> None:
        """Take the one record of a register's file."""
        kind, file = self.kind, self.reading.file
        identifier = file.rpartition("/")[2].removesuffix(".yml")
        failed = self.book.note(file, [finding for finding in [id_finding(identifier)] if finding])
        failed = self.book.note(file, parsed.findings, model=kind.model) or failed
        if parsed.data is not None:
            fields, findings = validated(kind.model, parsed.data)
            failed = self.book.note(file, findings, model=kind.model) or failed
            if fields is not None and not failed:
                self._keep(identifier, (), key_of(file, self.reading.key), fields)
                return
            self._keep_unsound(identifier, (), parsed.data)
        self.reading.set_aside.append(identifier)

    def table(self, parsed: Parsed) -> None:
        """Take every item of a table of reference data."""
        file, model = self.reading.file, self.kind.model
        by_item: dict[object, list[Finding]] = {}
        for finding in parsed.findings:
            by_item.setdefault(finding.at[0] if finding.at else None, []).append(finding)
        self.reading.is_unread = parsed.data is None
        self.book.note(file, by_item.pop(None, []))
        for identifier, item in (parsed.data or {}).items():
            failed = self.book.note(file, by_item.pop(identifier, []), model=model, within=1)
            fields = None if failed else self._item(identifier, item)
            if fields is not None:
                self._keep(identifier, (identifier,), key_of(file, identifier, repr(item)), fields)
                continue
            self.reading.set_aside.append(identifier)
            if isinstance(item, dict):
                self._keep_unsound(identifier, (identifier,), item)
        for valueless, findings in by_item.items():
            self.book.note(file, findings, model=model, within=1)
            self.reading.set_aside.append(str(valueless))

    def _item(self, identifier: str, item: object) -> Group | None:
        within, file, model = (identifier,), self.reading.file, self.kind.model
        bad_id = id_finding(identifier)
        if bad_id is not None:
            finding = Finding(bad_id.code, within, bad_id.value, suggestion=bad_id.suggestion, on_key=True)
            if self.book.note(file, [finding]):
                return None
        if not isinstance(item, dict):
            value = "" if item is None else str(item)
            details = {"key": identifier, "keys": ", ".join(fields_by_key(model))}
            self.book.note(file, [Finding("MB107", within, value, details=details, on_key=True)])
            return None
        fields, findings = validated(model, item, prefix=within)
        return None if self.book.note(file, findings, model=model, within=1) else fields

    def _keep(self, identifier: str, within: FieldPath, key: str, fields: Group) -> None:
        title = title_of(fields, self.vocabularies)
        given = vars(fields)
        is_file = isinstance(fields, FileRecord)
        row = Row(
            id=identifier,
            within=within,
            content_key=key,
            title=title,
            status=given["status"] if is_file else None,
            territory=given.get("territory"),
            organization=given.get("organization") if is_file else None,
            links=tuple(references_of(fields)),
            facts=facts_of(self.kind, title, fields),
            likeness=likeness_of(self.kind, fields),
        )
        self.reading.rows.append(row)
        self.reading.fields[identifier] = pickle.dumps(fields, protocol=5)

    def _keep_unsound(self, identifier: str, within: FieldPath, data: dict[str, object]) -> None:
        links = tuple(links_in(data, self.kind.model))
        self.reading.unsound.append(UnsoundRow(identifier, within, links, data))
        name = data.get("short_name") or data.get("name") or data.get("title")
        if not self.kind.is_register and isinstance(name, str):
            self.reading.names[identifier] = shortened(name)
