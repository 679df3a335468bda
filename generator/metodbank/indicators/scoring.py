"""The door of this package: scores and assessments of a base as of a day, with what may not be told left out.

    scoring = Scoring(base, date(2026, 11, 22))
    scoring.score("young-teachers-support-share", "okrug", 2025).value    # Fraction(65, 1)
    scoring.assessments(year=2025)                                        # followed frameworks, all places

Everything is worked out when it is asked for, and once. Whatever was looked at for it is noted (`reads`),
however often it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from metodbank.definition_layers import Layered
from metodbank.indicators.assessing import Wanted, assess, wanted
from metodbank.indicators.families import Bases, bases_of, families
from metodbank.indicators.family_year import FamilyYear
from metodbank.indicators.figures import Figures
from metodbank.indicators.hiding import told
from metodbank.indicators.memo import Memo
from metodbank.indicators.moments import has_begun, moment_of
from metodbank.indicators.other_days import other_days
from metodbank.indicators.score import Absence, Assessment, Score
from metodbank.indicators.small_groups import Hiding, Secrets
from metodbank.indicators.territories import Territories
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.framework import Framework, Statement
from metodbank.models.indicator import AT_LEAST, REGION, Indicator
from metodbank.reads import read

UNDEFINED = "показателя с таким идентификатором нет"


class Scoring:
    """Scores of one base as of one day; `small_group` is the region's where it is not given."""

    def __init__(self, base: KnowledgeBase, as_of: date, small_group: int | None = None) -> None:
        self.base = base
        self._day = as_of
        self._given_small_group = small_group
        self._memo = Memo()

    @property
    def as_of(self) -> date:
        """Return the day that is asked for."""
        read("day")
        return self._day

    # What there is

    def indicators(self) -> tuple[str, ...]:
        """Return the ids of the indicators to show: followed, the region's own, those with figures."""
        return self._memo.get("indicators", lambda: tuple(self._shown_indicators()))

    def explained(self) -> tuple[str, ...]:
        """Return the ids that have a page: those to show, then all known ones; none where none is shown."""
        shown = self.indicators()
        return (*shown, *(name for name in self.base.indicators if name not in shown)) if shown else ()

    def territories(self) -> tuple[str, ...]:
        """Return the base's own territory and all that lie inside it."""
        places = self._territories()
        return places.home, *places.below(places.home)

    def years(self) -> tuple[int, ...]:
        """Return the years of targets of followed frameworks and of figures, in order."""
        return self._memo.get("years", lambda: tuple(sorted(set(self._all_years()))))

    def default_year(self) -> int:
        """Return the latest year that has begun and has a target or a figure; else the year of the day."""
        begun = [year for year in self.years() if has_begun(year, self.as_of)]
        return max(begun, default=self.as_of.year)

    # Scores

    def score(self, indicator: str, territory: str, year: int) -> Score:
        """Return the value of an indicator for a territory of the base and a year, as it may be told."""
        key = ("score", indicator, territory, year)
        return self._memo.get(key, lambda: self._score(indicator, territory, year))

    def breakdown(self, indicator: str, territory: str, year: int) -> tuple[Score, ...]:
        """Return the scores of the territories directly inside one, in the order of the base."""
        return tuple(self.score(indicator, each, year) for each in self.inside(territory, year))

    def of_due_rows(self, indicator: str, territory: str, year: int) -> Score | None:
        """Return the share among the rows of roadmaps whose term has come, beside that of all rows.

        None where the definition counts anything else than rows of roadmaps.
        """
        key = ("due", indicator, territory, year)
        return self._memo.get(key, lambda: self._figures().of_due_rows(indicator, territory, year))

    def inside(self, territory: str, year: int) -> tuple[str, ...]:
        """Return the territories directly inside one at the end of a year, in the order of the base."""
        return self._territories().inside(territory, moment_of(year, self.as_of))

    def by_provider(self, indicator: str, territory: str, year: int) -> tuple[Score, ...]:
        """Return the scores of the organizations of a territory, where the definition breaks down to them."""
        key = ("providers", indicator, territory, year)
        return self._memo.get(key, lambda: tuple(self._of_providers(indicator, territory, year)))

    # Assessments

    def assess(self, framework: str, statement: Statement, territory: str, year: int) -> Assessment | None:
        """Return how a statement of a framework stands in a territory and a year.

        None where the statement asks nothing of the territory: it is for the region as a whole, or dropped.
        """
        is_elsewhere = statement.applies_to == REGION and territory != self._territories().home
        if statement.dropped or is_elsewhere:
            return None
        indicator = statement.indicator
        key = ("wanted", framework, statement.id)
        wants = self._memo.get(key, lambda: self._wanted(framework, statement))
        if indicator in self.base.contents.indicators:
            score = self.score(indicator, territory, year)
            held = self._figures().is_held_by_roadmap(indicator, territory, year)
        else:
            moment, held = moment_of(year, self.as_of), None
            score = Score(
                indicator, territory, year, moment, "", absence=Absence.NOT_COMPUTABLE, reason=UNDEFINED
            )
        return assess(wants, score, year, self.as_of, is_held_by_roadmap=held)

    def assessments(
        self, framework: str | None = None, territory: str | None = None, year: int | None = None
    ) -> Iterator[Assessment]:
        """Yield the assessments asked for; None stands for all that are followed, all territories, all years.

        The years of a framework are those with a target and those with figures.
        """
        frameworks = self._frameworks(framework)
        territories = self.territories() if territory is None else (territory,)
        years = self.years() if year is None else (year,)
        for identifier, definition in frameworks:
            for statement in definition.assessed:
                for place in territories:
                    found = (self.assess(identifier, statement, place, each) for each in years)
                    yield from (assessment for assessment in found if assessment is not None)

    # How

    def _score(self, indicator: str, territory: str, year: int) -> Score:
        open_score = self._figures().score(indicator, territory, year)
        has_value = open_score.absence is Absence.NONE
        score = told(open_score, self._secrets(indicator, year) if has_value else Secrets())
        if self.base.indicators[indicator].definition.scope == REGION:
            return replace(score, coverage=None)  # nobody inside is expected to report
        return score

    def _of_providers(self, indicator: str, territory: str, year: int) -> Iterator[Score]:
        figures = self._figures()
        for organization in figures.providers(indicator, territory, year):
            yield figures.of_provider(indicator, organization, year)

    def _wanted(self, framework: str, statement: Statement) -> Wanted:
        known = self.base.indicators.get(statement.indicator)
        direction = known.definition.direction if known else AT_LEAST
        return wanted(framework, self.base.frameworks[framework].definition, statement, direction)

    def _secrets(self, indicator: str, year: int) -> Secrets:
        family = self._memo.get(("families", year), lambda: self._families(year)).get(indicator)
        if family is None:
            return Secrets()
        return self._memo.get(("secrets", family, year), lambda: self._secrets_of(family, year))

    def _secrets_of(self, family: tuple[str, ...], year: int) -> Secrets:
        territories, small_group = self._territories(), self._small_group()

        def on(day: date, figures: Figures) -> FamilyYear:
            return FamilyYear(figures, territories, family, year, moment_of(year, day), small_group)

        asked = self.as_of
        days = {asked: on(asked, self._figures())}
        for day in other_days(self.base, territories, family, year, asked, small_group):
            days[day] = on(day, self._other_figures(day))
        return Hiding(days).secrets(asked)

    def _families(self, year: int) -> dict[str, tuple[str, ...]]:
        definitions = {name: layered.definition for name, layered in self.base.indicators.items()}
        bases = {name: self._bases(name, each, year) for name, each in definitions.items()}
        return families(definitions, bases)

    def _bases(self, indicator: str, definition: Indicator, year: int) -> Bases:
        rows = self.base.observations.get(indicator, ()) if definition.counts_people else ()
        is_divided = self._territories().has_inside
        own = (row for row in rows if row.year == year and not is_divided(row.territory))
        return bases_of(definition, own)

    def _territories(self) -> Territories:
        return self._memo.get("territories", lambda: Territories(self.base))

    def _figures(self) -> Figures:
        return self._memo.get("figures", lambda: self._figures_on(self.as_of, self._memo))

    def _other_figures(self, day: date) -> Figures:
        return self._memo.get(("figures", day), lambda: self._figures_on(day, Memo()))

    def _figures_on(self, day: date, memo: Memo) -> Figures:
        return Figures(self.base, self._territories(), day, self._small_group(), memo)

    def _small_group(self) -> int:
        return self._given_small_group or self.base.region.small_group

    def _frameworks(self, framework: str | None) -> list[tuple[str, Framework]]:
        followed: Iterable[Layered[Framework]] = (
            self.base.followed if framework is None else (self.base.frameworks[framework],)
        )
        return [(layered.id, layered.definition) for layered in followed]

    def _shown_indicators(self) -> Iterator[str]:
        followed = {s.indicator for _, each in self._frameworks(None) for s in each.assessed}
        for name, layered in self.base.indicators.items():
            if name in followed or layered.is_own or self.base.observations.get(name):
                yield name

    def _all_years(self) -> Iterator[int]:
        for _, framework in self._frameworks(None):
            yield from (target.year for s in framework.assessed for target in s.targets)
        for rows in self.base.observations.values():
            yield from (row.year for row in rows)
