"""The stages of the yearly cycle and the positions of the map of evidence: data of the package."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from metodbank.models.cycle import CycleStages
from metodbank.models.evidence import EvidenceMap
from metodbank.models.fields import Group
from metodbank.rules import STANDARD
from metodbank.yaml_source import read_yaml

GroupT = TypeVar("GroupT", bound=Group)


@lru_cache(maxsize=1)
def cycle_stages() -> CycleStages:
    """Return the stages in their order."""
    return _read("cycle-stages.yml", CycleStages)


@lru_cache(maxsize=1)
def evidence_map() -> EvidenceMap:
    """Return the positions in their order."""
    return _read("evidence-positions.yml", EvidenceMap)


def _read(name: str, model: type[GroupT]) -> GroupT:
    """Return a file of the standard; raises `ValueError` where it is not what the model says."""
    parsed = read_yaml((STANDARD / name).read_bytes())
    if parsed.data is None or parsed.findings:
        raise ValueError(f"{name}: {parsed.findings}")
    return model.model_validate(parsed.data)
