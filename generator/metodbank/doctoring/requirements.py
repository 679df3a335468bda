"""The ranges of versions that a package asks for: as much of their grammar as this package's own use.

The library for them, packaging, may be the one that is absent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9._-]+)\s*\(?([^;)]*)")
_LIMIT = re.compile(r"(>=|<)\s*([0-9][0-9.]*)")


@dataclass(frozen=True, slots=True)
class Requirement:
    """A package and the limits of its version, `>=` or `<` with a number."""

    name: str
    limits: frozenset[tuple[str, str]]

    @property
    def range(self) -> str:
        """Return the limits as pip writes them."""
        return ",".join(sign + number for sign, number in sorted(self.limits, reverse=True))

    def __str__(self) -> str:
        return self.name + self.range

    def trouble_with(self, version: str) -> str:
        """Return «старый» or «слишком новый» for a version outside the limits, else an empty string."""
        have = _numbers(re.split(r"[^0-9.]", version, maxsplit=1)[0])
        for sign, number in self.limits:
            limit = _numbers(number)
            if sign == ">=" and have < limit:
                return "старый"
            if sign == "<" and have >= limit:
                return "слишком новый"
        return ""


def parsed(line: str) -> Requirement:
    """Return the requirement that a line of a package's metadata states."""
    match = _REQUIREMENT.match(line)
    name, said = match.groups() if match else (line.strip(), "")
    return Requirement(name.lower(), frozenset(_LIMIT.findall(said)))


def _numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of a version without the noughts at its end: 2.11.0 is 2.11."""
    numbers = [int(part) for part in text.split(".") if part]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
