"""The texts of a record as the search weighs them: every field that readers see, by what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

from metodbank.addresses import DIFFICULTY_VOCABULARY
from metodbank.dates import in_words
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.act import Act
from metodbank.models.fields import Group
from metodbank.models.parts import Contact, GradeRange
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.reads import Remembered
from metodbank.records import Record
from metodbank.search.counted_words import counted_words
from metodbank.search.piece import Weight
from metodbank.search.tokens import words_of
from metodbank.search.weighed_fields import (
    ASKED_FOR,
    DAYS,
    ELSEWHERE,
    LEFT_OUT,
    NAMED,
    WEIGHTS,
    WITHOUT_DAYS,
)

Words = Sequence[str]
Said = Iterator[tuple[bool, Words]]
"""The words of the texts of a field, and of each whether it only explains what the author chose."""
Way = Callable[[Any], Said]


class RecordTexts:
    """Gives the texts of the records of one base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._ways: dict[type[Group], list[tuple[str, Weight, Way]]] = {}

    def of(self, record: Record) -> Iterator[tuple[Weight, Words]]:
        """Yield the words of each text of the record with its weight."""
        fields = vars(record.data)
        for name, weight, way in self._ways_of(record.model):
            value = fields[name]
            if value is not None and value != ():
                for explains, words in way(value):
                    yield Weight.TEXT if explains else weight, words

    def of_group(self, value: Group) -> Said:
        """Yield the words of the texts of a part of a record."""
        return self._group(value)

    def _ways_of(self, model: type[Group]) -> list[tuple[str, Weight, Way]]:
        known = self._ways.get(model)
        if known is None:
            weights = WEIGHTS if model is not Act else {**WEIGHTS, "title": Weight.TOPIC}
            ways = [
                (field.name, weights.get(field.name, Weight.TEXT), way)
                for field in shape_of(model)
                if (way := self._way_in(model, field)) is not None
            ]
            known = self._ways[model] = sorted(ways, key=lambda way: way[1])
        return known

    def _way_in(self, model: type[Group], field: FieldShape) -> Way | None:
        if field.name in LEFT_OUT or (model, field.name) in ELSEWHERE:
            return None
        if model in WITHOUT_DAYS and field.holds is Holds.DATE:
            return None
        way = self._way(field) if field.group is not Contact else None
        if words := ASKED_FOR.get((model, field.name)):
            asked = False, said_words(words)
            return lambda value: chain((asked,), way(value) if way else ())
        return way

    def _way(self, field: FieldShape) -> Way | None:
        one = self._way_of_one(field)
        if one is None or not field.many:
            return one
        return lambda values: (each for value in values for each in one(value))

    def _way_of_one(self, field: FieldShape) -> Way | None:
        match field.holds:
            case Holds.LINE | Holds.TEXT:
                return _plain
            case Holds.DATE if field.name in DAYS:
                return _day
            case Holds.NUMBER if field.name == "hours":
                return _hours
            case Holds.TERM:
                term = Remembered(partial(self._term, field.vocabulary)).of
                return lambda value: iter(term(value))
            case Holds.REFERENCE if field.name in NAMED:
                name = Remembered(partial(self._name, field.refers_to)).of
                return lambda value: iter(name(value))
            case Holds.GROUP if field.group is GradeRange:
                return _grades
            case Holds.GROUP:
                return self._group
        return None

    def _term(self, vocabulary: str, identifier: str) -> tuple[tuple[bool, Words], ...]:
        """Return the title of a value, and what explains a difficulty: teachers say that too."""
        term = self._base.term(vocabulary, identifier)
        if term is None:
            return ()
        title = False, said_words(" ".join((term.title, *term.abbreviations)))
        if vocabulary == DIFFICULTY_VOCABULARY and term.description:
            return title, (True, words_of(term.description))
        return (title,)

    def _name(self, kind: str, identifier: str) -> tuple[tuple[bool, Words], ...]:
        return ((False, words_of(self._base.name_of(kind, identifier))),)

    def _group(self, value: Group) -> Said:
        fields = vars(value)
        for name, _, way in self._ways_of(type(value)):
            inner = fields[name]
            if inner is not None and inner != ():
                yield from way(inner)


def said_words(text: str) -> Words:
    """Return the words of a text, and behind them what it counts: nobody seeks those one after the other."""
    return [*words_of(text), *counted_words(text)]


def _plain(value: object) -> Said:
    yield False, said_words(str(value))


def _day(value: date) -> Said:
    yield False, said_words(in_words(value))


def _hours(value: int) -> Said:
    yield False, said_words(f"{value} часов")


def _grades(value: GradeRange) -> Said:
    for grade in range(value.first, value.last + 1):
        yield False, said_words(f"{grade} класс")
