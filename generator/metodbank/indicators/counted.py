"""What one part of a definition comes to, before a share is made of two."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank.indicators.score import Coverage, Ground, LeftOut


@dataclass(frozen=True, slots=True)
class Counted:
    """The things counted and left out; `problem` tells in Russian why nothing can be said at all."""

    counted: tuple[Ground, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problem: str = ""
    coverage: Coverage | None = None

    @property
    def value(self) -> int:
        """Return how much the things counted come to."""
        return sum(ground.amount or 0 for ground in self.counted)
