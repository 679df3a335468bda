"""Conditions of a definition held against the raw fields of a record, for `naive_indicators`."""

from __future__ import annotations

from datetime import date
from typing import Any

from naive_files import day

FIRST, LAST = date.min, date.max


def overlaps_year(period: dict[str, Any], year: int) -> bool:
    """Return whether a period has a day in the year; an end that is not given is open."""
    start, end = day(period.get("from")) or FIRST, day(period.get("to")) or LAST
    return start <= date(year, 12, 31) and end >= date(year, 1, 1)


def meets(record: dict[str, Any], condition: dict[str, Any], moment: date) -> bool:
    """Return whether a raw record meets a condition of a definition at the moment."""
    value: Any = record
    for key in condition["field"].split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if "given" in condition:
        return bool((value is not None) == condition["given"])
    if value is None:
        return bool(condition.get("or_absent", False)) or "is_not" in condition
    test = next(key for key in condition if key not in ("field", "or_absent"))
    asked = condition[test]
    if test in ("is", "is_not"):
        values = value if isinstance(value, list) else [value]
        return any(one in asked for one in values) is (test == "is")
    if test in ("at_least", "at_most"):
        return bool(value >= asked if test == "at_least" else value <= asked)
    assert asked == "moment"
    if test == "holds":
        return (day(value.get("from")) or FIRST) <= moment <= (day(value.get("to")) or LAST)
    given = day(value) or FIRST
    return given <= moment if test == "not_after" else given >= moment
