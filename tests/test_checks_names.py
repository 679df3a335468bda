"""Names of people in texts: what is one, what only looks like one, and that a report never repeats it."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest

from knowledge_bases import add, change, codes_of, problems_of, the_problem_of, write

FULL, SHORT = "MB308", "MB309"
PEOPLE = [
    ("Спросите Марию Петровну.", FULL),
    ("Иванова Мария Петровна", FULL),
    ("Мария Петровна Иванова", FULL),
    ("Ивановой Марии Петровне", FULL),
    ("с Ивановой Марией Петровной", FULL),
    ("Иванову Марию Петровну наградили", FULL),
    ("у Петрова Ивана Сергеевича", FULL),
    ("Петрову Ивану Сергеевичу", FULL),
    ("вместе с Петровым Иваном Сергеевичем", FULL),
    ("о Петрове Иване Сергеевиче", FULL),
    ("ИВАНОВА МАРИЯ ПЕТРОВНА", FULL),
    ("После тестирования Петрова А. А. ушла домой.", SHORT),
    ("РУКОВОДИТЕЛЬ ПЕТРОВ ИВАН СЕРГЕЕВИЧ", FULL),
    ("Учитель Мария Петровна ведёт кружок.", FULL),
    ("Директор Иван Сергеевич согласился.", FULL),
    ("Марья Ивановна показала урок.", FULL),
    ("Мария Ильинична", FULL),
    ("Анна Никитична", FULL),
    ("Ольга Кузьминична", FULL),
    ("Пётр Ильич", FULL),
    ("у Петра Ильича", FULL),
    ("Сергей Фомич", FULL),
    ("Николай Лукич", FULL),
    ("Екатерине Саввичне", FULL),
    ("Доржиева Дарима Цыреновна", FULL),
    ("Баир Дашиевич", FULL),
    ("Сэсэг Баировна", FULL),
    ("Айгуль Рашидовна", FULL),
    ("Ринат Маратович", FULL),
    ("Наталья Юрьевна", FULL),
    ("Лев Яковлевич", FULL),
    ("Любовь Игоревна", FULL),
    ("Яна\nВалерьевна", FULL),
    ("Яна\u00a0Валерьевна", FULL),
    ("Анна-Мария Петрова и Вера Олеговна", FULL),
    ("звоните: Инна Львовна", FULL),
    ("Александр Сергеевич ведёт физику", FULL),
    ("Иванова М. П.", SHORT),
    ("Иванова М.П.", SHORT),
    ("М. П. Иванова", SHORT),
    ("М.П. Иванова", SHORT),
    ("М.П.Иванова", SHORT),
    ("М.\u00a0П.\u00a0Иванова", SHORT),
    ("Ивановой М. П.", SHORT),
    ("М. П. Ивановой", SHORT),
    ("ИВАНОВА М. П.", SHORT),
    ("М. П. ИВАНОВА", SHORT),
    ("Учитель М. П. Иванова провела урок.", SHORT),
    ("учитель школы М. П. Петренко", SHORT),
    ("Петренко М. П., учитель", SHORT),
    ("Сидорчук А. Б.", SHORT),
    ("А. Б. Черных", SHORT),
    ("Черных А. Б.", SHORT),
    ("А. Б. Ли", SHORT),
    ("Г. Д. Саакян", SHORT),
    ("Саакян Г. Д.", SHORT),
    ("Д. Ц. Доржиева", SHORT),
    ("Бадмаева Д. Ц.", SHORT),
    ("Каминский Я. Ю.", SHORT),
    ("А. Б. Римская-Ковалёва", SHORT),
    ("Мамина-Петрова А. Б.", SHORT),
    ("(отв. Иванова М. П.)", SHORT),
    ("Разработчик: И. И. Иванов", SHORT),
    ("А. И. Пушкин, учитель физкультуры", SHORT),
    ("Л. П. Толстая", SHORT),
    ("Иванова М. П. Русский язык, 5 класс", SHORT),
    ("сочинение ученицы М. П. Ивановой", SHORT),
    ("Мария Петровна из драматического кружка", FULL),
    ("Мария Петровна из картинной галереи", FULL),
    ("Мария Петровна провела урок по рассказу", FULL),
    ("директор школы имени А. С. Пушкина. Её ведёт М. П. Иванова", SHORT),
]
NOBODY = [
    "ул. Ильича, 5",
    "Отечество",
    "Великая Отечественная",
    "Великая Отечественная война 1941–1945 гг.",
    "весёлая вечеринка",
    "А. С. Пушкин",
    "А.С. Пушкин",
    "Пушкин А. С.",
    "стихи А. С. Пушкина",
    "Александр Сергеевич Пушкин",
    "Александра Сергеевича Пушкина",
    "Пушкин Александр Сергеевич",
    "День рождения Александра Сергеевича: читаем Пушкина вслух",
    "Наш Петрович",
    "Петрович",
    "Дед Ильич",
    "Заветы Ильича",
    "колхоз «Путь Ильича»",
    "Ильич",
    "Никитична",
    "Горничная Анна",
    "Москвич",
    "Красный Кирпич",
    "с Марта по Май",
    "Январь, Февраль, Март",
    "класс М. Монтессори",
    "педагогика М. Монтессори и Я. А. Коменского",
    "закон Ома",
    "Законы И. Ньютона",
    "площадь Ленина",
    "гимназия имени С. В. Ковалевской",
    "школа имени Героя Советского Союза И. И. Иванова",
    "школа им. академика И. И. Иванова",
    "турнир памяти Ивана Ивановича Иванова",
    "по Л. С. Выготскому",
    "Л. С. Выготский и Д. Б. Эльконин",
    "система Л. В. Занкова",
    "Т. А. Ладыженская, М. Т. Баранов. Русский язык",
    "Ладыженская Т. А. Русский язык. 5 класс",
    "Учебник под ред. Т. П. Герасимовой",
    "по учебнику И. И. Ивановой, П. П. Петровой и др.",
    "УМК И. И. Ивановой",
    "Иванов И. И. Уроки чтения. М.: Просвещение, 2019. 120 с.",
    "Иванова И. И., Петров П. П. Опыты. СПб., 2020",
    "как показано в работе (Иванова И. И., 2021)",
    "В. А. Сухомлинский писал об этом",
    "А. С. Макаренко",
    "К. Д. Ушинского",
    "Д. И. Менделеевым",
    "М. В. Ломоносов",
    "Ю. А. Гагарин и В. В. Терешкова",
    "картины И. И. Шишкина",
    "И. Е. Репин. «Бурлаки на Волге»",
    "П. И. Чайковский, «Времена года»",
    "М. Е. Салтыков-Щедрин",
    "Н. А. Римский-Корсаков",
    "Лев Николаевич Толстой",
    "Л. Н. Толстой и А. Н. Толстой",
    "Толстого Льва Николаевича",
    "Адам Мицкевич",
    "Илья Ильич Обломов",
    "Акакий Акакиевич",
    "«Один день Ивана Денисовича»",
    "Павел Иванович Чичиков",
    "Иван Царевич и Серый Волк",
    "Василиса Премудрая и Елена Царевна",
    "Алёша Попович и Добрыня Никитич",
    "Марья Моревна",
    "Владимир Ильич Ленин",
    "Т. Е. и П. Р. в заданиях",
    "Варианты А. Б. В. Г.",
    "ответ А. Ученик пишет",
    "5 А. Математика",
    "г. Санкт-Петербург, р. Волга",
    "и. о. директора",
    "И. о. директора",
    "т. е. Иванов прав",
    "до н. э. Рим",
    "улица Ивана Ивановича Иванова",
    "ул. А. Б. Сидорова, 3",
    "музей П. П. Примерова",
    "рассказ И. И. Примерова «Лес»",
    "По методике И. И. Примеровой",
    "Основная Цель",
    "Ровный Шов",
    "Деревня Ивановичи",
    "Духовно-нравственное воспитание",
    "Дневник Читателя",
    "Станция Петровна",
    "по прописям Н. А. Федосовой",
    "Анна Сергеевна из рассказа Чехова",
    "Мария Петровна из известной повести",
    "Мария Петровна — героиня пьесы",
    "Читали: Петрова К. пришла первой, за ней Кузнецова Ирина",
]


def test_lists_are_long_enough() -> None:
    assert len(PEOPLE) >= 60
    assert len(NOBODY) >= 60


@pytest.mark.parametrize(("text", "code"), PEOPLE)
def test_name_of_a_person_is_told_and_hidden(root: Path, text: str, code: str) -> None:
    add(root, "practices/primer.yml", f"limits: {json.dumps(text)}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.field, problem.is_error) == (code, "Кому не подойдёт", False)
    assert " ".join(text.split()).strip(".") not in problem.message
    assert "•" in problem.value


@pytest.mark.parametrize("text", NOBODY)
def test_text_without_a_person_passes(root: Path, text: str) -> None:
    add(root, "practices/primer.yml", f"limits: {json.dumps(text)}\n")
    assert codes_of(root) == []


@pytest.mark.parametrize(
    "field",
    [
        "textbooks: [И. И. Примерова. Русский язык]",
        "sources: [{title: Примерова И. И. Опыты}]",
    ],
)
def test_field_for_books_may_name_their_authors(root: Path, field: str) -> None:
    add(root, "practices/primer.yml", field + "\n")
    assert codes_of(root) == []


def test_names_of_organizations_and_acts_may_hold_names(root: Path) -> None:
    change(root, "reference/organizations.yml", "name: Пробная школа", "name: Школа П. П. Примерова")
    change(root, "reference/acts.yml", "title: О площадках", "title: О памяти Петра Петровича Примерова")
    assert codes_of(root) == []


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("who: методический кабинет", "practices/primer.yml:10:8"),
        ("steps: Прочитать текст и задать один вопрос.", "practices/primer.yml:6:8"),
        ("title: Вопросы к тексту", "practices/primer.yml:1:8"),
    ],
)
def test_name_is_told_wherever_it_stands(root: Path, where: str, place: str) -> None:
    key = where.partition(":")[0]
    change(root, "practices/primer.yml", where, f"{key}: Примерова Мария Петровна")
    assert [(p.code, p.place) for p in problems_of(root)] == [(FULL, place)]


def test_each_text_tells_one_name_of_each_form(root: Path) -> None:
    add(root, "practices/primer.yml", "limits: Мария Петровна, Иван Сергеевич, А. Б. Сидоров, В. Г. Петров\n")
    assert codes_of(root) == [FULL, SHORT]


def test_region_adds_names_that_it_knows(root: Path) -> None:
    add(root, "practices/primer.yml", "limits: Стихи читали вслух, а Д. Ц. Примерова слушала.\n")
    assert codes_of(root) == [SHORT]
    write(
        root,
        "reference/vocabularies/public-figures.yml",
        "entries:\n  primerova: {title: Примерова Дарима Цыреновна, group: Поэты Бурятии}\n",
    )
    assert codes_of(root) == []
    change(root, "practices/primer.yml", "Д. Ц. Примерова", "И. И. Примерова")
    assert codes_of(root) == [SHORT]


@pytest.mark.parametrize(
    "text",
    [
        "У Примеровой П. П. выявлен дефицит оценивания.",
        "Примерова П. П.: дефицит 40 %",
        "ИОМ составлен для Примеровой П. П.",
        "По результатам диагностики Мария Петровна набрала 12 баллов",
        "Индивидуальный образовательный маршрут Марии Петровны: результаты ниже средних",
        "Тестирование: П. П. Примерова не справилась",
        "Примерова К. набрала 12 баллов при диагностике",
        "Учитель Примерова Мария не справилась с диагностикой",
        "Ученик Добропримеров Коля не справился с диагностикой.",
        "У Марии Примеровой выявлен дефицит оценивания.",
    ],
)
def test_result_of_a_diagnosis_with_a_name_is_an_error(root: Path, text: str) -> None:
    add(root, "practices/primer.yml", f"limits: {json.dumps(text)}\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.is_error) == ("MB310", True)
    assert "Примеров" not in str(problem)
    assert "примеров" not in str(problem)
    assert "Мари" not in str(problem)


@pytest.mark.parametrize(
    "text",
    [
        "Диагностику по методике Е. Е. Примеровой провели дважды.",
        "Результаты диагностики представила П. П. Примерова.",
        "Семинар о дефицитах провела П. П. Примерова.",
        "Дефициты обсудили осенью. Зимой П. П. Примерова показала урок.",
        "Тест П. П. Примерова показал дефицит внимания у класса.",
        "Результаты диагностики представила Кузнецова Ирина.",
        "Диагностику по методике Петровой К. получили все.",
        "Диагностика: повесть «Надежда Крупская» получили все.",
        "Диагностика показала: Красная Шапочка понятна всем.",
        "Дефициты обсудили осенью. Кузнецова Ирина получила грамоту.",
        "Тестирование показало: Новая Школа и Заречный Округ справились.",
    ],
)
def test_name_beside_a_diagnosis_that_is_not_of_that_person_is_no_error(root: Path, text: str) -> None:
    add(root, "practices/primer.yml", f"limits: {json.dumps(text)}\n")
    assert [p.code for p in problems_of(root) if p.is_error] == []


def test_result_of_a_diagnosis_without_a_name_passes(root: Path) -> None:
    add(root, "practices/primer.yml", "limits: У троих учителей выявлен дефицит оценивания.\n")
    assert codes_of(root) == []


@pytest.mark.parametrize(
    "piece",
    ["а", "А. ", "А.", "Иванова ", "А. Б. ", "А. Б. Иванов ", "имени ", "Ов", "Марья Ивановна ", "Аович "],
)
def test_long_text_is_looked_at_in_time_that_grows_with_it_only(root: Path, piece: str) -> None:
    text = (piece * (19_990 // len(piece))).strip()
    add(root, "practices/primer.yml", f"limits: {json.dumps(text, ensure_ascii=False)}\n")
    started = process_time()
    codes_of(root)
    assert process_time() - started < 2
