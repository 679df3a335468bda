"""Fields whose words depend on nothing but their value: dates, numbers, telephones, grades."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from metodbank.dates import in_words
from metodbank.models.fields import Group
from metodbank.models.parts import GradeRange, Period
from metodbank.models.shape import FieldShape, Holds
from metodbank.pages.wording import duration_text, grades_text, period_text, unbroken
from metodbank.russian_words import counted, number_text

GROUPS_AS_TEXT: Mapping[type[Group], Callable[[Any], str]] = {GradeRange: grades_text, Period: period_text}
"""Groups of fields that are said in one phrase."""


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


@lru_cache(maxsize=4096)
def date_view(day: date) -> DateView:
    """Return a day in words and for machines."""
    return DateView(in_words(day), day.isoformat())


@lru_cache(maxsize=4096)
def phone_view(text: str) -> PhoneView:
    """Return a number as written and as `tel:` takes it; an extension follows a comma, which is a pause."""
    number, _, extension = text.partition("доб.")
    dialled = re.sub(r"[^0-9+]", "", number)
    return PhoneView(text, f"{dialled},{extension.strip()}" if extension else dialled)


def plain_way(field: FieldShape) -> Callable[[Any], Any]:
    """Return how a field is presented whose words depend on nothing but its value."""
    match field.holds:
        case Holds.DATE:
            return date_view
        case Holds.PHONE:
            return phone_view
        case Holds.FLAG:
            return lambda value: "да" if value else "нет"
        case Holds.NUMBER:
            return _way_of_number(field)
        case Holds.LINE:
            return lambda value: unbroken(str(value))
    return str


def _way_of_number(field: FieldShape) -> Callable[[Any], str]:
    unit = field.unit
    if field.is_duration:
        return lambda value: duration_text(int(value))
    if unit is not None:
        return lambda value: counted(value, unit.one, unit.few, unit.many)
    return number_text
