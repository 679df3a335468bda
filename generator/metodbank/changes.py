"""What is no longer the same between two states of a base, by the names under which it is read (`reads`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from metodbank.definition_layers import Layered
from metodbank.definition_standard import standard_frameworks, standard_hints, standard_indicators
from metodbank.inputs import Inputs
from metodbank.keys import key_of
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.observation import Observation
from metodbank.models.vocabulary import Vocabulary
from metodbank.reads import differing, unnoted
from metodbank.records import Row
from metodbank.vocabularies import standard_vocabularies

_PLAIN = attrgetter(*(each.name for each in fields(Observation) if each.name not in {"as_of", "value"}))


@dataclass
class Seen:
    """One state of a base: what each name answers, and the rows of its records, of which most answers follow.

    `rows` are by kind and id, `aside` is what the records are called that are set aside.
    """

    answers: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)


def seen(base: KnowledgeBase, inputs: Inputs) -> Seen:
    """Return the state of a base."""
    contents = base.contents
    with unnoted():
        rows = {
            kind: {identifier: record.row for identifier, record in records.items()}
            for kind, records in contents.records.items()
        }
        aside = {f"{kind}/{i}": contents.names.get((kind, i), "") for kind, i in contents.set_aside}
        return Seen(dict(_answers(base, inputs)), rows, aside)


def vocabulary_answers(vocabularies: dict[str, Vocabulary]) -> dict[str, str]:
    """Return the key of each vocabulary by its name; those that no region changed have the empty one."""
    standard = standard_vocabularies()
    return {
        f"vocabulary/{name}": "" if vocabulary is standard.get(name) else key_of(repr(vocabulary))
        for name, vocabulary in vocabularies.items()
    }


def changed_names(before: Seen, after: Seen) -> set[str]:
    """Return every name that answers otherwise; nothing was read in a state that knows no answer."""
    if not before.answers:
        return set()
    changed = differing(before.answers, after.answers)
    changed |= {f"entry/{name}" for name in differing(before.aside, after.aside)}
    for kind in before.rows.keys() | after.rows.keys():
        earlier, later = before.rows.get(kind, {}), after.rows.get(kind, {})
        for identifier in _unlike(earlier, later):
            changed.update(
                _changed_of(f"{kind}/{identifier}", earlier.get(identifier), later.get(identifier))
            )
        if _are_reordered(earlier, later):
            changed |= {_mention(link) for row in later.values() for link in row.links}
    return changed


def _answers(base: KnowledgeBase, inputs: Inputs) -> Iterator[tuple[str, str]]:
    contents = base.contents
    yield "region", key_of(repr(contents.region))
    yield "prose", key_of(*(part for page in contents.prose for part in (page.path, page.file, page.text)))
    yield "pictures", key_of(*contents.pictures)
    yield "set-aside", key_of(repr(contents.set_aside))
    yield "unread", key_of(*sorted(contents.unread))
    yield "unsound", key_of(repr([(found.file, found.row) for found in contents.unsound]))
    yield "glossary", key_of(repr(base.terms_said))
    yield from vocabulary_answers(dict(contents.vocabularies)).items()
    yield from _definition_answers("indicator", contents.indicators, standard_indicators())
    yield from _definition_answers("framework", contents.frameworks, standard_frameworks())
    yield from _definition_answers("hint", contents.hints, standard_hints())
    yield from ((f"hinted/{i}", key_of(*rules)) for i, rules in base.rules_of_hints.items())
    yield "observations", key_of(*contents.observations)
    for indicator, observations in contents.observations.items():
        yield f"observations/{indicator}", _figures_key(observations)
    yield "file", key_of(*contents.files)
    yield from ((f"file/{path}", inputs.keys.get(path, "")) for path in contents.files)
    for kind in contents.kinds:
        if not kind.is_register:
            file = f"reference/{kind.folder}.yml"
            yield f"place/{file}", inputs.keys.get(file, "")
        rows = [record.row for record in contents.records[kind.name].values()]
        told = [f"{row.id}\t{row.status}\t{row.title}" for row in rows]
        yield f"kind/{kind.name}", key_of("\n".join(told))
    for territory, names in base.names_by_territory.items():
        yield f"territory/{territory}", key_of("\n".join(names))


def _definition_answers(
    name: str, layered: Mapping[str, Layered[Any]], standard: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Yield the key of each definition; those that no region changed have the empty one."""
    yield name, key_of(*layered)
    for identifier, each in layered.items():
        is_standard = each.definition is standard.get(identifier) and not each.file
        yield f"{name}/{identifier}", "" if is_standard else key_of(repr(each))


def _figures_key(observations: Iterable[Observation]) -> str:
    """Return the key of figures: their values, since the words of objects take most of the time to make."""
    return key_of(repr([(_PLAIN(each), each.as_of.toordinal(), _ratio(each)) for each in observations]))


def _ratio(observation: Observation) -> tuple[int, int] | None:
    value = observation.value
    return None if value is None else value.as_integer_ratio()


def _unlike(earlier: dict[str, Row], later: dict[str, Row]) -> list[str]:
    """Return the ids whose rows differ; most rows are the very same object, which is told at once."""
    found = [i for i, row in later.items() if (before := earlier.get(i)) is not row and before != row]
    return found + [identifier for identifier in earlier if identifier not in later]


def _changed_of(name: str, before: Row | None, after: Row | None) -> Iterator[str]:
    earlier, later = _told(before), _told(after)
    yield from (f"{said}/{name}" for said in earlier if earlier[said] != later[said])
    if _sought(before) != _sought(after):
        yield f"sought/{name.partition('/')[0]}"
    linked_before = {(_mention(link), link.at, before.status) for link in before.links} if before else set()
    linked_after = {(_mention(link), link.at, after.status) for link in after.links} if after else set()
    yield from (mention for mention, _, _ in linked_before ^ linked_after)


def _told(row: Row | None) -> dict[str, Any]:
    return {
        "data": row and row.content_key,
        "entry": row and (row.title, row.status, row.territory, row.organization),
        "links": row and row.links,
        "facts": row and row.facts,
    }


def _sought(row: Row | None) -> Any:
    """Return what decides whether a rule of hints finds the record."""
    return row and (row.status, row.facts.values)


def _mention(link: Any) -> str:
    return f"mentions/{link.refers_to}/{link.value}"


def _are_reordered(earlier: dict[str, Row], later: dict[str, Row]) -> bool:
    """Return whether records that stand on both sides follow each other otherwise."""
    if list(earlier) == list(later):
        return False
    return [i for i in earlier if i in later] != [i for i in later if i in earlier]
