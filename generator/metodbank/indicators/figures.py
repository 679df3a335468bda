"""The value of an indicator with nothing hidden: of a row, of a sum over territories, of records.

Nothing outside of this package sees these scores: what may be told of them is decided in `hiding`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from metodbank.dates import in_words
from metodbank.indicators.computing import Computing
from metodbank.indicators.memo import Memo
from metodbank.indicators.moments import has_begun, moment_of
from metodbank.indicators.rows import left_out_row, score_of_row
from metodbank.indicators.score import Absence, Coverage, LeftOut, Origin, Score
from metodbank.indicators.sums import own_row, summed, with_left_out
from metodbank.indicators.territories import Territories
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.indicator import REGION, Indicator
from metodbank.observations import Key, Standing, standing

_NOTHING = Standing(None, (), ())


class Figures:
    """The open scores of a base as of a day."""

    def __init__(
        self, base: KnowledgeBase, territories: Territories, as_of: date, small_group: int, memo: Memo
    ) -> None:
        self._base = base
        self._territories = territories
        self._as_of = as_of
        self._small_group = small_group
        self._memo = memo
        self._computing = Computing(base, territories)

    def definition(self, indicator: str) -> Indicator:
        """Return the definition of an indicator that the base knows."""
        return self._base.indicators[indicator].definition

    def score(self, indicator: str, territory: str, year: int) -> Score:
        """Return the score of a territory and a year."""
        return self._memo.get(
            ("open", indicator, territory, year), lambda: self._score(indicator, territory, year)
        )

    def of_due_rows(self, indicator: str, territory: str, year: int) -> Score | None:
        """Return the score from the rows of roadmaps whose term has come; None where rows are not counted."""
        definition, moment = self.definition(indicator), moment_of(year, self._as_of)
        beforehand = self._without_looking(definition, indicator, territory, year)
        found = self._computing.of_due_rows(indicator, definition, territory, year, moment)
        return found and (beforehand or found)

    def of_provider(self, indicator: str, organization: str, year: int) -> Score:
        """Return the score of one organization and a year."""
        definition, moment = self.definition(indicator), moment_of(year, self._as_of)
        if not has_begun(year, self._as_of):
            return replace(self._not_begun(definition, indicator, organization, year), of_provider=True)
        return self._computing.of_provider(indicator, definition, organization, year, moment)

    def providers(self, indicator: str, territory: str, year: int) -> tuple[str, ...]:
        """Return the organizations that the definition breaks down to in a territory."""
        moment = moment_of(year, self._as_of)
        return self._computing.providers(self.definition(indicator), territory, moment)

    def is_held_by_roadmap(self, indicator: str, territory: str, year: int) -> bool | None:
        """Return whether a roadmap holds the year, None where the indicator does not count roadmaps."""
        if self.definition(indicator).numerator.roadmap is None:
            return None
        return self._computing.is_held_by_roadmap(territory, year)

    def standing(self, indicator: str, territory: str, year: int) -> Standing:
        """Return the rows of exactly this territory."""
        rows = self._memo.get(("rows", indicator, year), lambda: self._rows(indicator, year))
        return rows.get((indicator, territory, year), _NOTHING)

    def own(
        self, indicator: str, territory: str, year: int, coverage: Coverage | None = None
    ) -> Score | None:
        """Return what the row of exactly this territory tells, None where none stands."""
        found = self.standing(indicator, territory, year)
        if found.stands is None:
            return None
        title = self._territories.title(territory)
        # Rows that a region's row replaced are not told in numbers: beside the sum they may tell of the rest.
        few = None if self._territories.has_inside(territory) else self._small_group
        definition = self.definition(indicator)
        return score_of_row(definition, found, territory, title, self._as_of, few, coverage)

    def _rows(self, indicator: str, year: int) -> dict[Key, Standing]:
        rows = self._base.observations.get(indicator, ())
        return standing((row for row in rows if row.year == year), self._as_of)

    def _score(self, indicator: str, territory: str, year: int) -> Score:
        definition, moment = self.definition(indicator), moment_of(year, self._as_of)
        beforehand = self._without_looking(definition, indicator, territory, year)
        if beforehand is not None:
            return beforehand
        if definition.numerator.observed or (definition.denominator and definition.denominator.observed):
            return self._observed(definition, indicator, territory, year)
        computed = self._computing.of_territory(indicator, definition, territory, year, moment)
        if computed.absence is Absence.NONE or definition.numerator.register_records is not None:
            return computed
        entered = self.own(indicator, territory, year)
        if entered is None or entered.absence is not Absence.NONE:
            return computed
        remark = f"посчитать нельзя: {computed.reason}; показано значение мониторинга"
        return replace(entered, origin=Origin.ENTERED, remark=remark)

    def _without_looking(
        self, definition: Indicator, indicator: str, territory: str, year: int
    ) -> Score | None:
        """Return the score of a year that has not begun, or of a territory that is gone; None otherwise."""
        if not has_begun(year, self._as_of):
            return self._not_begun(definition, indicator, territory, year)
        moment, place = moment_of(year, self._as_of), self._territories.places.get(territory)
        if place is None or not place.is_gone(year, moment):
            return None
        reason, absence = f"на {in_words(moment)} территории нет", Absence.NOT_COMPUTABLE
        return Score(indicator, territory, year, moment, definition.unit, absence=absence, reason=reason)

    def _observed(self, definition: Indicator, indicator: str, territory: str, year: int) -> Score:
        moment = moment_of(year, self._as_of)
        inside = self._territories.inside(territory, moment)
        if not inside:
            own = self.own(indicator, territory, year, Coverage(1, 1))
            return own or self._no_data(definition, indicator, territory, year, Coverage(0, 1))
        parts = {each: self.score(indicator, each, year) for each in inside}
        total = summed(definition, parts, self._territories, territory, year, moment)
        if total is None:
            coverage = Coverage(0, len(inside))
            own = self.own(indicator, territory, year, coverage)
            if own is not None:
                return replace(own, origin=Origin.OWN_ROW)
            nothing = self._no_data(definition, indicator, territory, year, coverage)
            if any(part.value is not None for part in parts.values()):
                nothing = replace(nothing, reason="территории сообщили значения без исходных данных")
            return nothing
        total = with_left_out(total, self._gone(indicator, territory, year, moment))
        row = self.standing(indicator, territory, year).stands
        return replace(total, own=own_row(definition, total, row)) if row else total

    def _gone(self, indicator: str, territory: str, year: int, moment: date) -> tuple[LeftOut, ...]:
        """Return the rows of territories that are not there at the moment."""
        titles = {each: self._territories.title(each) for each in self._territories.gone(territory, moment)}
        rows = {each: self.standing(indicator, each, year).stands for each in titles}
        reason = f"на {in_words(moment)} территории нет"
        return tuple(left_out_row(row, titles[each], reason) for each, row in rows.items() if row)

    def _no_data(
        self, definition: Indicator, indicator: str, territory: str, year: int, coverage: Coverage
    ) -> Score:
        reason = f"значения за {year} год нет"
        place = self._territories.places.get(territory)
        if place is not None and not place.exists(moment_of(year, self._as_of)):
            reason = f"на {in_words(moment_of(year, self._as_of))} территории нет"
        elif definition.scope == REGION and territory != self._territories.home:
            reason += ": показатель считается по региону в целом"
        moment = moment_of(year, self._as_of)
        return Score(
            indicator, territory, year, moment, definition.unit,
            absence=Absence.NO_DATA, reason=reason, coverage=coverage, origin=Origin.ROW,
        )  # fmt: skip

    def _not_begun(self, definition: Indicator, indicator: str, subject: str, year: int) -> Score:
        moment = moment_of(year, self._as_of)
        reason = f"{year} год ещё не начался"
        return Score(
            indicator, subject, year, moment, definition.unit, absence=Absence.NOT_DUE, reason=reason
        )
