"""The figures of `monitoring/`: read from its tables, and which of several for one thing stands on a day.

A table is named `<год>.csv` or `<год>-<что угодно>.csv`; sub-folders mean nothing. A row with an error is set
aside, a table whose header has one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from metodbank.dates import in_words
from metodbank.models.observation import Observation
from metodbank.observation_columns import MONITORING, columns_of
from metodbank.observation_hints import header_findings, name_hint
from metodbank.observation_names import KnownNames
from metodbank.observation_rows import RowReading
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding, Mark
from metodbank.root_folder import RootFolder
from metodbank.russian_words import number_text
from metodbank.tables import MAX_BYTES, read_table

MOST_TOLD = 500
"""So many problems of one table are told one by one."""
_FILE_NAME = re.compile(r"(?:.*/)?(199[0-9]|20[0-9]{2}|2100)(?:-[^/]*)?\.csv", re.IGNORECASE)

Key = tuple[str, str, int]
"""Indicator, territory, year."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures for one indicator, territory and year as of a day.

    `stands` is the latest that was true by then, None where there is none yet; `superseded` are the earlier
    ones, `later` those of days to come, both by day.
    """

    stands: Observation | None
    superseded: tuple[Observation, ...]
    later: tuple[Observation, ...]


def standing(observations: Iterable[Observation], as_of: date) -> dict[Key, Standing]:
    """Return which figure stands as of the day, by indicator, territory and year."""
    by_key: dict[Key, list[Observation]] = {}
    for one in observations:
        by_key.setdefault((one.indicator, one.territory, one.year), []).append(one)
    return {key: _standing(several, as_of) for key, several in by_key.items()}


def _standing(several: list[Observation], as_of: date) -> Standing:
    several.sort(key=attrgetter("as_of"))
    known = [one for one in several if one.as_of <= as_of]
    return Standing(known[-1] if known else None, tuple(known[:-1]), tuple(several[len(known) :]))


def load_observations(
    folder: RootFolder, book: ProblemBook, known: KnownNames
) -> dict[str, tuple[Observation, ...]]:
    """Return the figures of all tables by indicator, each in the order of files and rows."""
    read: list[Observation] = []
    for file in book.files_in(MONITORING):
        named = _FILE_NAME.fullmatch(file)
        if named is None:
            book.note(file, [name_hint(file.rpartition("/")[2])])
            continue
        observations, findings = _in_table(folder, file, int(named[1]), known)
        read += observations
        note(book, file, findings)
    by_indicator: dict[str, list[Observation]] = {}
    for observation in _without_doubles(read, book):
        by_indicator.setdefault(observation.indicator, []).append(observation)
    return {indicator: tuple(several) for indicator, several in by_indicator.items()}


def _in_table(
    folder: RootFolder, file: str, year: int, known: KnownNames
) -> tuple[list[Observation], list[Finding]]:
    """Return what a table says, and all that is wrong with it."""
    raw = folder.read(file, MAX_BYTES)
    if isinstance(raw, Finding):
        limit = {"limit": f"файл больше {MAX_BYTES // 1024**2} МБ"}
        return [], [Finding("MB933", details=limit) if raw.code == "MB005" else raw]
    table = read_table(raw)
    if not table.rows:
        return [], table.findings
    columns, findings = columns_of(table.rows[0])
    reading = RowReading(file, year, columns, known)
    if findings:
        return [], [*table.findings, *header_findings(columns, findings, reading.findings, known)]
    observations = [observation for row in table.rows[1:] for observation in reading.read(row)]
    findings = [*table.findings, *reading.findings]
    if reading.empty:
        details = {"number": number_text(len(reading.empty))}
        findings.append(Finding("MB948", mark=Mark(reading.empty[0], 1), details=details))
    return observations, findings


def _without_doubles(read: Sequence[Observation], book: ProblemBook) -> Sequence[Observation]:
    """Return the figures of which there is one for a day; of several nobody knows which is right."""
    first: dict[tuple[str, str, int, date], Observation] = {}
    lost: set[tuple[str, str, int, date]] = set()
    doubled: dict[str, list[Finding]] = {}
    for one in read:
        of_day = (one.indicator, one.territory, one.year, one.as_of)
        other = first.setdefault(of_day, one)
        if other is not one:
            lost.add(of_day)
            doubled.setdefault(one.file, []).append(_double(one, other))
    for file, findings in doubled.items():
        note(book, file, findings)
    return [one for of_day, one in first.items() if of_day not in lost] if lost else read


def _double(observation: Observation, other: Observation) -> Finding:
    details = {
        "indicator": observation.indicator,
        "day": in_words(observation.as_of),
        "other": f"{other.file}, строка {other.row}",
    }
    mark = Mark(observation.row, observation.column)
    return Finding("MB908", mark=mark, value=observation.territory, details=details)


def note(book: ProblemBook, file: str, findings: Sequence[Finding]) -> None:
    """Put the findings of a table into words; past many of them only how many there are."""
    book.note(file, findings[:MOST_TOLD])
    if len(findings) > MOST_TOLD:
        details = {"told": number_text(MOST_TOLD), "number": number_text(len(findings))}
        book.note(file, [Finding("MB949", mark=Mark(1, 1), details=details)])
