"""Which measures of roadmaps name a record: as responsible, as system measure, as evidence."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.roadmap import Measure, Roadmap
from metodbank.records import Record, RecordKey


@dataclass(frozen=True, slots=True)
class RoadmapMeasure:
    """A measure with the roadmap that it is a row of."""

    roadmap: Record
    measure: Measure


def measures_naming(base: KnowledgeBase, named: RecordKey) -> list[RoadmapMeasure]:
    """Return the measures of listed roadmaps that name a record, each measure once."""
    found: dict[tuple[RecordKey, str], RoadmapMeasure] = {}
    for record, link in base.named_by(*named):
        if record.kind.model is Roadmap and link.at[0] == "measures" and base.lists(record):
            measure = record.data.measures[int(link.at[1])]
            found.setdefault((record.key, measure.id), RoadmapMeasure(record, measure))
    return list(found.values())
