"""The comments of a scaffold: what each field is, made of the model and of what the base holds."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from metodbank import addresses
from metodbank.contribute.scaffold import Entry, State
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.kinds import Kind
from metodbank.models.shape import FieldShape
from metodbank.vocabularies import FEW

WIDTH = 100
_SOME = 6
_LONGEST_TITLE = 60


def place_of(kind: Kind, identifier: str = "") -> str:
    """Return where the records of a kind stand in the base, or the file of one of them."""
    if not kind.is_register:
        return f"reference/{kind.folder}.yml"
    return f"{kind.folder}/{identifier}.yml" if identifier else f"{kind.folder}/"


class Notes:
    """Gives the comments of the fields of records of one kind, from the first to the last of a file.

    What there is to choose from is said once; a later field names the one that said it.
    """

    def __init__(self, base: KnowledgeBase, kind: Kind) -> None:
        self._base = base
        self._kind = kind
        self._said: dict[str, str] = {}

    def lines(self, entry: Entry) -> list[str]:
        """Return the comment above a field, line by line, without its signs."""
        sentences = [_one_line(sentence) for sentence in self._sentences(entry)]
        return [line for sentence in sentences for line in wrapped(sentence)]

    def _sentences(self, entry: Entry) -> Iterator[str]:
        field = entry.field
        need = "обязательно" if field.required else "можно не заполнять"
        yield f"{field.title} ({need}; {self._holds(field)})"
        if field.help:
            yield field.help
        if field.is_duration:
            yield "В минутах."
        if field.unit is not None:
            yield f"Единица: {field.unit.one}."
        choice = field.vocabulary or field.refers_to
        if choice:
            before = self._said.setdefault(choice, field.key)
            is_first = before == field.key
            if not is_first:
                yield f"Из чего выбирать, сказано выше, у поля {before}."
            else:
                yield self._choice(entry) if field.vocabulary else self._records(entry)
        elif entry.state in {State.GIVEN, State.SAMPLE} and field.example not in {None, entry.value}:
            yield f"Пример: {_example(field.example)}"
        if _says_something(field.default):
            yield f"Если не указать: {_plain(field.default)}."
        if entry.state is State.SAMPLE and not entry.groups and not entry.is_marked:
            yield "Поставлено для образца: впишите своё."

    def _holds(self, field: FieldShape) -> str:
        words = (
            f"{field.holds.words} {self._kind_of(field).words.genitive}"
            if field.refers_to
            else field.holds.words
        )
        return f"список: {words}" if field.many else words

    def _choice(self, entry: Entry) -> str:
        entries = self._base.vocabularies[entry.field.vocabulary].entries
        shown = _own_first([i for i, term in entries.items() if not term.hidden], entry)
        values = [f"{i} — {entries[i].title}" for i in shown]
        if len(values) <= FEW:
            return f"Значения: {'; '.join(values)}."
        page = addresses.fields_page(self._kind.name)
        rest = len(values) - _SOME
        return f"Значения: {'; '.join(values[:_SOME])}; и ещё {rest}. Все — на сайте, «Поля записей»: {page}."

    def _records(self, entry: Entry) -> str:
        kind = self._kind_of(entry.field)
        borne = self._base.records[kind.name]
        records = [borne[i] for i in _own_first(list(borne), entry)]
        where = f"Все — в {place_of(kind)}" + (" (имя файла без .yml)." if kind.is_register else ".")
        if not records:
            return f"В базе их ещё нет: metodbank new {kind.name}."
        titles = (textwrap.shorten(record.title, _LONGEST_TITLE, placeholder="…") for record in records)
        named = "; ".join(
            f"{record.id} — {title}" for record, title in zip(records[:_SOME], titles, strict=False)
        )
        return f"Есть: {named}. {where}" if len(records) > _SOME else f"Есть: {named}."

    def _kind_of(self, field: FieldShape) -> Kind:
        return next(kind for kind in self._base.kinds if kind.name == field.refers_to)


def wrapped(sentence: str) -> list[str]:
    """Return a sentence as lines of a comment; a line begins with no space, which would make it data."""
    return textwrap.wrap(sentence, WIDTH, break_long_words=False, break_on_hyphens=False)


def _own_first(ids: list[str], entry: Entry) -> list[str]:
    """Return the ids with those that the field holds at the head, so that some of many show them."""
    own = entry.value if isinstance(entry.value, list) else [entry.value]
    return sorted(ids, key=lambda identifier: identifier not in own) if len(ids) > FEW else ids


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _says_something(default: object) -> bool:
    return default is not None and default != ()


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _example(example: object) -> str:
    values: Iterable[object] = example if isinstance(example, list) else (example,)
    return "; ".join(map(_plain, values))
