"""The sentences that pages compute from values: each case written out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from metodbank.pages.indicator_findings import Aim, YearPoint, in_brief, over_years
from metodbank.pages.indicator_spread import PlaceValue, over_places

AIM = Aim(2026, "не менее 70 %")
HIDDEN = "hidden"


def point(year: int, said: str) -> YearPoint:
    """Return the point of `65`, of `65?` that is preliminary, of `-` where there is none, of `hidden`."""
    if said in {"-", HIDDEN}:
        return YearPoint(year, None, "", is_hidden=said == HIDDEN)
    number = said.removesuffix("?")
    text = number.replace(".", ",") + " %"
    return YearPoint(year, Fraction(number), text, is_preliminary=said.endswith("?"))


def points(first: int, *said: str) -> list[YearPoint]:
    return [point(first + place, each) for place, each in enumerate(said)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("41", "50", "65"), "С 2023 года доля выросла с 41 % до 65 %"),
        (("65", "50", "41"), "С 2023 года доля снизилась с 65 % до 41 %"),
        (("41", "60?"), "С 2023 года доля выросла с 41 % до 60 % (предварительно)"),
        (("41", "41"), "С 2023 года доля не изменилась: 41 %"),
        (("41", "80", "65"), "С 2023 года доля выросла с 41 % до 65 %; в 2024 году было больше: 80 %"),
        (("41", "30", "65"), "С 2023 года доля выросла с 41 % до 65 %; в 2024 году было меньше: 30 %"),
        (
            ("41", "10", "90", "65"),
            ("С 2023 года доля выросла с 41 % до 65 %; в 2025 году было больше: 90 %; "
            "в 2024 году было меньше: 10 %"),
        ),
        (("41", "65", "65"), "С 2023 года доля выросла с 41 % до 65 %"),
        (("41", "-", "65"), "С 2023 года доля выросла с 41 % до 65 %; за 2024 год значения нет"),
        (("41", "65", "-"), "С 2023 по 2024 год доля выросла с 41 % до 65 %; за 2025 год значения нет"),
        (
            ("41", "-", "-", "-", "65", "-"),
            "С 2023 по 2027 год доля выросла с 41 % до 65 %; за 2024–2026 и 2028 годы значения нет",
        ),
        (("41", HIDDEN, "65"), "С 2023 года доля выросла с 41 % до 65 %; за 2024 год значение скрыто"),
        (("-", "41", "65"), "С 2024 года доля выросла с 41 % до 65 %"),
        (("41",), "Значение есть за один год: в 2023 году — 41 %"),
        (("-", "41?", "-"), ("Значение есть за один год: в 2024 году — 41 % (предварительно); "
         "за 2025 год значения нет")),
        (("-", "-"), "Значений ещё нет"),
        ((), "Значений ещё нет"),
        ((HIDDEN, "-"), "Значения скрыты из-за малых групп"),
    ],
)  # fmt: skip
def test_finding_over_the_years(said: tuple[str, ...], expected: str) -> None:
    assert over_years(points(2023, *said), "percent", "at-least") == expected
    assert over_years(points(2023, *said), "percent", "at-least", AIM) == (
        f"{expected}; цель 2026 года — не менее 70 %"
    )


def test_finding_where_less_is_better_says_so() -> None:
    two = [YearPoint(2024, Fraction(95), "95 чел."), YearPoint(2025, Fraction(84), "84 чел.", True)]
    aim = Aim(2025, "не более 90 чел.")
    assert over_years(two, "per-one", "at-most", aim) == (
        "С 2024 года значение снизилось с 95 чел. до 84 чел. (предварительно; чем меньше, тем лучше); "
        "цель 2025 года — не более 90 чел."
    )
    worse = over_years(list(reversed([YearPoint(2025, *_of(each)) for each in two])), "per-one", "at-most")
    assert worse == "С 2025 года значение выросло с 84 чел. до 95 чел. (чем меньше, тем лучше)"


def _of(each: YearPoint) -> tuple[Fraction | None, str]:
    return each.value, each.text


def test_difference_that_rounding_hides_is_nearly_none() -> None:
    two = [YearPoint(2024, Fraction(123, 10), "12,3 %"), YearPoint(2025, Fraction(1234, 100), "12,3 %")]
    assert over_years(two, "percent", "at-least") == "С 2024 года доля почти не изменилась: 12,3 %"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((1, 1, 1), "Есть в 2023–2025 годах"),
        ((0, 0), "Нет в 2023 и 2024 годах"),
        ((0, 1), "Есть в 2024 году, нет в 2023 году"),
        ((1, 0, 1), "Есть в 2023 и 2025 годах, нет в 2024 году"),
        ((1, None), "Есть в 2023 году; за 2024 год значения нет"),
    ],
)
def test_finding_of_yes_and_no_names_the_years(said: tuple[int | None, ...], expected: str) -> None:
    found = [
        YearPoint(2023 + place, None if each is None else Fraction(each), "есть" if each else "нет")
        for place, each in enumerate(said)
    ]
    assert over_years(found, "yes-no", "at-least") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("41", "-", "65"), "рост: 41 % в 2023, 65 % в 2025"),
        (("65", "41", "-"), "снижение: 65 % в 2023, 41 % в 2024"),
        (("41", "50", "41"), "без изменений с 2023: 41 %"),
        (("-", "41"), "один год: 2024"),
        (("-",), "значений нет"),
        ((HIDDEN,), "скрыто"),
    ],
)
def test_trend_in_few_words(said: tuple[str, ...], expected: str) -> None:
    assert in_brief(points(2023, *said), "percent").replace("\u00a0", " ") == expected


def place(name: str, said: str, answers: bool | None = None) -> PlaceValue:
    told = point(2025, said)
    return PlaceValue(name, told.value, told.text, told.is_hidden, answers)


GOAL = "цели 2026 года (не менее 30 %)"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (
            [place("Юг", "65", True), place("Север", "27", False), place("Запад", "30", True)],
            f"От 27 % (Север) до 65 % (Юг); {GOAL} отвечают значения 2 из 3 территорий",
        ),
        (
            [place("Юг", "65", True), place("Север", "65", True)],
            f"Значения территорий одинаковы: 65 %; {GOAL} отвечают значения 2 из 2 территорий",
        ),
        (
            [place("Юг", "20", False), place("Север", "10", False), place("Запад", "-")],
            f"От 10 % (Север) до 20 % (Юг); {GOAL} не отвечает ни одно значение; значения нет: 1 территория",
        ),
        (
            [place("Юг", "20", False), place("Север", "10", False), place("Запад", HIDDEN)],
            (
                f"От 10 % (Север) до 20 % (Юг); {GOAL} не отвечает ни одно из показанных значений; "
                "скрыто из-за малых групп: 1 территория"
            ),
        ),
        (
            [place("Юг", "10"), place("Север", "10"), place("Запад", "40"), place("Лес", HIDDEN)],
            "От 10 % (2 территории) до 40 % (Запад); скрыто из-за малых групп: 1 территория",
        ),
        (
            [place("Юг", "65", True), place("Север", "-"), place("Запад", HIDDEN)],
            (
                f"Значение есть у одной территории: Юг, 65 %; {GOAL} оно отвечает; "
                "значения нет: 1 территория; скрыто из-за малых групп: 1 территория"
            ),
        ),
        ([place("Юг", HIDDEN), place("Север", "-")], "Значения территорий скрыты из-за малых групп"),
        ([place("Юг", "-")], "Значений территорий ещё нет"),
    ],
)
def test_finding_over_the_territories(places: list[PlaceValue], expected: str) -> None:
    assert over_places(places, "percent", GOAL).replace("\u00a0", " ") == expected


def test_finding_of_yes_and_no_counts_the_territories() -> None:
    places = [PlaceValue("Юг", Fraction(1), "есть"), PlaceValue("Север", Fraction(0), "нет")]
    assert over_places(places, "yes-no").replace("\u00a0", " ") == "Есть у 1 территории, нет у 1 территории"
