"""Fields of records → values that templates print: every kind of field in one way everywhere.

A view class is made from each model, with the same names, so a template names fields as the model does
and a name that does not exist is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, make_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from metodbank import addresses
from metodbank.dates import in_words
from metodbank.knowledge_base import KnowledgeBase
from metodbank.markdown import to_html
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.parts import ActClause, GradeRange, Period
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.pages.facets import Facets
from metodbank.pages.glossary_links import GlossaryLinks
from metodbank.pages.wording import (
    duration_text,
    grades_text,
    inside_a_sentence,
    period_text,
    size_text,
    unbroken,
)
from metodbank.reads import read
from metodbank.record_titles import brief_citation
from metodbank.records import Record
from metodbank.russian_words import counted, number_text


@dataclass(frozen=True, slots=True)
class LinkView:
    """A text that leads to a page, or only a text where there is none."""

    text: str
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class DateView:
    """A day in words and for machines."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class PhoneView:
    """A telephone number as it is written and as it is dialled."""

    text: str
    number: str


@dataclass(frozen=True, slots=True)
class FileView:
    """An attached file."""

    name: str
    href: str
    format: str
    size: str


@dataclass(frozen=True, slots=True)
class ClausesView:
    """Places of one act."""

    act: LinkView
    sections: tuple[str, ...]


_NOT_GIVEN: tuple[None, tuple[()]] = (None, ())


@cache
def view_class(model: type[Group]) -> type[Any]:
    """Return the class of the views of a model: the model's own field names."""
    names = [(field.name, Any) for field in shape_of(model)]
    return make_dataclass(f"{model.__name__}View", names, frozen=True, slots=True)


@cache
def titles_view(model: type[Group]) -> Any:
    """Return the Russian titles of a model's fields under their names."""
    return view_class(model)(*(field.title for field in shape_of(model)))


@cache
def parts_view(model: type[Group]) -> Any:
    """Return the titles inside the groups of a model under the names of the groups, None for other fields."""
    return view_class(model)(
        *(titles_view(field.group) if field.group else None for field in shape_of(model))
    )


class Presenter:
    """Makes views for pages of one depth: `prefix` leads from them to the root of the site."""

    def __init__(self, base: KnowledgeBase, facets: Facets, glossary: GlossaryLinks, *, prefix: str) -> None:
        self._base = base
        self._glossary = glossary
        self._met: set[str] = set()
        self._facets = facets
        self._links: dict[tuple[str, str], LinkView] = {}
        self._terms: dict[tuple[str, str, str, bool], LinkView] = {}
        self.prefix = prefix
        self._by_holds: dict[Holds, Callable[[FieldShape, Any, Record], Any]] = {
            Holds.LINE: lambda field, value, record: self.prose(value) if field.is_prose else unbroken(value),
            Holds.TEXT: lambda field, value, record: self._text(value),
            Holds.NUMBER: lambda field, value, record: _number(field, value),
            Holds.YEAR: lambda field, value, record: str(value),
            Holds.FLAG: lambda field, value, record: "да" if value else "нет",
            Holds.DATE: lambda field, value, record: date_view(value),
            Holds.REFERENCE: lambda field, value, record: self._reference(field, value),
            Holds.TERM: lambda field, value, record: self.term(field, value, record.kind),
            Holds.FILE: lambda field, value, record: self._file(value, record),
            Holds.PHONE: lambda field, value, record: phone_view(value),
            Holds.GROUP: lambda field, value, record: self.group(value, record),
        }

    def record(self, record: Record) -> Any:
        """Return the view of all fields of a record."""
        self.begin(record)
        return self.group(record.data, record)

    def begin(self, record: Record) -> None:
        """Begin the page of a record: each term is linked where it stands on it for the first time."""
        self._met = {record.id} if record.kind.name == "glossary-term" else set()

    def prose(self, text: str) -> Markup:
        """Return plain text with the terms linked that stand in the record for the first time."""
        return self._glossary.linked(escape(unbroken(text)), self._met, self.prefix)

    def group(self, data: Group, record: Record) -> Any:
        """Return the view of a group of fields; None and () stand for what was not given."""
        as_text = _TEXTS.get(type(data))
        if as_text is not None:
            return as_text(data)
        values = data.__dict__
        shown = [
            self._shown(field, value, record) if (value := values[field.name]) not in _NOT_GIVEN else value
            for field in shape_of(type(data))
        ]
        return view_class(type(data))(*shown)

    def field(self, field: FieldShape, value: Any, record: Record) -> Any:
        """Return the presented value of one field."""
        return self._shown(field, value, record) if value not in _NOT_GIVEN else value

    def _shown(self, field: FieldShape, value: Any, record: Record) -> Any:
        present = self._by_holds[field.holds]
        if field.many and field.holds is Holds.TERM:
            first, *others = value
            rest = [self.term(field, item, record.kind, inside=True) for item in others]
            return (self.term(field, first, record.kind), *rest)
        if field.many:
            return tuple([present(field, item, record) for item in value])
        return present(field, value, record)

    def link(self, kind: str, identifier: str) -> LinkView:
        """Return a link to a record; where it has no page, only that it is not published.

        Nothing of a record that is kept off the site may reach a page; what reference data is called may.
        """
        read(f"entry/{kind}/{identifier}")
        known = self._links.get((kind, identifier))
        if known is None:
            known = self._links[kind, identifier] = self._link(kind, identifier)
        return known

    def cited(self, identifier: str) -> LinkView:
        """Return a link to an act by its kind, date and number."""
        link, act = self.link("act", identifier), self._base.get("act", identifier)
        return replace(link, text=brief_citation(act.data, self._base.vocabularies)) if act else link

    def link_to(self, record: Record) -> LinkView:
        """Return a link to a record that is at hand."""
        return self.link(record.kind.name, record.id)

    def term(self, field: FieldShape, identifier: str, kind: Kind, *, inside: bool = False) -> LinkView:
        """Return a value of a vocabulary, linked to the page that gathers what has it.

        `inside` a list of values it does not begin with a capital.
        """
        read(f"vocabulary/{field.vocabulary}")
        self._facets.has(kind, field.name, identifier)
        key = (kind.name, field.name, identifier, inside)
        known = self._terms.get(key)
        if known is None:
            known = self._term(field, identifier, kind)
            if inside:
                known = replace(known, text=inside_a_sentence(known.text))
            self._terms[key] = known
        return known

    def href(self, address: str) -> str:
        """Return an address of the site as a link from pages of this depth."""
        return self.prefix + address

    def _reference(self, field: FieldShape, identifier: str) -> LinkView:
        return self.cited(identifier) if field.is_brief else self.link(field.refers_to, identifier)

    def _text(self, text: str) -> Markup:
        """Return Markdown as HTML with the terms linked that stand in the record for the first time."""
        return self._glossary.linked(to_html(text), self._met, self.prefix)

    def _link(self, kind: str, identifier: str) -> LinkView:
        record = self._base.get(kind, identifier)
        name = None if record else self._base.known_name(kind, identifier)
        if name is not None:
            return LinkView(name)
        if record is None or not self._base.shows(record):
            words = next((found.words for found in self._base.kinds if found.name == kind), None)
            return LinkView(f"{words.one} (не опубликовано)" if words else identifier)
        return LinkView(record.title, self.href(addresses.record_page(record.kind.folder, identifier)))

    def _term(self, field: FieldShape, identifier: str, kind: Kind) -> LinkView:
        term = self._base.term(field.vocabulary, identifier)
        if term is None:
            return LinkView(identifier)
        address = ""
        if field.vocabulary == addresses.DIFFICULTY_VOCABULARY:
            address = addresses.difficulty_page(identifier)
        elif self._facets.has(kind, field.name, identifier):
            address = addresses.facet_page(kind.folder, field.name, identifier)
        return LinkView(term.title, self.href(address) if address else "", term.description or "")

    def _file(self, name: str, record: Record) -> FileView:
        address = addresses.attached_file(record.id, name)
        size = self._base.files.get(address, 0)
        return FileView(name, self.href(address), name.rpartition(".")[2].upper(), size_text(size))


def clauses_by_act(presenter: Presenter, clauses: Iterable[ActClause]) -> tuple[ClausesView, ...]:
    """Return the places of each act together, acts in the order of their first place."""
    found: dict[str, list[str]] = {}
    for clause in clauses:
        found.setdefault(clause.act, []).append(unbroken(clause.section))
    return tuple(ClausesView(presenter.cited(act), tuple(sections)) for act, sections in found.items())


def date_view(day: date) -> DateView:
    """Return a day in words and for machines."""
    return DateView(in_words(day), day.isoformat())


def phone_view(text: str) -> PhoneView:
    """Return a number as written and as `tel:` takes it; an extension follows a comma, which is a pause."""
    number, _, extension = text.partition("доб.")
    dialled = re.sub(r"[^0-9+]", "", number)
    return PhoneView(text, f"{dialled},{extension.strip()}" if extension else dialled)


def _number(field: FieldShape, value: float) -> str:
    if field.is_duration:
        return duration_text(int(value))
    if field.unit is not None:
        return counted(value, field.unit.one, field.unit.few, field.unit.many)
    return number_text(value)


_TEXTS: dict[type[Group], Callable[[Any], str | Markup]] = {GradeRange: grades_text, Period: period_text}
