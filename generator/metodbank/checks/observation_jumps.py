"""Shares that changed by more than 30 percentage points in a year (IN15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from operator import attrgetter

from metodbank.checks.check import Looking, Placed
from metodbank.checks.observation_latest import by_indicator, latest, place_of_value, told_value
from metodbank.indicators.scoring import Scoring
from metodbank.indicators.wording import value_text
from metodbank.models.indicator import PERCENT, Indicator
from metodbank.models.observation import Observation
from metodbank.problems import Finding

CUMULATIVE = "cumulative"
MOST_USUAL = 30
"""Percentage points between one year and the next."""
MOST_NAMED = 5
"""So many jumps of one indicator in one table are named; where there are more, they have one cause."""

Rows = Mapping[tuple[str, int], Observation]


def look(looking: Looking) -> Iterator[Placed]:
    """Yield of each table the indicators that jumped, at the first row; what is hidden is left out.

    What gathers over the years is meant to grow.
    """
    base = looking.base
    scoring = Scoring(base, looking.as_of)
    for _, definition, rows in by_indicator(base):
        if definition.unit != PERCENT or definition.accumulation == CUMULATIVE:
            continue
        standing = latest(rows, looking.as_of)
        for file, jumped in _jumped(definition, standing).items():
            told = (row for row in jumped if _is_told(scoring, definition, row))
            named = list(islice(told, MOST_NAMED))
            if named:
                words = [_words(looking, definition, standing, row) for row in named]
                details = {
                    "indicator": definition.short_title,
                    "year": str(named[0].year),
                    "jumps": "; ".join(words) + (" и другие" if next(told, None) else ""),
                }
                yield file, Finding("MB915", place_of_value(named[0]), details=details)


def _jumped(definition: Indicator, standing: Rows) -> dict[str, list[Observation]]:
    """Return the rows that are far from those of the year before, by table, in the order of rows."""
    found: dict[str, list[Observation]] = {}
    for row in standing.values():
        earlier = standing.get((row.territory, row.year - 1))
        before, after = told_value(definition, earlier) if earlier else None, told_value(definition, row)
        if before is not None and after is not None and abs(after - before) > MOST_USUAL:
            found.setdefault(row.file, []).append(row)
    return {file: sorted(rows, key=attrgetter("row")) for file, rows in found.items()}


def _is_told(scoring: Scoring, definition: Indicator, row: Observation) -> bool:
    """Return whether readers may know both figures: those of small groups of people jump by themselves."""
    if not definition.counts_people:
        return True
    scores = (scoring.score(row.indicator, row.territory, year) for year in (row.year - 1, row.year))
    return all((score.own if score.own is not None else score).value is not None for score in scores)


def _words(looking: Looking, definition: Indicator, standing: Rows, row: Observation) -> str:
    earlier = standing[row.territory, row.year - 1]
    name = looking.base.name_of("territory", row.territory)
    before, after = (_shown(definition, one) for one in (earlier, row))
    return f"{name} — {after}, а годом раньше {before} ({earlier.file}, строка {earlier.row})"


def _shown(definition: Indicator, row: Observation) -> str:
    value = told_value(definition, row)
    return "" if value is None else value_text(value, definition.unit)
