"""Where the documents ask for a stage: the clauses of the base's requirements."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.cycle import CycleStage
from metodbank.models.parts import ActClause
from metodbank.models.requirement import Requirement


def clauses_of(base: KnowledgeBase, stage: CycleStage) -> Iterator[ActClause]:
    """Yield the clauses that ask for a stage, each once.

    A requirement that names reports is of the stages of these reports, whatever it is called; another one is
    of the stages that its object is of.
    """
    met: set[tuple[str, str]] = set()
    for record in base.listed("requirement"):
        data: Requirement = record.data
        kinds = {report.data.kind for name in data.reports if (report := base.get("report", name))}
        is_asked = bool(kinds & set(stage.reports)) if kinds else data.object in stage.objects
        if is_asked:
            for clause in data.sources:
                if (clause.act, clause.section) not in met:
                    met.add((clause.act, clause.section))
                    yield clause
