"""The statements of followed frameworks in the order of their acts, each with its value, target and trend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metodbank.definition_layers import Layered
from metodbank.indicators.score import Absence
from metodbank.models.framework import Framework
from metodbank.open_data.definition_shapes import StatementData
from metodbank.open_data.score_shapes import AssessmentData, ScoreData
from metodbank.open_data.telling import Telling
from metodbank.pages.framework_heads import framework_link
from metodbank.pages.indicator_links import passport_link, statement_link
from metodbank.pages.indicator_series import TrendView, trend_view
from metodbank.pages.indicator_tally import tally_sentence
from metodbank.pages.indicator_views import HIDDEN, ScoreView, ScoreViews
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken

NONE = "none"


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of the list: a statement of a framework, or an indicator that none asks for."""

    number: str
    link: LinkView
    score: ScoreView
    trend: TrendView
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """The rows under one framework; `anchor` is its id on the page."""

    anchor: str
    title: str
    citation: str
    framework: LinkView | None
    summary: str
    rows: tuple[IndicatorRow, ...]
    dropped: tuple[StatementData, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryView:
    """How the statements of one framework stand together; `link` leads to them in the list."""

    link: LinkView
    sentence: str


@dataclass(frozen=True, slots=True)
class OtherRow:
    """An indicator of the standard that no followed framework asks for; its value where records bring one."""

    link: LinkView
    title: str
    value: str


class Groups:
    """Makes the groups of the list of one year."""

    def __init__(self, telling: Telling, presenter: Presenter, year: int) -> None:
        self._telling = telling
        self._presenter = presenter
        self._year = year
        self._views = ScoreViews(presenter, (), lambda each: statement_link(telling, each))

    def views(self) -> Iterator[IndicatorGroup]:
        """Yield the followed frameworks, then what none of them asks for."""
        telling = self._telling
        asked = set()
        for layered in telling.base.followed:
            yield self._group(layered)
            asked |= {statement.indicator for statement in layered.definition.assessed}
        others = [each for each in telling.scoring.indicators() if each not in asked]
        if others:
            rows = tuple(self._row(NONE, each, "", []) for each in others)
            yield IndicatorGroup(_anchor(NONE), "Вне систем показателей", "", None, "", rows)

    def summaries(self, address: str) -> Iterator[SummaryView]:
        """Yield how each followed framework stands; `address` is that of the list of the year."""
        for layered in self._telling.base.followed:
            found = [
                each
                for statement in layered.definition.assessed
                for each in self._found(layered.id, statement.id, statement.indicator)
            ]
            if found:
                href = f"{self._presenter.href(address)}#{_anchor(layered.id)}"
                yield SummaryView(LinkView(layered.definition.short_title, href), tally_sentence(found))

    def others(self) -> Iterator[OtherRow]:
        """Yield the indicators that are known, that nobody asks for, of which monitoring has no figures."""
        telling = self._telling
        shown = telling.scoring.indicators()
        for identifier in telling.scoring.explained():
            if identifier not in shown:
                title = unbroken(telling.base.indicators[identifier].definition.title)
                score = telling.score(identifier, telling.home, self._year)
                link = passport_link(telling, self._presenter, identifier, self._year)
                yield OtherRow(link, title, score.text or _no_value(score))

    def _group(self, layered: Layered[Framework]) -> IndicatorGroup:
        definitions = self._telling.definitions
        rows: list[IndicatorRow] = []
        assessed: list[AssessmentData] = []
        for statement in layered.definition.assessed:
            if statement.indicator in self._telling.base.indicators:
                found = self._found(layered.id, statement.id, statement.indicator)
                assessed += found
                name = f"{layered.id}-{statement.id}"
                number = statement.number or ""
                rows.append(self._row(name, statement.indicator, number, found, layered.id))
        told = definitions.framework(layered)
        return IndicatorGroup(
            anchor=_anchor(layered.id),
            title=told.short_title,
            citation=unbroken(told.citation),
            framework=framework_link(self._presenter, layered),
            summary=tally_sentence(assessed) if assessed else "",
            rows=tuple(rows),
            dropped=tuple(
                definitions.statement(layered, each) for each in layered.definition.statements if each.dropped
            ),
        )

    def _found(self, framework: str, statement: str, indicator: str) -> list[AssessmentData]:
        found = self._telling.assessments(indicator, self._telling.home, self._year, framework)
        return [each for each in found if each.statement == statement]

    def _row(
        self,
        name: str,
        identifier: str,
        number: str,
        found: Sequence[AssessmentData],
        framework: str = "",
    ) -> IndicatorRow:
        told = self._telling.score(identifier, self._telling.home, self._year)
        return IndicatorRow(
            number,
            passport_link(self._telling, self._presenter, identifier, self._year),
            self._views.score(told, found, with_counts=False),
            trend_view(self._telling, identifier, self._year, f"{name}-{identifier}", framework),
            told.brief_remarks,
        )


def _no_value(score: ScoreData) -> str:
    return HIDDEN if score.absence is Absence.HIDDEN else "значения нет"


def _anchor(framework: str) -> str:
    return f"f-{framework}"
