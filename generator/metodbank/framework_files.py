"""One framework of a region: laid over the standard one of its name, statement by statement, or its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from metodbank.definition_files import Surroundings, data_of, nearest_name, or_misspelt
from metodbank.definition_layers import Layered, laid_over
from metodbank.definition_standard import standard_frameworks
from metodbank.framework_merging import with_targets, with_words, wrong_years
from metodbank.framework_names import NamedIndicators, name_findings, twice_said
from metodbank.framework_targets import target_findings
from metodbank.linked_fields import links_of
from metodbank.models.fields import Group
from metodbank.models.framework import Framework, Statement, Target
from metodbank.models.indicator import Indicator
from metodbank.models.shape import fields_by_key
from metodbank.problems import FieldPath, Finding
from metodbank.validation import partial, validated, written

STATEMENTS = "statements"


def read_framework(
    around: Surroundings, indicators: NamedIndicators, identifier: str, file: str
) -> Layered[Framework] | None:
    """Return the framework that a file says, None where an error keeps it out."""
    standard = standard_frameworks().get(identifier)
    data, is_right = data_of(around, file, Framework)
    if data is None:
        return None
    said = _over(standard, data) if standard else _own(identifier, data)
    findings = list(said.findings)
    findings += [found for part, at in said.parts for found in around.unknown(links_of(part, at))]
    if said.made is not None:
        findings += name_findings(said.made, said.places, indicators)
        findings += target_findings(said.made, said.places, said.target_places, indicators.known)
    if around.book.note(file, findings, model=Framework) or said.made is None or not is_right:
        return None
    changed = tuple(said.changed)
    made = with_operators(_without_lost(said.made, indicators), indicators.known)
    return Layered(identifier, made, file, changed, is_own=standard is None)


def with_operators(framework: Framework, indicators: Mapping[str, Layered[Indicator]]) -> Framework:
    """Return the framework in which each target with a number says how it is compared.

    Where the act does not, it follows the direction of the indicator, and is marked as inferred.
    """
    statements = tuple(_with_operators(each, indicators) for each in framework.statements)
    if all(new is old for new, old in zip(statements, framework.statements, strict=True)):
        return framework
    return framework.model_copy(update={STATEMENTS: statements})


@dataclass
class _Said:
    """What a file says: the framework as it would stand, and where each of its statements is written."""

    made: Framework | None = None
    changed: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    parts: list[tuple[Group, FieldPath]] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    target_places: dict[str, dict[int, int]] = field(default_factory=dict)


def _own(identifier: str, data: dict[str, object]) -> _Said:
    made, findings = validated(Framework, data)
    said = _Said(made, findings=list(or_misspelt(identifier, standard_frameworks(), findings)))
    if made is not None:
        said.parts.append((made, ()))
        said.places = {statement.id: index for index, statement in enumerate(made.statements)}
        for index, statement in enumerate(made.statements):
            said.target_places[statement.id] = {t.year: i for i, t in enumerate(statement.targets)}
            said.findings += wrong_years(None, statement, (STATEMENTS, index))
        said.findings += twice_said([(statement.id, i) for i, statement in enumerate(made.statements)])
    return said


def _over(standard: Framework, data: dict[str, object]) -> _Said:
    items = data.pop(STATEMENTS, None)
    head, findings = validated(partial(Framework), data)
    said = _Said(findings=findings)
    statements = _statements(standard, items, said)
    if head is None or said.findings:
        return said
    said.parts.append((head, ()))
    made, changed = laid_over(standard, head)
    said.changed = [*changed, *said.changed]
    said.made = made.model_copy(update={STATEMENTS: tuple(statements.values())})
    return said


def _statements(standard: Framework, items: object, said: _Said) -> dict[str, Statement]:
    """Return the statements of both, those that only the region has at the end."""
    found = {statement.id: statement for statement in standard.statements}
    if not isinstance(items, list):
        said.findings += [] if items is None else [Finding("MB106", (STATEMENTS,), written(items))]
        return found
    ids = []
    for index, item in enumerate(items):
        told = _statement(item, (STATEMENTS, index), found, said)
        if told is None:
            continue
        ids.append((told.id, index))
        known = found.get(told.id)
        said.target_places[told.id] = {target.year: i for i, target in enumerate(told.targets or ())}
        said.findings += wrong_years(known, told, (STATEMENTS, index))
        found[told.id], changed = laid_over(known, with_targets(known, told)) if known else (told, None)
        said.changed += [f"{STATEMENTS}.{told.id}"] if changed is None else [
            f"{STATEMENTS}.{told.id}.{name}" for name in changed
        ]  # fmt: skip
    said.places = dict(ids)
    said.findings += twice_said(ids)
    return found


def _statement(item: object, at: FieldPath, known: Mapping[str, Statement], said: _Said) -> Statement | None:
    """Return what an item says of a statement: of one that the standard has, only what differs."""
    if not isinstance(item, dict):
        keys = ", ".join(fields_by_key(Statement))
        said.findings.append(Finding("MB107", at, written(item), details={"key": STATEMENTS, "keys": keys}))
        return None
    identifier = item.get("id")
    if _is_misspelt(item, known):
        near = nearest_name(str(identifier), known)
        said.findings.append(Finding("MB926", (*at, "id"), str(identifier), suggestion=near))
        return None
    model = partial(Statement) if isinstance(identifier, str) and identifier in known else Statement
    told, findings = validated(model, with_words(item), prefix=at)
    said.findings += findings
    if told is not None:
        said.parts.append((told, at))
    return told


def _is_misspelt(item: Mapping[str, object], known: Mapping[str, Statement]) -> bool:
    """Return whether an item means a statement that the standard lacks: a new one says what it is about."""
    identifier = item.get("id")
    return isinstance(identifier, str) and identifier not in known and not {"indicator", "name"} & item.keys()


def _without_lost(framework: Framework, indicators: NamedIndicators) -> Framework:
    """Return the framework without the statements whose indicator an error keeps out."""
    kept = tuple(each for each in framework.statements if each.indicator not in indicators.set_aside)
    return framework.model_copy(update={STATEMENTS: kept})


def _with_operators(statement: Statement, indicators: Mapping[str, Layered[Indicator]]) -> Statement:
    if all(target.value is None or target.operator for target in statement.targets):
        return statement
    direction = indicators[statement.indicator].definition.direction

    def told(target: Target) -> Target:
        if target.value is None or target.operator:
            return target
        return target.model_copy(update={"operator": direction, "operator_inferred": True})

    return statement.model_copy(update={"targets": tuple(map(told, statement.targets))})
