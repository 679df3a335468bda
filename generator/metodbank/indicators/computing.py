"""The value of an indicator that is counted from records: registers, roadmaps, reports of the cycle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from metodbank.dates import in_words
from metodbank.indicators.counted import Counted
from metodbank.indicators.cycles import Cycles
from metodbank.indicators.ratios import value_of
from metodbank.indicators.registers import Registers
from metodbank.indicators.roadmaps import Roadmaps
from metodbank.indicators.score import Absence, Count, Score
from metodbank.indicators.territories import Territories
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.indicator import PEOPLE, Indicator, Part, Register


class Computing:
    """Counts the parts of definitions for a territory, or for one organization."""

    def __init__(self, base: KnowledgeBase, territories: Territories) -> None:
        self._registers = Registers(base, territories)
        self._roadmaps = Roadmaps(base)
        self._cycles = Cycles(base)

    def of_territory(
        self, indicator: str, definition: Indicator, territory: str, year: int, moment: date
    ) -> Score:
        """Return the score of a territory."""
        empty = Score(indicator, territory, year, moment, definition.unit)
        parts = [self._count(part, territory, year, moment) for part in _parts(definition)]
        return _score(empty, definition, parts)

    def of_due_rows(
        self, indicator: str, definition: Indicator, territory: str, year: int, moment: date
    ) -> Score | None:
        """Return the score from the rows of roadmaps whose term has come; None where others are counted."""
        rows = [None if part.counted == PEOPLE else part.roadmap for part in _parts(definition)]
        counted = [
            self._roadmaps.count(each, territory, year, moment, due_only=True)
            for each in rows
            if each is not None
        ]
        if len(counted) < len(rows):
            return None
        return _score(Score(indicator, territory, year, moment, definition.unit), definition, counted)

    def of_provider(
        self, indicator: str, definition: Indicator, organization: str, year: int, moment: date
    ) -> Score:
        """Return the score of one organization; only registers know what is whose."""
        empty = Score(indicator, organization, year, moment, definition.unit, of_provider=True)
        registers = [part.register_records for part in _parts(definition)]
        counted = [
            self._registers.count(register, moment, organization=organization)
            for register in registers
            if register is not None
        ]
        if len(counted) < len(registers):
            reason = "по организациям не считается"
            return replace(empty, absence=Absence.NOT_COMPUTABLE, reason=reason)
        return _score(empty, definition, counted)

    def providers(self, definition: Indicator, territory: str, moment: date) -> tuple[str, ...]:
        """Return the organizations of a territory, by id; none where nothing is broken down to them."""
        register = _broken_down(definition)
        return self._registers.providers(register, territory, moment) if register else ()

    def is_held_by_roadmap(self, territory: str, year: int) -> bool:
        """Return whether a roadmap that an act approved holds the year."""
        return self._roadmaps.is_held(territory, year)

    def _count(self, part: Part, territory: str, year: int, moment: date) -> Counted:
        if part.register_records is not None:
            return self._registers.count(part.register_records, moment, territory=territory)
        if part.roadmap is not None:
            return self._roadmaps.count(part.roadmap, territory, year, moment)
        if part.cycle is not None:
            return self._cycles.count(part.cycle, territory, year, moment)
        raise ValueError(f"{part.source} is not counted from records")


def _parts(definition: Indicator) -> list[Part]:
    return [part for part in (definition.numerator, definition.denominator) if part is not None]


def _broken_down(definition: Indicator) -> Register | None:
    if not definition.breakdown_by_provider or definition.counts_people:
        return None  # small groups of people are sought by territory only
    return (definition.denominator or definition.numerator).register_records


def _score(empty: Score, definition: Indicator, counted: list[Counted]) -> Score:
    numerator = _as_count(definition.numerator, counted[0])
    denominator = _as_count(definition.denominator, counted[1]) if definition.denominator else None
    coverage = counted[-1].coverage
    told = replace(empty, numerator=numerator, denominator=denominator, coverage=coverage)
    problem = next((each.problem for each in counted if each.problem), "") or _incomplete(told)
    if denominator is not None and not denominator.value:
        problem = problem or _nothing(denominator)
    if problem:
        return replace(
            told,
            numerator=replace(numerator, value=None),
            denominator=denominator and replace(denominator, value=None),
            absence=Absence.NOT_COMPUTABLE,
            reason=problem,
        )
    value = value_of(definition, numerator.value or 0, denominator.value if denominator else None)
    return replace(told, value=value)


def _as_count(part: Part, counted: Counted) -> Count:
    return Count(counted.value, part.title, part.counted, counted.counted, counted.left_out)


def _incomplete(told: Score) -> str:
    """Return that there are providers, and that of none of them all records are known to be there."""
    coverage = told.coverage
    if coverage is None or coverage.reported or not coverage.expected:
        return ""
    whose = "реестр программ организации" if told.of_provider else "ни у одной организации реестр программ"
    return f"{whose} не отмечен как полный на {in_words(told.moment)}"


def _nothing(denominator: Count) -> str:
    if denominator.unit == "programs":
        return "нет действующих программ"
    return f"считать долю не от чего: {denominator.title} — ни одной записи"
