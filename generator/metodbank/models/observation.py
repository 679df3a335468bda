"""Значение мониторинга: one figure that a territory reported for an indicator and a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

PRELIMINARY, APPROVED = "preliminary", "approved"


@dataclass(frozen=True, slots=True)
class Observation:
    """One row of `monitoring/`, or one pair of cells of its wide form; unknown is None, never 0.

    Whole numbers stand in `numerator` and `denominator`; `value` (percent, or people for one methodist) is
    given where the parts are unknown. `state` is `PRELIMINARY` or `APPROVED`, `act` the id of the act that
    approved it. `file` and `row` (as a spreadsheet counts, from 1) are its place, `column` its first cell.
    """

    indicator: str
    territory: str
    year: int
    numerator: int | None
    denominator: int | None
    value: Fraction | None
    as_of: date
    source: str
    state: str
    act: str
    note: str
    file: str
    row: int
    column: int = 1

    @property
    def has_parts(self) -> bool:
        """Return whether both numerator and denominator are known."""
        return self.numerator is not None and self.denominator is not None

    @property
    def is_preliminary(self) -> bool:
        """Return whether no act approved the figure."""
        return self.state != APPROVED

    @property
    def key(self) -> tuple[str, str, int]:
        """Return what the figure is of: indicator, territory, year."""
        return self.indicator, self.territory, self.year
