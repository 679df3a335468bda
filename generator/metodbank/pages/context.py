"""What every page of a site is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markupsafe import Markup

from metodbank.hints.helping import Helping
from metodbank.indicators.lines import Lines
from metodbank.indicators.memo import Memo
from metodbank.indicators.scoring import Scoring
from metodbank.knowledge_base import KnowledgeBase
from metodbank.open_data.telling import Telling
from metodbank.pages.facets import Facets
from metodbank.pages.glossary_links import GlossaryLinks
from metodbank.pages.grouping import Grouping
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.ready import ReadyParts
from metodbank.pages.similar_view import SimilarViews
from metodbank.problem_book import ProblemBook
from metodbank.problems import Problem
from metodbank.reads import read
from metodbank.records import RecordKey
from metodbank.rendering import Renderer
from metodbank.roadmap_measures import RoadmapMeasure, measures_naming
from metodbank.similar.finding import Rows, Similar
from metodbank.similar.sketch import LookUp, Sketches
from metodbank.word_forms import lemma_and_noun

HOME_LABEL = "Главная"


@dataclass(frozen=True)
class SiteContext:
    """The base, the day, the problems that were found, and the means to present them.

    `known_grouping` is that of the last build, where it is right for this base too; `look_up` gives the
    dictionary form of a word.
    """

    base: KnowledgeBase
    day: date
    book: ProblemBook
    renderer: Renderer
    known_grouping: Grouping | None = None
    look_up: LookUp = lemma_and_noun

    @property
    def problems(self) -> list[Problem]:
        """Return what was found so far, by file and place."""
        return self.book.problems()

    @cached_property
    def ready(self) -> ReadyParts:
        """Return the parts that many pages show."""
        return ReadyParts()

    @cached_property
    def panels(self) -> dict[str, Markup]:
        """Return the marks of the panels of facets that were made, by kind."""
        return {}

    @cached_property
    def facets(self) -> Facets:
        """Return the facets of all lists."""
        return Facets(self.base, self.day, self.known_grouping)

    @cached_property
    def presenter_at(self) -> Callable[[str], Presenter]:
        """Return the function that gives the presenter for a page at an address."""
        top, below = self.presenter(""), self.presenter("../")
        return lambda address: below if "/" in address else top

    def presenter(self, prefix: str) -> Presenter:
        """Return a presenter of its own for pages from which the prefix leads to the root of the site."""
        return Presenter(self.base, self.facets, self._glossary, prefix=prefix)

    @cached_property
    def _glossary(self) -> GlossaryLinks:
        return GlossaryLinks(self.base)

    @cached_property
    def telling(self) -> Telling:
        """Return what tells the indicators of the base."""
        return Telling(Scoring(self.base, self.day), Lines(self.book.folder))

    @cached_property
    def helping(self) -> Helping:
        """Return what finds the records that serve an indicator."""
        return Helping(self.telling.scoring)

    @cached_property
    def similar(self) -> Similar:
        """Return what finds the records that are like one."""
        records = self.base.contents.records
        rows = {kind: {i: record.row for i, record in of_kind.items()} for kind, of_kind in records.items()}
        return Similar(rows, self.day, self._sketches, with_drafts=self.base.with_drafts)

    def similar_in(self, rows: Rows, day: date) -> Similar:
        """Return the same for another state of the base."""
        drafts = self.base.with_drafts
        return Similar(rows, day, self._sketches, with_drafts=drafts, beside=self.similar)

    @cached_property
    def _sketches(self) -> Sketches:
        return Sketches(self.look_up)

    @cached_property
    def similar_views(self) -> SimilarViews:
        """Return what tells the records that are like one."""
        return SimilarViews(self.base, self.similar)

    @cached_property
    def drawn(self) -> Memo:
        """Return the charts that several pages show."""
        return Memo()

    @property
    def as_of(self) -> date:
        """Return the day that the site stands for."""
        read("day")
        return self.day

    def measures_naming(self, key: RecordKey) -> list[RoadmapMeasure]:
        """Return the measures of roadmaps that name a record."""
        return measures_naming(self.base, key)

    def trail(self, address: str, *steps: LinkView) -> tuple[LinkView, ...]:
        """Return the breadcrumbs of a page: home, then the steps, the last of them the page itself."""
        home = LinkView(HOME_LABEL, self.presenter_at(address).href("index.html"))
        return (home, *steps)
