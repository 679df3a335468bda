"""The typed records of one base, the references between them followed both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from metodbank.dates import in_words
from metodbank.linked_fields import Link
from metodbank.models.act import Act
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.record import ARCHIVED, PUBLISHED, FileRecord
from metodbank.models.region import Region
from metodbank.models.vocabulary import Term, Vocabulary
from metodbank.problems import FieldPath
from metodbank.prose import ProsePage

RecordKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its id and place beside the fields that its author wrote.

    `within` is the path of the record inside its file (empty for a file of its own), `content_key` the key
    of the content it was made of, `title` the name by which readers know it, `links` the ids that it names.
    """

    kind: Kind
    id: str
    file: str
    within: FieldPath
    content_key: str
    title: str
    data: Any
    links: tuple[Link, ...]

    @property
    def key(self) -> RecordKey:
        """Return the name of the kind and the id."""
        return self.kind.name, self.id

    @property
    def model(self) -> type[Group]:
        """Return the model of the fields."""
        return self.kind.model


@dataclass(frozen=True, slots=True)
class Unsound:
    """What could not be made a record: where it stands, the ids that it names, what of it is right."""

    kind: Kind
    id: str
    file: str
    within: FieldPath
    links: tuple[Link, ...]
    data: Any

    @property
    def as_record(self) -> Record:
        """Return what is right as a record, for rules to look at; it names no ids a second time."""
        return Record(self.kind, self.id, self.file, self.within, "", "", self.data, ())

    @property
    def model(self) -> type[Group]:
        """Return the model that it should have been."""
        return self.kind.model


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that refers to another one, and by which field."""

    record: Record
    link: Link


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything of a base that could be read.

    `files` are the paths in `files/` with their sizes in bytes, `pictures` the files of `content/` beside its
    Markdown, `loose_files` what stands where no record is looked for. `set_aside` holds the records that a
    file bears but an error keeps out, with that file, and `names` what those of reference data
    are called where that could be read; `unread` are the kinds whose one file could not be read, so that
    nobody knows which ids it bears; `unsound` are the items and files that no model could be made of.
    """

    region: Region
    kinds: tuple[Kind, ...]
    vocabularies: Mapping[str, Vocabulary]
    records: Mapping[str, Mapping[str, Record]]
    prose: tuple[ProsePage, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    loose_files: tuple[str, ...] = ()
    set_aside: Mapping[RecordKey, str] = field(default_factory=dict)
    names: Mapping[RecordKey, str] = field(default_factory=dict)
    unread: AbstractSet[str] = frozenset()
    unsound: tuple[Unsound, ...] = ()
    with_drafts: bool = False

    def all(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for kind in self.kinds:
            yield from self.records[kind.name].values()

    def get(self, kind: str, identifier: str) -> Record | None:
        """Return the record, or None where no file bears the id or an error keeps it out."""
        return self.records[kind].get(identifier)

    def shows(self, record: Record) -> bool:
        """Return whether the record has a page: published, archived, or a draft asked for."""
        data = record.data
        return self.with_drafts or not isinstance(data, FileRecord) or data.status in {PUBLISHED, ARCHIVED}

    def lists(self, record: Record) -> bool:
        """Return whether the record stands in lists: an archived one does not."""
        return self.shows(record) and getattr(record.data, "status", PUBLISHED) != ARCHIVED

    def shown(self, kind: str) -> list[Record]:
        """Return the records of the kind that have a page."""
        return [record for record in self.records[kind].values() if self.shows(record)]

    def listed(self, kind: str) -> list[Record]:
        """Return the records of the kind that stand in lists."""
        return [record for record in self.records[kind].values() if self.lists(record)]

    def term(self, vocabulary: str, identifier: str) -> Term | None:
        """Return a value of a vocabulary, or None."""
        return self.vocabularies[vocabulary].entries.get(identifier)

    def word(self, vocabulary: str, identifier: str) -> str:
        """Return what readers call a value of a vocabulary, its id where the vocabulary does not hold it."""
        term = self.term(vocabulary, identifier)
        return term.title if term else identifier

    def without(self, keys: set[RecordKey]) -> KnowledgeBase:
        """Return the base without some records; they stay known as set aside."""
        if not keys:
            return self
        kept = {
            kind: {i: record for i, record in records.items() if (kind, i) not in keys}
            for kind, records in self.records.items()
        }
        lost = {key: self.records[key[0]][key[1]].file for key in keys}
        registers = {kind.name for kind in self.kinds if kind.is_register}
        names = {key: self.records[key[0]][key[1]].title for key in keys if key[0] not in registers}
        return replace(
            self, records=kept, set_aside={**self.set_aside, **lost}, names={**self.names, **names}
        )

    def name_of(self, kind: str, identifier: str) -> str:
        """Return what readers call a record, set aside or not; its id where nothing is known."""
        record = self.get(kind, identifier)
        return record.title if record else self.names.get((kind, identifier), identifier)

    @cached_property
    def mentions(self) -> Mapping[RecordKey, list[Mention]]:
        """Return who refers to each record: listed records only, each of them once a field."""
        found: dict[RecordKey, dict[tuple[RecordKey, str], Mention]] = {}
        for record in self.all():
            if not self.lists(record):
                continue
            for link in record.links:
                if link.field.refers_to:
                    target = (link.field.refers_to, link.value)
                    mention = Mention(record, link)
                    found.setdefault(target, {}).setdefault((record.key, str(link.at[0])), mention)
        return {target: list(mentions.values()) for target, mentions in found.items()}

    @cached_property
    def listed_by_territory(self) -> Mapping[str, list[Record]]:
        """Return the listed records of the registers by the id of their territory."""
        found: dict[str, list[Record]] = {}
        for kind in self.kinds:
            for record in self.listed(kind.name) if kind.is_register else ():
                territory = self.territory_of(record)
                if territory is not None:
                    found.setdefault(territory, []).append(record)
        return found

    def territory_of(self, record: Record) -> str | None:
        """Return the id of the record's territory, its own or its organization's."""
        data = record.data
        own: str | None = getattr(data, "territory", None)
        if own is not None or not isinstance(data, FileRecord):
            return own
        organization = self.get("organization", data.organization)
        return organization.data.territory if organization else None


def title_of(data: Any, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Return the title of a record, the short name of reference data, the full citation of an act."""
    if isinstance(data, Act):
        return citation(data, vocabularies)
    title: str = getattr(data, "short_name", None) or getattr(data, "name", None) or data.title
    return title


def brief_citation(act: Act, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Return `Приказ от 20.08.2025 № 214`; the whole citation of an act that has no number."""
    if act.number is None:
        return citation(act, vocabularies)
    term = vocabularies["act-kinds"].entries.get(act.kind)
    day = f" от {act.date:%d.%m.%Y}" if act.date else ""
    return f"{term.title if term else act.kind}{day} №\u00a0{act.number}"


def citation(act: Act, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Return `Приказ от 20 августа 2025 г. № 214 «О площадках»`, with only what is known of the act."""
    term = vocabularies["act-kinds"].entries.get(act.kind)
    words = [term.title if term else act.kind]
    if act.date:
        words.append(f"от {in_words(act.date)}")
    if act.number:
        words.append(f"№\u00a0{act.number}")
    if act.title:
        words.append(f"«{act.title}»".replace("»»", "»").replace("««", "«"))
    return " ".join(words)
