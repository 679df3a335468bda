"""What the page of a record shows beside its own fields, found in other records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from metodbank.pages.context import SiteContext
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.requirement_pages import answer_to
from metodbank.pages.roadmap_view import roadmap_view
from metodbank.pages.territory_page import territory_view
from metodbank.pages.wording import unbroken
from metodbank.records import Record
from metodbank.relations import Mention
from metodbank.russian_words import sort_key

SHOWN_OTHERWISE = frozenset(
    {
        ("act", "cited_in"),
        ("act", "amends"),
        ("system-measure", "direction"),
        ("roadmap", "measures"),
    }
)
"""Kind and field of the mentions that have a place of their own on the page, not among all others."""


@dataclass(frozen=True, slots=True)
class CitedView:
    """An act that another one cites, and the clauses where it does."""

    link: LinkView
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActView:
    """What other acts say of an act."""

    editions: tuple[LinkView, ...]
    cites: tuple[CitedView, ...]


@dataclass(frozen=True, slots=True)
class DirectionView:
    """The system measures of a direction by level."""

    levels: tuple[tuple[str, tuple[LinkView, ...]], ...]


def derived_view(context: SiteContext, record: Record, presenter: Presenter) -> Any:
    """Return what is derived for a record of its kind, None where nothing is."""
    make = _VIEWS.get(record.kind.name)
    return make(context, record, presenter) if make else None


def _naming(context: SiteContext, record: Record, kind: str, field: str) -> list[Record]:
    mentions: list[Mention] = context.base.mentions.get(record.key, [])
    return [m.record for m in mentions if m.record.kind.name == kind and m.link.at[0] == field]


def _act(context: SiteContext, record: Record, presenter: Presenter) -> ActView:
    editions = sorted(_naming(context, record, "act", "amends"), key=lambda act: (str(act.data.date), act.id))
    cited = sorted(_naming(context, record, "act", "cited_in"), key=lambda act: sort_key(act.title))
    return ActView(
        editions=tuple(map(presenter.link_to, editions)),
        cites=tuple(
            CitedView(
                presenter.link_to(act),
                tuple(unbroken(clause.section) for clause in act.data.cited_in if clause.act == record.id),
            )
            for act in cited
        ),
    )


def _direction(context: SiteContext, record: Record, presenter: Presenter) -> DirectionView:
    levels: dict[str, list[LinkView]] = {}
    own = {act.id for act in _naming(context, record, "system-measure", "direction")}
    for measure in context.base.records["system-measure"].values():
        if measure.id in own:
            title = context.base.word("levels", measure.data.level)
            levels.setdefault(title, []).append(presenter.link_to(measure))
    return DirectionView(tuple((level, tuple(links)) for level, links in levels.items()))


_VIEWS: Mapping[str, Callable[[SiteContext, Record, Presenter], Any]] = {
    "act": _act,
    "direction": _direction,
    "requirement": lambda context, record, presenter: answer_to(context, record.data, presenter),
    "roadmap": roadmap_view,
    "territory": territory_view,
}
