"""The columns of facets: which values each document has, the fewer bits the more often they occur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from metodbank.search.bits import ascending, code_lengths, codes, text_of
from metodbank.search.encoding import script, swapped

Values = tuple[str, ...]
T = TypeVar("T", bound=Hashable)
Uses = Sequence[tuple[T, int]]
"""Different values, and how many documents have each."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class FacetShown(NamedTuple):
    """A facet of the search: its name, its title, and what gives the ordered values with their titles."""

    name: str
    title: str
    titles: Callable[[Iterable[str]], Sequence[tuple[str, str]]]


def column_of(values: Sequence[T]) -> tuple[list[T], str, str]:
    """Return what documents have as the script reads it (assets/search/columns.js).

    The different values, the most common first; how long their codes are, a digit each; the text of all: a
    flag, and behind 0 the codes of all documents, behind 1 which of them have another value than the first
    one, and the codes of only these.
    """
    uses = sorted(Counter(values).items(), key=_most_common)
    kinds = [value for value, _ in uses]
    return kinds, *min(_every(values, uses), _others(values, uses), key=_size)


def _most_common(use: tuple[Any, int]) -> tuple[int, Any]:
    return -use[1], use[0]


def _size(lengths_and_text: tuple[str, str]) -> int:
    return sum(map(len, lengths_and_text))


def _every(values: Sequence[T], uses: Uses[T]) -> tuple[str, str]:
    lengths, code_of = _codes(uses)
    return lengths, text_of("0" + "".join([code_of[value] for value in values]))


def _others(values: Sequence[T], uses: Uses[T]) -> tuple[str, str]:
    lengths, code_of = _codes(uses[1:])
    places = [place for place, value in enumerate(values) if value in code_of]
    bits = "".join([code_of[values[place]] for place in places])
    return lengths, text_of("1" + ascending(places, len(values)) + bits)


def _codes(uses: Uses[T]) -> tuple[str, dict[T, str]]:
    lengths = code_lengths([number for _, number in uses])
    table = dict(zip((value for value, _ in uses), codes(lengths), strict=True))
    return "".join(_DIGITS[length] for length in lengths), table


def column_file(name: str, facet: FacetShown, documents: Sequence[Values]) -> bytes | None:
    """Return the script with the column of a facet, None where no document has a value.

    It holds the values with titles, the sets of values that occur, the most common first, and the column of
    the sets.
    """
    used = {value for values in documents for value in values}
    if not used:
        return None
    titles = facet.titles(used)
    places = {value: place for place, (value, _) in enumerate(titles)}
    told = {values: tuple(sorted(places[v] for v in values if v in places)) for values in set(documents)}
    sets, lengths, text = column_of([told[values] for values in documents])
    table = " ".join(",".join(map(str, each)) for each in sets)
    return script(
        name, facet.title, [[value, swapped(title)] for value, title in titles], table, lengths, text
    )
