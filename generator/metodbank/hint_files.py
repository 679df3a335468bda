"""One rule of hints of a region: laid over the standard one of its name, group by group, or its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from metodbank.definition_conditions import Conditioned, findings_in, links_in_conditions
from metodbank.definition_files import Surroundings, data_of, nearest_name, or_misspelt
from metodbank.definition_layers import Layered, laid_over
from metodbank.definition_standard import standard_hints
from metodbank.framework_names import NamedIndicators
from metodbank.linked_fields import links_of
from metodbank.models.hint import Helping, HelpingMeasures, Hint
from metodbank.models.kinds import Kind
from metodbank.models.roadmap import Measure
from metodbank.problems import FieldPath, Finding
from metodbank.validation import partial, validated

LISTS = RECORDS, MEASURES = "records", "measures"
_ROW = "строка дорожной карты"
GroupT = TypeVar("GroupT", Helping, HelpingMeasures)


def read_hint(
    around: Surroundings, indicators: NamedIndicators, identifier: str, file: str
) -> Layered[Hint] | None:
    """Return the rule that a file says, None where an error keeps it out."""
    standard = standard_hints().get(identifier)
    data, is_right = data_of(around, file, Hint)
    if data is None:
        return None
    said, findings = validated(partial(Hint) if standard else Hint, data)
    if said is None:
        told = findings if standard else or_misspelt(identifier, standard_hints(), findings)
        around.book.note(file, told, model=Hint)
        return None
    problems = [*_unfit(around, said), *_names(said, standard, indicators)]
    if around.book.note(file, problems, model=Hint) or not is_right:
        return None
    made, changed = _laid_over(standard, said) if standard else (said, ())
    return Layered(identifier, made, file, changed, is_own=standard is None)


def _laid_over(standard: Hint, said: Hint) -> tuple[Hint, tuple[str, ...]]:
    """Return the rule of both: a group of the region replaces the standard one of its id."""
    head, changed = laid_over(standard, said.model_copy(update={RECORDS: None, MEASURES: None}))
    lists = {
        RECORDS: _merged(standard.records, said.records, said.dropped),
        MEASURES: _merged(standard.measures, said.measures, said.dropped),
    }
    own = tuple(f"{name}.{each.id}" for name in LISTS for each in getattr(said, name))
    return head.model_copy(update=lists), (*changed, *own)


def _merged(
    standard: Sequence[GroupT], said: Sequence[GroupT], dropped: Collection[str]
) -> tuple[GroupT, ...]:
    groups: dict[str, GroupT] = {group.id: group for group in standard}
    groups.update((group.id, group) for group in said)
    return tuple([group for group in groups.values() if group.id not in dropped])


def _unfit(around: Surroundings, said: Hint) -> Iterator[Finding]:
    yield from around.unknown(links_of(said))
    for conditioned in _conditioned(said, around.kinds):
        yield from findings_in(conditioned)
        yield from around.unknown(links_in_conditions(conditioned))


def _conditioned(said: Hint, kinds: Iterable[Kind]) -> Iterator[Conditioned]:
    by_name = {kind.name: kind for kind in kinds}
    for index, group in enumerate(said.records):
        # A kind that does not exist is no value of its vocabulary, and told as that.
        if group.kind in by_name:
            kind = by_name[group.kind]
            yield Conditioned((RECORDS, index, "conditions"), kind.model, kind.title, group.conditions)
    for index, rows in enumerate(said.measures):
        yield Conditioned((MEASURES, index, "conditions"), Measure, _ROW, rows.conditions)


def _names(said: Hint, standard: Hint | None, indicators: NamedIndicators) -> Iterator[Finding]:
    """Yield the indicators that there are none of, groups said twice, and what is dropped from nothing."""
    known = indicators.known.keys() | indicators.set_aside
    for index, name in enumerate(said.indicators or ()):
        if name not in known:
            yield Finding("MB970", ("indicators", index), name, suggestion=nearest_name(name, known))
    seen: set[str] = set()
    for at, identifier in _ids(said):
        if identifier in seen:
            yield Finding("MB971", at, identifier)
        seen.add(identifier)
    groups = {group.id for group in standard.groups} if standard else set()
    for index, name in enumerate(said.dropped):
        if name not in groups:
            yield Finding("MB972", ("dropped", index), name, suggestion=nearest_name(name, groups))


def _ids(said: Hint) -> Iterator[tuple[FieldPath, str]]:
    for name in LISTS:
        for index, group in enumerate(getattr(said, name)):
            yield (name, index, "id"), group.id
