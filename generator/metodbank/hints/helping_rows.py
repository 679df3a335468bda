"""Which rows of roadmaps serve an indicator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.hints.nearness import Near, Nearness
from metodbank.hints.use import is_of_use
from metodbank.indicators.conditions import refusal
from metodbank.indicators.moments import overlaps_year
from metodbank.indicators.scoring import Scoring
from metodbank.models.hint import HelpingMeasures
from metodbank.records import Record
from metodbank.roadmap_measures import RoadmapMeasure


class HelpingRows:
    """Looks through the roadmaps of one base as of the day of its scores."""

    def __init__(self, scoring: Scoring, nearness: Nearness) -> None:
        self._scoring = scoring
        self._base = scoring.base
        self._nearness = nearness

    def of(self, rows: HelpingMeasures, indicator: str, territory: str) -> list[RoadmapMeasure]:
        """Return the rows that are not over, those due first in front."""
        day = self._scoring.as_of
        found: list[tuple[Near, date, str, RoadmapMeasure]] = []
        for near, roadmap in self._roadmaps(indicator, territory):
            for measure in roadmap.data.measures:
                if not measure.is_over and not refusal(self._base, measure, rows.conditions, day)[0]:
                    due = measure.due or date.max
                    found.append((near, due, measure.id, RoadmapMeasure(roadmap, measure)))
        return [row for *_, row in sorted(found, key=lambda each: each[:3])]

    def _roadmaps(self, indicator: str, territory: str) -> Iterator[tuple[Near, Record]]:
        """Yield the roadmaps under way of the territory, of what lies in it and of what it lies in.

        An indicator that counts rows is moved by those that it counts: of the territory alone, in the year
        that is shown, over or not.
        """
        year = self._scoring.default_year()
        counts_rows = self._counts_rows(indicator)
        for roadmap in self._base.listed("roadmap"):
            near = self._nearness.of(roadmap, territory)
            if counts_rows:
                serves = near is Near.OWN and overlaps_year(roadmap.data.period, year)
            else:
                serves = near <= Near.ABOVE and self._is_under_way(roadmap)
            if serves:
                yield near, roadmap

    def _is_under_way(self, roadmap: Record) -> bool:
        return is_of_use("roadmap", roadmap.data, self._scoring.as_of)

    def _counts_rows(self, indicator: str) -> bool:
        layered = self._base.indicators.get(indicator)
        return layered is not None and layered.definition.numerator.source == "roadmap"
