"""How much of a stage is there, and what is missing, in words, with what would bring it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from metodbank.indicators.cycles import StageReports
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.cycle import CycleStage, StageHolds
from metodbank.pages.cycle_figures import is_complete
from metodbank.pages.cycle_reports import is_about
from metodbank.pages.cycle_views import FigureView, MeasuresView, MissingView, Presence, TargetsView
from metodbank.pages.wording import as_sentence, inside_a_sentence
from metodbank.russian_words import NO_BREAK


@dataclass(frozen=True, slots=True)
class StageFound:
    """What of a stage a base has for a year."""

    stage: CycleStage
    year: int
    is_over: bool
    reports: tuple[StageReports, ...]
    targets: tuple[TargetsView, ...]
    figures: tuple[FigureView, ...]
    measures: tuple[MeasuresView, ...]

    @property
    def is_ready(self) -> bool:
        """Return whether a report of the kind that is the stage was ready in time: what K10 counts."""
        return any(each.ready for each in self.reports if each.stage == self.stage.reports[0])

    @property
    def has_late(self) -> bool:
        """Return whether reports of this year were not ready in time."""
        return any(is_about(report, self.year) for each in self.reports for report in each.unready)

    @property
    def has_recommendations(self) -> bool:
        """Return whether a report that was ready in time recommends something."""
        return any(report.data.recommendations for each in self.reports for report in each.ready)


def presence_of(found: StageFound) -> Presence:
    """Return the state of a stage.

    Targets are set before the year; all else may come until it ends, so what is not there in a year under
    way is not yet due.
    """
    if found.stage.holds is StageHolds.TARGETS:
        return _of_targets(found)
    if _is_whole(found):
        return Presence.FULL
    has_something = any(each.ready for each in found.reports) or any(each.value for each in found.figures)
    if has_something or found.has_late or found.measures:
        return Presence.PARTIAL
    return Presence.ABSENT if found.is_over else Presence.NOT_DUE


def missing_of(base: KnowledgeBase, found: StageFound) -> Iterator[MissingView]:
    """Yield what is missing of a stage."""
    stage, year = found.stage, found.year
    if stage.holds is StageHolds.TARGETS:
        if not any(each.is_asking for each in found.targets):
            yield MissingView(f"Целей на {year}{NO_BREAK}год нет.", stage.cure)
        return
    yield from _silent(found)
    if not found.is_ready:
        yield _report(base, found)
    elif stage.holds is StageHolds.RECOMMENDATIONS and not found.has_recommendations:
        yield MissingView("В отчёте нет ни одной рекомендации.", stage.cure)


def _of_targets(found: StageFound) -> Presence:
    if any(each.is_asking for each in found.targets):
        return Presence.FULL
    return Presence.PARTIAL if found.targets else Presence.ABSENT


def _is_whole(found: StageFound) -> bool:
    if not found.is_ready or not all(map(is_complete, found.figures)):
        return False
    return found.stage.holds is not StageHolds.RECOMMENDATIONS or found.has_recommendations


def _silent(found: StageFound) -> Iterator[MissingView]:
    by_territories: dict[tuple[str, ...], list[str]] = {}
    for figure in found.figures:
        if figure.missing:
            silent = tuple(territory.text for territory in figure.missing)
            by_territories.setdefault(silent, []).append(f"«{figure.link.text}»")
        if not figure.value and not figure.missing:
            yield MissingView(as_sentence(f"«{figure.link.text}»: {figure.absence}"), _table(found.year))
    for silent, indicators in by_territories.items():
        text = f"{', '.join(indicators)} — за {found.year}{NO_BREAK}год не сообщили: {', '.join(silent)}"
        yield MissingView(as_sentence(text), _table(found.year))


def _table(year: int) -> str:
    return f"Внесите числа в таблицу monitoring/{year}.csv или в другую таблицу этого года."


def _report(base: KnowledgeBase, found: StageFound) -> MissingView:
    stage, year = found.stage, found.year
    kind = stage.reports[0]
    name = inside_a_sentence(base.word("report-kinds", kind))
    yet = "" if found.is_over else f" Год ещё идёт, срок — до 31{NO_BREAK}декабря."
    if found.has_late:
        text = f"Готового в срок отчёта за {year}{NO_BREAK}год нет ({name})."
        return MissingView(text + yet, "Если отчёт готов, укажите день в поле prepared_on.")
    command = (
        f"metodbank new report --set kind={kind} --set period.from={year}-01-01 --set period.to={year}-12-31"
    )
    return MissingView(f"За {year}{NO_BREAK}год нет: {name}.{yet}", stage.cure, command)
