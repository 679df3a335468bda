"""The indicator that counts rows of roadmaps, as the page of a roadmap shows it: from both of its bases.

What the indicator says is told by the indicator: nothing here divides one number by another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from metodbank.open_data.score_shapes import AssessmentData, ScoreData
from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_links import passport_link, statement_name
from metodbank.pages.indicator_views import GoalView, ScoreViews
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.records import Record

INDICATOR = "roadmap-completion"
OF_ALL = "От всех мероприятий"
OF_DUE = "От тех, чей срок наступил"
AS_A_WHOLE = "Значение"


@dataclass(frozen=True, slots=True)
class ShareView:
    """What the indicator says from one base: a value with its formula, or why there is none."""

    base: str
    value: str
    formula: str
    absence: str
    remark: str


@dataclass(frozen=True, slots=True)
class CompletionView:
    """The indicator for the territory of a roadmap and a year; `others` are roadmaps that it counts too."""

    year: int
    day: DateView
    indicator: LinkView
    territory: LinkView
    shares: tuple[ShareView, ...]
    goals: tuple[GoalView, ...]
    others: tuple[LinkView, ...]


def completion_view(
    context: SiteContext, record: Record, presenter: Presenter, year: int
) -> CompletionView | None:
    """Return the indicator for a year, None where this roadmap is not counted: archived, or of no place."""
    territory = context.base.territory_of(record)
    if territory is None or not context.base.lists(record):
        return None
    telling = context.telling
    whole = telling.score(INDICATOR, territory, year)
    due = telling.of_due_rows(INDICATOR, territory, year)
    shares = [_share(OF_ALL if due else AS_A_WHOLE, whole)]
    if due is not None:
        shares.append(_share(OF_DUE, due))
    return CompletionView(
        year=year,
        day=date_view(whole.moment),
        indicator=passport_link(telling, presenter, INDICATOR, year),
        territory=presenter.link("territory", territory),
        shares=tuple(shares),
        goals=tuple(_goals(context, presenter, territory, year)),
        others=tuple(presenter.link("roadmap", identifier) for identifier in _others(record, whole)),
    )


def _share(base: str, told: ScoreData) -> ShareView:
    remark = "; ".join(each for each in (told.status_text, told.remark) if each)
    return ShareView(base, told.text, told.formula, told.absence_text, remark)


def _others(record: Record, told: ScoreData) -> Iterator[str]:
    """Yield the ids of the other roadmaps whose rows were looked at, each once."""
    grounds = [
        ground.record
        for part in (told.numerator, told.denominator)
        if part is not None
        for ground in (*part.counted, *part.left_out)
    ]
    for name in dict.fromkeys(grounds):
        if name and name != record.name:
            yield name.partition("/")[2]


def _goals(context: SiteContext, presenter: Presenter, territory: str, year: int) -> Iterator[GoalView]:
    """Yield how the value stands against the targets of the year that are set."""
    telling = context.telling

    def asked_by(found: AssessmentData) -> LinkView:
        return LinkView(statement_name(telling, found))

    views = ScoreViews(presenter, context.base.kinds, asked_by)
    for found in telling.assessments(INDICATOR, territory, year):
        if found.target_text:
            yield views.goal(found)
