"""A row of monitoring as the score of its own territory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.dates import in_words
from metodbank.indicators.moments import moment_of
from metodbank.indicators.ratios import group_of_people, is_small, value_of
from metodbank.indicators.score import Absence, Count, Coverage, Ground, LeftOut, Origin, Score
from metodbank.models.indicator import Indicator, Part
from metodbank.models.observation import Observation
from metodbank.observations import Standing

WITHOUT_PARTS = "без исходных данных"


def has_parts(definition: Indicator, row: Observation) -> bool:
    """Return whether the row holds all that the value is made of."""
    if definition.denominator is None:
        return row.numerator is not None
    return row.numerator is not None and bool(row.denominator)


def score_of_row(
    definition: Indicator,
    standing: Standing,
    subject: str,
    title: str,
    as_of: date,
    small_group: int | None,
    coverage: Coverage | None = None,
) -> Score:
    """Return the score that the standing row of a territory tells.

    Of the rows that it replaced those of a small group are told without numbers; all of them where
    `small_group` is None.
    """
    row = standing.stands
    if row is None:
        raise ValueError("no row stands")
    numerator, denominator = _parts(definition, standing, title, as_of, small_group)
    value, absence, reason, remark = row.value, Absence.NONE, "", WITHOUT_PARTS
    if has_parts(definition, row):
        value, remark = value_of(definition, row.numerator or 0, row.denominator), ""
    elif value is None:
        absence, remark = Absence.NOT_COMPUTABLE, ""
        reason = "знаменатель — 0" if row.denominator == 0 else "в строке нет исходных данных"
    return Score(
        row.indicator, subject, row.year, moment_of(row.year, as_of), definition.unit,
        numerator, denominator, value, absence, reason, remark,
        coverage, row.is_preliminary, Origin.ROW, row.source,
    )  # fmt: skip


def _parts(
    definition: Indicator, standing: Standing, title: str, as_of: date, small_group: int | None
) -> tuple[Count | None, Count | None]:
    row = standing.stands
    if row is None:
        return None, None
    if not has_parts(definition, row):
        return _count(definition.numerator, row, None, title, ()), None
    above: tuple[LeftOut, ...] = ()
    below: tuple[LeftOut, ...] = ()
    if standing.superseded or standing.later:
        above = tuple(_replaced(definition, standing, title, as_of, small_group, of_numerator=True))
        below = tuple(_replaced(definition, standing, title, as_of, small_group, of_numerator=False))
    numerator = _count(definition.numerator, row, row.numerator, title, above)
    if definition.denominator is None:
        return numerator, None
    return numerator, _count(definition.denominator, row, row.denominator, title, below)


def _count(
    part: Part, row: Observation, amount: int | None, title: str, left_out: tuple[LeftOut, ...]
) -> Count:
    ground = Ground(title, "", row.file, (), row.row, amount, row.territory)
    return Count(amount, part.title, part.counted, (ground,), left_out)


def _replaced(
    definition: Indicator,
    standing: Standing,
    title: str,
    as_of: date,
    small_group: int | None,
    *,
    of_numerator: bool,
) -> Iterator[LeftOut]:
    stands = standing.stands
    for row in standing.superseded:
        size = group_of_people(definition, row.numerator, row.denominator)
        amount = row.numerator if of_numerator else row.denominator
        reason = f"на {in_words(row.as_of)}; заменено значением на {in_words(stands.as_of) if stands else ''}"
        hidden = size is not None and (small_group is None or is_small(size, small_group))
        yield left_out_row(row, title, reason, None if hidden else amount)
    for row in standing.later:
        yield left_out_row(row, title, f"на {in_words(row.as_of)}, позже {in_words(as_of)}", None)


def left_out_row(row: Observation, title: str, reason: str, amount: int | None = None) -> LeftOut:
    """Return a row of monitoring as left out."""
    return LeftOut(title, "", row.file, (), row.row, amount, row.territory, reason)
