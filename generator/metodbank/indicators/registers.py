"""Counting the published records of a register that pass the conditions of a definition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from metodbank.dates import in_words
from metodbank.indicators.conditions import as_text, field_value, in_russian, refusal, values_of
from metodbank.indicators.counted import Counted
from metodbank.indicators.memo import Memo
from metodbank.indicators.score import Coverage, Ground, LeftOut
from metodbank.indicators.territories import Territories
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.indicator import Register, TerritoryBy
from metodbank.models.record import ARCHIVED
from metodbank.problems import FieldPath
from metodbank.records import Record

_STATUS: FieldPath = ("status",)
_ORGANIZATION: FieldPath = ("organization",)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a register held against the conditions: `reason` is empty where it passes all.

    `at` are the keys of the field that does not pass.
    """

    record: Record
    organization: str
    territories: tuple[str, ...]
    reason: str
    at: FieldPath = ()


class Registers:
    """The registers of a base as they are counted."""

    def __init__(self, base: KnowledgeBase, territories: Territories) -> None:
        self._base = base
        self._territories = territories
        self._memo = Memo()

    def count(
        self, register: Register, moment: date, *, territory: str = "", organization: str = ""
    ) -> Counted:
        """Return what is counted of a territory and all inside it, or of one organization.

        Home counts every record of the base. Coverage tells of how many providers the register is complete.
        """
        entries = self._entries(register, moment)
        if organization:
            entries = tuple(entry for entry in entries if entry.organization == organization)
        else:
            entries = self._by_territory(register, moment).get(territory, ())
        providers = {entry.organization for entry in entries if not entry.reason}
        if register.complete is None:
            return self._counted(register, entries, frozenset(providers), moment, None)
        complete = frozenset(each for each in providers if self._is_complete(each, moment))
        coverage = Coverage(len(complete), len(providers), are_providers=True)
        return self._counted(register, entries, complete, moment, coverage)

    def providers(self, register: Register, territory: str, moment: date) -> tuple[str, ...]:
        """Return the organizations that have records in a territory that pass the conditions, by id."""
        entries = self._by_territory(register, moment).get(territory, ())
        return tuple(sorted({entry.organization for entry in entries if not entry.reason}))

    def _counted(
        self,
        register: Register,
        entries: Iterable[Entry],
        complete: frozenset[str],
        moment: date,
        coverage: Coverage | None,
    ) -> Counted:
        counted: list[Ground] = []
        left_out: list[LeftOut] = []
        seen: dict[str, str] = {}
        for entry in entries:
            reason, at = entry.reason, entry.at
            if not reason and coverage is not None and entry.organization not in complete:
                reason, at = self._incomplete(entry.organization, moment), _ORGANIZATION
            if reason:
                left_out.append(_left_out(entry.record, reason, at))
            elif register.distinct is None:
                counted.append(_ground(entry.record, register))
            else:
                fresh, repeats = self._distinct(entry.record, register.distinct, seen)
                if fresh:
                    counted.append(_ground(entry.record, register, fresh))
                else:
                    at = tuple(register.distinct.split("."))
                    left_out.append(_left_out(entry.record, repeats, at))
        return Counted(tuple(counted), tuple(left_out), coverage=coverage)

    def _distinct(self, record: Record, path: str, seen: dict[str, str]) -> tuple[int, str]:
        """Return how many values of the field are new with this record, and why it adds none."""
        shape, value = field_value(record.data, path)
        values = values_of(value)
        if not values:
            return 0, f"поле «{shape.title}» не заполнено"
        fresh = [each for each in dict.fromkeys(map(as_text, values)) if each not in seen]
        seen.update(dict.fromkeys(fresh, record.id))
        words = ", ".join(in_russian(self._base, shape, each) for each in values)
        return len(fresh), f"{shape.title}: {words} — уже посчитано"

    def _entries(self, register: Register, moment: date) -> tuple[Entry, ...]:
        return self._memo.get((register, moment), lambda: tuple(self._looked_at(register, moment)))

    def _by_territory(self, register: Register, moment: date) -> dict[str, tuple[Entry, ...]]:
        return self._memo.get((register, moment, "by territory"), lambda: self._grouped(register, moment))

    def _grouped(self, register: Register, moment: date) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._entries(register, moment):
            for territory in entry.territories:
                found.setdefault(territory, []).append(entry)
        return {territory: tuple(entries) for territory, entries in found.items()}

    def _looked_at(self, register: Register, moment: date) -> Iterator[Entry]:
        base = self._base
        for record in base.shown(register.kind):
            if record.status == ARCHIVED:
                reason, at = "запись в архиве", _STATUS
            else:
                reason, at = refusal(base, record.data, register.conditions, moment)
            own = self._territory(record, register)
            within = dict.fromkeys([*self._territories.upwards(own), self._territories.home])
            yield Entry(record, record.row.organization or "", tuple(within), reason, at)

    def _territory(self, record: Record, register: Register) -> str | None:
        if register.territory_by is TerritoryBy.TERRITORY:
            return self._base.territory_of(record)
        organization = self._base.get("organization", record.row.organization or "")
        return organization.row.territory if organization else None

    def _is_complete(self, organization: str, moment: date) -> bool:
        record = self._base.get("organization", organization)
        complete_on = record.data.programs_complete_on if record else None
        return complete_on is not None and complete_on <= moment

    def _incomplete(self, organization: str, moment: date) -> str:
        name = self._base.name_of("organization", organization)
        return f"«{name}»: не отмечено, что реестр программ полон на {in_words(moment)}"


def _ground(record: Record, register: Register, amount: int = 1) -> Ground:
    at = (*record.within, *(register.conditions[-1].field.split(".") if register.conditions else ()))
    return Ground(record.title, record.name, record.file, at, amount=amount)


def _left_out(record: Record, reason: str, at: FieldPath) -> LeftOut:
    place = (*record.within, *at)
    return LeftOut(record.title, record.name, record.file, place, amount=None, reason=reason)
