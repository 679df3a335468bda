"""What a form to begin with asks for: the statements of the frameworks that a base follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from metodbank.models.framework import YES, Framework, Statement
from metodbank.models.indicator import REGION, YES_NO
from metodbank.open_data.telling import Telling
from metodbank.reporting.opening import Refused


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: `called` stands first in the brackets, `is_of_region` where territories have none."""

    called: str
    number: str
    name: str
    indicator: str
    unit: str
    is_of_region: bool
    is_number: bool


@dataclass(frozen=True, slots=True)
class FrameworkLines:
    """The statements of one framework in its order."""

    id: str
    title: str
    citation: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a form is about: ids and names of territories, the base's own first."""

    territories: tuple[tuple[str, str], ...]
    frameworks: tuple[FrameworkLines, ...]


def contents_of(telling: Telling, year: int) -> Contents:
    """Return what a form asks for: the frameworks that are not over by the year, or all that are followed."""
    base, followed = telling.base, telling.followed()
    if not followed:
        raise Refused(
            "База не следит ни за одной системой показателей: назовите её в frameworks файла region.yml."
        )
    current = [each for each in followed if (each.definition.last_year or year) >= year]
    return Contents(
        tuple((name, base.name_of("territory", name)) for name in telling.scoring.territories()),
        tuple(
            FrameworkLines(
                each.id,
                each.definition.title,
                each.definition.citation,
                tuple(_lines(telling, each.id, each.definition, year)),
            )
            for each in current or followed
        ),
    )


def _lines(telling: Telling, framework: str, definition: Framework, year: int) -> Iterator[Line]:
    numbers = [each.number for each in definition.statements]
    for statement in definition.assessed:
        layered = telling.base.indicators.get(statement.indicator)
        if layered is None:
            continue
        yield Line(
            called=f"{framework} {_called(statement, numbers)}",
            number=statement.number or "",
            name=statement.name,
            indicator=statement.indicator,
            unit=_unit(telling, statement, year),
            is_of_region=statement.applies_to == REGION or len(telling.places_of(statement.indicator)) == 1,
            is_number=layered.definition.unit != YES_NO and not _is_yes_no(statement, year),
        )


def _is_yes_no(statement: Statement, year: int) -> bool:
    """Return whether the act asks of the year only that a thing is there."""
    target = statement.targets_by_year.get(year)
    return target is not None and target.operator == YES


def _unit(telling: Telling, statement: Statement, year: int) -> str:
    if _is_yes_no(statement, year):
        return telling.base.word("indicator-units", YES_NO)
    return telling.indicator(statement.indicator).unit_text


def _called(statement: Statement, numbers: list[str | None]) -> str:
    number = statement.number or ""
    is_clear = number and numbers.count(number) == 1 and not set(number) & set(" ;[]")
    return number if is_clear else statement.id
