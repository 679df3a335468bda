"""The federal example: every table here was typed from the documents themselves, not from the records."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from site_tree import Page, Site

NOT_RECORDS = re.compile(r".*/(index|page-\d+|by-.*)\.html")
CONCEPT, RETELLING, MEGION = "№ Р-174", "«Пересказ распоряжения Р-76»", "№ 360-О"
TERMS = "раздел I, «Понятия, используемые в Концепции развития ЕФС»"
GROUNDS = "раздел I, «Концепция ЕФС разработана во исполнение»"

# What a citation says, and where it stands.
ACTS = [
    (("Указ", "21 июля 2020 г.", "№ 474", "О национальных целях развития"), ((CONCEPT, GROUNDS),)),
    (("Распоряжение", "31 декабря 2019 г.", "№ 3273-р"), ((CONCEPT, GROUNDS),)),
    (("24 декабря 2018 г.", "№ 16", "федерального проекта «Современная школа»"), ((CONCEPT, GROUNDS),)),
    (("Программа", "Федеральный проект «Современная школа»"), ((CONCEPT, GROUNDS),)),
    (
        ("Программа", "Национальный проект «Образование»"),
        ((CONCEPT, GROUNDS), (CONCEPT, "раздел V, Направление 2, на региональном уровне")),
    ),
    (("Трудовой кодекс Российской Федерации",), ((CONCEPT, "определение «управленческие кадры»"),)),
    (("15 декабря 2022 г.", "№ Р-303"), ((CONCEPT, "гриф утверждения"),)),
    (
        ("6 августа 2020 г.", "№ Р-76", "Об утверждении Концепции"),
        ((RETELLING, "вводный абзац"), (RETELLING, "«Решение», п. 1")),
    ),
]

# The term of section I, how its definition begins, how the order of Мегион begins where it differs.
GLOSSARY = [
    ("единая федеральная система научно-методического", "это совокупность взаимосвязанных", ""),
    ("субъект научно-методической деятельности", "физическое или юридическое лицо", "организация, лицо"),
    ("единый федеральный портал", "элемент цифровой образовательной среды", ""),
    (
        "федеральный реестр дополнительных профессиональных программ",
        "инструмент единого федерального портала дополнительного профессионального образования",
        "инструмент единого федерального портала дополнительного профессионального педагогического",
    ),
    ("научно-методический центр", "структурное подразделение образовательных организаций", ""),
    ("региональная система научно-методического", "региональный сегмент ЕФС; совокупность", ""),
    (
        "центр непрерывного повышения профессионального мастерства",
        "структурное подразделение организации дополнительного",
        "структурное подразделение АУ",
    ),
    ("региональный методист", "педагогический работник — штатный сотрудник ЦНППМ", ""),
    ("региональный методический актив", "объединение региональных методистов", ""),
    ("тьютор", "педагогический работник, обеспечивающий освоение", ""),
    ("методическая служба", "совокупность субъектов научно-методической деятельности", ""),
    (
        "педагогический работник",
        "К педагогическим работникам в Концепции не относятся",
        "(за исключением педагогических работников",
    ),
    ("управленческие кадры", "физические лица, которые в соответствии с Трудовым кодексом", ""),
    (
        "профессиональное педагогическое сообщество",
        "объединение педагогических работников с общими ценностями",
        "группа педагогических работников",
    ),
    (
        "профессиональные компетенции",
        "способность и готовность успешно действовать",
        "совокупность профессиональных знаний",
    ),
    ("индивидуальный образовательный маршрут", "комплекс мероприятий, включающий", "персональный путь"),
    ("стажировочная площадка", "статус, присваиваемый образовательной организацией", ""),
    (
        "непрерывное профессиональное развитие",
        "комплекс образовательных мероприятий, результатом которых",
        "система целенаправленных действий",
    ),
    ("неформальное образование", "комплекс образовательных мероприятий, не сопровождающихся", ""),
]

FEDERAL, REGIONAL, MUNICIPAL, INSTITUTIONAL = (
    "Федеральный", "Региональный", "Муниципальный", "Образовательная организация",
)  # fmt: skip

# The subject of section III, its level, how many functions the document lists, words of one; «при наличии».
ACTORS = [
    ("координатор ЕФС", FEDERAL, 9, "Координирует сеть ЦНППМ", False),
    ("Методический центр", FEDERAL, 10, "федеральный банк успешных педагогических практик", False),
    ("научно-методические центры", FEDERAL, 10, "экспертизу программ профессиональной переподготовки", False),
    ("орган исполнительной власти субъекта", REGIONAL, 4, "Утверждает комплекс мер", False),
    ("организации дополнительного профессионального", REGIONAL, 3, "в Федеральный реестр", False),
    ("центр непрерывного повышения", REGIONAL, 14, "целевой модели наставничества", False),
    ("региональный методический актив", REGIONAL, 8, "при каскадной системе", False),
    ("профессиональные образовательные организации и", REGIONAL, 1, "Участвуют в разработке", False),
    ("региональные учебно-методические объединения", REGIONAL, 1, "Участвуют в разработке", False),
    ("методические советы", REGIONAL, 1, "в подготовке и проведении мероприятий", False),
    ("региональные профессиональные педагогические", REGIONAL, 3, "программы наставничества", False),
    ("иные субъекты", REGIONAL, 0, "при необходимости", True),
    ("органы местного самоуправления", MUNICIPAL, 2, "трёхстороннем соглашении", False),
    ("муниципальные методические объединения", MUNICIPAL, 0, "«При наличии»", True),
    ("муниципальные организации дополнительного", MUNICIPAL, 0, "«При наличии»", True),
    ("муниципальные методические службы", MUNICIPAL, 0, "«При наличии»", True),
    ("методические структуры образовательной", INSTITUTIONAL, 1, "кафедры, методические советы", False),
    ("общественно-профессиональные объединения", INSTITUTIONAL, 1, "Сопровождают", False),
]

DIRECTIONS = {
    "1": "Управление системой научно-методического сопровождения педагогических работников и управленческих",
    "2": "Непрерывное повышение профессионального мастерства педагогических работников и управленческих",
    "3": "Содержательно-методическое обеспечение непрерывного профессионального (педагогического)",
}
CLAUSES = {
    FEDERAL: "на федеральном уровне",
    REGIONAL: "на региональном уровне",
    INSTITUTIONAL: "на уровне образовательной организации",
}

# Section V, in its order.
MEASURES = {
    ("1", FEDERAL): [
        "сопровождающей функционирование ЕФС (концепции, стратегии, комплексы мер «дорожные карты» и т.д.)",
        "критериев и индикаторов эффективности функционирования ЕФС, отдельных субъектов ЕФС, региональных",
        "проведение мониторингов эффективности функционирования ЕФС, отдельных субъектов ЕФС, региональных",
    ],
    ("1", REGIONAL): [
        "сопровождающей функционирование РС НМС (комплексы мер «дорожные карты», соглашения (договоры)",
        "критериев и индикаторов эффективности функционирования РС НМС, отдельных субъектов РС НМС",
        "проведение мониторингов эффективности функционирования РС НМС, отдельных субъектов РС НМС",
        "формирование и организация деятельности регионального методического актива",
    ],
    ("2", FEDERAL): [
        "разработка единых принципов организации и планирования повышения квалификации",
        "кадров по программам ДПО из Федерального реестра",
        "сопровождение единого федерального портала дополнительного профессионального образования",
        "обеспечение формирования Федерального реестра, в том числе организация проведения",
        "системная подготовка тьюторов для их дальнейшей работы в ЦНППМ",
        "проведение диагностики методических компетенций региональных методистов",
    ],
    ("2", REGIONAL): [
        "управленческих кадров с учетом выявленных профессиональных дефицитов",
        "организация стажировок (в том числе на базе высокотехнологичной инфраструктуры",
        "построение индивидуальных образовательных маршрутов непрерывного профессионального развития",
        "организация деятельности по совершенствованию профессиональных компетенций педагогических",
        "осуществление профилактики профессионального выгорания педагогических работников",
    ],
    ("2", INSTITUTIONAL): [
        "разработка совместно с региональным методистом индивидуальных образовательных маршрутов",
        "организация взаимодействия и взаимообучения педагогических работников",
        "сопровождение в профессиональном становлении педагогических работников до 35 лет",
    ],
    ("3", FEDERAL): [
        "формирование и ведение федерального банка успешных педагогических практик",
        "проектирование, апробация и внедрение нового содержания непрерывного профессионального",
        "разработка методических рекомендаций по внедрению нового содержания образования",
        "разработка типовых организационно-методических документов по организации деятельности",
        "организация исследовательской и инновационной деятельности в области дополнительного",
        "подготовка и проведение международных научно-практических конференций, форумов, съездов",
    ],
    ("3", REGIONAL): [
        "кадров методическими рекомендациями, материалами (в том числе цифровыми)",
        "ведение регионального банка успешных педагогических и управленческих практик (базы данных ДПП",
        "информирование педагогической общественности об основных тенденциях развития образования",
        "руководство деятельностью инновационных площадок по реализации проектов",
    ],
    ("3", INSTITUTIONAL): [
        "методическое обеспечение процессов обучения и воспитания",
        "разработка учебных, научно-методических и дидактических материалов",
        "обеспечение высокого методического уровня проведения всех видов занятий",
        "приведение методического обеспечения учебных предметов (курсов, дисциплин (модулей))",
        "методическое сопровождение педагогических работников, имеющих профессиональные дефициты",
        "выявление, изучение, обобщение и распространение передового педагогического опыта",
        "помощь педагогическим работникам в обобщении и презентации своего опыта работы",
        "повышение качества проведения учебных занятий на основе внедрения новых",
        "анализ, апробация и внедрение нового методического обеспечения образовательного процесса",
        "организация взаимодействия с образовательными организациями с целью обмена опытом",
    ],
}

CENTRE, NMC, CNPPM = (f"раздел III, «{name}" for name in ("Методический центр", "Научно-метод", "ЦНППМ"))
COORDINATOR, AUTHORITY = "раздел III, «Координатор ЕФС", "раздел III, «Орган исполнительной власти"
F1, F2, F3 = (f"раздел V, Направление {n}, на федеральном" for n in "123")
R1, R2, R3 = (f"раздел V, Направление {n}, на региональном" for n in "123")
W1, W2, W3 = (f"раздел V, Направление {n}, механизмы" for n in "123")
O2, O3 = (f"раздел V, Направление {n}, на уровне образовательной" for n in "23")
RETOLD_F, RETOLD_R = "перечень федерального уровня", "перечень регионального уровня"

# What must exist: a register, a document, a plan; and every place that says so.
REQUIREMENTS = [
    ("федеральный банк успешных педагогических практик", (CENTRE, F3, RETOLD_F)),
    ("региональный банк успешных педагогических и управленческих практик", (R3,)),
    ("база данных ДПП", (R3,)),
    ("база данных профессиональных педагогических сообществ", (R3,)),
    ("база данных передового педагогического опыта", (R3,)),
    ("реестры стажировочных площадок", (R3,)),
    ("инновационные проекты (площадки)", (R3, W3, RETOLD_R)),
    ("Федеральный реестр дополнительных профессиональных программ", ("раздел I,", F2, W2, RETOLD_F)),
    ("автоматизированная информационная система ЕФС", ("раздел II, результаты",)),
    ("единый план работ", ("раздел II, принципы",)),
    ("региональные учебно-методические объединения", ("раздел III, «Субъекты ЕФС регионального",)),
    ("методические структуры образовательной организации", ("раздел III, последний абзац",)),
    ("программы ДПО для региональных методистов", (CENTRE,)),
    ("единый федеральный портал", ("раздел I,", CNPPM, F2, W2)),
    ("аннотированный каталог научно-методических разработок", (W3,)),
    ("базы данных о методических службах", (CENTRE,)),
    ("методические рекомендации и методические кейсы", (CENTRE, F3, W3, RETOLD_F)),
    ("методические рекомендации, материалы (в том числе цифровые)", (R3, RETOLD_R)),
    ("учебные, научно-методические и дидактические материалы", (O3,)),
    ("комплекс типовой организационно-методической документации", (CENTRE, F3, W3)),
    ("документация, сопровождающая функционирование ЕФС", (F1, W1)),
    ("документация, сопровождающая функционирование РС НМС", (R1,)),
    ("документы, во исполнение которых", (GROUNDS,)),
    ("комплекс мер («дорожная карта»)", (AUTHORITY, R1, "раздел VI, область управления")),
    ("трёхстороннее соглашение", ("раздел III, абзац о механизме взаимодействия",)),
    ("соглашения (договоры) о совместной деятельности", (W1, R1)),
    ("показатели эффективности создания и развития ЕФС", ("раздел VI", F1, "деятельности Системы»")),
    ("показатели эффективности работы ЦНППМ", (COORDINATOR,)),
    ("показатели эффективности региональных методистов", (CENTRE, F1)),
    ("критерии и индикаторы эффективности функционирования РС НМС", (R1,)),
    ("мониторинг эффективности ЕФС", (COORDINATOR, CENTRE, F1, W1)),
    ("мониторинг эффективности РС НМС", (AUTHORITY, R1)),
    ("вариативная система мониторинга", ("раздел VI, область управления",)),
    ("аналитические отчёты", (CENTRE,)),
    ("рекомендации координатора", (COORDINATOR,)),
    ("Методический центр на базе координатора", (CENTRE,)),
    ("сеть научно-методических центров", ("раздел II,", NMC)),
    ("сеть ЦНППМ", ("раздел II,", CNPPM)),
    ("региональный методический актив", ("раздел I,", "раздел III, «Региональный", R1, "раздел VI,")),
    ("муниципальные методические объединения, организации", ("раздел III, абзац об органах",)),
    ("в сетевой форме и по каскадной модели", (W2,)),
    ("программы ДПО по выявленным", ("раздел III, «Организации", R2, RETOLD_R)),
    ("программы наставничества", (CNPPM, "раздел III, «Профессиональные", "раздел V, Направление 2")),
    ("стажировки", (CNPPM, R2, RETOLD_R)),
    ("процедуры диагностики", (NMC, F2, W2, RETOLD_R)),
    ("индивидуальные образовательные маршруты", (CNPPM, R2, O2)),
    ("научно-практические конференции, форумы, съезды", (F3, W3, RETOLD_F)),
    ("семинары, мастер-классы, тренинги", (CENTRE,)),
    ("семинары-совещания, вебинары", (W1,)),
    ("программа развития школьной методической службы", ("«Решение», п. 1",)),
    ("мероприятия в планах работы муниципальных методических", ("«Решение», п. 2",)),
]


@pytest.fixture(scope="module")
def site(example: Callable[[str], Site]) -> Site:
    """Return the site of the federal example."""
    return example("federal")


def records(site: Site, folder: str) -> list[Page]:
    """Return the pages of the records of a folder."""
    found = [a for a in site.addresses if a.startswith(f"{folder}/") and not NOT_RECORDS.fullmatch(a)]
    assert found, folder
    return [site.page(address) for address in found]


def body(page: Page) -> str:
    """Return the text of a page without the navigation and the frame."""
    return page.root.one("article").text


def headed(pages: list[Page], *words: str) -> Page:
    """Return the only page whose heading holds the words."""
    found = [page for page in pages if all(word in page.h1 for word in words)]
    assert len(found) == 1, (words, [page.h1 for page in found])
    return found[0]


def begun(pages: list[Page], title: str) -> Page:
    """Return the only page whose heading begins so."""
    found = [page for page in pages if page.h1.startswith(title)]
    assert len(found) == 1, (title, [page.h1 for page in found])
    return found[0]


def test_every_cited_act_has_its_page_with_every_clause(site: Site) -> None:
    pages = [page for page in records(site, "acts") if CONCEPT not in page.h1]
    listed = site.page("acts/index.html").root.text
    met, examined = set(), 0
    for words, places in ACTS:
        page = headed(pages, *words)
        met.add(page.address)
        assert page.h1 in listed
        for act, clause in places:
            assert re.search(re.escape(act) + "[^№]*" + re.escape(clause), body(page)), (words, clause)
            examined += 1
    assert len(met) == len(ACTS) == 8
    assert examined == 10
    others = {page.h1 for page in pages if page.address not in met}
    assert len(others) == 2, "the retelling and the order of Мегион, for comparison only"


def test_concept_tells_its_edition_and_its_grounds(site: Site) -> None:
    pages = records(site, "acts")
    concept = begun(pages, "Распоряжение от 16 декабря 2020 г. № Р-174")
    for words in ("15 декабря 2022 г.", "Р-303", "№ 474", "3273-р", "Современная школа"):
        assert words in body(concept)
    assert CONCEPT in body(headed(pages, "№ Р-303"))


def test_retold_act_is_succeeded_and_nothing_says_that_it_was_repealed(site: Site) -> None:
    pages = records(site, "acts")
    text = body(headed(pages, "№ Р-76"))
    assert "Позднее принята Концепция Р-174" in text
    assert "Р-76 не упоминается" in text
    assert "автор и дата не указаны" in body(headed(pages, "Пересказ распоряжения Р-76"))
    ours = [page for page in site.pages() if not page.address.startswith(("fields/", "rules/"))]
    assert len(ours) > 150
    assert [page.address for page in ours if "утратил" in page.root.text.lower()] == []


def test_every_entry_of_the_glossary_has_its_act_and_clause(site: Site) -> None:
    pages = records(site, "glossary")
    assert len(pages) == len(GLOSSARY) == 19
    for title, begins, _ in GLOSSARY:
        text = body(begun(pages, title))
        assert begins in text.partition("Определени")[2], title
        assert CONCEPT in text, title
        assert TERMS in text, title


def test_terms_that_another_document_defines_otherwise_have_both_definitions(site: Site) -> None:
    pages = records(site, "glossary")
    examined = 0
    for title, _, other in GLOSSARY:
        text = body(begun(pages, title)).partition("Определени")[2]
        assert (MEGION in text) == bool(other), title
        assert other in text, title
        examined += bool(other)
    assert examined == 8


def test_wording_of_the_retelling_is_told(site: Site) -> None:
    pages = records(site, "glossary")
    assert "персональная траектория профессионального развития" in body(begun(pages, "индивидуальный"))
    assert "программ педагогического образования" in body(begun(pages, "федеральный реестр"))
    assert "региональных ЦНППМ" in body(begun(pages, "тьютор"))


def test_every_subject_has_its_level_and_functions(site: Site) -> None:
    pages = records(site, "actors")
    assert len(pages) == len(ACTORS) == 18
    listed = site.page("actors/index.html").root.text
    for title, level, functions, words, optional in ACTORS:
        page = begun(pages, title)
        text = body(page)
        assert page.h1 in listed
        assert f"Уровень {level}" in text, title
        assert words in text, title
        assert ("При наличии да" in text) == optional, title
        assert text.partition("Функции ")[2].count(", раздел III, ") == functions, title


def test_coordinator_is_the_academy(site: Site) -> None:
    assert "Академия Минпросвещения России" in body(begun(records(site, "actors"), "координатор ЕФС"))


def test_three_directions_list_all_measures_in_the_order_of_the_document(site: Site) -> None:
    pages = records(site, "directions")
    assert len(pages) == len(DIRECTIONS) == 3
    examined = 0
    for number, title in DIRECTIONS.items():
        text = body(begun(pages, title)).lower()
        assert f"раздел v, направление {number}" in text
        at = 0
        for (direction, _), measures in MEASURES.items():
            for words in measures if direction == number else ():
                at = text.index(words.lower(), at) + len(words)
                examined += 1
    assert examined == 41


def test_every_system_measure_has_its_level_and_clause(site: Site) -> None:
    pages = records(site, "system-measures")
    met = set()
    for (direction, level), measures in MEASURES.items():
        clause = f"раздел V, Направление {direction}, {CLAUSES[level]}"
        for words in measures:
            found = [p for p in pages if words.lower() in p.h1.lower() and clause in body(p)]
            assert len(found) == 1, words
            assert f"Уровень {level}" in body(found[0])
            met.add(found[0].address)
    assert len(met) == len(pages) == 41


def test_measures_that_the_retelling_words_alike_say_so(site: Site) -> None:
    alike = [
        ("по программам ДПО из Федерального реестра", "федерального"),
        ("разработка единых принципов", "федерального"),
        ("обеспечение формирования федерального реестра", "федерального"),
        ("системная подготовка тьюторов", "федерального"),
        ("федерального банка успешных", "федерального"),
        ("разработка методических рекомендаций", "федерального"),
        ("организация исследовательской и инновационной", "федерального"),
        ("международных научно-практических конференций", "федерального"),
        ("с учетом выявленных профессиональных дефицитов", "регионального"),
        ("организация стажировок", "регионального"),
        ("методическими рекомендациями, материалами", "регионального"),
        ("информирование педагогической общественности", "регионального"),
        ("руководство деятельностью инновационных", "регионального"),
        ("организация взаимодействия и взаимообучения", "муниципального"),
        ("в обобщении и презентации своего опыта", "муниципального"),
    ]
    pages = records(site, "system-measures")
    assert sum(RETELLING in body(page) for page in pages) == len(alike) == 15
    for words, level in alike:
        [page] = [page for page in pages if words in page.h1.lower().replace("ё", "е") or words in page.h1]
        assert f"перечень {level} уровня, близкая формулировка" in body(page), words


def test_every_requirement_has_every_clause(site: Site) -> None:
    pages = records(site, "requirements")
    assert len(pages) == len(REQUIREMENTS) == 51
    listed = site.page("requirements/index.html").root.text
    met, examined = set(), 0
    for title, clauses in REQUIREMENTS:
        page = next(p for p in pages if title in p.h1 and all(clause in body(p) for clause in clauses))
        met.add(page.address)
        assert page.h1 in listed
        examined += len(clauses)
    assert len(met) == 51
    assert examined == 96


def test_demanded_roadmap_is_said_to_be_absent(site: Site) -> None:
    assert "В базе пока нет" in body(begun(records(site, "requirements"), "комплекс мер («дорожная карта»)"))
    assert [a for a in site.addresses if a.startswith("roadmaps/") and not NOT_RECORDS.fullmatch(a)] == []
    assert "Дорожной карты тоже нет" in site.page("index.html").root.text


def test_only_what_the_base_holds_answers_a_requirement(site: Site) -> None:
    texts = {page.h1: body(page) for page in records(site, "requirements")}
    answered = {title for title, text in texts.items() if "В базе пока нет" not in text}
    optional = {title for title in answered if "Не обязательно" in texts[title]}
    assert len(answered - optional) == 3
    assert all("документ" in title or "показатели" in title for title in answered - optional)
    assert len(optional) == 1


def test_every_page_says_what_it_is(site: Site) -> None:
    pages = list(site.pages())
    assert len(pages) > 150
    for page in pages:
        assert "noindex" in " ".join(page.meta("robots")), page.address
        assert "учебный пример" in page.root.text.lower(), page.address
