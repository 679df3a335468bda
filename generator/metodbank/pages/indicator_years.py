"""The values of an indicator against its targets by year: the chart, what it shows, the table beside it."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank.charts import YearsChart
from metodbank.open_data.score_shapes import AssessmentData
from metodbank.open_data.telling import Telling
from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_links import passport_address, statement_name
from metodbank.pages.indicator_series import chart_of, finding_of, names_systems, span_of
from metodbank.pages.indicator_tally import by_target
from metodbank.pages.indicator_views import GoalView, ScoreViews
from metodbank.pages.presenting import LinkView, Presenter


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year: its value, or why there is none, and how it stands against each target."""

    link: LinkView
    is_here: bool
    value: str
    absence: str
    remark: str
    goals: tuple[GoalView, ...]


@dataclass(frozen=True, slots=True)
class YearsView:
    """All years from the latest; without values there is no chart, and the finding stands alone."""

    chart: YearsChart | None
    finding: str
    rows: tuple[YearRow, ...]


def years_view(context: SiteContext, presenter: Presenter, identifier: str, year: int) -> YearsView:
    """Return all years of an indicator as its page of one year shows them.

    They are drawn once for the pages of all years.
    """
    telling = context.telling
    chart = context.drawn.get(("years", identifier), lambda: chart_of(telling, identifier))
    years = reversed(span_of(telling, identifier))
    rows = tuple(_row(telling, presenter, identifier, each, is_here=each == year) for each in years)
    return YearsView(chart, finding_of(telling, identifier), rows)


def _row(telling: Telling, presenter: Presenter, identifier: str, year: int, *, is_here: bool) -> YearRow:
    goals = _goals(telling, presenter, identifier, year)
    if not telling.has_begun(year):
        return YearRow(LinkView(str(year)), is_here, "", "год ещё не начался", "", goals)
    score = telling.scoring.score(identifier, telling.home, year)
    value = telling.shown_value(score)
    has_page = not is_here and year in telling.years_of(identifier)
    href = presenter.href(passport_address(telling, identifier, year)) if has_page else ""
    return YearRow(
        link=LinkView(str(year), href),
        is_here=is_here,
        value=value,
        absence="" if value else telling.score(identifier, telling.home, year).absence_text,
        remark="предварительно" if score.is_preliminary else "",
        goals=goals,
    )


def _goals(telling: Telling, presenter: Presenter, identifier: str, year: int) -> tuple[GoalView, ...]:
    """Return how the statements that say something of the year stand, named where several systems ask."""
    found = by_target(telling.assessments(identifier, telling.home, year))
    is_named = len(found) > 1 or names_systems(telling, identifier)

    def asked_by(each: AssessmentData) -> LinkView:
        return LinkView(statement_name(telling, each) if is_named else "")

    views = ScoreViews(presenter, (), asked_by)
    return tuple(map(views.goal, found))
