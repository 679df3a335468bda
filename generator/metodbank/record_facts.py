"""What lists and word finders need to know of a record, so that they need not fetch its fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from metodbank.models.glossary import GlossaryTerm
from metodbank.models.kinds import Kind
from metodbank.russian_words import sort_key

KEPT = ("kind", "themes", "state", "audience", "difficulties", "subjects", "education_levels")
"""Fields whose values are known of every record that has them, beside those of its facets."""


class Said(NamedTuple):
    """The ways in which a term of the glossary is said, and whether texts link to it."""

    title: str
    variants: tuple[str, ...]
    abbreviations: tuple[str, ...]
    linked: bool


class Facts(NamedTuple):
    """Facts of one record.

    `order` is its place among titles, `day` the one by which its list is ordered, `values` those that it has
    of each facet and of the fields in `KEPT`, `part` the value that heads its part of the list, `changed`
    when it was created or checked, `said` how a term of the glossary is said, `closed_on` when an
    organization was closed, `until` the last day on which what the record tells of is valid or carried out.
    """

    order: tuple[Any, ...] = ()
    day: date | None = None
    values: Mapping[str, tuple[str, ...]] = {}
    part: str | None = None
    changed: date | None = None
    said: Said | None = None
    former_ids: tuple[str, ...] = ()
    closed_on: date | None = None
    until: date | None = None


def facts_of(kind: Kind, title: str, data: Any) -> Facts:
    """Return the facts of a record."""
    fields = vars(data)
    return Facts(
        order=sort_key(title),
        day=getattr(data, kind.day) if kind.day else None,
        values={
            name: _values(value)
            for name in dict.fromkeys((*kind.facets, *KEPT))
            if (value := fields.get(name))
        },
        part=getattr(data, kind.grouped) if kind.grouped else None,
        changed=fields.get("created") or fields.get("updated"),
        said=_said(data) if isinstance(data, GlossaryTerm) else None,
        former_ids=fields.get("former_ids", ()),
        closed_on=fields.get("closed_on"),
        until=_until(fields),
    )


def _until(fields: Mapping[str, Any]) -> date | None:
    """Return the end of validity of a site or a practice, of the years in which a program is carried out."""
    active = fields.get("active")
    until: date | None = active.end if active else fields.get("valid_until")
    return until


def _values(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value)) if isinstance(value, tuple) else (str(value),)


def _said(term: GlossaryTerm) -> Said:
    return Said(term.title, term.variants, term.abbreviations, bool(term.linked))
