"""Definitions as they are given out: in words, with what the region changed of the standard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from metodbank.definition_layers import Layered
from metodbank.definition_standard import standard_frameworks
from metodbank.indicators.wording import target_text
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.fields import Group
from metodbank.models.framework import YES, Framework, Statement, Target
from metodbank.models.indicator import PERCENT, Ambiguity, Indicator
from metodbank.models.shape import shape_of
from metodbank.open_data.definition_shapes import (
    AmbiguityData,
    FrameworkData,
    IndicatorData,
    RelatedData,
    StatementData,
    TargetData,
    WordingData,
)

_STATEMENTS = "statements."
_ADDED = "пункт добавлен регионом"


class Definitions:
    """Tells the definitions of one base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base

    def indicator(self, layered: Layered[Indicator]) -> IndicatorData:
        """Return the definition of an indicator."""
        told, word = layered.definition, self._base.word
        return IndicatorData(
            id=layered.id,
            title=told.title,
            short_title=told.short_title,
            unit=told.unit,
            unit_text=word("indicator-units", told.unit),
            direction=told.direction,
            direction_text=word("indicator-directions", told.direction),
            numerator=told.numerator.title,
            denominator=told.denominator.title if told.denominator else "",
            one_unit=told.one_unit,
            accumulation=word("accumulation", told.accumulation),
            scope=word("indicator-scopes", told.scope),
            frequency=told.frequency or "",
            wordings=tuple(WordingData(each.text, each.where) for each in told.wordings),
            related=tuple(self._related(told)),
            ambiguities=_ambiguities(told.ambiguities),
            note=told.note or "",
            is_own=layered.is_own,
            file=layered.file,
            changed=() if layered.is_own else tuple(_titles(Indicator, layered.changed)),
        )

    def framework(self, layered: Layered[Framework]) -> FrameworkData:
        """Return a framework without its statements."""
        told = layered.definition
        changed = [name for name in layered.changed if not name.startswith(_STATEMENTS)]
        return FrameworkData(
            id=layered.id,
            title=told.title,
            short_title=told.short_title,
            act=told.act or "",
            citation=told.citation,
            act_date=told.act_date,
            state=self._base.word("framework-states", told.state),
            superseded_by=self._superseded_by(told),
            from_year=told.period.from_year if told.period else None,
            to_year=told.period.to_year if told.period else None,
            note=told.note or "",
            not_given=tuple(each.citation for each in told.not_given),
            is_followed=layered.id in {each.id for each in self._base.followed},
            is_own=layered.is_own,
            file=layered.file,
            changed=() if layered.is_own else tuple(_titles(Framework, changed)),
        )

    def statement(self, layered: Layered[Framework], told: Statement) -> StatementData:
        """Return a statement with its targets."""
        framework, word = layered.definition, self._base.word
        return StatementData(
            framework=layered.id,
            id=told.id,
            number=told.number or "",
            clause=told.clause or "",
            part=next((part.title for part in framework.parts if part.id == told.part), ""),
            group=next((group.title for group in framework.groups if group.id == told.group), ""),
            indicator=told.indicator,
            name=told.name,
            footnote=told.footnote or "",
            unit=word("statement-units", told.unit) if told.unit else "",
            base_in_document=told.base_in_document or "",
            event=word("statement-events", told.event) if told.event else "",
            applies_to=told.applies_to,
            same_as=told.same_as or "",
            ambiguities=self._ambiguities_of(framework, told),
            targets=tuple(self._target(framework, told, target) for target in told.targets),
            dropped_reason=(told.dropped_reason or "причина не указана") if told.dropped else "",
            changed=() if layered.is_own else tuple(_changed_of(layered, told)),
        )

    def target_text(self, statement: Statement, target: Target | None) -> str:
        """Return `не менее 30 %`; empty where nothing is set."""
        if target is None or not target.is_set:
            return ""
        operator = target.operator or self._direction(statement)
        words = self._base.word("target-operators", operator)
        if target.operator == YES or target.value is None:
            return words
        return f"{words} {target_text(target.value, self._unit(statement))}"

    def _target(self, framework: Framework, statement: Statement, target: Target) -> TargetData:
        operator = target.operator or self._direction(statement)
        return TargetData(
            year=target.year,
            raw=target.raw,
            text=self.target_text(statement, target),
            value=None if target.value is None else float(target.value),
            operator=operator if target.is_set else "",
            operator_inferred=target.operator_inferred,
            is_retrospective=target.is_set and framework.is_retrospective(target.year),
            note=target.note or "",
        )

    def _ambiguities_of(self, framework: Framework, statement: Statement) -> tuple[AmbiguityData, ...]:
        indicator = self._definition(statement.indicator)
        known = {each.id: each for each in (*(indicator.ambiguities if indicator else ()),)}
        known |= {each.id: each for each in framework.ambiguities}
        return _ambiguities(known[name] for name in statement.ambiguities if name in known)

    def _related(self, told: Indicator) -> Iterator[RelatedData]:
        for each in told.related:
            other = self._definition(each.indicator)
            relation = self._base.word("indicator-relations", each.relation)
            title = other.short_title if other else each.indicator
            yield RelatedData(each.indicator, title, each.relation, relation, each.note or "")

    def _superseded_by(self, told: Framework) -> str:
        name = told.superseded_by or ""
        frameworks = self._base.frameworks
        return frameworks[name].definition.short_title if name in frameworks else name

    def _definition(self, indicator: str) -> Indicator | None:
        layered = self._base.indicators.get(indicator)
        return layered.definition if layered else None

    def _unit(self, statement: Statement) -> str:
        indicator = self._definition(statement.indicator)
        return indicator.unit if indicator else PERCENT

    def _direction(self, statement: Statement) -> str:
        indicator = self._definition(statement.indicator)
        return indicator.direction if indicator else ""


def _ambiguities(told: Iterable[Ambiguity]) -> tuple[AmbiguityData, ...]:
    return tuple(AmbiguityData(each.id, each.question, each.reading) for each in told)


def _changed_of(layered: Layered[Framework], statement: Statement) -> Iterator[str]:
    """Yield the titles of what the region changed in a statement."""
    whole = f"{_STATEMENTS}{statement.id}"
    if whole in layered.changed:
        yield _ADDED
    names = [name.removeprefix(f"{whole}.") for name in layered.changed if name.startswith(f"{whole}.")]
    yield from _titles(Statement, names)
    if "targets" in names:
        yield from _changed_targets(layered.id, statement)


def _changed_targets(framework: str, statement: Statement) -> Iterator[str]:
    """Yield of each year whose target the region changed what the standard says of it."""
    standard = standard_frameworks()[framework].statement(statement.id)
    before = standard.targets_by_year if standard else {}
    after = statement.targets_by_year
    for year in sorted(before.keys() | after.keys()):
        was, now = before.get(year), after.get(year)
        if was is None:
            yield f"цель на {year} год добавлена"
        elif now is None:
            yield f"цель на {year} год снята, в стандарте «{was.raw}»"
        elif (was.raw, was.value, was.operator) != (now.raw, now.value, now.operator):
            yield f"цель на {year} год: в стандарте «{was.raw}»"


def _titles(model: type[Group], names: Iterable[str]) -> Iterator[str]:
    titles = _titles_by_name(model)
    return (titles.get(name, name) for name in names)


@cache
def _titles_by_name(model: type[Group]) -> dict[str, str]:
    return {name: field.title for field in shape_of(model) for name in (field.name, field.key)}
