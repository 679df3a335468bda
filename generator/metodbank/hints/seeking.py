"""Which listed records of a kind pass the conditions of a rule: by the values that are known without fields.

The fields are fetched of those alone that such values leave over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from metodbank.indicators.conditions import refusal
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.indicator import Condition
from metodbank.reads import read, unnoted
from metodbank.record_facts import KEPT
from metodbank.records import Record

ByValue = dict[tuple[str, str], dict[str, Record]]


class Seeking:
    """Finds the listed records of one base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._indexes: dict[str, ByValue] = {}

    def records(self, kind: str, conditions: Sequence[Condition], day: date) -> list[Record]:
        """Return the records of a kind that pass every condition on the day."""
        known = [condition for condition in conditions if _is_known(condition)]
        rest = [condition for condition in conditions if not _is_known(condition)]
        found = self._with_values(kind, known)
        if not rest:
            return list(found)
        return [record for record in found if not refusal(self._base, record.data, rest, day)[0]]

    def _with_values(self, kind: str, conditions: Sequence[Condition]) -> Iterable[Record]:
        if not conditions:
            return self._base.listed(kind)
        read(f"sought/{kind}")
        index = self._index(kind)
        first, *others = [_having(index, condition) for condition in conditions]
        return [record for i, record in first.items() if all(i in other for other in others)]

    def _index(self, kind: str) -> ByValue:
        index = self._indexes.get(kind)
        if index is None:
            index = self._indexes[kind] = {}
            with unnoted():
                for record in self._base.listed(kind):
                    for field, values in record.facts.values.items():
                        for value in values:
                            index.setdefault((field, value), {})[record.id] = record
        return index


def _having(index: ByValue, condition: Condition) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for value in condition.is_in or ():
        found.update(index.get((condition.field, value), {}))
    return found


def _is_known(condition: Condition) -> bool:
    return condition.is_in is not None and condition.field in KEPT and not condition.or_absent
