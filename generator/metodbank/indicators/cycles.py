"""Counting the stages of the monitoring cycle: a stage is there when a listed report of its kind is."""

from __future__ import annotations

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
        reports = [r for r in self._of(territory) if overlaps_year(r.data.period, year)]
        for stage in cycle.stages:
            of_stage = [report for report in reports if report.data.kind == stage]
            ready = [report for report in of_stage if _is_ready(report, moment)]
            counted += [self._ground(report, stage) for report in ready[:1]]
            left_out += [self._left_out(r, stage, "стадия уже посчитана") for r in ready[1:]]
            left_out += [self._left_out(r, stage, _unready(r, moment)) for r in of_stage if r not in ready]
            if not of_stage:
                reason = f"отчёта за {year} год нет"
                left_out.append(LeftOut(self._stage(stage), amount=None, reason=reason))
        none = f"отчётов о цикле мониторинга за {year} год на {in_words(moment)} нет"
        return Counted(tuple(counted), tuple(left_out), "" if counted else none)

    def _ground(self, report: Record, stage: str) -> Ground:
        at = (*report.within, "kind")
        return Ground(f"{self._stage(stage)}: {report.title}", report.name, report.file, at)

    def _left_out(self, report: Record, stage: str, reason: str) -> LeftOut:
        text, at = f"{self._stage(stage)}: {report.title}", (*report.within, "prepared_on")
        return LeftOut(text, report.name, report.file, at, amount=None, reason=reason)

    def _stage(self, stage: str) -> str:
        return self._base.word("report-kinds", stage)

    def _of(self, territory: str) -> list[Record]:
        return self._memo.get("reports", lambda: listed_by_territory(self._base, "report")).get(territory, [])


def _is_ready(report: Record, moment: date) -> bool:
    prepared = report.data.prepared_on
    return prepared is not None and prepared <= moment


def _unready(report: Record, moment: date) -> str:
    prepared = report.data.prepared_on
    if prepared is None:
        return "не указан день, когда отчёт подготовлен"
    return f"подготовлен {in_words(prepared)}, позже {in_words(moment)}"
