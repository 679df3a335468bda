"""What is wrong with values before they stand in a file, in the words of `metodbank check`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.fields import Group
from metodbank.models.shape import FieldShape, field_at, shape_of
from metodbank.problems import FieldPath, Finding, Mark, Problem
from metodbank.rules import in_words
from metodbank.validation import validated
from metodbank.vocabularies import FEW
from metodbank.yaml_source.text import UNWANTED

_MISSING = "MB101"
_NEAR = 0.6
Value = tuple[FieldPath, FieldShape, str]


def faults(
    base: KnowledgeBase,
    model: type[Group],
    given: Mapping[str, object],
    whole: Mapping[str, object] | None = None,
) -> list[tuple[str, Problem]]:
    """Return the errors of what was given, each with the path of its field: `contact.phone`.

    `whole` is the record that was made of it; where there is none yet, it is not said what is missing.
    """
    _, findings = validated(model, given if whole is None else whole)
    if whole is None:
        findings = [finding for finding in findings if finding.at and finding.code != _MISSING]
    values = list(_texts(model, given, ()))
    found = [*findings, *_not_there(base, values)]
    found += [Finding("MB007", at) for at, _, text in values if UNWANTED.search(text)]
    return [(".".join(map(str, finding.at)), problem_of(model, finding)) for finding in found]


def problem_of(model: type[Group], finding: Finding) -> Problem:
    """Return the finding in words; it has no place in any file yet."""
    field = field_at(model, finding.at)
    title = field.title if field else str(finding.at[-1]) if finding.at else ""
    return in_words(finding, file="", mark=Mark(1, 1), field=title)


def _not_there(base: KnowledgeBase, values: list[Value]) -> Iterator[Finding]:
    """Yield the ids that no file bears and the values that no vocabulary holds."""
    for at, field, value in values:
        if field.vocabulary and not base.vocabularies[field.vocabulary].may_hold(value):
            yield _no_term(base, at, field, value)
        elif field.refers_to and not _bears(base, field.refers_to, value):
            records = base.records[field.refers_to]
            by_name = {i: i for i in records} | {record.title.lower(): i for i, record in records.items()}
            words = next(kind.words for kind in base.kinds if kind.name == field.refers_to)
            details = {"kind": words.genitive}
            yield Finding("MB202", at, value, details=details, suggestion=_near(value, by_name))


def _bears(base: KnowledgeBase, kind: str, identifier: str) -> bool:
    return kind in base.unread or identifier in base.records[kind] or (kind, identifier) in base.set_aside


def _no_term(base: KnowledgeBase, at: FieldPath, field: FieldShape, value: str) -> Finding:
    vocabulary = base.vocabularies[field.vocabulary]
    shown = {key: term.title for key, term in vocabulary.entries.items() if not term.hidden}
    by_name = {key: key for key in shown} | {title.lower(): key for key, title in shown.items()}
    few = ", ".join(f"{key} ({title})" for key, title in shown.items()) if len(shown) <= FEW else ""
    values = f"одно из значений: {few}" if few else "значение из этого словаря"
    details = {"vocabulary": vocabulary.title, "values": values}
    return Finding("MB204", at, value, details=details, suggestion=_near(value, by_name))


def _near(value: str, by_name: Mapping[str, str]) -> str:
    near = get_close_matches(value.lower(), by_name, n=1, cutoff=_NEAR)
    return by_name[near[0]] if near else ""


def _texts(model: type[Group], data: Mapping[str, object], at: FieldPath) -> Iterator[Value]:
    for field in shape_of(model):
        value = data.get(field.key)
        place = (*at, field.key)
        items = (
            [((*place, i), item) for i, item in enumerate(value)]
            if isinstance(value, list)
            else [(place, value)]
        )
        for where, item in items:
            if isinstance(item, str):
                yield where, field, item
            elif isinstance(item, dict) and field.group is not None:
                yield from _texts(field.group, item, where)
