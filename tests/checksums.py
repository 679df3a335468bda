"""Control digits worked out in another way than the package does, from the published definitions.

ИНН: the weighted sum of the digits less the control digit is 0 modulo 11, a remainder
of 10 being written as 0. ОГРН: the number without its last digit, divided by 11. СНИЛС: positions from
the right, modulo 101.
"""

from __future__ import annotations

INN_WEIGHTS = {
    10: [2, 4, 10, 3, 5, 9, 4, 6, 8],
    11: [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
    12: [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
}


def with_inn_digit(digits: str) -> str:
    """Return the digits with the control digit that makes them an ИНН of that length."""
    total = 0
    for weight, digit in zip(INN_WEIGHTS[len(digits) + 1], digits, strict=True):
        total += weight * int(digit)
    while total >= 11:
        total -= 11
    return digits + ("0" if total == 10 else str(total))


def inn_of_organization(first_nine: str) -> str:
    """Return the ten-digit ИНН that begins so."""
    return with_inn_digit(first_nine)


def inn_of_person(first_ten: str) -> str:
    """Return the twelve-digit ИНН that begins so."""
    return with_inn_digit(with_inn_digit(first_ten))


def ogrn(first_twelve: str) -> str:
    """Return the ОГРН that begins so."""
    number = int(first_twelve)
    return first_twelve + str(number - number // 11 * 11)[-1]


def snils(first_nine: str) -> str:
    """Return the СНИЛС that begins so, eleven digits without signs."""
    total = sum(position * int(digit) for position, digit in enumerate(reversed(first_nine), 1))
    control = total if total < 100 else 0 if total in (100, 101) else total % 101
    return f"{first_nine}{0 if control == 100 else control:02}"
