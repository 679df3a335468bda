"""Whether the Федеральный реестр ДПП holds a program on a day: as the indicator of programs counts it."""

from __future__ import annotations

from datetime import date
from enum import Enum

from metodbank.models.program import Program

INCLUDED = "included"
"""The value of `fr-states` of a program that the register took."""


class Placement(Enum):
    """How a program that the register took stands there on a day."""

    PLACED = "placed"
    LAPSED = "lapsed"
    AHEAD = "ahead"


def placement_of(program: Program, as_of: date) -> Placement | None:
    """Return how a program stands on the day; None where the register did not take it."""
    register = program.federal_register
    if register.state != INCLUDED:
        return None
    if register.valid_until is not None and register.valid_until < as_of:
        return Placement.LAPSED
    is_ahead = register.included_on is not None and register.included_on > as_of
    return Placement.AHEAD if is_ahead else Placement.PLACED
