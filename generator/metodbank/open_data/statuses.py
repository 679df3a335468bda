"""Whether figures are preliminary or approved, and by which act; found by the rows that they come of."""

from __future__ import annotations

from typing import Literal, NamedTuple

from metodbank.indicators.memo import Memo
from metodbank.indicators.score import Ground, Origin, Score
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.observation import Observation
from metodbank.record_titles import brief_citation


class Status(NamedTuple):
    """A state for programs and in Russian."""

    id: Literal["preliminary", "approved", ""]
    text: str


NO_STATUS = Status("", "")
_PRELIMINARY = Status("preliminary", "предварительно")


class Statuses:
    """Knows the rows of monitoring of a base by their places."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._memo = Memo()

    def row(self, indicator: str, ground: Ground) -> Observation | None:
        """Return the row of monitoring that a ground is, None where it is something else."""
        if ground.record or not ground.file or ground.line is None:
            return None
        return self.at(indicator, ground.file, ground.line)

    def at(self, indicator: str, file: str, line: int) -> Observation | None:
        """Return the figure of an indicator in a line of a table."""
        return self._memo.get(indicator, lambda: self._by_place(indicator)).get((file, line))

    def of_row(self, row: Observation | None) -> Status:
        """Return the state of a row, with the act that approved it."""
        if row is None or row.is_preliminary:
            return _PRELIMINARY
        return Status("approved", f"утверждено: {self._cited(row.act)}" if row.act else "утверждено")

    def of_score(self, score: Score) -> Status:
        """Return the state of a value: preliminary where any of its figures is; none where it was counted."""
        if score.value is None or score.origin is Origin.COUNTED:
            return NO_STATUS
        if score.is_preliminary:
            return _PRELIMINARY
        grounds = score.numerator.counted if score.numerator else ()
        rows = [row for each in grounds if (row := self.row(score.indicator, each)) is not None]
        cited = dict.fromkeys(self._cited(row.act) for row in rows if row.act)
        return Status("approved", f"утверждено: {'; '.join(cited)}" if cited else "утверждено")

    def _cited(self, act: str) -> str:
        record = self._base.get("act", act)
        return brief_citation(record.data, self._base.vocabularies) if record else act

    def _by_place(self, indicator: str) -> dict[tuple[str, int], Observation]:
        rows = self._base.observations.get(indicator, ())
        return {(row.file, row.row): row for row in rows}
