"""What comes of scoring: frozen values, exact to the last digit; unknown and hidden are None, never 0."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from metodbank.models.framework import Statement, Target
from metodbank.problems import FieldPath


class Absence(StrEnum):
    """Why there is no value."""

    NONE = "none"
    NO_DATA = "no-data"
    NOT_COMPUTABLE = "not-computable"
    NOT_DUE = "not-due"
    HIDDEN = "hidden"


class Origin(StrEnum):
    """Whence the value comes.

    `OWN_ROW` is the row of a region none of whose territories reported, `ENTERED` a row of monitoring that
    stands in for what could not be counted.
    """

    COUNTED = "counted"
    ROW = "row"
    SUM = "sum"
    OWN_ROW = "own-row"
    ENTERED = "entered"


class State(StrEnum):
    """How a score stands against the target of a statement."""

    REACHED = "reached"
    NOT_REACHED = "not-reached"
    NO_TARGET = "no-target"
    NOT_DUE = "not-due"
    PERIOD_OVER = "period-over"
    NO_DATA = "no-data"
    NOT_COMPUTABLE = "not-computable"

    @property
    def words(self) -> str:
        """Return the state as readers know it, in Russian."""
        return _STATES[self]


_STATES = {
    State.REACHED: "достигнут",
    State.NOT_REACHED: "не достигнут",
    State.NO_TARGET: "цель не установлена",
    State.NOT_DUE: "срок не наступил",
    State.PERIOD_OVER: "период завершён",
    State.NO_DATA: "нет данных",
    State.NOT_COMPUTABLE: "не рассчитывается",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that was counted: a record, a row of a roadmap, a row of monitoring, a stage of the cycle.

    `record` is kind and id (`program/kurs`), empty for a row of monitoring; `file` is empty where no file
    says it, `at` is the place of the record's field inside the file; `line` (from 1) is known at once for a
    row of a table and is sought for `why` elsewhere. `subject` is the territory whose figure it is, `amount`
    how much it adds, None where that is hidden or unknown.
    """

    text: str
    record: str = ""
    file: str = ""
    at: FieldPath = ()
    line: int | None = None
    amount: int | None = 1
    subject: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut(Ground):
    """One thing that was not counted, and why, in Russian."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A numerator or a denominator: `value` None where it is hidden, `unit` a value of `counted-things`."""

    value: int | None
    title: str
    unit: str
    counted: tuple[Ground, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of those who should be counted are: territories, or providers of programs."""

    reported: int
    expected: int
    are_providers: bool = False


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A region's own row beside the sum of its territories; all numbers None where they are hidden.

    The differences are own less sum; that of the value is in its unit (percentage points).
    """

    numerator: int | None
    denominator: int | None
    value: Fraction | None
    numerator_difference: int | None
    denominator_difference: int | None
    value_difference: Fraction | None
    is_preliminary: bool
    file: str
    line: int
    reason: str = ""

    @property
    def differs(self) -> bool:
        """Return whether it is known to tell something else than the sum."""
        return bool(self.numerator_difference or self.denominator_difference or self.value_difference)


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one indicator for one territory, or one organization, and one year at a moment.

    `value` is a percentage (0..100), so many for one, a count, or 1 and 0 for yes and no. `reason` tells in
    Russian why there is none, `remark` what is to be known of the one there is.
    """

    indicator: str
    subject: str
    year: int
    moment: date
    unit: str
    numerator: Count | None = None
    denominator: Count | None = None
    value: Fraction | None = None
    absence: Absence = Absence.NONE
    reason: str = ""
    remark: str = ""
    coverage: Coverage | None = None
    is_preliminary: bool = False
    origin: Origin = Origin.COUNTED
    source: str = ""
    own: OwnRow | None = None
    of_provider: bool = False

    @property
    def is_hidden(self) -> bool:
        """Return whether there is a value that would tell of single persons."""
        return self.absence is Absence.HIDDEN


@dataclass(frozen=True, slots=True)
class ToGoal:
    """What is missing for the target, in whole units of the numerator.

    `number` more are needed, or fewer where the value is too large; then so many more of the denominator
    (`or_more`) would do as well. `unit` and `or_unit` are values of `counted-things`.
    """

    number: int
    unit: str
    is_fewer: bool = False
    or_more: int | None = None
    or_unit: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A score against the target of one statement of a framework, with the reason of its state in Russian.

    `operator` is how the value is held against the target.
    """

    framework: str
    statement: Statement
    territory: str
    year: int
    state: State
    reason: str
    score: Score
    target: Target | None
    to_goal: ToGoal | None
    is_retrospective: bool
    operator: str
