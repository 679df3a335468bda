"""To whom of a territory something is addressed: official recommendations, and the offices that answer."""

from __future__ import annotations

from collections.abc import Iterable

from metodbank.hints.nearness import Near, Nearness
from metodbank.hints.seeking import Seeking
from metodbank.hints.use import freshness
from metodbank.indicators.scoring import Scoring
from metodbank.models.indicator import Condition
from metodbank.records import Record

_RECOMMENDATIONS = Condition.model_validate({"field": "kind", "is": ["recommendations"]})


class Addressed:
    """Finds the recommendations and the offices of the territories of one base."""

    def __init__(self, scoring: Scoring, seeking: Seeking, nearness: Nearness) -> None:
        self._scoring = scoring
        self._base = scoring.base
        self._seeking = seeking
        self._nearness = nearness

    def recommendations(self, territory: str) -> list[Record]:
        """Return the reports of official recommendations that are addressed to a territory, latest first.

        To its organizations, to the territory itself, or, where a report names nobody, to all of its own one.
        """
        found = self._seeking.records("report", (_RECOMMENDATIONS,), self._scoring.as_of)
        addressed = [record for record in found if self._is_addressed(record, territory)]
        return sorted(addressed, key=lambda record: (-freshness(record.data).toordinal(), record.id))

    def organizations(self, kinds: Iterable[str], territory: str) -> list[Record]:
        """Return the organizations of some kinds that are in exactly this territory, by id."""
        kind = Condition.model_validate({"field": "kind", "is": list(kinds)})
        found = self._seeking.records("organization", (kind,), self._scoring.as_of)
        own = (record for record in found if self._base.territory_of(record) == territory)
        return sorted(own, key=lambda record: record.id)

    def _is_addressed(self, record: Record, territory: str) -> bool:
        nearness = self._nearness
        if nearness.of(record, territory) in {Near.OWN, Near.INSIDE}:
            return True
        data = record.data
        if not data.territories:
            return nearness.of(record, territory) is Near.ABOVE
        organizations = [i for each in data.recommendations for i in each.addressees]
        named = (self._base.get("organization", identifier) for identifier in organizations)
        own = (self._base.territory_of(organization) for organization in named if organization)
        return territory in data.territories or territory in own
