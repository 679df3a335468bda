"""What a check is: a function from a record, or from the whole base, to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from metodbank.knowledge_base import KnowledgeBase, Record, Unsound
from metodbank.problems import Finding


@dataclass(frozen=True, slots=True)
class Looking:
    """What a check may know beside the record: the base and the day it is checked for."""

    base: KnowledgeBase
    as_of: date


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """A rule over one record; its findings name places inside the record."""

    codes: tuple[str, ...]
    look: Callable[[Record, Looking], Iterable[Finding]]


Subject = Record | Unsound | str


@dataclass(frozen=True, slots=True)
class BaseCheck:
    """A rule across records; each finding comes with the record, or the file, that it is about."""

    codes: tuple[str, ...]
    look: Callable[[Looking], Iterable[tuple[Subject, Finding]]]


Check = RecordCheck | BaseCheck
