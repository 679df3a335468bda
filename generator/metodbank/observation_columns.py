"""The header of a table of figures: which column says what, in the long form and in the wide one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from metodbank.models.observation import Observation
from metodbank.problems import FieldPath, Finding, Mark
from metodbank.rules import shortened
from metodbank.tables import TableRow, read_table

MONITORING = "monitoring"
INDICATOR, TERRITORY = "indicator", "territory"
NUMERATOR, DENOMINATOR, VALUE = "numerator", "denominator", "value"
AS_OF, SOURCE, STATE, NOTE = "as_of", "source", "state", "note"
PARTS = (NUMERATOR, DENOMINATOR, VALUE)
TITLES: Mapping[str, str] = {
    INDICATOR: "показатель",
    TERRITORY: "территория",
    NUMERATOR: "числитель",
    DENOMINATOR: "знаменатель",
    VALUE: "значение",
    AS_OF: "по состоянию на",
    SOURCE: "источник",
    STATE: "состояние",
    NOTE: "примечание",
}
"""The columns by their key, with their Russian titles; either may stand in the header."""

_KEYS = {title: key for key, title in TITLES.items()} | {key: key for key in TITLES}
_PAIR = re.compile(r"([^: ]+) ?: ?([^:]+)")
_NEAR = 0.7

ColumnName = tuple[str, str]
"""An indicator and a key of `TITLES`; no indicator in the long form, and where the whole row is meant."""


@dataclass(frozen=True)
class Columns:
    """What the header says: the place in a row, from 0, of each column that is known."""

    header: TableRow
    places: Mapping[ColumnName, int]

    @cached_property
    def figures(self) -> Mapping[str, Mapping[str, int]]:
        """Return the places of numbers by the indicator that the header names; the long form names none."""
        found: dict[str, dict[str, int]] = {}
        for (indicator, key), place in self.places.items():
            if key in PARTS:
                found.setdefault(indicator, {})[key] = place
        return found

    @cached_property
    def nameless(self) -> tuple[int, ...]:
        """Return the places over which the header says nothing."""
        return tuple(place for place, cell in enumerate(self.header.cells) if not cell)

    def of_row(self, key: str) -> int | None:
        """Return the place of a column that is about the whole row."""
        return self.places.get(("", key))

    def find(self, at: FieldPath) -> Mark:
        """Return the place of a cell by (row, key) or, for numbers in either form, (row, indicator, key)."""
        row = at[0] if at and isinstance(at[0], int) else self.header.number
        place = self._place(at)
        return Mark(row, 1 if place is None else place + 1)

    def title(self, at: FieldPath) -> str:
        """Return what the header calls the column, empty where the path leads to none."""
        place = self._place(at)
        return "" if place is None else shortened(self.header.cells[place])

    def _place(self, at: FieldPath) -> int | None:
        *indicator, key = map(str, at[1:]) if len(at) > 1 else ("",)
        return self.places.get(("".join(indicator), key), self.places.get(("", key)))


def is_table(file: str) -> bool:
    """Return whether the file is a table of figures, in which places are rows and columns."""
    return file.startswith(f"{MONITORING}/") and file.lower().endswith(".csv")


def columns_in(raw: bytes) -> Columns:
    """Return what the header of a table says, nothing where it has none."""
    rows = read_table(raw).rows
    return columns_of(rows[0])[0] if rows else Columns(TableRow(1, []), {})


def path_to(observation: Observation, key: str) -> FieldPath:
    """Return the path of a cell for a finding about the observation; `key` is one of `TITLES`."""
    return (observation.row, observation.indicator, key) if key in PARTS else (observation.row, key)


def columns_of(header: TableRow) -> tuple[Columns, list[Finding]]:
    """Return what the header says, and the columns that are not known, stand twice or are missing."""
    names = [" ".join(cell.lower().split()) for cell in header.cells]
    pairs = {name: pair for name in names if (pair := _pair(name)) is not None}
    is_wide = bool(pairs) and not {INDICATOR, TITLES[INDICATOR]} & set(names)
    places: dict[ColumnName, int] = {}
    findings: list[Finding] = []
    meant: set[str] = set()
    for place, name in enumerate(names):
        column = _column(name, pairs, is_wide=is_wide)
        if column is not None and places.setdefault(column, place) != place:
            findings.append(_about("MB938", header, place))
        elif column is None and name:
            suggestion = _nearest(name, is_wide=is_wide)
            meant.add(_KEYS.get(suggestion, ""))
            findings.append(_about("MB936", header, place, suggestion))
    if not places:
        return Columns(header, places), [Finding("MB935", mark=Mark(header.number, 1))]
    missing = _missing({key for _, key in places}, is_wide=is_wide)
    findings += [_missed(header, TITLES[key]) for key in missing if key not in meant]
    return Columns(header, places), findings


def _pair(name: str) -> ColumnName | None:
    pair = _PAIR.fullmatch(name)
    key = _KEYS.get(pair[2]) if pair else None
    return (pair[1], key) if pair and key in PARTS else None


def _column(name: str, pairs: Mapping[str, ColumnName], *, is_wide: bool) -> ColumnName | None:
    key = _KEYS.get(name)
    if is_wide and (key is None or key in PARTS):
        return pairs.get(name)
    return None if key is None else ("", key)


def _nearest(name: str, *, is_wide: bool) -> str:
    """Return how the column is most likely to be called, empty where nothing is near."""
    indicator, colon, part = name.rpartition(":")
    known = [said for said, key in _KEYS.items() if not is_wide or bool(colon) == (key in PARTS)]
    near = get_close_matches(part.strip() if is_wide else name, known, n=1, cutoff=_NEAR)
    return f"{indicator}{colon}{near[0]}" if near and is_wide else "".join(near)


def _missing(keys: set[str], *, is_wide: bool) -> Iterator[str]:
    """Yield the keys of the columns without which no row can be read."""
    if not is_wide and INDICATOR not in keys:
        yield INDICATOR
    if TERRITORY not in keys:
        yield TERRITORY
    parts = {NUMERATOR, DENOMINATOR} & keys
    if not is_wide and (parts or VALUE not in keys):
        yield from (key for key in (NUMERATOR, DENOMINATOR) if key not in keys)


def _about(code: str, header: TableRow, place: int, suggestion: str = "") -> Finding:
    mark = Mark(header.number, place + 1)
    return Finding(code, value=header.cells[place], mark=mark, suggestion=suggestion)


def _missed(header: TableRow, title: str) -> Finding:
    return Finding("MB937", value=title, mark=Mark(header.number, len(header.cells)))
