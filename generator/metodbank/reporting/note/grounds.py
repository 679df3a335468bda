"""The grounds of a note, numbered in the order in which its numbers stand."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.reporting.basis import Basis

ANCHOR = "mb_osnovanie_"


class Grounds:
    """Gives each ground its number, the same one whenever it is met again."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, int], int] = {}
        self._bases: list[Basis] = []

    def number(self, basis: Basis | None) -> int:
        """Return the number of a ground, 0 where nothing was counted."""
        if basis is None:
            return 0
        if basis.key not in self._numbers:
            self._bases.append(basis)
            self._numbers[basis.key] = len(self._bases)
        return self._numbers[basis.key]

    def items(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of each."""
        for number, basis in enumerate(self._bases, 1):
            facts = ". ".join(each.rstrip(".") for each in basis.facts)
            yield number, f"{number}.\t{basis.subject}. {facts}."
