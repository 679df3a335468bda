"""What the pages of the yearly cycle show: frozen values, each state with its sign and word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from metodbank.pages.measure_views import StateView
from metodbank.pages.plain_views import DateView
from metodbank.pages.presenting import ClausesView, LinkView


class Presence(StrEnum):
    """How much of a stage is there."""

    FULL = "full"
    PARTIAL = "partial"
    ABSENT = "absent"
    NOT_DUE = "not-due"


_PRESENCES = {
    Presence.FULL: ("✓", "есть"),
    Presence.PARTIAL: ("◐", "есть не всё"),
    Presence.ABSENT: ("–", "нет"),
    Presence.NOT_DUE: ("○", "срок не наступил"),
}


def presence_view(presence: Presence) -> StateView:
    """Return a state as readers see it: never colour alone."""
    return StateView(f"stage-{presence.value}", *_PRESENCES[presence])


@dataclass(frozen=True, slots=True)
class StepView:
    """A stage in the line of all six: its title leads to what there is of it."""

    link: LinkView
    state: StateView


@dataclass(frozen=True, slots=True)
class MissingView:
    """What is not there: in words, how to add it, and a command to copy where one does it."""

    text: str
    cure: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report: who answers for it, when it was ready, what it says, what it rests on."""

    link: LinkView
    kind: str
    organization: LinkView
    period: str
    prepared_on: DateView | None
    state: str
    act: LinkView | None
    summary: str
    conclusions: tuple[Markup, ...]
    recommendations: str
    based_on: tuple[LinkView, ...]
    follows: tuple[LinkView, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class TargetsView:
    """What one framework asks of the year."""

    link: LinkView
    act: LinkView | None
    citation: str
    count: str
    is_asking: bool


@dataclass(frozen=True, slots=True)
class FigureView:
    """One indicator that monitoring brings: its value, who reported, as of when, approved or not.

    `missing` are all who did not report; `named` the first of them, `more` how many others.
    """

    link: LinkView
    value: str
    absence: str
    coverage: str
    missing: tuple[LinkView, ...]
    named: tuple[LinkView, ...]
    more: int
    as_of: DateView | None
    status: str


@dataclass(frozen=True, slots=True)
class TallyView:
    """Measures in one state, and how many they are."""

    state: StateView
    count: str


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """The measures of one roadmap whose term lies in the year."""

    roadmap: LinkView
    link: LinkView
    tallies: tuple[TallyView, ...]


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage with all that there is of it and all that is missing."""

    id: str
    title: str
    about: str
    state: StateView
    demands: tuple[ClausesView, ...]
    counted: str
    targets: tuple[TargetsView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    reports: tuple[ReportView, ...] = ()
    others: tuple[LinkView, ...] = ()
    more: int = 0
    measures: tuple[MeasuresView, ...] = ()
    missing: tuple[MissingView, ...] = ()


@dataclass(frozen=True, slots=True)
class YearView:
    """A year in the list of years."""

    link: LinkView
    note: str
    value: str
    steps: tuple[StepView, ...]
