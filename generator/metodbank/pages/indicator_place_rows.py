"""A row for each territory of an indicator in a year: value, how it stands, and the row that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from metodbank.indicators.score import Score, State
from metodbank.models.indicator import AT_MOST
from metodbank.open_data.score_shapes import AssessmentData, GroundData, ScoreData
from metodbank.open_data.telling import Telling
from metodbank.pages.indicator_links import statement_name
from metodbank.pages.indicator_tally import by_target
from metodbank.pages.indicator_views import ScoreView, ScoreViews
from metodbank.pages.measure_views import StateView
from metodbank.russian_words import NO_BREAK

_ALIKE = {State.PERIOD_OVER, State.NO_TARGET}


@dataclass(frozen=True, slots=True)
class PlaceState:
    """How a territory stands against one target: `asked_by` is named where there are several."""

    asked_by: str
    state: StateView


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A territory: `level` is 0 for the base's own and for what lies directly inside it.

    `place` is the one row of monitoring that both parts come of; `score.counts` tell where there are more.
    """

    score: ScoreView
    is_own: bool
    level: int
    states: tuple[PlaceState, ...]
    place: str
    note: str


def from_the_best(telling: Telling, identifier: str, territory: str, year: int) -> list[Score]:
    """Return the values of what lies directly inside a territory, those without one last."""
    is_at_most = telling.base.indicators[identifier].definition.direction == AT_MOST

    def rank(score: Score) -> tuple[bool, Fraction]:
        if score.value is None:
            return True, Fraction(0)
        return False, score.value if is_at_most else -score.value

    return sorted(telling.scoring.breakdown(identifier, territory, year), key=rank)


def place_rows(telling: Telling, views: ScoreViews, identifier: str, year: int) -> Iterator[PlaceRow]:
    """Yield the base's own territory, then the others from the best value to the worst.

    What lies inside another one follows it; those that are not there at the end of the year come last.
    """
    home = telling.home
    several = len(by_target(telling.assessments(identifier, home, year))) > 1
    inside = list(_inside(telling, identifier, home, year))
    placed = {home, *(place for place, _ in inside)}
    gone = [(place, 0) for place in telling.places_of(identifier) if place not in placed]
    for place, level in ((home, 0), *inside, *gone):
        told = telling.score(identifier, place, year)
        row = _one_row(told)
        is_folded = row is None and place != home and _has_grounds(told)
        found = by_target(telling.assessments(identifier, place, year))
        yield PlaceRow(
            score=views.score(told, with_counts=is_folded),
            is_own=place == home,
            level=level,
            states=tuple(_states(telling, views, found, several=several)),
            place=f"{row.file}, строка{NO_BREAK}{row.line}" if row else "",
            note=row.note if row else "",
        )


def _inside(
    telling: Telling, identifier: str, territory: str, year: int, level: int = 0
) -> Iterator[tuple[str, int]]:
    for score in from_the_best(telling, identifier, territory, year):
        yield score.subject, level
        yield from _inside(telling, identifier, score.subject, year, level + 1)


def _states(
    telling: Telling, views: ScoreViews, found: Iterable[AssessmentData], *, several: bool
) -> Iterator[PlaceState]:
    for each in found:
        if each.state in _ALIKE or (each.state is State.NOT_DUE and not each.target_text):
            continue  # said once above the table
        yield PlaceState(statement_name(telling, each) if several else "", views.goal(each).state)


def _has_grounds(told: ScoreData) -> bool:
    """Return whether there is more to tell than why there is no value."""
    above = told.numerator
    return above is not None and bool(above.counted or any(each.record for each in above.left_out))


def _one_row(told: ScoreData) -> GroundData | None:
    """Return the row of a table of monitoring that all of the value comes of, None where it is not one."""
    counts = [count for count in (told.numerator, told.denominator) if count is not None]
    rows = [count.counted[0] for count in counts if len(count.counted) == 1 and not count.left_out]
    is_one = len(rows) == len(counts) and len({(row.file, row.line) for row in rows}) == 1
    return rows[0] if is_one and rows[0].line is not None and not rows[0].record else None
