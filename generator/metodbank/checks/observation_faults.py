"""What rules found wrong with single rows of monitoring, told by table; rows with errors are set aside."""

from __future__ import annotations

from metodbank.models.observation import Observation
from metodbank.observations import note
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding, Severity
from metodbank.rules import rule_of


class ObservationFaults:
    """Gathers the findings about rows while the rules look at the base."""

    def __init__(self) -> None:
        self._by_file: dict[str, list[Finding]] = {}
        self._wrong: set[Observation] = set()

    def take(self, observation: Observation, finding: Finding) -> None:
        """Keep one finding until all are told."""
        self._by_file.setdefault(observation.file, []).append(finding)
        if rule_of(finding.code).severity is Severity.ERROR:
            self._wrong.add(observation)

    def told(self, book: ProblemBook) -> set[Observation]:
        """Put the findings into words, of many in one table only the first; return the rows with errors."""
        for file, findings in self._by_file.items():
            findings.sort(key=lambda finding: (finding.at[0], finding.code))
            note(book, file, findings)
        return self._wrong
