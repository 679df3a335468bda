"""The examples agree: the same act and the same demand of two documents are told the same way."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from conftest import EXAMPLES
from site_tree import Page, Site

ExampleSite = Callable[[str], Site]

# Acts that several of the documents name: number, the day, how many of the examples hold it.
SHARED_ACTS = {
    ("273-ФЗ", "29 декабря 2012 г."): 2,
    ("1642", "26 декабря 2017 г."): 3,
    ("204", "7 мая 2018 г."): 2,
    ("444", "19 июля 2018 г."): 2,
    ("16", "24 декабря 2018 г."): 2,
    ("3273-р", "31 декабря 2019 г."): 4,
    ("474", "21 июля 2020 г."): 4,
    ("Р-76", "6 августа 2020 г."): 3,
    ("2580-р", "7 октября 2020 г."): 2,
    ("Р-174", "16 декабря 2020 г."): 4,
    ("37", "1 февраля 2021 г."): 2,
    ("Р-33", "4 февраля 2021 г."): 2,
    ("360-О", "19 августа 2021 г."): 4,
    ("Р-303", "15 декабря 2022 г."): 4,
}
# Acts without a number.
SHARED_PROGRAMS = {"роект «Современная школа»": 4, "«Образование»": 4, "Трудовой кодекс": 3}

REGISTER, PROGRAM, OTHER = "Реестр, банк или база данных", "Программа", "Другое"
BODY, EVENT, AGREEMENT = "Орган, служба или объединение", "Событие", "Соглашение"
STATUTE, PLAN, MATERIALS = (
    "Положение, порядок или регламент",
    "План или дорожная карта",
    "Методические материалы",
)
MONITORING, INDICATORS = "Мониторинг или справка по его итогам", "Перечень показателей"
NO_SECTION = ""
# What is demanded, where it would be kept, and its page in each example whose document demands it.
SAME_DEMANDS = (
    (REGISTER, "Практики", {"federal": "regionalnyy-bank-praktik", "muya": "bank-praktik"}),
    (REGISTER, "Практики", {"federal": "baza-opyta", "muya": "baza-peredovogo-opyta"}),
    (REGISTER, "Площадки",
     {"federal": "reestr-stazhirovochnykh-ploshchadok", "muya": "reestr-stazhirovochnyh-ploschadok"}),
    (OTHER, "Площадки",
     {"federal": "innovatsionnye-ploshchadki", "muya": "innovatsionnye-proekty",
      "lipetsk": "setevye-innovatsionnye-proekty", "megion": "innovatsionnye-proekty"}),
    (PROGRAM, "Курсы", {"lipetsk": "programmy-v-fr-dpp", "megion": "federalnyy-reestr-programm"}),
    (PROGRAM, "Курсы",
     {"federal": "programmy-po-defitsitam", "muya": "adresnye-programmy", "lipetsk": "adresnye-dpp"}),
    (PROGRAM, "Курсы",
     {"federal": "setevye-i-kaskadnye-programmy", "lipetsk": "setevye-programmy",
      "megion": "setevye-programmy"}),
    (PROGRAM, "Практики",
     {"federal": "nastavnichestvo", "muya": "programmy-nastavnichestva",
      "lipetsk": "programmy-nastavnichestva", "megion": "programmy-nastavnichestva"}),
    (OTHER, "Практики", {"lipetsk": "sistema-vyyavleniya-praktik", "megion": "praktiki"}),
    (OTHER, NO_SECTION,
     {"federal": "marshruty", "muya": "individualnye-marshruty", "lipetsk": "individualnye-marshruty",
      "megion": "individualnye-marshruty"}),
    (OTHER, NO_SECTION,
     {"federal": "diagnostika", "muya": "diagnostika-kompetentsiy", "lipetsk": "diagnostika",
      "megion": "diagnostika"}),
    (OTHER, NO_SECTION,
     {"federal": "osnovaniya", "muya": "dokumenty-osnovaniya", "lipetsk": "pravovaya-osnova",
      "megion": "pravovaya-osnova"}),
    (STATUTE, NO_SECTION, {"federal": "tipovye-dokumenty", "muya": "tipovaya-dokumentatsiya"}),
    (STATUTE, NO_SECTION, {"federal": "dokumenty-rs-nms", "muya": "dokumentatsiya"}),
    (STATUTE, NO_SECTION,
     {"muya": "polozhenie", "lipetsk": "polozhenie-o-sisteme", "megion": "polozhenie-o-sisteme"}),
    (STATUTE, NO_SECTION, {"lipetsk": "kontseptsii-razvitiya", "megion": "kontseptsii-razvitiya"}),
    (PLAN, "Дорожные карты", dict.fromkeys(EXAMPLES, "dorozhnaya-karta")),
    (PLAN, "События", {"lipetsk": "ezhegodnyy-plan", "megion": "ezhegodnyy-plan-meropriyatiy"}),
    (PLAN, NO_SECTION, {"federal": "edinyy-plan", "muya": "edinyy-plan"}),
    (MATERIALS, NO_SECTION,
     {"federal": "metodicheskie-materialy-regionalnye", "muya": "metodicheskie-materialy"}),
    (MATERIALS, NO_SECTION, {"federal": "materialy-shkoly", "muya": "materialy-organizatsii"}),
    (INDICATORS, NO_SECTION,
     {"federal": "pokazateli-efs", "muya": "perechen-pokazateley", "lipetsk": "perechen-pokazateley",
      "megion": "pokazateli-effektivnosti"}),
    (INDICATORS, NO_SECTION, {"federal": "pokazateli-rs-nms", "muya": "kriterii"}),
    (MONITORING, "Отчёты и рекомендации",
     {"federal": "monitoring-rs-nms", "muya": "monitoring-effektivnosti", "lipetsk": "monitoring-pokazateley",
      "megion": "monitoring-pokazateley"}),
    (MONITORING, "Отчёты и рекомендации", {"federal": "sistema-monitoringa", "muya": "sistema-monitoringa"}),
    (MONITORING, "Отчёты и рекомендации", {"lipetsk": "analiz-pokazateley", "megion": "analiz-monitoringa"}),
    ("Адресные рекомендации", "Отчёты и рекомендации",
     {"lipetsk": "adresnye-rekomendatsii", "megion": "adresnye-rekomendatsii"}),
    ("Паспорт системы", "Отчёты и рекомендации", {"lipetsk": "pasport-dppo", "megion": "pasport-sistemy"}),
    (AGREEMENT, NO_SECTION,
     {"federal": "soglashenie", "muya": "soglashenie-regionalnoe", "lipetsk": "trehstoronnie-soglasheniya",
      "megion": "trehstoronnie-soglasheniya"}),
    (AGREEMENT, NO_SECTION,
     {"lipetsk": "soglasheniya-s-obyazatelstvami", "megion": "soglasheniya-s-obyazatelstvami"}),
    (BODY, "Объединения",
     {"muya": "munitsipalnye-obedineniya", "lipetsk": "munitsipalnye-metodicheskie-obedineniya",
      "megion": "munitsipalnye-metodicheskie-obedineniya"}),
    (BODY, "Объединения",
     {"muya": "metodicheskie-sovety", "lipetsk": "metodicheskie-sovety", "megion": "metodicheskie-sovety"}),
    (BODY, "Объединения",
     {"federal": "struktury-shkoly", "lipetsk": "obedineniya-i-soobschestva",
      "megion": "obedineniya-i-soobschestva"}),
    (BODY, "Объединения", {"lipetsk": "proektnye-komandy", "megion": "metodicheskie-komandy"}),
    (BODY, NO_SECTION, {"lipetsk": "kadrovyy-sostav", "megion": "kadrovyy-sostav"}),
    (BODY, NO_SECTION, {"federal": "metodicheskiy-aktiv", "muya": "regionalnyy-metodicheskiy-aktiv"}),
    (BODY, NO_SECTION,
     {"muya": "munitsipalnaya-metodicheskaya-sluzhba", "lipetsk": "munitsipalnye-metodicheskie-sluzhby",
      "megion": "munitsipalnyy-metodicheskiy-tsentr"}),
    (EVENT, "События", dict.fromkeys(EXAMPLES, "stazhirovki")),
    (EVENT, "События", {"lipetsk": "seminary-i-master-klassy", "megion": "seminary-i-master-klassy"}),
    (EVENT, "События", {"federal": "konferentsii", "muya": "konferentsii-forumy"}),
    (EVENT, "События", {"federal": "soveshchaniya-i-vebinary", "muya": "seminary-soveschaniya"}),
)  # fmt: skip

PERSON = re.compile(r"[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё]+")
PHONE = re.compile(r"\(\d{3,5}\) ?\d|(?<!\d)\d{2}-\d{1,2}-\d{2}(?!\d)|доб\. ?\d")
MAIL = re.compile(r"[\w.-]+@[\w.-]+\w")


def facts(page: Page) -> dict[str, str]:
    """Return what the lists of facts of a page say."""
    article = page.root.one("article")
    names, values = ([e.text for e in article.all(tag)] for tag in ("dt", "dd"))
    return dict(zip(names, values, strict=True))


def acts(site: Site) -> list[Page]:
    """Return the pages of the acts of a site."""
    found = [a for a in site.addresses if a.startswith("acts/") and "/by-" not in a]
    return [site.page(a) for a in found if not a.startswith(("acts/index", "acts/page-"))]


def test_act_that_several_documents_name_is_one_kind_of_act_in_one_state(example: ExampleSite) -> None:
    told: dict[tuple[str, str], list[tuple[str | None, ...]]] = {}
    for name in EXAMPLES:
        for page in acts(example(name)):
            said = facts(page)
            if "Номер" in said and "Дата" in said:
                key = (said["Номер"], said["Дата"])
                words = ("Вид документа", "Состояние документа", "Кто издал", "Уровень")
                told.setdefault(key, []).append(tuple(said.get(word) for word in words))
    shared = {key: ways for key, ways in told.items() if len(ways) > 1}
    assert {key: len(ways) for key, ways in shared.items()} == SHARED_ACTS
    assert {key: ways for key, ways in shared.items() if len(set(ways)) > 1} == {}


@pytest.mark.parametrize(("words", "number"), SHARED_PROGRAMS.items())
def test_act_without_a_number_is_told_the_same_way(example: ExampleSite, words: str, number: int) -> None:
    found = [
        facts(page)
        for name in EXAMPLES
        for page in acts(example(name))
        if words in page.h1 and "Номер" not in facts(page)
    ]
    assert len(found) == number
    for word in ("Вид документа", "Состояние документа", "Уровень"):
        assert len({said[word] for said in found}) == 1


def test_same_demand_is_the_same_thing_and_would_be_kept_in_the_same_place(example: ExampleSite) -> None:
    examined = set()
    for thing, section, where in SAME_DEMANDS:
        assert len(where) > 1
        for name, record in where.items():
            said = facts(example(name).page(f"requirements/{record}.html"))
            assert said["Что это"] == thing, (name, record)
            assert said.get("Раздел базы", NO_SECTION) == section, (name, record)
            examined.add((name, record))
    assert len(examined) == sum(len(where) for _, _, where in SAME_DEMANDS) == 109


def test_only_registers_of_things_that_the_base_keeps_answer_by_themselves(example: ExampleSite) -> None:
    without = {
        (name, page.address.removeprefix("requirements/").removesuffix(".html"))
        for name in EXAMPLES
        for page in map(example(name).page, example(name).addresses)
        if page.address.startswith("requirements/") and page.address != "requirements/index.html"
        if facts(page).get("Что это") == REGISTER and "Раздел базы" not in facts(page)
    }
    assert without == {
        ("federal", "federalnyy-reestr"),  # kept elsewhere
        ("federal", "katalog-razrabotok"),
        ("federal", "bazy-metodicheskikh-sluzhb"),
        ("lipetsk", "reestr-rabotnikov-mms"),  # people
        ("megion", "bank-dannyh-pasporta"),
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_person_phone_or_mail_of_a_document_stands_on_a_page(example: ExampleSite, name: str) -> None:
    # These pages show invented ones, to say what may stand in a record.
    telling = ("rules/", "fields/", "for-methodists/")
    pages = [page for page in example(name).pages() if not page.address.startswith(telling)]
    assert len(pages) > 150
    for page in pages:
        assert PERSON.search(page.root.text) is None, page.address
        assert PHONE.search(page.root.text) is None, page.address
        assert set(MAIL.findall(page.root.text)) <= {"primer@example.org"}, page.address
