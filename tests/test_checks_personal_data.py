"""Personal data: what is one, what only looks like one, and that a report never repeats it."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from checksums import inn_of_person, snils
from knowledge_bases import add, change, codes_of, problems_of, the_problem_of

MOBILE = "9000000000"
PERSON = inn_of_person("0012345678")
SNILS = snils("000000017")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Звоните: +7 (900) 000-00-00.", "MB301"),
        ("тел.89000000000", "MB301"),
        ("8 900 000 00 00", "MB301"),
        ("8-900-000-00-00", "MB301"),
        ("+79000000000", "MB301"),
        ("+7\u00a0(900)\u00a0000-00-00", "MB301"),
        ("8‑900‑000‑00‑00", "MB301"),
        ("+7 900 000–00–00", "MB301"),
        ("8 (900) 00-00-000", "MB301"),
        ("+7.900.000.00.00", "MB301"),
        ("Пишите на moya.pochta@mail.ru", "MB302"),
        ("UCHITEL@YANDEX.RU.", "MB302"),
        ("школа <a+b@gmail.com>", "MB302"),
        (f"СНИЛС {SNILS[:3]}-{SNILS[3:6]}-{SNILS[6:9]} {SNILS[9:]}", "MB304"),
        (f"снилс: {SNILS}", "MB304"),
        ("паспорт 00 00 000000 выдан", "MB305"),
        ("Паспортные данные: серия 0000 № 000000", "MB305"),
        (f"ИНН {PERSON}", "MB306"),
        (f"Коды 123456789012 и {PERSON}", "MB306"),
        ("дата рождения: 1 мая 1990 года", "MB307"),
        ("родилась 01.05.1990 г. рождения", "MB307"),
        ("Дата рождения 01.05.1990", "MB307"),
        ("Она родилась 12.03.1980.", "MB307"),
        ("Педагог родился 5 мая 1985 г. и вырос здесь.", "MB307"),
        ("Родился в деревне Каменке 5 мая 1985 года", "MB307"),
        ("Дата рождения 31.12.1925", "MB307"),
        ("Попова родилась 9 марта 1984 г.", "MB307"),
        ("Стихи Пушкина любит. Родилась 12.03.1980.", "MB307"),
        ("Она родилась 12.03.1980. Читаем поэта вслух.", "MB307"),
        ("Рождения 06.06.1799; дата рождения 01.05.1990", "MB307"),
    ],
)
def test_data_of_a_person_is_told(root: Path, text: str, code: str) -> None:
    add(root, "practices/primer.yml", f"limits: |\n  {text}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.field) == (
        code,
        "practices/primer.yml:12:9",
        "Кому не подойдёт",
    )


@pytest.mark.parametrize(
    "text",
    [
        "8 (495) 000-00-00",
        "+7 (000) 000-00-00",
        "ОГРН 1200000001233 и ИНН 0012345673",
        "Приказ № 89000000000000",
        "в 2026/27 учебном году 8 900 учеников",
        "почта shkola@example.org",
        "автор@почта",
        "123456789012",
        "000-000-001 00",
        "паспорт проекта на 12 страницах, 2026",
        "Паспорт показателя: 12 34 пункта",
        "рождение замысла в 2026 году",
        "150 лет со дня рождения поэта",
        "А. С. Пушкин родился 6 июня 1799 года",
        "день рождения 31.12.1924",
        "Юрий Гагарин родился 9 марта 1934 г.",
        "Гагарин родился 9 марта 1934 г.",
        "Ю. А. Гагарин родился 09.03.1934",
        "Писатель родился 12 мая 1938 года",
        "Дата рождения поэта 18.07.1932",
        "учёный родилась 12.03.1980",
        "Идея родилась в сентябре 2026 года",
        "с 01.09.2026 по 31.05.2027",
        "8,9000000000 и 3.89000000000",
    ],
)
def test_text_that_only_looks_like_it_passes(root: Path, text: str) -> None:
    add(root, "practices/primer.yml", f"limits: |\n  {text}\n")
    assert codes_of(root) == []


@pytest.mark.parametrize(
    "where", ["title: {}", "needs: [бумага, {}]", "steps:\n  - {{title: Шаг, text: {}}}"]
)
def test_every_text_of_a_record_is_looked_at(root: Path, where: str) -> None:
    field = where.split(":")[0]
    lines = (root / "practices/primer.yml").read_text("utf-8").splitlines(keepends=True)
    (root / "practices/primer.yml").write_text(
        "".join(line for line in lines if not line.startswith(f"{field}:")), "utf-8"
    )
    add(root, "practices/primer.yml", where.format(f"'Слово {MOBILE} и 8{MOBILE}'") + "\n")
    assert codes_of(root) == ["MB301"]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"+7{MOBILE}", MOBILE),
        (f"СНИЛС {SNILS}", SNILS),
        (f"ИНН {PERSON}", PERSON),
        ("паспорт 0000 000000", "0000 000000"),
        ("moya.pochta@mail.ru", "moya.pochta"),
        ("Дата рождения 01.05.1990", "01.05.1990"),
    ],
)
def test_report_never_repeats_what_it_warns_of(root: Path, text: str, secret: str) -> None:
    add(root, "practices/primer.yml", f"limits: '{text}'\n")
    problem = the_problem_of(root)
    assert secret not in str(problem)
    assert problem.value.count("•") >= 5


def test_service_contact_may_be_mobile_and_its_public_mail_is_a_warning(root: Path) -> None:
    change(
        root, "practices/primer.yml", '"+7 (000) 000-00-00"', '"+7 (900) 000-00-00"\n  email: kabinet@mail.ru'
    )
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.is_error) == ("MB303", "practices/primer.yml:12:10", False)


def test_inn_of_a_person_in_place_of_that_of_an_organization_is_told_once_and_hidden(root: Path) -> None:
    change(
        root,
        "reference/organizations.yml",
        "  territory: region\n",
        f'  territory: region\n  inn: "{PERSON}"\n',
    )
    [problem] = [p for p in problems_of(root) if p.is_error]
    assert problem.code == "MB402"
    assert PERSON not in str(problem)


@pytest.mark.parametrize("word", ["а", "паспорт", "8 ", "рожд", "a@", "паспорт0"])
def test_long_text_is_looked_at_in_time_that_grows_with_it_only(root: Path, word: str) -> None:
    add(root, "practices/primer.yml", f"limits: '{word * (19_000 // len(word))} 123 @ рожд'\n")
    started = process_time()
    codes_of(root)
    assert process_time() - started < 2
