"""Dates in Russian words, and the one place that reads the clock for the command line."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

MONTHS_GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DOTTED = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})")


def parse_iso(text: str) -> date | None:
    """Return the day of `ГГГГ-ММ-ДД`, or None where the text is not one that exists."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def suggest_iso(text: str) -> str:
    """Return `ГГГГ-ММ-ДД` for a date written as `25.08.2025`, or an empty string."""
    match = _DOTTED.fullmatch(text.strip())
    if match is None:
        return ""
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def in_words(day: date) -> str:
    """Return `25 августа 2023 г.` with no-break spaces."""
    return f"{day.day}\u00a0{MONTHS_GENITIVE[day.month - 1]}\u00a0{day.year}\u00a0г."


def today(time_zone: str) -> date:
    """Return the day to build for: `SOURCE_DATE_EPOCH` where it is set, else today in the zone."""
    zone = ZoneInfo(time_zone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch("[0-9]{1,11}", epoch):
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone).date()
    return datetime.now(zone).date()
