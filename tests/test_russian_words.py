"""Plurals, numbers, dates and order of titles, as a Russian reader expects them."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from metodbank.dates import in_words, parse_iso, suggest_iso, today
from metodbank.russian_words import counted, number_text, plural, sort_key

NB = "\u00a0"


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("час", [1, 21, 101, 1001, -1, 121]),
        ("часа", [2, 3, 4, 22, 104, 1.5, 0.1, 21.5]),
        ("часов", [0, 5, 11, 12, 14, 20, 111, 112, 1011, 25, -11]),
    ],
)
def test_word_agrees_with_its_number(form: str, numbers: list[float]) -> None:
    assert [plural(number, "час", "часа", "часов") for number in numbers] == [form] * len(numbers)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (36, "36"),
        (1234, f"1{NB}234"),
        (12345, f"12{NB}345"),
        (1234567, f"1{NB}234{NB}567"),
        (-5, "−5"),
        (0.5, "0,5"),
        (31.0, "31"),
        (-12345.25, f"−12{NB}345,25"),
        (0.1 + 0.2, "0,3"),
        (1e9, f"1{NB}000{NB}000{NB}000"),
        (0.00001, "0,00001"),
        (1e-9, "0,000000001"),
        (-0.0, "0"),
        (123456789.12345, f"123{NB}456{NB}789,1"),
    ],
)
def test_number_has_a_comma_and_spaces_that_do_not_break(number: float, text: str) -> None:
    assert number_text(number) == text


def test_number_and_word_stay_on_one_line() -> None:
    assert counted(12005, "практика", "практики", "практик") == f"12{NB}005{NB}практик"


def test_date_is_told_in_words() -> None:
    assert in_words(date(2023, 8, 25)) == f"25{NB}августа{NB}2023{NB}г."
    assert [in_words(date(2026, month, 1)).split(NB)[1] for month in range(1, 13)] == [
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ]


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-13-01", "0000-01-01", "2026-1-1", "26-01-01", "2026-01-01 ", "٢٠٢٦-٠١-٠١"]
)
def test_text_that_is_no_day_is_none(text: str) -> None:
    assert parse_iso(text) is None


def test_day_of_the_calendar_is_read() -> None:
    assert parse_iso("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("25.08.2025", "2025-08-25"),
        ("5/8/2025", "2025-08-05"),
        (" 01.12.2025 ", "2025-12-01"),
        ("30.02.2025", ""),
        ("август", ""),
    ],
)
def test_dotted_date_suggests_how_to_write_it(text: str, iso: str) -> None:
    assert suggest_iso(text) == iso


SORTED = [
    "Азбука",
    "«Ежевика»",
    "Ёж",
    "ёлка",
    "Жук",
    "Школа № 2",
    "Школа № 10",
    "Школа № 10 «Б»",
    "(Щука)",
    "Яблоко",
]


def test_titles_are_in_the_order_of_a_russian_dictionary() -> None:
    mixed = SORTED.copy()
    Random(0).shuffle(mixed)  # noqa: S311 (an order, not a secret)
    assert mixed != SORTED
    assert sorted(mixed, key=sort_key) == SORTED


@pytest.mark.parametrize(
    "title", ["x²", "5²", "²", "½ часа", "①", "٣ шага", "", "«»", "9" * 5000, "1", "а1б2"]
)
def test_any_title_has_its_place(title: str) -> None:
    assert sorted([title, "а", "1а", "Школа № 2"], key=sort_key)


@pytest.mark.parametrize(
    ("epoch", "zone", "day"),
    [
        ("0", "Europe/Moscow", date(1970, 1, 1)),
        ("1795294800", "Europe/Moscow", date(2026, 11, 22)),
        ("1795294800", "Asia/Kamchatka", date(2026, 11, 22)),
        ("1795294799", "Europe/Moscow", date(2026, 11, 21)),
        ("1795294799", "Asia/Kamchatka", date(2026, 11, 22)),
    ],
)
def test_day_of_the_epoch_is_that_of_the_region(
    monkeypatch: pytest.MonkeyPatch, epoch: str, zone: str, day: date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today(zone) == day


@pytest.mark.parametrize("epoch", ["", "-1", "завтра", "²", "9" * 30, "1e9"])
def test_epoch_that_is_no_second_is_passed_over(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    now = today("Europe/Moscow")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert 0 <= (today("Europe/Moscow") - now).days <= 1
