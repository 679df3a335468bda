"""How old a day is, and which years a text names: words that several rules share."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from metodbank.patterns import regex

_YEARS = regex(r"(?<!\d)((?:19|20)\d\d)(?:\s?[/–—-]\s?(\d\d)(?!\d))?(?!\d)")
CENTURY = 100


def is_older(day: date, than_years: int, as_of: date) -> bool:
    """Return whether more than so many years lie between the day and the day of the check."""
    return (day.year + than_years, day.month, day.day) < (as_of.year, as_of.month, as_of.day)


@lru_cache(maxsize=1024)
def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names; `2024/25` names both 2024 and 2025."""
    found: list[int] = []
    for first, short in _YEARS.findall(text):
        found.append(int(first))
        # Two digits after a dash may be a month (2024-05), which would come before the year they follow.
        following = int(first) // CENTURY * CENTURY + int(short or 0)
        if following > int(first):
            found.append(following)
    return tuple(found)
