"""Measures under their direction and system measure, in the order of the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from metodbank.models.roadmap import Measure
from metodbank.pages.context import SiteContext
from metodbank.pages.measure_views import MeasureView, measure_view
from metodbank.pages.presenting import LinkView, Presenter

WITHOUT_DIRECTION = "no-direction"


@dataclass(frozen=True, slots=True)
class SystemGroup:
    """Measures under one system measure; `link` is None where the document names none."""

    link: LinkView | None
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class DirectionGroup:
    """Measures under one direction; `link` is None where the document names none."""

    id: str
    link: LinkView | None
    systems: tuple[SystemGroup, ...]


def by_direction(measures: Iterable[Measure]) -> dict[str | None, list[Measure]]:
    """Return measures by direction, directions in the order of their first row; None for those of none."""
    found: dict[str | None, list[Measure]] = {}
    for measure in measures:
        found.setdefault(measure.direction, []).append(measure)
    return found


def measure_groups(
    context: SiteContext, measures: Iterable[Measure], presenter: Presenter
) -> Iterator[DirectionGroup]:
    """Yield the rows of each direction under its system measures."""
    found: dict[str | None, dict[str | None, list[MeasureView]]] = {}
    for measure in measures:
        systems = found.setdefault(measure.direction, {})
        view = measure_view(context, measure, presenter)
        systems.setdefault(measure.system_measure, []).append(view)
    for direction, systems in found.items():
        yield DirectionGroup(
            id=direction or WITHOUT_DIRECTION,
            link=presenter.link("direction", direction) if direction else None,
            systems=tuple(
                SystemGroup(_numbered(context, presenter, system) if system else None, tuple(views))
                for system, views in systems.items()
            ),
        )


def _numbered(context: SiteContext, presenter: Presenter, identifier: str) -> LinkView:
    link, system = (
        presenter.link("system-measure", identifier),
        context.base.get("system-measure", identifier),
    )
    return replace(link, text=f"{system.data.number}. {link.text}") if system and system.data.number else link
