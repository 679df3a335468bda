"""«Чего не хватает»: what the base does not hold of a territory, said neutrally.

A municipal service and associations are optional by the Concept («при наличии», раздел V): that there are
none is no gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from metodbank.hints.needs import Need
from metodbank.models.roadmap import UNKNOWN
from metodbank.pages.context import SiteContext
from metodbank.pages.presenting import LinkView
from metodbank.pages.territory_scores import TerritoryScore
from metodbank.records import Record
from metodbank.russian_words import counted

_EXPECTED = {"practice": "практик", "internship": "площадок", "event": "событий"}
_ROADMAP = "дорожной карты"


@dataclass(frozen=True, slots=True)
class GapView:
    """One thing that is missing, and where it is told of more."""

    text: str
    links: tuple[LinkView, ...] = ()


def gaps(
    context: SiteContext,
    record: Record,
    rows: Iterable[TerritoryScore],
    roadmaps: Sequence[Record],
    year: int,
) -> tuple[GapView, ...]:
    """Return what is missing of a territory: figures, records, word of measures, a contact."""
    return (
        *_figures(rows, year),
        *_measures(roadmaps),
        *_records(context, record, roadmaps),
        *_contact(record),
    )


def _figures(rows: Iterable[TerritoryScore], year: int) -> Iterator[GapView]:
    silent = tuple(row.link for row in rows if row.is_assessed and row.need is Need.NO_DATA)
    if silent:
        yield GapView(f"Нет значений за {year} год:", silent)


def _measures(roadmaps: Iterable[Record]) -> Iterator[GapView]:
    unknown = sum(measure.state == UNKNOWN for record in roadmaps for measure in record.data.measures)
    if unknown:
        rows = counted(unknown, "мероприятии", "мероприятиях", "мероприятиях")
        yield GapView(f"О {rows} дорожной карты сведений нет. Это не значит, что они не выполнены.")


def _records(context: SiteContext, record: Record, roadmaps: Sequence[Record]) -> Iterator[GapView]:
    missing = [words for kind, words in _EXPECTED.items() if not _has(context, record, kind)]
    missing += [] if roadmaps else [_ROADMAP]
    if missing:
        cure = (
            "Если она есть, её можно внести." if missing == [_ROADMAP] else "Если они есть, их можно внести."
        )
        yield GapView(f"В базе нет: {', '.join(missing)}. {cure}")


def _has(context: SiteContext, record: Record, kind: str) -> bool:
    """Return whether the base holds a record of the kind; every one is of the base's own territory."""
    if record.id == context.telling.home:
        return context.facets.number(kind) > 0
    return any(each.kind.name == kind for each in context.base.listed_in(record.id))


def _contact(record: Record) -> Iterator[GapView]:
    if record.data.contact is None:
        yield GapView("Не указано, кому звонить.")
