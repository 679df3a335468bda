"""Fields of records → values that templates print: every kind of field in one way everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from metodbank import addresses
from metodbank.knowledge_base import KnowledgeBase
from metodbank.markdown import to_html
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.parts import ActClause
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.pages.facets import Facets
from metodbank.pages.glossary_links import GlossaryLinks
from metodbank.pages.model_views import view_class
from metodbank.pages.plain_views import GROUPS_AS_TEXT, plain_way
from metodbank.pages.wording import inside_a_sentence, size_text, unbroken
from metodbank.reads import Remembered
from metodbank.record_titles import brief_citation
from metodbank.records import Record


@dataclass(frozen=True, slots=True)
class LinkView:
    """A text that leads to a page, or only a text where there is none."""

    text: str
    href: str = ""
    title: str = ""


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


Way = Callable[[Any, Record], Any]
"""How what is given for a field is presented; the record is the one whose field it is."""

_NOT_GIVEN: tuple[None, tuple[()]] = (None, ())


class Presenter:
    """Makes views for pages of one depth: `prefix` leads from them to the root of the site."""

    def __init__(self, base: KnowledgeBase, facets: Facets, glossary: GlossaryLinks, *, prefix: str) -> None:
        self._base = base
        self._glossary = glossary
        self._met: set[str] = set()
        self._facets = facets
        self._links = Remembered(self._link)
        self._cited = Remembered(self._brief_link)
        self._groups: dict[tuple[type[Group], str], Way] = {}
        self.prefix = prefix

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
        key = (type(data), record.kind.name)
        way = self._groups.get(key)
        if way is None:
            way = self._groups[key] = self._way_of_group(type(data), record.kind)
        return way(data, record)

    def way(self, field: FieldShape, kind: Kind) -> Way:
        """Return how what is given for a field is presented in records of a kind."""
        if field.holds is Holds.TERM:
            return self._way_of_terms(field, kind)
        present = self._way_of_one(field)
        return (
            (lambda value, record: tuple([present(item, record) for item in value]))
            if field.many
            else present
        )

    def _way_of_group(self, model: type[Group], kind: Kind) -> Way:
        as_text = GROUPS_AS_TEXT.get(model)
        if as_text is not None:
            return lambda value, record: as_text(value)
        made = view_class(model)._make
        ways = [(field.name, self.way(field, kind)) for field in shape_of(model)]

        def view(group: Group, record: Record) -> Any:
            values = group.__dict__
            return made(
                [
                    way(value, record) if (value := values[name]) or value not in _NOT_GIVEN else value
                    for name, way in ways
                ]
            )

        return view

    def _way_of_terms(self, field: FieldShape, kind: Kind) -> Way:
        term = self.terms(field, kind)
        if not field.many:
            return lambda value, record: term(value)
        inside = Remembered(lambda identifier: _inside_a_sentence(term(identifier))).of
        return lambda value, record: (term(value[0]), *map(inside, value[1:]))

    def _way_of_one(self, field: FieldShape) -> Way:
        match field.holds:
            case Holds.LINE if field.is_prose:
                return lambda value, record: self.prose(value)
            case Holds.LINE:
                return lambda value, record: unbroken(value)
            case Holds.TEXT:
                return lambda value, record: self._text(value)
            case Holds.REFERENCE if field.is_brief:
                return lambda value, record: self.cited(value)
            case Holds.REFERENCE:
                return lambda value, record: self.link(field.refers_to, value)
            case Holds.FILE:
                return self._file
            case Holds.GROUP:
                return self.group
        plain = plain_way(field)
        return lambda value, record: plain(value)

    def link(self, kind: str, identifier: str) -> LinkView:
        """Return a link to a record; where it has no page, only that it is not published.

        Nothing of a record that is kept off the site may reach a page; what reference data is called may.
        """
        return self._links.of(kind, identifier)

    def cited(self, identifier: str) -> LinkView:
        """Return a link to an act by its kind, date and number."""
        return self._cited.of(identifier)

    def link_to(self, record: Record) -> LinkView:
        """Return a link to a record that is at hand."""
        return self.link(record.kind.name, record.id)

    def terms(self, field: FieldShape, kind: Kind) -> Callable[[str], LinkView]:
        """Return what gives the values of the field, linked to the pages that gather what has them."""
        return Remembered(partial(self._term, field, kind)).of

    def href(self, address: str) -> str:
        """Return an address of the site as a link from pages of this depth."""
        return self.prefix + address

    def _text(self, text: str) -> Markup:
        """Return Markdown as HTML with the terms linked that stand in the record for the first time."""
        return self._glossary.linked(to_html(text), self._met, self.prefix)

    def _link(self, kind: str, identifier: str) -> LinkView:
        record = self._base.get(kind, identifier)
        name = None if record else self._base.known_name(kind, identifier)
        if name is not None:
            return LinkView(unbroken(name))
        if record is None or not self._base.shows(record):
            words = next((found.words for found in self._base.kinds if found.name == kind), None)
            return LinkView(f"{words.one} (не опубликовано)" if words else identifier)
        return LinkView(
            unbroken(record.title), self.href(addresses.record_page(record.kind.folder, identifier))
        )

    def _brief_link(self, identifier: str) -> LinkView:
        link, act = self.link("act", identifier), self._base.get("act", identifier)
        return replace(link, text=brief_citation(act.data, self._base.vocabularies)) if act else link

    def _term(self, field: FieldShape, kind: Kind, identifier: str) -> LinkView:
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


def is_given(value: object) -> bool:
    """Return whether a field holds something: None and () stand for what was not given."""
    return value not in _NOT_GIVEN


def clauses_by_act(presenter: Presenter, clauses: Iterable[ActClause]) -> tuple[ClausesView, ...]:
    """Return the places of each act together, acts in the order of their first place."""
    found: dict[str, list[str]] = {}
    for clause in clauses:
        found.setdefault(clause.act, []).append(unbroken(clause.section))
    return tuple(ClausesView(presenter.cited(act), tuple(sections)) for act, sections in found.items())


def _inside_a_sentence(term: LinkView) -> LinkView:
    """Return a value as it stands among others of a list: without its capital."""
    return replace(term, text=inside_a_sentence(term.text))
