"""Runs every check over a base and sets aside the records that have errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from metodbank.checks import AFTERWARDS, CHECKS
from metodbank.checks.check import (
    BaseCheck,
    Check,
    ContentsCheck,
    Looking,
    Placed,
    RecordCheck,
    TextCheck,
)
from metodbank.checks.observation_faults import ObservationFaults
from metodbank.checks.texts import texts_in
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.fields import Group
from metodbank.models.observation import Observation
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding, Problem
from metodbank.reads import packed, read, reading, unnoted
from metodbank.records import Record, RecordKey, Unsound
from metodbank.root_folder import RootFolder


class Look(NamedTuple):
    """What the rules found in one record: `gathered` by the place of the rule, `reads` all they looked at."""

    problems: tuple[Problem, ...]
    gathered: Mapping[int, Any]
    reads: bytes

    @property
    def is_wrong(self) -> bool:
        """Return whether an error sets the record aside."""
        return any(problem.is_error for problem in self.problems)


@dataclass
class Looks:
    """What was found when the base was checked last, taken again where nothing that was looked at changed."""

    of_records: dict[RecordKey, Look] = field(default_factory=dict)
    placed: dict[tuple[str, str, str], Problem] = field(default_factory=dict)


class _Rules(NamedTuple):
    """The rules that look at the records of one model; those across records with their places."""

    of_records: list[RecordCheck]
    across: list[tuple[int, BaseCheck]]


LookAtMany = Callable[[Callable[[Record], Look], Sequence[Record]], Sequence[Look]]
"""Looks at many records, in this process or in several."""


class Checking:
    """Checks one base: `looks` are those of the last time, then those of this time."""

    def __init__(
        self,
        folder: RootFolder,
        as_of: date,
        looks: Looks | None = None,
        *,
        checks: tuple[Check, ...] = CHECKS,
        look_at_many: LookAtMany = lambda look, records: [*map(look, records)],
        file_keys: Mapping[str, str] | None = None,
    ) -> None:
        self._folder = folder
        self._as_of = as_of
        self._checks = checks
        self._look_at_many = look_at_many
        self._file_keys = file_keys or {}
        self.looks = replace(looks) if looks else Looks()
        self._placed: dict[tuple[str, str, str], Problem] = {}
        self._of_texts = [check for check in checks if isinstance(check, TextCheck)]
        self._by_model: dict[type[Group], _Rules] = {}

    def before(
        self, base: KnowledgeBase, book: ProblemBook, changed: Callable[[Look], bool]
    ) -> KnowledgeBase:
        """Note what is wrong in the book; return the base without the records that have errors.

        `changed` tells whether something that a look saw is no longer the same.
        """
        looking = Looking(base, self._folder, self._as_of)
        looks = self._up_to_date(
            self.looks.of_records, base, changed, lambda record: self._look(record, looking, book)
        )
        self.looks.of_records = looks
        troubled = [(key, look) for key, look in looks.items() if look.problems]
        wrong = {key for key, look in troubled if look.is_wrong}
        for _, look in troubled:
            book.take(look.problems)
        records = base.contents.records
        gathered = [
            (records[kind][identifier], look.gathered)
            for (kind, identifier), look in looks.items()
            if look.gathered
        ]
        with unnoted():
            for unsound in base.contents.unsound:
                record = unsound.as_record
                book.take(self._look(record, looking, book, gather=False).problems)
            faults = ObservationFaults()
            for place, check in enumerate(self._checks):
                if isinstance(check, BaseCheck):
                    own = [(record, found[place]) for record, found in gathered if place in found]
                    wrong |= self._judged(check.judge(own, looking), book, faults)
                elif isinstance(check, ContentsCheck):
                    wrong |= self._judged(check.look(looking), book, faults)
        return base.without(wrong).without_figures(faults.told(book))

    def after(self, sound: KnowledgeBase, book: ProblemBook) -> None:
        """Note what can be said only when it is known which records are set aside."""
        looking = Looking(sound, self._folder, self._as_of)
        with unnoted():
            for check in AFTERWARDS:
                self._judged(check.look(looking), book, ObservationFaults())
        self.looks.placed = self._placed

    def _up_to_date(
        self,
        before: Mapping[RecordKey, Look],
        base: KnowledgeBase,
        changed: Callable[[Look], bool],
        look: Callable[[Record], Look],
    ) -> dict[RecordKey, Look]:
        found: dict[RecordKey, Look | None] = {}
        to_look: list[Record] = []
        for record in base.contents.all():
            known = before.get(record.key)
            if known is None or changed(known):
                to_look.append(record)
                known = None
            found[record.key] = known
        fresh = self._look_at_many(look, to_look)
        for record, made in zip(to_look, fresh, strict=True):
            found[record.key] = made
        return {key: known for key, known in found.items() if known is not None}

    def _look(self, record: Record, looking: Looking, book: ProblemBook, *, gather: bool = True) -> Look:
        findings: list[Finding] = []
        gathered: dict[int, Any] = {}
        rules = self._rules_for(record.model)
        with reading() as reads:
            for of_record in rules.of_records:
                findings += of_record.look(record, looking)
            texts = texts_in(record)
            for of_text in self._of_texts:
                findings += of_text.look(texts, looking)
            for place, across in rules.across if gather else ():
                found = across.gather(record, looking)
                if found is not None:
                    gathered[place] = found
            problems = tuple(_placed(book, record, findings))
        return Look(problems, gathered, packed(reads))

    def _rules_for(self, model: type[Group]) -> _Rules:
        """Return the rules that look at the records of a model."""
        known = self._by_model.get(model)
        if known is None:
            known = self._by_model[model] = _Rules([], [])
            for place, check in enumerate(self._checks):
                if isinstance(check, RecordCheck) and (check.of is None or issubclass(model, check.of)):
                    known.of_records.append(check)
                elif isinstance(check, BaseCheck) and (check.of is None or issubclass(model, check.of)):
                    known.across.append((place, check))
        return known

    def _judged(
        self, found: Iterable[Placed], book: ProblemBook, faults: ObservationFaults
    ) -> set[RecordKey]:
        wrong = set()
        for subject, finding in found:
            if isinstance(subject, Observation):
                faults.take(subject, finding)
                continue
            if isinstance(subject, str):
                book.note(subject, [finding])
                continue
            problem = self._one_placed(book, subject, finding)
            book.take([problem])
            if problem.is_error and isinstance(subject, Record):
                wrong.add(subject.key)
        return wrong

    def _one_placed(self, book: ProblemBook, subject: Record | Unsound, finding: Finding) -> Problem:
        """Return the finding in words; its place is sought again only when the record has changed."""
        if isinstance(subject, Unsound):
            return _placed(book, subject, [finding])[0]
        key = (subject.file, self._file_keys.get(subject.file, ""), f"{subject.name} {finding}")
        problem = self.looks.placed.get(key) or _placed(book, subject, [finding])[0]
        self._placed[key] = problem
        return problem


def checked(
    base: KnowledgeBase,
    book: ProblemBook,
    folder: RootFolder,
    *,
    as_of: date,
    checks: tuple[Check, ...] = CHECKS,
) -> KnowledgeBase:
    """Note all problems of the base in the book; return the base without the records that have errors."""
    checking = Checking(folder, as_of, checks=checks)
    sound = checking.before(base, book, lambda look: True)
    checking.after(sound, book)
    return sound


def _placed(book: ProblemBook, record: Record | Unsound, findings: Sequence[Finding]) -> list[Problem]:
    if not findings:
        return []
    # A place in a table moves with what stands above it.
    read(f"place/{record.file}" if record.within else f"data/{record.name}")
    within = record.within
    placed = [
        Finding(f.code, (*within, *f.at), f.value, f.mark, f.details, f.suggestion, f.on_key)
        for f in findings
    ]
    return book.placed(record.file, placed, model=record.model, within=len(within))
