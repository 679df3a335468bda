"""What of a base proves a position: by which rule, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from metodbank import addresses
from metodbank.indicators.cycles import Cycles
from metodbank.models.evidence import Place, Position, Proof
from metodbank.models.requirement import Requirement
from metodbank.pages.context import SiteContext
from metodbank.pages.cycle_pages import cycle_years
from metodbank.pages.register_placement import Placement, placement_of
from metodbank.reads import Remembered
from metodbank.records import Record

_LAPSED = "срок размещения в Федеральном реестре вышел"
_WITHOUT_FORCE = frozenset({"draft", "repealed"})


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that proves: a page of the base.

    `day` is its own, or that on which its record was written where `is_entered`; `act` is an id.
    """

    address: str
    title: str
    why: str
    day: date | None = None
    is_entered: bool = False
    act: str = ""


def chosen(several: Sequence[Sequence[Found]]) -> list[Found]:
    """Return what the rules found, each page once: the first of every rule, then the second of each."""
    by_address: dict[str, Found] = {}
    for of_rank in zip_longest(*several):
        for found in of_rank:
            if found is not None:
                by_address.setdefault(found.address, found)
    return list(by_address.values())


class Evidence:
    """What proves the positions on one site."""

    def __init__(self, context: SiteContext) -> None:
        self._context = context
        self._base = context.base
        self._known = {kind.name for kind in context.base.kinds}
        self._having = Remembered(self._by_value)

    def of(self, position: Position) -> list[Found]:
        """Return all that proves a position, the best first."""
        return chosen([list(self._by(proof)) for proof in position.proofs])

    def _by(self, proof: Proof) -> Iterator[Found]:
        if proof.kind is not None:
            return self._records(proof)
        if proof.objects:
            return self._answers(proof)
        if proof.indicators:
            return self._indicators(proof)
        return self._place(proof)

    def _records(self, proof: Proof) -> Iterator[Found]:
        """Yield the listed records of a kind: the base's own territory first, then the newest."""
        if proof.kind not in self._known:
            return
        found = [record for record in self._fitting(proof.kind, proof.values) if self._stands(record)]
        for record in sorted(found, key=self._rank):
            yield self._record(record, proof.why)

    def _fitting(self, kind: str, values: Mapping[str, tuple[str, ...]]) -> list[Record]:
        """Return the listed records that have one of the values of each field."""
        if not values:
            return self._base.listed(kind)
        having = self._having.of(kind)
        (first, *rest) = [
            {record.id: record for value in wanted for record in having.get((name, value), ())}
            for name, wanted in values.items()
        ]
        return [record for identifier, record in first.items() if all(identifier in each for each in rest)]

    def _by_value(self, kind: str) -> dict[tuple[str, str], list[Record]]:
        """Return the listed records of a kind by field and value: one look at each for all positions."""
        found: dict[tuple[str, str], list[Record]] = {}
        for record in self._base.listed(kind):
            for name, values in record.facts.values.items():
                for value in values:
                    found.setdefault((name, value), []).append(record)
        return found

    def _stands(self, record: Record) -> bool:
        """Return whether the day of a record has come and its validity has not ended.

        A plan proves nothing yet, and a site whose term is over proves nothing any more.
        """
        day, until, today = record.facts.day, record.facts.until, self._context.as_of
        return (day is None or day <= today) and (until is None or until >= today)

    def _rank(self, record: Record) -> tuple[bool, int, object]:
        facts = record.facts
        day = facts.day or facts.changed or date.min
        is_elsewhere = self._base.territory_of(record) != self._context.telling.home
        return is_elsewhere, -day.toordinal(), facts.order

    def _record(self, record: Record, why: str) -> Found:
        address = addresses.record_page(record.kind.folder, record.id)
        act = record.data.act if record.kind.name in _WITH_ACT else None
        own = record.data.awarded_on if record.kind.name == "internship" else record.facts.day
        words = f"{why}; {_LAPSED}" if self._has_lapsed(record) else why
        return Found(address, record.title, words, own or _day(record), own is None, act or "")

    def _has_lapsed(self, record: Record) -> bool:
        """Return whether the register no longer holds a program; it is a course all the same."""
        return (
            record.kind.name == "program"
            and placement_of(record.data, self._context.as_of) is Placement.LAPSED
        )

    def _answers(self, proof: Proof) -> Iterator[Found]:
        """Yield what the base answers its requirements with, in the order of the requirements."""
        for requirement in self._base.listed("requirement"):
            data: Requirement = requirement.data
            if data.object in proof.objects:
                named = (
                    ("report", data.reports),
                    ("act", data.acts),
                    ("roadmap", data.roadmaps),
                    ("event", data.events),
                )
                for kind, identifiers in named:
                    for identifier in identifiers:
                        yield from self._named(kind, identifier, proof.why)

    def _named(self, kind: str, identifier: str | None, why: str) -> Iterator[Found]:
        record = self._base.get(kind, identifier) if identifier else None
        if record is None or not self._base.lists(record) or not self._stands(record):
            return
        if kind == "act" and record.data.state in _WITHOUT_FORCE:
            return
        yield self._record(record, why)

    def _indicators(self, proof: Proof) -> Iterator[Found]:
        """Yield the pages of indicators that have a value in the year that is shown first."""
        telling = self._context.telling
        year = telling.scoring.default_year()
        for identifier in proof.indicators:
            if identifier in telling.scoring.indicators():
                score = telling.score(identifier, telling.home, year)
                if score.text:
                    title = f"{self._base.indicators[identifier].definition.short_title}, {year} год"
                    yield Found(addresses.indicator_page(identifier), title, proof.why, score.moment)

    def _place(self, proof: Proof) -> Iterator[Found]:
        match proof.place:
            case Place.BASIS_ACT:
                yield from self._named("act", self._base.region.basis_act, proof.why)
            case Place.FRAMEWORK_ACTS:
                for layered in self._base.followed:
                    yield from self._named("act", layered.definition.act, proof.why)
            case Place.FRAMEWORKS:
                for layered in self._base.followed:
                    told = layered.definition
                    address = addresses.framework_page(layered.id)
                    yield Found(address, told.title, proof.why, told.act_date, act=told.act or "")
            case Place.CYCLE:
                yield from self._cycles(proof.why)

    def _cycles(self, why: str) -> Iterator[Found]:
        for year in cycle_years(self._context, Cycles(self._base)):
            has_figures = any(row.year == year for rows in self._base.observations.values() for row in rows)
            if has_figures:
                title = f"Годовой цикл {year} года"
                yield Found(f"{addresses.cycle_page(year)}#collection", title, why)


_WITH_ACT = frozenset({"report", "roadmap", "internship"})


def _day(record: Record) -> date | None:
    """Return the day by which a record is dated: its own, else when it was last written."""
    return record.facts.day or record.facts.changed
