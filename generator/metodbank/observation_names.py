"""What rows of monitoring may name: indicators and acts by their id, territories by their exact name too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from metodbank.models.indicator import Indicator
from metodbank.near_names import NearNames
from metodbank.problems import Finding
from metodbank.record_gathering import Gathered

_SOUGHT = 500
"""For so many misspelt names the nearest one is sought: a table of nothing else must not take minutes."""

Named = tuple[str, str]
"""An id and what it is called besides."""


class KnownIds:
    """The ids of one sort; `named` says what they are called besides, asked for only where it is needed."""

    def __init__(
        self,
        code: str,
        ids: AbstractSet[str],
        named: Callable[[], Iterable[Named]],
        *,
        by_name: bool = False,
        may_be_any: bool = False,
    ) -> None:
        self._code = code
        self._ids = ids
        self._named = named
        self._by_name = by_name
        self._may_be_any = may_be_any
        self._sought = 0

    def find(self, written: str) -> str | Finding:
        """Return the id that is meant, or the finding for one that nothing bears."""
        if written in self._ids or self._may_be_any:
            return written
        meant = self._ids_by_name.get(_even(written), []) if self._by_name else []
        if len(meant) > 1:
            return Finding("MB944", value=written, details={"ids": ", ".join(meant)})
        return meant[0] if meant else Finding(self._code, value=written, suggestion=self._nearest(written))

    def _nearest(self, written: str) -> str:
        self._sought += 1
        return "" if self._sought > _SOUGHT else self._near.nearest(_even(written))

    @cached_property
    def _ids_by_name(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for identifier, name in self._named():
            if identifier not in found.setdefault(_even(name), []):
                found[_even(name)].append(identifier)
        return found

    @cached_property
    def _near(self) -> NearNames:
        by_title = {name.lower(): ids[0] for name, ids in self._ids_by_name.items()}
        return NearNames(sorted(self._ids), by_title)


@dataclass(frozen=True)
class KnownNames:
    """Everything that a row may name; `definitions` are the indicators that have no error."""

    definitions: Mapping[str, Indicator]
    indicators: KnownIds
    territories: KnownIds
    acts: KnownIds


def known_names(
    definitions: Mapping[str, Indicator], found: Gathered, indicators_aside: AbstractSet[str] = frozenset()
) -> KnownNames:
    """Return what there is; an id that an error keeps out may be named all the same."""
    titles = ((i, name) for i, one in definitions.items() for name in (one.title, one.short_title))
    return KnownNames(
        definitions,
        KnownIds("MB941", definitions.keys() | indicators_aside, lambda: titles),
        _of_kind("territory", "MB942", found, _names_of_territories, by_name=True),
        _of_kind("act", "MB943", found, _titles_of_acts),
    )


def _of_kind(
    kind: str,
    code: str,
    found: Gathered,
    named: Callable[[Gathered], Iterable[Named]],
    *,
    by_name: bool = False,
) -> KnownIds:
    aside = {identifier for of_kind, identifier in found.set_aside if of_kind == kind}
    return KnownIds(
        code,
        found.records.get(kind, {}).keys() | aside,
        lambda: named(found),
        by_name=by_name,
        may_be_any=kind in found.unread,
    )


def _names_of_territories(found: Gathered) -> Iterable[Named]:
    for identifier, record in found.records.get("territory", {}).items():
        names = (record.data.name, record.data.short_name)
        yield from ((identifier, name) for name in names if name)
    yield from ((i, name) for (kind, i), name in found.names.items() if kind == "territory")


def _titles_of_acts(found: Gathered) -> Iterable[Named]:
    return ((identifier, record.row.title) for identifier, record in found.records.get("act", {}).items())


def _even(name: str) -> str:
    return " ".join(name.split())
