"""The documents of a base: all that is known of its indicators, and what explains one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metodbank.open_data.documents import (
    SCHEMA_VERSION,
    BaseData,
    IndicatorsFile,
    TerritoryData,
    WhyFile,
)
from metodbank.open_data.score_shapes import ScoreData
from metodbank.open_data.telling import Telling

Cell = tuple[str, str, int]
"""Indicator, territory, year."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a base is asked for; None stands for everything."""

    framework: str | None = None
    territory: str | None = None
    year: int | None = None


EVERYTHING = Asked()


def indicators_file(telling: Telling, asked: Asked = EVERYTHING) -> IndicatorsFile:
    """Return all that is asked for of the indicators of a base."""
    definitions, shown = telling.definitions, _shown(telling, asked.framework)
    defined = telling.scoring.explained() if asked.framework is None else shown
    cells = [
        (identifier, territory, year)
        for identifier in shown
        for year in (telling.years_of(identifier) if asked.year is None else (asked.year,))
        for territory in (telling.places_of(identifier) if asked.territory is None else (asked.territory,))
    ]
    return IndicatorsFile(
        schema_version=SCHEMA_VERSION,
        base=_base(telling),
        as_of=telling.scoring.as_of,
        territories=tuple(_territories(telling)),
        frameworks=tuple(map(definitions.framework, telling.followed(asked.framework))),
        statements=tuple(
            definitions.statement(layered, each)
            for layered in telling.followed(asked.framework)
            for each in layered.definition.statements  # those that the region dropped say why
        ),
        indicators=tuple(map(telling.indicator, defined)),
        scores=tuple(_scores(telling, cells)),
        assessments=tuple(
            found for cell in cells for found in telling.assessments(*cell, framework=asked.framework)
        ),
    )


def why_file(telling: Telling, identifier: str, territory: str, year: int) -> WhyFile:
    """Return what explains the value of an indicator that the base knows."""
    told = telling.indicator(identifier)
    known = [each.indicator for each in told.related if each.indicator in telling.base.indicators]
    return WhyFile(
        schema_version=SCHEMA_VERSION,
        base=_base(telling),
        as_of=telling.scoring.as_of,
        indicator=told,
        score=telling.score(identifier, territory, year),
        inside=telling.inside(identifier, territory, year),
        providers=telling.by_provider(identifier, territory, year),
        related=tuple(telling.score(each, territory, year) for each in dict.fromkeys(known)),
        asking=tuple(telling.asking(identifier, territory, year)),
    )


def _shown(telling: Telling, framework: str | None) -> tuple[str, ...]:
    """Return the indicators to show: all, or those of a framework in its order."""
    if framework is None:
        return telling.scoring.indicators()
    asked = (statement.indicator for _, statement in telling.statements(framework))
    return tuple(each for each in dict.fromkeys(asked) if each in telling.base.indicators)


def _base(telling: Telling) -> BaseData:
    region = telling.base.region
    return BaseData(region.name, region.territory, region.nature.value, region.small_group)


def _territories(telling: Telling) -> Iterator[TerritoryData]:
    base = telling.base
    for identifier in telling.scoring.territories():
        record = base.get("territory", identifier)
        parent = (record.data.parent or "") if record and identifier != telling.home else ""
        yield TerritoryData(identifier, base.name_of("territory", identifier), parent)


def _scores(telling: Telling, cells: Iterable[Cell]) -> Iterator[ScoreData]:
    for identifier, territory, year in cells:
        yield telling.score(identifier, territory, year)
        if territory == telling.home:
            yield from telling.by_provider(identifier, territory, year)
