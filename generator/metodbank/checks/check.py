"""What a check is: a function from a record, or from the whole base, to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from metodbank.checks.texts import Texts
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.fields import Group
from metodbank.models.observation import Observation
from metodbank.problems import Finding
from metodbank.reads import read
from metodbank.records import Record, Unsound
from metodbank.root_folder import MAX_ATTACHMENT_BYTES, RootFolder


@dataclass(frozen=True, slots=True)
class Looking:
    """What a check may know beside the record: the base, its folder and the day it is checked for."""

    base: KnowledgeBase
    folder: RootFolder
    day: date

    @property
    def as_of(self) -> date:
        """Return the day that the base is checked for."""
        read("day")
        return self.day

    def attached(self, path: str) -> bytes | None:
        """Return the bytes of an attached file, or None where it is not read (too large, a link)."""
        read(f"file/{path}")
        raw = self.folder.read(path, MAX_ATTACHMENT_BYTES)
        return raw if isinstance(raw, bytes) else None


Models = type[Group] | tuple[type[Group], ...]


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """A rule over one record; its findings name places inside the record.

    It looks again at a record when something that it looked at has changed, so it may look at other records.
    `of` are the models of the records that it looks at, None for all.
    """

    codes: tuple[str, ...]
    look: Callable[[Record, Looking], Iterable[Finding]]
    of: Models | None = None


@dataclass(frozen=True, slots=True)
class TextCheck:
    """A rule over the texts of one record, which are gathered once for all rules of this sort."""

    codes: tuple[str, ...]
    look: Callable[[Texts, Looking], Iterable[Finding]]


Subject = Record | Unsound | Observation | str
Placed = tuple[Subject, Finding]
"""A finding with the record, the row of monitoring or the file that it is about; an error sets it aside."""


@dataclass(frozen=True, slots=True)
class BaseCheck:
    """A rule across records.

    `gather` returns what the rule needs to know of one record, None for nothing; it is asked again only when
    something that it looked at has changed. `judge` sees what was gathered, in the order of the base, each
    time; it looks at no fields of records itself, because thousands of them would have to be fetched.
    `of` are the models of the records that are gathered, None for all.
    """

    codes: tuple[str, ...]
    gather: Callable[[Record, Looking], Any]
    judge: Callable[[Sequence[tuple[Record, Any]], Looking], Iterable[Placed]]
    of: Models | None = None


@dataclass(frozen=True, slots=True)
class ContentsCheck:
    """A rule over the contents of the base as a whole; it looks at them each time."""

    codes: tuple[str, ...]
    look: Callable[[Looking], Iterable[Placed]]


Check = RecordCheck | TextCheck | BaseCheck | ContentsCheck
