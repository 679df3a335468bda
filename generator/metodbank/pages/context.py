"""What every page of a site is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from metodbank.knowledge_base import KnowledgeBase, RecordKey
from metodbank.pages.facets import Facets
from metodbank.pages.glossary_links import GlossaryLinks
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.problems import Problem
from metodbank.rendering import Renderer
from metodbank.roadmap_measures import RoadmapMeasure, measures_naming

HOME_LABEL = "Главная"


@dataclass(frozen=True)
class SiteContext:
    """The base, the day, the problems that were found, and the means to present them."""

    base: KnowledgeBase
    as_of: date
    problems: tuple[Problem, ...]
    renderer: Renderer

    @cached_property
    def facets(self) -> Facets:
        """Return the facets of all lists."""
        return Facets(self.base, self.as_of)

    @cached_property
    def presenter_at(self) -> Callable[[str], Presenter]:
        """Return the function that gives the presenter for a page at an address."""
        glossary = GlossaryLinks(self.base)
        top = Presenter(self.base, self.facets, glossary, prefix="")
        below = Presenter(self.base, self.facets, glossary, prefix="../")
        return lambda address: below if "/" in address else top

    @cached_property
    def measures_naming(self) -> Mapping[RecordKey, list[RoadmapMeasure]]:
        """Return the measures of roadmaps by each record that they name."""
        return measures_naming(self.base)

    def trail(self, address: str, *steps: LinkView) -> tuple[LinkView, ...]:
        """Return the breadcrumbs of a page: home, then the steps, the last of them the page itself."""
        home = LinkView(HOME_LABEL, self.presenter_at(address).href("index.html"))
        return (home, *steps)
