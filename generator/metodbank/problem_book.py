"""Findings become problems here: with the place in the file, the field's title and the rule's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from metodbank.models.fields import Group
from metodbank.models.shape import field_at
from metodbank.observation_columns import Columns, columns_in, is_table
from metodbank.problems import Finding, Mark, Problem, in_reading_order
from metodbank.root_folder import MAX_REFERENCE_BYTES, RootFolder
from metodbank.rules import in_words, shortened
from metodbank.tables import MAX_BYTES
from metodbank.yaml_source import Positions, positions_of


class ProblemBook:
    """Everything that was found wrong in one run."""

    def __init__(self, folder: RootFolder) -> None:
        self.folder = folder
        self._problems: list[Problem] = []

    def note(
        self, file: str, findings: Iterable[Finding], *, model: type[Group] | None = None, within: int = 0
    ) -> bool:
        """Put the findings of one file into words; return whether any of them is an error.

        `within` is the number of steps of each path that lead to the record inside the file.
        """
        problems = self.placed(file, findings, model=model, within=within)
        self._problems.extend(problems)
        return any(problem.is_error for problem in problems)

    def placed(
        self, file: str, findings: Iterable[Finding], *, model: type[Group] | None = None, within: int = 0
    ) -> list[Problem]:
        """Return the findings of one file in words, without putting them down."""
        return [self._problem(file, finding, model, within) for finding in findings]

    def take(self, problems: Iterable[Problem]) -> None:
        """Put down problems that are in words."""
        self._problems.extend(problems)

    def files_in(self, folder: str) -> Iterator[str]:
        """Yield the ordinary files below a folder; whatever else stands there is noted."""
        for entry in self.folder.files_in(folder):
            if isinstance(entry, str):
                yield entry
            else:
                self.note(entry[0], [entry[1]])

    def problems(self) -> list[Problem]:
        """Return all problems by file and place."""
        return in_reading_order(self._problems)

    def _problem(self, file: str, finding: Finding, model: type[Group] | None, within: int) -> Problem:
        if finding.at and is_table(file):
            columns = self._columns(file)
            return in_words(
                finding, file=file, mark=columns.find(finding.at), field=columns.title(finding.at)
            )
        mark = finding.mark
        if mark is None:
            mark = self._positions(file).find(finding.at, on_key=finding.on_key) if finding.at else Mark(1, 1)
        field = field_at(model, finding.at[within:]) if model else None
        unknown = finding.on_key and finding.at
        title = field.title if field else shortened(str(finding.at[-1])) if unknown else ""
        return in_words(finding, file=file, mark=mark, field=title)

    @cached_property
    def _positions(self) -> Callable[[str], Positions]:
        """Return what tells the places of a file; most books hold no problem and never need it."""
        return lru_cache(maxsize=64)(self._read_positions)

    @cached_property
    def _columns(self) -> Callable[[str], Columns]:
        """Return what tells the columns of a table."""
        return lru_cache(maxsize=64)(self._read_columns)

    def _read_positions(self, file: str) -> Positions:
        raw = self.folder.read(file, MAX_REFERENCE_BYTES)
        return positions_of(raw) if isinstance(raw, bytes) else Positions()

    def _read_columns(self, file: str) -> Columns:
        raw = self.folder.read(file, MAX_BYTES)
        return columns_in(raw if isinstance(raw, bytes) else b"")
