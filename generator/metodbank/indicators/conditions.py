"""Conditions of a definition held against one record: passed, or the reason in Russian why it is left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any

from metodbank.dates import in_words
from metodbank.indicators.moments import holds_day
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.fields import Group
from metodbank.models.indicator import Condition
from metodbank.models.parts import Period
from metodbank.models.shape import FieldShape, fields_by_key
from metodbank.problems import FieldPath
from metodbank.russian_words import number_text


def refusal(
    base: KnowledgeBase, data: Group, conditions: Sequence[Condition], moment: date
) -> tuple[str, FieldPath]:
    """Return why the record fails a condition, the first, and the keys of its field; empty if it passes."""
    for condition in conditions:
        shape, value = field_value(data, condition.field)
        reason = _failed(base, condition, shape, value, moment)
        if reason:
            return reason, tuple(condition.field.split("."))
    return "", ()


def field_value(data: Group, path: str) -> tuple[FieldShape, Any]:
    """Return the field that a dotted path of keys leads to, and its value; None where a group is absent."""
    value: Any = data
    model: type[Group] = type(data)
    keys = path.split(".")
    for key in keys:
        shape = fields_by_key(model)[key]
        value = None if value is None else getattr(value, shape.name)
        model = shape.group or model
    return shape, value


def values_of(value: Any) -> tuple[Any, ...]:
    """Return what a field holds, one by one; nothing where it is empty."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, tuple | list) else (value,)


def as_text(value: Any) -> str:
    """Return a value as a condition writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.value if isinstance(value, Enum) else value)


def in_russian(base: KnowledgeBase, shape: FieldShape, value: Any) -> str:
    """Return a value in the words of its vocabulary or with the name of its record."""
    text = as_text(value)
    if shape.vocabulary:
        return base.word(shape.vocabulary, text)
    if shape.refers_to:
        return base.name_of(shape.refers_to, text)
    if isinstance(value, bool):
        return "да" if value else "нет"
    return in_words(value) if isinstance(value, date) else text


def _failed(base: KnowledgeBase, condition: Condition, shape: FieldShape, value: Any, moment: date) -> str:
    found = values_of(value)
    if condition.given is not None:
        return "" if bool(found) is condition.given else _given(shape, bool(found))
    if not found:
        passes = condition.or_absent or condition.is_not is not None
        return "" if passes else f"поле «{shape.title}» не заполнено"
    if condition.is_in is not None or condition.is_not is not None:
        return _failed_words(base, condition, shape, found)
    return _failed_measure(condition, shape, value, moment)


def _given(shape: FieldShape, is_given: bool) -> str:
    return f"поле «{shape.title}» " + ("заполнено" if is_given else "не заполнено")


def _failed_words(
    base: KnowledgeBase, condition: Condition, shape: FieldShape, found: tuple[Any, ...]
) -> str:
    has_any = any(as_text(value) in (condition.is_in or condition.is_not or ()) for value in found)
    if has_any is (condition.is_in is not None):
        return ""
    return f"{shape.title}: " + ", ".join(in_russian(base, shape, value) for value in found)


def _failed_measure(condition: Condition, shape: FieldShape, value: Any, moment: date) -> str:
    day = in_words(moment)
    if condition.holds is not None:
        return "" if holds_day(value, moment) else f"{shape.title}: {_period(value)}, на {day} — нет"
    if condition.not_after is not None:
        return "" if value <= moment else f"{shape.title}: {in_words(value)}, позже {day}"
    if condition.not_before is not None:
        return "" if value >= moment else f"{shape.title}: {in_words(value)}, раньше {day}"
    if condition.at_least is not None and value < condition.at_least:
        return f"{shape.title}: {number_text(value)}, меньше {number_text(condition.at_least)}"
    if condition.at_most is not None and value > condition.at_most:
        return f"{shape.title}: {number_text(value)}, больше {number_text(condition.at_most)}"
    return ""


def _period(period: Period) -> str:
    start = f"с {in_words(period.start)}" if period.start else ""
    end = f"по {in_words(period.end)}" if period.end else ""
    return " ".join(filter(None, (start, end)))
