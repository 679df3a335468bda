"""The names inside a framework: its indicators, parts, groups, statements and open questions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from metodbank.definition_files import nearest_name
from metodbank.definition_layers import Layered
from metodbank.models.framework import Framework, Statement
from metodbank.models.indicator import Indicator
from metodbank.problems import FieldPath, Finding


@dataclass(frozen=True, slots=True)
class NamedIndicators:
    """The indicators that statements may name, and those that an error keeps out."""

    known: Mapping[str, Layered[Indicator]]
    set_aside: AbstractSet[str]


def name_findings(
    framework: Framework, places: Mapping[str, int], indicators: NamedIndicators
) -> Iterator[Finding]:
    """Yield the names that lead nowhere; `places` tells where the region's file says each statement."""
    for statement in framework.statements:
        if statement.id in places:
            at: FieldPath = ("statements", places[statement.id])
            yield from _of_indicator(statement, at, indicators)
            if statement.dropped and statement.dropped_reason is None:
                yield Finding("MB961", (*at, "dropped"), statement.id)
        else:
            at = ()
        yield from _inside(statement, at, framework, indicators.known)


def twice_said(ids: Sequence[tuple[str, int]]) -> Iterator[Finding]:
    """Yield the statements whose id another one of the file bears before them."""
    seen: set[str] = set()
    for identifier, index in ids:
        if identifier in seen:
            yield Finding("MB960", ("statements", index, "id"), identifier)
        seen.add(identifier)


def _of_indicator(statement: Statement, at: FieldPath, indicators: NamedIndicators) -> Iterator[Finding]:
    name = statement.indicator
    if name in indicators.set_aside:
        yield Finding("MB963", (*at, "indicator"), name)
    elif name not in indicators.known:
        near = nearest_name(name, indicators.known)
        yield Finding("MB958", (*at, "indicator"), name, suggestion=near)


def _inside(
    statement: Statement, at: FieldPath, framework: Framework, indicators: Mapping[str, Layered[Indicator]]
) -> Iterator[Finding]:
    """Yield names that lead nowhere; of a statement that the file does not say, at the list that changed."""
    parts, groups = {part.id for part in framework.parts}, {group.id for group in framework.groups}
    statements = {each.id for each in framework.statements}
    for name, value, known, what, listed in (
        ("part", statement.part, parts, "части", "parts"),
        ("group", statement.group, groups, "группы", "groups"),
        ("same_as", statement.same_as, statements, "пункта", "statements"),
    ):
        if value is not None and value not in known:
            yield _unknown((*at, name) if at else (listed,), value, what, known)
    layered = indicators.get(statement.indicator)
    asked = {each.id for each in framework.ambiguities}
    asked |= {each.id for each in layered.definition.ambiguities} if layered else set()
    for index, value in enumerate(statement.ambiguities if layered else ()):
        if value not in asked:
            place = (*at, "ambiguities", index) if at else ("ambiguities",)
            yield _unknown(place, value, "неясности", asked)


def _unknown(at: FieldPath, value: str, what: str, known: Collection[str]) -> Finding:
    return Finding("MB959", at, value, details={"what": what}, suggestion=nearest_name(value, known))
