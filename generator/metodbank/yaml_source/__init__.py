"""The one door for YAML: bytes in; plain values, findings and positions out.

Only text, whole numbers, decimals, true, false, lists and mappings come out. What YAML would read in a
way its author did not mean ends in a finding; nothing here raises on any input.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from metodbank.problems import Finding
from metodbank.yaml_source.composer import Positions, compose
from metodbank.yaml_source.text import decode

__all__ = ["Parsed", "Positions", "decode", "positions_of", "read_yaml"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """One YAML file as plain values; `data` is None where nothing could be made of it."""

    data: dict[str, object] | None
    findings: list[Finding] = field(default_factory=list)


def read_yaml(raw: bytes) -> Parsed:
    """Return the values of a file whose top is a mapping, and all that is wrong with its text."""
    text, faults = decode(raw)
    if text is None:
        return Parsed(None, faults)
    composed = compose(text)
    return Parsed(composed.data, [*faults, *composed.findings])


def positions_of(raw: bytes) -> Positions:
    """Return where each key and value of the file stands; empty where it cannot be parsed."""
    text, _ = decode(raw)
    return Positions() if text is None else compose(text, with_positions=True).positions
