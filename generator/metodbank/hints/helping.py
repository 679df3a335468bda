"""The door of this package: what in a base serves an indicator, for a territory and on a day.

    helping = Helping(scoring)
    helping.serves("young-teachers-support-share", "borovoy-okrug").reasons[0].records

The rules say it, never a guess. What is given is published, of use on the day, the territory's own first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metodbank.definition_layers import Layered
from metodbank.hints.addressed import Addressed
from metodbank.hints.helping_rows import HelpingRows
from metodbank.hints.nearness import Near, Nearness
from metodbank.hints.seeking import Seeking
from metodbank.hints.use import freshness, is_of_use
from metodbank.indicators.memo import Memo
from metodbank.indicators.scoring import Scoring
from metodbank.models.hint import Helping as HelpingRecords
from metodbank.models.hint import Hint
from metodbank.records import Record
from metodbank.roadmap_measures import RoadmapMeasure


@dataclass(frozen=True, slots=True)
class Reason:
    """What one group of a rule finds: records of a kind, or rows of roadmaps where the kind is empty."""

    rule: str
    group: str
    kind: str
    why: str
    records: tuple[Record, ...] = ()
    measures: tuple[RoadmapMeasure, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """What serves an indicator: what the rules rest on, and what each group of them finds.

    `rules` are empty where nobody wrote one; a group that finds nothing is not among the reasons.
    """

    indicator: str
    rules: tuple[Layered[Hint], ...]
    reasons: tuple[Reason, ...]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing in the base serves it."""
        return not self.reasons


class Helping:
    """Looks through one base as of the day of its scores."""

    def __init__(self, scoring: Scoring) -> None:
        self._scoring = scoring
        self._base = scoring.base
        self._seeking = Seeking(scoring.base)
        self._nearness = Nearness(scoring.base)
        self._rows = HelpingRows(scoring, self._nearness)
        self._addressed = Addressed(scoring, self._seeking, self._nearness)
        self._memo = Memo()

    def serves(self, indicator: str, territory: str) -> Service:
        """Return what serves an indicator in a territory: each record once, the nearest, freshest first."""
        return self._memo.get((indicator, territory), lambda: self._service(indicator, territory))

    def recommendations(self, territory: str) -> tuple[Record, ...]:
        """Return the reports of official recommendations that are addressed to a territory, latest first."""
        return self._memo.get(("to", territory), lambda: tuple(self._addressed.recommendations(territory)))

    def organizations(self, kinds: Iterable[str], territory: str) -> list[Record]:
        """Return the organizations of some kinds that are in exactly this territory, by id."""
        return self._addressed.organizations(kinds, territory)

    def _service(self, indicator: str, territory: str) -> Service:
        rules = self._base.hints_for(indicator)
        seen: set[str] = set()
        reasons = [reason for rule in rules for reason in self._reasons(rule, indicator, territory, seen)]
        order = [kind.name for kind in self._base.kinds] + [""]
        reasons.sort(key=lambda reason: order.index(reason.kind))
        return Service(indicator, tuple(rules), tuple(reasons))

    def _reasons(
        self, rule: Layered[Hint], indicator: str, territory: str, seen: set[str]
    ) -> Iterator[Reason]:
        for group in rule.definition.records:
            records = [each for each in self._records(group, territory) if each.name not in seen]
            seen.update(each.name for each in records)
            if records:
                yield Reason(rule.id, group.id, group.kind, group.why, records=tuple(records))
        for rows in rule.definition.measures:
            measures = [
                each
                for each in self._rows.of(rows, indicator, territory)
                if f"{each.roadmap.name}#{each.measure.id}" not in seen
            ]
            seen.update(f"{each.roadmap.name}#{each.measure.id}" for each in measures)
            if measures:
                yield Reason(rule.id, rows.id, "", rows.why, measures=tuple(measures))

    def _records(self, group: HelpingRecords, territory: str) -> list[Record]:
        day = self._scoring.as_of
        found = self._seeking.records(group.kind, group.conditions, day)
        of_use = [record for record in found if is_of_use(group.kind, record.data, day)]
        return sorted(of_use, key=lambda record: self._place(record, territory))

    def _place(self, record: Record, territory: str) -> tuple[Near, int, str]:
        near = self._nearness.of(record, territory)
        if record.kind.name == "event":
            return near, record.data.day.toordinal(), record.id
        return near, -freshness(record.data).toordinal(), record.id
