"""What a form may ask for: one thing of one value, something of the base, or a whole block."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What of a value is asked for, as it is written in a form."""

    VALUE = "значение"
    NUMERATOR = "числитель"
    DENOMINATOR = "знаменатель"
    TARGET = "цель"
    TARGET_WORDS = "цель словами"
    STATE = "состояние"
    STANDING = "состояние на день"
    TO_GOAL = "до цели"
    COVERAGE = "охват"
    MOMENT = "дата"
    SOURCE = "источник"
    FORMULA = "формула"
    STATUS = "статус"
    NAME = "название"
    UNIT = "единица"


class Word(StrEnum):
    """What is asked of the base itself."""

    DAY = "дата"
    REGION = "регион"
    YEAR = "год"
    FRAMEWORK = "система"
    BASE = "база"
    OPERATOR = "оператор"


class Block(StrEnum):
    """What takes the place of a whole paragraph of a Word note."""

    TABLE = "таблица"
    TERRITORIES = "территории"
    CHART = "график"
    BARS = "график территорий"
    NOT_REACHED = "не достигнуты"
    UNKNOWN = "нет данных"
    GROUNDS = "основания"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing of one value; `framework` and `statement` are empty where the indicator was called itself."""

    indicator: str
    territory: str
    year: int
    field: Field = Field.VALUE
    framework: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class WordAsked:
    """Something of the base; `framework` is empty where none was named, `year` is that of the report."""

    word: Word
    year: int
    framework: str = ""


@dataclass(frozen=True, slots=True)
class BlockAsked:
    """A table, a list or a chart as it was written; `indicator` is empty where it is of a framework."""

    text: str
    block: Block
    territory: str
    year: int
    indicator: str = ""
    framework: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Brackets that were meant to ask for something, and why nobody knows for what, in Russian."""

    reason: str


Request = Asked | WordAsked | BlockAsked | Unclear
