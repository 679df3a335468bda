"""Whose similar records are no longer the same between two states of a base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from metodbank.records import Row
from metodbank.similar.alike import Alike
from metodbank.similar.finding import Similar, is_compared
from metodbank.similar.neighbours import DIFFICULTY, REACH, VALUES, places_of

Name = tuple[str, str]
_MADE_OF = ("day", "data/")


def may_change_lists(names: Iterable[str]) -> bool:
    """Return whether a list may be another one after what has these names has changed."""
    return any(name.startswith(_MADE_OF) for name in names)


def changed_lists(before: Similar, after: Similar) -> set[str]:
    """Return the names under which lists are read (`Similar.of`) that are no longer the same.

    Only lists are made that a change can concern: of what stands near in its own register, of what shares a
    difficulty in the others.
    """
    changed = [*_changed(before, after)]
    if not changed:
        return set()
    kinds = {kind for kind, *_ in changed}
    looked_at, looking_at = _Looking(before, kinds).at, _Looking(after, kinds).at
    near: set[Name] = set()
    for kind, was, now in changed:
        near |= looked_at(kind, was) | looking_at(kind, now)
    return {f"similar/{kind}/{i}" for kind, i in near if _list(before, kind, i) != _list(after, kind, i)}


def _changed(before: Similar, after: Similar) -> Iterator[tuple[str, Row | None, Row | None]]:
    """Yield the kind of each record that is not the same, and what it was and is; most are the very same."""
    same_day = before.day == after.day
    for kind in before.rows.keys() | after.rows.keys():
        earlier, later = before.rows.get(kind, {}), after.rows.get(kind, {})
        for identifier in earlier.keys() | later.keys():
            was, now = earlier.get(identifier), later.get(identifier)
            is_other = was is not now and was != now
            if not (is_other or same_day or was is None or now is None):
                is_other = before.offers(was) != after.offers(now)
            if is_other:
                yield kind, was, now


class _Looking:
    """Who looks at records of some kinds in one state of a base."""

    def __init__(self, state: Similar, kinds: set[str]) -> None:
        self._state = state
        self._sharing: dict[tuple[str, str], list[tuple[Name, bool]]] = {}
        for kind, of_kind in state.rows.items():
            is_alone = kinds <= {kind}
            for row in of_kind.values():
                # One that is offered is found by its place when a record of its own kind changes.
                if is_compared(row) and not (is_alone and state.offers(row)):
                    told = (kind, row.id), state.offers(row)
                    for shared in _shared_by(row):
                        self._sharing.setdefault(shared, []).append(told)

    def at(self, kind: str, row: Row | None) -> set[Name]:
        """Return the records whose lists may change with a record, itself among them."""
        if row is None or not is_compared(row):
            return set()
        found = {(kind, row.id)}
        if not self._state.offers(row):
            return found
        for by, value in _shared_by(row):
            found |= self._standing_near(kind, row, by, value)
            # Those that stand in no line of this kind look at it from a place that only they know.
            found |= {
                name
                for name, stands in self._sharing.get((by, value), ())
                if (name[0] == kind and not stands) or (name[0] != kind and by == DIFFICULTY)
            }
        return found

    def _standing_near(self, kind: str, row: Row, by: str, value: str) -> set[Name]:
        line = self._state.line(kind, by, value)
        if line is None:
            return set()
        return {(kind, near.row.id) for place in places_of(by, row) for near in line.near(place, REACH)}


def _shared_by(row: Row) -> Iterator[tuple[str, str]]:
    """Yield by what a record stands in lines, and looks at them."""
    return ((by, value) for by, values_of in VALUES.items() for value in values_of(row))


def _list(state: Similar, kind: str, identifier: str) -> tuple[Alike, ...]:
    return state.of(kind, identifier) if identifier in state.rows.get(kind, ()) else ()
