"""Measures of a roadmap as their page, its filters and other pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from metodbank.models.parts import Period
from metodbank.models.roadmap import (
    CANCELLED,
    DONE,
    DONE_LATE,
    IN_PROGRESS,
    MOVED,
    PLANNED,
    RELATIVE_YEAR,
    UNKNOWN,
    Evidence,
    Measure,
    MeasureTerm,
)
from metodbank.pages.context import SiteContext
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import period_text, unbroken
from metodbank.roadmap_measures import RoadmapMeasure
from metodbank.russian_words import counted

OVERDUE = "overdue"
SIGNS = {
    UNKNOWN: "–", PLANNED: "○", IN_PROGRESS: "…", DONE: "✓", DONE_LATE: "✓", CANCELLED: "✕", MOVED: "→",
    OVERDUE: "!",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StateView:
    """What is known of a measure: a sign beside its words, never colour alone."""

    id: str
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class DoubtView:
    """A cell that reads uncertainly."""

    cell: str
    raw: str
    reason: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What proves that a measure was done."""

    title: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class RoadmapLinks:
    """A roadmap and some of its rows."""

    roadmap: LinkView
    measures: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One row."""

    anchor: str
    number: str
    name: str
    title: Markup
    responsible: tuple[LinkView, ...]
    executors: tuple[LinkView, ...]
    roles: tuple[str, ...]
    term: str
    term_note: str
    due: DateView | None
    result: Markup
    result_acts: tuple[LinkView, ...]
    state: StateView
    done_on: DateView | None
    moved_to: DateView | None
    decision: tuple[LinkView | DateView | str, ...]
    evidence: tuple[EvidenceView, ...]
    doubts: tuple[DoubtView, ...]
    note: Markup


def state_of(context: SiteContext, measure: Measure) -> StateView:
    """Return the state as of the day of the build; late is derived, never typed."""
    title = context.base.word("measure-states", measure.state)
    if measure.is_overdue(context.as_of) and measure.due:
        days = counted((context.as_of - measure.due).days, "день", "дня", "дней")
        return StateView(OVERDUE, SIGNS[OVERDUE], f"{title}, просрочено на {days}")
    return StateView(measure.state, SIGNS.get(measure.state, "–"), title)


def anchor_of(measure: Measure) -> str:
    """Return the fragment by which a row is found on the page of its roadmap."""
    return f"m-{measure.id}"


def measures_by_roadmap(
    context: SiteContext, found: Iterable[RoadmapMeasure], seen_from: str
) -> tuple[RoadmapLinks, ...]:
    """Return links to rows, seen from another page, under the roadmaps that they belong to."""
    presenter = context.presenter_at(seen_from)
    return tuple(
        RoadmapLinks(
            link, tuple(LinkView(row.measure.title, f"{link.href}#{anchor_of(row.measure)}") for row in rows)
        )
        for roadmap, rows in groupby(found, key=lambda row: row.roadmap)
        for link in [presenter.link_to(roadmap)]
    )


def measure_view(context: SiteContext, measure: Measure, presenter: Presenter) -> MeasureView:
    """Return one row of the roadmap."""
    return MeasureView(
        anchor=anchor_of(measure),
        number=measure.number or "",
        name=measure.title,
        title=presenter.prose(measure.title),
        responsible=_organizations(presenter, measure.responsible),
        executors=_organizations(presenter, measure.executors),
        roles=measure.roles,
        term=unbroken(measure.term.raw),
        term_note=_term_note(measure),
        due=_day(measure.due),
        result=presenter.prose(measure.result or ""),
        result_acts=tuple(presenter.cited(act) for act in measure.result_acts),
        state=state_of(context, measure),
        done_on=_day(measure.done_on),
        moved_to=_day(measure.moved_to),
        decision=_decision(measure, presenter),
        evidence=tuple(_evidence(item, presenter) for item in measure.evidence),
        doubts=tuple(
            DoubtView(context.base.word("measure-cells", doubt.cell), doubt.raw or "", doubt.reason)
            for doubt in measure.doubts
        ),
        note=presenter.prose(measure.note or ""),
    )


def _organizations(presenter: Presenter, identifiers: tuple[str, ...]) -> tuple[LinkView, ...]:
    return tuple(presenter.link("organization", identifier) for identifier in identifiers)


def _term_note(measure: Measure) -> str:
    term = measure.term
    said = []
    if term.kind == RELATIVE_YEAR and not term.periods:
        said.append("год не указан в документе")
    elif not term.periods:
        said.append("дни не указаны")
    elif not _is_plain(term):
        whole = Period.model_validate({"from": term.start, "to": term.end})
        spans = [whole, *term.parts] if term.start or term.end else term.parts
        said.append("; ".join(period_text(period) for period in spans))
    if term.by_schedule:
        said.append("по графику")
    return ", ".join(said)


def _is_plain(term: MeasureTerm) -> bool:
    """Return whether the words of the document are the day itself."""
    return len(term.periods) == 1 and term.last_day is not None and f"{term.last_day:%d.%m.%Y}" in term.raw


def _decision(measure: Measure, presenter: Presenter) -> tuple[LinkView | DateView | str, ...]:
    decision = measure.decision
    if decision is None:
        return ()
    act = presenter.cited(decision.act) if decision.act else None
    parts = (decision.reason, act, _day(decision.date))
    return tuple(part for part in parts if part is not None)


def _evidence(item: Evidence, presenter: Presenter) -> EvidenceView:
    links = [presenter.cited(item.act)] if item.act else []
    named = (("report", item.report), ("event", item.event), ("practice", item.practice))
    links += [presenter.link(kind, identifier) for kind, identifier in named if identifier]
    if item.url:
        links.append(LinkView(item.url, item.url))
    return EvidenceView(item.title or "", tuple(links))


def _day(day: date | None) -> DateView | None:
    return date_view(day) if day else None
