"""What a check is: a function from a record, or from the whole base, to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from metodbank.checks.texts import Texts
from metodbank.knowledge_base import KnowledgeBase, Record, Unsound
from metodbank.problems import Finding
from metodbank.root_folder import MAX_ATTACHMENT_BYTES, RootFolder


@dataclass(frozen=True, slots=True)
class Looking:
    """What a check may know beside the record: the base, its folder and the day it is checked for."""

    base: KnowledgeBase
    folder: RootFolder
    as_of: date

    def attached(self, path: str) -> bytes | None:
        """Return the bytes of an attached file, or None where it is not read (too large, a link)."""
        raw = self.folder.read(path, MAX_ATTACHMENT_BYTES)
        return raw if isinstance(raw, bytes) else None


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """A rule over one record; its findings name places inside the record."""

    codes: tuple[str, ...]
    look: Callable[[Record, Looking], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class TextCheck:
    """A rule over the texts of one record, which are gathered once for all rules of this sort."""

    codes: tuple[str, ...]
    look: Callable[[Texts, Looking], Iterable[Finding]]


Subject = Record | Unsound | str


@dataclass(frozen=True, slots=True)
class BaseCheck:
    """A rule across records; each finding comes with the record, or the file, that it is about."""

    codes: tuple[str, ...]
    look: Callable[[Looking], Iterable[tuple[Subject, Finding]]]


Check = RecordCheck | TextCheck | BaseCheck
