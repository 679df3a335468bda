"""The one door for tables: the bytes of a CSV file in; rows of plain cells, findings and places out.

Read is what spreadsheets save: UTF-8, UTF-16, Windows-1251 or older; cells parted by `;`, commas or
tabs; a first line `sep=;`. Nothing here raises on any input, and nothing takes longer than the size of the
file allows.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from metodbank.problems import Finding, Mark
from metodbank.russian_words import number_text
from metodbank.table_text import decoded
from metodbank.yaml_source.text import UNWANTED

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_LETTERS = 2_000
SEPARATORS = (";", ",", "\t")

_NOTHING = "".join(SEPARATORS) + '" \r\n\u00a0'
_SEPARATOR_LINE = re.compile(r'"?sep=([;,\t])"?[;,\t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)


class TableRow(NamedTuple):
    """One row: its number as a spreadsheet counts it, from 1, and its cells without blanks around them."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold anything, the header among them; what cannot be read is findings.

    Without a row that can be read first there are none.
    """

    rows: list[TableRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_table(raw: bytes) -> Table:
    """Return the rows of a CSV file, and all that is wrong with its text."""
    text, findings = decoded(raw)
    if text is None:
        return Table(findings=findings)
    if not text.strip(_NOTHING):
        return Table(findings=[*findings, Finding("MB925", mark=Mark(1, 1))])
    said = _SEPARATOR_LINE.match(text)
    separator = said[1] if said else _likely_separator(text)
    rows: list[TableRow] = []
    for number, entry in enumerate(_rows(text[said.end() :] if said else text, separator)):
        if isinstance(entry, TableRow):
            rows.append(entry)
        else:
            findings.append(entry)
        if not rows:  # without its first row nobody knows what the others say
            break
        if number > MAX_ROWS:
            return Table(findings=[_beyond(f"строк больше {number_text(MAX_ROWS)}", MAX_ROWS + 2, 1)])
    return Table(rows, findings)


def _beyond(limit: str, row: int, column: int) -> Finding:
    return Finding("MB933", mark=Mark(row, column), details={"limit": limit})


def _likely_separator(text: str) -> str:
    """Return the separator that parts the first row into most cells."""
    return max(SEPARATORS, key=lambda separator: _width_of_first_row(text, separator))


def _width_of_first_row(text: str, separator: str) -> int:
    reader = csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=separator)
    try:
        return next((len(cells) for cells in reader if any(map(str.strip, cells))), 0)
    except csv.Error:
        return 0


def _rows(text: str, separator: str) -> Iterator[TableRow | Finding]:
    """Yield the rows that hold anything; in place of those that cannot be read, why."""
    has_traps = UNWANTED.search(text) is not None
    reader = csv.reader(io.StringIO(text.rstrip("\r\n"), newline=""), delimiter=separator, strict=True)
    for number in count(1):
        line = reader.line_num
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error:
            yield Finding("MB934", mark=Mark(number, 1))
            if reader.line_num > line + 1:  # an open quote swallowed lines: what follows is in doubt
                return
            continue
        if any(cells):
            wrong = _fault(cells, number) or (_trap(cells, number) if has_traps else None)
            yield wrong or TableRow(number, cells)


def _fault(cells: list[str], number: int) -> Finding | None:
    if len(cells) > MAX_COLUMNS:
        while not cells[-1]:
            cells.pop()
        if len(cells) > MAX_COLUMNS:
            return _beyond(f"столбцов больше {MAX_COLUMNS}", number, MAX_COLUMNS + 1)
    if len("".join(cells)) > MAX_LETTERS and max(map(len, cells)) > MAX_LETTERS:
        column = next(place for place, cell in enumerate(cells, 1) if len(cell) > MAX_LETTERS)
        return _beyond(f"знаков в ячейке больше {number_text(MAX_LETTERS)}", number, column)
    return None


def _trap(cells: list[str], number: int) -> Finding | None:
    for column, cell in enumerate(cells, 1):
        found = UNWANTED.search(cell)
        if found is not None:
            return Finding("MB007", mark=Mark(number, column), value=f"U+{ord(found.group()):04X}")
    return None
