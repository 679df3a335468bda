"""The typed records of one base, the references between them followed both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property

from metodbank.definition_layers import Layered
from metodbank.models.framework import Framework
from metodbank.models.hint import Hint
from metodbank.models.indicator import Indicator
from metodbank.models.kinds import Kind
from metodbank.models.observation import Observation
from metodbank.models.record import ARCHIVED, PUBLISHED
from metodbank.models.region import Region
from metodbank.models.vocabulary import Term, Vocabulary
from metodbank.prose import ProsePage
from metodbank.reads import Noted, read
from metodbank.record_facts import Said
from metodbank.records import Record, RecordKey, Unsound
from metodbank.relations import Mention, Mentions, Relations

_LISTED = frozenset({None, PUBLISHED})
_SHOWN = _LISTED | {ARCHIVED}


@dataclass(frozen=True)
class Contents:
    """Everything of a base that could be read.

    `files` are the paths in `files/` with their sizes in bytes, `pictures` the files of `content/` beside its
    Markdown, `loose_files` what stands where no record is looked for. `set_aside` holds the records that a
    file bears but an error keeps out, with that file, and `names` what those of reference data
    are called where that could be read; `unread` are the kinds whose one file could not be read, so that
    nobody knows which ids it bears; `unsound` are the items and files that no model could be made of.
    `indicators`, `frameworks` and `hints` are all that are known, `observations` the rows of monitoring by
    indicator.
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
    indicators: Mapping[str, Layered[Indicator]] = field(default_factory=dict)
    frameworks: Mapping[str, Layered[Framework]] = field(default_factory=dict)
    observations: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    hints: Mapping[str, Layered[Hint]] = field(default_factory=dict)

    def all(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for kind in self.kinds:
            yield from self.records[kind.name].values()


class KnowledgeBase:
    """The contents as checks and pages look at them: what each look asks for is noted (`reads`).

    So a finding or a page is made again only when something that it looked at has changed.
    """

    def __init__(self, contents: Contents, *, with_drafts: bool = False) -> None:
        self.contents = contents
        self.with_drafts = with_drafts
        self.kinds = contents.kinds
        self.records: Mapping[str, Mapping[str, Record]] = Noted("kind", contents.records)
        self.vocabularies: Mapping[str, Vocabulary] = Noted("vocabulary", contents.vocabularies)
        self.files: Mapping[str, int] = Noted("file", contents.files)
        self.indicators: Mapping[str, Layered[Indicator]] = Noted("indicator", contents.indicators)
        self.frameworks: Mapping[str, Layered[Framework]] = Noted("framework", contents.frameworks)
        self.hints: Mapping[str, Layered[Hint]] = Noted("hint", contents.hints)
        self.observations: Mapping[str, tuple[Observation, ...]] = Noted(
            "observations", contents.observations
        )
        self._relations = Relations(contents.all, self.lists, self.territory_of)
        self.mentions: Mapping[RecordKey, list[Mention]] = Mentions(self._relations)

    @property
    def region(self) -> Region:
        """Return who keeps the base."""
        read("region")
        return self.contents.region

    @property
    def prose(self) -> tuple[ProsePage, ...]:
        """Return the prose pages by path."""
        read("prose")
        return self.contents.prose

    @property
    def pictures(self) -> tuple[str, ...]:
        """Return the files of `content/` beside its Markdown."""
        read("pictures")
        return self.contents.pictures

    @property
    def set_aside(self) -> Mapping[RecordKey, str]:
        """Return the records that a file bears but an error keeps out, with that file."""
        read("set-aside")
        return self.contents.set_aside

    @property
    def unread(self) -> AbstractSet[str]:
        """Return the kinds whose one file could not be read."""
        read("unread")
        return self.contents.unread

    @property
    def unsound(self) -> tuple[Unsound, ...]:
        """Return what no record could be made of."""
        read("unsound")
        return self.contents.unsound

    @property
    def followed(self) -> list[Layered[Framework]]:
        """Return the frameworks that the region follows, in its order."""
        frameworks = self.frameworks
        return [frameworks[name] for name in dict.fromkeys(self.region.frameworks) if name in frameworks]

    def hints_for(self, indicator: str) -> list[Layered[Hint]]:
        """Return the rules of hints for an indicator."""
        read(f"hinted/{indicator}")
        return [self.hints[rule] for rule in self.rules_of_hints.get(indicator, ())]

    @cached_property
    def rules_of_hints(self) -> Mapping[str, list[str]]:
        """Return the ids of the rules of hints by indicator; not noted."""
        found: dict[str, list[str]] = {}
        for rule, layered in self.contents.hints.items():
            for indicator in dict.fromkeys(layered.definition.indicators):
                found.setdefault(indicator, []).append(rule)
        return found

    def all(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for kind in self.kinds:
            yield from self.records[kind.name].values()

    def get(self, kind: str, identifier: str) -> Record | None:
        """Return the record, or None where no file bears the id or an error keeps it out."""
        read(f"entry/{kind}/{identifier}")
        return self.contents.records[kind].get(identifier)

    def shows(self, record: Record) -> bool:
        """Return whether the record has a page: published, archived, or a draft asked for."""
        return record.status in _SHOWN or self.with_drafts

    def lists(self, record: Record) -> bool:
        """Return whether the record stands in lists: an archived one does not."""
        status = record.status
        return status in _LISTED or (self.with_drafts and status != ARCHIVED)

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
        contents = self.contents
        if not keys:
            return self
        kept = dict(contents.records)
        for kind in {kind for kind, _ in keys}:
            kept[kind] = {i: record for i, record in kept[kind].items() if (kind, i) not in keys}
        lost = {key: contents.records[key[0]][key[1]] for key in keys}
        sound = replace(
            contents,
            records=kept,
            set_aside={**contents.set_aside, **{key: record.file for key, record in lost.items()}},
            names={
                **contents.names,
                **{k: record.row.title for k, record in lost.items() if not record.kind.is_register},
            },
        )
        return KnowledgeBase(sound, with_drafts=self.with_drafts)

    def without_figures(self, wrong: AbstractSet[Observation]) -> KnowledgeBase:
        """Return the base without some figures of monitoring."""
        if not wrong:
            return self
        kept = dict(self.contents.observations)
        for indicator in {figure.indicator for figure in wrong}:
            kept[indicator] = tuple(figure for figure in kept[indicator] if figure not in wrong)
        sound = {indicator: figures for indicator, figures in kept.items() if figures}
        return KnowledgeBase(replace(self.contents, observations=sound), with_drafts=self.with_drafts)

    def name_of(self, kind: str, identifier: str) -> str:
        """Return what readers call a record, set aside or not; its id where nothing is known."""
        record = self.get(kind, identifier)
        return record.title if record else self.known_name(kind, identifier) or identifier

    def known_name(self, kind: str, identifier: str) -> str | None:
        """Return what a record of reference data that is set aside is called, where that could be read."""
        read(f"entry/{kind}/{identifier}")
        return self.contents.names.get((kind, identifier))

    @property
    def terms_said(self) -> tuple[tuple[str, Said], ...]:
        """Return how each term of the glossary is said, by its id."""
        read("glossary")
        return self._terms_said

    @cached_property
    def _terms_said(self) -> tuple[tuple[str, Said], ...]:
        terms = self.contents.records.get("glossary-term", {})
        return tuple((i, record.row.facts.said) for i, record in terms.items() if record.row.facts.said)

    @property
    def links_to(self) -> Mapping[RecordKey, list[Mention]]:
        """Return every link to each record, those of records that are not listed included; not noted."""
        return self._relations.links_to

    def named_by(self, kind: str, identifier: str) -> list[Mention]:
        """Return every link to a record, those of records that are not listed included."""
        read(f"mentions/{kind}/{identifier}")
        return self.links_to.get((kind, identifier), [])

    def listed_in(self, territory: str) -> list[Record]:
        """Return the listed records of the registers that belong to a territory."""
        read(f"territory/{territory}")
        return self._relations.by_territory.get(territory, [])

    @property
    def names_by_territory(self) -> dict[str, list[str]]:
        """Return the names of the records of each territory."""
        return {
            territory: [r.name for r in records]
            for territory, records in self._relations.by_territory.items()
        }

    def territory_of(self, record: Record) -> str | None:
        """Return the id of the record's territory, its own or its organization's."""
        read(f"entry/{record.name}")
        row = record.row
        if row.territory is not None or row.organization is None:
            return row.territory
        organization = self.get("organization", row.organization)
        return organization.row.territory if organization else None
