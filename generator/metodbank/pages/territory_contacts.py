"""Whom to call in a territory: offices by what they are for, never a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from metodbank.hints.use import is_of_use
from metodbank.pages.context import SiteContext
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.records import Record

_OFFICES = ("methodical-service", "cnppm", "iro", "cmoko", "municipal-authority", "regional-authority")
"""Kinds of organizations that answer for a territory, those that help first."""
MOST_ASSOCIATIONS = 6


@dataclass(frozen=True, slots=True)
class ContactView:
    """An office with its service contact; `contact` is the view of the fields, `role` what it is."""

    role: str
    link: LinkView
    contact: Any


def contacts(context: SiteContext, presenter: Presenter, record: Record) -> tuple[ContactView, ...]:
    """Return whom else to call: offices of the territory, then its associations.

    Who answers the telephone of the territory itself is not named a second time.
    """
    found = (*_offices(context, presenter, record.id), *_associations(context, presenter, record.id))
    own = presenter.group(record.data.contact, record) if record.data.contact else None
    return tuple(view for view in found if own is None or view.contact.phone != own.phone or not own.phone)


def _offices(context: SiteContext, presenter: Presenter, territory: str) -> Iterator[ContactView]:
    found: dict[str, list[Record]] = {}
    for record in context.helping.organizations(_OFFICES, territory):
        if record.data.contact is not None and is_of_use("organization", record.data, context.as_of):
            found.setdefault(record.data.kind, []).append(record)
    for kind in _OFFICES:
        for record in found.get(kind, ()):
            yield _view(presenter, record, context.base.word("organization-kinds", kind))


def _associations(context: SiteContext, presenter: Presenter, territory: str) -> Iterator[ContactView]:
    own = [record for record in context.base.listed_in(territory) if record.kind.name == "association"]
    open_ones = [record for record in own if is_of_use("association", record.data, context.as_of)]
    for record in sorted(open_ones, key=lambda each: each.facts.order)[:MOST_ASSOCIATIONS]:
        role = context.base.word("association-kinds", record.data.kind)
        yield _view(presenter, record, role)


def _view(presenter: Presenter, record: Record, role: str) -> ContactView:
    return ContactView(role, presenter.link_to(record), presenter.group(record.data.contact, record))
