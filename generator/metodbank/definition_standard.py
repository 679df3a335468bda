"""The definitions of the package: indicators, frameworks and hints that every region begins with."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from metodbank.models.fields import Group
from metodbank.models.framework import Framework
from metodbank.models.hint import Hint
from metodbank.models.indicator import Indicator
from metodbank.rules import STANDARD
from metodbank.yaml_source import read_yaml

DefinitionT = TypeVar("DefinitionT", bound=Group)


@lru_cache(maxsize=1)
def standard_indicators() -> dict[str, Indicator]:
    """Return the canonical indicators by id."""
    return _read("indicators", Indicator)


@lru_cache(maxsize=1)
def standard_frameworks() -> dict[str, Framework]:
    """Return the frameworks of the documents by id."""
    return _read("frameworks", Framework)


@lru_cache(maxsize=1)
def standard_hints() -> dict[str, Hint]:
    """Return the rules of hints by id."""
    return _read("hints", Hint)


def _read(folder: str, model: type[DefinitionT]) -> dict[str, DefinitionT]:
    found = {}
    for path in sorted((STANDARD / folder).glob("*.yml")):
        parsed = read_yaml(path.read_bytes())
        if parsed.data is None or parsed.findings:
            raise ValueError(f"{path.name}: {parsed.findings}")
        found[path.stem] = model.model_validate(parsed.data)
    return found
