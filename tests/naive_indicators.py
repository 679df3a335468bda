"""A second, naive computation of the indicators: plain loops over the raw files, no code of the package.

Slow and without tricks: every number is counted from all records. What it computes is what the issue and the
domain say, not what the package does; `test_naive_indicators` compares the two. Nothing is hidden here: what
may be told of few people is judged from outside, in `naive_secrets`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from naive_files import Raw, day
from naive_records import meets, overlaps_year

NO_DATA, NOT_COMPUTABLE, NOT_BEGUN = "no-data", "not-computable", "not-due"
FIRST, LAST = date.min, date.max
Fields = dict[str, Any]


@dataclass(frozen=True)
class Cell:
    """The value of one indicator for one territory or provider and one year, or why there is none."""

    numerator: int | None = None
    denominator: int | None = None
    value: Fraction | None = None
    absence: str = ""
    coverage: tuple[int, int] | None = None
    preliminary: bool = False


class Naive:
    """The indicators of a base on a day."""

    def __init__(self, raw: Raw, as_of: date) -> None:
        self.raw = raw
        self.as_of = as_of
        self.home = str(raw.region["territory"])
        self.known: dict[tuple[str, str, int], Cell] = {}

    # Which of it there is

    def shown(self) -> list[str]:
        """Return the indicators of the followed frameworks, the region's own, those with observations."""
        followed = [self.raw.frameworks[name] for name in self.raw.region.get("frameworks", [])]
        found = {row["indicator"] for framework in followed for row in framework["statements"]}
        found |= set(self.raw.own_indicators) | {row.indicator for row in self.raw.rows}
        return sorted(found & set(self.raw.indicators))

    def explained(self) -> list[str]:
        """Return the indicators that have a page: every one that is defined, where any is shown."""
        return sorted(self.raw.indicators) if self.shown() else []

    def territories(self) -> list[str]:
        """Return the base's own territory and what lies inside it."""
        return [name for name in self.raw.territories if self.home in self.above(name)]

    # One cell

    def cell(self, indicator: str, territory: str, year: int) -> Cell:
        """Return a cell with nothing hidden."""
        key = (indicator, territory, year)
        if key not in self.known:
            self.known[key] = self._cell(*key)
        return self.known[key]

    def _cell(self, indicator: str, territory: str, year: int) -> Cell:
        if date(year, 1, 1) > self.as_of:
            return Cell(absence=NOT_BEGUN)
        place = self.raw.territories[territory]
        until, since = day(place.get("valid_until")) or LAST, day(place.get("valid_from")) or FIRST
        if until < date(year, 1, 1) or since > self.moment(year):
            return Cell(absence=NOT_COMPUTABLE)
        numerator = self.raw.indicators[indicator]["numerator"]
        if numerator.get("observed"):
            return self._observed(indicator, territory, year)
        if "register" in numerator:
            return self._register(indicator, territory, year)
        if "roadmap" in numerator:
            computed = self._roadmap(territory, year)
        else:
            computed = self._cycle(numerator["cycle"]["stages"], territory, year)
        entered = self.own_row(indicator, territory, year)
        return computed if not computed.absence or entered.absence else entered

    def told(self, indicator: str, territory: str, year: int) -> Cell:
        """Return the cell as it is given out: of the region as a whole nobody else is expected to report."""
        cell = self.cell(indicator, territory, year)
        is_of_region = self.raw.indicators[indicator].get("scope") == "region"
        return replace(cell, coverage=None) if is_of_region else cell

    # From monitoring

    def own_row(self, indicator: str, territory: str, year: int) -> Cell:
        """Return what the latest row of the territory itself says that was there on the day."""
        key = (indicator, territory, year)
        rows = [r for r in self.raw.rows if (r.indicator, r.territory, r.year) == key]
        rows = [r for r in rows if r.as_of <= self.as_of]
        if not rows:
            return Cell(absence=NO_DATA)
        last = max(rows, key=lambda row: row.as_of)
        is_number = self.raw.indicators[indicator].get("denominator") is None
        if last.numerator is None or (last.denominator is None and not is_number):
            return Cell(value=last.value, preliminary=last.preliminary)
        value = self.ratio(indicator, last.numerator, last.denominator)
        return Cell(last.numerator, last.denominator, value, preliminary=last.preliminary)

    def _observed(self, indicator: str, territory: str, year: int) -> Cell:
        own = self.own_row(indicator, territory, year)
        inside = self.inside(territory, year)
        if not inside:
            return replace(own, coverage=(int(own.absence == ""), 1))
        cells = [self.cell(indicator, each, year) for each in inside]
        reported = [cell for cell in cells if cell.numerator is not None]
        coverage = (len(reported), len(inside))
        if not reported:
            return replace(own, coverage=coverage)
        numerator, denominator = 0, 0
        for cell in reported:
            numerator += cell.numerator or 0
            denominator += cell.denominator or 0
        is_number = self.raw.indicators[indicator].get("denominator") is None
        below = None if is_number else denominator
        preliminary = any(cell.preliminary for cell in reported)
        return Cell(numerator, below, self.ratio(indicator, numerator, below), "", coverage, preliminary)

    def ratio(self, indicator: str, numerator: int, denominator: int | None) -> Fraction:
        """Return the percentage, so many for one, or the number itself."""
        if denominator is None:
            return Fraction(numerator)
        is_percent = self.raw.indicators[indicator]["unit"] == "percent"
        return Fraction(numerator * (100 if is_percent else 1), denominator)

    # From records

    def provider_cells(self, indicator: str, territory: str, year: int) -> dict[str, Cell]:
        """Return the cell of every organization that has something to count there."""
        definition = self.raw.indicators[indicator]
        if not definition.get("breakdown_by_provider"):
            return {}
        chosen = self._records(definition["denominator"]["register"], territory, self.moment(year))
        providers = sorted({record["organization"] for record in chosen})
        return {name: self._register(indicator, self.home, year, name) for name in providers}

    def _register(self, indicator: str, territory: str, year: int, provider: str = "") -> Cell:
        """Return a count of records, over another if there is one; `provider` stands for the territory.

        Where it matters, only records of organizations whose register is complete are counted.
        """
        if date(year, 1, 1) > self.as_of:
            return Cell(absence=NOT_BEGUN)
        definition, moment = self.raw.indicators[indicator], self.moment(year)
        is_number = definition.get("denominator") is None
        above = definition["numerator"]["register"]
        below = above if is_number else definition["denominator"]["register"]
        totals = self._records(below, territory, moment)
        chosen = self._records(above, territory, moment)
        if provider:
            totals, chosen = _of(totals, {provider}), _of(chosen, {provider})
        coverage = None
        if below.get("complete"):
            providers = {record["organization"] for record in totals}
            complete = {name for name in providers if self._is_complete(name, moment)}
            coverage = (len(complete), len(providers))
            totals, chosen = _of(totals, complete), _of(chosen, complete)
        found = _number_of(chosen, above)
        if is_number:
            return Cell(found, None, Fraction(found), coverage=coverage)
        if not totals:
            return Cell(absence=NOT_COMPUTABLE, coverage=coverage)
        all_of_them = _number_of(totals, below)
        return Cell(found, all_of_them, self.ratio(indicator, found, all_of_them), coverage=coverage)

    def _is_complete(self, organization: str, moment: date) -> bool:
        complete_on = day(self.raw.organizations[organization].get("programs_complete_on"))
        return complete_on is not None and complete_on <= moment

    def _records(self, part: Fields, territory: str, moment: date) -> list[Fields]:
        """Return the records of a territory and of what lies inside it; the base's own has them all."""
        found = []
        for record in self.raw.registers[part["kind"]].values():
            place = self._territory_of(record)
            if part.get("territory_by") == "organization":
                place = self.raw.organizations[record["organization"]]["territory"]
            is_here = territory == self.home or territory in self.above(place)
            if is_here and all(meets(record, condition, moment) for condition in part.get("conditions", [])):
                found.append(record)
        return found

    def _roadmap(self, territory: str, year: int) -> Cell:
        rows: list[Fields] = []
        for roadmap in self.roadmaps(territory, year):
            rows += [row for row in roadmap["measures"] if not _is_cancelled(row, self.moment(year))]
        if not rows or any(row.get("state", "unknown") == "unknown" for row in rows):
            return Cell(absence=NOT_COMPUTABLE)
        done = 0
        for row in rows:
            if row["state"] in ("done", "done-late") and (day(row["done_on"]) or LAST) <= self.moment(year):
                done += 1
        return Cell(done, len(rows), Fraction(100 * done, len(rows)))

    def roadmaps(self, territory: str, year: int) -> list[Fields]:
        """Return the roadmaps of exactly this territory whose period has a day in the year."""
        found = self.raw.registers["roadmap"].values()
        here = [roadmap for roadmap in found if self._territory_of(roadmap) == territory]
        return [roadmap for roadmap in here if overlaps_year(roadmap["period"], year)]

    def _cycle(self, stages: list[str], territory: str, year: int) -> Cell:
        passed = set()
        for report in self.raw.registers["report"].values():
            prepared = day(report.get("prepared_on"))
            if self._territory_of(report) != territory or not overlaps_year(report["period"], year):
                continue
            if prepared and prepared <= self.moment(year):
                passed.add(report["kind"])
        found = len(passed & set(stages))
        if not found:  # nothing is known of the cycle: that is not the same as nothing done
            return Cell(absence=NOT_COMPUTABLE)
        return Cell(found, len(stages), Fraction(100 * found, len(stages)))

    # Where and when

    def moment(self, year: int) -> date:
        """Return the last day of the year, or the day asked for where that is earlier."""
        return min(date(year, 12, 31), self.as_of)

    def inside(self, territory: str, year: int) -> list[str]:
        """Return the territories directly inside one that existed at the moment of the year.

        What lies above the base's own is never summed: the base holds only a part of it.
        """
        found = []
        for name, fields in self.raw.territories.items():
            since = day(fields.get("valid_from")) or FIRST
            until = day(fields.get("valid_until")) or LAST
            is_there = since <= self.moment(year) <= until
            if fields.get("parent") == territory and self.home in self.above(territory) and is_there:
                found.append(name)
        return found

    def above(self, territory: str | None) -> list[str]:
        """Return a territory and all that it lies inside of."""
        found = []
        while territory is not None and territory in self.raw.territories:
            found.append(territory)
            territory = self.raw.territories[territory].get("parent")
        return found

    def _territory_of(self, record: Fields) -> str | None:
        own = record.get("territory")
        return own or self.raw.organizations.get(record["organization"], {}).get("territory")


def _is_cancelled(row: Fields, moment: date) -> bool:
    decided_on = day(row.get("decision", {}).get("date")) or FIRST
    return row.get("state") == "cancelled" and decided_on <= moment


def _of(records: list[Fields], organizations: set[str]) -> list[Fields]:
    return [record for record in records if record["organization"] in organizations]


def _number_of(records: list[Fields], part: Fields) -> int:
    if part.get("distinct"):
        return len({record[part["distinct"]] for record in records})
    return len(records)
