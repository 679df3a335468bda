"""How the statements of frameworks stand, by the raw files alone: the second half of `naive_indicators`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from naive_indicators import NO_DATA, NOT_COMPUTABLE, Cell, Naive

Statement = dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """The state of one statement in one territory and year, and what is missing for its target.

    `or_more` of the denominator would do as well, where too many fall to one.
    """

    state: str
    to_goal: int | None = None
    or_more: int | None = None


def years(naive: Naive) -> list[int]:
    """Return the years of targets and figures, that of the day, and one more on either side."""
    found = {row.year for row in naive.raw.rows} | {naive.as_of.year}
    for _, row in statements(naive):
        found |= {int(target["year"]) for target in row.get("targets", [])}
    return list(range(min(found) - 1, max(found) + 2))


def statements(naive: Naive) -> Iterator[tuple[str, Statement]]:
    """Yield the statements of the followed frameworks."""
    for name in naive.raw.region.get("frameworks", []):
        for row in naive.raw.frameworks[name]["statements"]:
            yield name, row


def asks(naive: Naive, row: Statement, territory: str) -> bool:
    """Return whether a statement asks anything of a territory: some ask it of the region as a whole."""
    return row.get("applies_to") != "region" or territory == naive.home


def judge(naive: Naive, framework: str, row: Statement, territory: str, year: int, cell: Cell) -> Judged:
    """Return how a statement stands; `cell` is its value as it is given out, hidden or not."""
    targets = {int(target["year"]): target for target in row.get("targets", [])}
    target = targets.get(year, {})
    goal = None if target.get("value") is None else Fraction(str(target["value"]).replace(",", "."))
    is_yes = target.get("operator") == "yes"
    if year > last_year(naive, framework):
        return Judged("period-over")
    if goal is None and not is_yes:
        return Judged("not-due" if _is_to_come(naive, framework, targets, year) else "no-target")
    operator = target.get("operator") or naive.raw.indicators[row["indicator"]]["direction"]
    missing = _missing(naive, row["indicator"], cell, operator, goal)
    there = _yes(naive, row["indicator"], territory, year, cell) if is_yes else ""
    if there == "reached":
        missing = 0, None
    if date(year, 12, 31) > naive.as_of:
        return Judged("not-due", *missing)
    if is_yes:
        return Judged(there, *missing)
    if cell.absence == NO_DATA:
        return Judged(NO_DATA)
    if cell.absence or cell.value is None or goal is None:
        return Judged(NOT_COMPUTABLE)
    reached = cell.value <= goal if operator == "at-most" else cell.value >= goal
    return Judged("reached" if reached else "not-reached", *missing)


def last_year(naive: Naive, framework: str) -> int:
    """Return the last year that a framework has a target of, or that of its period where it is later."""
    fields = naive.raw.frameworks[framework]
    found = [int(t["year"]) for row in fields["statements"] for t in row.get("targets", [])]
    to_year = (fields.get("period") or {}).get("to_year")
    return max([*found, int(to_year)] if to_year else found, default=9999)


def first_year(naive: Naive, framework: str) -> int:
    """Return the first year that a framework has a target of, or that of its period where it is earlier."""
    fields = naive.raw.frameworks[framework]
    found = [int(t["year"]) for row in fields["statements"] for t in row.get("targets", [])]
    from_year = (fields.get("period") or {}).get("from_year")
    return min([*found, int(from_year)] if from_year else found, default=0)


def _is_to_come(naive: Naive, framework: str, targets: dict[int, dict[str, Any]], year: int) -> bool:
    if date(year, 12, 31) <= naive.as_of and year < first_year(naive, framework):
        return False
    return _only_later(targets, year, naive.as_of)


def _only_later(targets: dict[int, dict[str, Any]], year: int, as_of: date) -> bool:
    found = [each for each, t in targets.items() if t.get("value") is not None or t.get("operator") == "yes"]
    has_come = any(date(each, 12, 31) <= as_of for each in found)
    return bool(found) and not has_come and all(each > year for each in targets)


def _yes(naive: Naive, indicator: str, territory: str, year: int, cell: Cell) -> str:
    if "roadmap" in naive.raw.indicators[indicator]["numerator"]:
        held = any(roadmap.get("act") for roadmap in naive.roadmaps(territory, year))
        return "reached" if held else NOT_COMPUTABLE
    if cell.absence:
        return NO_DATA if cell.absence == NO_DATA else NOT_COMPUTABLE
    whole = 100 if naive.raw.indicators[indicator]["unit"] == "percent" else 1
    return "reached" if cell.value == whole else "not-reached"


def _missing(
    naive: Naive, indicator: str, cell: Cell, operator: str, goal: Fraction | None
) -> tuple[int | None, int | None]:
    """Return how many more of the numerator are wanted, or how many fewer; and so of the denominator."""
    numerator, denominator = cell.numerator, cell.denominator
    if goal is None or numerator is None or cell.value is None:
        return None, None

    def is_reached(above: int, below: int | None) -> bool:
        value = naive.ratio(indicator, above, below)
        return value <= goal if operator == "at-most" else value >= goal

    if operator != "at-most":
        return _least(lambda more: is_reached(numerator + more, denominator)), None
    fewer = _least(lambda less: is_reached(numerator - less, denominator))
    if not fewer or not goal or denominator is None or naive.raw.indicators[indicator]["unit"] == "percent":
        return fewer, None
    return fewer, _least(lambda more: is_reached(numerator, denominator + more))


def _least(is_enough: Callable[[int], bool]) -> int:
    """Return the least number that is enough, by trying, a half each time."""
    too_few, enough = -1, 10**7
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if is_enough(middle):
            enough = middle
        else:
            too_few = middle
    return enough
