"""Which measures of roadmaps name a record: as responsible, as system measure, as evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metodbank.knowledge_base import KnowledgeBase, Record, RecordKey
from metodbank.models.roadmap import Measure, Roadmap


@dataclass(frozen=True, slots=True)
class RoadmapMeasure:
    """A measure with the roadmap that it is a row of."""

    roadmap: Record
    measure: Measure


def measures_naming(base: KnowledgeBase) -> Mapping[RecordKey, list[RoadmapMeasure]]:
    """Return the measures of listed roadmaps by each record that they name, each measure once."""
    found: dict[RecordKey, dict[tuple[RecordKey, str], RoadmapMeasure]] = {}
    for record in base.all():
        if not isinstance(record.data, Roadmap) or not base.lists(record):
            continue
        for link in record.links:
            if link.at[0] == "measures" and link.field.refers_to:
                measure = record.data.measures[int(link.at[1])]
                named = found.setdefault((link.field.refers_to, link.value), {})
                named.setdefault((record.key, measure.id), RoadmapMeasure(record, measure))
    return {key: list(measures.values()) for key, measures in found.items()}
