"""ИНН, ОГРН, СНИЛС and ОКТМО against numbers worked out elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checksums
from knowledge_bases import change, codes_of, problems_of
from metodbank.checks.control_digits import is_inn_of_organization, is_inn_of_person, is_ogrn, is_snils

SAMPLES_OF_INN = ("0012345673", "0077001127", "0011002232")
SAMPLES_OF_OGRN = ("1200000001233", "1020000000459", "1230000000779")


def digits(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


def only_right_digit(known: str, is_right: object) -> list[str]:
    """Return the last digits with which the number is right."""
    assert callable(is_right)
    return [last for last in "0123456789" if is_right(known[:-1] + last)]


def test_worked_out_samples_agree_with_the_published_ones() -> None:
    assert [checksums.inn_of_organization(sample[:9]) for sample in SAMPLES_OF_INN] == list(SAMPLES_OF_INN)
    assert [checksums.ogrn(sample[:12]) for sample in SAMPLES_OF_OGRN] == list(SAMPLES_OF_OGRN)


@given(digits(9))
def test_one_last_digit_makes_an_inn_of_an_organization(start: str) -> None:
    number = checksums.inn_of_organization(start)
    assert only_right_digit(number, is_inn_of_organization) == [number[-1]]
    assert not is_inn_of_person(number)


@given(digits(10))
def test_one_pair_of_last_digits_makes_an_inn_of_a_person(start: str) -> None:
    number = checksums.inn_of_person(start)
    pairs = [start + first + last for first in "0123456789" for last in "0123456789"]
    assert [pair for pair in pairs if is_inn_of_person(pair)] == [number]
    assert not is_inn_of_organization(number)


@given(digits(12))
def test_one_last_digit_makes_an_ogrn(start: str) -> None:
    number = checksums.ogrn(start)
    assert only_right_digit(number, is_ogrn) == [number[-1]]


@given(digits(9))
def test_one_pair_of_last_digits_makes_a_snils(start: str) -> None:
    number = checksums.snils(start)
    pairs = [start + f"{pair:02}" for pair in range(100)]
    assert [pair for pair in pairs if is_snils(pair)] == [number]
    assert is_snils(f"{number[:3]}-{number[3:6]}-{number[6:9]} {number[9:]}")


def test_snils_whose_sum_is_a_hundred_or_one_more_ends_in_two_noughts() -> None:
    # 9·9 + 2·8 + 1·3 = 100 and 9·9 + 2·8 + 1·4 = 101: digits at those positions counted from the right.
    assert is_snils("92000010000")
    assert is_snils("92000100000")
    assert not is_snils("92000100001")


@pytest.mark.parametrize(
    "number", ["", "0", "001234567", "00123456730", "00 12345673", "٠٠١٢٣٤٥٦٧٣", "001234567³"]
)
def test_number_of_another_form_is_wrong(number: str) -> None:
    assert not is_inn_of_organization(number)
    assert not is_inn_of_person(number)
    assert not is_ogrn(number)


@pytest.mark.parametrize("number", SAMPLES_OF_OGRN)
@pytest.mark.parametrize("field", ["inn", "ogrn"])
def test_right_numbers_pass_and_a_changed_digit_is_told(root: Path, field: str, number: str) -> None:
    right = SAMPLES_OF_INN[SAMPLES_OF_OGRN.index(number)] if field == "inn" else number
    place = "  territory: region\n"
    change(root, "reference/organizations.yml", place, f'{place}  {field}: "{right}"\n')
    assert codes_of(root) == []
    wrong = right[:4] + str((int(right[4]) + 1) % 10) + right[5:]
    change(root, "reference/organizations.yml", right, wrong)
    assert [(p.code, p.value) for p in problems_of(root) if p.is_error] == [("MB401", wrong)]


@pytest.mark.parametrize(
    ("code", "is_right"),
    [
        ("00601000", True),
        ("00601000101", True),
        ("0060100", False),
        ("006010001", False),
        ("0060100а", False),
    ],
)
def test_oktmo_has_eight_or_eleven_digits(root: Path, code: str, is_right: bool) -> None:
    change(root, "reference/territories.yml", "  parent: region\n", f'  parent: region\n  oktmo: "{code}"\n')
    assert [p.code for p in problems_of(root) if p.is_error] == ([] if is_right else ["MB404"])


def test_oktmo_begins_as_that_of_the_region(root: Path) -> None:
    change(root, "reference/territories.yml", "  parent: region\n", '  parent: region\n  oktmo: "01601000"\n')
    [problem] = [p for p in problems_of(root) if p.is_error]
    assert (problem.code, problem.place) == ("MB404", "reference/territories.yml:9:10")
