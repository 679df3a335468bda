"""One indicator of a region: laid over the standard one of its name, or its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from metodbank.definition_conditions import condition_links, field_findings
from metodbank.definition_files import Surroundings, data_of, nearest_name, or_misspelt
from metodbank.definition_layers import Layered, laid_over
from metodbank.definition_standard import standard_indicators
from metodbank.linked_fields import links_of
from metodbank.models.indicator import PER_ONE, PERCENT, Indicator
from metodbank.problems import Finding
from metodbank.validation import partial, validated


def read_indicator(around: Surroundings, identifier: str, file: str) -> Layered[Indicator] | None:
    """Return the indicator that a file says, None where an error keeps it out."""
    standard = standard_indicators().get(identifier)
    data, is_right = data_of(around, file, Indicator)
    if data is None:
        return None
    said, findings = validated(partial(Indicator) if standard else Indicator, data)
    if said is None:
        findings = list(
            or_misspelt(identifier, standard_indicators(), findings) if not standard else findings
        )
        around.book.note(file, findings, model=Indicator)
        return None
    made, changed = laid_over(standard, said) if standard else (said, ())
    problems = [*_unfit(around, said), *_without_denominator(made)]
    if around.book.note(file, problems, model=Indicator) or not is_right:
        return None
    return Layered(identifier, made, file, changed, is_own=standard is None)


def are_relations_right(around: Surroundings, layered: Layered[Indicator], known: Collection[str]) -> bool:
    """Return whether each related indicator that the file says is known; those that are not are noted."""
    if not layered.is_own and "related" not in layered.changed:
        return True
    findings = [
        Finding("MB958", ("related", index, "indicator"), name, suggestion=nearest_name(name, known))
        for index, name in enumerate(related.indicator for related in layered.definition.related)
        if name not in known
    ]
    return not around.book.note(layered.file, findings, model=Indicator)


def _unfit(around: Surroundings, said: Indicator) -> Iterator[Finding]:
    yield from around.unknown(links_of(said))
    yield from field_findings(said, around.kinds)
    yield from around.unknown(condition_links(said, around.kinds))


def _without_denominator(made: Indicator) -> Iterator[Finding]:
    if made.denominator is None and made.unit in {PERCENT, PER_ONE}:
        yield Finding("MB964", ("unit",), made.unit)
