"""The statements of a framework with their targets, and how they stand where the framework is followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from metodbank.definition_layers import Layered
from metodbank.indicators.score import Absence
from metodbank.models.framework import Framework, Statement
from metodbank.open_data.definition_shapes import StatementData, TargetData
from metodbank.open_data.score_shapes import AssessmentData, ScoreData
from metodbank.open_data.telling import Telling
from metodbank.pages.context import SiteContext
from metodbank.pages.framework_heads import anchor
from metodbank.pages.indicator_links import passport_link
from metodbank.pages.indicator_views import HIDDEN, standing_view
from metodbank.pages.measure_views import StateView
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import all_unbroken, unbroken

NOT_SET = "не установлено"
NO_TARGET = "цели нет"
NO_VALUE = "значения нет"


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One year of a statement: what the act says of it, how that is read, and how it stands."""

    year: int
    raw: str
    text: str
    remarks: tuple[str, ...]
    value: str = ""
    has_value: bool = False
    value_remarks: tuple[str, ...] = ()
    state: StateView | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement of an act; `rows` are by year, `has_states` where the base is held against them."""

    anchor: str
    told: StatementData
    indicator: LinkView
    applies_to: str
    same_as: LinkView | None
    rows: tuple[TargetRow, ...]
    has_states: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """Statements under one heading of the act; `part` is given where a list of its own begins.

    `level` is that of the heading, and of the statements where there is none.
    """

    part: str
    clause: str
    title: str
    level: int
    statements: tuple[StatementView, ...]

    @property
    def statement_level(self) -> int:
        """Return the level of the headings of the statements."""
        return self.level + 1 if self.title else self.level


def statement_groups(
    context: SiteContext, presenter: Presenter, layered: Layered[Framework]
) -> tuple[GroupView, ...]:
    """Return all statements of a framework under the headings of its act, in the order of the act."""
    found = []
    part_before = None
    level = 4 if layered.definition.parts else 3
    for (part, group), statements in groupby(
        layered.definition.statements, key=lambda each: (each.part, each.group)
    ):
        views = tuple(_statement(context, presenter, layered, each) for each in statements)
        title, clause = _part(layered.definition, part) if part != part_before else ("", "")
        found.append(GroupView(title, clause, _title(layered.definition, group), level, views))
        part_before = part
    return tuple(found)


def remarks_of(target: TargetData) -> tuple[str, ...]:
    """Return what is to be known of a target beside its words."""
    inferred = "сравнение выведено: в документе нет «не менее» и «не более»"
    remarks = (
        inferred if target.operator_inferred else "",
        "установлено задним числом" if target.is_retrospective else "",
        target.note,
    )
    return tuple(each for each in remarks if each)


def _part(framework: Framework, identifier: str | None) -> tuple[str, str]:
    part = next((each for each in framework.parts if each.id == identifier), None)
    return (part.title, part.clause or "") if part else ("", "")


def _title(framework: Framework, identifier: str | None) -> str:
    group = next((each for each in framework.groups if each.id == identifier), None)
    if group is None:
        return ""
    return f"{group.number}. {group.title}" if group.number else group.title


def _statement(
    context: SiteContext, presenter: Presenter, layered: Layered[Framework], statement: Statement
) -> StatementView:
    telling = context.telling
    told = all_unbroken(telling.definitions.statement(layered, statement))
    is_assessed = not statement.dropped and layered.id in {each.id for each in context.base.followed}
    rows = _assessed(telling, layered, told) if is_assessed else map(_target, told.targets)
    return StatementView(
        anchor=anchor(statement.id),
        told=told,
        indicator=_indicator(context, presenter, statement.indicator),
        applies_to=context.base.word("statement-subjects", statement.applies_to),
        same_as=_same_as(layered.definition, statement),
        rows=tuple(rows),
        has_states=is_assessed,
    )


def _indicator(context: SiteContext, presenter: Presenter, identifier: str) -> LinkView:
    return passport_link(context.telling, presenter, identifier)


def _same_as(framework: Framework, statement: Statement) -> LinkView | None:
    other = framework.statement(statement.same_as) if statement.same_as else None
    return LinkView(other.clause or other.name, f"#{anchor(other.id)}") if other else None


def _target(target: TargetData) -> TargetRow:
    return TargetRow(target.year, target.raw, target.text or NOT_SET, remarks_of(target))


def _assessed(telling: Telling, layered: Layered[Framework], told: StatementData) -> Iterator[TargetRow]:
    """Yield each year that has a target, and the one that is shown first on the site."""
    targets = {target.year: target for target in told.targets}
    for year in sorted({*targets, telling.scoring.default_year()}):
        target = targets.get(year)
        row = _target(target) if target else TargetRow(year, "", NO_TARGET, ())
        found = telling.assessments(told.indicator, telling.home, year, layered.id)
        yield _standing(telling, row, next((each for each in found if each.statement == told.id), None))


def _standing(telling: Telling, row: TargetRow, found: AssessmentData | None) -> TargetRow:
    """Return the row with the value of its year and how it stands."""
    if found is None:
        return row
    score = telling.score(found.indicator, telling.home, row.year) if telling.has_begun(row.year) else None
    return TargetRow(
        year=row.year,
        raw=row.raw,
        text=row.text,
        remarks=row.remarks,
        value=_value(score),
        has_value=bool(score and score.text),
        value_remarks=score.brief_remarks if score else (),
        state=standing_view(found),
        why=unbroken(found.why_so),
    )


def _value(score: ScoreData | None) -> str:
    if score is None:
        return "год ещё не начался"
    return score.text or (HIDDEN if score.absence is Absence.HIDDEN else NO_VALUE)
