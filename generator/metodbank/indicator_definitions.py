"""Indicators, frameworks and hints: the standard ones of the package with the region's files laid over by id.

A file with an error is set aside, and the standard definition of its name stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from metodbank.definition_files import Surroundings, files_of, nearest_name
from metodbank.definition_layers import Layered
from metodbank.definition_standard import standard_frameworks, standard_hints, standard_indicators
from metodbank.framework_files import read_framework, with_operators
from metodbank.framework_names import NamedIndicators
from metodbank.hint_files import read_hint
from metodbank.indicator_files import are_relations_right, read_indicator
from metodbank.models.framework import Framework
from metodbank.models.hint import Hint
from metodbank.models.indicator import Indicator
from metodbank.models.region import Region
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.record_ids import indicator_id_finding

INDICATORS = "reference/indicators"
FRAMEWORKS = "reference/frameworks"
HINTS = "reference/hints"


@dataclass(frozen=True, slots=True)
class Definitions:
    """All definitions of a base by id: the standard ones, then the region's own, each by name.

    Those aside are the ids of the region's own ones that an error keeps out.
    """

    indicators: Mapping[str, Layered[Indicator]]
    frameworks: Mapping[str, Layered[Framework]]
    indicators_aside: AbstractSet[str]
    frameworks_aside: AbstractSet[str]
    hints: Mapping[str, Layered[Hint]]


def load_definitions(around: Surroundings) -> Definitions:
    """Return the standard definitions as the region's `reference/` changes them."""
    named = _indicators(around)
    frameworks = {
        identifier: Layered(identifier, with_operators(standard, named.known))
        for identifier, standard in standard_frameworks().items()
    }
    lost = set()
    for identifier, file in files_of(around.book, FRAMEWORKS):
        framework = read_framework(around, named, identifier, file)
        if framework is not None:
            frameworks[identifier] = framework
        elif identifier not in frameworks:
            lost.add(identifier)
    return Definitions(named.known, frameworks, named.set_aside, lost, _hints(around, named))


def note_unknown_frameworks(book: ProblemBook, file: str, region: Region, definitions: Definitions) -> None:
    """Note the frameworks that the region follows and that there are none of."""
    book.note(file, _unknown_frameworks(region, definitions), model=Region)


def _indicators(around: Surroundings) -> NamedIndicators:
    known = {identifier: Layered(identifier, made) for identifier, made in standard_indicators().items()}
    files = list(files_of(around.book, INDICATORS, indicator_id_finding))
    read = [read_indicator(around, identifier, file) for identifier, file in files]
    named = {*known, *(identifier for identifier, _ in files)}
    for layered in read:
        if layered is not None and are_relations_right(around, layered, named):
            known[layered.id] = layered
    return NamedIndicators(known, named - known.keys())


def _hints(around: Surroundings, named: NamedIndicators) -> dict[str, Layered[Hint]]:
    known = {identifier: Layered(identifier, made) for identifier, made in standard_hints().items()}
    for identifier, file in files_of(around.book, HINTS):
        hint = read_hint(around, named, identifier, file)
        if hint is not None:
            known[identifier] = hint
    return known


def _unknown_frameworks(region: Region, definitions: Definitions) -> Iterator[Finding]:
    for index, name in enumerate(region.frameworks):
        if name not in definitions.frameworks and name not in definitions.frameworks_aside:
            near = nearest_name(name, definitions.frameworks.keys())
            yield Finding("MB962", ("frameworks", index), name, suggestion=near)
