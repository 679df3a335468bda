"""Targets without a number: words that nobody read (IN4), and «*» without a footnote (IN5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.framework_places import ToldFramework, label, told_frameworks
from metodbank.models.framework import NOT_SET, Statement, Target
from metodbank.problems import Finding

_YEAR = re.compile(r"\b(?:19|20)\d\d(?=\s*(?:год|г\.))", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.,])\d{1,9}(?:[.,]\d{1,3})?(?![\d.,]*\d)")


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the statements with unread targets, and of each framework the years marked with «*»."""
    for framework in told_frameworks(looking):
        for statement in framework.definition.assessed:
            yield from _unread(framework, statement)
        yield from _stars(framework)


def number_in(target: Target) -> str:
    """Return the one number of the act's words with a decimal point, empty where there is none or several."""
    numbers = _NUMBER.findall(_YEAR.sub("", target.raw).replace(str(target.year), ""))
    return numbers[0].replace(",", ".") if len(numbers) == 1 else ""


def _unread(framework: ToldFramework, statement: Statement) -> Iterator[Placed]:
    unread = [
        (place, target)
        for place, target in enumerate(statement.targets)
        if not target.is_set and target.raw != NOT_SET
    ]
    if not unread:
        return
    place, first = unread[0]
    details = {"statement": label(statement), "years": ", ".join(str(target.year) for _, target in unread)}
    suggestion = number_in(first)
    told = framework.tell_of(statement, "MB904", details, "targets", place, "raw", value=first.raw)
    for subject, finding in told:
        yield (
            subject,
            Finding(finding.code, finding.at, finding.value, details=finding.details, suggestion=suggestion),
        )


def _stars(framework: ToldFramework) -> Iterator[Placed]:
    starred = [
        (statement, years)
        for statement in framework.definition.assessed
        if (years := [str(target.year) for target in statement.targets if target.raw == NOT_SET])
    ]
    if starred:
        details = {"where": "; ".join(f"{label(each)} ({', '.join(years)})" for each, years in starred)}
        yield from framework.tell_of(starred[0][0], "MB905", details, "targets", value=NOT_SET)
