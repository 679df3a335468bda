"""«Кто спрашивает»: the statements of acts that ask for an indicator, in their own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from metodbank.open_data.documents import AskingData
from metodbank.pages.context import SiteContext
from metodbank.pages.framework_heads import framework_link
from metodbank.pages.indicator_links import statement_anchor
from metodbank.pages.indicator_views import GoalView, ScoreViews
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import all_unbroken


@dataclass(frozen=True, slots=True)
class AskingView:
    """A statement of an act that asks for the indicator; `framework` leads to it beside the others."""

    anchor: str
    framework: LinkView
    act: LinkView | None
    told: AskingData
    goal: GoalView | None


def asking_views(
    context: SiteContext, presenter: Presenter, views: ScoreViews, asking: Iterable[AskingData]
) -> tuple[AskingView, ...]:
    """Return the statements in the order given."""
    return tuple(_asking(context, presenter, views, each) for each in asking)


def _asking(context: SiteContext, presenter: Presenter, views: ScoreViews, told: AskingData) -> AskingView:
    identifier = told.framework.act
    layered = context.base.frameworks[told.framework.id]
    return AskingView(
        anchor=statement_anchor(told.framework.id, told.statement.id),
        framework=framework_link(presenter, layered, told.statement.id),
        act=presenter.cited(identifier) if identifier and context.base.get("act", identifier) else None,
        told=all_unbroken(told),
        goal=views.goal(told.assessment) if told.assessment else None,
    )
