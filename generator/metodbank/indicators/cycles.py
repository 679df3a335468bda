"""Counting the stages of the monitoring cycle: a stage is there when a listed report of its kind is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from metodbank.dates import in_words
from metodbank.indicators.counted import Counted
from metodbank.indicators.listed import listed_by_territory
from metodbank.indicators.memo import Memo
from metodbank.indicators.moments import overlaps_year
from metodbank.indicators.score import Ground, LeftOut
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.indicator import Cycle
from metodbank.records import Record


@dataclass(frozen=True, slots=True)
class StageReports:
    """The reports of one stage on a year: those ready by the moment, and those that were not."""

    stage: str
    ready: tuple[Record, ...]
    unready: tuple[Record, ...]


class Cycles:
    """The listed reports of a base by territory."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._memo = Memo()

    def count(self, cycle: Cycle, territory: str, year: int, moment: date) -> Counted:
        """Return the stages with a report on the year, prepared by the moment; all where they are total.

        Where there is no report at all nothing is known of the cycle, which is not the same as no cycle.
        """
        if cycle.total:
            return Counted(tuple(Ground(self._stage(stage)) for stage in cycle.stages))
        counted: list[Ground] = []
        left_out: list[LeftOut] = []
        for of_stage in self.stages(cycle.stages, territory, year, moment):
            stage, ready, unready = of_stage.stage, of_stage.ready, of_stage.unready
            counted += [self._ground(report, stage) for report in ready[:1]]
            left_out += [self._left_out(r, stage, "стадия уже посчитана") for r in ready[1:]]
            left_out += [self._left_out(r, stage, unready_reason(r, moment)) for r in unready]
            if not ready and not unready:
                reason = f"отчёта за {year} год нет"
                left_out.append(LeftOut(self._stage(stage), amount=None, reason=reason))
        none = f"отчётов о цикле мониторинга за {year} год на {in_words(moment)} нет"
        return Counted(tuple(counted), tuple(left_out), "" if counted else none)

    def stages(self, kinds: Iterable[str], territory: str, year: int, moment: date) -> Iterator[StageReports]:
        """Yield the territory's own reports of each kind of which a day lies in the year."""
        reports = [r for r in self.of(territory) if overlaps_year(r.data.period, year)]
        for kind in kinds:
            of_kind = [report for report in reports if report.data.kind == kind]
            ready = tuple(report for report in of_kind if _is_ready(report, moment))
            yield StageReports(kind, ready, tuple(report for report in of_kind if report not in ready))

    def of(self, territory: str) -> list[Record]:
        """Return the listed reports of exactly this territory."""
        return self._memo.get("reports", lambda: listed_by_territory(self._base, "report")).get(territory, [])

    def _ground(self, report: Record, stage: str) -> Ground:
        at = (*report.within, "kind")
        return Ground(f"{self._stage(stage)}: {report.title}", report.name, report.file, at)

    def _left_out(self, report: Record, stage: str, reason: str) -> LeftOut:
        text, at = f"{self._stage(stage)}: {report.title}", (*report.within, "prepared_on")
        return LeftOut(text, report.name, report.file, at, amount=None, reason=reason)

    def _stage(self, stage: str) -> str:
        return self._base.word("report-kinds", stage)


def _is_ready(report: Record, moment: date) -> bool:
    prepared = report.data.prepared_on
    return prepared is not None and prepared <= moment


def unready_reason(report: Record, moment: date) -> str:
    """Return why a report is not counted on a day, in Russian."""
    prepared = report.data.prepared_on
    if prepared is None:
        return "не указан день, когда отчёт подготовлен"
    return f"подготовлен {in_words(prepared)}, позже {in_words(moment)}"
