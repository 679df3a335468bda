"""The example of Липецкая область holds what its order says: tables typed from it are found on pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from site_tree import Page, Site

ORDER = "№ 955"
CONCEPT = "№ Р-174"
MEGION = "№ 360-О"

# What the heading says of an act, and the clauses of the order that cite it.
CITED_ACTS = (
    (("29 декабря 2012", "№ 273-ФЗ", "Об образовании в Российской Федерации"), ("п. 1.2",)),
    (("7 мая 2018", "№ 204", "на период до 2024 года"), ("п. 1.2",)),
    (("19 июля 2018", "Указ"), ("п. 1.2",)),
    (("21 июля 2020", "№ 474", "на период до 2030 года"), ("п. 1.2",)),
    (("ациональный проект", "«Образование»"), ("п. 1.1", "п. 1.2", "п. 2.3", "п. 3.2.1", "п. 3.2.2")),
    (("едеральный проект", "«Современная школа»"), ("п. 1.1", "п. 1.2")),
    (("26 декабря 2017", "№ 1642", "«Развитие образования»"), ("п. 1.2",)),
    (("31 декабря 2019", "№ 3273-р", "национальную систему учительского роста"), ("преамбула", "п. 1.2")),
    (("7 октября 2020", "№ 2580-р"), ("п. 1.2",)),
    (("1 февраля 2021", "№ 37", "методик расчета показателей"), ("п. 1.2",)),
    (("6 августа 2020", "№ Р-76", "Концепции создания федеральной системы"), ("преамбула", "п. 1.2")),
    (("4 февраля 2021", "№ Р-33", "методических рекомендаций по реализации мероприятий"), ("п. 1.2",)),
    (("4 марта 2021", "№ 287", "типового положения о деятельности Центра"), ("п. 1.2",)),
    (("Методические рекомендации", "по созданию и обеспечению функционирования"), ("п. 2 приказа",)),
)

# The subject, its level, its clause, and a word of each function in the order of the list there; section 3
# lists the first nine, the other two are named elsewhere.
SUBJECTS = (
    ("региональный орган исполнительной власти", "Региональный", "п. 3.2.1",
     "услови паспорт трёхсторонн руководителя финанс"),
    ("центр непрерывного повышения профессионального мастерства", "Региональный", "п. 3.2.2",
     "взаимод паспорт ответств реестр обуча запрос маршрут формы услови проект тьютор адрес стаж отбир"),
    ("организация дополнительного профессионального образования", "Региональный", "п. 3.2.3",
     "запрос дистанционн сведения рекомендаци мероприяти конкурс содержани сообществ учредител"),
    ("центр мониторинга и оценки качества", "Региональный", "п. 3.2.4",
     "итоговую аккредитаци аттестации мониторинговые архив роив"),
    ("муниципальная методическая служба", "Муниципальный", "п. 3.3.1",
     "перенести паспорта запросы координирует тьюторск"),
    ("муниципальное методическое объединение", "Муниципальный", "п. 3.3.2", "поддержку сред"),
    ("методический (научно-методический) совет", "институциональный", "п. 3.4.1",
     "взаимодейств самообучающиеся наставничеств семинары"),
    ("методические объединения, профессиональные объединения", "институциональный", "п. 3.4.2",
     "творческ внутрикорпоративн горизонтальн обобщить"),
    ("«пары» педагогов", "институциональный", "п. 3.4.3", "горизонтальн"),
    ("муниципальный орган управления образованием", "Муниципальный", "п. 2 приказа", "соглашение рекоменду"),
    ("Федеральный оператор", "Федеральный", "п. 4.4",
     "паспорт руководителя регламент запрос программы кадровый аттестации"),
)  # fmt: skip

# The term, and for each definition its act, clause and a piece of its wording.
TERMS = (
    ("региональная система научно-методического сопровождения",
     ((ORDER, "п. 3.1", "структурные компоненты регионального, муниципального и институционального"),
      (ORDER, "п. 2.1", "единого научно-методического пространства"),
      (CONCEPT, "раздел I", "региональный сегмент ЕФС"))),
    ("центр непрерывного повышения профессионального мастерства",
     ((ORDER, "п. 2.2", "(далее – ЦНППМ)"), (ORDER, "п. 3.2.2", "«Институт развития образования»"),
      (CONCEPT, "раздел I", "или юридическое лицо"), (MEGION, "№ 1", "подразделение АУ"))),
    ("федеральный реестр дополнительных профессиональных программ",
     ((ORDER, "п. 2.2", "программ педагогического образования (далее - ФР ДПП)"),
      (ORDER, "п. 3.2.3", "профессиональных педагогических программ (ФР ДПП)"),
      (ORDER, "п. 4.5", "профессиональных педагогических программ (далее - ФР ДПП)"),
      (ORDER, "п. 5.1", "федеральный реестр дополнительных профессиональных педагогических"),
      (CONCEPT, "раздел I", "доступа к качественным"), (MEGION, "№ 1", "диссеминации"))),
    ("паспорт региональной системы",
     ((ORDER, "п. 3.2.1", "(далее – паспорт ДПП)"), (ORDER, "п. 3.2.2", "регионального паспорта ДППО"),
      (MEGION, "№ 1", "посредством заполнения личных кабинетов"))),
    ("индивидуальный образовательный маршрут",
     ((ORDER, "п. 2.2", "выявленных на базе центров"), (ORDER, "п. 3.2.2", "выявленных дефицитов"),
      (CONCEPT, "раздел I", "комплекс мероприятий"), (MEGION, "№ 1", "персональный путь"))),
    ("цифровая экосистема",
     ((ORDER, "п. 3.2.2", "(далее – цифровая экосистема ДПО)"), (ORDER, "п. 4.8", "аккумуляции ресурсов"),
      (MEGION, "№ 1", "следующие модули"))),
    ("дополнительная профессиональная программа",
     ((MEGION, "№ 1", "(далее - программа ДПО)"), (ORDER, "п. 2.2", "переподготовки и повышения"))),
    ("дополнительное профессиональное образование", ((ORDER, "п. 3.2.2", "экосистеме"),)),
    ("дополнительное профессиональное педагогическое образование",
     ((ORDER, "п. 4.8", "профессионального педагогического образования"),
      (ORDER, "п. 6.1", "профессионального (педагогического) образования"))),
    ("региональный орган исполнительной власти", ((ORDER, "п. 3.2.1", "(далее – РОИВ)"),)),
    ("организация дополнительного профессионального образования",
     ((ORDER, "п. 3.2.3", "(далее - ГАУДПО ЛО «ИРО»)"),)),
    ("центр мониторинга и оценки качества", ((ORDER, "п. 3.2.4", "(далее - ОКУ ЦМОКО)"),)),
    ("муниципальная методическая служба",
     ((ORDER, "п. 3.3.1", "(далее – ММС)"), (ORDER, "п. 3.3.1", "формирует методическую инфраструктуру"),
      (CONCEPT, "раздел I", "различных уровней"),
      (MEGION, "п. 3.2.2", "муниципального методического центра (далее – ММС)"))),
    ("муниципальный тьютор",
     ((ORDER, "п. 3.2.2", "(муниципальных тьюторов)"), (ORDER, "п. 3.3.1", "на базе ЦНППМ"),
      (CONCEPT, "раздел I", "обеспечивающий освоение содержания"))),
    ("стажировочная (менторская) площадка",
     ((ORDER, "п. 3.2.2", "стажировочных (менторских) площадок"), (CONCEPT, "раздел I", "статус"))),
    ("трёхстороннее соглашение",
     ((ORDER, "п. 3.2.1", "муниципальными органами управления образованием, РОИВ и организацией"),
      (CONCEPT, "раздел III", "органами местного самоуправления"),
      (MEGION, "п. 3.2.1", "муниципальными образовательными организациями города"))),
    ("горизонтальное обучение",
     ((ORDER, "п. 3.4.2", "на основе обмена опытом"), (MEGION, "№ 1", "внутри профессиональных сообществ"))),
    ("самообучающаяся организация",
     ((ORDER, "п. 3.4.1", "(самообучающиеся организации)"), (CONCEPT, "раздел I", "общими ценностями"),
      (MEGION, "№ 1", "группа педагогических работников"))),
    ("«пары» педагогов", ((ORDER, "п. 3.4.3", "по предметному принципу"),)),
    ("институциональный уровень",
     ((ORDER, "п. 2.1", "(образовательных организаций) уровней"),
      (MEGION, "п. 3.3", "(образовательных организаций) уровня"))),
)  # fmt: skip

# What must exist, by the order, and where it says so.
REQUIREMENTS = (
    ("положение о формировании и функционировании", "п. 4.1"),
    ("«дорожная карта мер»", "п. 4.1"),
    ("ответственного от РОИВ", "п. 4.1"),
    ("регламент сетевого взаимодействия", "п. 4.1"),
    ("ежегодный план", "п. 4.1"),
    ("показатели эффективности функционирования", "пп. 6.1.1–6.1.6"),
    ("мониторинг показателей", "п. 6.2"),
    ("анализ показателей", "п. 3.2.3"),
    ("мониторинговые исследования в области оценки качества", "п. 3.2.4"),
    ("адресные рекомендации", "п. 3.2.3 п. 6.2"),
    ("паспорт региональной системы", "п. 3.2.1 п. 3.2.2 п. 3.2.3 п. 3.3.1 п. 4.1 п. 4.3 п. 4.6"),
    ("реестр работников муниципальных методических служб", "п. 3.2.2"),
    ("в ФР ДПП", "п. 2.2 п. 3.2.3 п. 4.5 п. 5.1 п. 6.1.3 п. 6.1.6"),
    ("профессиональные программы по запросу", "п. 3.2.3"),
    ("сетевые программы ДПО", "п. 3.2.2 п. 4.2 п. 5.1"),
    ("сетевые инновационные проекты", "п. 5.1"),
    ("стажировочных (менторских) площадок", "п. 3.2.2"),
    ("единая система выявления, обобщения, продвижения и внедрения", "п. 2.2"),
    ("программы наставничества", "п. 3.4.1 п. 3.4.2 п. 3.4.3"),
    ("индивидуальные образовательные маршруты", "п. 2.2 п. 3.2.2 п. 3.3.1 п. 3.4.1 п. 4.6 п. 4.7 п. 6.1.2"),
    ("диагностика профессиональных дефицитов", "п. 2.2 п. 4.4 п. 4.7 п. 6.1.1"),
    ("трёхсторонние соглашения", "п. 3.2.1 п. 3.2.2"),
    ("соглашения с взаимными обязательствами", "п. 5.2"),
    ("запрос на проведение научных", "п. 3.2.2"),
    ("ответственный за работу в цифровой экосистеме", "п. 3.2.2"),
    ("концепции развития региональных", "п. 5.1"),
    ("наделение ЦНППМ полномочиями", "п. 4.6"),
    ("муниципальные методические службы", "п. 3.3.1"),
    ("муниципальные методические объединения", "п. 3.3.2"),
    ("советы образовательных организаций", "п. 3.4.1"),
    ("профессиональные сообщества педагогов", "п. 3.4.2"),
    ("проектные методические команды", "п. 5.1"),
    ("кадровый состав РСНМС", "п. 4.4"),
    ("стажировки педагогических работников", "п. 3.2.2 п. 3.3.1 п. 3.4.1"),
    ("конкурсы профессионального мастерства", "п. 3.2.3"),
    ("образовательные мероприятия", "п. 3.2.3 п. 4.1"),
    ("семинары, мастер-классы, обмен опытом", "п. 3.3.1 п. 3.4.1"),
    ("нормативная правовая основа", "п. 1.2"),
)
ANSWERED = (
    "положение о формировании и функционировании",
    "показатели эффективности функционирования",
    "нормативная правовая основа",
)

CHANNELS = (
    ("цифровая экосистема ДПО", ""),
    ("общедоступные коммуникации", "совещания образовательные мероприятия"),
    ("онлайн-каналы", "вебинары тематических порталах"),
    ("прямые связи", "соглашений с взаимными обязательствами"),
)


@pytest.fixture(scope="module")
def site(example: Callable[[str], Site]) -> Site:
    """Return the site of the example."""
    return example("lipetsk")


def records(site: Site, folder: str) -> list[Page]:
    """Return the pages of the records of a folder."""
    return [
        site.page(address)
        for address in site.addresses
        if address.startswith(f"{folder}/") and not re.search(r"/(?:index|page-\d+|by-.*)\.html", address)
    ]


def headed(site: Site, folder: str, *pieces: str) -> Page:
    """Return the only page of a folder whose heading holds the pieces, the shortest one if several do."""
    found = [page for page in records(site, folder) if all(p.lower() in page.h1.lower() for p in pieces)]
    assert found, pieces
    return min(found, key=lambda page: len(page.h1))


def text(page: Page) -> str:
    return page.root.one("main").text


def exact(clause: str) -> str:
    """Return the pattern of a clause as the pages name it: 4.1 is not 4.1.2, nor a note that mentions it."""
    return re.escape(clause) + (" Положения" if re.match(r"пп?\. \d\.", clause) else "")


def says_clause(page: Page, clause: str) -> bool:
    return re.search(exact(clause), text(page)) is not None


def is_sourced(page: Page, wording: str, act: str, clause: str) -> bool:
    """Return whether the act that is named next after the wording is this one, with this clause."""
    for met in re.finditer(re.escape(wording), text(page)):
        rest = text(page)[met.end() :]
        named = re.search("|".join((ORDER, CONCEPT, MEGION)), rest)
        if named and named.group() == act and re.search(exact(clause), rest[named.end() :][:300]):
            return True
    return False


def clauses(said: str) -> list[str]:
    return re.findall(r"пп?\. [\d.–]*\d", said)


def test_every_cited_act_is_found_with_its_clauses(site: Site) -> None:
    seen = set()
    for pieces, places in CITED_ACTS:
        page = headed(site, "acts", *pieces)
        seen.add(page.address)
        assert ORDER in text(page), page.address
        for place in places:
            assert says_clause(page, place), (page.address, place)
    assert len(seen) == len(CITED_ACTS) == 14


def test_list_of_acts_holds_the_order_what_it_cites_and_what_the_glossary_compares(site: Site) -> None:
    listed = site.cards("acts/index.html")
    assert len(listed) == len(set(listed)) == len(CITED_ACTS) + 1 + 3
    order = text(headed(site, "acts", ORDER))
    assert "13 июля 2021" in order
    assert "Управление образования и науки Липецкой области" in order


def test_recommendations_are_not_dated_by_the_day_they_were_sent(site: Site) -> None:
    page = headed(site, "acts", "по созданию и обеспечению функционирования")
    assert "2021" not in page.h1
    assert "6 июля 2021" in text(page)


def test_every_subject_stands_at_its_level_with_every_function(site: Site) -> None:
    seen, functions = set(), 0
    for title, level, clause, words in SUBJECTS:
        page = headed(site, "actors", title)
        seen.add(page.address)
        assert level in text(page), page.address
        assert says_clause(page, clause), page.address
        for word in words.split():
            assert word in text(page).lower(), (page.address, word)
            functions += 1
    assert len(seen) == len(records(site, "actors")) == 9 + 2
    assert functions == (5 + 14 + 9 + 6 + 5 + 2 + 4 + 4 + 1) + (2 + 7)


def test_every_term_has_its_definitions_with_act_and_clause(site: Site) -> None:
    seen, definitions = set(), 0
    for title, sources in TERMS:
        page = headed(site, "glossary", title)
        seen.add(page.address)
        for act, clause, wording in sources:
            assert is_sourced(page, wording, act, clause), (page.address, wording)
            definitions += 1
    assert len(seen) == len(records(site, "glossary")) == len(TERMS) == 20
    assert definitions == 51


def test_every_requirement_is_told_with_its_clauses(site: Site) -> None:
    seen = set()
    listed = text(site.page("requirements/index.html"))
    for piece, said in REQUIREMENTS:
        page = headed(site, "requirements", piece)
        seen.add(page.address)
        assert page.h1 in listed
        assert clauses(said), piece
        for clause in clauses(said):
            assert says_clause(page, clause), (page.address, clause)
    assert len(seen) == len(records(site, "requirements")) == len(REQUIREMENTS) == 38


def test_only_the_statute_the_list_of_indicators_and_the_grounds_are_there(site: Site) -> None:
    answered = [piece for piece, _ in REQUIREMENTS if "✓" in text(headed(site, "requirements", piece))]
    assert tuple(answered) == ANSWERED


def test_grounds_are_the_acts_that_clause_1_2_lists(site: Site) -> None:
    grounds = headed(site, "requirements", "нормативная правовая основа").root.one("article")
    listed = {link.text for link in grounds.all("a") if "acts/" in link.attributes["href"]} - {ORDER}
    listed = {said for said in listed if ORDER not in said}
    assert len(listed) == 11


def test_roadmap_is_required_and_none_is_there(site: Site) -> None:
    assert records(site, "roadmaps") == []
    page = headed(site, "requirements", "«дорожная карта мер»")
    assert "дорожной карты нет" in text(page)


def test_every_channel_is_told_with_what_belongs_to_it(site: Site) -> None:
    seen = set()
    for title, examples in CHANNELS:
        page = headed(site, "channels", title)
        seen.add(page.address)
        assert says_clause(page, "п. 5.2")
        for word in examples.split():
            assert word in text(page), (page.address, word)
    assert len(seen) == len(records(site, "channels")) == 4


def test_differing_wordings_are_told_side_by_side(site: Site) -> None:
    passport = text(headed(site, "glossary", "паспорт региональной системы"))
    assert "паспорт ДПП»" in passport
    assert "паспорт ДППО»" in passport
    statute = text(headed(site, "requirements", "положение о формировании"))
    assert "о создании и функционировании" in statute


def test_every_page_says_what_it_is_and_is_kept_from_search_engines(site: Site) -> None:
    pages = list(site.pages())
    assert len(pages) > 80
    for page in pages:
        assert "учебный пример по тексту приказа, не сайт органа" in page.root.text.lower(), page.address
        assert any("noindex" in said for said in page.meta("robots")), page.address
