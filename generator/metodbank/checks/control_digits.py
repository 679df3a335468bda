"""Control digits of ИНН, ОГРН and СНИЛС.

ИНН: приказ ФНС; weights as in arthurdejong/python-stdnum, `stdnum/ru/inn.py`. ОГРН: the remainder of the
first twelve digits by 11. СНИЛС: weights 9…1, the sum by 101, with 100 written as 00.
"""

from __future__ import annotations

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12_FIRST = (7, *_INN_10)
_INN_12_SECOND = (3, *_INN_12_FIRST)


def is_inn_of_organization(text: str) -> bool:
    """Return whether the text is a ten-digit ИНН with a right control digit."""
    digits = _digits(text)
    return text.isdigit() and len(digits) == 10 and _inn_digit(digits, _INN_10) == digits[9]


def is_inn_of_person(text: str) -> bool:
    """Return whether the text is a twelve-digit ИНН with right control digits."""
    digits = _digits(text)
    return (
        len(digits) == 12
        and _inn_digit(digits, _INN_12_FIRST) == digits[10]
        and _inn_digit(digits, _INN_12_SECOND) == digits[11]
    )


def is_ogrn(text: str) -> bool:
    """Return whether the text is a thirteen-digit ОГРН with a right control digit."""
    return text.isascii() and text.isdigit() and len(text) == 13 and int(text[:12]) % 11 % 10 == int(text[12])


def is_snils(text: str) -> bool:
    """Return whether the digits of the text are a СНИЛС with a right control number."""
    digits = _digits(text)
    if len(digits) != 11:
        return False
    total = sum(weight * digit for weight, digit in zip(range(9, 0, -1), digits[:9], strict=True))
    return total % 101 % 100 == digits[9] * 10 + digits[10]


def _digits(text: str) -> list[int]:
    return [int(letter) for letter in text if letter in "0123456789"]


def _inn_digit(digits: list[int], weights: tuple[int, ...]) -> int:
    return sum(weight * digit for weight, digit in zip(weights, digits, strict=False)) % 11 % 10
