"""The value of a region: the ratio of the sums over the territories directly inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from metodbank.indicators.ratios import value_of
from metodbank.indicators.rows import WITHOUT_PARTS
from metodbank.indicators.score import Absence, Count, Coverage, Ground, LeftOut, Origin, OwnRow, Score
from metodbank.indicators.territories import Territories
from metodbank.models.indicator import Indicator, Part
from metodbank.models.observation import Observation


def summed(
    definition: Indicator,
    parts: Mapping[str, Score],
    territories: Territories,
    territory: str,
    year: int,
    moment: date,
) -> Score | None:
    """Return the ratio of sums over those that reported their parts; None where none did."""
    reported = {each: score for each, score in parts.items() if is_summed(score)}
    if not reported:
        return None
    numerator = _total(definition.numerator, parts, territories, of_numerator=True)
    denominator = (
        _total(definition.denominator, parts, territories, of_numerator=False)
        if definition.denominator
        else None
    )
    value = value_of(definition, numerator.value or 0, denominator.value if denominator else None)
    return Score(
        next(iter(reported.values())).indicator, territory, year, moment, definition.unit,
        numerator, denominator, value,
        coverage=Coverage(len(reported), len(parts)),
        is_preliminary=any(score.is_preliminary for score in reported.values()),
        origin=Origin.SUM,
    )  # fmt: skip


def with_left_out(total: Score, left_out: tuple[LeftOut, ...]) -> Score:
    """Return the sum with rows beside those that it leaves out anyway."""
    if not left_out or total.numerator is None:
        return total
    below = total.denominator
    return replace(
        total,
        numerator=replace(total.numerator, left_out=total.numerator.left_out + left_out),
        denominator=below and replace(below, left_out=below.left_out + left_out),
    )


def is_summed(score: Score) -> bool:
    """Return whether the parts of the score are known, so that it adds to the sum."""
    return score.absence is Absence.NONE and score.numerator is not None and score.numerator.value is not None


def own_row(definition: Indicator, total: Score, row: Observation) -> OwnRow:
    """Return the region's own row beside the sum, with the differences."""
    has_parts = row.numerator is not None and (definition.denominator is None or bool(row.denominator))
    value = value_of(definition, row.numerator or 0, row.denominator) if has_parts else row.value
    return OwnRow(
        numerator=row.numerator if has_parts else None,
        denominator=row.denominator if has_parts else None,
        value=value,
        numerator_difference=_less(row.numerator, total.numerator) if has_parts else None,
        denominator_difference=_less(row.denominator, total.denominator) if has_parts else None,
        value_difference=None if value is None or total.value is None else value - total.value,
        is_preliminary=row.is_preliminary,
        file=row.file,
        line=row.row,
    )


def _less(own: int | None, total: Count | None) -> int | None:
    return None if own is None or total is None or total.value is None else own - total.value


def _total(part: Part, parts: Mapping[str, Score], territories: Territories, *, of_numerator: bool) -> Count:
    grounds = []
    for each, score in parts.items():
        count = score.numerator if of_numerator else score.denominator
        if is_summed(score) and count is not None:
            place = _place(count)
            grounds.append(Ground(territories.title(each), "", place.file, (), place.line, count.value, each))
    value = sum(ground.amount or 0 for ground in grounds)
    left_out = tuple(_left_out(parts, territories, of_numerator=of_numerator))
    return Count(value, part.title, part.counted, tuple(grounds), left_out)


def _left_out(
    parts: Mapping[str, Score], territories: Territories, *, of_numerator: bool
) -> Iterator[LeftOut]:
    """Yield the territories that add nothing, and the rows that were replaced in those that do."""
    for each, score in parts.items():
        count = score.numerator if of_numerator else score.denominator
        if is_summed(score):
            yield from count.left_out if count is not None and score.origin is Origin.ROW else ()
            continue
        place = _place(score.numerator)
        reason = score.reason or WITHOUT_PARTS
        yield LeftOut(territories.title(each), "", place.file, (), place.line, None, each, reason)


def _place(count: Count | None) -> Ground:
    """Return the row that the count comes of, where it comes of one."""
    return count.counted[0] if count is not None and len(count.counted) == 1 else Ground("")
