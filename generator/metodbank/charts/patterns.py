"""Patterns that are told apart on a grey copy: each look has its own, an unknown look some other one."""

from __future__ import annotations

from collections.abc import Iterable

from metodbank.charts.shapes import Pattern

_SOLID = ""
_RISING = "M-2 2L2-2M0 8L8 0M6 10L10 6"
_FALLING = "M-2 6L2 10M0 0L8 8M6-2L10 2"
_CROSSED = f"{_RISING}{_FALLING}"
_LEVEL = "M0 4H8"
_UPRIGHT = "M4 0V8"
_DOTTED = "M1.5 2h1M5.5 6h1"
_SPARSE = "M3.5 4h1"
_PATHS = {
    "state-done": _SOLID, "state-done-late": _LEVEL, "state-in-progress": _RISING, "state-planned": _SOLID,
    "state-overdue": _CROSSED, "state-unknown": _DOTTED, "state-cancelled": _UPRIGHT, "state-moved": _FALLING,
    "state-reached": _SOLID, "state-not-reached": _CROSSED, "state-not-due": _SOLID,
    "state-period-over": _UPRIGHT, "state-no-target": _SPARSE, "state-no-data": _DOTTED,
    "state-not-computable": _LEVEL, "bar": _SOLID, "own": _SOLID, "partial": _RISING, "own-partial": _RISING,
}  # fmt: skip
_OTHERS = (_RISING, _FALLING, _LEVEL, _UPRIGHT, _DOTTED, _CROSSED, _SPARSE)
_DARK = {"state-done", "state-reached"}


def patterns(owner: str, looks: Iterable[str]) -> dict[str, Pattern]:
    """Return the patterns of the looks that have one; the ids begin with that of their owner."""
    found: dict[str, Pattern] = {}
    for look in looks:
        path = _PATHS.get(look, _OTHERS[len(found) % len(_OTHERS)])
        if path and look not in found:
            found[look] = Pattern(f"{owner}-{look}", look, path)
    return found


def fill(found: dict[str, Pattern], look: str) -> str:
    """Return the id of the pattern of a look, nothing where it is plain."""
    return found[look].id if look in found else ""


def is_dark(look: str) -> bool:
    """Return whether a look is so dark that letters on it are light."""
    return look in _DARK
