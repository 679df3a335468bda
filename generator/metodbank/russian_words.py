"""Russian forms of words and numbers: plurals, spaces in thousands, the order of ё.

Plural rules: CLDR, `common/supplemental/plurals.xml`, locale ru.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

NO_BREAK = "\u00a0"
_FEW = range(2, 5)
_TEENS = range(11, 15)


def plural(number: float, one: str, few: str, many: str) -> str:
    """Return the form of the word that goes with the number; a fraction takes the second one."""
    if number != int(number):
        return few
    whole = abs(int(number))
    if whole % 100 in _TEENS:
        return many
    if whole % 10 == 1:
        return one
    return few if whole % 10 in _FEW else many


def counted(number: float, one: str, few: str, many: str) -> str:
    """Return the number with its word: 5 практик."""
    return f"{number_text(number)}{NO_BREAK}{plural(number, one, few, many)}"


@lru_cache(maxsize=4096, typed=True)
def number_text(number: float) -> str:
    """Return the number as 1 234,5: a decimal comma, no-break spaces between thousands."""
    text = f"{Decimal(f'{number + 0:.10g}'):f}" if isinstance(number, float) else str(number)
    whole, _, fraction = text.partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    if len(digits) > 3:
        digits = f"{int(digits):,}".replace(",", NO_BREAK)
    return sign + digits + ("," + fraction if fraction else "")


_DIGITS = re.compile(r"(\d+)")
_IGNORED = str.maketrans("", "", "«»„“\"'()")


def sort_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key that sorts titles as a Russian reader expects: ё after е, № 2 before № 10, no quotes."""
    folded = text.translate(_IGNORED).casefold().strip().replace("ё", "е\uffff")
    parts = _DIGITS.split(folded)
    return tuple(
        (0, int(part[:15]), "") if place % 2 else (1, 0, part) for place, part in enumerate(parts) if part
    )
