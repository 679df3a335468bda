"""The engine of the search in a browser, opened from files: facets, phrases, reasons, what is not found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

import site_bases
from site_tree import Site

pytestmark = pytest.mark.browser

FIND = """async ([query, options]) => {
    const result = await metodbankSearch.find(query, options);
    const facets = await metodbankSearch.counts(result.matches, options.chosen);
    const address = (one) => one.card.address.slice(metodbankSearch.root.length);
    const marks = result.results.map((one) => metodbankSearch
        .marks(one.card.title, result).map(([start, end]) => one.card.title.slice(start, end)));
    return { ...result, matches: 0, addresses: result.results.map(address), facets, marks };
}"""
MARKED = """async ([text, query]) => {
    const result = await metodbankSearch.find(query, {});
    return metodbankSearch.marks(text, result).map(([start, end]) => text.slice(start, end));
}"""
Found = dict[str, Any]


class Search:
    """The search of an opened site."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.complaints: list[str] = []
        self.requested: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requested.append(request.url))

    def find(self, query: str, **options: Any) -> Found:
        found: Found = self._page.evaluate(FIND, [query, {"number": 1000, "chosen": {}} | options])
        return found

    def marked(self, text: str, query: str) -> list[str]:
        marked: list[str] = self._page.evaluate(MARKED, [text, query])
        return marked


@pytest.fixture(scope="module")
def search(browser: Browser, demonstration: Site) -> Iterator[Search]:
    """Return the search of the demonstration base."""
    context = browser.new_context()
    page = context.new_page()
    search = Search(page)
    page.goto((demonstration.folder / "search.html").as_uri())
    yield search
    context.close()
    assert search.complaints == []
    assert {address.partition("://")[0] for address in search.requested} == {"file"}


def counts(found: Found, facet: str) -> dict[str, int]:
    values: list[dict[str, Any]] = next(
        (each["values"] for each in found["facets"] if each["name"] == facet), []
    )
    return {value["id"]: value["count"] for value in values}


@pytest.mark.parametrize("query", ["ИОМ", "чтение", "наставник молодой учитель", "стажеровка", "дети"])
def test_count_of_a_value_is_what_choosing_it_leaves(search: Search, query: str) -> None:
    found = search.find(query)
    assert found["total"] == len(found["results"]) > 0
    seen = 0
    for facet in found["facets"]:
        for value in facet["values"][:3]:
            chosen = {facet["name"]: [value["id"]]}
            assert search.find(query, chosen=chosen)["total"] == value["count"] > 0
            seen += 1
    assert seen > 4


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(search: Search) -> None:
    chosen = {"register": ["practice", "internship"]}
    found = search.find("чтение", chosen=chosen)
    alone = search.find("чтение")
    assert counts(found, "register") == counts(alone, "register")
    assert found["total"] == counts(alone, "register")["practice"] + counts(alone, "register")["internship"]
    assert {address.partition("/")[0] for address in found["addresses"]} == {"practices", "internships"}
    both = search.find("чтение", chosen=chosen | {"subject": ["literature"]})
    assert both["total"] == counts(found, "subject")["literature"]


def test_exact_phrase_is_met_word_by_word(search: Search) -> None:
    phrase, words = search.find("«кухонные весы»"), search.find("кухонные весы")
    assert phrase["phraseIsMet"]
    assert phrase["addresses"][0] == "practices/fizika-iz-kuhonnogo-yashchika.html"
    assert phrase["total"] <= words["total"]
    assert not search.find("«весы кухонные»")["phraseIsMet"]


def test_last_word_may_be_only_begun(search: Search) -> None:
    typing = search.find("три рису", isTyping=True)
    assert typing["addresses"][0] == "practices/zadacha-v-tri-risunka.html"
    assert "prefix" in {way["way"] for way in typing["results"][0]["ways"]}


def test_result_says_by_what_it_was_found(search: Search) -> None:
    found = search.find("ИОМ")
    act = found["results"][found["addresses"].index("acts/reglament-iom-2025.html")]
    (way,) = act["ways"]
    assert way["way"] == "synonym"
    assert "индивидуальный образовательный маршрут" in way["said"]


def test_words_of_the_query_are_marked_in_any_form(search: Search) -> None:
    found = search.find("рисунок задачи")
    place = found["addresses"].index("practices/zadacha-v-tri-risunka.html")
    assert found["marks"][place] == ["Задача", "рисунка"]


@pytest.mark.parametrize(
    ("query", "address", "marks"),
    [
        ("ребёнок", "difficulties/maths-fear.html", ["Дети"]),
        (
            "ИОМ",
            "glossary/individualnyy-obrazovatelnyy-marshrut.html",
            ["Индивидуальный образовательный маршрут"],
        ),
    ],
)
def test_words_are_marked_where_they_look_otherwise(
    search: Search, query: str, address: str, marks: list[str]
) -> None:
    found = search.find(query)
    assert [mark.lower() for mark in found["marks"][found["addresses"].index(address)]] == [
        mark.lower() for mark in marks
    ]


def test_own_abbreviation_of_a_term_is_told_as_another_way_to_say_it(search: Search) -> None:
    found = search.find("ИОМ")
    (way,) = found["results"][
        found["addresses"].index("glossary/individualnyy-obrazovatelnyy-marshrut.html")
    ]["ways"]
    assert way["field"] == 0
    assert "индивидуальный образовательный маршрут" in way["others"]


def test_page_of_a_difficulty_is_not_counted_among_what_helps_with_it(search: Search) -> None:
    found = search.find("", orAll=True, chosen={"difficulty": ["maths-fear"]})
    assert found["total"] > 0
    assert not [each for each in found["addresses"] if each.startswith("difficulties/")]


def test_word_that_nobody_wrote_is_named_and_the_rest_is_found(search: Search) -> None:
    found = search.find("чтение абракадабрище")
    assert found["dropped"] == ["абракадабрище"]
    assert found["total"] > 0


def test_nothing_found_leads_on(search: Search) -> None:
    found = search.find("учитьбзж")
    assert found["total"] == 0
    assert any(word.startswith("учи") for word in found["near"])


def test_sorted_by_date_begins_with_the_latest(search: Search) -> None:
    by_date = search.find("чтение", sort="date")
    by_fit = search.find("чтение")
    assert sorted(by_date["addresses"]) == sorted(by_fit["addresses"])
    assert by_date["addresses"] != by_fit["addresses"]


@pytest.mark.parametrize(
    "query", ["", "   ", "«»", "???", "и в на", "<script>alert(1)</script>", "ё", "1" * 500]
)
def test_any_query_is_answered(search: Search, query: str) -> None:
    assert search.find(query)["total"] >= 0


FIRST = {
    "карта доказательств": "evidence.html",
    "паспорт системы": "passport.html",
    "годовой цикл": "cycle/index.html",
    "сопоставление систем": "frameworks/index.html",
    "Концепция ЕФС (Р-174)": "frameworks/concept-2020.html",
    "доля программ в федеральном реестре": "indicators/fr-programs-share.html",
    "Заречный округ": "territories/zarechny-okrug.html",
    "катлог пособий": "requirements/katalog-materialov.html",
    "приказ № 412": "acts/prikaz-minobr-412.html",
    "приказ от 24.02.2026": "acts/prikaz-minobr-87-2026.html",
    "мероприятие 2.6": "roadmaps/priozerye-2025-2027.html#m-2-6",
    "12 февраля": "events/zanyatie-v-skvorushke.html",
    "что такое ДПП": "glossary/dpp.html",
    "школа 5": "organizations/shkola-ozersk-5.html",
}


@pytest.mark.parametrize("query", FIRST)
def test_every_kind_of_page_is_found_by_what_it_is_called(search: Search, query: str) -> None:
    assert search.find(query)["addresses"][0] == FIRST[query]


def test_row_of_a_roadmap_is_named_and_leads_to_its_place(search: Search) -> None:
    (card, *_) = [one["card"] for one in search.find("печатный сборник практик")["results"]]
    assert card["title"] == "3.7. Раздать методическим объединениям печатный сборник практик"
    assert card["facts"] == "Дорожная карта Приозёрья на 2025–2027 годы"
    assert card["address"].endswith("roadmaps/priozerye-2025-2027.html#m-3-7")


def test_what_is_in_the_archive_comes_last_unless_it_is_asked_for(search: Search) -> None:
    archived = "practices/roditelskoe-sobranie-bez-lektsii.html"
    assert search.find("родительское собрание")["addresses"][-1] == archived
    assert search.find("родительское собрание без лекции")["addresses"][0] == archived
    assert search.find("архив собрание")["addresses"][0] == archived
    assert "в архиве" in search.find("архив собрание")["results"][0]["card"]["kind"]


@pytest.mark.parametrize("query", ["как", "и в на", "что", "как же так"])
def test_words_that_stand_everywhere_find_the_fullest_records(search: Search, query: str) -> None:
    found = search.find(query)
    assert found["isCommon"]
    assert found["addresses"][0].startswith("practices/")


def test_word_of_a_question_does_not_hide_what_lacks_it(search: Search) -> None:
    with_words = search.find("кому звонить в ЦНППМ")
    assert with_words["addresses"][0] == "organizations/cnppm-priozerye.html"


def test_number_with_what_it_counts_is_one_word(search: Search) -> None:
    assert search.find("5-й класс")["addresses"] == search.find("пятый класс")["addresses"]
    assert search.find("курс 72 ч")["addresses"][0] == "programs/kurs-molodoy-uchitel-72.html"
    assert search.find("чтение 5 класс")["marks"][0] == ["чтение", "5–6 классах"]
    assert search.find("5 класс")["marks"][0] == ["5–6 классах"]


def test_number_that_nothing_counts_is_sought_by_its_words(search: Search) -> None:
    found = search.find("31 апреля")
    assert found["total"] > 0
    assert "апреля" in {way["word"] for way in found["results"][0]["ways"]}


def test_reason_is_the_word_itself_where_it_stands(search: Search) -> None:
    found = search.find("класс-комплект")
    place = found["addresses"].index("practices/klass-komplekt-matematika.html")
    assert {way["way"] for way in found["results"][place]["ways"]} == {"form"}


def test_other_letters_and_layouts_are_told(search: Search) -> None:
    assert search.find("nastavnik")["meant"] == "наставник"
    assert search.find("yfcnfdybr")["meant"] == "наставник"
    assert search.find("наставник")["meant"] == ""


WRITTEN = {
    "abpbrf ,tp rf,bytnf": ("layout", "физика без кабинета"),
    "yfcnfdybr GPT": ("layout", "наставник GPT"),
    "kurs po fizike": ("translit", "курс по физике"),
    "OГЭ": ("letters", "огэ"),
    "ОГЭ d 9 классе": ("layout", "ОГЭ в 9 классе"),
    "методобъединение": ("joined", "методическое объединение"),
    "чтение": ("", ""),
}


@pytest.mark.parametrize("query", WRITTEN)
def test_how_a_query_was_written_is_told_of_the_whole_line(search: Search, query: str) -> None:
    found = search.find(query)
    assert (found["meantBy"], found["meant"]) == WRITTEN[query]


@pytest.mark.parametrize("query", ["проблема", "почерк", "орксэ", "здоровье", "замок", "лабораторка"])
def test_near_words_and_corrections_are_no_rubbish(search: Search, query: str) -> None:
    found = search.find(query)
    said = found["near"] + [lemma for each in found["corrected"] for lemma in each["lemmas"]]
    assert all(word[:4] == query[:4] and word != query for word in said)
    assert all(search.find(word)["total"] for word in said)


@pytest.mark.parametrize("query", ["проблемы с чтением", "не умеют чтение", "что делать: проблемы в чтении"])
def test_word_that_asks_for_help_hides_nothing(search: Search, query: str) -> None:
    found = search.find(query)
    assert sorted(found["addresses"]) == sorted(search.find("чтение")["addresses"])
    assert found["dropped"] == found["corrected"] == []


SAME = {
    "ПК": "повышение квалификации",
    "КПК": "повышение квалификации",
    "ДПП": "дополнительная профессиональная программа",
    "ОГЭ": "основной государственный экзамен",
    "ШМО": "школьное методическое объединение",
}


@pytest.mark.parametrize("query", SAME)
def test_abbreviation_finds_what_its_words_find(search: Search, query: str) -> None:
    assert sorted(search.find(query)["addresses"]) == sorted(search.find(SAME[query])["addresses"])


REASONS = {
    "абратная связь": "typo",
    "смыслвое чтение": "typo",
    "учительница": "root",
}


@pytest.mark.parametrize("query", REASONS)
def test_reason_is_how_the_word_was_understood(search: Search, query: str) -> None:
    found = search.find(query)
    assert found["results"][0]["ways"][0]["way"] == REASONS[query]
    assert [each["way"] for each in found["corrected"]] == [REASONS[query]]


def test_stressed_words_are_marked_where_they_stand(search: Search) -> None:
    marked = search.marked("Учи\u00adтельская, \u0435\u0308лки, чте\u0301ние и 5-й класс", "чтение 5 класс")
    assert marked == ["чте\u0301ние", "5-й класс"]


def test_very_long_query_is_answered(search: Search) -> None:
    assert search.find("чтение на уроке литературы " * 200)["total"] > 0
    assert search.find("абв" * 2000)["total"] == 0


def naive_counts(records: list[dict[str, Any]], field: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for record in records:
        for value in record.get(field, []):
            found[value] = found.get(value, 0) + 1
    return found


@pytest.mark.parametrize(
    ("query", "stem"), [("зимник", "зимник"), ("погрешность", "погрешност"), ("ледоход", "ледоход")]
)
def test_counts_are_those_of_the_records_that_say_the_word(search: Search, query: str, stem: str) -> None:
    found = search.find(query, chosen={"register": ["practice", "internship", "program", "event"]})
    told = [
        record
        for folder in ("practices", "internships", "programs", "events")
        for file in sorted((site_bases.REPOSITORY / folder).rglob("*.yml"))
        if stem in (text := file.read_text("utf-8").lower())
        if (record := yaml.safe_load(text))["status"] == "published"
    ]
    assert len(told) == found["total"] > 0
    assert counts(found, "subject") == naive_counts(told, "subjects")
    assert counts(found, "difficulty") == naive_counts(told, "difficulties")
    assert counts(found, "audience") == naive_counts(told, "audience")
    assert counts(found, "level") == naive_counts(told, "education_levels")
