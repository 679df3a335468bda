"""What stands in a field that nobody has filled yet: valid in form, and seen to be no answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.checks.placeholders import PLACEHOLDER
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.fields import Group
from metodbank.models.region import Region
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.validation import validated

NO_DAY = "1900-01-01"
"""A day that the check calls a slip: it is a date in form and cannot be taken for an answer."""
_UNKNOWN = "unknown"
# Texts of special form; which of them a field takes, its model says.
_STAND_INS = ("https://example.org/", "metod@example.org", "zapolnite", "zapolnite.pdf", "+7 (000) 000-00-00")


class Samples:
    """Gives values for the fields of scaffolds in one base; references lead to what the base holds."""

    def __init__(self, base: KnowledgeBase, today: date) -> None:
        self._base = base
        self._today = today
        self._own = _named_by(base.region)

    def value(self, model: type[Group], field: FieldShape, *, must: bool) -> object:
        """Return a value for a field that is no group, a list of one for a field of several.

        A field that must be filled (`must`) shows that it is not; one that is only offered shows an example.
        """
        example = field.example
        if isinstance(example, list) and not must and field.holds is Holds.LINE:
            return example
        if isinstance(example, list):
            example = example[0]
        candidates = [value for value in self._candidates(field, example, must=must) if value is not None]
        fitting = (value for value in candidates if fits(model, field, value))
        value = next(fitting, candidates[0])
        return [value] if field.many else value

    def _candidates(self, field: FieldShape, example: object, *, must: bool) -> Iterator[object]:
        if field.holds is Holds.REFERENCE:
            yield from (self._record(field.refers_to), example, *_STAND_INS)
        elif field.holds is Holds.TERM:
            yield from self._terms(field.vocabulary, example, must=must)
        elif field.holds is Holds.FLAG:
            yield field.default is False
        elif field.holds is Holds.DATE:
            yield from (NO_DAY,) if must else (example, self._today.isoformat())
        elif field.holds in {Holds.NUMBER, Holds.YEAR}:
            yield from (example, field.default, self._today.year if field.holds is Holds.YEAR else 1)
        else:
            words = f"{PLACEHOLDER} {field.title}"
            yield from (words, example) if must else (example, words)
            yield from _STAND_INS

    def _record(self, kind: str) -> str | None:
        """Return the record of the kind that the region names itself, or the first of the base."""
        records = self._base.records[kind]
        own = self._own.get(kind)
        return own if own in records else next(iter(records), own)

    def _terms(self, vocabulary: str, example: object, *, must: bool) -> Iterator[object]:
        entries = self._base.vocabularies[vocabulary].entries
        shown = [identifier for identifier, term in entries.items() if not term.hidden]
        first = (_UNKNOWN, self._own.get(vocabulary), example) if must else (example,)
        yield from (value for value in first if value in shown)
        yield from shown
        yield from _STAND_INS


def fits(model: type[Group], field: FieldShape, value: object) -> bool:
    """Return whether the field of the model takes the value, as far as its form goes."""
    _, findings = validated(model, {field.key: [value] if field.many else value})
    return not any(finding.at[:1] == (field.key,) for finding in findings)


def _named_by(region: Region) -> dict[str, str]:
    """Return what the region says of itself, by the kind of the record or the vocabulary of the value."""
    named: dict[str, str] = {}
    for field in shape_of(Region):
        value = getattr(region, field.name)
        if isinstance(value, str) and field.holds in {Holds.REFERENCE, Holds.TERM}:
            named.setdefault(field.refers_to or field.vocabulary, value)
    return named
