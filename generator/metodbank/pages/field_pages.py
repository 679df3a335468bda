"""The reference of fields: made from the models, so it cannot say anything else than the check does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from metodbank import addresses
from metodbank.indicator_definitions import FRAMEWORKS, INDICATORS
from metodbank.models.fields import Group
from metodbank.models.framework import Framework
from metodbank.models.indicator import Indicator
from metodbank.models.shape import FieldShape, shape_of
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView

TITLE = "Поля записей"
INTRO = (
    "Какие поля бывают у записи, что в них писать и из чего выбирать. "
    "Справочник сделан из тех же описаний, по которым записи проверяются."
)


@dataclass(frozen=True, slots=True)
class Described:
    """What has fields: the kind of a record, or a definition; `one` is a word for one of it."""

    name: str
    title: str
    one: str
    place: str
    model: type[Group]


DEFINITIONS = (
    Described(addresses.INDICATOR, "Показатели", "показатель", f"{INDICATORS}/<id>.yml", Indicator),
    Described(
        addresses.FRAMEWORK, "Системы показателей", "система показателей", f"{FRAMEWORKS}/<id>.yml", Framework
    ),
)


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field in the reference."""

    key: str
    title: str
    help: str
    value: str
    required: bool
    example: str
    choices: tuple[LinkView, ...]
    choices_title: str
    inner: tuple[FieldView, ...]


def field_pages(context: SiteContext) -> Iterator[PagePlan]:
    """Yield the index of the reference and a page for each kind."""
    index = addresses.list_page(addresses.FIELDS)
    yield PagePlan(index, partial(_index, context, index))
    for described in _described(context):
        yield PagePlan(addresses.fields_page(described.name), partial(_page, context, described))


def _described(context: SiteContext) -> Iterator[Described]:
    for kind in context.base.kinds:
        place = f"{kind.folder}/<id>.yml" if kind.is_register else f"reference/{kind.folder}.yml"
        yield Described(kind.name, kind.title, kind.words.one, place, kind.model)
    yield from DEFINITIONS


def _index(context: SiteContext, index: str) -> Page:
    href = context.presenter_at(index).href
    links = [
        LinkView(each.title, href(addresses.fields_page(each.name)), each.place)
        for each in _described(context)
    ]
    body = context.renderer.render("fields_index.html.jinja", title=TITLE, intro=INTRO, links=links)
    return Page(index, TITLE, as_description(INTRO), context.trail(index, LinkView(TITLE)), body)


def _page(context: SiteContext, described: Described) -> Page:
    address = addresses.fields_page(described.name)
    title = f"Поля: {described.title.lower()}"
    fields = _views(context, described.model)
    body = context.renderer.render(
        "fields.html.jinja",
        title=title,
        place=described.place,
        required=[field for field in fields if field.required],
        optional=[field for field in fields if not field.required],
    )
    index = LinkView(TITLE, context.presenter_at(address).href(addresses.list_page(addresses.FIELDS)))
    description = (
        f"Какие поля у записи «{described.one}» обязательны, какие можно добавить и что в них писать."
    )
    return Page(address, title, description, context.trail(address, index, LinkView(title)), body)


def _views(context: SiteContext, model: type[Group]) -> tuple[FieldView, ...]:
    return tuple(_view(context, field) for field in shape_of(model))


def _view(context: SiteContext, field: FieldShape) -> FieldView:
    choices: tuple[LinkView, ...] = ()
    choices_title = ""
    if field.vocabulary:
        vocabulary = context.base.vocabularies[field.vocabulary]
        choices_title = vocabulary.title
        choices = tuple(
            LinkView(i, title=term.title) for i, term in vocabulary.entries.items() if not term.hidden
        )
    value = field.holds.words
    if field.refers_to:
        words = next(kind.words for kind in context.base.kinds if kind.name == field.refers_to)
        value = f"идентификатор {words.genitive}"
    return FieldView(
        key=field.key,
        title=field.title,
        help=field.help,
        value=f"список: {value}" if field.many else value,
        required=field.required,
        example=_example(field),
        choices=choices,
        choices_title=choices_title,
        inner=_views(context, field.group) if field.group else (),
    )


def _example(field: FieldShape) -> str:
    example = field.example
    if example is None:
        return ""
    if isinstance(example, list):
        return f"[{', '.join(map(str, example))}]"
    text = str(example)
    return (
        f'"{text}"'
        if ": " in text or text.startswith(("«", "+")) or (text.isdigit() and isinstance(example, str))
        else text
    )
