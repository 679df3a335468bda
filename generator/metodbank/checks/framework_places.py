"""The frameworks that a region is told of, and where: in its own file, else in the line that follows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from metodbank.checks.check import Looking, Placed
from metodbank.definition_layers import Layered
from metodbank.models.framework import Framework, Statement
from metodbank.problems import FieldPath, Finding
from metodbank.region_reading import REGION_FILE
from metodbank.root_folder import MAX_REFERENCE_BYTES, RootFolder
from metodbank.yaml_source import read_yaml

STATEMENTS = "statements"


@dataclass(frozen=True)
class ToldFramework:
    """A framework that is followed or has a file of the region; `followed` is its place in `frameworks`."""

    layered: Layered[Framework]
    followed: int | None
    folder: RootFolder

    @property
    def definition(self) -> Framework:
        """Return the framework as it stands in the base."""
        return self.layered.definition

    def tell(self, code: str, details: Mapping[str, str], *, value: str = "") -> Iterator[Placed]:
        """Yield the finding where the region follows the framework; nothing where it does not."""
        if self.followed is not None:
            yield REGION_FILE, self._finding(code, ("frameworks", self.followed), value, details)

    def tell_of(
        self, statement: Statement, code: str, details: Mapping[str, str], *at: str | int, value: str = ""
    ) -> Iterator[Placed]:
        """Yield the finding at the statement in the region's file, or where the framework is followed."""
        found = self._written.get(statement.id)
        if found is None:
            yield from self.tell(code, details, value=value)
        else:
            place, years = found
            if len(at) > 1 and isinstance(at[1], int):  # the file says only the targets that it changes
                year = statement.targets[at[1]].year
                at = (at[0], years.index(year), *at[2:]) if year in years else at[:1]
            yield self.layered.file, self._finding(code, (STATEMENTS, place, *at), value, details)

    def _finding(self, code: str, at: FieldPath, value: str, details: Mapping[str, str]) -> Finding:
        told = {"framework": self.definition.short_title, "id": self.layered.id, **details}
        return Finding(code, at, value, details=told)

    @cached_property
    def _written(self) -> Mapping[str, tuple[int, list[object]]]:
        """Return the place of each statement in the region's file, and the years of its targets there."""
        raw = self.folder.read(self.layered.file, MAX_REFERENCE_BYTES) if self.layered.file else b""
        data = read_yaml(raw).data if isinstance(raw, bytes) and raw else None
        items = (data or {}).get(STATEMENTS)
        if not isinstance(items, list):
            return {}
        return {item["id"]: (i, _years_in(item)) for i, item in enumerate(items) if isinstance(item, dict)}


def _years_in(item: Mapping[str, object]) -> list[object]:
    targets = item.get("targets")
    return (
        [each.get("year") for each in targets if isinstance(each, dict)] if isinstance(targets, list) else []
    )


def told_frameworks(looking: Looking) -> Iterator[ToldFramework]:
    """Yield the followed frameworks in the region's order, then those that only its files know."""
    base = looking.base
    followed = list(dict.fromkeys(base.region.frameworks))
    own = [name for name, layered in base.frameworks.items() if layered.file and name not in followed]
    for name in (*followed, *own):
        if name in base.frameworks:
            place = base.region.frameworks.index(name) if name in followed else None
            yield ToldFramework(base.frameworks[name], place, looking.folder)


def label(statement: Statement) -> str:
    """Return how a statement is named to people: its number, else its clause, else its id."""
    return f"п. {statement.number}" if statement.number else statement.clause or f"«{statement.id}»"


def years_in_words(years: list[int]) -> str:
    """Return «2021 год» or «2021 и 2022 годы»."""
    *rest, last = map(str, sorted(set(years)))
    return f"{', '.join(rest)} и {last} годы" if rest else f"{last} год"
