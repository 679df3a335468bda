"""Makes a base of N practices of 2–4 KB, the same bytes for the same N.

python -m benchmarks.workload 5000 /tmp/base
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

SENTENCES = (
    "Учитель начинает урок с короткого вопроса, на который нельзя ответить одним словом.",
    "Ученики читают задание молча, потом пересказывают его соседу своими словами.",
    "На доске остаются только три слова, по которым класс восстанавливает ход решения.",
    "Кто закончил раньше, берёт карточку из конверта и объясняет её вслух.",
    "Через десять минут группы меняются листами и ищут чужую удачную мысль.",
    "В конце каждый пишет на полях, что осталось непонятным, и сдаёт листок без подписи.",
    "Домашнее задание одно: найти дома предмет, к которому подходит сегодняшнее правило.",
    "Если класс устал, второй этап проводят стоя, у листов на стенах.",
    "Отметок за эту работу не ставят, зато вопросы с листков разбирают на следующем уроке.",
    "Рабочий лист помещается на половину страницы, печатать его в цвете не нужно.",
    "Первые две недели времени уходит больше, потом порядок запоминают все.",
    "Пары составляют заранее: сильный и слабый ученик редко слышат друг друга.",
    "Ответы сверяют по ключу, который висит у окна, и исправляют другим цветом.",
    "Когда спор заходит в тупик, возвращаются к тексту и подчёркивают нужную строку.",
)
TITLES = (
    "Чтение вопросами",
    "Задача в рисунках",
    "Тихий старт урока",
    "Опыт на подоконнике",
    "Ответ на двоих",
    "Лист ошибок",
)
DIFFICULTIES = (
    "reading-comprehension",
    "word-problems",
    "feedback-time",
    "no-laboratory",
    "connected-speech",
    "motivation",
    "class-set",
    "homework",
)
SUBJECTS = (
    "russian-language",
    "mathematics",
    "physics",
    "literature",
    "history",
    "biology",
    "chemistry",
    "geography",
)
LEVELS = ("primary", "basic", "secondary")
AUDIENCE = ("teacher", "class-teacher", "young-teacher", "methodist")
TERRITORIES = 40
SCHOOLS = 400

REGION = """name: Нагрузочная база
description: Записи для измерения скорости, созданные программой.
level: regional
territory: oblast
nature: demonstration
operator: shkola-0
responsible: отдел измерений
contact: {who: отдел измерений, phone: "+7 (000) 000-00-00"}
"""


def make_base(number: int, folder: Path) -> None:
    """Write a base of so many practices into an empty folder."""
    chance = random.Random(number)  # noqa: S311 (a workload, not a secret)
    (folder / "reference").mkdir(parents=True)
    (folder / "practices").mkdir()
    (folder / "region.yml").write_text(REGION, "utf-8")
    (folder / "reference" / "territories.yml").write_text(_territories(), "utf-8")
    (folder / "reference" / "organizations.yml").write_text(_organizations(), "utf-8")
    for index in range(number):
        (folder / "practices" / f"praktika-{index:06}.yml").write_text(_practice(chance, index), "utf-8")


def _territories() -> str:
    lines = ["oblast: {name: Нагрузочная область, kind: region}"]
    lines += [
        f"okrug-{i}: {{name: Округ № {i}, kind: municipal-okrug, parent: oblast}}" for i in range(TERRITORIES)
    ]
    return "\n".join(lines) + "\n"


def _organizations() -> str:
    return "".join(
        f"shkola-{i}: {{name: Средняя школа № {i}, short_name: Школа № {i}, kind: school, "
        f"territory: okrug-{i % TERRITORIES}}}\n"
        for i in range(SCHOOLS)
    )


def _practice(chance: random.Random, index: int) -> str:
    steps = "".join(
        f"  - title: Шаг {step + 1}\n    minutes: {5 * (step + 1)}\n    text: |\n{_paragraph(chance, 3)}"
        for step in range(chance.randint(2, 3))
    )
    difficulties = ", ".join(chance.sample(DIFFICULTIES, 2))
    return (
        f'title: "{chance.choice(TITLES)}: случай {index}"\n'
        "status: published\nfictional: true\nlevel: municipal\n"
        f'summary: "{chance.choice(SENTENCES)}"\n'
        f"organization: shkola-{chance.randrange(SCHOOLS)}\n"
        'contact: {who: методический кабинет, phone: "+7 (000) 000-00-00"}\n'
        f"difficulties: [{difficulties}]\n"
        f"education_levels: [{chance.choice(LEVELS)}]\n"
        f"audience: [{', '.join(chance.sample(AUDIENCE, 2))}]\n"
        f"subjects: [{chance.choice(SUBJECTS)}]\n"
        f"updated: 2026-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}\n"
        f"lesson_minutes: {chance.choice((10, 20, 40))}\npreparation_minutes: {chance.choice((15, 30, 60))}\n"
        f"problem: |\n{_paragraph(chance, 3, indent=2)}"
        f"steps:\n{steps}"
        f"results: |\n{_paragraph(chance, 2, indent=2)}"
        "measurements:\n"
        f"  - {{what: Верные ответы, unit: percent, before: {chance.randint(20, 50)}, "
        f"after: {chance.randint(50, 90)}, n: {chance.randint(10, 120)}, period: 2025/26 учебный год}}\n"
        f"conditions: |\n{_paragraph(chance, 2, indent=2)}"
        f"risks: |\n{_paragraph(chance, 2, indent=2)}"
    )


def _paragraph(chance: random.Random, sentences: int, indent: int = 6) -> str:
    return " " * indent + " ".join(chance.sample(SENTENCES, sentences)) + "\n"


if __name__ == "__main__":
    make_base(int(sys.argv[1]), Path(sys.argv[2]))
