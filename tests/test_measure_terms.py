"""The terms of roadmaps as documents print them, against kinds and days worked out by hand."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from metodbank.measure_terms import proposed_term
from metodbank.models.roadmap import MeasureTerm
from metodbank.vocabularies import standard_vocabularies

Y2023, Y2024 = "2023-01-01..2023-12-31", "2024-01-01..2024-12-31"

MUYA = [
    ("1.1.1", "25.08.2023", "date", "2023-08-25..2023-08-25"),
    ("1.1.2", "25.08.2023", "date", "2023-08-25..2023-08-25"),
    ("1.2.1", "10.09.2023", "date", "2023-09-10..2023-09-10"),
    ("1.2.2", "Август 2023, январь 2024", "set", "2023-08-01..2023-08-31 2024-01-01..2024-01-31"),
    ("1.2.3", "В течение 2023 – 2024 гг.", "span", "2023-01-01..2024-12-31"),
    ("1.3.1", "28.08.2023", "date", "2023-08-28..2023-08-28"),
    ("1.3.2", "Сентябрь 2023 г.", "month", "2023-09-01..2023-09-30"),
    ("1.4.1", "В течение года согласно графика", "relative-year", "по графику"),
    ("2.1.1", "В течение 2023, 2024 гг.", "each-year", f"{Y2023} {Y2024}"),
    ("2.1.2", "В течение 2023, 2024гг согласно графику", "each-year", f"{Y2023} {Y2024} по графику"),
    ("2.1.3", "В течение 2023, 2024гг согласно графику", "each-year", f"{Y2023} {Y2024} по графику"),
    ("2.1.4", "В течение 2023, 2024гг согласно графику", "each-year", f"{Y2023} {Y2024} по графику"),
    ("2.2.1", "В течение 2023, 2024гг", "each-year", f"{Y2023} {Y2024}"),
    ("2.2.2", "В течение года", "relative-year", ""),
    ("2.2.3", "29 августа 2023 г.", "date", "2023-08-29..2023-08-29"),
    ("2.2.4", "29 августа 2023 г.", "date", "2023-08-29..2023-08-29"),
    ("2.2.5", "29 августа 2023 г.", "date", "2023-08-29..2023-08-29"),
    ("2.3.1", "В течение года", "relative-year", ""),
    ("2.4.1", "В течение года", "relative-year", ""),
    ("2.5.1", "Февраль 2022 г.", "month", "2022-02-01..2022-02-28"),
    ("2.5.2", "В течение 2023,2024гг", "each-year", f"{Y2023} {Y2024}"),
    ("2.5.3", "В течение 2023,2024гг", "each-year", f"{Y2023} {Y2024}"),
    ("2.6.1", "В течение года", "relative-year", ""),
    ("3.1.1", "В течение 2023,2024гг", "each-year", f"{Y2023} {Y2024}"),
    ("3.2.1", "Май 2024", "month", "2024-05-01..2024-05-31"),
    ("3.2.2", "В течение 2023 г.", "span", Y2023),
    ("3.3.1", "В течение 2023-2024гг.", "span", "2023-01-01..2024-12-31"),
    ("3.4.1", "В течение 2024 г", "span", Y2024),
]
MEGION = [
    ("1", "До 20.08.2021", "deadline", "..2021-08-20"),
    ("2", "До 20.08.2021", "deadline", "..2021-08-20"),
    ("3", "До 31.08.2021.", "deadline", "..2021-08-31"),
    ("4", "До 31.08.2021.", "deadline", "..2021-08-31"),
    ("4a", "До 20.09.2021", "deadline", "..2021-09-20"),
    ("5", "До 01.10.2021", "deadline", "..2021-10-01"),
    ("6", "01.10.2021", "date", "2021-10-01..2021-10-01"),
    ("7", "В течение года", "relative-year", ""),
    (
        "8",
        "В срок до 01.11.2021 далее - в течение года",
        "composite",
        "..2021-11-01 2021-11-02..",
    ),
]
VARIETY = [
    ("25.8.2023г", "date", "2023-08-25..2023-08-25"),
    ("21.06 2023 г.", "date", "2023-06-21..2023-06-21"),
    ("05августа 2022г.", "date", "2022-08-05..2022-08-05"),
    ("29\u00a0августа\u00a02023\u00a0г.", "date", "2023-08-29..2023-08-29"),
    ("1-е сентября 2023 года", "date", "2023-09-01..2023-09-01"),
    ("29 февраля 2024", "date", "2024-02-29..2024-02-29"),
    ("2023-09-01", "date", "2023-09-01..2023-09-01"),
    ("  В АВГУСТЕ 2023г. ", "month", "2023-08-01..2023-08-31"),
    ("к сентябрю 2023", None, ""),
    ("сентября 2023 года", "month", "2023-09-01..2023-09-30"),
    ("март 2024", "month", "2024-03-01..2024-03-31"),
    ("2023г.", "span", Y2023),
    ("В течении 2024 года", "span", Y2024),
    ("2023—2024 г.г.", "span", "2023-01-01..2024-12-31"),
    ("2023, 2024гг согласно графику", "each-year", f"{Y2023} {Y2024} по графику"),
    ("2023 и 2024 годы", "each-year", f"{Y2023} {Y2024}"),
    ("ежегодно, 2023–2025 гг.", "each-year", "2023-01-01..2025-12-31"),
    ("ежегодно, 2023, 2024 гг.", "each-year", f"{Y2023} {Y2024}"),
    ("ежегодно, начиная с 2023 года", "open", "2023-01-01.."),
    ("I квартал 2024", "span", "2024-01-01..2024-03-31"),
    ("4 кв. 2024 г.", "span", "2024-10-01..2024-12-31"),
    ("второй квартал 2024 года", "span", "2024-04-01..2024-06-30"),
    ("II и III кварталы 2024 г.", "set", "2024-04-01..2024-06-30 2024-07-01..2024-09-30"),
    ("1 полугодие 2024", "span", "2024-01-01..2024-06-30"),
    ("второе полугодие 2024 г.", "span", "2024-07-01..2024-12-31"),
    ("IV квартал 2023 – I квартал 2024", "span", "2023-10-01..2024-03-31"),
    ("до конца 2024 года", "deadline", "..2024-12-31"),
    ("до конца февраля 2024", "deadline", "..2024-02-29"),
    ("не позднее 1 сентября 2023 г.", "deadline", "..2023-09-01"),
    ("срок: до 1 сентября 2023 г.", None, ""),
    ("до 15.09.2023, до 15.12.2023", "set", "..2023-09-15 ..2023-12-15"),
    ("сентябрь – ноябрь 2023", "span", "2023-09-01..2023-11-30"),
    ("Август, сентябрь 2023 г.", "set", "2023-08-01..2023-08-31 2023-09-01..2023-09-30"),
    ("с сентября 2023 г. по май 2024 г.", "span", "2023-09-01..2024-05-31"),
    ("с 1 по 5 сентября 2023", "span", "2023-09-01..2023-09-05"),
    ("25-30 августа 2023", "span", "2023-08-25..2023-08-30"),
    ("25-30.08.2023", "span", "2023-08-25..2023-08-30"),
    ("01.09.2023-31.05.2024", "span", "2023-09-01..2024-05-31"),
    ("25 августа – 5 сентября 2023", "span", "2023-08-25..2023-09-05"),
    ("1 и 15 сентября 2023", "set", "2023-09-01..2023-09-01 2023-09-15..2023-09-15"),
    ("с 01.09.2023", "open", "2023-09-01.."),
    ("2021-2022 учебный год", "span", "2021-09-01..2022-08-31"),
    ("В течение 2021/22 уч. года", "span", "2021-09-01..2022-08-31"),
    ("2021-2022 уч.г., 2022-2023 уч.г.", "each-year", "2021-09-01..2022-08-31 2022-09-01..2023-08-31"),
    ("Сентябрь 2023 г., далее ежегодно", "composite", "2023-09-01..2023-09-30 2023-10-01.."),
    ("до 01.11.2021, в течение года", "composite", "..2021-11-01 2021-11-02.."),
    ("постоянно", "open", ""),
    ("По мере необходимости", "open", ""),
    ("1 раз в квартал", "open", ""),
    ("по отдельному графику", "relative-year", "по графику"),
    ("ежегодно", "relative-year", ""),
    ("ежегодно до 1 сентября", "relative-year", ""),
    ("1 сентября каждого года", "relative-year", ""),
    ("30 августа", "relative-year", ""),
    ("25.08", "relative-year", ""),
    ("август-сентябрь", "relative-year", ""),
    ("в течение учебного года", "relative-year", ""),
    ("I квартал", "relative-year", ""),
    ("29 февраля", "relative-year", ""),
]  # fmt: skip
REFUSED = [
    "", " ", "\n", ".", ",", "-", "и", "до", "с по", "до конца", "далее", "г.", "1", "неизвестно", "п. 3",
    "25.08.23", "в 23 году", "2023-24 гг.", "до 1 сентября 23 г.",
    "31.02.2023", "31 апреля 2023", "29.02.2023", "0.0.2023", "31 февраля", "5 квартал 2024",
    "3 полугодие 2024", "декабрь – январь 2024", "ноябрь, январь 2024", "30.08.2023 – 25.08.2023",
    "2024 – 2023 гг.", "сентябрь, 2024", "сентябрь 2023 – 2024", "январь 2023, май", "2023/2024",
    "до мая 2024", "до 2024 года", "2021-2024 учебный год", "1 полугодие 2023-2024 учебного года",
    "ежегодно до 1 сентября 2023", "до 15 января, 15 мая 2024", "до 31.12.2021, далее - в течение года",
    "август года", "20231", "01.09.20231", "25 августа\n2023", "c 01.09.2023",
    "сентябрь 2023" + " " * 290 + "г.г.г.",
]  # fmt: skip


def days(term: MeasureTerm) -> str:
    spans = [f"{period.start or ''}..{period.end or ''}" for period in term.periods]
    return " ".join([*spans, *(["по графику"] if term.by_schedule else [])])


@pytest.mark.parametrize(("row", "raw", "kind", "expected"), [*MUYA, *MEGION])
def test_term_of_a_real_roadmap_is_read(row: str, raw: str, kind: str, expected: str) -> None:
    term = proposed_term(raw)
    assert term is not None, row
    assert (term.raw, term.kind, days(term)) == (raw, kind, expected), row


def test_both_roadmaps_are_whole() -> None:
    assert (len(MUYA), len(MEGION)) == (28, 9)
    assert len({row for row, *_ in MUYA}) == 28


@pytest.mark.parametrize(("raw", "kind", "expected"), VARIETY)
def test_other_way_to_type_a_term_is_read(raw: str, kind: str | None, expected: str) -> None:
    term = proposed_term(raw)
    assert (term and term.kind) == kind
    assert (days(term) if term else "") == expected


@pytest.mark.parametrize("raw", REFUSED)
def test_term_that_may_mean_two_things_or_none_is_not_guessed(raw: str) -> None:
    assert proposed_term(raw) is None


def test_every_kind_of_the_vocabulary_is_read_and_no_other() -> None:
    read = {kind for _, _, kind, _ in [*MUYA, *MEGION]} | {kind for _, kind, _ in VARIETY if kind}
    assert read == set(standard_vocabularies()["measure-term-kinds"].entries)


def test_single_span_has_its_days_in_the_term_and_several_have_them_in_parts() -> None:
    single, several = proposed_term("Май 2024"), proposed_term("Май 2024, июнь 2024")
    assert single is not None
    assert several is not None
    assert (str(single.start), str(single.end), single.parts) == ("2024-05-01", "2024-05-31", ())
    assert (several.start, several.end, len(several.parts)) == (None, None, 2)


def test_term_that_goes_on_without_an_end_has_no_last_day() -> None:
    term = proposed_term("В срок до 01.11.2021 далее - в течение года")
    assert term is not None
    assert term.last_day is None


PIECES = st.sampled_from(
    [
        *("январь", "февраля", "августе", "25.08.2023", "31.02.2023", "2023", "2024", "2021-2022", "23"),
        *("учебный", "уч.", "год", "года", "гг", "г.", ".", ",", ";", "и", "-", "–", "/", "до", "с", "по"),
        *("конца", "далее", "ежегодно", "постоянно", "в", "течение", "квартал", "I", "IV", "1", "30", "31"),
        *("полугодие", "графику", "согласно", "2023-09-01", "25.08"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text("0123456789.,-–/ гдопсиву", max_size=40),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)


@given(TEXTS)
@example("1" * 5000)
@example("в течение " * 29)
@example("\ud800 2023")
@example("２０２３")
def test_any_text_is_read_without_harm_and_names_every_year_that_is_read(text: str) -> None:
    term = proposed_term(text)
    if term is None:
        return
    assert term.raw == text.strip()
    written = {int(year) for year in re.findall("[0-9]{4}", text)}
    if "уч" in text.lower():
        written |= {year + 1 for year in written}
    for period in term.periods:
        assert {day.year for day in (period.start, period.end) if day} <= written
        assert period.start is None or period.end is None or period.start <= period.end
