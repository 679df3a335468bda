"""The stages of the cycle of one year: what of each is there, and what is missing.

The reports of a stage are those that the indicator of the cycle (K10) counts, so page and indicator never
differ: a report is of each calendar year of which it holds a day, if it was ready by the end of that year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from metodbank.indicators.cycles import Cycles
from metodbank.indicators.moments import has_ended, moment_of, overlaps_year
from metodbank.management_cycle import cycle_stages
from metodbank.models.cycle import CycleStage, StageHolds
from metodbank.pages.context import SiteContext
from metodbank.pages.cycle_demands import clauses_of
from metodbank.pages.cycle_figures import figure_views, target_views
from metodbank.pages.cycle_found import StageFound, missing_of, presence_of
from metodbank.pages.cycle_measures import measures_of_year
from metodbank.pages.cycle_reports import report_views
from metodbank.pages.cycle_views import StageView, presence_view
from metodbank.pages.presenting import LinkView, Presenter, clauses_by_act

CYCLE_INDICATOR = "monitoring-cycle"
MOST_OTHERS = 10


@dataclass(frozen=True, slots=True)
class CycleYear:
    """The cycle of one year as pages of one depth show it."""

    context: SiteContext
    cycles: Cycles
    presenter: Presenter
    year: int

    def stages(self) -> Iterator[StageView]:
        """Yield the stages in their order, those that only the region's own indicator counts after them."""
        known = cycle_stages().stages
        counted = self._counted_kinds()
        yield from (self._stage(stage, counted) for stage in known)
        shown = {kind for stage in known for kind in stage.reports}
        yield from (self._stage(self._added(kind), counted) for kind in counted if kind not in shown)

    def _stage(self, stage: CycleStage, counted: tuple[str, ...]) -> StageView:
        context, presenter, year = self.context, self.presenter, self.year
        found = self._found(stage)
        others = self._of_territories(stage)
        moment = moment_of(year, context.as_of)
        return StageView(
            id=stage.id,
            title=stage.title,
            about=stage.about,
            state=presence_view(presence_of(found)),
            demands=clauses_by_act(presenter, clauses_of(context.base, stage)),
            counted=_counted(found) if stage.reports and stage.reports[0] in counted else "",
            targets=found.targets,
            figures=found.figures,
            reports=tuple(report_views(context, presenter, found.reports, year, moment)),
            others=others[:MOST_OTHERS],
            more=max(0, len(others) - MOST_OTHERS),
            measures=found.measures,
            missing=tuple(missing_of(context.base, found)),
        )

    def _found(self, stage: CycleStage) -> StageFound:
        context, presenter, year, holds = self.context, self.presenter, self.year, stage.holds
        home, moment = context.telling.home, moment_of(year, context.as_of)
        shows = {name: holds is name for name in StageHolds}
        return StageFound(
            stage,
            year,
            has_ended(year, context.as_of),
            tuple(self.cycles.stages(stage.reports, home, year, moment)),
            tuple(target_views(context, presenter, year)) if shows[StageHolds.TARGETS] else (),
            tuple(figure_views(context, presenter, year)) if shows[StageHolds.FIGURES] else (),
            tuple(measures_of_year(context, presenter, year)) if shows[StageHolds.MEASURES] else (),
        )

    def _of_territories(self, stage: CycleStage) -> tuple[LinkView, ...]:
        """Return the reports of the territories inside; they are no stage of the whole."""
        inside = self.context.telling.scoring.territories()[1:]
        found = [report for territory in inside for report in self.cycles.of(territory)]
        return tuple(
            self.presenter.link_to(report)
            for report in found
            if report.data.kind in stage.reports and overlaps_year(report.data.period, self.year)
        )

    def _counted_kinds(self) -> tuple[str, ...]:
        """Return the kinds of reports that the indicator counts as stages."""
        layered = self.context.base.indicators.get(CYCLE_INDICATOR)
        cycle = layered.definition.numerator.cycle if layered else None
        return cycle.stages if cycle else ()

    def _added(self, kind: str) -> CycleStage:
        term = self.context.base.term("report-kinds", kind)
        return CycleStage(
            id=f"stage-{kind}",
            title=term.title if term else kind,
            about=(term.description if term else None) or "Стадия, которую добавил регион.",
            reports=(kind,),
            cure="Внесите такой отчёт.",
        )


def _counted(found: StageFound) -> str:
    return "засчитана" if found.is_ready else "не засчитана"
