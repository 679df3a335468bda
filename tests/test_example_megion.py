"""The example of Мегион against its order: the tables here were typed from the order."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from site_tree import Page, Site

TERMS = "Приложение № 1 к Положению"
BASIS = "п. 1.2 Положения"
ORDER = "360-О"
CONCEPT = "Р-174"
NO_NUMBER = ""

# The act as the order names it, and where.
ACTS = [
    (("31 декабря 2019 г.", "3273-р", "основных принципов национальной системы"), ("преамбула", BASIS)),
    (("22 июля 2021 г.", "10-П-1000", "региональной системы научно-методического"), ("преамбула", BASIS)),
    (("29 декабря 2012 г.", "273-ФЗ", "Об образовании в Российской Федерации"), (BASIS,)),
    (("7 мая 2018 г.", "204", "национальных целях и стратегических задачах"), (BASIS,)),
    (("19 июля 2018 г.", "444"), (BASIS,)),
    (("21 июля 2020 г.", "474"), (BASIS,)),
    (
        ("Национальный проект Российской Федерации «Образование»",),
        ("п. 1.1 Положения", BASIS, "п. 2.3 Положения", "п. 3.2.1 Положения"),
    ),
    (("Федеральный проект «Современная школа»",), ("п. 1.1 Положения", BASIS)),
    (("26 декабря 2017 г.", "1642", "«Развитие образования»"), (BASIS,)),
    (("7 октября 2020 г.", "2580-р"), (BASIS,)),
    (("1 февраля 2021 г.", "37", "методик расчета показателей федеральных проектов"), (BASIS,)),
    (("4 февраля 2021 г.", "Р-33", "Об утверждении методических рекомендаций"), (BASIS,)),
    (("5 июля 2019 г.", "356-рп", "отдельных мероприятий федеральных проектов"), (BASIS,)),
    (("6 августа 2020 г.", "Р-76", "Об утверждении Концепции создания единой федеральной"), (BASIS,)),
    (("15 февраля 2021 г.", "191", "О создании центра непрерывного повышения"), (BASIS,)),
    (("15 февраля 2021 г.", "10-П-188", "Об утверждении положения и показателей Центра"), (BASIS,)),
    (
        ("Развитие кадрового потенциала общеобразовательных организаций", "на 2020-2023 год"),
        ("п. 6.1 Положения",),
    ),
    (("Трёхстороннее соглашение между департаментом",), ("п. 3.2.1 Положения", "Приложение 2, строка 6")),
    (("Трудовой кодекс Российской Федерации",), (TERMS,)),
]

# Number, how the measure begins, the raw term, how the result begins, who is responsible.
CENTRE, DEPARTMENT = "МКУ «Центр развития образования»", "ДОиМП администрации города"
ROWS = [
    ("1", "Разработка нормативно-правовой документации", "До 20.08.2021", "Приказ ДОиМП", CENTRE),
    ("2", "Разработка и утверждение плана мероприятий", "До 20.08.2021", "Приказ ДОиМП", CENTRE),
    ("3", "Создание (или наделение полномочиями)", "До 31.08.2021.", "Приказ ДОиМП", DEPARTMENT),
    ("4", "Назначение лиц, ответственных за внедрение", "До 31.08.2021.", "Приказ ДОиМП", DEPARTMENT),
    (NO_NUMBER, "Презентация проекта по созданию", "До 20.09.2021", "Приказ ДОиМП", CENTRE),
    ("5", "Утверждение руководителей сетевых", "До 01.10.2021", "Приказ ДОиМП", DEPARTMENT),
    ("6", "Заключение трёхстороннего соглашения", "01.10.2021", "Соглашения между", DEPARTMENT),
    ("7", "Информационное освещение деятельности", "В течение года", "наличие раздела", CENTRE),
    (
        "8",
        "Информирование работников системы образования",
        "В срок до 01.11.2021 далее - в течение года",
        "Совещание (режим онлайн)",
        CENTRE,
    ),
]
# What is printed on a row beside its reading.
DOUBTS = {
    "2": ["города Мегiona"],
    "4": ["города Мегiona"],
    NO_NUMBER: ["нет номера", "ДЮиМП"],
    "5": ["ДЮиМП"],
    "6": ["управленческих кадров;", "пропущены"],
    "7": ["год не указан", "ММПЦ"],
    "8": ["города Мегiona"],
}

# How each entry of the list of terms is called and how what it says begins.
GLOSSARY = [
    ("горизонтальное обучение педагогических работников", "обучение внутри профессиональных сообществ"),
    ("диагностика профессиональных (педагогических) компетенций", "комплекс оценочных процедур"),
    ("дополнительная профессиональная программа", "программа повышения квалификации (профессиональной"),
    ("индивидуальный образовательный маршрут", "персональный путь педагогического работника"),
    ("менторство", "«управленческое наставничество», инструмент формирования"),
    ("методическая поддержка педагогических работников", "вид взаимодействия методической службы"),
    ("методическая работа", "специальный комплекс практических мероприятий"),
    ("непрерывное развитие профессионального мастерства", "система целенаправленных действий"),
    ("паспорт региональной системы научно-методического", "единый федеральный информационно-аналитический"),
    ("педагогический работник", "физическое лицо, которое состоит в трудовых"),
    ("профессиональная ассоциация", "добровольное объединение педагогических работников"),
    ("профессиональное сообщество", "группа педагогических работников, объединенная"),
    ("профессиональные дефициты", "отсутствие или недостаточное развитие"),
    ("профессиональные компетенции педагогического работника", "совокупность профессиональных знаний"),
    ("муниципальная система научно-методического", "совокупность взаимосвязанных и интегрированных"),
    ("сетевое сообщество педагогов", "организационная форма социальной структуры"),
    ("субъект научно-методической деятельности", "организация, лицо, уполномоченная(ое)"),
    ("управленческие кадры", "физические лица, которые в соответствии с Трудовым кодексом"),
    ("федеральный реестр дополнительных профессиональных", "инструмент единого федерального портала"),
    ("центр непрерывного повышения профессионального", "структурное подразделение АУ «Институт развития"),
    ("цифровая экосистема ДПО", "информационно-аналитический ресурс, обеспечивающий единые"),
]
# How the Concept says it otherwise.
CONFLICTS = {
    "индивидуальный образовательный маршрут": "комплекс мероприятий, включающий описание содержания",
    "непрерывное развитие профессионального мастерства": "комплекс образовательных мероприятий, результатом",
    "педагогический работник": "К педагогическим работникам в Концепции не относятся",
    "профессиональное сообщество": "объединение педагогических работников с общими ценностями",
    "профессиональные компетенции педагогического работника": "способность и готовность успешно действовать",
    "субъект научно-методической деятельности": "физическое или юридическое лицо, осуществляющее",
    "федеральный реестр дополнительных профессиональных": "созданный для обеспечения доступа к качественным",
    "центр непрерывного повышения профессионального": "организации дополнительного профессионального",
}

MUNICIPAL, INSTITUTIONAL = "Муниципальный", "Образовательная организация"
# The subject, its level, its clause, how many functions the clause gives it, words of one of them.
ACTORS = [
    ("департамент образования и молодёжной политики", MUNICIPAL, "п. 3.2.1", 4, "согласование показателей"),
    ("муниципальный методический центр", MUNICIPAL, "п. 3.2.2", 7, "для паспорта ДПО"),
    ("муниципальные методические объединения", MUNICIPAL, "п. 3.2.3", 4, "экспертизе инновационного"),
    ("методический (научно-методический) совет", INSTITUTIONAL, "п. 3.3.1", 4, "самообучающиеся организации"),
    (
        "методические объединения, профессиональные",
        INSTITUTIONAL,
        "п. 3.3.2",
        4,
        "внутрикорпоративное обучение",
    ),
    ("«пары» педагогов", INSTITUTIONAL, "п. 3.3.3", 1, "программы наставничества"),
]
# Named by the order without a place in the structure.
OTHERS = [
    ("центр непрерывного повышения профессионального", "Региональный", "п. 2.2"),
    ("институт развития образования", "Региональный", "п. 3.2.2"),
    ("региональный оператор, руководитель РМНМС", "Региональный", "п. 3.2.1"),
    ("федеральный оператор", "Федеральный", "п. 4.3"),
]

CHANNELS = [
    ("цифровая экосистема ДПО", ""),
    ("общедоступные коммуникации", "совещания; образовательные мероприятия"),
    ("онлайн-каналы", "вебинары; размещение информации на тематических порталах"),
    ("прямые связи", "заключение соглашений с взаимными обязательствами"),
]

# Words of what is required and every clause that asks for it.
REQUIREMENTS = [
    ("положение о создании и функционировании", ("п. 1 приказа", "п. 4.1", "строка 1")),
    ("комплекс мер (дорожная карта)", ("п. 2 приказа", "п. 4.1", "строка 2")),
    ("показатели эффективности функционирования", ("п. 4.1", "п. 6.1")),
    ("ежегодный план проведения мероприятий", ("п. 4.1",)),
    ("регламент функционирования методических нетворкинг-площадок", ("п. 4.1",)),
    ("назначение руководителей нетворкинг-площадок", ("п. 4.1", "строка 5")),
    (
        "сетевые методические площадки «Нетворкинг»",
        ("п. 3.2.3", "п. 3.3", "п. 4.1", "строка без номера", "строка 5", "строка 7"),
    ),
    ("методические команды (нетворкинг-группы)", ("п. 5.1", "строка 7")),
    ("методические (научно-методические) советы", ("п. 3.3.1",)),
    ("методические и профессиональные объединения", ("п. 3.3.1", "п. 3.3.2", "п. 5.1")),
    ("кадровый состав МСНМС", ("п. 4.3",)),
    ("соглашения с взаимными обязательствами", ("п. 5.2",)),
    (
        "индивидуальные образовательные маршруты",
        ("п. 2.2", "п. 3.2.2", "п. 3.3.1", "п. 4.4", "п. 4.5", "п. 6.1", TERMS),
    ),
    ("диагностика профессиональных дефицитов", ("п. 2.2", "п. 4.3", "п. 4.5", "п. 6.1", TERMS)),
    ("стажировки педагогических работников", ("п. 3.2.2", "п. 3.3.1")),
    ("муниципальные методические объединения", ("п. 3.2.3", "п. 5.1")),
    ("муниципальный методический центр", ("п. 3.2.2", "строка 3")),
    ("назначение ответственных за внедрение", ("строка 4",)),
    ("трёхсторонние соглашения", ("п. 3.2.1", "строка 6")),
    ("мониторинг показателей не реже одного раза в год", ("п. 4.1", "п. 6.2")),
    ("анализ результатов мониторинга", ("п. 6.2",)),
    ("адресные рекомендации", ("п. 6.2",)),
    ("паспорт региональной системы", ("п. 3.2.2", "п. 4.2", TERMS)),
    ("банк данных для ведения паспорта ДППО", ("п. 4.2",)),
    ("программы в федеральном реестре", ("п. 2.2", "п. 6.1", TERMS)),
    ("сетевые программы ДПО", ("п. 5.1",)),
    ("планы (программы) повышения квалификации", ("п. 5.1",)),
    ("сетевые инновационные проекты", ("п. 5.1",)),
    ("концепции развития муниципальных систем образования", ("п. 5.1",)),
    ("единая система выявления, обобщения, продвижения и внедрения практик", ("п. 2.2", "п. 3.2.3")),
    ("программы наставничества", ("п. 3.2.3", "п. 3.3.1", "п. 3.3.2", "п. 3.3.3")),
    ("сведения для индивидуальных образовательных маршрутов", ("п. 4.4",)),
    ("семинары, мастер-классы, обмен опытом", ("п. 3.2.2", "п. 3.3.1")),
    ("презентация проекта площадок «Нетворкинг»", ("строка без номера",)),
    ("раздел на сайте о деятельности нетворкинг-групп", ("строка 7",)),
    ("совещание о создании и функционировании системы", ("строка 8",)),
    ("информация о системе на официальном сайте", ("строка 8", "п. 5.2")),
    ("нормативная правовая основа", ("п. 1.2",)),
    ("муниципальная программа развития кадрового потенциала", ("п. 6.1",)),
]

PERSON = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
AREA_CODE = re.compile(r"\(\d{5}\)")


@pytest.fixture(scope="session")
def site(example: Callable[[str], Site]) -> Site:
    return example("megion")


def records(site: Site, folder: str) -> list[Page]:
    """Return the pages of a folder that bear a record."""
    found = [a for a in site.addresses if a.startswith(f"{folder}/") and "/by-" not in a]
    return [site.page(a) for a in found if a != f"{folder}/index.html"]


def headed(pages: list[Page], *words: str) -> Page:
    """Return the only page whose heading holds all the words, each as a word of its own."""
    found = [page for page in pages if all(f" {word}" in f" {page.h1}" for word in words)]
    exact = [page for page in found if page.h1 == " ".join(words)]
    assert len(exact or found) == 1, (words, [page.h1 for page in found])
    return (exact or found)[0]


def body(page: Page) -> str:
    return page.root.one("article").text


def measure_rows(site: Site) -> list[str]:
    rows = site.page("roadmaps/megion-2021.html").root.all("tr")
    return [row.text for row in rows if "mb-measure" in row.classes]


def test_every_cited_act_has_its_page_with_every_clause(site: Site) -> None:
    pages = [page for page in records(site, "acts") if ORDER not in page.h1]
    listed = site.page("acts/index.html").root.one("article").text
    met = set()
    for words, clauses in ACTS:
        numbered = tuple(f"№ {word}" if word[-1].isalnum() and len(word) < 10 else word for word in words)
        page = next(p for p in pages if all(word in p.h1 for word in numbered))
        met.add(page.address)
        assert page.h1 in listed
        for clause in clauses:
            assert f"{clause}" in body(page), (words, clause)
    assert len(met) == len(ACTS) == 19
    others = {page.h1 for page in pages if page.address not in met}
    assert len(others) == 2, "the Concept and its edition, for comparison only"
    assert all("№ Р-174" in title or "№ Р-303" in title for title in others)


def test_order_tells_its_grounds_and_where_it_contradicts_itself(site: Site) -> None:
    text = body(headed(records(site, "acts"), "19 августа 2021 г.", f"№ {ORDER}"))
    for words in ("3273-р", "10-П-1000", "«09» 08 2021", "360-0", "Не проверено"):
        assert words in text


def test_every_row_of_the_roadmap_stands_in_order_with_its_raw_term(site: Site) -> None:
    rows = measure_rows(site)
    assert len(rows) == len(ROWS) == 9
    for row, (number, title, term, result, responsible) in zip(rows, ROWS, strict=True):
        assert row.startswith(f"{number} {title}".strip())
        for words in (term, result, responsible):
            assert words in row, (number, words)


def test_every_doubtful_cell_of_the_roadmap_is_told(site: Site) -> None:
    rows = measure_rows(site)
    examined = 0
    for row, (number, *_) in zip(rows, ROWS, strict=True):
        assert ("Читается неуверенно" in row) == (number in DOUBTS), number
        for words in DOUBTS.get(number, []):
            assert words in row, (number, words)
            examined += 1
    assert examined == 10


def test_term_without_a_year_is_no_doubt_and_is_given_no_year(site: Site) -> None:
    rows = {number: row for row, (number, *_) in zip(measure_rows(site), ROWS, strict=True)}
    assert "Срок. " not in "".join(rows.values())
    assert "год не указан в документе" in rows["7"]
    assert "«далее - в течение года», год не назван" in rows["8"]


def test_nothing_is_known_of_what_was_done(site: Site) -> None:
    rows = measure_rows(site)
    assert [row.count("Сведений о выполнении нет") for row in rows] == [1] * 9


def test_every_entry_of_the_glossary_has_its_act_and_clause(site: Site) -> None:
    pages = records(site, "glossary")
    assert len(pages) == len(GLOSSARY) == 21
    for title, begins in GLOSSARY:
        text = body(headed(pages, title))
        assert begins in text, title
        assert f"№ {ORDER}" in text, title
        assert TERMS in text, title


def test_terms_that_the_concept_defines_otherwise_have_both_definitions(site: Site) -> None:
    pages = records(site, "glossary")
    both = [page for page in pages if f"№ {CONCEPT}" in body(page)]
    assert len(both) == len(CONFLICTS) == 8
    for title, begins in CONFLICTS.items():
        page = headed(pages, title)
        assert page in both
        assert begins in body(page), title
        assert "раздел I" in body(page), title


def test_every_subject_has_its_level_clause_and_functions(site: Site) -> None:
    pages = records(site, "actors")
    assert len(pages) == len(ACTORS) + len(OTHERS) == 10
    listed = site.page("actors/index.html").root.one("article").text
    for title, level, clause, functions, words in ACTORS:
        page = headed(pages, title)
        text = body(page)
        assert f"Уровень {level}" in text, title
        assert words in text, title
        assert page.h1 in listed
        after = text.partition("Функции")[2]
        assert after.count(f"{clause} Положения") == functions, title


def test_subjects_outside_of_the_structure_say_so(site: Site) -> None:
    for title, level, clause in OTHERS:
        text = body(headed(records(site, "actors"), title))
        assert f"Уровень {level}" in text, title
        assert f"{clause} Положения" in text, title
        assert "структуру муниципальной системы (п. 3.1) не входит" in text, title


def test_every_channel_has_its_clause_and_kinds(site: Site) -> None:
    pages = records(site, "channels")
    assert len(pages) == len(CHANNELS) == 4
    for title, kinds in CHANNELS:
        text = body(headed(pages, title))
        assert "п. 5.2 Положения" in text, title
        assert kinds in text, title


def test_every_requirement_has_every_clause(site: Site) -> None:
    pages = records(site, "requirements")
    assert len(pages) == len(REQUIREMENTS) == 39
    listed = site.page("requirements/index.html").root.one("article").text
    examined = 0
    for title, clauses in REQUIREMENTS:
        page = headed(pages, title)
        assert page.h1 in listed
        for clause in clauses:
            assert clause in body(page), (title, clause)
            examined += 1
    assert examined == 78


def test_only_the_kept_roadmap_is_said_to_answer_the_demand_for_one(site: Site) -> None:
    roadmap = site.page("roadmaps/megion-2021.html").h1
    answered = [page.h1 for page in records(site, "requirements") if roadmap in body(page)]
    assert answered == ["комплекс мер (дорожная карта)"]


def test_no_person_of_the_order_is_named_and_every_page_says_what_it_is(site: Site) -> None:
    pages = list(site.pages())
    assert len(pages) > 80
    for page in pages:
        assert "noindex" in " ".join(page.meta("robots")), page.address
        # A rule of the check shows an invented name to say that none may stand in a record.
        assert page.address.startswith("rules/") or PERSON.search(page.root.text) is None, page.address
        assert AREA_CODE.search(page.root.text) is None, page.address
        assert "не сайт органа" in page.root.text, page.address
