"""What every page of a site is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from metodbank.knowledge_base import KnowledgeBase
from metodbank.pages.facets import Facets
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.problems import Problem
from metodbank.rendering import Renderer

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
        return Facets(self.base)

    @cached_property
    def presenter_at(self) -> Callable[[str], Presenter]:
        """Return the function that gives the presenter for a page at an address."""
        top = Presenter(self.base, self.facets, prefix="")
        below = Presenter(self.base, self.facets, prefix="../")
        return lambda address: below if "/" in address else top

    def trail(self, address: str, *steps: LinkView) -> tuple[LinkView, ...]:
        """Return the breadcrumbs of a page: home, then the steps, the last of them the page itself."""
        home = LinkView(HOME_LABEL, self.presenter_at(address).href("index.html"))
        return (home, *steps)
