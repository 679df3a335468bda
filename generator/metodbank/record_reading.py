"""Records from their files: one file a record in the registers, one table a kind in the reference data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from metodbank.keys import key_of
from metodbank.knowledge_base import Record, RecordKey, Unsound, title_of
from metodbank.linked_fields import links_in, links_of
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.shape import fields_by_key
from metodbank.models.vocabulary import Vocabulary
from metodbank.problem_book import ProblemBook
from metodbank.problems import FieldPath, Finding
from metodbank.record_ids import id_finding
from metodbank.root_folder import MAX_RECORD_BYTES, MAX_REFERENCE_BYTES, RootFolder
from metodbank.rules import shortened
from metodbank.validation import salvaged, validated
from metodbank.yaml_source import Parsed, read_yaml


class RecordReading:
    """Reads all records of one root.

    `set_aside`, `names`, `unread` and `unsound` gather what did not become a record, as `KnowledgeBase`
    keeps it.
    """

    def __init__(self, folder: RootFolder, book: ProblemBook, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._folder = folder
        self._book = book
        self._vocabularies = vocabularies
        self._taken: dict[str, str] = {}
        self.set_aside: dict[RecordKey, str] = {}
        self.names: dict[RecordKey, str] = {}
        self.unread: set[str] = set()
        self.unsound: list[Unsound] = []

    def records(self, kind: Kind) -> dict[str, Record]:
        """Return the records of a kind by id."""
        found = self._from_files(kind) if kind.is_register else self._from_table(kind)
        return {record.id: record for record in found}

    def _from_files(self, kind: Kind) -> Iterator[Record]:
        for file in self._book.files_in(kind.folder):
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
        parsed, key = self._parsed(file, MAX_REFERENCE_BYTES if kind.has_rows else MAX_RECORD_BYTES)
        failed = self._book.note(file, parsed.findings, model=kind.model) or failed
        if parsed.data is not None:
            fields, findings = validated(kind.model, parsed.data)
            failed = self._book.note(file, findings, model=kind.model) or failed
            if fields is not None and not failed:
                return self._made(kind, identifier, file, (), key, fields)
            self._keep_unsound(kind, identifier, file, (), parsed.data)
            self._keep_name(kind, identifier, parsed.data)
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
                if isinstance(item, dict):
                    self._keep_unsound(kind, identifier, file, (identifier,), item)
                    self._keep_name(kind, identifier, item)
            else:
                yield record
        for valueless, findings in by_item.items():
            self._book.note(file, findings, model=kind.model, within=1)
            self.set_aside[kind.name, str(valueless)] = file

    def _keep_unsound(
        self, kind: Kind, identifier: str, file: str, within: FieldPath, data: Mapping[str, object]
    ) -> None:
        links = tuple(links_in(data, kind.model))
        self.unsound.append(Unsound(kind, identifier, file, within, links, salvaged(kind.model, data)))

    def _keep_name(self, kind: Kind, identifier: str, data: Mapping[str, object]) -> None:
        """Remember what reference data is called, so that pages can name what has no page."""
        if not kind.is_register:
            name = data.get("short_name") or data.get("name") or data.get("title")
            if isinstance(name, str):
                self.names[kind.name, identifier] = shortened(name)

    def _item(self, kind: Kind, file: str, identifier: str, item: object) -> Record | None:
        within = (identifier,)
        bad_id = id_finding(identifier)
        if bad_id is not None:
            finding = Finding(bad_id.code, within, bad_id.value, suggestion=bad_id.suggestion, on_key=True)
            if self._book.note(file, [finding]):
                return None
        if not isinstance(item, dict):
            value = "" if item is None else str(item)
            details = {"key": identifier, "keys": ", ".join(fields_by_key(kind.model))}
            self._book.note(file, [Finding("MB107", within, value, details=details, on_key=True)])
            return None
        fields, findings = validated(kind.model, item, prefix=within)
        if self._book.note(file, findings, model=kind.model, within=1) or fields is None:
            return None
        return self._made(kind, identifier, file, within, key_of(repr(item)), fields)

    def _made(
        self, kind: Kind, identifier: str, file: str, within: FieldPath, key: str, fields: Group
    ) -> Record:
        title = title_of(fields, self._vocabularies)
        return Record(kind, identifier, file, within, key, title, fields, tuple(links_of(fields)))

    def _parsed(self, file: str, limit: int) -> tuple[Parsed, str]:
        """Return what a file holds and its content key."""
        raw = self._folder.read(file, limit)
        if isinstance(raw, Finding):
            return Parsed(None, [raw]), ""
        return read_yaml(raw), key_of(raw)
