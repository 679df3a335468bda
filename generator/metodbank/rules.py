"""The catalogue of rules: for each code its words, its reason and its examples, all from one file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from metodbank.problems import Finding, Mark, Problem, Severity
from metodbank.yaml_source import read_yaml

STANDARD = Path(__file__).parent / "standard"
MAX_VALUE_SHOWN = 80


class Rule(BaseModel):
    """One rule, as `standard/rules/<code>.yml` states it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    title: str
    severity: Severity
    message: str
    remedy: str
    remedy_suggesting: str = ""
    reason: str
    consequence: str = ""
    kind: str = ""
    bad: str = ""
    good: str = ""
    bad_file: str = ""
    good_file: str = ""
    beside: Mapping[str, str] = {}
    as_of: str = ""
    shown_by_test: bool = False


@cache
def rule_codes() -> tuple[str, ...]:
    """Return the codes of all rules, in order."""
    return tuple(sorted(path.stem for path in (STANDARD / "rules").glob("MB*.yml")))


@cache
def rule_of(code: str) -> Rule:
    """Return the rule of the code; each is read when it is first asked for."""
    path = STANDARD / "rules" / f"{code}.yml"
    parsed = read_yaml(path.read_bytes())
    if parsed.data is None or parsed.findings:
        raise ValueError(f"{path.name}: {parsed.findings}")
    return Rule.model_validate({**parsed.data, "code": code})


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code."""
    return {code: rule_of(code) for code in rule_codes()}


def in_words(finding: Finding, *, file: str, mark: Mark, field: str) -> Problem:
    """Return the finding as a problem: the rule's text with the finding's own words in it."""
    rule = rule_of(finding.code)
    value = shortened(finding.value)
    words = {"field": field, "value": value, "suggestion": finding.suggestion, **finding.details}
    remedy = rule.remedy_suggesting if finding.suggestion and rule.remedy_suggesting else rule.remedy
    return Problem(
        file=file,
        line=mark.line,
        column=mark.column,
        code=finding.code,
        severity=rule.severity,
        field=field,
        message=rule.message.format_map(words),
        remedy=remedy.format_map(words),
        value=value,
        suggestion=finding.suggestion,
    )


def shortened(value: str) -> str:
    """Return a value as one line that a message can hold."""
    line = " ".join(value.split())
    return line if len(line) <= MAX_VALUE_SHOWN else line[: MAX_VALUE_SHOWN - 1] + "…"
