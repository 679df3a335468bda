"""How texts are written: letters of two alphabets, unseen signs, quotes and dashes, addresses of pages."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest

from knowledge_bases import add, change, codes_of, problems_of, the_problem_of


def say(root: Path, text: str) -> None:
    """Put the text into the practice."""
    add(root, "practices/primer.yml", f"limits: {json.dumps(text, ensure_ascii=False)}\n")


@pytest.mark.parametrize(
    ("text", "value", "suggestion"),
    [
        ("учeник читает", "учeник", "ученик"),
        ("(OЧЕНЬ важно)", "OЧЕНЬ", "ОЧЕНЬ"),
        ("5-й клacc", "клacc", "класс"),
        ("«Пoле»", "Пoле", "Поле"),
        ("дорожная кaрта, срок", "кaрта", "карта"),
        ("СOVID", "СOVID", "COVID"),
        ("нaчало-нaчал", "нaчало", "начало"),
        ("о́чень, нo cтранно", "нo", "но"),
        ("приëм", "приëм", "приём"),
    ],
)
def test_word_in_letters_of_two_alphabets_is_told_with_the_right_one(
    root: Path, text: str, value: str, suggestion: str
) -> None:
    say(root, text)
    problem = the_problem_of(root)
    assert (problem.code, problem.value, problem.suggestion) == ("MB223", value, suggestion)
    assert problem.is_error


@pytest.mark.parametrize(
    "text",
    [
        "3D-модель и 5G, IT-куб, PDF-файл, QR-код, web-страница",
        "Word и Excel, файл list-na-nedelyu.docx",
        "PROчтение, STEMпарк, ARTмастерская",
        "XXвек и IIIтур",
        "адрес https://example.org/страницaа и почта sрам@example.org",
        "код `перeменная`",
        "папка files/пaпка_1",
        "x и у, а также α-частица",
        "витамин C, класс 5A, формула H2O",
        "Ёлка, ёж, Йод",
    ],
)
def test_text_that_mixes_alphabets_rightly_passes(root: Path, text: str) -> None:
    say(root, text)
    assert codes_of(root) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("уче\u00adник", "мягкий перенос"),
        ("уче\u200bник", "пробел нулевой ширины"),
        ("уче\u200dник", "невидимый соединитель"),
        ("слово\u2060 слово", "невидимый соединитель"),
        ("два  пробела", "два пробела подряд"),
        ("два\u00a0 пробела", "два пробела подряд"),
        ("- пункт с  двумя", "два пробела подряд"),
    ],
)
def test_what_nobody_sees_is_told(root: Path, text: str, what: str) -> None:
    say(root, text)
    problem = the_problem_of(root)
    assert (problem.code, problem.value, problem.is_error) == ("MB224", what, False)


def test_letter_of_two_signs_that_an_escape_makes_is_told(root: Path) -> None:
    add(root, "practices/primer.yml", 'limits: "Мои\\u0306 урок"\n')
    assert the_problem_of(root).value == "буква из двух знаков"


@pytest.mark.parametrize(
    "text",
    [
        "первая строка  \nвторая строка",
        "1.  пункт\n2.  пункт",
        "-   пункт\n    - вложенный",
        "```\nкод  с пробелами\n```",
        "`a  b` в тексте",
        "| имя  | класс |\n|------|-------|\n| один  | два |",
        "семья 👩\u200d🏫 на картинке",
        "5\u00a0класс",
        "Мой урок, ещё один",
    ],
)
def test_text_with_spaces_that_belong_there_passes(root: Path, text: str) -> None:
    say(root, text)
    assert codes_of(root) == []


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ('газета "Школа"', "«Школа»"),
        ('Ученик спросил: "Почему?"', "«Почему?»"),
        ("урок - это диалог", " — "),
        ("«Урок» - диалог", " — "),
        ("1 - первый, 2 - второй", " — "),
        ("80% учеников", "80 %"),
        ("прирост 12,5%.", "5 %"),
    ],
)
def test_sign_that_has_a_russian_one_is_told(root: Path, text: str, suggestion: str) -> None:
    say(root, text)
    problem = the_problem_of(root)
    assert (problem.code, problem.suggestion, problem.is_error) == ("MB225", suggestion, False)


@pytest.mark.parametrize(
    "text",
    [
        "«Школа» — 80 % и 5–6 классы, кто-то и что-нибудь",
        "- пункт\n- второй\n  - вложенный",
        "* пункт\n+ второй",
        '`print("привет")` и `a - б`, `100%`',
        '```\nтекст "в коде" - 5%\n```',
        "https://example.org/a%20b?q=%D0%B0 и далее",
        "| было - стало | 80% |\n|---|---|\n| да | нет |",
        "100%-ный результат",
        "x - y = z и 5 - 3 = 2 при расчёте",
        'экран 55" и 32" на стене',
        'слово "word" по-английски',
        "температура -5 градусов",
        "дом-музей, северо-запад",
    ],
)
def test_text_with_right_signs_passes(root: Path, text: str) -> None:
    say(root, text)
    assert codes_of(root) == []


def test_title_of_an_act_is_left_as_the_act_has_it(root: Path) -> None:
    change(root, "reference/acts.yml", "title: О площадках", "title: 'О площадках \"Школа - 2025\" и 5%'")
    assert codes_of(root) == []


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("url: http://example.org/", "http://"),
        ("url: https://clck.ru/abc", "сокращённая"),
        ("url: https://www.bit.ly/abc", "сокращённая"),
        ("url: 'https://example.org/?utm_source=vk&id=5'", "слежения"),
        ("url: 'https://example.org/?id=5&fbclid=1'", "слежения"),
        ("limits: 'Смотрите [опыт](http://example.org/) здесь.'", "http://"),
        ("limits: Смотрите http://example.org/.", "http://"),
        ("limits: 'Все (https://vk.cc/abc) там'", "сокращённая"),
        ("sources: [{url: 'http://example.org/'}]", "http://"),
        ("limits: '[HTTP://EXAMPLE.ORG/](https://example.org/)'", "http://"),
    ],
)
def test_address_that_cannot_be_trusted_is_told(root: Path, field: str, reason: str) -> None:
    add(root, "practices/primer.yml", field + "\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.is_error) == ("MB229", False)
    assert reason in problem.message


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://example.org/?utm_source=vk", "https://example.org/"),
        ("https://example.org/?utm_source=vk&id=5", "https://example.org/?id=5"),
        ("https://example.org/?id=5&utm_medium=a&utm_term=b", "https://example.org/?id=5"),
        ("https://example.org/?yclid=1#top", "https://example.org/?#top"),
    ],
)
def test_address_is_suggested_without_what_follows_the_reader(root: Path, address: str, clean: str) -> None:
    add(root, "practices/primer.yml", f"url: '{address}'\n")
    assert the_problem_of(root).suggestion == clean


@pytest.mark.parametrize(
    "field",
    [
        "url: https://example.org/",
        "url: 'https://example.org/?page=2&sort=date'",
        "url: https://rabbit.ly/abc",
        "url: https://example.org/bit.ly/utm_source",
        "limits: 'Код `http://example.org/` разбираем на уроке.'",
        "limits: Протоколы http и https.",
    ],
)
def test_address_without_a_fault_passes(root: Path, field: str) -> None:
    add(root, "practices/primer.yml", field + "\n")
    assert codes_of(root) == []


def test_organization_and_act_that_nothing_names_are_told_until_something_does(root: Path) -> None:
    add(
        root,
        "reference/organizations.yml",
        "vtoraya:\n  name: Вторая школа\n  short_name: Вторая\n  kind: school\n  territory: okrug\n",
    )
    add(root, "reference/acts.yml", "pismo:\n  kind: letter\n  number: '7'\n  state: in-force\n")
    told = [p for p in problems_of(root) if p.code == "MB226"]
    assert [(p.file, p.severity.value) for p in told] == [
        ("reference/acts.yml", "info"),
        ("reference/organizations.yml", "info"),
    ]
    add(root, "reference/acts.yml", "  cited_in: [{act: prikaz, section: п. 1}]\n")
    add(root, "practices/primer.yml", "adoptions: [{organization: vtoraya, outcome: success}]\n")
    assert "MB226" not in codes_of(root)


def test_date_of_a_withdrawal_does_not_matter_but_the_state_of_the_record_does(root: Path) -> None:
    rights = "rights: {basis: consent, number: '1', date: 2026-03-05, withdrawn_on: 2026-12-31}\n"
    add(root, "practices/primer.yml", rights)
    assert the_problem_of(root).code == "MB316"
    change(root, "practices/primer.yml", "status: published", "status: draft")
    assert codes_of(root) == []


def test_consent_that_ran_out_is_a_warning_only_and_one_of_its_last_day_is_none(root: Path) -> None:
    rights = "rights: {basis: consent, number: '1', date: 2026-03-05, valid_until: 2026-11-22}\n"
    add(root, "practices/primer.yml", rights)
    assert codes_of(root) == []
    change(root, "practices/primer.yml", "valid_until: 2026-11-22", "valid_until: 2026-11-21")
    problem = the_problem_of(root)
    assert (problem.code, problem.is_error) == ("MB315", False)


@pytest.mark.parametrize(
    "piece", ["aа", "а  ", '"', '"а', " - ", "1%", "а - ", "http://а", "`", "utm_", "|", "\u00ad"]
)
def test_long_text_is_looked_at_in_time_that_grows_with_it_only(root: Path, piece: str) -> None:
    say(root, "а" + piece * (19_900 // len(piece)) + "а")
    started = process_time()
    codes_of(root)
    assert process_time() - started < 2
