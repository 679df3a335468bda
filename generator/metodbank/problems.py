"""What is wrong in the data: findings as rules notice them, problems as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FieldPath = tuple[str | int, ...]


class Severity(StrEnum):
    """How much a problem matters: an error sets its record aside, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def word(self) -> str:
        """Return the Russian word for it."""
        return {"error": "ошибка", "warning": "предупреждение", "info": "сведение"}[self.value]


@dataclass(frozen=True, slots=True)
class Mark:
    """A position in a file: line and column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule noticed, before its place and its words are known.

    `at` leads from the top of the file to the value by keys and indexes; `mark` is set only where the
    position is known and the path is not (text that could not be parsed).
    `details` fill the named places of the rule's text.
    """

    code: str
    at: FieldPath = ()
    value: str = ""
    mark: Mark | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    suggestion: str = ""
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in words, with its place and its cure."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    field: str
    message: str
    remedy: str
    value: str = ""
    suggestion: str = ""

    @property
    def place(self) -> str:
        """Return `файл:строка:столбец`."""
        return f"{_on_one_line(self.file)}:{self.line}:{self.column}"

    @property
    def is_error(self) -> bool:
        """Return whether the problem sets its record aside."""
        return self.severity is Severity.ERROR


def _on_one_line(name: str) -> str:
    """Return a file name without line ends and controls: a name must not begin a line of its own."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def in_reading_order(problems: list[Problem]) -> list[Problem]:
    """Return the problems by file, line and column, each of them once."""
    return sorted(set(problems), key=lambda p: (p.file, p.line, p.column, p.code, p.message))
