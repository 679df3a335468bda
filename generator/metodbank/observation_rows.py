"""Rows of a table of figures → observations."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple, TypeVar

from metodbank.models.indicator import PER_ONE, PERCENT, REGION, Indicator
from metodbank.models.observation import Observation
from metodbank.observation_cells import Meanings, TypedValue, day_of, state_of, typed_value, whole_number
from metodbank.observation_columns import (
    AS_OF,
    DENOMINATOR,
    INDICATOR,
    NOTE,
    NUMERATOR,
    PARTS,
    SOURCE,
    STATE,
    TERRITORY,
    TITLES,
    VALUE,
    Columns,
)
from metodbank.observation_names import KnownNames
from metodbank.problems import Finding, Mark
from metodbank.russian_words import number_text
from metodbank.tables import TableRow

T = TypeVar("T")


class _Numbers(NamedTuple):
    """The numbers of one indicator in one row; unknown is None."""

    numerator: int | None
    denominator: int | None
    value: TypedValue | None


class _Figure(NamedTuple):
    """Where the numbers of an indicator stand; `head` is its id in the header, empty in the long form."""

    head: str
    numerator: int
    denominator: int
    value: int
    first: int


class _About(NamedTuple):
    """What a row says of all its numbers."""

    territory: str
    as_of: date
    state: str
    act: str
    source: str
    note: str


class RowReading:
    """Reads the rows of one table; `findings` are what is wrong in them, `empty` those without any number.

    A column that the table lacks has the place behind the last one, where every row is made to end in an
    empty cell.
    """

    def __init__(self, file: str, year: int, columns: Columns, known: KnownNames) -> None:
        self._file = file
        self._year = year
        self._columns = columns
        self._known = known
        self._width = width = len(columns.header.cells)
        self._places = {key: columns.places.get(("", key), width) for key in TITLES}
        self._beside = itemgetter(*(self._places[key] for key in (TERRITORY, AS_OF, STATE, SOURCE, NOTE)))
        self._abouts: dict[tuple[str, ...], _About] = {}
        self._territories = Meanings(_filled(TERRITORY, known.territories.find))
        self._indicators = Meanings(_filled(INDICATOR, known.indicators.find))
        self._days = Meanings(self._day)
        self._states = Meanings(self._state)
        self._whole = Meanings(whole_number)
        self._typed = Meanings(typed_value)
        self.findings: list[Finding] = []
        self.empty: list[int] = []
        self._figures = tuple(self._figures_known())

    def read(self, row: TableRow) -> Iterator[Observation]:
        """Yield what a row says; what is wrong with one of its numbers sets aside that indicator alone."""
        cells = row.cells[: self._width] + [""] * max(1, self._width + 1 - len(row.cells))
        said = [each for each in self._figures if cells[each[1]] or cells[each[2]] or cells[each[3]]]
        if not said:
            self.empty.append(row.number)
            return
        about = self._about(row, cells)
        for figure in said:
            before = len(self.findings)
            indicator = figure.head or self._of_row(row, INDICATOR, cells, self._indicators)
            numbers = self._numbers(row, figure, cells)
            if indicator is not None and len(self.findings) == before:
                self._compare(row, figure, numbers, self._known.definitions.get(indicator))
            if about is not None and indicator is not None and len(self.findings) == before:
                yield self._observation(row, indicator, about, numbers, figure.first + 1)

    def _figures_known(self) -> Iterator[_Figure]:
        """Yield where the numbers of each indicator stand; in the long form there is one place for all."""
        for head, places in self._columns.figures.items():
            first = min(places.values())
            found = self._known.indicators.find(head) if head else ""
            missing = _missing_part(places, self._known.definitions.get(head))
            if isinstance(found, Finding):
                wrong = found
            elif missing:
                wrong = Finding("MB937", value=f"{head}:{TITLES[missing]}")
            else:
                numerator, denominator, value = (places.get(key, self._width) for key in PARTS)
                yield _Figure(head, numerator, denominator, value, first)
                continue
            self.findings.append(replace(wrong, mark=Mark(self._columns.header.number, first + 1)))

    def _about(self, row: TableRow, cells: list[str]) -> _About | None:
        """Return what the row says beside its numbers, None where any of it is wrong."""
        before = len(self.findings)
        self._look_beside(row)
        texts = self._beside(cells)
        known = self._abouts.get(texts)
        if known is None:
            territory = self._of_row(row, TERRITORY, cells, self._territories)
            as_of = self._of_row(row, AS_OF, cells, self._days)
            state = self._of_row(row, STATE, cells, self._states)
            if territory is not None and as_of is not None and state is not None:
                known = _About(territory, as_of, *state, *(" ".join(text.split()) for text in texts[3:]))
                self._abouts[texts] = known
        return known if len(self.findings) == before else None

    def _look_beside(self, row: TableRow) -> None:
        """Note what stands where the header names no column: most likely the cells have moved."""
        for place in (*self._columns.nameless, *range(self._width, len(row.cells))):
            if place < len(row.cells) and row.cells[place]:
                self.findings.append(
                    Finding("MB939", value=row.cells[place], mark=Mark(row.number, place + 1))
                )
                return

    def _of_row(self, row: TableRow, key: str, cells: list[str], meanings: Meanings[T]) -> T | None:
        return self._taken(meanings[cells[self._places[key]]], row, key)

    def _numbers(self, row: TableRow, figure: _Figure, cells: list[str]) -> _Numbers:
        head = figure.head
        return _Numbers(
            self._taken(self._whole[cells[figure.numerator]], row, NUMERATOR, head),
            self._taken(self._whole[cells[figure.denominator]], row, DENOMINATOR, head),
            self._taken(self._typed[cells[figure.value]], row, VALUE, head),
        )

    def _taken(self, found: T | Finding, row: TableRow, key: str, head: str = "") -> T | None:
        if isinstance(found, Finding):
            at = (row.number, head, key) if head else (row.number, key)
            self.findings.append(replace(found, at=at))
            return None
        return found

    def _day(self, text: str) -> date | Finding:
        if not text:
            return date(self._year, 12, 31)
        day = day_of(text)
        is_earlier = isinstance(day, date) and day < date(self._year, 1, 1)
        return Finding("MB930", value=text, details={"year": str(self._year)}) if is_earlier else day

    def _state(self, text: str) -> tuple[str, str] | Finding:
        found = state_of(text)
        if isinstance(found, Finding) or not found[1]:
            return found
        act = self._known.acts.find(found[1])
        return act if isinstance(act, Finding) else (found[0], act)

    def _compare(
        self, row: TableRow, figure: _Figure, numbers: _Numbers, definition: Indicator | None
    ) -> None:
        """Note numbers that do not go together: a part without the other, a value that is not their ratio."""
        numerator, denominator, value = numbers
        if numerator is None or denominator is None:
            given = [key for key, number in zip(PARTS, numbers[:2], strict=False) if number is not None]
            missing = _missing_part(given, definition)
            if missing:
                self._taken(Finding("MB940", value=TITLES[missing]), row, missing, figure.head)
                return
        if value is not None and definition is not None:
            self._taken(_disagreement(numbers, value, definition), row, VALUE, figure.head)

    def _observation(
        self, row: TableRow, indicator: str, about: _About, numbers: _Numbers, column: int
    ) -> Observation:
        numerator, denominator, value = numbers
        # Beside both parts the value is no figure of its own: it was only compared with them.
        has_parts = numerator is not None and denominator is not None
        return Observation(
            indicator=indicator,
            territory=about.territory,
            year=self._year,
            numerator=numerator,
            denominator=denominator,
            value=None if value is None or has_parts else value.number,
            as_of=about.as_of,
            source=about.source,
            state=about.state,
            act=about.act,
            note=about.note,
            file=self._file,
            row=row.number,
            column=column,
        )


def _filled(key: str, meaning: Callable[[str], T | Finding]) -> Callable[[str], T | Finding]:
    """Return the meaning for a cell that must not be empty."""
    return lambda text: meaning(text) if text else Finding("MB940", value=TITLES[key])


def _missing_part(given: Collection[str], definition: Indicator | None) -> str:
    """Return the key of the part without which the other says nothing, empty where none is missing.

    A share needs both. Of an indicator of the whole region a territory knows only its own people, and the
    region how many they are shared among; what has no denominator is counted alone.
    """
    if definition is None or definition.scope == REGION or (NUMERATOR in given) == (DENOMINATOR in given):
        return ""
    if NUMERATOR not in given:
        return NUMERATOR
    return DENOMINATOR if definition.denominator is not None else ""


def _disagreement(numbers: _Numbers, value: TypedValue, definition: Indicator) -> Finding | None:
    """Return the finding for a value that is of another unit, or is not what the parts make."""
    if "%" in value.text and definition.unit != PERCENT:
        return Finding("MB946", value=value.text, details={"wanted": "число без знака %"})
    if numbers.numerator is None or not numbers.denominator or definition.unit not in {PERCENT, PER_ONE}:
        return None
    exact = Fraction(numbers.numerator, numbers.denominator) * (100 if definition.unit == PERCENT else 1)
    if value.stands_for(exact):
        return None
    digits = 10 ** max(value.decimals, 1)
    shown = number_text(math.floor(exact * digits + Fraction(1, 2)) / digits)
    return Finding("MB950", value=value.text, details={"exact": shown})
